"""F9 with a printer that gives no answer: the keyboard is back, and only the printer's thread waits."""

import threading
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from counter_app.bootstrap.window import TerminalWindow
from counter_app.printing.printers import FolderPrinter
from counter_app.rehearsal.bench.keys import measure_steps
from counter_app.rehearsal.bench.window_hands import Stopwatch


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, int]]:
    """How often each thread waited for another: every future, queue and event ends in this wait."""
    counts: dict[str, int] = {}
    plain = threading.Condition.wait

    def counted(self: threading.Condition, timeout: float | None = None) -> Any:
        callers = {frame.name for frame in traceback.extract_stack(limit=4)}
        if timeout != 0 and "start" not in callers:  # a beginning thread, or no wait at all
            name = threading.current_thread().name
            counts[name] = counts.get(name, 0) + 1
        return plain(self, timeout)

    monkeypatch.setattr(threading.Condition, "wait", counted)
    return lambda: dict(counts)


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_a_stalled_printer_holds_nobody_but_its_own_thread(
    window: TerminalWindow, waits: Callable[[], dict[str, int]]
) -> None:
    watch = Stopwatch(window)
    watch.sign_on()
    assert window.workplace is not None
    paperwork = window.workplace.paperwork
    printer, spool = paperwork.printer, paperwork.spool
    assert isinstance(printer, FolderPrinter)
    printer.stall()
    before = waits()
    measure_steps(watch, 2)
    ordered = len(spool.jobs())
    watch.hands.press("F9")
    watch.hands.type("客户要求")
    watch.hands.press("Return")
    watch.hands.press("Return")
    watch.reach(lambda: len(spool.jobs()) == ordered + 1, "one more copy")
    watch.hands.press("F2")
    watch.reach(lambda: watch.page() == "desk.reception", "the reception")
    main = threading.main_thread().name
    assert waits().get(main, 0) == before.get(main, 0)
    waiting = [job.state.value for job in spool.jobs()]
    assert "printing" in waiting
    assert waits().get("print-folder", 0) >= 1
    printer.recover()
    watch.hands.wait_for(
        "the papers", lambda: not any(job.state.value == "printing" for job in spool.jobs())
    )
