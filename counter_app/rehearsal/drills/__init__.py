"""Breaks the program on purpose and counts what is left against lists kept outside of it."""
