"""The head witness: a small file outside the database with my own journal's last number and hash.

It shows a database or write-ahead log that was cut behind an acknowledged commit. It is written in
place after each commit and not flushed to the disk: after a power cut it may be older than the
database, which is harmless, and after a kill of the program it is not.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from counter_app.journal.chain import ChainHead

RECORD = 160


@dataclass(frozen=True, slots=True)
class Witnessed:
    """What the file says: a journal and its last acknowledged entry."""

    journal_id: str
    head: ChainHead


class HeadWitness:
    """Writes the witness of one journal."""

    def __init__(self, path: Path, journal_id: str) -> None:
        self._journal_id = journal_id
        self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def tell(self, head: ChainHead) -> None:
        """Records an acknowledged commit."""
        if self._file is None:
            raise ValueError("the witness is closed")
        text = f"{self._journal_id} {head.seq} {head.hash or '-'}\n".encode().ljust(RECORD)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, text)

    def flush(self) -> None:
        """Makes the file durable; once, so that a power cut never leaves none."""
        if self._file is not None:
            os.fsync(self._file)

    def close(self) -> None:
        """Ends the writing; a second time does nothing."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)


def read_witness(path: Path) -> Witnessed | None:
    """What was last told; None when there is no readable witness."""
    try:
        words = path.read_bytes()[:RECORD].decode("ascii").split()
        journal_id, seq, digest = words
        return Witnessed(journal_id, ChainHead(int(seq), None if digest == "-" else digest))
    except (OSError, ValueError):
        return None
