"""Plays the program: demo seed, tour, benchmarks, drills. Gets the wiring as an argument."""
