"""Where the parts of a store lie in a home, and moving them together. Opens none of them."""

import os
import shutil
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

    @property
    def kept_log(self) -> Path:
        """The log as a kill left it, until the opened store is known to have all that is acknowledged.

        Opening folds it into the database as far as it adds up, and removes the rest.
        """
        return self.database.with_name(f"{self.database.name}-log")

    def keep_log(self) -> None:
        """Keeps the log that is there; one of an opening that did not end stays. Raises OSError."""
        if self.log.exists() and not self.kept_log.exists():
            part = self.kept_log.with_name(f"{self.kept_log.name}.part")
            shutil.copyfile(self.log, part)
            part.replace(self.kept_log)

    def beside(self, word: str) -> "StoreFiles":
        """Files of the same names with a word behind them, for what is not finished."""
        return StoreFiles(
            self.database.with_name(f"{self.database.name}.{word}"),
            self.witness.with_name(f"{self.witness.name}.{word}"),
        )

    def move_to(self, target: "StoreFiles") -> None:
        """Takes another name, closed and with its log folded in; the database last.

        Raises OSError. Interrupted, there is no database under the new name yet.
        """
        self.witness.replace(target.witness)
        self.database.replace(target.database)
        flush_folder(target.database.parent)

    def remove(self) -> None:
        """Removes all parts that are there."""
        for file in (self.database, self.witness, self.log, self.kept_log, self.shared_memory):
            file.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Makes new names in a folder durable, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
