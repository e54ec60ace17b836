"""A branch's server whose disk is nearly full, and that gets more room later.

Owns how: the entries lie on a file system of their own of a megabyte. Where nobody may mount one, the
server is made to say what it would say. The database is as before afterwards.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Protocol

import psycopg

from counter_app.rehearsal.drills.branch.stage import DATABASE, Stage

SMALL, LARGE = "1m", "500m"
ENTRIES = "counter.entry"
SAYS_FULL = f"""
CREATE FUNCTION counter.drill_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
END $$;
CREATE TRIGGER drill_is_full BEFORE INSERT ON {ENTRIES} EXECUTE FUNCTION counter.drill_is_full();
"""
SAYS_NO_MORE = "DROP FUNCTION IF EXISTS counter.drill_is_full() CASCADE"


class Room(Protocol):
    """The server's room for entries; `how` says in words what is small."""

    how: str

    def more(self) -> None:
        """Somebody makes room."""
        ...


@contextmanager
def little_room(stage: Stage) -> Iterator[Room]:
    """While it lasts, the server soon has no room for entries, until `more` is called."""
    disk = stage.folder / "little"
    disk.mkdir()
    if not _mounted(disk, stage):
        with _refusing(stage) as room:
            yield room
        return
    try:
        with _on_disk(disk, stage) as room:
            yield room
    finally:
        _run("umount", str(disk))


class _SmallDisk:
    how = f"its entries lay on a disk of {SMALL}"

    def __init__(self, disk: Path) -> None:
        self._disk = disk

    def more(self) -> None:
        _run("mount", "-o", f"remount,size={LARGE}", str(self._disk))


class _Refusing:
    how = "its server was made to say so (SQLSTATE 53100): no small disk may be mounted here"

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def more(self) -> None:
        _owner_does(self._stage, SAYS_NO_MORE)


@contextmanager
def _on_disk(disk: Path, stage: Stage) -> Iterator[Room]:
    room = _SmallDisk(disk)
    _owner_does(stage, f"CREATE TABLESPACE little LOCATION '{disk}'")
    _owner_does(stage, f"ALTER TABLE {ENTRIES} SET TABLESPACE little")
    try:
        yield room
    finally:
        room.more()
        _owner_does(stage, f"ALTER TABLE {ENTRIES} SET TABLESPACE pg_default")
        _owner_does(stage, "DROP TABLESPACE little")


@contextmanager
def _refusing(stage: Stage) -> Iterator[Room]:
    room = _Refusing(stage)
    _owner_does(stage, SAYS_FULL)
    try:
        yield room
    finally:
        room.more()


def _mounted(disk: Path, stage: Stage) -> bool:
    """Whether a small file system could be mounted there for the server's own user."""
    if which("mount") is None:
        return False
    user = stage.cluster.data.stat()
    options = f"size={SMALL},mode=0700,uid={user.st_uid},gid={user.st_gid}"
    return _run("mount", "-t", "tmpfs", "-o", options, "counter-drill", str(disk))


def _run(*words: str) -> bool:
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def _owner_does(stage: Stage, statement: str) -> None:
    with psycopg.connect(stage.cluster.url(DATABASE), autocommit=True) as owner:
        owner.execute(statement)
