"""One program per home; room on the disk; a verified copy each day."""

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.db import copies, home, working_copy
from counter_app.db.copies import COPIES_KEPT, Copied, CopyUnsound, daily_copy
from counter_app.db.encrypted import connect
from counter_app.db.home import HeldElsewhere, HomeLock, hold_home, keep_reserve, look_at_space
from counter_app.db.store import SqliteStore, StoreFiles, create_store, open_store
from counter_app.db.verify import verify
from counter_app.journal.facts import case
from counter_app.services.ports import StoreTrouble
from tests.store.writing import KEY, Hand, customer, first_entry, new_store, started

SINCE = "2026-11-23T01:00:00.000Z"
HOLD = """
import sys
from pathlib import Path
from counter_app.db.home import HomeLock, hold_home
held = hold_home(Path(sys.argv[1]), "2026-11-23T00:00:00.000Z")
print(type(held).__name__, flush=True)
sys.stdin.read()
"""


def test_a_home_is_held_once(tmp_path: Path) -> None:
    first = hold_home(tmp_path / "home", SINCE)
    assert isinstance(first, HomeLock)
    second = hold_home(tmp_path / "home", SINCE)
    assert isinstance(second, HeldElsewhere)
    assert second.since == SINCE
    first.release()
    first.release()
    third = hold_home(tmp_path / "home", SINCE)
    assert isinstance(third, HomeLock)
    third.release()


def test_another_process_is_told_who_holds_it_and_a_killed_one_holds_nothing(
    tmp_path: Path,
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "HomeLock\n"
        held = hold_home(tmp_path, SINCE)
        assert isinstance(held, HeldElsewhere)
        assert (held.pid, held.since) == (other.pid, "2026-11-23T00:00:00.000Z")
        other.kill()
    lock = hold_home(tmp_path, SINCE)
    assert isinstance(lock, HomeLock)
    lock.release()


def test_what_a_killed_verification_left_is_removed(tmp_path: Path) -> None:
    left = tmp_path / f"{working_copy.PREFIX}abc"
    left.mkdir()
    (left / "journal.db").write_bytes(b"x")
    lock = hold_home(tmp_path, SINCE)
    assert isinstance(lock, HomeLock)
    assert not left.exists()
    lock.release()


def test_the_reserve_is_set_aside_and_given_up(tmp_path: Path) -> None:
    assert not look_at_space(tmp_path).reserve_held
    assert keep_reserve(tmp_path)
    assert keep_reserve(tmp_path)
    assert look_at_space(tmp_path).reserve_held
    size = (tmp_path / "reserve").stat().st_size
    assert size == home.RESERVE_MEGABYTES * home.MEGABYTE
    assert home.give_up_reserve(tmp_path)
    assert not home.give_up_reserve(tmp_path)
    assert not look_at_space(tmp_path).reserve_held


def test_a_store_is_its_owners_alone_and_is_made_once(store: SqliteStore, home: Path) -> None:
    for file in home.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    with pytest.raises(StoreTrouble) as told:
        create_store(StoreFiles.in_home(home), KEY, first_entry(), bytes)
    assert told.value.code == "exists"


def test_an_interrupted_founding_leaves_no_store(tmp_path: Path) -> None:
    files = StoreFiles.in_home(tmp_path)
    left = files.beside("part").database
    left.write_bytes(b"half of a file")
    store = new_store(tmp_path)
    assert files.database.exists()
    assert not left.exists()
    store.close()


def test_a_copy_is_made_of_an_open_store_verified_and_opens(
    store: SqliteStore, hand: Hand, files: StoreFiles, tmp_path: Path
) -> None:
    hand.write("customer/1", customer("王伟"))
    copied = daily_copy(files, KEY, tmp_path / "copies", "2026-11-23")
    assert isinstance(copied, Copied)
    assert copied.made
    assert stat.S_IMODE(copied.files.database.stat().st_mode) == 0o600
    hand.write("customer/2", customer("王芳"))

    assert verify(copied.files, KEY).clean
    assert b"SQLite format" not in copied.files.database.read_bytes()[:100]
    with pytest.raises(StoreTrouble):
        open_store(copied.files, bytes(32), bytes)
    opened = open_store(copied.files, KEY, bytes)
    assert opened.view("customer/1") == store.view("customer/1")
    assert not opened.view("customer/2").exists
    opened.close()


def test_a_day_has_one_copy_and_seven_are_kept(
    store: SqliteStore, hand: Hand, files: StoreFiles, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    for day in range(1, 11):
        made = daily_copy(files, KEY, folder, f"2026-11-{day:02d}")
        assert isinstance(made, Copied)
        again = daily_copy(files, KEY, folder, f"2026-11-{day:02d}")
        assert isinstance(again, Copied)
        assert (made.made, again.made) == (True, False)
    kept = [one.database.name for one in copies.copies(folder)]
    assert kept == [f"2026-11-{day:02d}.db" for day in range(10, 3, -1)]
    assert len(list(folder.iterdir())) == 2 * COPIES_KEPT


def test_a_copy_of_a_tampered_store_is_not_kept(
    store: SqliteStore, hand: Hand, files: StoreFiles, tmp_path: Path
) -> None:
    hand.write("case/1", started(), case.CaseNoted(text="x"))
    store.close()
    raw = connect(files.database, KEY)
    raw.execute("UPDATE case_row SET staff = '80299'")
    raw.close()
    told = daily_copy(files, KEY, tmp_path / "copies", "2026-11-23")
    assert isinstance(told, CopyUnsound)
    assert [(fault.code, fault.place) for fault in told.faults] == [("rows", "case/1")]
    assert copies.copies(tmp_path / "copies") == []
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_copy_of_a_damaged_store_is_trouble(
    store: SqliteStore, hand: Hand, files: StoreFiles, tmp_path: Path
) -> None:
    hand.write("case/1", started())
    store.close()
    with files.database.open("r+b") as file:
        file.seek(4096 + 7)
        file.write(b"\xff" * 9)
    with pytest.raises(StoreTrouble) as told:
        daily_copy(files, KEY, tmp_path / "copies", "2026-11-23")
    assert told.value.code == "damaged"
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_copy_of_nothing_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as told:
        daily_copy(StoreFiles.in_home(tmp_path), KEY, tmp_path / "copies", "2026-11-23")
    assert told.value.code == "missing"
    shutil.rmtree(tmp_path / "copies")
