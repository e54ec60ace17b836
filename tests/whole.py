"""The whole run of the tests: the bulk on two processes, and the windows' beside and after it.

Owns the order of rooms and the parts. It must not know what a test asserts; the worst exit code
of all parts is the run's.

    python -m tests.whole [paths to leave out]
"""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
WINDOW_ROOMS = ("ui", "journeys")
"""Rooms of tests that open windows: in processes of their own, so that an abort at exit shows."""
JOURNEYS = TESTS / "journeys"
WINDOW_PARTS = 6


def whole_run(left_out: Sequence[str]) -> int:
    """All rooms but `left_out`; the worst code of all parts.

    The journeys wait most of their time, as a person would, and of the bulk whatever has to do with
    a server does: so both begin at once, and windows' parts beside them, one after the other.
    """
    waiting: SimpleQueue[list[Path]] = SimpleQueue()
    for part in in_parts(file for file in window_files() if file.parent != JOURNEYS):
        waiting.put(part)
    with ThreadPoolExecutor(max_workers=2) as beside:
        journeys = beside.submit(window_tests, sorted(JOURNEYS.glob("test_*.py")))
        windows = beside.submit(all_window_tests, waiting)
        codes = [bulk_tests(left_out), *all_window_tests(waiting)]
        codes += [journeys.result(), *windows.result()]
    return max(codes, key=abs)


def window_files() -> list[Path]:
    """The files of tests that open windows, journeys included."""
    return [file for room in WINDOW_ROOMS for file in (TESTS / room).rglob("test_*.py")]


def bulk_tests(left_out: Sequence[str]) -> int:
    """Every room that opens no window."""
    rooms = [f"--ignore=tests/{room}" for room in WINDOW_ROOMS]
    rooms += [f"--ignore={path}" for path in left_out]
    words = ["-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *rooms, "tests"]
    return subprocess.run([sys.executable, *words], cwd=ROOT, check=False).returncode


def all_window_tests(waiting: "SimpleQueue[list[Path]]") -> list[int]:
    """One part after another, until none waits."""
    codes: list[int] = []
    while True:
        try:
            part = waiting.get_nowait()
        except Empty:
            return codes
        codes.append(window_tests(part))


def in_parts(files: Iterable[Path]) -> list[list[Path]]:
    """The files in parts for a process each, the longest first; large and small ones in all."""
    parts: list[list[Path]] = [[] for _ in range(WINDOW_PARTS)]
    for at, file in enumerate(sorted(files, key=lambda one: (one.parent, size_of(one)))):
        turn, place = divmod(at, WINDOW_PARTS)
        parts[place if turn % 2 else -1 - place].append(file)
    return sorted(parts, key=lambda part: -sum(map(size_of, part)))


def size_of(file: Path) -> int:
    """How many bytes it has."""
    return file.stat().st_size


def window_tests(files: Sequence[Path]) -> int:
    """One process of windows' tests; what they say is shown whole when they have ended."""
    names = [file.relative_to(ROOT).as_posix() for file in files]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *names],
        cwd=ROOT,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    print(f"{names[0]} and {len(names) - 1} more\n{ended.stdout}", flush=True)
    return ended.returncode


if __name__ == "__main__":
    raise SystemExit(whole_run(sys.argv[1:]))
