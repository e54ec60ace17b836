"""Looks once, after the start, whether the program's procedure files can be read and are in force.

Owns its thread. Changes nothing: what is offered is an administrator's to publish.
"""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from counter_app.forms.loading import Loaded
from counter_app.forms.problems import Problem
from counter_app.services import publishing
from counter_app.services.publishing import parts_of
from counter_app.ui.work import Work

AFTER_MS = 2000
"""First people can sign on; reading the files takes a second of the processor."""


class ContentWatch(QObject):
    """`reviewed` when it is known what is wrong with the files and how many wait."""

    reviewed = Signal()
    _loaded = Signal(object)

    def __init__(self, work: Work, load: Callable[[], Loaded]) -> None:
        super().__init__()
        self.problems: tuple[Problem, ...] = ()
        self.waiting = 0
        self.done = False
        self._work, self._load = work, load
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._loaded.connect(self._took, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Look in a while."""
        self._timer.start(AFTER_MS)

    def look(self) -> None:
        """Read the files on a thread of their own."""
        self._thread = Thread(target=self._read, name="content")
        self._thread.start()

    def stop(self) -> None:
        """Wait for a reading that has begun; begin none."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()

    def _read(self) -> None:
        self._loaded.emit(self._load())

    def _took(self, loaded: Loaded) -> None:
        self.problems = loaded.problems
        versions = parts_of(loaded)
        self._work.do(
            self, lambda counter: len(publishing.waiting(counter, versions)), self._counted
        )

    def _counted(self, count: int) -> None:
        self.waiting, self.done = count, True
        self.reviewed.emit()
