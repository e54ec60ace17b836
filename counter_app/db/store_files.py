"""Where the parts of a store lie in a home. Opens nothing."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StoreFiles:
    """The encrypted database, and the witness of its head outside it."""

    database: Path
    witness: Path

    @classmethod
    def in_home(cls, home: Path) -> "StoreFiles":
        """The files of the store of a home."""
        return cls(home / "journal.db", home / "journal.head")

    @property
    def log(self) -> Path:
        """The write-ahead log: commits that are not yet folded into the database."""
        return self.database.with_name(f"{self.database.name}-wal")

    @property
    def shared_memory(self) -> Path:
        """The index of the log, made anew whenever it is missing."""
        return self.database.with_name(f"{self.database.name}-shm")
