"""What the store is measured against, and a big branch to measure it on. For benchmarks alone."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from counter_app.db.encrypted import connect
from counter_app.db.rows import write_rows
from counter_app.journal.entry import Entry
from counter_app.journal.views import View


class BareCommits:
    """The least that a durable commit costs: plain SQLite, one table, WAL, synchronous FULL."""

    def __init__(self, path: Path) -> None:
        self._raw = sqlite3.connect(path, isolation_level=None)
        self._raw.execute("PRAGMA journal_mode = WAL")
        self._raw.execute("PRAGMA synchronous = FULL")
        self._raw.execute(f"CREATE TABLE entry ({', '.join(Entry._fields)})")
        self._insert = f"INSERT INTO entry VALUES ({', '.join('?' * len(Entry._fields))})"

    def commit(self, entries: Sequence[Entry]) -> None:
        """The same bytes in one transaction."""
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.executemany(self._insert, entries)
        self._raw.execute("COMMIT")

    def close(self) -> None:
        """Ends the use of the file."""
        self._raw.close()


def fill_rows(database: Path, key: bytes, views: Iterable[View]) -> None:
    """The read rows of Views that no entry stands behind, in one transaction."""
    driver = connect(database, key)
    driver.execute("PRAGMA cache_size = -262144")
    driver.execute("BEGIN IMMEDIATE")
    for view in views:
        write_rows(driver, view, None)
    driver.execute("COMMIT")
    driver.close()
