"""Folding subjects again whose read rows were made by another definition.

Owns the order (what people work with comes first) and the batches; each runs on the store's thread
between its other work, and a killed refold begins anew at the next start.
"""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from counter_app.db.closings import renew_closings, sound_closings
from counter_app.db.row_digests import kinds_due, note_digest
from counter_app.db.schema import are_row_tables_due, columns_of, mend_row_tables

BATCH_SECONDS = 0.015
OPEN = {
    "case": "SELECT subject FROM case_row WHERE state NOT IN ('completed', 'cancelled')",
    "visit": "SELECT subject FROM visit_row WHERE ended_at IS NULL",
    "followup": "SELECT subject FROM follow_up_row WHERE done IS NULL",
}
"""What is open, as the rows of the earlier definition say; those may lack a table or column."""
SUBJECTS = """
SELECT subject FROM known WHERE subject >= ? AND subject < ?
GROUP BY subject ORDER BY max(business_date) DESC, max(occurred_at) DESC, subject DESC
"""


@dataclass(frozen=True, slots=True)
class Due:
    """What must be folded again: each kind with its new digest, and the subjects that come first."""

    digests: Mapping[str, str]
    first: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.digests)


@dataclass(frozen=True, slots=True)
class Refolded:
    """How far it has come, in subjects."""

    done: int
    total: int


def prepare_rows(driver: Any, wanted: Mapping[str, str]) -> Due:
    """On opening: makes tables of rows as this program needs them, and says what is due."""
    due = kinds_due(driver, wanted)
    if not due:
        return Due({})
    first = frozenset(_open_subjects(driver))
    driver.execute("BEGIN IMMEDIATE")
    sound = sound_closings(driver) if are_row_tables_due(driver) else ()
    due = tuple(dict.fromkeys((*due, *mend_row_tables(driver))))
    renew_closings(driver, sound)
    for kind in due:
        note_digest(driver, kind, "due")
    driver.execute("COMMIT")
    return Due({kind: wanted[kind] for kind in due}, first)


def subjects_due(driver: Any, due: Due) -> dict[str, list[str]]:
    """The subjects of each kind that is due: open ones first, then from the latest day back."""
    found: dict[str, list[str]] = {}
    for kind in due.digests:
        subjects = [row[0] for row in driver.execute(SUBJECTS, (f"{kind}/", f"{kind}0"))]
        found[kind] = sorted(subjects, key=lambda one: one not in due.first)
    return found


def batches(
    subjects: Mapping[str, list[str]],
    fold: Callable[[list[str]], None],
    finish: Callable[[str], None],
    clock: Callable[[], float] = perf_counter,
) -> Generator[Refolded, None, None]:
    """Folds all subjects in batches of about `BATCH_SECONDS`; `finish` ends each kind."""
    total = sum(map(len, subjects.values()))
    done, size = 0, 1
    for kind, names in subjects.items():
        at = 0
        while at < len(names):
            batch = names[at : at + size]
            start = clock()
            fold(batch)
            spent = max(clock() - start, 1e-6)
            size = max(1, min(2 * size, int(len(batch) * BATCH_SECONDS / spent)))
            at += len(batch)
            done += len(batch)
            yield Refolded(done, total)
        finish(kind)


def _open_subjects(driver: Any) -> Iterator[str]:
    held = {row[0] for row in driver.execute("SELECT name FROM sqlite_master")}
    for statement in OPEN.values():
        table, column = statement.split()[3], statement.split()[5]
        if table in held and column in columns_of(driver, table):
            yield from (row[0] for row in driver.execute(statement))
