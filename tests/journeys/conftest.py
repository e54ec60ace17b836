"""The demo's branch in its whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.bootstrap.demo import demo_home
from counter_app.bootstrap.window import TerminalWindow
from tests.journeys.windows import opened_window


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[TerminalWindow]:
    """The window on a demo's home of its own."""
    with demo_home(tmp_path / "home", "zh") as home, opened_window(qapp, home) as made:
        yield made
