"""The branch's PostgreSQL: its schema and functions, what a terminal calls, and its upkeep."""
