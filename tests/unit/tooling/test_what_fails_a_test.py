"""The checks that stand around every test: each finds what it is there for, and nothing else."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

GUILTY = """
import logging, socket, threading, time, warnings
from PySide6 import QtCore
KEPT = []

def test_thread():
    threading.Thread(target=time.sleep, args=(60,), daemon=True, name="sleeper").start()

def test_log():
    logging.getLogger("a.b").warning("oh %s", 1)

def test_timer(qtbot):
    KEPT.append(QtCore.QTimer())
    KEPT[-1].start(1000)

def test_qthread(qapp):
    KEPT.append(QtCore.QThread())
    KEPT[-1].start()

def test_qt_message(qtbot):
    QtCore.qWarning("no")

def test_slot(qtbot):
    QtCore.QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)

def test_warning():
    warnings.warn("old", DeprecationWarning)

def test_network():
    with socket.socket() as line:
        line.connect(("192.0.2.1", 80))
"""

INNOCENT = """
import logging, threading, time
from hypothesis import given, strategies as st
from PySide6 import QtCore, QtWidgets

def test_thread_that_ends():
    threading.Thread(target=time.sleep, args=(0.05,)).start()

def test_log(expected_warnings):
    logging.getLogger("a.b").warning("oh %s", 1)
    assert expected_warnings == ["WARNING a.b: oh 1"]

def test_timer_of_a_closed_window(qtbot):
    window = QtWidgets.QWidget()
    QtCore.QTimer(window).start(1000)
    qtbot.addWidget(window)

@given(st.integers())
def test_property(number):
    assert number == number
"""


def outcome(folder: Path, tests: str, seed: str = "1") -> tuple[list[str], str]:
    """The guilty tests of a file, in the order they ran, and what pytest printed."""
    (folder / "tests").mkdir(exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests")
    (folder / "tests" / "test_it.py").write_text(tests)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-p", "no:xdist"],
        cwd=folder,
        env=os.environ | {"COUNTER_TEST_SEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    return re.findall(r"::(\w+) (?:FAILED|ERROR)", said), said


def test_each_guilty_test_fails_and_says_why(tmp_path: Path) -> None:
    guilty, said = outcome(tmp_path, GUILTY)
    assert sorted(set(guilty)) == sorted(re.findall(r"def (test_\w+)", GUILTY))
    assert "left running: thread sleeper" in said
    assert "WARNING a.b: oh 1" in said
    assert "left running: QTimer" in said
    assert "left running: QThread" in said
    assert "a test tried to reach 192.0.2.1" in said


def test_innocent_tests_pass(tmp_path: Path) -> None:
    guilty, said = outcome(tmp_path, INNOCENT)
    assert guilty == []
    assert "4 passed" in said


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_is_the_seeds(tmp_path: Path, seed: str) -> None:
    many = "".join(f"def test_{number}(): assert 0\n" for number in range(30))
    first, said = outcome(tmp_path, many, seed)
    again, _ = outcome(tmp_path, many, seed)
    assert first == again
    assert first != sorted(first, key=lambda name: int(name.removeprefix("test_")))
    assert f"COUNTER_TEST_SEED={seed}" in said
