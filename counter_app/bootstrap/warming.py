"""What the first customer would wait for, loaded while nobody waits: paper fonts, readings of names.

Owns when: after the sign-on page is usable, one thing at a time, each only when no key was pressed for
a while. The loading itself is done beside the window, on the bridge's own thread.
"""

import gc
import logging
from collections.abc import Callable, Sequence
from time import perf_counter

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer

from counter_app.services import pinyin
from counter_app.ui.work import Work

REST_MS = 400
"""So long no key and no click: then one thing is loaded."""

_BUSY = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})

_log = logging.getLogger(__name__)

Warm = tuple[str, Callable[[], object]]
"""What is loaded, in words for the log, and how."""


def all_this_stays() -> None:
    """Catalogue, tables and classes stay to the end: no collection of cycles looks through them again.

    On the window's thread, as every collection: looking through three hundred thousand things that
    never go was a tenth of a second in which no key is heard.
    """
    gc.collect()
    gc.freeze()


def names_read() -> object:
    """The table of readings, before the first search and the first entries of other PCs."""
    return pinyin.initials("暖")


class Warming(QObject):
    """Loads one thing after another in the pauses; `left` are those still to come."""

    def __init__(self, work: Work, things: Sequence[Warm], rest_ms: int = REST_MS) -> None:
        super().__init__()
        self._work, self.left = work, list(things)
        self._watched: QObject | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(rest_ms)
        self._pause.timeout.connect(self._next)

    def start(self, window: QObject | None) -> None:
        """Begins to wait for pauses in the use of a window."""
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
        self._pause.start()

    def stop(self) -> None:
        """Loads nothing more."""
        self.left.clear()
        self._rest()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Sees that somebody is at work, and lets every event pass."""
        if event.type() in _BUSY and self._pause.isActive():
            self._pause.start()
        return False

    def _next(self) -> None:
        if not self.left:
            self._rest()
            all_this_stays()
            return
        named, load = self.left.pop(0)
        self._work.aside(self, lambda: _timed(named, load), lambda _done: self._pause.start())

    def _rest(self) -> None:
        self._pause.stop()
        # A window that was made anew has another handle; the old one is gone.
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None


def _timed(named: str, load: Callable[[], object]) -> None:
    begun = perf_counter()
    load()
    _log.debug("warmed %s in %.0f ms", named, (perf_counter() - begun) * 1000)
