"""The plain home of staff without pages of their own: search, and one's own profile."""
