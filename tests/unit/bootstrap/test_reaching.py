"""A question of the branch is answered once: by the branch, else by the patience of who waits."""

from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import reaching
from counter_app.bootstrap.reaching import Reaching
from counter_app.domain.refusal import Refusal
from counter_app.services.branch_health import Health
from counter_app.services.reaching import AWAY, Reached


class Line:
    """A branch that answers when it is told to, or never."""

    health = Health("well", datetime(2026, 11, 23, 1, 0, tzinfo=UTC))

    def __init__(self) -> None:
        self.asked: Future[Any] = Future()

    def ask(self, errand: object) -> "Future[Any]":
        return self.asked


def asking(line: Line, told: list[object]) -> tuple[Reaching, QObject]:
    parent = QObject()
    reaching_it = Reaching(line, Reached(None, None, None, None), parent)  # type: ignore[arg-type]
    reaching_it(parent, lambda _reached: "unused", told.append)
    return reaching_it, parent


def test_who_waits_is_told_when_the_branch_says_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reaching, "PATIENCE_MS", 1)
    line, told = Line(), list[object]()
    held = asking(line, told)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Refusal(AWAY)]
    line.asked.set_result("late")
    qtbot.wait(5)
    assert told == [Refusal(AWAY)]
    del held


def test_what_the_branch_answers_in_time_is_told_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reaching, "PATIENCE_MS", 50)
    line, told = Line(), list[object]()
    held = asking(line, told)
    line.asked.set_result("won")
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(100)
    assert told == ["won"]
    del held
