"""Content that crosses: what this store holds beyond a place, and what comes from the branch.

Owns no place of its own: the place is the caller's, and after a restart all is offered once more.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from hashlib import sha256
from typing import Any

from counter_app.services.branch_ports import LabelledContent
from counter_app.services.ports import Content

INSERT_CONTENT = """
INSERT INTO content (hash, media, subject, data) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
ROOM = 2**40
"""More than a content table ever has rows."""
SELECT_LABELLED = """
SELECT c.hash, c.media, c.data, c.subject, coalesce(
    (SELECT audience FROM (
        SELECT audience, turn FROM entry WHERE subject = c.subject
        UNION ALL SELECT audience, turn FROM ahead WHERE subject = c.subject)
    ORDER BY turn LIMIT 1), 'all')
FROM content c WHERE c.hash = ?
"""


class ContentShelf:
    """The content table of one store, for the exchange. On the store's own thread only."""

    def __init__(self, driver: Any, commit: Callable[[], AbstractContextManager[None]]) -> None:
        self._driver = driver
        self._commit = commit

    def beyond(self, place: int, limit: int) -> list[tuple[int, str]]:
        """Places and hashes of what was kept after a place, in that order.

        A place counts the erasures too: what went makes room that is filled again, and then everything
        is offered once more.
        """
        (erasures,) = self._driver.execute("SELECT count(*) FROM erased").fetchone()
        begun = erasures * ROOM
        found = self._driver.execute(
            "SELECT rowid, hash FROM content WHERE rowid > ? ORDER BY rowid LIMIT ?",
            (max(0, place - begun), limit),
        )
        return [(begun + row, digest) for row, digest in found]

    def shared(self) -> list[str]:
        """The hashes of what concerns nobody in person: procedures, packs, layouts."""
        return [
            one for (one,) in self._driver.execute("SELECT hash FROM content WHERE subject IS NULL")
        ]

    def labelled(self, hashes: Sequence[str]) -> list[LabelledContent]:
        """Content by hash, with the label of its subject's first entry; `all` where it has none."""
        found = []
        for digest in hashes:
            row = self._driver.execute(SELECT_LABELLED, (digest,)).fetchone()
            if row is not None:
                found.append(LabelledContent(Content(*row[:4]), row[4]))
        return found

    def take(self, contents: Sequence[Content]) -> int:
        """Keeps what fits its hash; how many were new."""
        fit = [one for one in contents if sha256(one.data).hexdigest() == one.hash]
        before = self._driver.total_changes
        with self._commit():
            self._driver.executemany(
                INSERT_CONTENT, [(one.hash, one.media, one.subject, one.data) for one in fit]
            )
        return int(self._driver.total_changes - before)
