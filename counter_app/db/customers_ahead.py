"""Customers that are here before the history they stand in: a new PC's search misses nobody by them.

Owns how far they have come, and keeping them. That their writers signed them is judged before.
"""

from collections.abc import Sequence

from counter_app.db.ahead import CUSTOMERS, INSERT_AHEAD, AheadStore
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry


class CustomersAheadStore(AheadStore):
    """The part of the store that is about customers ahead of their chains."""

    def customers_after(self) -> str | None:
        """The last customer that came ahead, in order; None where none is still to come so."""
        row = self._row("SELECT value FROM local WHERE name = ?", CUSTOMERS)
        return str(row[0]) if row else None

    def hold_customers(self, entries: Sequence[Entry], upto: str | None) -> tuple[str, ...]:
        """Keeps whole customers ahead of their chains, up to one; None says that these are the last.

        Where the snapshot told otherwise than a writer signed, it is not believed any more.
        """
        if self.customers_after() is None:
            return ()
        fresh, lie, cursors = [], None, self.ahead_heads()
        for entry in entries:
            there = self._hash_ahead(entry)
            # Beyond what its chain has here, and within what is known ahead of it.
            known = cursors.get(entry.journal_id, ChainHead()).seq
            if there is None and self._chained_upto(entry.journal_id) < entry.seq <= known:
                fresh.append(entry)
            elif there is not None and there != entry.hash:
                lie = entry
        with self._commit():
            if lie is not None:
                gone = self._throw_away(lie)
                self._fold_whole(dict.fromkeys(gone))
                return gone
            allowed = self._eraser.allow(fresh)
            self._driver.executemany(INSERT_AHEAD, allowed.fresh)
            subjects = dict.fromkeys(one.subject for one in allowed.fresh)
            self._fold_whole(subjects)
            erased = self._erase(allowed.ordered)
            if upto is None:
                self._driver.execute("DELETE FROM local WHERE name = ?", (CUSTOMERS,))
            else:
                self._keep_local(CUSTOMERS, upto)
        return tuple(dict.fromkeys((*subjects, *erased)))

    def _hash_ahead(self, entry: Entry) -> str | None:
        statement = "SELECT hash FROM ahead WHERE journal_id = ? AND seq = ?"
        row = self._row(statement, entry.journal_id, entry.seq)
        return str(row[0]) if row else None
