"""A file that a vendor's reader program writes for each paper: taken, and removed at once.

Owns the watching. The file holds a person's data, so it does not stay; one that lay there before the
program looked is old, and is removed unread.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.devices.reader_message import read_message
from counter_app.domain.refusal import Refusal

LOOK_EVERY_MS = 100
LOOKS_FOR_A_WHOLE_FILE = 10
"""A program may still be writing: what cannot be read is looked at again so often, then told."""


class WatchedFile(QObject):
    """`read` carries a PaperRead or a Refusal, once for each file."""

    read = Signal(object)

    def __init__(
        self, file: Path, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._today = today
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Removes what lay there from before, and begins to look."""
        self._file.unlink(missing_ok=True)
        self._timer.start()

    def look(self) -> None:
        """Takes the file, if one is there and whole."""
        try:
            body = self._file.read_bytes()
        except OSError:
            return
        found = read_message(body, self._today())
        unfinished = isinstance(found, Refusal) and found.code == "reader_message_unreadable"
        self._looks += 1
        if unfinished and self._looks < LOOKS_FOR_A_WHOLE_FILE:
            return
        self._looks = 0
        self._file.unlink(missing_ok=True)
        self.read.emit(found)
