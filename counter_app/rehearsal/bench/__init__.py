"""Measures the program: ratios and distributions of one run. Gets the wiring as an argument."""
