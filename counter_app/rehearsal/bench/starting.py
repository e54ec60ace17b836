"""How long the program takes to show its sign-on field, beside an empty window, in alternation.

Owns the starting of both and the clock. The program's side is a command line given by the wiring; it
prints one line when the field is painted.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from threading import Timer
from time import perf_counter

from counter_app.rehearsal.bench import empty_window
from counter_app.rehearsal.bench.lines import Line

MOST_TIMES_EMPTY = 3.0
MOST_MS = 250.0
PATIENCE_S = 30.0


class NotShownError(Exception):
    """A started process ended without having shown its window."""


def measure_start(command: Sequence[str], rounds: int) -> Line:
    """Both started once unmeasured, which leaves their bytecode compiled, and then in turn."""
    empty = (sys.executable, str(Path(empty_window.__file__)))
    for warming in (command, empty):
        _shown_after(warming)
    ours, theirs = [], []
    for _round in range(rounds):
        ours.append(_shown_after(command))
        theirs.append(_shown_after(empty))
    ratio = round(median(ours) / median(theirs), 2)
    figures = {
        "program_ms": round(median(ours) * 1000, 1),
        "empty_ms": round(median(theirs) * 1000, 1),
        "ratio": ratio,
    }
    limits = {"program_ms": MOST_MS, "ratio": MOST_TIMES_EMPTY}
    return Line("start", figures, limits, f"medians of {rounds}, in alternation")


def _shown_after(command: Sequence[str]) -> float:
    """Seconds from the start of the process to its word that it was painted."""
    variables = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begun = perf_counter()
    with subprocess.Popen(
        list(command), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=variables
    ) as child:
        assert child.stdout is not None
        giving_up = Timer(PATIENCE_S, child.kill)
        giving_up.start()
        word = child.stdout.readline()
        giving_up.cancel()
        spent = perf_counter() - begun
        child.wait()
    if word.strip() != b"shown":
        raise NotShownError(f"{' '.join(command)} ended with {child.returncode}")
    return spent
