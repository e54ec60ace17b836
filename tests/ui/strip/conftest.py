"""The strip's tests stand at the same desk as the desk's own."""

from collections.abc import Iterator

import pytest

from counter_app.ui.strip.strip import Strip
from tests.ui.desk.conftest import branch, desk
from tests.ui.desk.fakes import Counterside

__all__ = ["branch", "desk", "strip"]


@pytest.fixture
def strip(desk: Counterside) -> Iterator[Strip]:
    """The strip of the desk, not folded yet."""
    made = Strip(desk.frame, desk.desk, desk.press_time)
    yield made
    made.hide()
    made.deleteLater()
