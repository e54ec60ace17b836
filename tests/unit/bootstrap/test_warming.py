"""What is loaded in the pauses: in order, one at a time, never while somebody types."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import warming as warming_module
from counter_app.bootstrap.warming import Warming
from counter_app.ui.work import Work

NEVER_MS = 3_600_000


class Side:
    """Takes what is to be done beside the window, and does it when told."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def aside(
        self, _receiver: QObject, job: Callable[[], Any], done: Callable[[Any], None]
    ) -> None:
        self.waiting.append((job, done))

    def go(self) -> None:
        job, done = self.waiting.pop(0)
        done(job())


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """How often everything was told to stay; the tests' own process forgets as before."""
    told: list[bool] = []
    monkeypatch.setattr(warming_module, "all_this_stays", lambda: told.append(True))
    return told


def made(rest_ms: int) -> tuple[Warming, Side, list[str]]:
    side, loaded = Side(), list[str]()
    things = tuple((name, lambda name=name: loaded.append(name)) for name in ("a", "b"))
    work: Work = side  # type: ignore[assignment]
    return Warming(work, things, rest_ms), side, loaded


def test_one_thing_after_another_is_loaded(qtbot: QtBot, kept: list[bool]) -> None:
    warming, side, loaded = made(0)
    warming.start(None)
    qtbot.waitUntil(lambda: len(side.waiting) == 1)
    assert loaded == []
    side.go()
    qtbot.waitUntil(lambda: len(side.waiting) == 1)
    assert (loaded, kept) == (["a"], [])
    side.go()
    qtbot.waitUntil(lambda: kept == [True])
    assert (loaded, side.waiting, warming.left) == (["a", "b"], [], [])


def test_what_stays_is_looked_through_no_more() -> None:
    script = (
        "import gc; from counter_app.bootstrap.warming import all_this_stays;"
        "held = [[n] for n in range(1000)]; all_this_stays(); print(len(gc.get_objects()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(told.stdout) < 1000


def test_a_key_begins_the_pause_anew_and_reaches_its_field(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    warming, side, _loaded = made(NEVER_MS)
    warming.start(field)
    QTest.keyClick(field, Qt.Key.Key_A)
    assert field.text() == "a"
    assert side.waiting == []
    warming.stop()


def test_after_the_end_nothing_is_loaded(qtbot: QtBot, kept: list[bool]) -> None:
    warming, side, loaded = made(0)
    warming.start(None)
    warming.stop()
    qtbot.wait(5)
    assert (side.waiting, loaded, kept) == ([], [], [])
