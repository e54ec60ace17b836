"""Procedures and figures of the program's folder: what waits to be put in force, what is wrong."""
