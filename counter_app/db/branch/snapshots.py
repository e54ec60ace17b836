"""What a new PC works from, as calls of the branch: snapshots, and customers before other history.

Owns the text of these calls.
"""

from collections.abc import Mapping, Sequence

from counter_app.db.branch.connecting import BranchLine
from counter_app.db.branch.shelf import batches_of
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.services.snapshot_ports import CustomersPage, Snapshot, SnapshotOnShelf

PUT = """
SELECT snapshot_put_v1(%b::text, %b::text, %b::text, %b::text, %b::int8, %b::int4, %b::int4,
    %b::bytea, %b::text[], %b::int8[])
"""
NEWEST = "SELECT * FROM snapshot_newest_v1()"
CUSTOMERS = "SELECT * FROM customers_v1(%b::text, %b::int8, %b::text[], %b::int8[])"
HASH, WANTED = Entry._fields.index("hash"), -2
PART = "SELECT snapshot_part_v1(%b::text, %b::int4)"


class PostgresSnapshots:
    """See `snapshot_ports.SnapshotShelf`. For one thread: that of the branch worker."""

    def __init__(self, line: BranchLine) -> None:
        self._line = line

    def put(self, shown: SnapshotOnShelf, parts: Sequence[bytes], snapshot: Snapshot) -> bool:
        """Brings a snapshot part by part; False when the branch does not take it."""
        journals = list(snapshot.heads)
        seqs = [snapshot.heads[one].seq for one in journals]
        about = (shown.name, shown.maker, shown.signature, shown.day, shown.upto, shown.parts)
        for number, data in enumerate(parts, 1):
            ((said,),) = self._line.rows(PUT, (*about, number, data, journals, seqs))
            if said != "ok":
                return False
        return True

    def newest(self) -> Sequence[SnapshotOnShelf]:
        """The whole ones, the newest first."""
        return [SnapshotOnShelf(*row) for row in self._line.rows(NEWEST)]

    def part(self, name: str, number: int) -> bytes | None:
        """One part, from 1."""
        ((data,),) = self._line.rows(PART, (name, number))
        return data if data is None else bytes(data)

    def customers(self, after: str, limit: int, heads: Mapping[str, ChainHead]) -> CustomersPage:
        """The customers after one, each with all its entries within a vector of heads."""
        seqs = [head.seq for head in heads.values()]
        rows = self._line.rows(CUSTOMERS, (after, limit, list(heads), seqs))
        wanted = frozenset(str(row[HASH]) for row in rows if row[WANTED])
        return CustomersPage(tuple(batches_of([(*row[:WANTED], row[-1]) for row in rows])), wanted)
