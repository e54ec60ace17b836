"""Between Qt and the workers: answers are delivered on the UI thread, to living receivers only.

Owns the crossing of threads. The workers are plain Python and know no Qt.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from counter_app.db.worker import ReaderWorker, SideWorker, StoreWorker
from counter_app.services.counter import Counter
from counter_app.services.ports import StoreTrouble
from counter_app.services.read_models import Reader

T = TypeVar("T")
Answer = Callable[[], None]


class Bridge(QObject):
    """See `ui.work.Work`.

    `trouble` carries what a worker could not do (StoreTrouble, or a programming error) to the shell;
    `changed` the subjects that a commit changed and who caused it, joined by the shell.
    """

    answered = Signal(object)
    trouble = Signal(object)

    def __init__(
        self, store: StoreWorker, reader: ReaderWorker, side: SideWorker, counter: Counter
    ) -> None:
        super().__init__()
        self._store = store
        self._reader = reader
        self._side = side
        self._counter = counter
        self.answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def do(
        self, receiver: QObject, job: Callable[[Counter], T], done: Callable[[T], None]
    ) -> None:
        """Runs a use case on the store's thread."""
        self._store.submit(
            lambda: job(self._counter), self._answer(receiver, done), self._failed
        )

    def read(
        self, receiver: QObject, key: str, job: Callable[[Reader], T], done: Callable[[T], None]
    ) -> None:
        """Runs a reading on the reader's thread; the latest of a key wins."""
        self._reader.submit(key, job, self._answer(receiver, done), self._failed)

    def aside(self, receiver: QObject, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs something slow that needs no store."""
        self._side.submit(job, self._answer(receiver, done), self._failed)

    def _answer(self, receiver: QObject, done: Callable[[T], None]) -> Callable[[T], None]:
        """What a worker calls with its result: it only posts."""

        def post(value: T) -> None:
            self.answered.emit(lambda: done(value) if shiboken6.isValid(receiver) else None)

        return post

    def _failed(self, error: BaseException) -> None:
        self.answered.emit(lambda: self.trouble.emit(error))

    @Slot(object)
    def _deliver(self, answer: Answer) -> None:
        answer()


def is_store_trouble(error: Any) -> bool:
    """Whether the store itself could not work, as against a mistake in the program."""
    return isinstance(error, StoreTrouble)
