"""侧条: the desk folded beside the core system's window."""
