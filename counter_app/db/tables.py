"""The tables of a terminal's store.

The first group is the journal and what is local to this PC; only these have migrations. Read rows
stand in `rows.py`: they are made from Views and never migrated. The triggers make an entry immutable
but for the moves of its body that the design allows.
"""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem

from counter_app.journal.erasing import NEVER_ERASED

SCHEMA_VERSION = 1
"""Kept in `PRAGMA user_version`; a store of a newer program is not opened."""

metadata = MetaData()


def _entries(name: str, kept: MetaData, *more: SchemaItem) -> Table:
    """A table of entries, every column as its writer made it."""
    return Table(
        name,
        kept,
        Column("journal_id", Text, primary_key=True),
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("kind", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("subject", Text, nullable=False),
        Column("audience", Text, nullable=False),
        Column("turn", Integer, nullable=False),
        Column("saw", Text),
        Column("occurred_at", Text, nullable=False),
        Column("business_date", Text, nullable=False),
        Column("actor", Text, nullable=False),
        Column("commit_seq", Integer, nullable=False),
        Column("digest", Text, nullable=False),
        Column("prev", Text),
        Column("hash", Text, nullable=False),
        Column("body", Text),
        Column("salt", Text),
        Column("body_state", Text, nullable=False),
        *more,
    )


entry = _entries(
    "entry",
    metadata,
    Column("let_go", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("hash"),
    Index("entry_subject", "subject"),
    Index("entry_elsewhere", "hash", sqlite_where=text("body_state = 'elsewhere' AND let_go <> 1")),
)
"""`let_go` is this PC's own: 1 while a body beyond its scope is elsewhere, 2 once it is called back.

What is let go is in no index of absent bodies: each meeting asks for those that are wanted.
"""
ahead = _entries(
    "ahead",
    metadata,
    UniqueConstraint("hash"),
    Index("ahead_subject", "subject"),
)
"""Entries that are here before the chain that they stand in: their own hashes agree, no more is known.

They leave one by one as their journals come (see `ahead.py`), so nothing here is for ever.
"""
known = _entries("known", MetaData())
"""Both, as whoever asks about a subject reads them; a view, see `VIEWS`."""

erased = Table("erased", metadata, Column("named", Text, primary_key=True), sqlite_with_rowid=False)
"""Hashes of entries and content that are erased for ever, held or not, and subjects likewise."""

content = Table(
    "content",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("media", Text, nullable=False),
    Column("subject", Text),
    Column("data", LargeBinary, nullable=False),
    Index("content_subject", "subject"),
)

closing = Table(
    "closing",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("let_go_on", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("heads", Text, nullable=False),
    Column("definition", Text, nullable=False),
    Column("rows", Text, nullable=False),
    Column("contents", Text, nullable=False),
    Column("names", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What is left on this PC of a subject beyond its scope, beside its envelopes and its read rows.

While it stands the rows stay as they were made: `definition` names by which, `rows` is their digest.
`contents` and `names` are hashes of content, and the customers and cases that the bodies named, by id:
an erasure finds by these what concerns a customer. No word of the subject itself is here.
"""

draft = Table(
    "draft",
    metadata,
    Column("key", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)

print_order = Table(
    "print_order",
    metadata,
    Column("paper", Text, primary_key=True),
    Column("copy_number", Integer, primary_key=True, autoincrement=False),
    Column("case_subject", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("printer", Text, nullable=False),
    Column("mark", Text),
    Column("ordered_at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("state_reason", Text, nullable=False, server_default=""),
)

local = Table(
    "local",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

ENVELOPE = [
    "journal_id",
    "seq",
    "kind",
    "version",
    "subject",
    "audience",
    "turn",
    "saw",
    "occurred_at",
    "business_date",
    "actor",
    "commit_seq",
    "digest",
    "prev",
    "hash",
]

_NEVER_ERASED = ", ".join(f"'{kind}'" for kind in NEVER_ERASED)
TRIGGERS = (
    """
    CREATE TRIGGER entry_stays BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END
    """,
    f"""
    CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
    WHEN {" OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in ENVELOPE)}
      OR NOT (
        (OLD.body_state = 'here' AND NEW.body_state IN ('elsewhere', 'erased')
          AND NEW.body IS NULL AND NEW.salt IS NULL)
        OR (OLD.body_state = 'elsewhere' AND NEW.body_state = 'erased'
          AND NEW.body IS NULL AND NEW.salt IS NULL)
        OR (OLD.body_state = 'elsewhere' AND NEW.body_state = 'here'
          AND body_digest(NEW.salt, NEW.body) IS OLD.digest)
        OR (OLD.body_state = 'elsewhere' AND NEW.body_state = 'elsewhere'
          AND NEW.body IS NULL AND NEW.salt IS NULL AND OLD.let_go = 1 AND NEW.let_go = 2))
    BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END
    """,
    f"""
    CREATE TRIGGER entry_stays_erased BEFORE INSERT ON entry
    WHEN NEW.body_state <> 'erased' AND NEW.kind NOT IN ({_NEVER_ERASED})
      AND EXISTS (SELECT 1 FROM erased WHERE named = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'an erased body never comes back'); END
    """,
    f"""
    CREATE TRIGGER ahead_stays_erased BEFORE INSERT ON ahead
    WHEN NEW.body_state <> 'erased' AND NEW.kind NOT IN ({_NEVER_ERASED})
      AND EXISTS (SELECT 1 FROM erased WHERE named = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'an erased body never comes back'); END
    """,
    """
    CREATE TRIGGER content_stays_erased BEFORE INSERT ON content
    WHEN EXISTS (SELECT 1 FROM erased WHERE named IN (NEW.hash, NEW.subject))
    BEGIN SELECT RAISE(IGNORE); END
    """,
    """
    CREATE TRIGGER erased_stays BEFORE DELETE ON erased
    BEGIN SELECT RAISE(ABORT, 'what is erased stays erased'); END
    """,
)
"""`recursive_triggers` must be on, or `INSERT OR REPLACE` deletes a row without firing the first.

Comparisons are by IS: with `=` a missing body would make the whole condition unknown, and let it pass.
"""
_ALL_COLUMNS = ", ".join(column.name for column in known.columns)
VIEWS = (
    f"CREATE VIEW known AS SELECT {_ALL_COLUMNS} FROM entry UNION ALL SELECT {_ALL_COLUMNS} FROM ahead",
)
"""What is read of a subject: its entries, whether their chains are here yet or not."""
