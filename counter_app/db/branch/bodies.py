"""Bodies that are not where their entries are, and entries that cannot stand in the branch as they are.

Owns the text of these calls; the rest of what a terminal asks stands in `shelf.py`.
"""

from collections.abc import Sequence

from counter_app.db.branch.connecting import BranchLine
from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import Body, QuarantinedPart

GIVE = "SELECT give_bodies_v1(%b::text[], %b::text[], %b::text[])"
WANTED = "SELECT bodies_wanted_v1(%b::text[], %b::text, %b::int8)"
GET = "SELECT * FROM bodies_get_v1(%b::text[])"
KEPT = "SELECT * FROM kept_v1(%b::text[])"
QUARANTINE = "SELECT quarantine_v1(%b::text, %b::text[], %b::text[], %b::text, %b::text[])"


class BranchBodies:
    """The part of `branch_ports.Branch` that is about absent bodies."""

    def __init__(self, line: BranchLine) -> None:
        self._line = line

    def give_bodies(self, entries: Sequence[Entry]) -> int:
        """Offers bodies for entries that the branch holds without; how many it took."""
        columns = [[one.hash for one in entries], [one.body for one in entries]]
        ((taken,),) = self._line.rows(GIVE, (*columns, [one.salt for one in entries]))
        return int(taken)

    def bodies_wanted(self, journals: Sequence[str], after: str, limit: int) -> list[str]:
        """The hashes of entries that the branch holds without their bodies, erased ones not."""
        return [one for (one,) in self._line.rows(WANTED, (list(journals), after, limit))]

    def bodies(self, hashes: Sequence[str]) -> list[Body]:
        """Bodies by the hashes of their entries, as far as this terminal may hold them."""
        return [Body(*row) for row in self._line.rows(GET, (list(hashes),))]

    def kept(self, hashes: Sequence[str]) -> list[str]:
        """Those of the hashes whose bytes the branch holds and a backup of it covers."""
        return [one for (one,) in self._line.rows(KEPT, (list(hashes),))]

    def quarantine(self, journal_id: str, reason: str, parts: Sequence[QuarantinedPart]) -> None:
        """Brings what cannot stand in the branch as it is, byte for byte. Safe to repeat."""
        hashes, subjects, data = (list(one) for one in zip(*parts, strict=True))
        self._line.rows(QUARANTINE, (journal_id, hashes, subjects, reason, data))
