"""What the branch costs: transport beside COPY, the way between PCs, growth, callers at once.

Owns invented entries and the measuring. Ratios are of one run; the server flushes as a real one does.
"""

import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from time import perf_counter, sleep

import psycopg

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch, PostgresOffice
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.chain import ChainHead, verify_entry
from counter_app.journal.entry import Entry, sealed
from counter_app.rehearsal.bench.foreign import foreign_entries
from counter_app.rehearsal.bench.joining import measure_joining
from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.rehearsal.drills.branch.stage import stage
from counter_app.rehearsal.local_postgres import LocalPostgres, make_cluster
from counter_app.services.branch_ports import SignedBatch

BATCH = 500
ROUNDS = 3
CALLERS = 60
TYPES = (
    "text",
    "int8",
    "text",
    "int8",
    "text",
    "text",
    "int8",
    *("text",) * 4,
    "int8",
    *("text",) * 6,
)
COLUMNS = ", ".join(f"{name} {kind}" for name, kind in zip(Entry._fields, TYPES, strict=True))
SIGNATURE = "f" * 128
PASSWORD = "a bench's only"


@dataclass(frozen=True, slots=True)
class SyncSizes:
    """How much is measured: entries, how often they are pushed again, claims, commits on the way;
    the entries of a branch that is joined, before today and of today."""

    entries: int = 10_000
    grown: int = 30
    claims: int = 1_500
    commits: int = 200
    history: int = 20_000
    day: int = 2_000


def measure_sync(sizes: SyncSizes) -> Iterator[Line]:
    """All measurements of the branch."""
    with TemporaryDirectory(prefix="counter-sync-") as folder:
        made = foreign_entries(Path(folder), "branch/bench", sizes.entries)
    with _server() as cluster:
        yield _transport(cluster, made)
        yield _growth(cluster, made, sizes.grown)
        yield _callers(cluster, sizes.claims)
        with TemporaryDirectory(prefix="counter-joining-") as folder:
            yield measure_joining(cluster, Path(folder), sizes.history, sizes.day)
    yield _way(sizes.commits)


def _transport(cluster: LocalPostgres, entries: Sequence[Entry]) -> Line:
    """Push and pull with the chain checked on both sides, beside binary COPY both ways unchecked."""
    ratios, copies, ours = [], [], []
    for number in range(ROUNDS):
        copied = _copy_both_ways(cluster.url("bench"), entries, number)
        moved = _push_and_pull(cluster, _renamed(entries, number))
        copies.append(copied)
        ours.append(moved)
        ratios.append(moved / copied)
    figures = {
        "times_copy": sorted(ratios)[len(ratios) // 2],
        "copy_ms": min(copies) * 1000,
        "ours_ms": min(ours) * 1000,
        "entries": len(entries),
    }
    return Line("transport", figures, {"times_copy": 2.0}, "median ratio; best times")


def _growth(cluster: LocalPostgres, entries: Sequence[Entry], times: int) -> Line:
    """A push of one batch into a branch that grows: it must stay as it was."""
    writer, reader = _branch(cluster, 3), _branch(cluster, 4)
    before = _one_batch(writer, reader, _renamed(entries[:BATCH], 100))
    for number in range(times):
        _push(writer, _renamed(entries, 200 + number))
    after = _one_batch(writer, reader, _renamed(entries[:BATCH], 101))
    held = (times + ROUNDS) * len(entries)
    figures = {
        "times_slower": after / before,
        "entries_held": held,
        "push_pull_500_ms": after * 1000,
    }
    return Line("growth", figures, {"times_slower": 1.5})


def _callers(cluster: LocalPostgres, keys: int) -> Line:
    """Sixty callers reach for the same keys: nobody gets one twice."""
    got: list[str] = []
    spans: list[float] = []
    lock = threading.Lock()

    def call(number: int) -> None:
        office = PostgresOffice(_line(cluster, 3 + number % 2))
        for turn in range(keys // CALLERS):
            begun = perf_counter()
            wanted = [f"call/{one}" for one in range(turn * CALLERS, (turn + 1) * CALLERS)]
            key = office.claim_first(wanted, f"terminal/{number}", f"{number}-{turn}")
            with lock:
                spans.append(perf_counter() - begun)
                got.append(str(key))

    threads = [threading.Thread(target=call, args=(one,)) for one in range(CALLERS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    figures = {**spread_figures("claim", spans), "none_twice": len(got) == len({*got})}
    return Line("callers", figures, note=f"{CALLERS} at once, in one process")


def _way(commits: int) -> Line:
    """From a commit at one PC to the row at another, over the running threads."""
    spans = []
    with stage(1, (3, 4)) as made:
        made.settle()
        here, there = made.terminals
        for _commit in range(commits):
            here.offer(1, facts=1)
            begun = perf_counter()
            wanted = here.heads()[here.journal_id]
            while there.heads().get(here.journal_id) != wanted:
                sleep(0.0005)
            spans.append(perf_counter() - begun)
            sleep(random.uniform(0.0, 0.02))
    return Line("a-to-b", spread_figures("way", spans), {"way_p50_ms": 10.0})


def _copy_both_ways(url: str, entries: Sequence[Entry], number: int) -> float:
    with psycopg.connect(url) as owner, owner.cursor() as cursor:
        cursor.execute(f"CREATE TABLE copied_{number} ({COLUMNS})")
        owner.commit()
        begun = perf_counter()
        with cursor.copy(f"COPY copied_{number} FROM STDIN (FORMAT BINARY)") as copying:
            copying.set_types(TYPES)
            for entry in entries:
                copying.write_row(entry)
        owner.commit()
        with cursor.copy(f"COPY copied_{number} TO STDOUT (FORMAT BINARY)") as copying:
            copying.set_types(TYPES)
            back = [Entry(*row) for row in copying.rows()]
        spent = perf_counter() - begun
    if len(back) != len(entries):
        raise RuntimeError("COPY brought something else back")
    return spent


def _push_and_pull(cluster: LocalPostgres, entries: Sequence[Entry]) -> float:
    writer, reader = _branch(cluster, 3), _branch(cluster, 4)
    held = {one: head.head for one, head in reader.heads().items()}
    writer.heads()
    begun = perf_counter()
    _push(writer, entries)
    taken = _pull(reader, held)
    spent = perf_counter() - begun
    if taken != len(entries):
        raise RuntimeError(f"{taken} of {len(entries)} entries arrived")
    return spent


def _one_batch(writer: PostgresBranch, reader: PostgresBranch, entries: Sequence[Entry]) -> float:
    held = {one: head.head for one, head in reader.heads().items()}
    begun = perf_counter()
    _push(writer, entries)
    _pull(reader, held)
    return perf_counter() - begun


def _push(branch: PostgresBranch, entries: Sequence[Entry]) -> None:
    for batch in _batches(entries):
        answer = branch.push(SignedBatch(tuple(batch), SIGNATURE))
        if answer.outcome != "ok":
            raise RuntimeError(f"the branch said {answer.outcome}")


def _pull(branch: PostgresBranch, held: dict[str, ChainHead]) -> int:
    """Takes all that is beyond, each entry checked as the successor of the one before."""
    taken = 0
    while batches := branch.pull(held, BATCH):
        for batch in batches:
            head = held.get(batch.last.journal_id, ChainHead())
            for entry in batch.entries:
                if verify_entry(entry, head) is not None:
                    raise RuntimeError("a chain broke on the way")
                head = ChainHead(entry.seq, entry.hash)
            held[batch.last.journal_id] = head
            taken += len(batch.entries)
    return taken


def _batches(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    at = 0
    while at < len(entries):
        end = entries[min(at + BATCH, len(entries)) - 1].commit_seq
        yield entries[at:end]
        at = end


def _renamed(entries: Sequence[Entry], number: int) -> list[Entry]:
    """The same work of another journal, chained anew."""
    journal_id = f"01979f3e-0000-7000-8000-{number:012d}"
    made: list[Entry] = []
    for entry in entries:
        prev = made[-1].hash if made else None
        made.append(sealed(entry._replace(journal_id=journal_id, prev=prev)))
    last = made[-1].seq
    return [one for one in made if one.commit_seq <= last]


def _branch(cluster: LocalPostgres, terminal: int) -> PostgresBranch:
    return PostgresBranch(_line(cluster, terminal))


def _line(cluster: LocalPostgres, terminal: int) -> BranchLine:
    role = f"bench_t{terminal:02d}"
    return BranchLine(BranchAddress(cluster.url("bench", role)), 60.0)


@contextmanager
def _server() -> Iterator[LocalPostgres]:
    folder = Path(mkdtemp(prefix="counter-bench-"))
    folder.chmod(0o755)
    cluster = make_cluster(folder / "cluster")
    try:
        upkeep = BranchUpkeep(cluster.create_database("bench"))
        upkeep.init("branch/bench", "bench")
        _unlimited(cluster, [upkeep.admit(number, ("all",), PASSWORD) for number in (3, 4)])
        yield cluster
    finally:
        cluster.stop("immediate")
        rmtree(folder, ignore_errors=True)


def _unlimited(cluster: LocalPostgres, roles: Sequence[str]) -> None:
    """Two roles stand for sixty PCs here."""
    with psycopg.connect(cluster.url("bench")) as owner:
        for role in roles:
            owner.execute(f"ALTER ROLE {role} CONNECTION LIMIT 60")
