"""What verifying finds: a flipped byte anywhere, a cut, a tampered row, a replaced entry."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from counter_app.db.encrypted import connect
from counter_app.db.store import SqliteStore, StoreFiles
from counter_app.db.tables import SCHEMA_VERSION, TRIGGERS
from counter_app.db.verify import VerifyReport, verify
from counter_app.journal.entry import Entry, body_digest, sealed
from counter_app.journal.facts import case
from counter_app.services.ports import Beside, Content, StoreTrouble
from tests.store.writing import KEY, Hand, customer, holder, new_store, started

PAGE = 4096
RESERVE = 80
"""At the end of each page: what it was enciphered with, and its authentication."""
CONTENT = Content(
    "f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2", "text", b"test\n"
)


def fill(hand: Hand) -> None:
    """A day in small: cases, customers, content, free pages."""
    for number in range(12):
        hand.write(f"case/{number}", started(f"03A-{number:04d}W"), holder("单小明"))
        hand.write(f"case/{number}", case.CaseNoted(text="长" * 300))
        hand.write(f"customer/{number}", customer("王伟", "110101198501012345", "13912345678"))
    hand.write("case/0", case.CaseNoted(text="x"), beside=Beside(contents=(CONTENT,)))


@pytest.fixture(scope="module")
def checkpointed(tmp_path_factory: pytest.TempPathFactory) -> StoreFiles:
    """A closed store, all of it in the database file, with free pages in it."""
    home = tmp_path_factory.mktemp("verify") / "home"
    store = new_store(home)
    fill(Hand(store))
    files = StoreFiles.in_home(home)
    store.close()
    raw = connect(files.database, KEY)
    raw.execute("CREATE TABLE passing (x)")
    raw.executemany("INSERT INTO passing VALUES (?)", [("x" * 3000,)] * 8)
    raw.execute("DROP TABLE passing")
    assert raw.execute("PRAGMA freelist_count").fetchone()[0] >= 4
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    return files


def copy_of(files: StoreFiles, folder: Path) -> StoreFiles:
    """The files, to be damaged."""
    folder.mkdir(exist_ok=True)
    copied = StoreFiles.in_home(folder)
    for one, other in (
        (files.database, copied.database),
        (files.witness, copied.witness),
        (files.log, copied.log),
    ):
        if one.exists():
            shutil.copyfile(one, other)
    return copied


def codes(report: VerifyReport) -> set[str]:
    return {fault.code for fault in report.faults}


def test_a_sound_store_is_clean_and_is_not_touched(checkpointed: StoreFiles) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder(checkpointed)}
    told: list[tuple[str, int, int]] = []
    report = verify(checkpointed, KEY, progress=lambda *step: told.append(step))
    assert report.clean, report.faults
    assert (report.journals, report.subjects) == (1, 25)
    assert report.entries == 1 + 12 * 4 + 1
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder(checkpointed)
    } == before


def folder(files: StoreFiles) -> list[Path]:
    return sorted(files.database.parent.iterdir())


def test_a_flipped_byte_anywhere_is_found(checkpointed: StoreFiles, tmp_path: Path) -> None:
    """In the salt, in every page's content, filling and reserve, in free pages: at random, seeded."""
    size = checkpointed.database.stat().st_size
    chance = random.Random(20261123)
    offsets = [0, 7, 15, 16, 24, 99, PAGE - 1, PAGE - RESERVE, PAGE, size - 1, size - RESERVE]
    offsets += [chance.randrange(size) for _one in range(60)]
    offsets += [page * PAGE + chance.randrange(PAGE) for page in range(size // PAGE)]
    damaged = copy_of(checkpointed, tmp_path / "damaged")
    whole = damaged.database.read_bytes()
    for offset in offsets:
        flipped = bytearray(whole)
        flipped[offset] ^= 1 << chance.randrange(8)
        damaged.database.write_bytes(flipped)
        report = verify(damaged, KEY)
        pages = {fault.place for fault in report.faults if fault.code == "page"}
        assert str(offset // PAGE + 1) in pages, offset


@pytest.mark.parametrize("kept", [0, 100, PAGE, 5 * PAGE, 7 * PAGE + 1, -PAGE, -1])
def test_a_database_cut_short_is_found(checkpointed: StoreFiles, tmp_path: Path, kept: int) -> None:
    damaged = copy_of(checkpointed, tmp_path / "damaged")
    whole = damaged.database.read_bytes()
    damaged.database.write_bytes(whole[:kept] if kept else b"")
    assert not verify(damaged, KEY).clean


def test_bytes_behind_the_database_are_found(checkpointed: StoreFiles, tmp_path: Path) -> None:
    damaged = copy_of(checkpointed, tmp_path / "damaged")
    for more in (b"x", bytes(PAGE)):
        with damaged.database.open("ab") as file:
            file.write(more)
        assert not verify(damaged, KEY).clean


def test_a_database_behind_an_acknowledged_commit_is_found(
    checkpointed: StoreFiles, tmp_path: Path
) -> None:
    """An older copy of a whole and sound file; only the witness knows."""
    older = copy_of(checkpointed, tmp_path / "older")
    witness = older.witness.read_bytes()
    told = witness.split()
    later = b" ".join((told[0], str(int(told[1]) + 1).encode(), b"a" * 64)).ljust(160)
    older.witness.write_bytes(later)
    report = verify(older, KEY)
    assert codes(report) == {"behind"}
    assert report.faults[0].place == f"{told[0].decode()}:{int(told[1]) + 1}"


def test_a_log_cut_behind_an_acknowledged_commit_is_found(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store = new_store(home)
    hand = Hand(store)
    fill(hand)
    files = StoreFiles.in_home(home)
    before = files.log.stat().st_size
    hand.write("case/0", case.CaseNoted(text="the last"))
    cut = copy_of(files, tmp_path / "cut")
    store.close()
    whole = cut.log.read_bytes()
    assert verify(copy_of(cut, tmp_path / "whole"), KEY).clean
    for kept in (before, before + PAGE, len(whole) - 1, 32, 0):
        cut.log.write_bytes(whole[:kept])
        assert codes(verify(cut, KEY)) == {"behind"}, kept
    flipped = bytearray(whole)
    flipped[-2000] ^= 1
    cut.log.write_bytes(flipped)
    assert codes(verify(cut, KEY)) == {"behind"}


def test_a_store_without_its_witness_says_so(checkpointed: StoreFiles, tmp_path: Path) -> None:
    bare = copy_of(checkpointed, tmp_path / "bare")
    bare.witness.unlink()
    assert codes(verify(bare, KEY)) == {"no_witness"}


def without_triggers(files: StoreFiles, change: Callable[[object], None]) -> None:
    """What somebody with the key and a tool does."""
    raw = connect(files.database, KEY)
    raw.execute("DROP TRIGGER entry_stays")
    raw.execute("DROP TRIGGER entry_is_final")
    change(raw)
    for trigger in TRIGGERS:
        if "entry_stays BEFORE" in trigger or "entry_is_final" in trigger:
            raw.execute(trigger)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


TAMPERING = {
    "a body": "UPDATE entry SET body = replace(body, '长', '短') WHERE seq = 4",
    "a body and its digest": (
        "UPDATE entry SET body = '{}', digest = body_digest(salt, '{}') WHERE seq = 4"
    ),
    "an actor": "UPDATE entry SET actor = 'staff/80299' WHERE seq = 9",
    "a date": "UPDATE entry SET business_date = '2026-11-22' WHERE seq = 9",
    "a missing entry": "DELETE FROM entry WHERE seq = 20",
    "a missing journal": "DELETE FROM entry",
    "a body taken away": "UPDATE entry SET body = NULL WHERE seq = 4",
    "a body of another type": "UPDATE entry SET body = x'00' WHERE seq = 4",
    "a salt that is none": "UPDATE entry SET salt = 'none' WHERE seq = 4",
    "a commit joined": "UPDATE entry SET commit_seq = commit_seq + 1 WHERE seq = 5",
}


@pytest.mark.parametrize("what", TAMPERING)
def test_a_tampered_entry_is_found(checkpointed: StoreFiles, tmp_path: Path, what: str) -> None:
    damaged = copy_of(checkpointed, tmp_path / "damaged")
    without_triggers(damaged, lambda raw: raw.execute(TAMPERING[what]))  # type: ignore[attr-defined]
    assert codes(verify(damaged, KEY)) & {"chain", "behind"}


@pytest.mark.parametrize("seq", [3, 30, 50])
def test_a_replaced_entry_is_found_even_when_it_is_sealed_anew(
    checkpointed: StoreFiles, tmp_path: Path, seq: int
) -> None:
    """The entry before the last is caught by the chain, the last by the witness."""

    def replace(raw: object) -> None:
        columns = ", ".join(Entry._fields)
        row = raw.execute(f"SELECT {columns} FROM entry WHERE seq = {seq}").fetchone()  # type: ignore[attr-defined]
        held = Entry(*row)
        assert held.salt is not None
        forged = sealed(held._replace(body="{}", digest=body_digest(held.salt, "{}")))
        raw.execute(f"DELETE FROM entry WHERE seq = {seq}")  # type: ignore[attr-defined]
        signs = ", ".join("?" * len(forged))
        raw.execute(f"INSERT INTO entry ({columns}) VALUES ({signs})", forged)  # type: ignore[attr-defined]

    damaged = copy_of(checkpointed, tmp_path / "damaged")
    without_triggers(damaged, replace)
    assert codes(verify(damaged, KEY)) & {"chain", "behind"}


STRANGE = {
    "UPDATE case_row SET staff = '80299' WHERE subject = 'case/3'": ("rows", "case/3"),
    "DELETE FROM case_row WHERE subject = 'case/3'": ("rows", "case/3"),
    "DELETE FROM search_term WHERE subject = 'customer/3' AND term = '伟'": ("rows", "customer/3"),
    "INSERT INTO staff_row (subject, number) VALUES ('staff/1', '1')": ("rows", "staff/1"),
    "UPDATE content SET data = 'other'": ("content", CONTENT.hash),
    "DROP TRIGGER entry_stays": ("schema", "entry_stays"),
    "DROP INDEX case_row_day": ("schema", "case_row_day"),
    "CREATE TABLE mine (x)": ("schema", "mine"),
    "ALTER TABLE local ADD COLUMN mine": ("schema", "local"),
}


@pytest.mark.parametrize("statement", STRANGE)
def test_what_is_not_as_the_program_made_it_is_found(
    checkpointed: StoreFiles, tmp_path: Path, statement: str
) -> None:
    damaged = copy_of(checkpointed, tmp_path / "damaged")
    damaged = copy_of(checkpointed, tmp_path / "damaged")
    raw = connect(damaged.database, KEY)
    raw.execute(statement)
    raw.close()
    report = verify(damaged, KEY)
    assert STRANGE[statement] in {(fault.code, fault.place) for fault in report.faults}


def test_a_store_that_is_written_meanwhile_is_verified_as_it_was_at_one_moment(
    store: SqliteStore, files: StoreFiles, tmp_path: Path
) -> None:
    fill(Hand(store))
    assert verify(copy_of(files, tmp_path / "copy"), KEY).clean


def test_what_cannot_be_looked_at_is_trouble(checkpointed: StoreFiles, tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as missing:
        verify(StoreFiles.in_home(tmp_path), KEY)
    assert missing.value.code == "missing"
    newer = copy_of(checkpointed, tmp_path / "newer")
    raw = connect(newer.database, KEY)
    raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    raw.close()
    with pytest.raises(StoreTrouble) as told:
        verify(newer, KEY)
    assert told.value.code == "newer"
    assert codes(verify(checkpointed, bytes(32))) >= {"page", "unreadable"}


LOOK = """
import sys
from pathlib import Path
from time import sleep
from counter_app.db.store_files import StoreFiles
from counter_app.db.verify import verify
for _time in range(3):
    print(verify(StoreFiles.in_home(Path(sys.argv[1])), bytes.fromhex(sys.argv[2])).faults)
"""


def test_another_process_verifies_while_this_one_writes(tmp_path: Path) -> None:
    """Each look is at one moment: commits and checkpoints go on meanwhile."""
    home = tmp_path / "home"
    store = new_store(home)
    store._driver.execute("PRAGMA wal_autocheckpoint = 200")
    hand = Hand(store)
    with subprocess.Popen(
        [sys.executable, "-c", LOOK, str(home), KEY.hex()], stdout=subprocess.PIPE, text=True
    ) as looking:
        number = 0
        while looking.poll() is None:
            hand.write(f"case/{number}", started(), case.CaseNoted(text="长" * 300))
            sleep(0.02)
            number += 1
        assert looking.stdout is not None
        assert looking.stdout.read().splitlines() == ["()"] * 3
    assert number > 10
    store.close()
    assert verify(StoreFiles.in_home(home), KEY).clean


def test_what_stands_though_it_is_erased_is_found(checkpointed: StoreFiles, tmp_path: Path) -> None:
    """A body put back past the program, and content likewise."""
    damaged = copy_of(checkpointed, tmp_path / "damaged")
    raw = connect(damaged.database, KEY)
    raw.execute("INSERT INTO erased SELECT hash FROM entry WHERE kind = 'case_noted' LIMIT 1")
    raw.execute("INSERT INTO erased SELECT hash FROM content LIMIT 1")
    raw.close()
    faults = [one for one in verify(damaged, KEY).faults if one.detail == "erased"]
    assert {one.code for one in faults} >= {"chain"}
