"""How soon a new PC works: a branch with some history and a day, joined by a snapshot and without.

Owns an invented branch of several journals with keys of their own, and the measuring. The joining PC
does what one does: it meets the branch, and goes on meeting it until everything is there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from secrets import token_bytes
from time import perf_counter

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.snapshots import PostgresSnapshots
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.db.store import FirstEntry, SqliteStore, StoreFiles, create_store
from counter_app.journal.facts.ground import JournalOpened
from counter_app.rehearsal.bench.foreign import PER_COMMIT, case_work
from counter_app.rehearsal.bench.lines import Line
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services.ports import NewFact, Stamp
from counter_app.sync.meeting import Identity, Meeting
from counter_app.sync.snapshots import SnapshotMeans, Snapshots
from counter_app.vault.keys import StoreKey
from counter_app.vault.signatures import Signer, is_signed, is_snapshot_signed, make_signer

BRANCH = "branch/bench"
DATABASE = "joined"
WRITERS = (3, 4, 5, 6)
BY_SNAPSHOT, WITHOUT = 7, 8
TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
LONG_S = 120.0
"""Nobody waits at these lines: a slow machine is measured, not cut off."""


@dataclass(frozen=True, slots=True)
class _Pc:
    """One PC of the invented branch."""

    store: SqliteStore
    signer: Signer
    line: BranchLine

    @property
    def means(self) -> SnapshotMeans:
        """What it takes and makes snapshots with."""
        shelf = PostgresSnapshots(self.line)
        return SnapshotMeans(shelf, self.signer, is_snapshot_signed, TODAY.isoformat)

    def meeting(self, *, by_snapshot: bool, slice_s: float = 0.0) -> Meeting:
        """A meeting as the branch worker holds it."""
        snapshots = self.means if by_snapshot else None
        identity = Identity(BRANCH, "bench", self.signer, is_signed, snapshots=snapshots)
        branch = PostgresBranch(self.line)
        return Meeting(self.store, branch, identity, lambda: NOON, slice_s)

    def close(self) -> None:
        """Ends it."""
        self.store.close()
        self.line.close()


def measure_joining(cluster: LocalPostgres, folder: Path, history: int, day: int) -> Line:
    """A branch of `history` entries before today and `day` of today."""
    upkeep = BranchUpkeep(cluster.create_database(DATABASE))
    upkeep.init(BRANCH, "bench")
    with _pcs(cluster, folder, upkeep) as pcs:
        for number in WRITERS:
            _write(pcs[number].store, number, history // len(WRITERS), day // len(WRITERS))
        for number in (*WRITERS, WRITERS[0]):
            pcs[number].meeting(by_snapshot=False).hold()
        made = _made(pcs[WRITERS[0]])
        usable, whole = _joined(pcs[BY_SNAPSHOT])
        begun = perf_counter()
        pcs[WITHOUT].meeting(by_snapshot=False).hold()
        plain = perf_counter() - begun
        (size,) = pcs[BY_SNAPSHOT].line.rows("SELECT upto FROM snapshot_newest_v1()")[0]
    figures = {
        "usable_ms": usable * 1000,
        "whole_ms": whole * 1000,
        "without_ms": plain * 1000,
        "made_ms": made * 1000,
        "entries": int(size),
    }
    return Line("joining", figures, {"usable_ms": 5_000.0}, "desk usable after, all after")


def _made(pc: _Pc) -> float:
    """How long a PC that has everything makes a snapshot."""
    maker = Snapshots(pc.store, PostgresBranch(pc.line), BRANCH, pc.means)
    begun = perf_counter()
    if not maker.make_due():
        raise RuntimeError("no snapshot was made")
    return perf_counter() - begun


def _joined(pc: _Pc) -> tuple[float, float]:
    """Until the desk works, and until everything is here."""
    begun = perf_counter()
    pc.meeting(by_snapshot=True).hold()
    usable = perf_counter() - begun
    if pc.store.arriving().is_whole:
        raise RuntimeError("it did not join by the snapshot")
    meeting = pc.meeting(by_snapshot=True, slice_s=1.0)
    while meeting.hold().exchanged.unfinished:
        continue
    if not pc.store.arriving().is_whole or pc.store.arriving().lied:
        raise RuntimeError("not everything came")
    return usable, perf_counter() - begun


@contextmanager
def _pcs(cluster: LocalPostgres, folder: Path, upkeep: BranchUpkeep) -> Iterator[dict[int, _Pc]]:
    made: dict[int, _Pc] = {}
    try:
        for number in (*WRITERS, BY_SNAPSHOT, WITHOUT):
            role = upkeep.admit(number, ("all",), "a bench's only")
            made[number] = _pc(folder / str(number), number, cluster.url(DATABASE, role))
        yield made
    finally:
        for one in made.values():
            one.close()


def _pc(home: Path, number: int, url: str) -> _Pc:
    home.mkdir(parents=True)
    key = StoreKey(token_bytes(8).hex(), token_bytes(32))
    journal = f"01979f3e-0000-7000-8000-{number:012d}"
    signer = make_signer(home, journal, key, token_bytes)
    if not isinstance(signer, Signer):
        raise RuntimeError(signer.code)
    terminal = f"{number:02d}"
    opened = JournalOpened(
        branch=BRANCH, terminal=terminal, letter="A", public_key=signer.public_key, program="bench"
    )
    first = FirstEntry(journal, opened, _stamp(f"terminal/{terminal}", TODAY))
    store = create_store(StoreFiles.in_home(home), key.value, first, token_bytes)
    return _Pc(store, signer, BranchLine(BranchAddress(url), LONG_S))


def _write(store: SqliteStore, number: int, history: int, day: int) -> None:
    """Cases of five facts each, spread over the days before, and those of today."""
    past, today = history // PER_COMMIT, day // PER_COMMIT
    for at in range(past + today):
        subject = f"case/01979f3e-0000-7000-{number:04d}-{at:012d}"
        on = TODAY if at >= past else TODAY - timedelta(days=1 + (past - at) * PER_COMMIT // 1_000)
        facts = [NewFact(subject, fact) for fact in islice(case_work(at), PER_COMMIT)]
        store.append(facts, {subject: ()}, _stamp("staff/80232", on))


def _stamp(actor: str, on: date) -> Stamp:
    return Stamp(actor, f"{on.isoformat()}T02:00:00.000Z", on.isoformat())
