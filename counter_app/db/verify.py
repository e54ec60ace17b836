"""Verifying a store: the bytes of the file, the chain, content, and the read rows against the fold.

Reads a private copy and changes nothing. Owns what is looked at and how a fault names its place; what
is done about a fault is not decided here. For a process that does not have the store open.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.db.ahead import CURSOR, SELECT_AHEAD, SELECT_KNOWN
from counter_app.db.closings import closing_faults, digest_of_rows
from counter_app.db.encrypted import connect, telling_trouble
from counter_app.db.journal_store import SELECT_ENTRIES
from counter_app.db.row_digests import kinds_due
from counter_app.db.rows import ROWS, rows_held, rows_of
from counter_app.db.schema import expected_schema, journal_schema, schema_of
from counter_app.db.store import own_journal
from counter_app.db.store_files import StoreFiles
from counter_app.db.tables import SCHEMA_VERSION
from counter_app.db.witness import Witnessed, read_witness
from counter_app.db.working_copy import working_copy
from counter_app.journal.chain import ChainFault, verify_body, verify_chain
from counter_app.journal.entry import Entry, entry_hash, is_well_typed, subject_kind
from counter_app.journal.folding import Folding
from counter_app.journal.folds import FOLDING
from counter_app.services.ports import StoreTrouble

FAULTS_TOLD = 200
"""One damaged page can break thousands of rows; the first faults say where it is."""
EVERY = 500
STANDS_ERASED = """
SELECT 'chain', e.journal_id || ':' || e.seq FROM known e JOIN erased x ON x.named = e.hash
WHERE e.body_state <> 'erased' AND e.kind NOT IN ('body_erased', 'journal_opened')
UNION SELECT 'content', c.hash FROM content c JOIN erased x ON x.named IN (c.hash, c.subject)
"""

CHAINED_UPTO = "SELECT journal_id, max(seq) FROM entry GROUP BY journal_id"

Progress = Callable[[str, int, int], None]
"""(what is looked at, how many are done, of how many)."""


@dataclass(frozen=True, slots=True)
class StoreFault:
    """Something wrong, and where.

    Codes: `unreadable`, `page`, `structure`, `schema`, `chain`, `ahead`, `content`, `rows`, `closing`,
    `behind`, `no_witness`. `place` is a page, table, journal:number, hash or subject; `detail` says
    what does not agree there.
    """

    code: str
    place: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was looked at, and what is wrong. `due` are kinds whose rows wait to be folded again."""

    entries: int
    journals: int
    subjects: int
    faults: tuple[StoreFault, ...]
    due: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(
    files: StoreFiles,
    key: bytes,
    folding: Folding = FOLDING,
    progress: Progress = lambda _what, _done, _all: None,
) -> VerifyReport:
    """Looks at everything. The key is known to be right.

    Raises `StoreTrouble`: `missing`, `newer`, `full` or `locked` when it cannot be looked at.
    """
    with working_copy(files) as copied:
        return _Look(copied, key, folding, progress).report()


def broken_pages(files: StoreFiles, key: bytes) -> tuple[StoreFault, ...]:
    """The pages of an opened store's file that are not as they were written; free ones too.

    Quick, and of the bytes alone: run before anybody writes. Raises `StoreTrouble`.
    """
    with telling_trouble():
        driver = connect(files.database, key)
        try:
            # A page of which the log has a newer one may be half-written; that is no damage.
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return tuple(_page_faults(driver))
        finally:
            driver.close()


def _page_faults(driver: Any) -> Iterator[StoreFault]:
    for (told,) in driver.execute("PRAGMA cipher_integrity_check"):
        yield StoreFault("page", str(told).rpartition(" page ")[2], str(told))


@dataclass
class _Look:
    """One verification of a private copy."""

    files: StoreFiles
    key: bytes
    folding: Folding
    progress: Progress
    faults: list[StoreFault] = field(default_factory=list)
    entries: int = 0
    journals: int = 0
    subjects: int = 0
    due: tuple[str, ...] = ()

    def report(self) -> VerifyReport:
        """All checks; one that cannot go on is a fault, and the next begins."""
        self.driver: Any = connect(self.files.database, self.key)
        try:
            # The copy's log is folded in: a page that a commit has replaced is not looked at twice.
            with self._reading("database"):
                self.driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            for check in (
                self._pages,
                self._structure,
                self._schema,
                self._chains,
                self._ahead,
                self._erasures,
                self._contents,
                self._rows,
                self._strange_rows,
                self._closings,
            ):
                with self._reading(check.__name__.strip("_")):
                    check()
        finally:
            self.driver.close()
        told = tuple(self.faults[:FAULTS_TOLD])
        return VerifyReport(self.entries, self.journals, self.subjects, told, self.due)

    @contextmanager
    def _reading(self, what: str) -> Iterator[None]:
        try:
            yield
        except sqlcipher.Error as error:
            self._fault("unreadable", what, str(error))

    def _fault(self, code: str, place: str, detail: str = "") -> None:
        self.faults.append(StoreFault(code, place, detail))

    def _pages(self) -> None:
        self.faults.extend(_page_faults(self.driver))

    def _structure(self) -> None:
        for (told,) in self.driver.execute("PRAGMA integrity_check(20)"):
            if told != "ok":
                self._fault("structure", "database", str(told))

    def _schema(self) -> None:
        (version,) = self.driver.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION:
            raise StoreTrouble("newer", str(version))
        self.due = kinds_due(self.driver)
        held, expected = schema_of(self.driver), expected_schema()
        names = held.keys() | expected.keys()
        if self.due:  # the tables of rows are an earlier program's, and are made anew on opening
            names &= journal_schema().keys()
        for name in sorted(names):
            if name not in held:
                self._fault("schema", name, "missing")
            elif name not in expected:
                self._fault("schema", name, "strange")
            elif held[name] != expected[name]:
                self._fault("schema", name, "differs")

    def _chains(self) -> None:
        """Every journal, and that each acknowledged entry of the own one is here."""
        (total,) = self.driver.execute("SELECT count(*) FROM entry").fetchone()
        told = self._witnessed()
        for _journal, group in groupby(self._all("journal_id, seq", total), lambda one: one[0]):
            self.journals += 1
            for fault in verify_chain(self._watched(group, told)):
                if isinstance(fault, ChainFault):
                    self._fault("chain", f"{fault.journal_id}:{fault.seq}", fault.what)
        if told is not None and not self._witness_seen:
            self._fault("behind", f"{told.journal_id}:{told.head.seq}", "an acknowledged entry")

    def _ahead(self) -> None:
        """What is here before its chain: whole in itself, and its chain does not reach it yet."""
        heads = dict(self.driver.execute(CHAINED_UPTO))
        names = self.driver.execute(
            "SELECT name, value FROM local WHERE name GLOB ?", (f"{CURSOR}*",)
        )
        cursors = {name.removeprefix(CURSOR): int(value.split()[0]) for name, value in names}
        for row in self.driver.execute(f"{SELECT_AHEAD} 1"):
            fault = "type"
            if is_well_typed(row):
                entry = Entry(*row)
                fault = "hash" if entry_hash(entry) != entry.hash else verify_body(entry) or ""
                if (
                    not heads.get(entry.journal_id, 0)
                    < entry.seq
                    <= cursors.get(entry.journal_id, 0)
                ):
                    fault = fault or "place"
            if fault:
                self._fault("ahead", f"{row[0]}:{row[1]}", fault)

    def _witnessed(self) -> Witnessed | None:
        self._witness_seen = False
        told = read_witness(self.files.witness)
        if told is None or told.journal_id != own_journal(self.driver):
            self._fault("no_witness", self.files.witness.name)
            return None
        return told

    def _watched(self, entries: Iterator[Entry], told: Witnessed | None) -> Iterator[Entry]:
        for entry in entries:
            if told and (entry.journal_id, entry.seq, entry.hash) == (
                told.journal_id,
                told.head.seq,
                told.head.hash,
            ):
                self._witness_seen = True
            yield entry

    def _erasures(self) -> None:
        """Nothing stands here that is erased."""
        for code, place in self.driver.execute(STANDS_ERASED):
            self._fault(code, place, "erased")

    def _contents(self) -> None:
        for digest, data in self.driver.execute("SELECT hash, CAST(data AS BLOB) FROM content"):
            if hashlib.sha256(data).hexdigest() != digest:
                self._fault("content", digest)

    def _rows(self) -> None:
        (total,) = self.driver.execute("SELECT count(DISTINCT subject) FROM known").fetchone()
        closed = dict(self.driver.execute("SELECT subject, rows FROM closing"))
        for subject, group in groupby(
            self._all("subject", 0, SELECT_KNOWN), lambda one: one.subject
        ):
            self.subjects += 1
            if self.subjects % EVERY == 0:
                self.progress("subjects", self.subjects, total)
            if subject in closed:
                if digest_of_rows(self.driver, subject) != closed[subject]:
                    self._fault("rows", subject, "of a closing record")
            elif subject_kind(subject) in ROWS and subject_kind(subject) not in self.due:
                made = rows_of(self.folding.fold(subject, group))
                if sorted(rows_held(self.driver, subject), key=repr) != sorted(made, key=repr):
                    self._fault("rows", subject)

    def _strange_rows(self) -> None:
        """Rows that no entry stands behind."""
        tables = {
            spec.table.name
            for kind, specs in ROWS.items()
            if kind not in self.due
            for spec in specs
        }
        for table in sorted(tables):
            found = self.driver.execute(
                f"SELECT DISTINCT subject FROM {table} WHERE subject NOT IN (SELECT subject FROM known)"
            )
            for (subject,) in found:
                self._fault("rows", subject, table)

    def _closings(self) -> None:
        """Each record closes something, at heads that are here; nothing was let go without one."""
        for subject, what in closing_faults(self.driver):
            self._fault("closing", subject, what)

    def _all(self, order: str, total: int, of: str = SELECT_ENTRIES) -> Iterator[Entry]:
        """Every entry, read as it is needed."""
        for row in self.driver.execute(f"{of} 1 ORDER BY {order}"):
            if total:
                self.entries += 1
                if self.entries % EVERY == 0:
                    self.progress("entries", self.entries, total)
            if is_well_typed(row):
                yield Entry(*row)
            elif total:
                self._fault("chain", f"{row[0]}:{row[1]}", "type")
