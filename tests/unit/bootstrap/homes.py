"""A home with a morning in it and the copy that was made before; and ways to break its store.

Owns no assertion.
"""

from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.bootstrap.adapters import entropy
from counter_app.bootstrap.demo import DEMO_COST, PlayedClock
from counter_app.bootstrap.ground import FirstStart, Ground, SetUp, open_home, set_up
from counter_app.bootstrap.settings import Settings
from counter_app.bootstrap.shipped import shipped_content
from counter_app.config import Home
from counter_app.db.copies import Copied, daily_copy
from counter_app.db.encrypted import connect
from counter_app.db.store_files import StoreFiles
from counter_app.rehearsal.demo_branch import ADMINISTRATOR, BRANCH, PASSWORD
from counter_app.rehearsal.demo_morning import hire, play_morning
from counter_app.services.accounts import account_view
from counter_app.services.counter import acting_as
from counter_app.vault.keys import KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal

PAGE = 4096
DAY = "2026-11-23"
MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
AFTERWARDS = PlayedClock(datetime(2026, 11, 23, 4, 0, tzinfo=UTC))
SUPERVISOR = "80201"


def morning_home(folder: Path, language: str = "zh") -> Home:
    """A branch with its people, copied, and six cases after the copy."""
    home, clock = Home(folder), PlayedClock(MORNING)
    settings = Settings(terminal="03", window="3", language=language)
    told = FirstStart(
        BRANCH, ADMINISTRATOR.number, ADMINISTRATOR.name, "管理员", PASSWORD, settings
    )
    made = set_up(home, told, shipped_content(), DEMO_COST, clock)
    assert isinstance(made, SetUp)
    ground = made.ground
    administrator = acting_as(account_view(ground.counter, ADMINISTRATOR.number), "3")
    hire(ground.counter, administrator, ground.passwords.verifier(PASSWORD))
    copied = daily_copy(files_of(home), ground.key.value, home.copies, DAY)
    assert isinstance(copied, Copied)
    play_morning(ground.counter, clock.wait)
    ground.store.close()
    return home


def opened(home: Home) -> Ground:
    """The home, open; the test closes it."""
    ground = open_home(home, AFTERWARDS)
    assert isinstance(ground, Ground), ground
    return ground


def closed(ground: Ground) -> None:
    """Ends the use of an open home."""
    ground.store.close()
    ground.release()


def files_of(home: Home) -> StoreFiles:
    """The store's files of a home."""
    return StoreFiles.in_home(home.folder)


def key_of(home: Home) -> bytes:
    """The key of a home's store."""
    key = KeyRing(entropy, machine_seal()).open(home.folder)
    assert isinstance(key, StoreKey)
    return key.value


def flip(file: Path, *offsets: int) -> None:
    """One bit at each offset."""
    data = bytearray(file.read_bytes())
    for offset in offsets:
        data[offset] ^= 4
    file.write_bytes(data)


def break_pages(home: Home, *pages: int) -> None:
    """One bit in each page, counted from 1."""
    flip(files_of(home).database, *((page - 1) * PAGE + 200 for page in pages))


def entry_page(home: Home, seq: int) -> int:
    """The page that holds an entry of the own journal: the one whose damage first hides it."""
    database = files_of(home).database
    whole = database.read_bytes()
    key = key_of(home)
    statement = "SELECT body FROM entry WHERE rowid = ?"
    for page in range(len(whole) // PAGE, 1, -1):
        flip(database, (page - 1) * PAGE + 200)
        hidden, neighbour = (_is_hidden(database, key, statement, one) for one in (seq, seq - 40))
        database.write_bytes(whole)
        if hidden and not neighbour:
            return page
    raise LookupError(seq)


def last_entry(home: Home) -> int:
    """How many entries there are; all are of the own journal."""
    raw = connect(files_of(home).database, key_of(home))
    try:
        return int(raw.execute("SELECT max(rowid) FROM entry").fetchone()[0])
    finally:
        raw.close()


def numbers_of(home: Home) -> set[str]:
    """The numbers of all cases in the lists."""
    raw = connect(files_of(home).database, key_of(home))
    try:
        return {number for (number,) in raw.execute("SELECT number FROM case_row")}
    finally:
        raw.close()


def change(home: Home, statement: str) -> None:
    """What somebody with the key and a tool does."""
    raw = connect(files_of(home).database, key_of(home))
    raw.execute(statement)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


def _is_hidden(database: Path, key: bytes, statement: str, seq: int) -> bool:
    raw = connect(database, key)
    try:
        return not raw.execute(statement, (seq,)).fetchall()
    except sqlcipher.DatabaseError:
        return True
    finally:
        raw.close()
