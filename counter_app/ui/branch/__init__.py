"""The branch as its administrator and its supervisor look at it."""
