"""Daily copies of the store: consistent, encrypted with the same key, verified before they count.

Owns making, naming and expiring them. A copy that does not verify is not kept: then the store itself
must be looked at. May run while the store is open, on a thread or process of its own.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from counter_app.db.encrypted import connect, telling_trouble
from counter_app.db.store import own_journal
from counter_app.db.store_files import StoreFiles
from counter_app.db.verify import StoreFault, verify
from counter_app.db.witness import HeadWitness
from counter_app.db.working_copy import telling_full
from counter_app.journal.chain import ChainHead
from counter_app.services.ports import StoreTrouble

COPIES_KEPT = 7
_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Copied:
    """A verified copy; `made` is False when the day had one already."""

    files: StoreFiles
    made: bool


@dataclass(frozen=True, slots=True)
class CopyUnsound:
    """The store was copied and the copy has faults: the store must be verified and salvaged."""

    faults: tuple[StoreFault, ...]
    code: str = "copy_unsound"


def daily_copy(files: StoreFiles, key: bytes, folder: Path, day: str) -> Copied | CopyUnsound:
    """The copy of a day (`2026-11-23`), made if it is missing; then only the latest are kept.

    Raises `StoreTrouble`: `full`, `damaged`, `locked`, `missing`; nothing half-made is left.
    """
    wanted = copy_files(folder, day)
    if wanted.database.exists() and wanted.witness.exists():
        return Copied(wanted, made=False)
    part = copy_files(folder, f"{day}.part")
    with telling_full():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.remove()
    try:
        _copy(files, key, part)
        faults = verify(part, key).faults
        if faults:
            return CopyUnsound(faults)
        with telling_full():
            part.move_to(wanted)
    finally:
        part.remove()
    for old in copies(folder)[COPIES_KEPT:]:
        old.remove()
    return Copied(wanted, made=True)


def copies(folder: Path) -> list[StoreFiles]:
    """The copies at hand, the latest first."""
    days = [file.stem for file in folder.glob("*.db") if _NAME.fullmatch(file.stem)]
    return [copy_files(folder, day) for day in sorted(days, reverse=True)]


def last_good_copy(folder: Path, key: bytes) -> StoreFiles | None:
    """The latest copy that verifies; None when there is none. Raises `StoreTrouble`: `full`."""
    return next((one for one in copies(folder) if verify(one, key).clean), None)


def copy_files(folder: Path, day: str) -> StoreFiles:
    """Where a day's copy lies."""
    return StoreFiles(folder / f"{day}.db", folder / f"{day}.head")


def _copy(files: StoreFiles, key: bytes, target: StoreFiles) -> None:
    """Writes the store's state of one moment, with a witness of its own journal's head then."""
    if not files.database.exists():
        raise StoreTrouble("missing", files.database.name)
    os.close(os.open(target.database, os.O_CREAT | os.O_EXCL, 0o600))
    with telling_trouble():
        driver = connect(files.database, key)
        try:
            driver.execute("PRAGMA busy_timeout = 5000")
            driver.execute("VACUUM INTO ?", (str(target.database),))
        finally:
            driver.close()
        copied = connect(target.database, key)
        try:
            journal_id = own_journal(copied)
            row = copied.execute(
                "SELECT seq, hash FROM entry WHERE journal_id = ? ORDER BY seq DESC LIMIT 1",
                (journal_id,),
            ).fetchone()
        finally:
            copied.close()
    witness = HeadWitness(target.witness, journal_id)
    witness.tell(ChainHead(*row) if row else ChainHead())
    witness.close()
