"""F9 with a printer that gives no answer: how soon the keyboard is back.

Owns what is pressed. The printer is given as an argument, for a bench may not know which one it is.
"""

from collections.abc import Callable
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.rehearsal.bench.keys import measure_steps
from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.rehearsal.bench.window_hands import PATIENCE_S, Stopwatch
from counter_app.rehearsal.hands import HandsError

BACK_P95_MS = 100.0


class Stalling(Protocol):
    """A printer that can be held up."""

    def stall(self) -> None:
        """From now on it takes nothing and gives no answer."""
        ...

    def recover(self) -> None:
        """It prints again."""
        ...


def measure_f9(
    watch: Stopwatch, printer: Stalling, ordered: Callable[[], int], rounds: int
) -> Line:
    """After a whole visit: F9 and a reason; the round is over when the window takes keys again.

    `ordered` counts the copies that the spool holds: each F9 must have made one more.
    """
    printer.stall()
    try:
        measure_steps(watch, 1)
        spans = [_print_again(watch, ordered, number) for number in range(rounds)]
    finally:
        printer.recover()
    figures = {**spread_figures("back", spans), "rounds": rounds}
    return Line("f9", figures, {"back_p95_ms": BACK_P95_MS}, "F9 confirmed, printer stalled")


def _print_again(watch: Stopwatch, ordered: Callable[[], int], number: int) -> float:
    """One more copy. The time runs from the key that orders it until the page has the keys again."""
    hands, before = watch.hands, ordered()
    hands.press("F9")
    hands.type(f"客户要求{number}", end="")
    watch.hands.settle(0.3)
    begun = perf_counter()
    target = QApplication.focusWidget()
    if target is None:
        raise HandsError("the reason for one more copy")
    QTest.keyClick(target, Qt.Key.Key_F8)
    while QApplication.activeModalWidget() is not None or QApplication.focusWidget() is None:
        if perf_counter() - begun > PATIENCE_S:
            raise HandsError("the keyboard after F9")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    span = perf_counter() - begun
    watch.reach(lambda: ordered() == before + 1, "one more copy")
    return span
