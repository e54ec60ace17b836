"""A home that does not open as usual: what is wrong, looking without writing, going on."""
