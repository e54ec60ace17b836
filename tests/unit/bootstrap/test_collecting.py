"""Cycles are collected on the window's thread, whichever thread allocates."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from counter_app.bootstrap.collecting import CollectsHere


class Cycle:
    """Refers to itself, and tells on which thread it goes."""

    def __init__(self, ended_on: list[int]) -> None:
        self.me, self._ended_on = self, ended_on

    def __del__(self) -> None:
        self._ended_on.append(threading.get_ident())


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[CollectsHere]:
    owner = QObject()
    here = CollectsHere(owner)
    yield here
    here.stop()
    assert gc.isenabled()


def allocate_much() -> None:
    for _round in range(30):
        kept = [[number] for number in range(5_000)]
        assert len(kept) == 5_000


def test_a_busy_worker_ends_no_cycle_and_the_window_does(collecting: CollectsHere) -> None:
    ended_on: list[int] = []
    for _one in range(3):
        Cycle(ended_on)
    worker = threading.Thread(target=allocate_much)
    worker.start()
    worker.join()
    assert ended_on == []
    kept = [[number] for number in range(5_000)]
    collecting.collect()
    assert kept
    assert ended_on == [threading.get_ident()] * 3
