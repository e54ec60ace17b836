"""The journal on disk: my own facts appended, others' entries accepted, Views folded.

Owns the one private step in which both end: fold the changed subjects and write their rows, in the
transaction of the entries. Used on the store's own thread only. Decides nothing about the business
and never fills in heads.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import starmap
from typing import Any

from sqlalchemy import Connection, Engine

from counter_app.db import rows
from counter_app.db.encrypted import telling_trouble
from counter_app.db.erasing import Eraser
from counter_app.db.offered import comes_back, whole_commits, why_not_again
from counter_app.db.signed_heads import keep_signed_head, signed_heads
from counter_app.db.unread import note_unread
from counter_app.journal.chain import ChainHead, verify_entry
from counter_app.journal.codec import encode_body, read_entry
from counter_app.journal.entry import (
    MAX_COMMIT,
    Entry,
    body_digest,
    join_heads,
    sealed,
    subject_kind,
)
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.folding import Folding
from counter_app.journal.views import View
from counter_app.services.ports import (
    NOTHING_BESIDE,
    Accepted,
    Beside,
    Moved,
    NewFact,
    Rejected,
    RejectReason,
    SignedHead,
    Stamp,
    Written,
)

VIEWS_KEPT = 2000
WIPED_AT_ONCE = 64_000_000
"""Bytes of a file that is written anew while people work; a larger one is at the next start."""
_COLUMNS = ", ".join(Entry._fields)
INSERT_ENTRY = f"INSERT INTO entry ({_COLUMNS}) VALUES ({', '.join('?' * len(Entry._fields))})"
SELECT_ENTRIES = f"SELECT {_COLUMNS} FROM entry WHERE"
SELECT_HEADS = """
SELECT journal_id, seq, hash FROM entry
WHERE (journal_id, seq) IN (SELECT journal_id, max(seq) FROM entry GROUP BY journal_id)
"""
SUBJECTS_HELD = """
WITH asked (one) AS (VALUES %s)
SELECT one FROM asked WHERE EXISTS (SELECT 1 FROM entry WHERE subject = one)
"""
RESTORE_BODY = """
UPDATE entry SET body = ?, salt = ?, body_state = 'here', let_go = 0
WHERE journal_id = ? AND seq = ?
"""

AfterCommit = Callable[[ChainHead], None]


class JournalStore:
    """Entries, heads and Views over one writing connection.

    The statements of each commit go to the driver as they are: composing them anew cost most of it.
    `after_commit` is told the own journal's head after each durable commit (the head witness).
    """

    def __init__(
        self,
        engine: Engine,
        journal_id: str,
        folding: Folding,
        entropy: Callable[[int], bytes],
        after_commit: AfterCommit,
    ) -> None:
        self._connection: Connection = engine.connect()
        self._driver: Any = self._connection.connection.driver_connection
        self._journal_id = journal_id
        self._folding = folding
        self._entropy = entropy
        self._after_commit = after_commit
        self._views: OrderedDict[str, View] = OrderedDict()
        self._kinds_due: set[str] = set()
        with telling_trouble():
            self._eraser = Eraser(self._driver)
        self._heads: dict[str, ChainHead] = self._read_heads()
        self._opened: dict[str, JournalOpened] = {}

    @property
    def journal_id(self) -> str:
        """The journal that this installation writes."""
        return self._journal_id

    def close(self) -> None:
        """Gives the connection back."""
        self._connection.close()

    def heads(self) -> Mapping[str, ChainHead]:
        """The last entry held of each journal."""
        return dict(self._heads)

    def view(self, subject: str) -> View:
        """The subject's View; one that does not exist yet is empty."""
        view = self._views.get(subject)
        if view is None:
            view = self._folding.fold(subject, self.entries_of(subject))
            self._keep(view)
        return view

    def entries_of(self, subject: str) -> list[Entry]:
        """All entries of a subject held here, in no promised order."""
        return self._entries("subject = ?", subject)

    def entries_after(self, journal_id: str, seq: int, limit: int) -> list[Entry]:
        """A journal's entries beyond seq, in order, whole commits; about `limit` of them."""
        (closing,) = self._row(
            "SELECT max(commit_seq) FROM entry WHERE journal_id = ? AND seq > ? AND seq <= ?",
            *(journal_id, seq, seq + limit),
        )
        if closing is None:
            return []
        return self._entries(
            "journal_id = ? AND seq > ? AND seq <= ? ORDER BY seq", journal_id, seq, closing
        )

    def append(
        self,
        facts: Sequence[NewFact],
        seen: Mapping[str, tuple[str, ...]],
        stamp: Stamp,
        beside: Beside = NOTHING_BESIDE,
    ) -> Written | Moved:
        """See `ports.Journal.append`."""
        if not 0 < len(facts) <= MAX_COMMIT:
            raise ValueError(f"a commit has 1 to {MAX_COMMIT} entries, not {len(facts)}")
        subjects = tuple(dict.fromkeys(one.subject for one in facts))
        moved = tuple(one for one in subjects if self.view(one).heads != seen.get(one, ()))
        if moved:
            return Moved(moved)
        entries = self._chained(facts, seen, stamp)
        with self._commit():
            self._insert(entries)
            self._write_beside(beside)
            self._fold_and_write(entries)
            self._erase(self._eraser.allow(entries).ordered)
        self._advance(entries)
        return Written(tuple(entries))

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        """See `ports.Journal.accept`."""
        rejected: list[Rejected] = []
        fresh: list[Entry] = []
        returned: list[Entry] = []
        for commit in whole_commits(entries, rejected):
            new, again = self._judge(commit, fresh, rejected)
            fresh.extend(new)
            returned.extend(again)
        erased: list[str] = []
        if fresh or returned:
            with self._commit():
                allowed = self._eraser.allow(fresh, returned)
                (fresh, news), returned = self._come_over(allowed.fresh), allowed.returned
                self._know([one.subject for one in news])
                self._insert(fresh)
                self._restore_bodies(returned)
                self._fold_and_write([*news, *returned])
                erased = self._erase(allowed.ordered)
                self._keep_signed(signed, {one.hash for one in fresh})
            self._advance(fresh)
        changed = dict.fromkeys([one.subject for one in (*fresh, *returned)] + erased)
        return Accepted(tuple(changed), len(fresh), tuple(rejected))

    def signed_heads(self, journal_id: str) -> list[SignedHead]:
        """See `ports.Journal.signed_heads`."""
        with telling_trouble():
            return signed_heads(self._driver, journal_id)

    def with_bodies(self, hashes: Sequence[str]) -> list[Entry]:
        """Those of the entries whose bodies are here."""
        found = [self._entries("hash = ? AND body_state = 'here'", one) for one in hashes]
        return [entry for one in found for entry in one]

    def opened(self, journal_id: str) -> JournalOpened | None:
        """See `ports.Journal.opened`."""
        if journal_id not in self._opened:
            first = self._held(journal_id, 1)
            fact = read_entry(first).fact if first is not None else None
            if not isinstance(fact, JournalOpened):
                return None
            self._opened[journal_id] = fact
        return self._opened[journal_id]

    def _keep_signed(self, signed: Sequence[SignedHead], taken: set[str]) -> None:
        """The latest of a journal is enough where several came at once within one rung."""
        for head in signed:
            if head.hash in taken:
                keep_signed_head(self._driver, head)

    def _write_beside(self, beside: Beside) -> None:
        """What is local and goes with the facts; a store without locals takes none."""
        if beside != NOTHING_BESIDE:
            raise ValueError("this store keeps entries only")

    def _chained(
        self, facts: Sequence[NewFact], seen: Mapping[str, tuple[str, ...]], stamp: Stamp
    ) -> list[Entry]:
        head = self._heads.get(self._journal_id, ChainHead())
        commit_seq = head.seq + len(facts)
        tips = {subject: (seen.get(subject, ()), self.view(subject).turn) for subject in seen}
        entries: list[Entry] = []
        for new in facts:
            saw, turn = tips.get(new.subject, ((), 0))
            salt, body = self._entropy(16).hex(), encode_body(new.fact)
            entry = sealed(
                Entry(
                    self._journal_id,
                    head.seq + 1,
                    new.fact.KIND,
                    new.fact.VERSION,
                    new.subject,
                    new.read_by,
                    turn + 1,
                    join_heads(saw),
                    stamp.occurred_at,
                    stamp.business_date,
                    stamp.actor,
                    commit_seq,
                    body_digest(salt, body),
                    head.hash,
                    "",
                    body,
                    salt,
                    "here",
                )
            )
            entries.append(entry)
            head = ChainHead(entry.seq, entry.hash)
            tips[new.subject] = ((entry.hash,), turn + 1)
        return entries

    def _judge(
        self, commit: Sequence[Entry], fresh: Sequence[Entry], rejected: list[Rejected]
    ) -> tuple[list[Entry], list[Entry]]:
        """Sorts a commit into new entries and bodies that come back; all of it, or none."""
        journal_id = commit[0].journal_id
        last = next((one for one in reversed(fresh) if one.journal_id == journal_id), None)
        head = ChainHead(last.seq, last.hash) if last else self._heads.get(journal_id, ChainHead())
        new: list[Entry] = []
        again: list[Entry] = []
        for entry in commit:
            if entry.seq <= head.seq and not new:
                held = self._held(journal_id, entry.seq)
                fault = why_not_again(held, entry)
                if held is None or fault is not None:
                    rejected.append(Rejected(entry, fault or "fork"))
                    return [], []
                if comes_back(held, entry):
                    again.append(entry)
                continue
            why = self._why_not(entry, head, first=not new)
            if why is not None:
                rejected.append(Rejected(entry, why))
                return [], again
            new.append(entry)
            head = ChainHead(entry.seq, entry.hash)
        return new, again

    def _why_not(self, entry: Entry, head: ChainHead, *, first: bool) -> RejectReason | None:
        """Why a new entry is not taken. My own journal has one writer: more of it is a fork."""
        fault = verify_entry(entry, head)
        if fault == "prev" and first:
            return "fork"
        if fault is None and entry.journal_id == self._journal_id:
            return "fork"
        return fault

    def _come_over(self, fresh: list[Entry]) -> tuple[list[Entry], list[Entry]]:
        """What comes, as it is kept, and what of it no View here holds yet; see `AheadStore`."""
        return fresh, fresh

    def _insert(self, entries: Sequence[Entry]) -> None:
        if entries:
            self._driver.executemany(INSERT_ENTRY, entries)

    def _restore_bodies(self, entries: Iterable[Entry]) -> None:
        for one in entries:
            self._driver.execute(RESTORE_BODY, (one.body, one.salt, one.journal_id, one.seq))
            self._views.pop(one.subject, None)

    def _erase(self, names: Collection[str]) -> list[str]:
        """What is named goes, and is read anew without it; the subjects that changed."""
        subjects = self._eraser.erase(names) if names else []
        self._read_anew(subjects)
        return subjects

    def _read_anew(self, subjects: Iterable[str]) -> None:
        """Bodies went: Views and rows are made as if they had never been here."""
        for subject in subjects:
            self._views.pop(subject, None)
            self._write_rows(((self.view(subject), None),))

    def _know(self, subjects: Iterable[str]) -> None:
        """Folds what is held already, so that rows are only amended by what is new.

        Most of what others write is about subjects of which nothing is held: asked for all at once.
        """
        asked = [one for one in dict.fromkeys(subjects) if one not in self._views]
        held = self._held_among(asked)
        for subject in asked:
            if subject in held:
                self.view(subject)
            else:
                self._keep(self._folding.start(subject))

    def _held_among(self, subjects: Sequence[str]) -> set[str]:
        if not subjects:
            return set()
        statement = SUBJECTS_HELD % ", ".join(["(?)"] * len(subjects))
        return {one for (one,) in self._driver.execute(statement, subjects)}

    def _fold_and_write(self, entries: Sequence[Entry]) -> None:
        """The one step in which own and foreign entries end: fold, then rows."""
        by_subject: dict[str, list[Entry]] = {}
        for entry in entries:
            by_subject.setdefault(entry.subject, []).append(entry)
        self._write_rows(starmap(self._folded, by_subject.items()))

    def _write_rows(self, changed: Iterable[tuple[View, View | None]]) -> None:
        """Brings rows up to Views, each beside the View whose rows are in the file, if known."""
        rows.write_all_rows(self._driver, changed)

    def _folded(self, subject: str, added: Sequence[Entry]) -> tuple[View, View | None]:
        """The subject's View with what is added, and the one whose rows stand in the file, if known."""
        before = self._views.get(subject)
        view = self._grown(subject, before, added)
        if view.needs_newer_program:
            note_unread(self._driver, view)
        self._keep(view)
        return view, before if subject_kind(subject) not in self._kinds_due else None

    def _grown(self, subject: str, before: View | None, added: Sequence[Entry]) -> View:
        view = self._folding.extend(before, added) if before is not None else None
        return view or self._folding.fold(subject, self.entries_of(subject))

    @contextmanager
    def _commit(self) -> Iterator[None]:
        """One durable transaction; after a failure nothing of it is left, in memory either."""
        with telling_trouble():
            self._driver.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._driver.execute("COMMIT")
            except BaseException:
                self._views.clear()
                if self._driver.in_transaction:
                    self._driver.execute("ROLLBACK")
                raise
            self._eraser.wipe(WIPED_AT_ONCE)

    def _advance(self, entries: Sequence[Entry]) -> None:
        for last in {one.journal_id: one for one in entries}.values():
            self._heads[last.journal_id] = ChainHead(last.seq, last.hash)
        if entries and entries[-1].journal_id == self._journal_id:
            self._after_commit(self._heads[self._journal_id])

    def _keep(self, view: View) -> None:
        self._views[view.subject] = view
        self._views.move_to_end(view.subject)
        while len(self._views) > VIEWS_KEPT:
            self._views.popitem(last=False)

    def _held(self, journal_id: str, seq: int) -> Entry | None:
        found = self._entries("journal_id = ? AND seq = ?", journal_id, seq)
        return found[0] if found else None

    def _entries(self, where: str, *values: object) -> list[Entry]:
        with telling_trouble():
            return [
                Entry(*row) for row in self._driver.execute(f"{SELECT_ENTRIES} {where}", values)
            ]

    def _row(self, statement: str, *values: object) -> Any:
        """The first row of what is asked; None when there is none."""
        with telling_trouble():
            return self._driver.execute(statement, values).fetchone()

    def _read_heads(self) -> dict[str, ChainHead]:
        with telling_trouble():
            found = self._driver.execute(SELECT_HEADS)
            return {journal_id: ChainHead(seq, digest) for journal_id, seq, digest in found}
