"""The command line and the wiring; start and stop order. The only room that knows every room."""

from counter_app.bootstrap.commands import main

__all__ = ["main"]
