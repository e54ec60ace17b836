"""Erasures and bodies that this PC may not hold any more, carried out in the store's own transactions.

Owns what goes with a body: content, drafts, copies that wait, and that no page of file or log keeps the
bytes. Reading rows anew is the store's. It never judges an order: the chain says whose it is.
"""

import json
import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.journal.codec import read_entry
from counter_app.journal.entry import Entry
from counter_app.journal.erasing import NEVER_ERASED, erased_form, names_of

TRUNCATE = "PRAGMA wal_checkpoint(TRUNCATE)"
WIPE_DUE = "wipe_due"
"""Set with the erasure, gone when no page of the log has the bytes any more."""
PAPER_TO_WIPE = "wipe_paper/"
"""Before the number of a paper whose printed file goes."""
_log = logging.getLogger(__name__)
_KEPT = ", ".join(f"'{kind}'" for kind in NEVER_ERASED)
_NAMED = "(SELECT value FROM json_each(?1))"
ORDER = "INSERT OR IGNORE INTO erased SELECT value FROM json_each(?1)"
KNOWN = f"SELECT named FROM erased WHERE named IN {_NAMED}"
TOUCHED = f"""
SELECT DISTINCT subject FROM known
WHERE hash IN {_NAMED} AND body_state <> 'erased' AND kind NOT IN ({_KEPT})
"""
ERASE, ERASE_AHEAD = (
    f"""
    UPDATE {table} SET body = NULL, salt = NULL, body_state = 'erased'
    WHERE hash IN {_NAMED} AND body_state <> 'erased' AND kind NOT IN ({_KEPT})
    """
    for table in ("entry", "ahead")
)
LEAVE_PAPERS = f"""
INSERT OR IGNORE INTO local SELECT '{PAPER_TO_WIPE}' || paper, '' FROM print_order
WHERE case_subject IN {_NAMED} OR content_hash IN {_NAMED}
"""
BESIDE = (
    LEAVE_PAPERS,
    f"DELETE FROM print_order WHERE case_subject IN {_NAMED} OR content_hash IN {_NAMED}",
    f"DELETE FROM content WHERE hash IN {_NAMED} OR subject IN {_NAMED}",
    f"DELETE FROM draft WHERE key IN {_NAMED} OR substr(key, 1, instr(key, ' ') - 1) IN {_NAMED}",
)
SENT_AWAY = """
SELECT subject FROM entry WHERE body_state = 'here' AND journal_id <> ?1
AND audience NOT IN (SELECT value FROM json_each(?2)) GROUP BY subject
"""
SEND_AWAY = """
UPDATE entry SET body = NULL, salt = NULL, body_state = 'elsewhere'
WHERE body_state = 'here' AND journal_id <> ?1
AND audience NOT IN (SELECT value FROM json_each(?2))
"""
SEND_CONTENT_AWAY = """
DELETE FROM content WHERE subject IN (SELECT value FROM json_each(?2)) AND NOT EXISTS (
    SELECT 1 FROM known e WHERE e.subject = content.subject
    AND (e.journal_id = ?1 OR e.body_state = 'here'))
"""
WANTED = """
SELECT hash FROM entry WHERE body_state = 'elsewhere' AND let_go <> 1
AND audience IN (SELECT value FROM json_each(?1)) AND hash > ?2 ORDER BY hash LIMIT ?3
"""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Others' entries as they may stand here, and the names that are erased by orders among them."""

    fresh: list[Entry]
    returned: list[Entry]
    ordered: frozenset[str]


class Eraser:
    """Erases within whatever transaction is open on the store's connection."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self._any: bool | None = None
        self._due: bool | None = None

    def allow(self, fresh: Sequence[Entry], returned: Sequence[Entry] = ()) -> Allowed:
        """Notes what is ordered, and takes from what comes the bodies that are erased already."""
        orders = [one for one in (*fresh, *returned) if one.kind in NEVER_ERASED]
        ordered = names_of(map(read_entry, orders))
        self.remember(ordered)
        if not self._knows_any():
            return Allowed(list(fresh), list(returned), ordered)
        gone = self._known(
            [one.hash for one in (*fresh, *returned) if one.kind not in NEVER_ERASED]
        )
        return Allowed(
            [erased_form(one) if one.hash in gone else one for one in fresh],
            [one for one in returned if one.hash not in gone],
            ordered,
        )

    def remember(self, names: Collection[str]) -> None:
        """What is erased for ever, held or not."""
        if names:
            self._driver.execute(ORDER, (_list(names),))
            self._any = True

    def erase(self, names: Collection[str]) -> list[str]:
        """All that is named goes, whatever it is; the subjects whose Views and rows are others now."""
        listed = (_list(names),)
        subjects = [one for (one,) in self._driver.execute(TOUCHED, listed)]
        for statement in (ERASE, ERASE_AHEAD, *BESIDE):
            self._driver.execute(statement, listed)
        self._note_due()
        return subjects

    def send_away(self, own_journal: str, labels: Collection[str]) -> list[str]:
        """Bodies that others wrote under other labels than these go; the subjects concerned.

        What was written here stays: nobody else may have it yet.
        """
        values = (own_journal, _list(labels))
        subjects = [one for (one,) in self._driver.execute(SENT_AWAY, values)]
        if subjects:
            self._driver.execute(SEND_AWAY, values)
            self._driver.execute(SEND_CONTENT_AWAY, (own_journal, _list(subjects)))
            self._note_due()
        return subjects

    def bodies_wanted(self, labels: Collection[str], after: str, limit: int) -> list[str]:
        """Hashes of entries of these labels whose bodies are elsewhere, beyond a hash."""
        found = self._driver.execute(WANTED, (_list(labels), after, limit))
        return [one for (one,) in found]

    def wipe(self, largest: int | None = None) -> bool:
        """Whether no page holds what was erased; tried after each commit and at the start until so.

        With `secure_delete` a page that gives something up is zeroed there, but one that was balanced
        keeps copies in its free space [4 of 280 names, measured]: so the file is written anew, and the
        log ends at nothing. A file of more than `largest` bytes waits: it would keep people waiting.
        """
        if not self._is_due():
            return True
        if largest is not None and self._size() > largest:
            return False
        try:
            self._driver.execute("VACUUM")
            busy, _frames, _done = self._driver.execute(TRUNCATE).fetchone()
        except sqlcipher.Error as error:  # no room, or somebody writes: it stays due
            _log.warning("what was erased may still lie in free space of the file: %s", error)
            return False
        if busy:  # somebody reads an earlier state
            return False
        self._driver.execute("DELETE FROM local WHERE name = ?", (WIPE_DUE,))
        self._due = False
        return True

    def _size(self) -> int:
        (pages,) = self._driver.execute("PRAGMA page_count").fetchone()
        (size,) = self._driver.execute("PRAGMA page_size").fetchone()
        return int(pages) * int(size)

    def _knows_any(self) -> bool:
        """Asked once: a damaged file is opened without it."""
        if self._any is None:
            self._any = self._driver.execute("SELECT 1 FROM erased LIMIT 1").fetchone() is not None
        return self._any

    def _is_due(self) -> bool:
        if self._due is None:
            found = self._driver.execute("SELECT 1 FROM local WHERE name = ?", (WIPE_DUE,))
            self._due = found.fetchone() is not None
        return self._due

    def _note_due(self) -> None:
        self._due = True
        self._driver.execute("INSERT OR IGNORE INTO local VALUES (?, '')", (WIPE_DUE,))

    def _known(self, names: Sequence[str]) -> set[str]:
        return {one for (one,) in self._driver.execute(KNOWN, (_list(names),))}


def erase_beside(driver: Any) -> None:
    """Erases once more what is known to be erased, from what was copied in beside the entries."""
    known = [one for (one,) in driver.execute("SELECT named FROM erased")]
    if known:
        Eraser(driver).erase(known)


def _list(names: Collection[str]) -> str:
    return json.dumps(sorted(names))
