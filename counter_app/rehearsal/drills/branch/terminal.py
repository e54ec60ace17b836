"""A terminal of a drill: its store, its key pair, its threads; and the list of what it acknowledged.

Owns the life of one PC without a window. The list stands outside the store: what is on it must be found
again, once, wherever the branch's entries are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from secrets import token_bytes
from time import monotonic

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.snapshots import PostgresSnapshots
from counter_app.db.store import FirstEntry, SqliteStore, StoreFiles, create_store, open_store
from counter_app.db.worker import StoreWorker
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.views import View
from counter_app.rehearsal.drills.branch.proxy import Proxy
from counter_app.services.branch_health import Health
from counter_app.services.ports import NOTHING_BESIDE, Beside, NewFact, Stamp, Written
from counter_app.sync.meeting import Identity, Meeting
from counter_app.sync.scope_keeping import ScopeMeans, bring_back
from counter_app.sync.snapshots import SnapshotMeans, Snapshots
from counter_app.sync.through_store import ThroughStore
from counter_app.sync.worker import BranchWorker
from counter_app.vault.keys import StoreKey
from counter_app.vault.signatures import (
    Signer,
    former_signers,
    is_signed,
    is_snapshot_signed,
    make_signer,
)

BRANCH = "branch/drill"
PROGRAM = "drill"
STAFF = "80231"
DEADLINE_S = 3.0
EVERYTHING = ("all", "complaint", "quality", "restricted")
"""The labels of whoever may hold every body."""


class SteadyClock:
    """Goes on from an instant that it was told, whatever this machine's own clock says."""

    def __init__(self, start: datetime) -> None:
        self._start, self._began = start, monotonic()

    def now(self) -> datetime:
        """The present instant."""
        return self._start + timedelta(seconds=monotonic() - self._began)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a terminal lives, what it is called, and whose bodies it may hold."""

    folder: Path
    number: int
    role: str
    letter: str = "A"
    audiences: tuple[str, ...] = ("all",)


@dataclass
class DrillTerminal:
    """One PC. `skew` is how wrong its clock is; from its next start it keeps `kept_days`, or all.

    `worth` is how many entries must be lacking before it works from a snapshot; None where it does not.
    """

    place: Place
    proxy: Proxy
    clock: SteadyClock
    skew: timedelta = timedelta()
    worth: int | None = None
    kept_days: int | None = None
    key: StoreKey = field(default_factory=lambda: StoreKey(token_bytes(8).hex(), token_bytes(32)))
    acknowledged: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    healths: list[Health] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self.thread: StoreWorker[SqliteStore] | None = None
        self.worker: BranchWorker | None = None
        self._make: Callable[[int], bool] | None = None
        self.bring_back: Callable[[Sequence[str]], bool] = bool
        self.journal_id = ""

    @property
    def files(self) -> StoreFiles:
        """The files of its store."""
        return StoreFiles.in_home(self.place.folder)

    def found(self, journal_id: str, follows: tuple[str, ChainHead] | None = None) -> None:
        """Makes the store of a new journal, and its key pair."""
        self.place.folder.mkdir(parents=True, exist_ok=True)
        first = self.first_entry(journal_id, follows)
        create_store(self.files, self.key.value, first, token_bytes).close()

    def first_entry(
        self, journal_id: str, follows: tuple[str, ChainHead] | None = None
    ) -> FirstEntry:
        """What a journal of this PC begins with, its key pair made and kept."""
        signer = make_signer(self.place.folder, journal_id, self.key, token_bytes)
        if not isinstance(signer, Signer):
            raise RuntimeError(signer.code)
        opened = JournalOpened(
            branch=BRANCH,
            terminal=f"{self.place.number:02d}",
            letter=self.place.letter,
            public_key=signer.public_key,
            program=PROGRAM,
            follows_journal=follows[0] if follows else None,
            follows_seq=follows[1].seq if follows else None,
            follows_hash=follows[1].hash if follows else None,
        )
        return FirstEntry(journal_id, opened, self._stamp(f"terminal/{self.place.number:02d}"))

    def start(self) -> None:
        """Opens the store and begins to meet the branch."""
        store = open_store(self.files, self.key.value, token_bytes)
        self.journal_id = store.journal_id
        signer = make_signer(self.place.folder, store.journal_id, self.key, token_bytes)
        if not isinstance(signer, Signer):
            raise RuntimeError(signer.code)
        formers = former_signers(self.place.folder, store.journal_id, self.key)
        self.thread = StoreWorker(store)
        url = f"postgresql://{self.place.role}@127.0.0.1:{self.proxy.port}/branch"
        line = BranchLine(BranchAddress(url), DEADLINE_S)
        shelf, through = PostgresBranch(line), ThroughStore(self.thread, store.journal_id)
        self.bring_back = partial(bring_back, through, through.contents, shelf)
        means = SnapshotMeans(PostgresSnapshots(line), signer, is_snapshot_signed, self._today)
        self._make = lambda worth: Snapshots(
            through, shelf, BRANCH, replace(means, worth=worth)
        ).make_due()
        taking = replace(means, worth=self.worth) if self.worth is not None else None
        identity = Identity(
            BRANCH, PROGRAM, signer, is_signed, formers, taking, scope=self._scope()
        )
        meeting = Meeting(through, shelf, identity, self.now)
        self.worker = BranchWorker(meeting, shelf, store.journal_id, self.now, self._hear)
        self.thread.start()
        self.worker.start()

    def stop(self) -> None:
        """Ends in order."""
        if self.worker is not None and self.thread is not None:
            self.worker.stop()
            self.thread.stop()
        self.worker = self.thread = None

    def offer(self, commits: int = 1, facts: int = 3, about: str = "") -> None:
        """So many commits; what the store answered to is on the list."""
        assert self.thread is not None
        for _commit in range(commits):
            idents = [f"{self.journal_id[-4:]}-{next(self._numbers)}" for _fact in range(facts)]
            subject = about or f"case/{self.journal_id}-{idents[0]}"
            self.offered += idents
            self.thread.submit(partial(self._append, subject=subject, idents=idents)).result()
            self.acknowledged += idents
        self.nudge()

    def write(
        self, facts: Sequence[NewFact], beside: Beside = NOTHING_BESIDE, staff: str = STAFF
    ) -> tuple[Entry, ...]:
        """One commit of such facts as they are; they stand on the list by subject and kind."""
        assert self.thread is not None
        marks = [f"{one.subject} {one.fact.KIND}" for one in facts]
        self.offered += marks
        job = partial(self._commit, facts=facts, beside=beside, actor=f"staff/{staff}")
        written = self.thread.submit(job).result()
        self.acknowledged += marks
        return written

    def entries(self) -> list[Entry]:
        """All entries that this PC holds."""
        assert self.thread is not None
        return self.thread.submit(all_entries).result()

    def heads(self) -> dict[str, ChainHead]:
        """The last entry held of each journal."""
        assert self.thread is not None
        return dict(self.thread.submit(lambda store: store.heads()).result())

    def view(self, subject: str) -> View:
        """A subject as this PC sees it."""
        assert self.thread is not None
        return self.thread.submit(lambda store: store.view(subject)).result()

    def make_snapshot(self, worth: int) -> bool:
        """Brings the branch a snapshot of what is here; whether it took one."""
        assert self.worker is not None
        assert self._make is not None
        return self.worker.ask(partial(self._make, worth)).result()

    def nudge(self) -> None:
        """Meets the branch soon."""
        if self.worker is not None:
            self.worker.wake()

    def forget_last(self, offers: int) -> None:
        """Takes back what was offered and refused."""
        del self.offered[-offers:]

    @property
    def health(self) -> Health | None:
        """How it stood with the branch at the last attempt."""
        return self.healths[-1] if self.healths else None

    def now(self) -> datetime:
        """The present instant by this PC's clock."""
        return self.clock.now() + self.skew

    def _today(self) -> str:
        return self.now().date().isoformat()

    def _scope(self) -> ScopeMeans | None:
        if self.kept_days is None:
            return None
        return ScopeMeans(lambda: self.now().date(), self.kept_days)

    def _append(self, store: SqliteStore, subject: str, idents: list[str]) -> None:
        facts = [NewFact(subject, case.CaseNoted(text=one)) for one in idents]
        self._commit(store, facts, NOTHING_BESIDE, f"staff/{STAFF}")

    def _commit(
        self, store: SqliteStore, facts: Sequence[NewFact], beside: Beside, actor: str
    ) -> tuple[Entry, ...]:
        seen = {one.subject: store.view(one.subject).heads for one in facts}
        answer = store.append(facts, seen, self._stamp(actor), beside)
        if not isinstance(answer, Written):
            raise RuntimeError("nobody else writes on this thread, and yet the heads moved")
        return answer.entries

    def _hear(self, health: Health, _subjects: tuple[str, ...]) -> None:
        self.healths.append(health)

    def _stamp(self, actor: str) -> Stamp:
        now = self.now()
        text = now.strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03d}Z"
        return Stamp(actor, text, text[:10])


def all_entries(store: SqliteStore) -> list[Entry]:
    """Every entry of every journal in a store."""
    return [
        entry
        for journal_id, head in store.heads().items()
        for entry in store.entries_after(journal_id, 0, head.seq)
    ]
