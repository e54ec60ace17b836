"""A reader that is not there: gives invented papers in turn, for the demo and the tests."""

from datetime import date
from itertools import cycle

from PySide6.QtCore import QObject, Signal

from counter_app.domain.identity import IdentityKind, Sex
from counter_app.domain.paper_read import PaperRead

INVENTED: tuple[PaperRead, ...] = (
    PaperRead(
        IdentityKind.RESIDENT_ID,
        "110101198405060022",
        "李桂兰",
        date(1984, 5, 6),
        Sex.FEMALE,
        date(2031, 9, 30),
    ),
    PaperRead(
        IdentityKind.RESIDENT_ID,
        "110101195208140011",
        "𠮷田富贵",
        date(1952, 8, 14),
        Sex.MALE,
        no_expiry=True,
    ),
    PaperRead(
        IdentityKind.FOREIGN_PASSPORT,
        "L898902C3",
        "ERIKSSON ANNA MARIA",
        date(1974, 8, 12),
        Sex.FEMALE,
        date(2027, 4, 15),
    ),
)
"""Nobody's papers; the passport is the specimen of ICAO Doc 9303 with a later expiry."""


class SimulatedReader(QObject):
    """`read` carries the next invented paper each time `lay_on` is called."""

    read = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._papers = cycle(INVENTED)

    def lay_on(self) -> None:
        """A paper is laid on the reader."""
        self.read.emit(next(self._papers))
