"""Rules that would be true on paper: numbers, masks, ages, calendars, roles, a paper's content.

Standard library and the check digits of python-stdnum only: no I/O, no clock, no randomness.
"""
