"""The wiring of exports: the day's sheet as a workbook or a paper, recorded and then written."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject

from counter_app.bootstrap.bridge import Bridge
from counter_app.bootstrap.spooling import Papers
from counter_app.config import Home
from counter_app.domain.refusal import Refusal
from counter_app.exchange.workbook import day_workbook
from counter_app.journal.folds.day import ExportView
from counter_app.services import exporting
from counter_app.services.counter import Acting, Counter
from counter_app.services.day_sheet import DaySheet, paper_of_day
from counter_app.services.exporting import FileTold
from counter_app.services.paper_content import paper_content
from counter_app.services.ports import Clock
from counter_app.ui.exports import FileWish

Told = Callable[[str | Refusal], None]


class HomeExports:
    """See `ui.exports.Exports`. A file of the same sheet replaces the one before.

    A page that closes meanwhile is not told, and the file is written all the same: it is on record.
    """

    def __init__(
        self, bridge: Bridge, papers: Papers, home: Home, clock: Clock, acting: Callable[[], Acting]
    ) -> None:
        self._bridge, self._papers, self._home = bridge, papers, home
        self._clock, self._acting = clock, acting

    @property
    def folder(self) -> str:
        """The home's own folder for exports."""
        return str(self._home.folder / "exports")

    def day_sheet(
        self,
        receiver: QObject,
        sheet: DaySheet,
        wish: FileWish,
        done: Told,
    ) -> None:
        """Makes the file's bytes aside, records them, writes them aside."""
        acting = self._acting()

        def make() -> bytes:
            if wish.kind == "xlsx":
                return day_workbook(sheet, wish.language)
            paper = paper_of_day(sheet, self._clock.now(), acting.staff)
            return self._papers.render(paper_content(paper, "day"), None)

        def tell(answer: str | Refusal) -> None:
            if shiboken6.isValid(receiver):
                done(answer)

        def record(made: bytes) -> None:
            day, name = sheet.date.isoformat(), f"day-{sheet.date.isoformat()}.{wish.kind}"
            to = str(Path(wish.folder) / name) if wish.folder.strip() else ""
            digest = sha256(made).hexdigest()
            told = FileTold("day_sheet", day, wish.kind, to, digest, len(made))
            self._record(acting, told, made, tell)

        self._bridge.aside(self._bridge, make, record)

    def _record(self, acting: Acting, told: FileTold, made: bytes, tell: Told) -> None:
        def job(counter: Counter) -> ExportView | Refusal:
            return exporting.record_export(counter, acting, told)

        def recorded(answer: ExportView | Refusal) -> None:
            if isinstance(answer, Refusal):
                tell(answer)
                return
            ended = partial(self._ended, acting, answer.subject, tell)
            self._bridge.aside(self._bridge, lambda: _written(Path(told.to), made), ended)

        self._bridge.do(self._bridge, job, recorded)

    def _ended(self, acting: Acting, export: str, tell: Told, answer: str | Refusal) -> None:
        if isinstance(answer, Refusal):
            reason = answer.code

            def job(counter: Counter) -> Refusal | None:
                return exporting.record_failure(counter, acting, export, reason)

            self._bridge.do(self._bridge, job, lambda _refusal: tell(answer))
            return
        tell(answer)


def _written(file: Path, made: bytes) -> str | Refusal:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.part")
        part.write_bytes(made)
        part.replace(file)
    except OSError:
        return Refusal("disk")
    return str(file)
