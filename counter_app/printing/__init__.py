"""The same paper from the same content: layouts, fonts, the spool.

Decides nothing about what is printed.
"""
