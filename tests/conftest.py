"""What holds for every test: no display, a printed order, and nothing left behind.

Owns the shuffled order, the checks on threads, timers, warnings and the network, and Hypothesis'
profile. It must not know a room: fixtures of a room stand beside that room's tests.
"""

import gc
import itertools
import logging
import os
import random
import sys
import threading
import time
from collections.abc import Iterator

import pytest
import shiboken6
from hypothesis import settings
from PySide6 import QtCore

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SEED_VARIABLE = "COUNTER_TEST_SEED"
PATIENCE_SECONDS = 2.0
"""How long a thread that was told to end may take to do so."""
ENDED, ENDED_BETWEEN = itertools.count(1), 20
"""Tests of the window that have ended; after so many all cycles are collected."""
LOOPBACK = ("127.", "::1", "localhost")

settings.register_profile("ci", derandomize=False, deadline=None, print_blob=True)
settings.load_profile("ci")


# --- Order ----------------------------------------------------------------------------------------


def pytest_configure() -> None:
    """Choose the seed once; processes that share the run inherit it."""
    os.environ.setdefault(SEED_VARIABLE, str(random.SystemRandom().randrange(1_000_000)))


def pytest_report_header() -> str:
    """The seed in the first lines of the run."""
    return seed_line()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The seed once more in the closing lines, where a quiet run shows it too."""
    terminalreporter.write_line(seed_line())


def seed_line() -> str:
    """How to have this order again."""
    return f"order of tests: {SEED_VARIABLE}={os.environ[SEED_VARIABLE]}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Shuffle modules, and tests within each, so that a module's own fixtures are made once."""
    chance = random.Random(os.environ[SEED_VARIABLE])
    modules: dict[str, list[pytest.Item]] = {}
    for item in items:
        modules.setdefault(item.nodeid.partition("::")[0], []).append(item)
    groups = list(modules.values())
    chance.shuffle(groups)
    for group in groups:
        chance.shuffle(group)
    items[:] = [item for group in groups for item in group]


# --- Nothing left behind --------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a Python thread running, unless a wider fixture had started it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE_SECONDS
    for thread in set(threading.enumerate()) - before:
        # Qt's own threads appear here once they have called Python, and stay listed when they end.
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, deadline - time.monotonic()))
            if thread.is_alive():
                pytest.fail(f"left running: thread {thread.name}", pytrace=False)


class Warnings(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.expected = False

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as words."""
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def logged_warnings() -> Iterator[Warnings]:
    """Fail a test in which something warned that the test did not expect."""
    handler = Warnings()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)
    if handler.messages and not handler.expected:
        pytest.fail("logged unexpectedly:\n" + "\n".join(handler.messages), pytrace=False)


@pytest.fixture
def expected_warnings(logged_warnings: Warnings) -> list[str]:
    """For a test that expects warnings: their texts, to be asserted."""
    logged_warnings.expected = True
    return logged_warnings.messages


@pytest.fixture(autouse=True)
def no_qt_worker_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the window that leaves a QThread running or a QTimer ticking."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    before = {id(worker) for worker in qt_workers()}
    yield
    delete_what_is_due()
    left = [worker for worker in qt_workers() if id(worker) not in before]
    names = [
        f"{type(worker).__name__} {worker.objectName()!r} of {owner(worker)}" for worker in left
    ]
    if names:
        pytest.fail("left running: " + ", ".join(names), pytrace=False)


@pytest.fixture(autouse=True)
def cycles_end_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect cycles on the window's thread, as the program does: a worker must destroy no widget."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    gc.disable()
    yield
    # What a test made is young: its fixtures look no further either. The old ones' turn comes seldom.
    gc.collect(1 if next(ENDED) % ENDED_BETWEEN else 2)
    gc.enable()


def pytest_collection_finish() -> None:
    """What the modules hold stays: the searches below, before and after each test, pass it by."""
    gc.collect()
    gc.freeze()


def kinds_of(kind: type) -> set[type]:
    """A class and all that derive from it."""
    return {kind}.union(*map(kinds_of, kind.__subclasses__()))


def qt_workers() -> list[QtCore.QThread | QtCore.QTimer]:
    """The running threads and ticking timers that Python made."""
    kinds = kinds_of(QtCore.QThread) | kinds_of(QtCore.QTimer)
    return [
        thing
        for thing in gc.get_objects()
        if type(thing) in kinds
        and shiboken6.isValid(thing)
        and (thing.isRunning() if isinstance(thing, QtCore.QThread) else thing.isActive())
        and thing is not QtCore.QThread.currentThread()
    ]


def owner(worker: QtCore.QThread | QtCore.QTimer) -> str:
    """The kind of object a leaked worker belongs to."""
    parent = worker.parent()
    return type(parent).__name__ if parent is not None else "nobody"


def delete_what_is_due() -> None:
    """Let Qt delete what was told `deleteLater`: without a running loop it waits for ever."""
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)


# --- No network -----------------------------------------------------------------------------------


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: a test may speak to this machine only."""
    if event == "socket.connect" and isinstance(address := arguments[1], tuple):
        host = str(address[0])
        if not host.startswith(LOOPBACK):
            raise PermissionError(f"a test tried to reach {host}")


sys.addaudithook(refuse_network)
