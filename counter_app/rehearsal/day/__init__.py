"""A whole day of one window, played on purpose with everything that can go wrong, and read twice."""
