"""Terminals of one real branch in one process: each with its store, its threads and its own key."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Condition
from time import monotonic

from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.store import SqliteStore
from counter_app.db.worker import StoreWorker
from counter_app.journal.facts.base import Fact
from counter_app.services.branch_health import Health
from counter_app.sync.meeting import Identity, Meeting
from counter_app.sync.snapshots import SnapshotMeans
from counter_app.sync.tail import SLICE_S
from counter_app.sync.through_store import ThroughStore
from counter_app.sync.worker import BranchWorker
from tests.fakes.signing import PlainSigner, is_plainly_signed
from tests.store.writing import Hand, new_store

PATIENCE_S = 30.0
BRANCH = "branch/demo"


def now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


@dataclass
class Told:
    """What a branch worker told, and a way to wait for it."""

    healths: list[Health] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    changed: Condition = field(default_factory=Condition)

    def hear(self, health: Health, subjects: tuple[str, ...]) -> None:
        with self.changed:
            self.healths.append(health)
            self.subjects.extend(subjects)
            self.changed.notify_all()

    def wait_for(self, what: Callable[["Told"], bool]) -> None:
        until = monotonic() + PATIENCE_S
        with self.changed:
            while not what(self):
                assert self.changed.wait(max(0.0, until - monotonic())), self.healths[-1:]

    def state(self) -> str:
        return self.healths[-1].state if self.healths else ""


class RunningTerminal:
    """A PC whose threads run."""

    def __init__(
        self,
        home: Path,
        number: int,
        branch: PostgresBranch,
        snapshots: SnapshotMeans | None = None,
        slice_s: float = SLICE_S,
    ) -> None:
        store: SqliteStore = new_store(home, number)
        self.journal_id = store.journal_id
        self.told = Told()
        self.thread = StoreWorker(store)
        through = ThroughStore(self.thread, store.journal_id)
        identity = Identity(BRANCH, "test", PlainSigner(), is_plainly_signed, snapshots=snapshots)
        meeting = Meeting(through, branch, identity, now, slice_s)
        self.worker = BranchWorker(meeting, branch, store.journal_id, now, self.told.hear)
        self._hand = Hand(store)
        self.thread.start()
        self.worker.start()

    def write(self, subject: str, *facts: Fact) -> None:
        """One commit, and the nudge that follows it."""
        self.thread.submit(lambda _store: self._hand.write(subject, *facts)).result()
        self.worker.wake()

    def heads(self) -> dict[str, object]:
        return dict(self.thread.submit(lambda store: store.heads()).result())

    def stop(self) -> None:
        self.worker.stop()
        self.thread.stop()
