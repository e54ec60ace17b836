"""The strip's tests stand at the same desk as the desk's own."""

from tests.ui.desk.conftest import branch, desk

__all__ = ["branch", "desk"]
