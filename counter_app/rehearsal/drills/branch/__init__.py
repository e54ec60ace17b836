"""Drills of the branch: real server, real stores, real threads, one fault each; then a count."""
