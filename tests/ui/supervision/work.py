"""The work of pages done at once, on the test's own thread: a real store and its reader.

Owns what a test wants to know of it: what is held back, and which trouble the reader has.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from counter_app.db.queries import SqliteReader, open_reader
from counter_app.db.store import StoreFiles
from counter_app.domain.dates import business_date
from counter_app.i18n import Language
from counter_app.services.counter import Acting, Counter
from counter_app.services.ports import StoreTrouble
from counter_app.services.read_models import Reader
from counter_app.ui.customers.ground import Ground
from counter_app.ui.theme import Theme
from tests.unit.services.standing import KEY, Standing

T = TypeVar("T")


class TroubledReader:
    """A reader on a disk that cannot be read."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __getattr__(self, _name: str) -> Callable[..., Any]:
        def fail(*_arguments: object) -> object:
            raise StoreTrouble(self._code)

        return fail


@dataclass
class FakeWork:
    """See `ui.work.Work`. `trouble` makes every reading fail; `held` keeps answers back."""

    counter: Callable[[], Counter]
    reader: Reader
    trouble: str = ""
    holding: bool = False
    held: list[Callable[[], None]] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)

    def do(self, receiver: QObject, job: Callable[[Counter], T], done: Callable[[T], None]) -> None:
        """Runs the use case and answers."""
        self._answer(lambda: done(job(self.counter())))

    def read(
        self, receiver: QObject, key: str, job: Callable[[Reader], T], done: Callable[[T], None]
    ) -> None:
        """Runs the reading and answers."""
        self.readings.append(key)
        reader: Any = TroubledReader(self.trouble) if self.trouble else self.reader
        self._answer(lambda: done(job(reader)))

    def aside(self, receiver: QObject, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs it and answers."""
        self._answer(lambda: done(job()))

    def let_go(self) -> None:
        """Give the answers that were held back, in order."""
        self.holding = False
        waiting, self.held = self.held, []
        for answer in waiting:
            answer()

    def _answer(self, answer: Callable[[], None]) -> None:
        if self.holding:
            self.held.append(answer)
        else:
            answer()


@dataclass
class Office:
    """A founded branch with its reader, and the ground for pages of whoever acts."""

    standing: Standing
    reader: SqliteReader
    work: FakeWork
    language: Language = "zh"

    def ground(self, theme: Theme, acting: Acting) -> Ground:
        """What pages are given."""
        clock = self.standing.clock
        return Ground(
            theme,
            self.work,
            acting,
            "03",
            lambda: self.language,
            lambda: business_date(clock.now()),
            clock.now,
        )

    def at(self, minutes: float) -> None:
        """The clock stands so many minutes after nine."""
        start = dt.datetime(2026, 11, 23, 1, 0, tzinfo=dt.UTC)
        self.standing.clock.time = start + dt.timedelta(minutes=minutes)


def new_office(standing: Standing, files: StoreFiles) -> Office:
    """An office on a founded store."""
    reader = open_reader(files.database, KEY)
    return Office(standing, reader, FakeWork(lambda: standing.counter, reader))
