"""Entries that are here before the chains they stand in: a snapshot's, and what was written since.

A View folds them with the chained ones. As the journals come from their first entry on, each moves over
without changing any View; one that the chain belies takes all that is ahead with it. Owns these moves,
on the store's own thread. Whether a snapshot is believed is not decided here.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Any

from counter_app.db.encrypted import telling_trouble
from counter_app.db.journal_store import (
    INSERT_ENTRY,
    SELECT_ENTRIES,
    SUBJECTS_HELD,
    JournalStore,
)
from counter_app.db.offered import whole_commits
from counter_app.db.snapshot_choice import choose
from counter_app.db.unread import note_unread
from counter_app.journal.chain import ChainHead, verify_entry
from counter_app.journal.entry import Entry, in_public
from counter_app.services.ports import Accepted, Rejected, SignedHead
from counter_app.services.snapshot_ports import Arriving, Chosen, Snapshot

AHEAD = "ahead"
"""Whose snapshot is held, and its name; gone once all chains are here."""
CURSOR = "ahead/"
"""Before a journal's id: how far it is known ahead of its chain."""
CUSTOMERS = "ahead_customers"
"""The last customer that came before its history; there as long as more are to come so."""
CUSTOMERS_HERE = "SELECT (SELECT count(*) FROM customer_row) FROM local WHERE name = ?"
LIED = "ahead_lied"
"""The snapshot that was belied, by which entry, and how many entries it had told of; stays for as long
as the file."""
SELECT_KNOWN = SELECT_ENTRIES.replace("FROM entry", "FROM known")
SELECT_AHEAD = SELECT_ENTRIES.replace("FROM entry", "FROM ahead")
SUBJECTS_AHEAD = SUBJECTS_HELD.replace("FROM entry", "FROM ahead")
INSERT_AHEAD = INSERT_ENTRY.replace("INTO entry", "INTO ahead")
KEEP_LOCAL = "INSERT OR REPLACE INTO local VALUES (?, ?)"


class AheadStore(JournalStore):
    """The part of the store that is about entries ahead of their chains."""

    _is_any: bool | None = None
    _lie: Entry | None = None
    _dropped: tuple[str, ...] = ()

    def arriving(self) -> Arriving:
        """How much of the journals is here; see `snapshot_ports.AheadHome`."""
        held = self.heads()
        done = sum(one.seq for one in held.values())
        beyond = sum(
            one.seq - held.get(journal, ChainHead()).seq
            for journal, one in self.ahead_heads().items()
        )
        row = self._row("SELECT value FROM local WHERE name = ?", LIED)
        if row is None:
            customers = self._row(CUSTOMERS_HERE, CUSTOMERS)
            return Arriving(done, done + beyond, customers=customers[0] if customers else None)
        lied, _space, of = str(row[0]).rpartition(" ")
        return Arriving(done, max(done + beyond, int(of)), lied)

    def ahead_heads(self) -> Mapping[str, ChainHead]:
        """How far each journal is known ahead of its chain."""
        if not self._any_ahead():
            return {}
        with telling_trouble():
            found = self._driver.execute(
                "SELECT name, value FROM local WHERE name GLOB ?", (f"{CURSOR}*",)
            ).fetchall()
        return {name.removeprefix(CURSOR): _head(value) for name, value in found}

    def hold_snapshot(self, snapshot: Snapshot) -> bool:
        """Keeps the entries of a snapshot ahead of their chains, all or none.

        Bodies of other labels than `all` are none of its affair and stay away. My own journal is
        never ahead of itself.
        """
        cursors = {
            journal: head
            for journal, head in snapshot.heads.items()
            if journal != self.journal_id and head.seq > self._chained_upto(journal)
        }
        if self._any_ahead() or not cursors or self._is_belied(snapshot):
            return False
        fresh = [
            in_public(one)
            for one in snapshot.entries
            if one.journal_id in cursors and one.seq > self._chained_upto(one.journal_id)
        ]
        with self._commit():
            self._is_any = True
            self._keep_local(AHEAD, f"{snapshot.maker} {snapshot.day}")
            self._keep_local(CUSTOMERS, "")
            self._move_cursors(cursors)
            allowed = self._eraser.allow(fresh)
            self._driver.executemany(INSERT_AHEAD, allowed.fresh)
            self._fold_whole(dict.fromkeys(one.subject for one in allowed.fresh))
            self._erase(allowed.ordered)
        return True

    def choose_snapshot(self, since: str) -> Chosen:
        """What a snapshot of this PC holds; see `snapshot_ports.AheadHome`."""
        with telling_trouble():
            return Chosen(choose(self._driver, list(self._heads), since), self.heads())

    def entries_within(
        self, subjects: Sequence[str], heads: Mapping[str, ChainHead]
    ) -> list[Entry]:
        """All entries of these subjects that lie within a vector of heads."""
        return [
            entry
            for subject in subjects
            for entry in self.entries_of(subject)
            if entry.seq <= heads.get(entry.journal_id, ChainHead()).seq
        ]

    def entries_of(self, subject: str) -> list[Entry]:
        """All entries of a subject held here, chained or ahead, in no promised order."""
        if not self._any_ahead():
            return super().entries_of(subject)
        return self._known("subject = ?", subject)

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        """See `ports.Journal.accept`; what goes on beyond what is ahead is held ahead too."""
        tail, chained = self._sorted(entries)
        done = super().accept(chained, signed)
        if self._dropped:
            done = replace(done, subjects=tuple(dict.fromkeys((*done.subjects, *self._dropped))))
            self._dropped = ()
        if not tail:
            return done
        held = self._hold_tail(tail)
        subjects = dict.fromkeys((*done.subjects, *held.subjects))
        rejected = (*done.rejected, *held.rejected)
        return Accepted(tuple(subjects), done.taken + held.taken, rejected)

    def _sorted(self, entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
        """What lies beyond a gap of its chain, in a journal that is known ahead; and the rest."""
        cursors = self.ahead_heads()
        if not cursors:
            return [], list(entries)
        parted: tuple[list[Entry], list[Entry]] = ([], [])
        for journal, group in groupby(entries, key=lambda one: one.journal_id):
            together = list(group)
            gap = together[0].seq > self._chained_upto(journal) + 1
            parted[0 if gap and journal in cursors else 1].extend(together)
        return parted

    def _hold_tail(self, entries: Sequence[Entry]) -> Accepted:
        """Keeps what follows on what is ahead, each entry as the successor of the one before."""
        rejected: list[Rejected] = []
        cursors = dict(self.ahead_heads())
        fresh: list[Entry] = []
        for commit in whole_commits(entries, rejected):
            beyond: list[Entry] = []
            head = cursors[commit[0].journal_id]
            for entry in [one for one in commit if one.seq > head.seq]:
                fault = verify_entry(entry, head)
                if fault is not None:
                    rejected.append(Rejected(entry, fault))
                    beyond = []
                    break
                beyond.append(entry)
                head = ChainHead(entry.seq, entry.hash)
            if beyond:
                fresh.extend(beyond)
                cursors[commit[0].journal_id] = head
        with self._commit():
            allowed = self._eraser.allow(fresh)
            self._know([one.subject for one in allowed.fresh])
            self._driver.executemany(INSERT_AHEAD, allowed.fresh)
            self._fold_and_write(allowed.fresh)
            erased = self._erase(allowed.ordered)
            self._move_cursors(cursors)
        changed = dict.fromkeys([*(one.subject for one in fresh), *erased])
        return Accepted(tuple(changed), len(fresh), tuple(rejected))

    def _come_over(self, fresh: list[Entry]) -> tuple[list[Entry], list[Entry]]:
        """What is the same here already changes no View; a body that came ahead may fill a gap."""
        if not self._any_ahead():
            return fresh, fresh
        held = self._held_ahead(fresh)
        cursors = self.ahead_heads()
        kept, news = [], []
        for entry in fresh:
            there = held.get((entry.journal_id, entry.seq))
            cursor = cursors.get(entry.journal_id, ChainHead())
            at_cursor = cursor.seq == entry.seq and cursor.hash != entry.hash
            if at_cursor or (there is not None and there.hash != entry.hash):
                self._lie = self._lie or entry
                there = None
            came = _with_body_of(there, entry)
            kept.append(came)
            if there is None or there.body_state != came.body_state:
                news.append(came)
        return kept, news

    def _held_among(self, subjects: Sequence[str]) -> set[str]:
        held = super()._held_among(subjects)
        if not subjects or not self._any_ahead():
            return held
        statement = SUBJECTS_AHEAD % ", ".join(["(?)"] * len(subjects))
        return held | {one for (one,) in self._driver.execute(statement, subjects)}

    def _insert(self, entries: Sequence[Entry]) -> None:
        if entries and self._any_ahead():
            if self._lie is None:
                self._leave(entries)
            else:
                self._dropped = self._throw_away(self._lie)
        super()._insert(entries)

    def _fold_and_write(self, entries: Sequence[Entry]) -> None:
        super()._fold_and_write(entries)
        if self._dropped:
            self._read_anew(self._dropped)

    def _leave(self, entries: Sequence[Entry]) -> None:
        """Those that come by their chain are not ahead any more."""
        cursors = self.ahead_heads()
        for journal, first, last in _spans(entries):
            self._driver.execute(
                "DELETE FROM ahead WHERE journal_id = ? AND seq BETWEEN ? AND ?",
                (journal, first, last),
            )
            if journal in cursors and last >= cursors[journal].seq:
                self._driver.execute("DELETE FROM local WHERE name = ?", (CURSOR + journal,))
        if not self.ahead_heads():
            self._driver.execute("DELETE FROM local WHERE name IN (?, ?)", (AHEAD, CUSTOMERS))
            self._is_any = None

    def _throw_away(self, lie: Entry) -> tuple[str, ...]:
        """The snapshot is not believed any more; the subjects that it told of."""
        self._lie = None
        of = self.arriving().of
        found = self._driver.execute("SELECT DISTINCT subject FROM ahead").fetchall()
        (whose,) = self._driver.execute(
            "SELECT value FROM local WHERE name = ?", (AHEAD,)
        ).fetchone()
        self._driver.execute("DELETE FROM ahead")
        self._driver.execute(
            "DELETE FROM local WHERE name IN (?, ?) OR name GLOB ?",
            (AHEAD, CUSTOMERS, f"{CURSOR}*"),
        )
        maker = str(whose).partition(" ")[0]
        self._keep_local(LIED, f"{maker} {lie.journal_id}:{lie.seq} {of}")
        self._is_any = None
        return tuple(subject for (subject,) in found)

    def _fold_whole(self, subjects: Mapping[str, None]) -> None:
        self._read_anew(subjects)
        for subject in subjects:
            view = self.view(subject)
            if view.needs_newer_program:
                note_unread(self._driver, view)

    def _is_belied(self, snapshot: Snapshot) -> bool:
        """Whether something that is chained here says otherwise."""
        told = [(one, head.seq, head.hash) for one, head in snapshot.heads.items()]
        told += [(one.journal_id, one.seq, one.hash) for one in snapshot.entries]
        return any(
            seq <= self._chained_upto(journal) and self._hash_at(journal, seq) != digest
            for journal, seq, digest in told
            if journal != self.journal_id
        )

    def _hash_at(self, journal: str, seq: int) -> str | None:
        row = self._row("SELECT hash FROM entry WHERE journal_id = ? AND seq = ?", journal, seq)
        return str(row[0]) if row else None

    def _held_ahead(self, entries: Sequence[Entry]) -> dict[tuple[str, int], Entry]:
        statement = f"{SELECT_AHEAD} journal_id = ? AND seq BETWEEN ? AND ?"
        rows: list[Any] = []
        for span in _spans(entries):
            rows += self._driver.execute(statement, span)
        return {(one.journal_id, one.seq): one for one in (Entry(*row) for row in rows)}

    def _known(self, where: str, *values: object) -> list[Entry]:
        with telling_trouble():
            found = self._driver.execute(f"{SELECT_KNOWN} {where}", values)
            return [Entry(*row) for row in found]

    def _chained_upto(self, journal: str) -> int:
        return self._heads.get(journal, ChainHead()).seq

    def _move_cursors(self, cursors: Mapping[str, ChainHead]) -> None:
        for journal, head in cursors.items():
            self._keep_local(CURSOR + journal, f"{head.seq} {head.hash}")

    def _keep_local(self, name: str, value: str) -> None:
        self._driver.execute(KEEP_LOCAL, (name, value))

    def _any_ahead(self) -> bool:
        """Asked once, and again after what was ahead has come or gone."""
        if self._is_any is None:
            row = self._row("SELECT 1 FROM local WHERE name = ?", AHEAD)
            self._is_any = row is not None
        return self._is_any

    @contextmanager
    def _commit(self) -> Iterator[None]:
        try:
            with super()._commit():
                yield
        except BaseException:
            self._is_any, self._lie, self._dropped = None, None, ()
            raise


def _with_body_of(ahead: Entry | None, entry: Entry) -> Entry:
    """The entry, with the body that came ahead of it where it comes without."""
    if ahead is None or entry.body_state != "elsewhere" or ahead.body_state != "here":
        return entry
    return entry._replace(body=ahead.body, salt=ahead.salt, body_state="here")


def _spans(entries: Sequence[Entry]) -> Iterator[tuple[str, int, int]]:
    """(journal, first, last) of each run of a journal's entries."""
    for journal, group in groupby(entries, key=lambda one: one.journal_id):
        seqs = [one.seq for one in group]
        yield journal, seqs[0], seqs[-1]


def _head(value: str) -> ChainHead:
    seq, _space, digest = value.partition(" ")
    return ChainHead(int(seq), digest)
