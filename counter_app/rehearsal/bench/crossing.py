"""How entries cross to a branch and back, for measuring: by COPY, and as a terminal does it.

Owns a server that flushes as a real one does, with two roles that stand for many PCs.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import perf_counter
from typing import Any

import psycopg

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.chain import ChainHead, verify_entry
from counter_app.journal.entry import Entry, sealed
from counter_app.rehearsal.local_postgres import LocalPostgres, make_cluster
from counter_app.services.branch_ports import SignedBatch

BATCH = 500
DATABASE = "bench"
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


@contextmanager
def bench_server() -> Iterator[LocalPostgres]:
    """A server with an empty branch, thrown away afterwards."""
    folder = Path(mkdtemp(prefix="counter-bench-"))
    folder.chmod(0o755)
    cluster = make_cluster(folder / "cluster")
    try:
        upkeep = BranchUpkeep(cluster.create_database(DATABASE))
        upkeep.init("branch/bench", "bench")
        _unlimited(cluster, [upkeep.admit(number, ("all",), PASSWORD) for number in (3, 4)])
        yield cluster
    finally:
        cluster.stop("immediate")
        rmtree(folder, ignore_errors=True)


def _unlimited(cluster: LocalPostgres, roles: Sequence[str]) -> None:
    """Two roles stand for sixty PCs here."""
    with psycopg.connect(cluster.url(DATABASE)) as owner:
        for role in roles:
            owner.execute(f"ALTER ROLE {role} CONNECTION LIMIT 60")


def copy_both_ways(url: str, entries: Sequence[Entry], number: int) -> float:
    """The seconds that binary COPY takes into a bare table and back, nothing checked."""
    with psycopg.connect(url) as owner, owner.cursor() as cursor:
        cursor.execute(f"CREATE TABLE copied_{number} ({COLUMNS})")
        owner.commit()
        begun = perf_counter()
        copy_in(cursor, f"copied_{number}", entries)
        owner.commit()
        with cursor.copy(f"COPY copied_{number} TO STDOUT (FORMAT BINARY)") as copying:
            copying.set_types(TYPES)
            back = [Entry(*row) for row in copying.rows()]
        spent = perf_counter() - begun
    if len(back) != len(entries):
        raise RuntimeError("COPY brought something else back")
    return spent


def copy_in(cursor: psycopg.Cursor[Any], table: str, entries: Sequence[Entry]) -> None:
    """Binary COPY of the entries into a bare table."""
    with cursor.copy(f"COPY {table} FROM STDIN (FORMAT BINARY)".encode()) as copying:
        copying.set_types(TYPES)
        for entry in entries:
            copying.write_row(entry)


def push(branch: PostgresBranch, entries: Sequence[Entry]) -> None:
    """Brings a journal up in batches, each of which the branch checks."""
    for batch in batches(entries):
        answer = branch.push(SignedBatch(tuple(batch), SIGNATURE))
        if answer.outcome != "ok":
            raise RuntimeError(f"the branch said {answer.outcome}")


def pull(branch: PostgresBranch, held: dict[str, ChainHead]) -> int:
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


def batches(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """As a terminal takes and offers them: so many at once, and no commit cut."""
    at, before = 0, entries[0].seq - 1
    while at < len(entries):
        end = entries[min(at + BATCH, len(entries)) - 1].commit_seq - before
        yield entries[at:end]
        at = end


def renamed(entries: Sequence[Entry], number: int) -> list[Entry]:
    """The same work of another journal, chained anew."""
    journal_id = f"01979f3e-0000-7000-8000-{number:012d}"
    made: list[Entry] = []
    for entry in entries:
        prev = made[-1].hash if made else None
        made.append(sealed(entry._replace(journal_id=journal_id, prev=prev)))
    last = made[-1].seq
    return [one for one in made if one.commit_seq <= last]


def branch_of(cluster: LocalPostgres, terminal: int) -> PostgresBranch:
    """The branch as this terminal sees it."""
    return PostgresBranch(line_of(cluster, terminal))


def line_of(cluster: LocalPostgres, terminal: int) -> BranchLine:
    """A line of its own, of an admitted terminal."""
    role = f"bench_t{terminal:02d}"
    return BranchLine(BranchAddress(cluster.url(DATABASE, role)), 60.0)
