"""What the branch costs: transport beside COPY, the way between PCs, growth, callers at once.

Owns invented entries and the measuring. Ratios are of one run; the server flushes as a real one does.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from counter_app.db.branch.shelf import PostgresBranch, PostgresOffice
from counter_app.journal.entry import Entry
from counter_app.rehearsal.bench.accepting import measure_accepting
from counter_app.rehearsal.bench.crossing import (
    BATCH,
    DATABASE,
    bench_server,
    branch_of,
    copy_both_ways,
    line_of,
    pull,
    push,
    renamed,
)
from counter_app.rehearsal.bench.foreign import foreign_entries
from counter_app.rehearsal.bench.joining import measure_joining
from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.rehearsal.bench.many import measure_many
from counter_app.rehearsal.bench.way import measure_way
from counter_app.rehearsal.local_postgres import LocalPostgres

ROUNDS = 3
CALLERS = 60


@dataclass(frozen=True, slots=True)
class SyncSizes:
    """How much is measured: entries, writers at once and what each brings, how often the entries are
    pushed again, claims, commits on the way;
    the entries of a branch that is joined, before today and of today."""

    entries: int = 10_000
    writers: int = 20
    each: int = 1_000
    grown: int = 97
    claims: int = 1_500
    commits: int = 200
    history: int = 20_000
    day: int = 2_000


QUICK = SyncSizes(
    1_000, writers=3, each=200, grown=3, claims=240, commits=20, history=4_000, day=400
)
"""Whether it runs at all; nothing is to be concluded from its figures."""


def measure_sync(sizes: SyncSizes) -> Iterator[Line]:
    """All measurements of the branch."""
    with TemporaryDirectory(prefix="counter-sync-") as folder:
        made = foreign_entries(Path(folder) / "theirs", "branch/bench", sizes.entries)
        yield measure_accepting(Path(folder) / "mine", made)
    with bench_server() as cluster:
        yield _transport(cluster, made)
        yield measure_many(cluster, made[: sizes.each], sizes.writers)
        yield _growth(cluster, made, sizes.grown)
        yield _callers(cluster, sizes.claims)
        with TemporaryDirectory(prefix="counter-joining-") as folder:
            yield measure_joining(cluster, Path(folder), sizes.history, sizes.day)
    yield measure_way(sizes.commits)


def _transport(cluster: LocalPostgres, entries: Sequence[Entry]) -> Line:
    """Push and pull with the chain checked on both sides, beside binary COPY both ways unchecked."""
    ratios, copies, ours = [], [], []
    for number in range(ROUNDS):
        copied = copy_both_ways(cluster.url(DATABASE), entries, number)
        moved = _push_and_pull(cluster, renamed(entries, number))
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
    writer, reader = branch_of(cluster, 3), branch_of(cluster, 4)
    before = _one_batch(writer, reader, renamed(entries[:BATCH], 100))
    for number in range(times):
        push(writer, renamed(entries, 200 + number))
    after = _one_batch(writer, reader, renamed(entries[:BATCH], 101))
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
        office = PostgresOffice(line_of(cluster, 3 + number % 2))
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


def _push_and_pull(cluster: LocalPostgres, entries: Sequence[Entry]) -> float:
    writer, reader = branch_of(cluster, 3), branch_of(cluster, 4)
    held = {one: head.head for one, head in reader.heads().items()}
    writer.heads()
    begun = perf_counter()
    push(writer, entries)
    taken = pull(reader, held)
    spent = perf_counter() - begun
    if taken != len(entries):
        raise RuntimeError(f"{taken} of {len(entries)} entries arrived")
    return spent


def _one_batch(writer: PostgresBranch, reader: PostgresBranch, entries: Sequence[Entry]) -> float:
    held = {one: head.head for one, head in reader.heads().items()}
    begun = perf_counter()
    push(writer, entries)
    pull(reader, held)
    return perf_counter() - begun
