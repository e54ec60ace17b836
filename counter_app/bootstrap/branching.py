"""The branch behind the window: the thread that meets it, and what it tells to the pages.

Owns starting and ending it and the crossing to Qt. A PC that stands alone has none of this.
"""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.bootstrap.adapters import entropy
from counter_app.bootstrap.branch_address import address_of
from counter_app.bootstrap.ground import PROGRAM, Ground, journal_opened
from counter_app.db.branch.connecting import BranchLine
from counter_app.db.branch.shelf import PostgresBranch, PostgresOffice
from counter_app.db.branch.snapshots import PostgresSnapshots
from counter_app.db.store import SqliteStore
from counter_app.db.verifiers import LocalVerifiers
from counter_app.db.worker import StoreWorker
from counter_app.services.branch_health import Health
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable
from counter_app.services.counter import instant_text
from counter_app.services.reaching import Reached
from counter_app.sync.meeting import Identity, Meeting
from counter_app.sync.scope_keeping import ScopeMeans, bring_back
from counter_app.sync.snapshots import SnapshotMeans
from counter_app.sync.through_store import ThroughStore
from counter_app.sync.verifiers import HeldVerifiers, MeetingWithVerifiers
from counter_app.sync.worker import BranchWorker
from counter_app.vault.branch_access import BranchAccess, read_access
from counter_app.vault.signatures import (
    Signer,
    former_signers,
    is_signed,
    is_snapshot_signed,
    make_signer,
)

T = TypeVar("T")

FETCH_S = 5.0
"""Longer nobody stands before a sign-on page that does not answer."""
NOTED_EVERY = timedelta(minutes=10)
"""So often it is kept on the disk that the branch was met: what asks for it counts hours."""
JOIN_MS = 100
"""What others wrote within this time reaches the pages as one change."""


class Branching(QObject):
    """Meets the branch while the window is open.

    `health_changed` carries the `Health` after each attempt; `grown` says that others' entries came, at
    most once in `JOIN_MS`.
    """

    health_changed = Signal(object)
    grown = Signal()

    def __init__(
        self,
        worker: BranchWorker,
        reached: Reached,
        store: StoreWorker[SqliteStore],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker, self.reached, self._store = worker, reached, store
        self._noted: datetime | None = None
        self._joining = QTimer(self)
        self._joining.setSingleShot(True)
        self._joining.setInterval(JOIN_MS)
        self._joining.timeout.connect(self.grown)

    @property
    def health(self) -> Health:
        """How it stands now."""
        return self._worker.health

    def start(self) -> None:
        """Begins to meet the branch."""
        self._worker.start()

    def fetch_verifier(self, staff: str) -> None:
        """Brings the verifier of an account that never signed on here, if the branch answers soon.

        Waits: for a thread that may.
        """
        if self.health.state != "well":
            return
        with suppress(BranchUnreachable, BranchRefused, TimeoutError, CancelledError):
            found = self._worker.ask(lambda: self.reached.office.verifier(staff)).result(FETCH_S)
            if found is not None:
                self._store.submit(lambda store: LocalVerifiers(store).keep(staff, found)).result()

    def ask(self, errand: Callable[[], T]) -> "Future[T]":
        """Runs an errand before the next meeting, on the branch's thread."""
        return self._worker.ask(errand)

    def nudge(self) -> None:
        """Something was written here."""
        self._worker.wake()

    def stop(self) -> None:
        """Ends before the store does: what was written meanwhile is pushed at the next start."""
        self._worker.stop()
        self._joining.stop()

    def hear(self, health: Health, grew: bool) -> None:
        """What the worker told, on the UI thread."""
        self.health_changed.emit(health)
        self._note_met(health.confirmed_at)
        if grew and not self._joining.isActive():
            self._joining.start()

    def _note_met(self, at: datetime | None) -> None:
        if at is None or (self._noted is not None and at - self._noted < NOTED_EVERY):
            return
        self._noted = at
        told = instant_text(at.astimezone(UTC))
        self._store.submit(lambda store: store.note_met(told))


class VerifiersThrough:
    """Questions of the verifiers here, on the store's thread; see `sync.verifiers.AskHeld`."""

    def __init__(self, store: StoreWorker[SqliteStore]) -> None:
        self._store = store

    def __call__(self, job: Callable[[HeldVerifiers], T]) -> T:
        return self._store.submit(lambda store: job(LocalVerifiers(store))).result()


class _Crossing(QObject):
    """Carries what is told on the branch's thread to the window's."""

    told = Signal(object, bool)


def branching_of(
    ground: Ground, store: StoreWorker[SqliteStore], parent: QObject
) -> Branching | None:
    """The branch of this home; None where it stands alone, or where its access cannot be read."""
    access = read_access(ground.home.folder, ground.key)
    if not isinstance(access, BranchAccess):
        return None
    signer = signer_of(ground)
    if signer is None:
        return None
    line = BranchLine(address_of(ground.home.folder, access))
    shelf = PostgresBranch(line)
    formers = former_signers(ground.home.folder, signer.journal_id, ground.key)
    means = SnapshotMeans(
        PostgresSnapshots(line),
        signer,
        is_snapshot_signed,
        lambda: ground.counter.calendar_day().isoformat(),
    )
    scope = ScopeMeans(ground.counter.calendar_day, ground.settings.scope_days)
    branch = ground.counter.branch.subject
    identity = Identity(branch, PROGRAM, signer, is_signed, formers, means, scope)
    through = ThroughStore(store, signer.journal_id)
    meeting = Meeting(through, shelf, identity, ground.counter.clock.now)
    crossing = _Crossing(parent)
    office = PostgresOffice(line)
    worker = BranchWorker(
        MeetingWithVerifiers(meeting, VerifiersThrough(store), office),
        shelf,
        signer.journal_id,
        ground.counter.clock.now,
        lambda health, subjects: crossing.told.emit(health, bool(subjects)),
    )
    back = partial(bring_back, through, through.contents, shelf)
    made = Branching(worker, Reached(shelf, office, office, back), store, parent)
    crossing.told.connect(made.hear)
    return made


def signer_of(ground: Ground) -> Signer | None:
    """The key pair of this home's journal; None when its file is not to be read."""
    journal_id = ground.store.journal_id
    signer = make_signer(ground.home.folder, journal_id, ground.key, entropy)
    if not isinstance(signer, Signer):
        return None
    stated = journal_opened(ground.store).public_key
    return signer if signer.public_key == stated else None
