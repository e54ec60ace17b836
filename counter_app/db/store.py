"""The terminal's store: the journal with what is local to this PC, in one encrypted file.

Owns creating and opening the file, content, drafts, print orders and small local values. Used on the
store's own thread only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, delete, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from counter_app.db.encrypted import open_engine, telling_trouble
from counter_app.db.journal_store import JournalStore
from counter_app.db.rows import rows_metadata
from counter_app.db.tables import SCHEMA_VERSION, TRIGGERS, metadata
from counter_app.db.tables import content as content_table
from counter_app.db.tables import draft as draft_table
from counter_app.db.tables import entry as entry_table
from counter_app.db.tables import local as local_table
from counter_app.db.tables import print_order as order_table
from counter_app.db.witness import HeadWitness
from counter_app.journal.chain import ChainHead
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

JOURNAL_ID = "journal_id"
CASE_COUNTER = "case_counter"


@dataclass(frozen=True, slots=True)
class StoreFiles:
    """Where the parts of a store lie in a home."""

    database: Path
    witness: Path

    @classmethod
    def in_home(cls, home: Path) -> "StoreFiles":
        """The files of the store of a home."""
        return cls(home / "journal.db", home / "journal.head")


class SqliteStore(JournalStore):
    """See `ports.Store`."""

    def __init__(
        self,
        engine: Engine,
        journal_id: str,
        witness: HeadWitness,
        entropy: Callable[[int], bytes],
        folding: Folding = FOLDING,
    ) -> None:
        super().__init__(engine, journal_id, folding, entropy, witness.tell)
        self._engine = engine
        self._witness = witness

    def close(self) -> None:
        """Ends the use of the file; everything acknowledged is in it already."""
        super().close()
        self._engine.dispose()
        self._witness.close()

    def content(self, digest: str) -> Content | None:
        """Content by its hash."""
        with telling_trouble():
            row = self._connection.execute(
                select(content_table).where(content_table.c.hash == digest)
            ).first()
        return Content(row.hash, row.media, row.data, row.subject) if row else None

    def save_draft(self, draft: Draft) -> None:
        """Keeps half-typed input durably, replacing the draft of the same key."""
        values = {
            "key": draft.key,
            "owner": draft.owner,
            "data": draft.data,
            "saved_at": draft.saved_at,
        }
        with self._commit():
            self._connection.execute(
                upsert(draft_table)
                .values(values)
                .on_conflict_do_update(index_elements=["key"], set_=values)
            )

    def drop_draft(self, key: str) -> None:
        """Forgets a draft."""
        with self._commit():
            self._connection.execute(delete(draft_table).where(draft_table.c.key == key))

    def draft(self, key: str) -> Draft | None:
        """The draft of this key."""
        with telling_trouble():
            row = self._connection.execute(
                select(draft_table).where(draft_table.c.key == key)
            ).first()
        return Draft(row.key, row.owner, row.data, row.saved_at) if row else None

    def last_case_counter(self) -> int:
        """The last counter given to a case by this journal; 0 before the first."""
        return int(self.local_value(CASE_COUNTER) or 0)

    def last_instant(self) -> str | None:
        """`occurred_at` of this journal's last entry."""
        head = self.heads().get(self.journal_id)
        if head is None:
            return None
        held = self._held(self.journal_id, head.seq)
        return held.occurred_at if held else None

    def subjects(self, kind: str) -> list[str]:
        """All subjects of a kind that is small."""
        c = entry_table.c
        with telling_trouble():
            found = self._connection.execute(
                select(c.subject)
                .where(c.subject.between(f"{kind}/", f"{kind}0"))
                .group_by(c.subject)
                .order_by(func.min(c.occurred_at), c.subject)
            )
            return [row[0] for row in found]

    def local_value(self, name: str) -> str | None:
        """A small value of this PC."""
        return self._text(
            self._scalar(select(local_table.c.value).where(local_table.c.name == name))
        )

    def set_local_value(self, name: str, value: str) -> None:
        """Keeps a small value of this PC."""
        with self._commit():
            self._set_local(name, value)

    def pending_orders(self) -> list[tuple[PrintOrder, str]]:
        """Copies that were asked for and not yet sent or given up, with their state."""
        c = order_table.c
        with telling_trouble():
            found = self._connection.execute(
                select(order_table)
                .where(c.state.not_in(("sent", "given_up")))
                .order_by(c.ordered_at, c.paper, c.copy_number)
            ).all()
        return [
            (
                PrintOrder(
                    row.paper,
                    row.case_subject,
                    row.copy_number,
                    row.content_hash,
                    row.printer,
                    row.mark,
                    row.ordered_at,
                ),
                row.state,
            )
            for row in found
        ]

    def set_order_state(self, paper: str, copy_number: int, state: str, reason: str = "") -> None:
        """Moves one copy through the spool, durably."""
        c = order_table.c
        with self._commit():
            self._connection.execute(
                order_table.update()
                .where(c.paper == paper, c.copy_number == copy_number)
                .values(state=state, state_reason=reason)
            )

    def _write_beside(self, beside: Beside) -> None:
        if beside.drop_draft is not None:
            self._connection.execute(
                delete(draft_table).where(draft_table.c.key == beside.drop_draft)
            )
        for one in beside.contents:
            self._connection.execute(
                upsert(content_table)
                .values(hash=one.hash, media=one.media, subject=one.subject, data=one.data)
                .on_conflict_do_nothing()
            )
        for order in beside.orders:
            self._connection.execute(insert(order_table).values(_order_values(order)))
        if beside.case_counter is not None:
            self._set_local(CASE_COUNTER, str(beside.case_counter))

    def _set_local(self, name: str, value: str) -> None:
        self._connection.execute(
            upsert(local_table)
            .values(name=name, value=value)
            .on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )

    @staticmethod
    def _text(value: object) -> str | None:
        return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class FirstEntry:
    """What a new journal begins with."""

    journal_id: str
    opened: JournalOpened
    stamp: Stamp


def create_store(
    files: StoreFiles, key: bytes, first: FirstEntry, entropy: Callable[[int], bytes]
) -> SqliteStore:
    """A new file with its schema and the journal's first entry. Raises `StoreTrouble`."""
    engine = open_engine(files.database, key)
    with telling_trouble(), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        metadata.create_all(connection)
        rows_metadata.create_all(connection)
        for trigger in TRIGGERS:
            connection.execute(text(trigger))
        connection.execute(insert(local_table).values(name=JOURNAL_ID, value=first.journal_id))
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.exec_driver_sql("COMMIT")
    witness = HeadWitness(files.witness, first.journal_id)
    store = SqliteStore(engine, first.journal_id, witness, entropy)
    store.append([NewFact(f"journal/{first.journal_id}", first.opened)], {}, first.stamp)
    return store


def open_store(
    files: StoreFiles,
    key: bytes,
    entropy: Callable[[int], bytes],
    folding: Folding = FOLDING,
) -> SqliteStore:
    """Opens an existing file. Raises `StoreTrouble`: `wrong_key`, `damaged`, `newer`, `missing`."""
    if not files.database.exists():
        raise StoreTrouble("missing", files.database.name)
    engine = open_engine(files.database, key)
    with telling_trouble(), engine.connect() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
        if version > SCHEMA_VERSION:
            raise StoreTrouble("newer", str(version))
        journal_id = connection.execute(
            select(local_table.c.value).where(local_table.c.name == JOURNAL_ID)
        ).scalar()
    if journal_id is None:
        raise StoreTrouble("damaged", "the file names no journal of its own")
    return SqliteStore(engine, journal_id, HeadWitness(files.witness, journal_id), entropy, folding)


def own_head(store: SqliteStore) -> ChainHead:
    """The head of the journal that this installation writes."""
    return store.heads().get(store.journal_id, ChainHead())


def _order_values(order: PrintOrder) -> dict[str, object]:
    return {
        "paper": order.paper,
        "copy_number": order.copy_number,
        "case_subject": order.case,
        "content_hash": order.content_hash,
        "printer": order.printer,
        "mark": order.mark,
        "ordered_at": order.ordered_at,
        "state": "queued",
    }
