"""Questions of the branch from pages: asked on its thread, answered on the window's, soon or never.

Owns the crossing and the patience. Nothing here waits; what the branch does not answer is said.
"""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from counter_app.db.store import SqliteStore
from counter_app.db.worker import StoreWorker
from counter_app.domain.refusal import Refusal
from counter_app.services.branch_health import Health
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable
from counter_app.services.ports import Content
from counter_app.services.reaching import ALONE, AWAY, Reached
from counter_app.ui.work import AskBranch

T = TypeVar("T")

PATIENCE_MS = 2000
"""A customer stands at the window: longer nobody waits for a branch that does not answer."""


class Asked(Protocol):
    """Who runs errands on the branch's thread."""

    @property
    def health(self) -> Health:
        """How it stands now."""
        ...

    def ask(self, errand: Callable[[], T]) -> "Future[T]":
        """Runs an errand before the next meeting."""
        ...


class Reaching(QObject):
    """See `ui.work.AskBranch`."""

    _came = Signal(object)

    def __init__(self, worker: Asked | None, reached: Reached | None, parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._reached = worker, reached
        self._came.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)

    def __call__(
        self,
        receiver: QObject,
        errand: Callable[[Reached], T],
        done: Callable[[T | Refusal], None],
    ) -> None:
        """Asks; `done` gets the answer, or why there is none, once, while its receiver lives."""
        worker, reached = self._worker, self._reached
        if worker is None or reached is None:
            done(Refusal(ALONE))
            return
        if worker.health.state not in ("well", "begun", "forked"):
            done(Refusal(AWAY))
            return
        once = _Once(receiver, done, self)
        future = worker.ask(lambda: errand(reached))
        future.add_done_callback(lambda one: self._came.emit(lambda: once.tell(_answer(one))))


class FetchContent:
    """Brings content that another window made, by its hash, and keeps it here.

    `content_nowhere` where the branch has none that this PC may hold.
    """

    def __init__(self, ask: AskBranch, store: StoreWorker[SqliteStore]) -> None:
        self._ask, self._store = ask, store

    def __call__(
        self, receiver: QObject, digest: str, done: Callable[[Content | Refusal], None]
    ) -> None:
        """Asks the branch; `done` on the UI thread."""

        def errand(reached: Reached) -> Content | Refusal:
            found = reached.shelf.content([digest])
            if not found:
                return Refusal("content_nowhere")
            self._store.submit(lambda store: store.contents.take(found))
            return found[0]

        self._ask(receiver, errand, done)


class _Once:
    """Tells one answer, the first; when patience ends, that the branch is away."""

    def __init__(self, receiver: QObject, done: Callable[..., None], owner: QObject) -> None:
        self._receiver, self._done, self._told = receiver, done, False
        # Not `QTimer.singleShot` with the owner: it can be called, and is taken for what to call.
        self._patience = QTimer(owner)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self.tell(Refusal(AWAY)))
        self._patience.start(PATIENCE_MS)

    def tell(self, answer: object) -> None:
        """Tells it, unless something was told, or nobody is there any more."""
        if self._told:
            return
        self._told = True
        self._patience.stop()
        self._patience.deleteLater()
        if shiboken6.isValid(self._receiver):
            self._done(answer)


def _answer(future: "Future[Any]") -> object:
    try:
        return future.result()
    except BranchRefused as refusal:
        return Refusal(refusal.code)
    except (BranchUnreachable, CancelledError):
        return Refusal(AWAY)
