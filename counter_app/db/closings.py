"""What is left of subjects whose bodies are beyond this PC's scope: closing records and let-go bodies.

Owns their statements, within whatever transaction is open on the store's connection. A closing record
carries no words of the subject: its read rows stay beside it as they were, and it tells their digest.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from counter_app.db.row_digests import held_digest
from counter_app.db.rows import ROWS
from counter_app.db.schema import columns_of
from counter_app.journal.entry import Entry, subject_kind

NAMES = re.compile(r'"((?:customer|case)/[^"#,\\\s]+)')
_NAMED = "(SELECT value FROM json_each(?1))"
AMONG = f"SELECT subject FROM closing WHERE subject IN {_NAMED}"
PUT = "INSERT INTO closing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
LET_GO = f"""
UPDATE entry SET body = NULL, salt = NULL, body_state = 'elsewhere', let_go = 1
WHERE subject = ?2 AND hash IN {_NAMED} AND body_state = 'here'
"""
CALL_BACK = (
    "UPDATE entry SET let_go = 2 WHERE subject = ? AND body_state = 'elsewhere' AND let_go = 1"
)
AWAY = "SELECT hash FROM entry WHERE subject = ? AND body_state = 'elsewhere' AND let_go > 0"
NOTHING_AWAY = """
SELECT subject, 'nothing away' FROM closing c WHERE NOT EXISTS (
    SELECT 1 FROM entry e WHERE e.subject = c.subject AND e.body_state = 'elsewhere' AND e.let_go > 0)
"""
NO_RECORD = """
SELECT DISTINCT subject, 'no record' FROM entry
WHERE body_state = 'elsewhere' AND let_go = 1 AND subject NOT IN (SELECT subject FROM closing)
"""
DROP_CONTENT = f"DELETE FROM content WHERE subject = ?2 AND hash IN {_NAMED}"


@dataclass(frozen=True, slots=True)
class Closing:
    """One record; see `tables.closing`."""

    subject: str
    let_go_on: str
    last_day: str
    entries: int
    heads: tuple[str, ...]
    contents: tuple[str, ...]
    names: tuple[str, ...]


class Closings:
    """The closing records of one store."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def among(self, subjects: Iterable[str]) -> set[str]:
        """Those of the subjects that have one."""
        named = list(subjects)
        if not named:
            return set()
        return {one for (one,) in self._driver.execute(AMONG, (json.dumps(named),))}

    def close(self, closing: Closing, bodies: Collection[str]) -> None:
        """Writes the record, and lets these bodies and the content it names go."""
        subject = closing.subject
        values = (
            subject,
            closing.let_go_on,
            closing.last_day,
            closing.entries,
            ",".join(closing.heads),
            held_digest(self._driver, subject_kind(subject)),
            digest_of_rows(self._driver, subject),
            ",".join(closing.contents),
            ",".join(closing.names),
        )
        self._driver.execute(PUT, values)
        self._driver.execute(LET_GO, (json.dumps(sorted(bodies)), subject))
        self._driver.execute(DROP_CONTENT, (json.dumps(sorted(closing.contents)), subject))

    def call_back(self, subject: str) -> None:
        """The bodies are wanted here again: the next exchange brings them."""
        self._driver.execute(CALL_BACK, (subject,))

    def away(self, subject: str) -> list[str]:
        """Hashes of entries whose bodies were let go and are not back."""
        return [one for (one,) in self._driver.execute(AWAY, (subject,))]

    def contents(self, subject: str) -> list[str]:
        """Hashes of the content that a subject had here when it was let go."""
        found = self._driver.execute("SELECT contents FROM closing WHERE subject = ?", (subject,))
        row = found.fetchone()
        return row[0].split(",") if row and row[0] else []

    def naming(self, subject: str) -> list[str]:
        """Subjects of which something that was let go names this one."""
        found = self._driver.execute(
            "SELECT subject FROM closing WHERE instr(',' || names || ',', ',' || ? || ',') > 0",
            (subject,),
        )
        return [one for (one,) in found]

    def end(self, subject: str) -> None:
        """The subject is here again, or is read without what was let go: its rows are made anew."""
        self._driver.execute("DELETE FROM closing WHERE subject = ?", (subject,))


def named_in(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The customers and cases that bodies name by their ids, each once."""
    found = {one for entry in entries if entry.body for one in NAMES.findall(entry.body)}
    return tuple(sorted(found))


def digest_of_rows(driver: Any, subject: str) -> str:
    """What the read rows of a subject are, in whatever order they lie.

    Columns without a value are left out: a later program may have added them.
    """
    told: list[str] = []
    for spec in ROWS.get(subject_kind(subject), ()):
        names = columns_of(driver, spec.table.name)
        if not names:
            continue
        found = driver.execute(f"SELECT * FROM {spec.table.name} WHERE subject = ?", (subject,))
        for row in found:
            said = {
                name: value for name, value in zip(names, row, strict=True) if value is not None
            }
            told.append(json.dumps([spec.table.name, said], ensure_ascii=False, sort_keys=True))
    return sha256("\n".join(sorted(told)).encode()).hexdigest()


def sound_closings(driver: Any) -> tuple[str, ...]:
    """The subjects whose rows are what their records say."""
    found = driver.execute("SELECT subject, rows FROM closing").fetchall()
    return tuple(one for one, rows in found if digest_of_rows(driver, one) == rows)


def renew_closings(driver: Any, subjects: Iterable[str]) -> None:
    """Their rows were carried over into tables of other columns: the records tell these."""
    for one in subjects:
        values = (digest_of_rows(driver, one), one)
        driver.execute("UPDATE closing SET rows = ? WHERE subject = ?", values)


def closing_faults(driver: Any) -> Iterator[tuple[str, str]]:
    """Subjects whose record does not agree with their entries, and in what."""
    yield from driver.execute(NOTHING_AWAY)
    yield from driver.execute(NO_RECORD)
    known = "SELECT count(*) FROM known WHERE subject = ?2 AND hash IN " + _NAMED
    for subject, heads, entries in driver.execute("SELECT subject, heads, entries FROM closing"):
        named = heads.split(",")
        (held,) = driver.execute(known, (json.dumps(named), subject)).fetchone()
        if held != len(named) or entries < held:
            yield subject, "heads"
