"""The first meeting of a PC with its branch, told as it goes; one cut off is taken up again."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC
from typing import TypeVar

from counter_app.bootstrap.adapters import SystemClock, entropy
from counter_app.bootstrap.branch_address import address_of
from counter_app.bootstrap.ground import PROGRAM, journal_opened, own_branch
from counter_app.config import Home
from counter_app.db.branch.connecting import BranchLine
from counter_app.db.branch.shelf import PostgresBranch, PostgresOffice
from counter_app.db.branch.snapshots import PostgresSnapshots
from counter_app.db.home import HeldElsewhere, hold_home
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.verifiers import LocalVerifiers
from counter_app.domain.dates import business_date
from counter_app.domain.refusal import Refusal
from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable
from counter_app.services.counter import instant_text
from counter_app.services.ports import Accepted, SignedHead, StoreTrouble
from counter_app.sync.meeting import Identity, Meeting
from counter_app.sync.snapshots import SnapshotMeans
from counter_app.sync.through_store import ThroughStore
from counter_app.sync.verifiers import MeetingWithVerifiers
from counter_app.vault.branch_access import BranchAccess, read_access
from counter_app.vault.keys import KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal
from counter_app.vault.signatures import Signer, is_signed, is_snapshot_signed, open_signer

T = TypeVar("T")
ONLY_WHAT_IS_NEW_S = 0.0
"""Who works from a snapshot takes the history later, at work."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the branch's entries are here."""

    done: int
    of: int


class StoreHere:
    """A store that works on the caller's own thread; see `through_store.StoreThread`."""

    def __init__(self, store: SqliteStore, taken: Callable[[int], None]) -> None:
        self._store, self._taken = store, taken

    def submit(
        self,
        job: Callable[[SqliteStore], T],
        *,
        urgent: bool = True,  # noqa: ARG002
    ) -> "Future[T]":
        """Runs a job at once."""
        return _done(lambda: job(self._store))

    def accept(
        self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()
    ) -> "Future[Accepted]":
        """Takes others' entries at once, and tells how many."""
        future = _done(lambda: self._store.accept(entries, signed))
        self._taken(len(entries))
        return future


def catch_up(
    home: Home,
    store: SqliteStore,
    signer: Signer,
    access: BranchAccess,
    tell: Callable[[Progress], None],
) -> Refusal | None:
    """Meets the branch once: says that this journal begins, takes what the branch holds.

    By a snapshot where there is one: then the history comes while people work. Why not all of it came
    that work needs, where it did not; `finish_joining` goes on then.
    """
    line = BranchLine(address_of(home.folder, access))
    try:
        _meet(line, store, signer, tell)
    except BranchUnreachable as trouble:
        return Refusal("branch_unreachable", {"detail": str(trouble)})
    except BranchRefused as refusal:
        return Refusal(refusal.code)
    except StoreTrouble as trouble:
        return Refusal(trouble.code)
    finally:
        line.close()
    return None if own_branch(store).founded else Refusal("branch_empty")


def _meet(
    line: BranchLine, store: SqliteStore, signer: Signer, tell: Callable[[Progress], None]
) -> None:
    shelf = PostgresBranch(line)
    of = sum(one.head.seq for one in shelf.heads().values())
    done = sum(one.seq for one in store.heads().values())
    here = StoreHere(store, _counting(Progress(done, of), tell))
    clock = SystemClock()
    means = SnapshotMeans(
        PostgresSnapshots(line),
        signer,
        is_snapshot_signed,
        lambda: business_date(clock.now()).isoformat(),
    )
    branch = journal_opened(store).branch
    identity = Identity(branch, PROGRAM, signer, is_signed, snapshots=means)
    through = ThroughStore(here, store.journal_id)
    meeting = Meeting(through, shelf, identity, clock.now, ONLY_WHAT_IS_NEW_S)
    held = LocalVerifiers(store)
    MeetingWithVerifiers(meeting, lambda job: job(held), PostgresOffice(line)).hold()
    store.note_met(instant_text(SystemClock().now().astimezone(UTC)))


def finish_joining(home: Home, tell: Callable[[Progress], None]) -> Refusal | None:
    """Takes up the first meeting of a home that joined and was cut off before it knew its branch."""
    held = hold_home(home.folder, SystemClock().now().isoformat(timespec="minutes"))
    if isinstance(held, HeldElsewhere):
        return Refusal(held.code, {"user": held.user or "", "since": held.since or ""})
    try:
        return _finish_held(home, tell)
    except StoreTrouble as trouble:
        return Refusal(trouble.code)
    finally:
        held.release()


def _finish_held(home: Home, tell: Callable[[Progress], None]) -> Refusal | None:
    key = KeyRing(entropy, machine_seal()).open(home.folder)
    if not isinstance(key, StoreKey):
        return Refusal(key.code, {"file": key.file})
    access = read_access(home.folder, key)
    if not isinstance(access, BranchAccess):
        return Refusal("not_founded")
    store = open_store(StoreFiles.in_home(home.folder), key.value, entropy)
    try:
        signer = open_signer(home.folder, store.journal_id, key)
        if not isinstance(signer, Signer):
            return Refusal(signer.code)
        return catch_up(home, store, signer, access, tell)
    finally:
        store.close()


def _done(job: Callable[[], T]) -> "Future[T]":
    future: Future[T] = Future()
    future.set_result(job())
    return future


def _counting(begin: Progress, tell: Callable[[Progress], None]) -> Callable[[int], None]:
    done = begin.done

    def count(taken: int) -> None:
        nonlocal done
        done += taken
        tell(Progress(done, max(begin.of, done)))

    return count
