"""An entry is never deleted or changed, but for the moves of its body that the design allows."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app.db.encrypted import PAGE_SETTINGS, connect
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.tables import ENVELOPE
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.services.ports import Draft
from tests.store.writing import KEY, Hand, new_store, started

COLUMNS = ", ".join(Entry._fields)
SIGNS = ", ".join("?" * len(Entry._fields))
ONE = "journal_id = :journal_id AND seq = :seq"
AWAY = "body = NULL, salt = NULL, body_state = "
OTHER_VALUE = {"seq": 99, "version": 2, "turn": 7, "commit_seq": 50}


@pytest.fixture
def entry(hand: Hand) -> Entry:
    """An entry to be attacked, not the last one."""
    (first, *_rest) = hand.write("case/1", started(), case.CaseNoted(text="x")).entries
    return first


@pytest.fixture
def driver(store: SqliteStore) -> Any:
    """The store's own connection."""
    return store._driver


def change(driver: Any, entry: Entry, settings: str) -> None:
    """One update of one entry."""
    driver.execute(f"UPDATE entry SET {settings} WHERE {ONE}", entry._asdict())


def held(driver: Any, entry: Entry) -> Entry:
    row = driver.execute(f"SELECT {COLUMNS} FROM entry WHERE {ONE}", entry._asdict()).fetchone()
    return Entry(*row)


REFUSED = pytest.raises(Exception, match=r"an entry is never (changed|deleted)")


def test_nothing_is_deleted(driver: Any, entry: Entry) -> None:
    for statement in ("DELETE FROM entry", f"DELETE FROM entry WHERE seq = {entry.seq}"):
        with REFUSED:
            driver.execute(statement)
    assert held(driver, entry) == entry


@pytest.mark.parametrize("column", ENVELOPE)
def test_no_column_of_the_envelope_is_changed(driver: Any, entry: Entry, column: str) -> None:
    with REFUSED:
        change(driver, entry, f"{column} = '{OTHER_VALUE.get(column, 'other')}'")
    with REFUSED:
        change(driver, entry, f"{column} = NULL")
    assert held(driver, entry) == entry


@pytest.mark.parametrize("column", [*ENVELOPE, "body", "salt"])  # each leaves another key equal
def test_nothing_is_replaced_by_an_insert(driver: Any, entry: Entry, column: str) -> None:
    """Also where another row has the same hash: each of the keys would delete what stands."""
    other = {**entry._asdict(), column: OTHER_VALUE.get(column, "other")}
    for verb in ("INSERT OR REPLACE", "REPLACE"):
        with REFUSED:
            driver.execute(f"{verb} INTO entry ({COLUMNS}) VALUES ({SIGNS})", list(other.values()))
    assert held(driver, entry) == entry


def test_an_upsert_changes_nothing(driver: Any, entry: Entry) -> None:
    with REFUSED:
        driver.execute(
            f"INSERT INTO entry ({COLUMNS}) VALUES ({SIGNS}) "
            "ON CONFLICT (journal_id, seq) DO UPDATE SET actor = 'staff/80299'",
            entry,
        )


@pytest.fixture
def naive(store: SqliteStore, hand: Hand, entry: Entry, tmp_path: Path) -> Iterator[Any]:
    """The same file on a connection without `recursive_triggers`."""
    store.close()
    raw = connect(StoreFiles.in_home(tmp_path / "home").database, KEY)
    raw.execute("PRAGMA recursive_triggers = OFF")
    yield raw
    raw.close()


def test_without_recursive_triggers_a_replacing_insert_walks_past(naive: Any, entry: Entry) -> None:
    """The trigger alone is not enough; this shows that the test above can fail."""
    forged = entry._replace(actor="staff/80299")
    naive.execute(f"INSERT OR REPLACE INTO entry ({COLUMNS}) VALUES ({SIGNS})", forged)
    assert held(naive, entry).actor == "staff/80299"


def test_the_store_switches_them_on(driver: Any) -> None:
    assert "PRAGMA recursive_triggers = ON" in PAGE_SETTINGS
    assert driver.execute("PRAGMA recursive_triggers").fetchone() == (1,)
    assert driver.execute("PRAGMA secure_delete").fetchone() == (1,)
    assert driver.execute("PRAGMA synchronous").fetchone() == (2,)
    assert driver.execute("PRAGMA journal_mode").fetchone() == ("wal",)


HERE = "body = '{body}', salt = '{salt}', body_state = 'here'"
ALLOWED = {
    "here to elsewhere": [f"{AWAY}'elsewhere'"],
    "here to erased": [f"{AWAY}'erased'"],
    "elsewhere to erased": [f"{AWAY}'elsewhere'", f"{AWAY}'erased'"],
    "elsewhere to here": [f"{AWAY}'elsewhere'", HERE],
}


def words(settings: str, entry: Entry) -> str:
    """The settings with the entry's own body and salt."""
    return settings.replace("{body}", entry.body or "").replace("{salt}", entry.salt or "")


@pytest.mark.parametrize("move", ALLOWED)
def test_an_allowed_move_of_the_body(driver: Any, entry: Entry, move: str) -> None:
    for settings in ALLOWED[move]:
        change(driver, entry, words(settings, entry))
    told = held(driver, entry)
    state = move.rpartition(" ")[2]
    assert told.body_state == state
    assert (told.body, told.salt) == ((entry.body, entry.salt) if state == "here" else (None, None))
    assert told[:15] == entry[:15]


REFUSED_MOVES = {
    "another body": ([], "body = '{}'"),
    "another salt": ([], "salt = 'ff'"),
    "the same again": ([], "body = body"),
    "elsewhere with its body kept": ([], "body_state = 'elsewhere'"),
    "elsewhere with its salt kept": ([], "body = NULL, body_state = 'elsewhere'"),
    "erased with its body kept": ([], "body_state = 'erased'"),
    "an unknown state": ([], f"{AWAY}'gone'"),
    "elsewhere to elsewhere": ([f"{AWAY}'elsewhere'"], f"{AWAY}'elsewhere'"),
    "another body comes back": ([f"{AWAY}'elsewhere'"], HERE.replace("{body}", "{}")),
    "another salt comes back": ([f"{AWAY}'elsewhere'"], HERE.replace("{salt}", "00" * 16)),
    "no body comes back": ([f"{AWAY}'elsewhere'"], "body_state = 'here'"),
    "erased to here": ([f"{AWAY}'erased'"], HERE),
    "erased to elsewhere": ([f"{AWAY}'erased'"], f"{AWAY}'elsewhere'"),
    "erased by way of elsewhere": ([f"{AWAY}'elsewhere'", f"{AWAY}'erased'"], HERE),
}


@pytest.mark.parametrize("move", REFUSED_MOVES)
def test_a_refused_move_of_the_body(driver: Any, entry: Entry, move: str) -> None:
    before, settings = REFUSED_MOVES[move]
    for one in before:
        change(driver, entry, one)
    stands = held(driver, entry)
    with REFUSED:
        change(driver, entry, words(settings, entry))
    assert held(driver, entry) == stands


def test_an_erased_body_never_comes_back_by_exchange(
    tmp_path_factory: pytest.TempPathFactory, store: SqliteStore
) -> None:
    other = new_store(tmp_path_factory.mktemp("other") / "home", terminal=4)
    Hand(other).write("case/9", started())
    entries = other.entries_after(other.journal_id, 0, 10)
    other.close()
    store.accept(entries)
    change(store._driver, entries[1], f"{AWAY}'erased'")
    accepted = store.accept(entries)
    assert (accepted.taken, accepted.subjects, accepted.rejected) == (0, (), ())
    assert held(store._driver, entries[1]).body_state == "erased"
    assert store.entries_of("case/9")[0].body is None


def test_drafts_are_durable_at_once(store: SqliteStore, files: StoreFiles, tmp_path: Path) -> None:
    """The file and its log as a kill would leave them, without closing anything."""
    draft = Draft("80231/case/1", "80231", "half typed", "2026-11-23T01:00:00.000Z")
    store.save_draft(draft)
    left = StoreFiles.in_home(tmp_path / "left")
    left.database.parent.mkdir()
    for one, other in (
        (files.database, left.database),
        (files.log, left.log),
        (files.witness, left.witness),
    ):
        shutil.copyfile(one, other)
    opened = open_store(left, KEY, bytes)
    assert opened.draft("80231/case/1") == draft
    opened.close()
