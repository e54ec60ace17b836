"""Between Qt and the workers: answers are delivered on the UI thread, to living receivers only.

Owns the crossing of threads. The workers are plain Python and know no Qt.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from counter_app.db.queries import SqliteReader
from counter_app.db.store import SqliteStore
from counter_app.db.worker import ReaderWorker, StoreWorker
from counter_app.services.counter import Counter
from counter_app.services.read_models import Reader

T = TypeVar("T")

PAINT_FIRST_MS = 30
"""What follows from something done waits so long: the page that shows it is painted first."""


class Bridge(QObject):
    """See `ui.work.Work`.

    `trouble` carries what a worker could not do to the shell: a `StoreTrouble`, or a mistake of the
    program. `done_something` tells that facts were added, so that visible pages read again; what only
    read on the store's thread or kept a draft tells nothing, or a page that reads would read for ever.
    It comes once for all that was done within `PAINT_FIRST_MS`.
    """

    trouble = Signal(object)
    done_something = Signal()
    _answered = Signal(object)

    def __init__(
        self,
        counter: Counter,
        store: StoreWorker[SqliteStore],
        reader: ReaderWorker[SqliteReader],
    ) -> None:
        super().__init__()
        self._counter = counter
        self._store = store
        self._reader = reader
        self._side = ThreadPoolExecutor(1, "side")
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(PAINT_FIRST_MS)
        self._telling.timeout.connect(self.done_something)

    def do(self, receiver: QObject, job: Callable[[Counter], T], done: Callable[[T], None]) -> None:
        """Runs a use case on the store's thread, in the order asked."""

        def run(store: SqliteStore) -> tuple[T, bool]:
            before = store.heads()
            return job(self._counter), store.heads() != before

        def tell(answer: tuple[T, bool]) -> None:
            result, added = answer
            if shiboken6.isValid(receiver):
                done(result)
            if added and not self._telling.isActive():
                self._telling.start()

        self._store.submit(run).add_done_callback(self._answer(self, tell))

    def read(
        self, receiver: QObject, key: str, job: Callable[[Reader], T], done: Callable[[T], None]
    ) -> None:
        """Runs a reading on the reader's thread; the latest of a key wins."""
        future = self._reader.ask(key, job)
        future.add_done_callback(self._answer(receiver, done))

    def aside(self, receiver: QObject, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs something slow that needs no store."""
        self._side.submit(job).add_done_callback(self._answer(receiver, done))

    def stop(self) -> None:
        """Finishes what was asked, in order: what is aside, readings, the store last."""
        self._telling.stop()
        self._side.shutdown(wait=True, cancel_futures=True)
        self._reader.stop()
        self._store.stop()

    def _answer(
        self, receiver: QObject, done: Callable[[T], None]
    ) -> Callable[["Future[T]"], None]:
        """What runs on the worker's thread when the answer is there: it only posts."""

        def post(future: "Future[T]") -> None:
            if not future.cancelled():
                self._answered.emit(lambda: self._tell(future, receiver, done))

        return post

    def _tell(self, future: "Future[Any]", receiver: QObject, done: Callable[[Any], None]) -> None:
        error = future.exception()
        if error is not None:
            self.trouble.emit(error)
            return
        if shiboken6.isValid(receiver):
            done(future.result())

    @Slot(object)
    def _deliver(self, answer: Callable[[], None]) -> None:
        answer()
