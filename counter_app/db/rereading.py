"""Reading a damaged file: by connections that are given up with the first bad page they meet.

SQLCipher may refuse sound pages too on a connection that met one whose authentication fails. Owns
making another one each time, and how often. Reads a private copy; writes nothing.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.db.encrypted import connect

MOST_FAILURES = 2_000
"""A second or two of them; by then what is left of the file is not worth the wait."""


class Rereader:
    """The rows of a damaged file, as far as they can be read."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._failures = 0
        self._driver = connect(path, key)

    @property
    def is_spent(self) -> bool:
        """Whether so much failed that looking further is given up."""
        return self._failures >= MOST_FAILURES

    def rows(self, statement: str, params: Sequence[object] = ()) -> list[Any] | None:
        """All rows of an answer; None when a page of it cannot be read."""
        found, whole = self._read(statement, params)
        return found if whole else None

    def first_rows(self, statement: str) -> list[Any]:
        """The rows up to the first that cannot be read."""
        return self._read(statement, ())[0]

    def close(self) -> None:
        """Ends the reading."""
        self._driver.close()

    def _read(self, statement: str, params: Sequence[object]) -> tuple[list[Any], bool]:
        found: list[Any] = []
        try:
            for row in self._driver.execute(statement, params):
                found.append(row)
        except sqlcipher.Error:
            self._failures += 1
            self._driver.close()
            self._driver = connect(self._path, self._key)
            return found, False
        return found, True
