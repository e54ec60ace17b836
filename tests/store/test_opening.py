"""Opening a store: what is told apart when it does not open, and what a kill left behind."""

import shutil
from pathlib import Path

import pytest

from counter_app.db.encrypted import connect
from counter_app.db.salvage import set_aside
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.tables import SCHEMA_VERSION
from counter_app.db.witness import HeadWitness, read_witness
from counter_app.journal.chain import ChainHead
from counter_app.journal.facts import case
from counter_app.services.ports import StoreTrouble
from tests.store.writing import KEY, Hand, started


def trouble(files: StoreFiles, key: bytes = KEY) -> str:
    """Why it does not open."""
    with pytest.raises(StoreTrouble) as told:
        open_store(files, key, bytes)
    return told.value.code


@pytest.fixture
def killed(store: SqliteStore, hand: Hand, files: StoreFiles, tmp_path: Path) -> StoreFiles:
    """The files of a store with some commits, as a kill leaves them."""
    for number in range(5):
        hand.write(f"case/{number}", started(), case.CaseNoted(text="x" * 500))
    left = StoreFiles.in_home(tmp_path / "left")
    shutil.copytree(files.database.parent, left.database.parent)
    left.shared_memory.unlink()
    return left


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    assert trouble(StoreFiles.in_home(tmp_path)) == "missing"


def test_a_wrong_key(killed: StoreFiles) -> None:
    assert trouble(killed, bytes(32)) == "wrong_key"


def test_data_of_a_newer_program(killed: StoreFiles) -> None:
    raw = connect(killed.database, KEY)
    raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    raw.close()
    assert trouble(killed) == "newer"


def test_a_file_that_is_no_store(killed: StoreFiles) -> None:
    raw = connect(killed.database, KEY)
    raw.execute("DELETE FROM local WHERE name = 'journal_id'")
    raw.close()
    assert trouble(killed) == "damaged"


def test_after_a_kill_everything_is_there_and_the_kept_log_is_gone(killed: StoreFiles) -> None:
    assert killed.log.stat().st_size > 0
    store = open_store(killed, KEY, bytes)
    assert store.view("case/4").entries == 2
    assert not killed.kept_log.exists()
    store.close()


def test_a_log_that_does_not_add_up_is_kept_as_it_was(killed: StoreFiles, tmp_path: Path) -> None:
    """Opening would fold in what adds up and forget the rest; somebody may want to look at it."""
    whole = killed.log.read_bytes()
    broken = bytearray(whole)
    broken[len(whole) // 2] ^= 1
    killed.log.write_bytes(broken)
    assert trouble(killed) == "behind"
    assert trouble(killed) == "behind"
    kept = set_aside(killed, tmp_path / "damaged")
    assert kept.log.read_bytes() == broken


def test_a_witness_of_another_journal_does_not_vouch(killed: StoreFiles) -> None:
    witness = HeadWitness(killed.witness, "01979f3e-0000-7000-8000-00000000dddd")
    witness.tell(ChainHead(3, "a" * 64))
    witness.close()
    assert trouble(killed) == "behind"


def test_a_witness_says_what_it_was_last_told(tmp_path: Path) -> None:
    file = tmp_path / "journal.head"
    assert read_witness(file) is None
    witness = HeadWitness(file, "j")
    assert read_witness(file) is None
    witness.tell(ChainHead(1234567, "a" * 64))
    witness.tell(ChainHead(8, "b" * 64))
    told = read_witness(file)
    assert told is not None
    assert (told.journal_id, told.head) == ("j", ChainHead(8, "b" * 64))
    witness.close()
    witness.close()
    with pytest.raises(ValueError, match="closed"):
        witness.tell(ChainHead(9, "c" * 64))
    file.write_bytes(b"\xff\x00 noise")
    assert read_witness(file) is None
