"""`main.py verify` ends with 1 whatever of the store was changed, and says where."""

import random
import shutil
from pathlib import Path

import pytest

from counter_app.bootstrap.commands import main
from counter_app.config import Home
from counter_app.db.encrypted import connect
from counter_app.services.accounts import account_view
from counter_app.services.counter import Counter, acting_as
from counter_app.services.noting import note
from tests.unit.bootstrap.homes import (
    PAGE,
    change,
    closed,
    files_of,
    flip,
    key_of,
    numbers_of,
    opened,
)

SEED = 20261123
SAMPLED = 12
"""Pages by chance; the drill of the damage breaks each of them once."""


def verified(home: Home) -> int:
    return main(["verify", "--home", str(home.folder)])


def test_a_sound_home_is_0(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(home) == 0
    assert "0 处问题 faults" in capsys.readouterr().out


def test_one_flipped_byte_is_1_and_its_page_is_said(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    """The salt, the head, the last byte, a free page, and pages by chance."""
    free = with_free_pages(home)
    database = files_of(home).database
    size = database.stat().st_size
    chance = random.Random(SEED)
    offsets = [0, 16, 99, PAGE - 1, size - 1, (free - 1) * PAGE + 1000]
    offsets += [page * PAGE + chance.randrange(PAGE) for page in pages(size, chance)]
    for offset in offsets:
        flip(database, offset)
        assert verified(home) == 1, offset
        assert f"page  {offset // PAGE + 1}  " in capsys.readouterr().out
        flip(database, offset)
    assert verified(home) == 0


@pytest.mark.parametrize("kept", [0, 100, PAGE, 20 * PAGE + 7, -PAGE, -1])
def test_a_database_cut_short_is_1(home: Home, kept: int) -> None:
    database = files_of(home).database
    database.write_bytes(database.read_bytes()[:kept] if kept else b"")
    assert verified(home) == 1


def test_a_log_cut_behind_an_acknowledged_commit_is_1(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a kill leaves it: what came last is in the log alone."""
    ground = opened(home)
    log = files_of(home).log
    before = log.stat().st_size
    case = ground.store.subjects("case")[0]
    write_remark(ground.counter, case)
    killed = Home(tmp_path / "killed")
    shutil.copytree(home.folder, killed.folder)
    closed(ground)
    whole = files_of(killed).log.read_bytes()
    assert verified(killed) == 0
    for kept in (before, len(whole) - 1, 32, 0):
        files_of(killed).log.write_bytes(whole[:kept])
        assert verified(killed) == 1, kept
        assert "behind  " in capsys.readouterr().out
    files_of(killed).log.unlink()
    assert verified(killed) == 1


def test_a_list_that_disagrees_with_the_records_is_1(home: Home) -> None:
    assert numbers_of(home)
    change(home, "UPDATE case_row SET staff = '80299'")
    assert verified(home) == 1


def write_remark(counter: Counter, case: str) -> None:
    """One acknowledged commit."""
    note(counter, acting_as(account_view(counter, "80201"), "3"), case, "再看一眼")


def with_free_pages(home: Home) -> int:
    """Leaves free pages in the file; the number of one of them."""
    raw = connect(files_of(home).database, key_of(home))
    raw.execute("CREATE TABLE passing (x)")
    raw.executemany("INSERT INTO passing VALUES (?)", [("x" * 3000,)] * 8)
    (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'passing'").fetchone()
    raw.execute("DROP TABLE passing")
    assert raw.execute("PRAGMA freelist_count").fetchone()[0] >= 4
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    return int(page)


def pages(size: int, chance: random.Random) -> list[int]:
    """A few pages, counted from 0."""
    return chance.sample(range(size // PAGE), SAMPLED)
