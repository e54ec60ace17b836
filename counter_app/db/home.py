"""Holding a home: one program at a time, with room on the disk for what must still be written.

Owns the lock of the home, the look at free space, and the small reserve that is given up when the disk
is full. Opens no store.
"""

import getpass
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from counter_app.db.working_copy import remove_left_copies, telling_full

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MEGABYTE = 1 << 20
RESERVE_MEGABYTES = 16
"""Enough to park what is open, sign off, and fold the log into the database."""
LOW_MEGABYTES = 512
LOCKED_AT = 1 << 20
"""On Windows a locked byte cannot be read by others: the lock lies behind the holder's name."""


@dataclass(frozen=True, slots=True)
class HeldElsewhere:
    """Another program holds the home. What it told of itself; None where that cannot be read."""

    pid: int | None = None
    user: str | None = None
    since: str | None = None
    code: str = "home_held"


class HomeLock:
    """The hold on a home; the system gives it up when the program ends, however it ends."""

    def __init__(self, file: int) -> None:
        self._file: int | None = file

    def release(self) -> None:
        """Gives the home up; a second time does nothing."""
        file, self._file = self._file, None
        if file is not None:
            os.ftruncate(file, 0)
            os.close(file)


def hold_home(home: Path, since: str) -> HomeLock | HeldElsewhere:
    """Takes the home, made if it is missing; or says who holds it. `since` is told to others.

    What a killed program left of its private copies is removed. Raises `StoreTrouble`: `full`, `disk`.
    """
    with telling_full():
        home.mkdir(parents=True, exist_ok=True)
        file = os.open(home / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(file):
            os.close(file)
            return _holder(home / "lock")
        told = {"pid": os.getpid(), "user": _user(), "since": since}
        os.ftruncate(file, 0)
        os.write(file, json.dumps(told).encode())
    remove_left_copies(home)
    return HomeLock(file)


@dataclass(frozen=True, slots=True)
class Space:
    """What is free on the home's disk, in bytes, and whether the reserve is still held."""

    free: int
    reserve_held: bool

    @property
    def is_low(self) -> bool:
        """Whether somebody should be told before it is full."""
        return self.free < LOW_MEGABYTES * MEGABYTE


def look_at_space(home: Path) -> Space:
    """How much room the home has."""
    return Space(shutil.disk_usage(home).free, _reserve(home).exists())


def keep_reserve(home: Path) -> bool:
    """Sets the reserve aside, if there is room; whether it is held."""
    reserve = _reserve(home)
    if reserve.exists():
        return True
    if look_at_space(home).free < 2 * RESERVE_MEGABYTES * MEGABYTE:
        return False
    part = reserve.with_suffix(".part")
    with telling_full(), part.open("wb") as file:
        for _block in range(RESERVE_MEGABYTES):
            file.write(os.urandom(MEGABYTE))
        os.fsync(file.fileno())
    part.replace(reserve)
    return True


def give_up_reserve(home: Path) -> bool:
    """Frees the reserve, so that a full disk takes the last facts; whether there was one."""
    try:
        _reserve(home).unlink()
    except FileNotFoundError:
        return False
    return True


def _reserve(home: Path) -> Path:
    return home / "reserve"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def _holder(lock: Path) -> HeldElsewhere:
    try:
        told = json.loads(lock.read_text("utf-8"))
        return HeldElsewhere(int(told["pid"]), str(told["user"]), str(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return HeldElsewhere()


def _locked(file: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(file, LOCKED_AT, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
