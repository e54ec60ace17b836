"""The supervisor's pages: the day's log with the replay of a case, and follow-ups due."""
