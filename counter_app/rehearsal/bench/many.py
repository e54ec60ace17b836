"""Many terminals that push at once, beside as many that COPY: a process each, as PCs are.

Owns the processes and their common start.
"""

from collections.abc import Callable, Sequence
from multiprocessing import get_context
from queue import Empty
from time import monotonic
from typing import Any

import psycopg

from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.entry import Entry
from counter_app.rehearsal.bench.crossing import (
    COLUMNS,
    DATABASE,
    PASSWORD,
    branch_of,
    copy_in,
    push,
    renamed,
)
from counter_app.rehearsal.bench.lines import Line
from counter_app.rehearsal.local_postgres import LocalPostgres

TABLE = "copied_at_once"
FIRST = 50
"""The number of the first writer: of its terminal and its journal. A terminal of two digits."""
PATIENCE_S = 300.0


def measure_many(cluster: LocalPostgres, entries: Sequence[Entry], writers: int) -> Line:
    """Everybody pushes the same work under a name of their own; the chain is checked by the branch."""
    with psycopg.connect(cluster.url(DATABASE)) as owner:
        owner.execute(f"CREATE TABLE {TABLE} ({COLUMNS})".encode())
    upkeep = BranchUpkeep(cluster.url(DATABASE))
    for number in range(FIRST, FIRST + writers):
        upkeep.admit(number, ("all",), PASSWORD)
    context = get_context("spawn")
    gate, told = context.Barrier(writers), context.Queue()
    work = [(cluster, tuple(entries), FIRST + one, gate, told) for one in range(writers)]
    processes = [context.Process(target=_write, args=one) for one in work]
    for one in processes:
        one.start()
    try:
        spans = [told.get(timeout=PATIENCE_S) for _one in processes]
    except Empty:
        raise RuntimeError(f"not all of {writers} writers came to an end") from None
    finally:
        for one in processes:
            one.join(PATIENCE_S)
    copied, ours = (_from_first_to_last([both[at] for both in spans]) for at in (0, 1))
    figures = {
        "times_copy": ours / copied,
        "copy_ms": copied * 1000,
        "ours_ms": ours * 1000,
        "writers": writers,
        "each": len(entries) - entries[0].commit_seq,
    }
    return Line("many", figures, {"times_copy": 2.0}, "to the branch; the way back is in transport")


def _write(
    cluster: LocalPostgres, entries: Sequence[Entry], number: int, gate: Any, told: Any
) -> None:
    mine = renamed(entries, number)
    branch = branch_of(cluster, number)
    first = mine[0].commit_seq
    push(branch, mine[:first])  # a PC's line stands all day: its first push of all is not measured
    with psycopg.connect(cluster.url(DATABASE)) as owner, owner.cursor() as cursor:

        def copy() -> None:
            copy_in(cursor, TABLE, mine[first:])
            owner.commit()

        spans = [_timed(gate, copy), _timed(gate, lambda: push(branch, mine[first:]))]
    told.put(spans)
    branch.close()


def _timed(gate: Any, work: Callable[[], None]) -> tuple[float, float]:
    """Begins when all are there; when it began and ended by the machine's clock."""
    gate.wait(PATIENCE_S)
    begun = monotonic()
    work()
    return begun, monotonic()


def _from_first_to_last(spans: Sequence[tuple[float, float]]) -> float:
    return max(ended for _begun, ended in spans) - min(begun for begun, _ended in spans)
