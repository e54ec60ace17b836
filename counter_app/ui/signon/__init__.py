"""Signing on, unlocking, and the first set-up of a home."""
