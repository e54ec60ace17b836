"""From a reader program's file to the painted fields of the person: at the reception, signed on.

Owns the message and when it is written. The paper belongs to nobody.
"""

import json
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from counter_app.devices.reader_message import LONG_TERM, SCHEMA
from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.rehearsal.bench.window_hands import PATIENCE_S, Stopwatch
from counter_app.rehearsal.hands import HandsError
from counter_app.ui.desk.reception_page import ReceptionPage

READ_P95_MS = 200.0
NUMBER, NAME = "110105198001010016", "张伟"


def measure_reader(watch: Stopwatch, file: Path, rounds: int) -> Line:
    """One paper a round, taken back after it; the file appears whole."""
    spans = []
    watch.hands.press("F2")
    for _round in range(rounds):
        watch.reach(lambda: _page(watch) is not None and not _number(watch), "an empty reception")
        spans.append(_lay_on(watch, file))
        page = _page(watch)
        assert page is not None
        page.parts.sitting.undo()
    figures = {**spread_figures("filled", spans), "rounds": rounds}
    return Line("reader", figures, {"filled_p95_ms": READ_P95_MS}, "file to filled fields painted")


def _lay_on(watch: Stopwatch, file: Path) -> float:
    told = {
        "schema": SCHEMA,
        "paper": "resident_id",
        "number": NUMBER,
        "name": NAME,
        "valid_until": LONG_TERM,
    }
    part = file.with_suffix(".part")
    part.write_text(json.dumps(told), "utf-8")
    begun = perf_counter()
    part.replace(file)
    while _number(watch) != NUMBER:
        if perf_counter() - begun > PATIENCE_S:
            raise HandsError("the fields of a paper that was read")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    page = _page(watch)
    assert page is not None
    page.repaint()
    return perf_counter() - begun


def _page(watch: Stopwatch) -> ReceptionPage | None:
    page = watch.shown()
    return page if isinstance(page, ReceptionPage) else None


def _number(watch: Stopwatch) -> str:
    page = _page(watch)
    return str(page.people.blocks["p1"].boxes["number"].value()) if page is not None else ""
