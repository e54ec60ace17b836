"""Readers and other peripherals: what they say, as values of the domain."""
