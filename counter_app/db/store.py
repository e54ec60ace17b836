"""The terminal's store: the journal with what is local to this PC, in one encrypted file.

Owns creating and opening the file, content, drafts, print orders and small local values. Used on the
store's own thread only.
"""

import os
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from counter_app.db.asking import AskingStore
from counter_app.db.contents import INSERT_CONTENT, ContentShelf
from counter_app.db.encrypted import open_engine, telling_trouble
from counter_app.db.refold import Due, Refolded, batches, prepare_rows, subjects_due
from counter_app.db.row_digests import note_digest, shipped_digests
from counter_app.db.schema import create_schema
from counter_app.db.store_files import StoreFiles
from counter_app.db.tables import SCHEMA_VERSION
from counter_app.db.verifiers import verifier_name
from counter_app.db.witness import HeadWitness, read_witness
from counter_app.db.working_copy import telling_full
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.folding import Folding
from counter_app.journal.folds import FOLDING
from counter_app.services.ports import (
    Beside,
    Content,
    Draft,
    NewFact,
    PrintOrder,
    Stamp,
    StoreTrouble,
)

__all__ = [
    "FirstEntry",
    "OpenedFile",
    "SqliteStore",
    "StoreFiles",
    "create_store",
    "open_store",
    "own_journal",
]

JOURNAL_ID = "journal_id"
CASE_COUNTER = "case_counter"
JOINED = "joined"
"""The branch that this home joined; a home that founded its branch has no such value."""
WRITTEN_BY = "program"
"""The version of the program that opened the file last."""
NOTHING_DUE = Due({})
ORDERS = """
SELECT paper, case_subject, copy_number, content_hash, printer, mark, ordered_at, state
FROM print_order WHERE state NOT IN ('sent', 'given_up') ORDER BY ordered_at, paper, copy_number
"""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that was opened for writing: whose journal it is, and which rows are due."""

    engine: Engine
    journal_id: str
    witness: HeadWitness
    due: Due = NOTHING_DUE


class SqliteStore(AskingStore):
    """See `ports.Store`."""

    def __init__(
        self, file: OpenedFile, entropy: Callable[[int], bytes], folding: Folding = FOLDING
    ) -> None:
        super().__init__(file.engine, file.journal_id, folding, entropy, file.witness.tell)
        self._file = file
        self._kinds_due.update(file.due.digests)

    def close(self) -> None:
        """Ends the use of the file; everything acknowledged is in it already."""
        super().close()
        self._file.engine.dispose()
        self._file.witness.close()

    def content(self, digest: str) -> Content | None:
        """Content by its hash."""
        row = self._row("SELECT hash, media, data, subject FROM content WHERE hash = ?", digest)
        return Content(*row) if row else None

    @property
    def contents(self) -> ContentShelf:
        """The content table, for the exchange with the branch."""
        return ContentShelf(self._driver, self._commit)

    def save_draft(self, draft: Draft) -> None:
        """Keeps half-typed input durably, replacing the draft of the same key."""
        with self._commit():
            self._driver.execute(
                "INSERT INTO draft (key, owner, data, saved_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET "
                "owner = excluded.owner, data = excluded.data, saved_at = excluded.saved_at",
                (draft.key, draft.owner, draft.data, draft.saved_at),
            )

    def drop_draft(self, key: str) -> None:
        """Forgets a draft."""
        with self._commit():
            self._drop_draft(key)

    def draft(self, key: str) -> Draft | None:
        """The draft of this key."""
        row = self._row("SELECT key, owner, data, saved_at FROM draft WHERE key = ?", key)
        return Draft(*row) if row else None

    def last_case_counter(self) -> int:
        """The last counter given to a case by this journal; 0 before the first."""
        return int(self.local_value(CASE_COUNTER) or 0)

    def last_instant(self) -> str | None:
        """`occurred_at` of this journal's last entry."""
        head = self.heads().get(self.journal_id)
        held = self._held(self.journal_id, head.seq) if head else None
        return held.occurred_at if held else None

    def subjects(self, kind: str) -> list[str]:
        """All subjects of a kind that is small, in order of their first entry."""
        with telling_trouble():
            found = self._driver.execute(
                "SELECT subject FROM known WHERE subject >= ? AND subject < ? "
                "GROUP BY subject ORDER BY min(occurred_at), subject",
                (f"{kind}/", f"{kind}0"),
            )
            return [row[0] for row in found]

    def local_value(self, name: str) -> str | None:
        """A small value of this PC."""
        row = self._row("SELECT value FROM local WHERE name = ?", name)
        return str(row[0]) if row else None

    def set_local_value(self, name: str, value: str) -> None:
        """Keeps a small value of this PC."""
        with self._commit():
            self._set_local(name, value)

    def pending_orders(self) -> list[tuple[PrintOrder, str]]:
        """Copies that were asked for and not yet sent or given up, with their state."""
        with telling_trouble():
            return [(PrintOrder(*row[:-1]), row[-1]) for row in self._driver.execute(ORDERS)]

    def set_order_state(self, paper: str, copy_number: int, state: str, reason: str = "") -> None:
        """Moves one copy through the spool, durably."""
        with self._commit():
            self._driver.execute(
                "UPDATE print_order SET state = ?, state_reason = ? "
                "WHERE paper = ? AND copy_number = ?",
                (state, reason, paper, copy_number),
            )

    @property
    def kinds_due(self) -> frozenset[str]:
        """The kinds whose rows were made by an earlier definition and wait for `refold`."""
        return frozenset(self._kinds_due)

    def refold(self) -> Generator[Refolded, None, None]:
        """Makes the rows of the kinds that are due anew, in short batches, telling how far it is."""
        with telling_trouble():
            subjects = subjects_due(self._driver, self._file.due)
        return batches(subjects, self._refold_batch, self._refold_done)

    def _refold_batch(self, subjects: list[str]) -> None:
        with self._commit():
            for subject in subjects:
                self._write_rows(((self.view(subject), None),))

    def _refold_done(self, kind: str) -> None:
        with self._commit():
            note_digest(self._driver, kind, self._file.due.digests[kind])
        self._kinds_due.discard(kind)

    def _write_beside(self, beside: Beside) -> None:
        if beside.drop_draft is not None:
            self._drop_draft(beside.drop_draft)
        for one in beside.contents:
            self._driver.execute(INSERT_CONTENT, (one.hash, one.media, one.subject, one.data))
        for order in beside.orders:
            self._driver.execute(
                "INSERT INTO print_order (paper, case_subject, copy_number, content_hash, printer, "
                "mark, ordered_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'queued')",
                (
                    order.paper,
                    order.case,
                    order.copy_number,
                    order.content_hash,
                    order.printer,
                    order.mark,
                    order.ordered_at,
                ),
            )
        if beside.case_counter is not None:
            self._set_local(CASE_COUNTER, str(beside.case_counter))
        for staff, verifier in beside.verifiers:
            self._set_local(verifier_name(staff), verifier)

    def _drop_draft(self, key: str) -> None:
        self._driver.execute("DELETE FROM draft WHERE key = ?", (key,))

    def _set_local(self, name: str, value: str) -> None:
        self._driver.execute(
            "INSERT INTO local (name, value) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )


@dataclass(frozen=True, slots=True)
class FirstEntry:
    """What a new journal begins with."""

    journal_id: str
    opened: JournalOpened
    stamp: Stamp


def create_store(
    files: StoreFiles, key: bytes, first: FirstEntry, entropy: Callable[[int], bytes]
) -> SqliteStore:
    """A new file, its owner's alone, with its schema and the journal's first entry: whole, or none.

    Raises `StoreTrouble`: `exists`, `full`, `disk`.
    """
    if files.database.exists():
        raise StoreTrouble("exists", files.database.name)
    part = files.beside("part")
    with telling_full():
        part.remove()
        os.close(os.open(part.database, os.O_CREAT | os.O_EXCL, 0o600))
    with telling_trouble():
        engine = open_engine(part.database, key)
        make_tables(driver_of(engine))
        engine.dispose()
    begin_journal(part, key, first, entropy)
    with telling_full():
        part.move_to(files)
    return open_store(files, key, entropy)


def make_tables(driver: Any) -> None:
    """The tables of an empty file, their rows made as this program makes them."""
    driver.execute("BEGIN IMMEDIATE")
    create_schema(driver)
    for kind, digest in shipped_digests().items():
        note_digest(driver, kind, digest)
    driver.execute("COMMIT")


def begin_journal(
    files: StoreFiles, key: bytes, first: FirstEntry, entropy: Callable[[int], bytes]
) -> None:
    """Makes a closed file the file of a new journal, and writes its first entry.

    The numbers of cases begin anew with the journal's letter. Raises `StoreTrouble`.
    """
    with telling_trouble():
        engine = open_engine(files.database, key)
        driver = driver_of(engine)
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("DELETE FROM local WHERE name IN (?, ?)", (JOURNAL_ID, CASE_COUNTER))
        driver.execute("INSERT INTO local VALUES (?, ?)", (JOURNAL_ID, first.journal_id))
        driver.execute("COMMIT")
    witness = HeadWitness(files.witness, first.journal_id)
    store = SqliteStore(OpenedFile(engine, first.journal_id, witness), entropy)
    try:
        store.append([NewFact(f"journal/{first.journal_id}", first.opened)], {}, first.stamp)
        witness.flush()
    finally:
        store.close()


def open_store(
    files: StoreFiles,
    key: bytes,
    entropy: Callable[[int], bytes],
    folding: Folding = FOLDING,
    row_digests: Mapping[str, str] | None = None,
) -> SqliteStore:
    """Opens an existing file.

    Raises `StoreTrouble`: `missing`, `wrong_key`, `damaged`, `newer`, or `behind` when the file lacks
    an acknowledged commit; then it must be salvaged, for going on would fork the journal.
    """
    if not files.database.exists():
        raise StoreTrouble("missing", files.database.name)
    with telling_full():
        files.keep_log()
    with telling_trouble():
        engine = open_engine(files.database, key)
        try:
            store = _opened(engine, files, entropy, folding, row_digests or shipped_digests())
        except BaseException:
            engine.dispose()
            raise
    lacking = lacks_acknowledged(files.witness, store)
    if lacking is not None:
        store.close()
        raise StoreTrouble("behind", lacking)
    files.kept_log.unlink(missing_ok=True)
    store.read_again()
    store.wipe()
    return store


def _opened(
    engine: Engine,
    files: StoreFiles,
    entropy: Callable[[int], bytes],
    folding: Folding,
    row_digests: Mapping[str, str],
) -> SqliteStore:
    journal_id = own_journal(driver_of(engine))
    due = prepare_rows(driver_of(engine), row_digests)
    witness = HeadWitness(files.witness, journal_id)
    return SqliteStore(OpenedFile(engine, journal_id, witness, due), entropy, folding)


def own_journal(driver: Any) -> str:
    """The journal that the file's installation writes.

    Raises `StoreTrouble`: `damaged`, or `newer` with the version of the program that wrote it.
    """
    (version,) = driver.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise StoreTrouble("newer", _local(driver, WRITTEN_BY) or "?")
    journal_id = _local(driver, JOURNAL_ID)
    if journal_id is None:
        raise StoreTrouble("damaged", "the file names no journal of its own")
    return journal_id


def _local(driver: Any, name: str) -> str | None:
    row = driver.execute("SELECT value FROM local WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def lacks_acknowledged(witness: Path, store: SqliteStore) -> str | None:
    """Which acknowledged entry the store lacks, by the witness beside it; None when it has all."""
    told = read_witness(witness)
    if told is None or told.head.seq == 0:
        return None
    held = store.entries_after(told.journal_id, told.head.seq - 1, 1)
    if held and held[0].seq == told.head.seq and held[0].hash == told.head.hash:
        return None
    return f"{told.journal_id} {told.head.seq}"


def driver_of(engine: Engine) -> Any:
    """The driver's own connection of an engine that has one."""
    with engine.connect() as connection:
        return connection.connection.driver_connection
