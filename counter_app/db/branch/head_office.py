"""Head office's own shelf: the same entries of any number of branches, in its own PostgreSQL.

Owns the storing there. It is one more reader with the same pull, the same checks of chain and
signature, and can give back what a restored branch lost. It writes no journal of its own.
"""

from collections.abc import Mapping, Sequence

from counter_app.db.branch.connecting import BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.journal.chain import ChainHead
from counter_app.journal.codec import read_entry
from counter_app.journal.entry import Entry
from counter_app.journal.facts.ground import JournalOpened
from counter_app.services.branch_ports import Body, SignedBatch
from counter_app.services.ports import Accepted, Rejected, SignedHead

HEADS = "SELECT * FROM office_heads(%b::text)"
ENTRIES = "SELECT * FROM office_entries(%b::text, %b::int8, %b::int8)"
SIGNED = "SELECT * FROM office_signed(%b::text)"
WANTED = "SELECT office_wanted(%b::text, %b::text, %b::int8)"
TAKE_BODIES = "SELECT take_bodies(%b::text[], %b::text[], %b::text[])"
ENROL = "SELECT office_enrol(%b::text, %b::text)"


class HeadOfficeShelf:
    """What head office holds of one branch, as `sync.exchange` sees a journal. For one thread."""

    journal_id = ""
    """Head office writes nothing."""

    def __init__(self, line: BranchLine, branch_id: str, name: str) -> None:
        self._line = line
        self._shelf = PostgresBranch(line)
        self._branch_id = branch_id
        self._opened: dict[str, JournalOpened] = {}
        line.rows(ENROL, (branch_id, name))

    def heads(self) -> Mapping[str, ChainHead]:
        """The last entry held of each of this branch's journals."""
        found = self._line.rows(HEADS, (self._branch_id,))
        return {journal: ChainHead(seq, digest) for journal, seq, digest in found}

    def entries_after(self, journal_id: str, seq: int, limit: int) -> list[Entry]:
        """A journal's entries beyond seq, whole commits; about `limit` of them."""
        return [Entry(*row) for row in self._line.rows(ENTRIES, (journal_id, seq, limit))]

    def signed_heads(self, journal_id: str) -> list[SignedHead]:
        """Every signature held of a journal, in order."""
        return [SignedHead(journal_id, *row) for row in self._line.rows(SIGNED, (journal_id,))]

    def opened(self, journal_id: str) -> JournalOpened | None:
        """How a journal begins."""
        if journal_id not in self._opened:
            first = self.entries_after(journal_id, 0, 1)
            fact = read_entry(first[0]).fact if first else None
            if not isinstance(fact, JournalOpened):
                return None
            self._opened[journal_id] = fact
        return self._opened[journal_id]

    def bodies_wanted(self, after: str, limit: int) -> list[str]:
        """Hashes of entries held without their bodies, beyond a hash, in order; erased ones not."""
        return [one for (one,) in self._line.rows(WANTED, (self._branch_id, after, limit))]

    def take_bodies(self, bodies: Sequence[Body]) -> int:
        """Keeps bodies that fit their entries; how many."""
        columns = [[one.hash for one in bodies], [one.body for one in bodies]]
        ((taken,),) = self._line.rows(TAKE_BODIES, (*columns, [one.salt for one in bodies]))
        return int(taken)

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        """Keeps signed batches whole, or not at all."""
        taken = 0
        rejected: list[Rejected] = []
        ends = {one.hash: one.signature for one in signed}
        batch: list[Entry] = []
        for entry in entries:
            batch.append(entry)
            if entry.hash not in ends:
                continue
            answer = self._shelf.keep(self._branch_id, SignedBatch(tuple(batch), ends[entry.hash]))
            if answer.outcome == "ok":
                taken += len(batch)
            else:
                rejected.append(Rejected(batch[0], "fork" if answer.outcome == "fork" else "hash"))
            batch = []
        return Accepted(tuple(dict.fromkeys(e.subject for e in entries)), taken, tuple(rejected))
