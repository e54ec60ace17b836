"""The window as a whole: who is signed on, which pages they have, lock, search, state in words."""
