"""A private copy of a store's files, so that a damaged or foreign file is looked at untouched.

Owns copying a database together with its write-ahead log while another process may be writing. Never
used by the process that has the store open: closing a file gives up that process's locks on it.
"""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from time import sleep

from counter_app.db.store_files import StoreFiles
from counter_app.services.ports import StoreTrouble

PREFIX = "looking-"
ATTEMPTS = 40
QUIET_SECONDS = 0.05
"""A file's time of change is not finer than a few milliseconds."""
LOG_HEADER = 32


@contextmanager
def working_copy(files: StoreFiles) -> Iterator[StoreFiles]:
    """The files copied beside themselves; gone afterwards.

    Raises `StoreTrouble`: `missing`, `full`, or `locked` when another process never rests.
    """
    if not files.database.exists():
        raise StoreTrouble("missing", files.database.name)
    folder = Path(mkdtemp(prefix=PREFIX, dir=files.database.parent))
    try:
        copied = StoreFiles(folder / files.database.name, folder / files.witness.name)
        with telling_full():
            _copy_in_a_quiet_moment(files, copied)
        yield copied
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def telling_full() -> Iterator[None]:
    """Turns the errors of the file system into `StoreTrouble`."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise StoreTrouble("full" if full else "disk", str(error)) from error


def remove_left_copies(home: Path) -> None:
    """Removes what a killed process left; for the one who holds the home."""
    for folder in home.glob(f"{PREFIX}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _copy_in_a_quiet_moment(files: StoreFiles, copied: StoreFiles) -> None:
    """The database first, then its log: whole, if meanwhile neither was folded into the other.

    The log only grows meanwhile; a half-written end of it is not taken for a commit.
    """
    for _attempt in range(ATTEMPTS):
        before = _state(files)
        sleep(QUIET_SECONDS)
        if files.witness.exists():
            shutil.copyfile(files.witness, copied.witness)
        shutil.copyfile(files.database, copied.database)
        if files.log.exists():
            shutil.copyfile(files.log, copied.log)
        if _state(files) == before:
            return
        copied.log.unlink(missing_ok=True)
    raise StoreTrouble("locked", files.database.name)


def _state(files: StoreFiles) -> tuple[int, int, bytes]:
    told = files.database.stat()
    try:
        with files.log.open("rb") as log:
            header = log.read(LOG_HEADER)
    except FileNotFoundError:
        header = b""
    return told.st_mtime_ns, told.st_size, header
