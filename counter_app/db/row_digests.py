"""Which kinds of read rows a file holds as this program makes them.

A kind's digest covers what its folds make of the golden entries, and the schema of its tables. It is
computed in the tests, shipped as data, and kept in the file beside the rows that were made by it. Owns
the comparison; folding again is `refold.py`'s.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from counter_app.db.rows import ROWS, rows_of
from counter_app.db.schema import table_statements
from counter_app.journal.entry import Entry, subject_kind
from counter_app.journal.folding import Folding

SHIPPED = Path(__file__).with_name("row_digests.json")
PREFIX = "rows/"


def shipped_digests() -> dict[str, str]:
    """The digest of each kind, as this program makes its rows."""
    told: dict[str, str] = json.loads(SHIPPED.read_text("utf-8"))
    return told


def digest_of(kind: str, entries: Iterable[Entry], folding: Folding) -> str:
    """The digest of a kind, from the golden entries."""
    subjects: dict[str, list[Entry]] = {}
    for entry in entries:
        if subject_kind(entry.subject) == kind:
            subjects.setdefault(entry.subject, []).append(entry)
    made = [rows_of(folding.fold(subject, found)) for subject, found in sorted(subjects.items())]
    schema = [words for spec in ROWS[kind] for words in table_statements(spec.table)]
    told = json.dumps([made, schema], ensure_ascii=False, sort_keys=True)
    return sha256(told.encode()).hexdigest()


def kinds_due(driver: Any, wanted: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The kinds whose rows in the file were made by another definition."""
    digests = shipped_digests() if wanted is None else wanted
    held = dict(driver.execute("SELECT name, value FROM local"))
    return tuple(kind for kind in ROWS if held.get(PREFIX + kind) != digests.get(kind))


def held_digest(driver: Any, kind: str) -> str:
    """The digest of the definition that a kind's rows in the file were made by."""
    row = driver.execute("SELECT value FROM local WHERE name = ?", (PREFIX + kind,)).fetchone()
    return str(row[0]) if row else ""


def note_digest(driver: Any, kind: str, digest: str) -> None:
    """Keeps in the file that a kind's rows are made by the definition with this digest."""
    driver.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", (PREFIX + kind, digest))
