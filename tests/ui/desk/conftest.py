"""Fixtures of the desk's tests: theme and fonts, a founded branch, and a shown desk."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from counter_app.ui.theme import Theme
from tests.ui.desk.fakes import Counterside, make_counterside


@pytest.fixture
def branch(tmp_path: Path, theme: Theme) -> Iterator[Counterside]:
    """A founded branch; no window yet."""
    made = make_counterside(tmp_path / "home", theme)
    yield made
    made.work.reader.close()  # type: ignore[attr-defined]
    made.standing.store.close()


@pytest.fixture
def desk(branch: Counterside, qtbot: QtBot) -> Iterator[Counterside]:
    """The first teller's desk, shown at 1366x768; nothing of it outlives its theme."""
    show_desk(branch, qtbot)
    yield branch
    branch.desk.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)


@pytest.fixture
def restart(desk: Counterside, qtbot: QtBot) -> Callable[[], None]:
    """The program ends as by a cut of the power and starts again on the same store."""

    def again(staff: str = "80231") -> None:
        desk.desk.dispose()
        desk.frame.close()
        desk.work.held.clear()
        show_desk(desk, qtbot, staff)

    return again


def show_desk(branch: Counterside, qtbot: QtBot, staff: str = "80231") -> None:
    """Show a person's desk in a window of its own."""
    branch.open(staff)
    qtbot.addWidget(branch.frame)
    branch.frame.resize(1366, 768)
    with qtbot.waitActive(branch.frame):
        branch.frame.show()
        branch.frame.activateWindow()
    branch.desk.start()
