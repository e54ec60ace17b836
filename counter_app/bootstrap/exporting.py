"""The wiring of exports: the day's sheet as a workbook or a paper, in the home's folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from counter_app.bootstrap.bridge import Bridge
from counter_app.bootstrap.spooling import Papers
from counter_app.config import Home
from counter_app.domain.refusal import Refusal
from counter_app.exchange.workbook import day_workbook
from counter_app.i18n import Language
from counter_app.services.counter import Acting
from counter_app.services.day_sheet import DaySheet, paper_of_day
from counter_app.services.paper_content import paper_content
from counter_app.services.ports import Clock
from counter_app.ui.exports import FileKind


class HomeExports:
    """See `ui.exports.Exports`. A file of the same sheet replaces the one before."""

    def __init__(
        self, bridge: Bridge, papers: Papers, home: Home, clock: Clock, acting: Callable[[], Acting]
    ) -> None:
        self._bridge, self._papers, self._home = bridge, papers, home
        self._clock, self._acting = clock, acting

    def day_sheet(
        self,
        receiver: QObject,
        sheet: DaySheet,
        kind: FileKind,
        language: Language,
        done: Callable[[str | Refusal], None],
    ) -> None:
        """Writes the sheet aside."""
        staff = self._acting().staff

        def job() -> str | Refusal:
            made = day_workbook(sheet, language) if kind == "xlsx" else self._pdf(sheet, staff)
            return self._written(f"day-{sheet.date.isoformat()}.{kind}", made)

        self._bridge.aside(receiver, job, done)

    def _pdf(self, sheet: DaySheet, staff: str) -> bytes:
        paper = paper_of_day(sheet, self._clock.now(), staff)
        return self._papers.render(paper_content(paper, "day"), None)

    def _written(self, name: str, made: bytes) -> str | Refusal:
        folder: Path = self._home.folder / "exports"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            part = folder / f"{name}.part"
            part.write_bytes(made)
            part.replace(folder / name)
        except OSError:
            return Refusal("disk")
        return str(folder / name)
