"""Key to paint at the desk: idle, and while another PC's entries are taken. And F8 from step to step.

Owns what is typed and when. Prints nothing.
"""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.journal.entry import Entry
from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.rehearsal.bench.window_hands import Stopwatch
from counter_app.services.ports import Accepted

IDLE_P95_MS = 16.0
LOADED_P95_MS = 33.0
STEP_P95_MS = 100.0
GAPS_MS = (8, 30)
CUSTOMER = ("110105198001010016", "张伟")
LONGEST_TEXT = 12

Accept = Callable[[Sequence[Entry]], "Future[Accepted]"]


def measure_keys(watch: Stopwatch, accept: Accept, entries: Sequence[Entry], idle: int) -> Line:
    """Keys in the name field of the reception; signed on, with nobody received yet."""
    _begin(watch)
    field = QApplication.focusWidget()
    assert field is not None
    typist = _Typist(watch, field)
    typist.type(lambda done: done < idle // 10)
    quiet = typist.type(lambda done: done < idle)
    begun = perf_counter()
    taking = accept(entries)
    ended: list[float] = []
    taking.add_done_callback(lambda _done: ended.append(perf_counter()))
    loaded = typist.type(lambda _done: not taking.done())
    taken = taking.result().taken
    figures = {
        **spread_figures("idle", quiet),
        **spread_figures("loaded", loaded),
        "keys_loaded": len(loaded),
        "taken": taken,
        "us_an_entry": round((ended[0] - begun) / max(taken, 1) * 1e6, 1),
    }
    limits = {"idle_p95_ms": IDLE_P95_MS, "loaded_p95_ms": LOADED_P95_MS}
    return Line("keys", figures, limits, "offscreen; loaded: while foreign entries are taken")


def measure_steps(watch: Stopwatch, visits: int) -> Line:
    """F8 through whole visits that open an account; signed on."""
    spans = [span for _visit in range(visits) for span in _open_account(watch)]
    figures = {**spread_figures("step", spans), "steps": len(spans)}
    return Line("step", figures, {"step_p95_ms": STEP_P95_MS}, "F8 to the next page painted")


class _Typist:
    """Types letters at an uneven pace and takes them away again."""

    def __init__(self, watch: Stopwatch, field: QWidget) -> None:
        self._watch, self._field = watch, field
        self._chance = random.Random(3)
        self._length = 0

    def type(self, more: Callable[[int], bool]) -> list[float]:
        """Seconds of each key."""
        spans: list[float] = []
        while more(len(spans)):
            spans.append(self._one())
            self._watch.rest(self._chance.randint(*GAPS_MS))
        return spans

    def _one(self) -> float:
        if self._length >= LONGEST_TEXT:
            self._length -= 1
            return self._watch.key_to_paint(Qt.Key.Key_Backspace, "\b", self._field)
        self._length += 1
        return self._watch.key_to_paint(Qt.Key.Key_A, "a", self._field)


def _begin(watch: Stopwatch) -> None:
    """Nobody is told yet; the caret waits in the name."""
    watch.hands.press("F2")
    watch.reach(lambda: watch.page() == "desk.reception", "the reception")


def _open_account(watch: Stopwatch) -> list[float]:
    """One visit from the reception to the closed case; seconds of each F8."""
    hands = watch.hands
    _begin(watch)
    hands.scan_paper(*CUSTOMER)
    spans = [_next(watch, "desk.need")]
    hands.type("grkh")
    watch.reach(lambda: watch.page() == "desk.need", "the need")
    hands.press("I")
    spans.append(_next(watch, "desk.documents"))
    hands.press("1")
    hands.type("20350630")
    for digit in "234":
        hands.press(digit)
    spans.append(_next(watch, "desk.details"))
    hands.type("13900001234")
    hands.press("Q")
    hands.press("Return")
    hands.type("东城区东大街18号院2号楼301室")
    for key in ("L", "Return", "G"):
        hands.press(key)
    spans.append(_next(watch, "desk.read_back"))
    hands.press("Alt+C")
    spans.append(_next(watch, "desk.core"))
    hands.type("CB77301901")
    spans.append(_next(watch, "desk.completion"))
    hands.press("Space")
    spans.append(_next(watch, "desk.done"))
    return spans


def _next(watch: Stopwatch, page: str) -> float:
    watch.hands.settle(0.3)
    span = watch.step(page)
    watch.hands.settle(0.3)
    return span
