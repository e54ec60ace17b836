"""Looking at a store that may not be written: a damaged file, or one that lacks acknowledged entries.

Owns the private copy that is looked at; the file itself stays as it is. Every attempt to write is
refused with `StoreTrouble` of the code `read_only`.
"""

from contextlib import ExitStack
from dataclasses import dataclass

from counter_app.db.encrypted import open_engine, telling_trouble
from counter_app.db.store import OpenedFile, SqliteStore, driver_of, own_journal
from counter_app.db.store_files import StoreFiles
from counter_app.db.witness import HeadWitness
from counter_app.db.working_copy import working_copy
from counter_app.journal.folding import Folding
from counter_app.journal.folds import FOLDING

SETTINGS = ("PRAGMA query_only = ON", "PRAGMA busy_timeout = 5000")


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """A store to look at, and the copy's files for readers of their own."""

    store: SqliteStore
    files: StoreFiles
    _ends: ExitStack

    def close(self) -> None:
        """Ends the looking; the private copy is gone."""
        self._ends.close()


def open_read_only(files: StoreFiles, key: bytes, folding: Folding = FOLDING) -> ReadOnly:
    """Opens a private copy. Raises `StoreTrouble` when not even that can be read."""
    with ExitStack() as ends:
        copied = ends.enter_context(working_copy(files))
        with telling_trouble():
            engine = open_engine(copied.database, key, SETTINGS)
            ends.callback(engine.dispose)
            journal_id = own_journal(driver_of(engine))
            witness = HeadWitness(copied.witness, journal_id)
            ends.callback(witness.close)
            store = SqliteStore(OpenedFile(engine, journal_id, witness), _no_salt, folding)
        ends.callback(store.close)
        return ReadOnly(store, copied, ends.pop_all())


def _no_salt(size: int) -> bytes:
    """Nothing is written here, so no salt is ever kept."""
    return bytes(size)
