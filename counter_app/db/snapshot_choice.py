"""Which subjects a snapshot holds: what a window needs before the history of the branch is there.

Owns the choice, as statements over read rows and envelopes: the ground (branch, journals, staff,
versions, terminals, orders to erase), what is open with whatever belongs to it, and everything of
today. A subject of which nothing is for everybody's eyes is not among them.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

WHOLE_KINDS = (
    *("branch", "journal", "version", "staff", "terminal"),
    *("erasure", "quarantine", "lateentry"),
)
"""Kinds of which a branch never has many, and every window needs all."""
UNSIGNED = "-7 days"
"""So far back a window's day may still wait to be closed and signed."""
OPEN_CASES = """
SELECT subject FROM case_row
WHERE state NOT IN ('completed', 'cancelled') OR awaits_serial = 1 OR booking = 'unclear'
"""
OPEN = (
    OPEN_CASES,
    "SELECT subject FROM visit_row WHERE ended_at IS NULL",
    "SELECT subject FROM follow_up_row WHERE done IS NULL",
    "SELECT subject FROM hand_over_row WHERE answer IS NULL",
    "SELECT subject FROM override_row WHERE state = 'asked'",
    "SELECT subject FROM sign_on_row WHERE until IS NULL AND refused IS NULL",
    "SELECT subject FROM spell_row WHERE until IS NULL",
    "SELECT case_subject FROM follow_up_row WHERE done IS NULL AND case_subject IS NOT NULL",
)
OF_DAY = """
SELECT DISTINCT subject FROM entry WHERE journal_id = ?1 AND seq > coalesce((
    SELECT seq FROM entry WHERE journal_id = ?1 AND business_date < ?2 ORDER BY seq DESC LIMIT 1), 0)
"""
"""From a journal's end back to its first entry of the date: no more of it is looked at."""
_WANTED = "(SELECT value FROM json_each(?1))"
BELONGS = f"""
SELECT visit FROM case_row WHERE subject IN {_WANTED} AND visit IS NOT NULL
UNION SELECT holder_customer FROM case_row
    WHERE subject IN {_WANTED} AND holder_customer IS NOT NULL
UNION SELECT 'dissuasion/' || substr(subject, 6) FROM case_row WHERE subject IN {_WANTED}
UNION SELECT subject FROM override_row
    WHERE substr(about, 1, instr(about || '#', '#') - 1) IN {_WANTED}
UNION SELECT subject FROM follow_up_row WHERE case_subject IN {_WANTED}
UNION SELECT subject FROM hand_over_row WHERE case_subject IN {_WANTED}
"""
FOR_ALL = f"""
SELECT DISTINCT subject FROM entry WHERE subject IN {_WANTED} AND audience = 'all' ORDER BY subject
"""
RANGE = "SELECT DISTINCT subject FROM entry WHERE subject >= ? AND subject < ?"


def choose(driver: Any, journals: Iterable[str], since: str) -> list[str]:
    """The subjects, in order; `since` is the business date (`2026-11-23`) of which all is wanted."""
    wanted: set[str] = set()
    for statement, values in _statements(journals, since):
        wanted.update(subject for (subject,) in driver.execute(statement, values))
    wanted.update(subject for (subject,) in driver.execute(BELONGS, (json.dumps(sorted(wanted)),)))
    return [one for (one,) in driver.execute(FOR_ALL, (json.dumps(sorted(wanted)),))]


def _statements(journals: Iterable[str], since: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((one, ()) for one in OPEN)
    for kind in WHOLE_KINDS:
        yield RANGE, (f"{kind}/", f"{kind}0")
    for kind in ("day", "windowday"):
        late = f"{RANGE} AND business_date >= date(?, '{UNSIGNED}')"
        yield late, (f"{kind}/", f"{kind}0", since)
    for journal in journals:
        yield OF_DAY, (journal, since)
