"""The teller's own day: own log, what is open, its end, and what was on paper."""
