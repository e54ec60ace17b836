"""What is erased is in no row, page or log any more, whichever comes first, and never comes back."""

import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from counter_app.db.copies import Copied, daily_copy
from counter_app.db.encrypted import READER_SETTINGS, connect, open_engine
from counter_app.db.journal_store import INSERT_ENTRY
from counter_app.db.print_orders import PrintOrders
from counter_app.db.queries import SqliteReader
from counter_app.db.salvage import Reopening, salvage, set_aside
from counter_app.db.store import SqliteStore, StoreFiles, driver_of, open_store
from counter_app.db.verify import verify
from counter_app.db.worker import StoreWorker
from counter_app.journal.chain import ChainFault, verify_chain
from counter_app.journal.entry import Entry
from counter_app.journal.erasing import erased_form
from counter_app.journal.facts import case, upkeep
from counter_app.journal.facts.base import Fact
from counter_app.services.branch_ports import Body
from counter_app.services.ports import Beside, Content, Draft, PrintOrder
from tests.store.raw_pages import raw_bytes
from tests.store.writing import KEY, Hand, customer, first_entry, holder, new_store, started

NAME = "欧阳MARKER"
NUMBER = "11010119900101777X"
MARKS = (NAME, "MARKER", "marker", NUMBER, NUMBER.lower(), "777X")
ON_PAPER = b"MARKER on paper"
PAPER = Content(sha256(ON_PAPER).hexdigest(), "application/pdf", ON_PAPER, "case/1")
PLAIN = Content(sha256(b"plain MARKER").hexdigest(), "text/plain", b"plain MARKER")
ORDER = PrintOrder("03A-0338W-R1", "case/1", 1, PAPER.hash, "p", None, "2026-11-23T01:00:00.000Z")
GONE = ("customer/1", "case/1")


def erasing(store: SqliteStore, *contents: str) -> Fact:
    """An order that names all bodies of the subjects, as far as this store holds them."""
    entries = [entry for subject in GONE for entry in store.entries_of(subject)]
    return upkeep.BodyErased(
        entries=tuple(one.hash for one in entries),
        contents=contents,
        subjects=GONE,
        basis="ordered",
        order="江银法〔2026〕7 号",
        ordered_by="法律合规部",
        right_entry="e" * 64,
    )


def fill(store: SqliteStore) -> Hand:
    """A customer and a case with everything that may lie about, between many others."""
    hand = Hand(store)
    for number in range(60):
        hand.write(f"customer/a{number}", customer(f"周{number}", f"11010119800101{number:04d}"))
    hand.write("customer/1", customer(NAME, NUMBER, "13800007777"))
    beside = Beside(contents=(PAPER, PLAIN), orders=(ORDER,))
    noted = case.CaseNoted(text="MARKER " + "长" * 3000)
    hand.write("case/1", started(), holder(NAME, "customer/1"), noted, beside=beside)
    store.save_draft(Draft("case/1 80231", "80231", "half MARKER", "t"))
    store.save_draft(Draft("case/10 80231", "80231", "kept", "t"))
    for number in range(60):
        hand.write(f"customer/b{number}", customer(f"吴{number}", f"11010119810101{number:04d}"))
    return hand


@pytest.fixture
def home(tmp_path: Path) -> StoreFiles:
    return StoreFiles.in_home(tmp_path / "home")


@pytest.fixture
def store(home: StoreFiles) -> Iterator[SqliteStore]:
    made = new_store(home.database.parent)
    yield made
    made.close()


def dump(driver: Any) -> str:
    """Every value of every table."""
    tables = [one for (one,) in driver.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    return "\n".join(
        repr(row) for one in tables for row in driver.execute(f'SELECT * FROM "{one}"')
    )


def marks_in(files: StoreFiles) -> list[str]:
    """Which marks lie in pages of the file or frames of the log."""
    raw = raw_bytes(files, KEY)
    return [one for one in MARKS if one.encode() in raw]


def test_the_pages_are_read_as_they_are(store: SqliteStore, home: StoreFiles) -> None:
    """Otherwise the tests below could not fail."""
    fill(store)
    assert set(marks_in(home)) == set(MARKS)


def test_nothing_of_it_is_left(store: SqliteStore, home: StoreFiles) -> None:
    hand = fill(store)
    bodies = {entry.hash: entry for subject in GONE for entry in store.entries_of(subject)}
    hand.write("erasure/1", erasing(store, PLAIN.hash))
    assert marks_in(home) == []
    assert "MARKER" not in dump(store._driver)
    assert store.content(PAPER.hash) is None
    assert store.content(PLAIN.hash) is None
    assert store.draft("case/1 80231") is None
    assert store.draft("case/10 80231") is not None
    assert store.pending_orders() == []
    for digest, entry in bodies.items():
        (stands,) = [one for one in store.entries_of(entry.subject) if one.hash == digest]
        assert stands == erased_form(entry)
    assert store.view("case/1").unreadable == ("erased",) * 3
    found = SqliteReader(open_engine(home.database, KEY, READER_SETTINGS))
    for words in ("欧阳", "MARKER", NUMBER, "7777", "03A0338W"):
        assert found.search(words).customers == ()
        assert found.search(words).cases == ()
    assert len(found.search("周1").customers) > 0
    found.close()


def test_the_chain_verifies_and_goes_on(store: SqliteStore, home: StoreFiles) -> None:
    hand = fill(store)
    hand.write("erasure/1", erasing(store, PLAIN.hash))
    hand.write("case/2", started("03A-0339U"))
    told = list(verify_chain(store.entries_after(store.journal_id, 0, 1000)))
    assert not [one for one in told if isinstance(one, ChainFault)]
    assert verify(home, KEY).faults == ()


def theirs(tmp_path: Path, home: StoreFiles) -> tuple[list[Entry], list[Entry]]:
    """What terminal 4 wrote of them, and an order that terminal 5 wrote."""
    writer = new_store(tmp_path / "writer", 4)
    fill(writer)
    entries = writer.entries_after(writer.journal_id, 0, 1000)
    orderer = new_store(tmp_path / "orderer", 5)
    orderer.accept(entries)
    Hand(orderer).write("erasure/1", erasing(orderer, PLAIN.hash))
    order = orderer.entries_after(orderer.journal_id, 0, 1000)
    writer.close()
    orderer.close()
    return entries, order


@pytest.mark.parametrize("way", ["before", "together", "after"])
def test_whichever_comes_first(
    store: SqliteStore, home: StoreFiles, tmp_path: Path, way: str
) -> None:
    entries, order = theirs(tmp_path, home)
    if way == "before":
        store.accept(order)
        store.accept(entries)
    elif way == "together":
        store.accept([*entries, *order])
    else:
        store.accept(entries)
        accepted = store.accept(order)
        assert set(accepted.subjects) >= set(GONE)
    assert marks_in(home) == []
    assert store.heads().keys() >= {entries[0].journal_id, order[0].journal_id}
    assert store.accept(entries).rejected == ()
    bodies = [Body(one.hash, one.body or "", one.salt or "") for one in entries]
    assert store.take_bodies(bodies) == ()
    store.contents.take([PAPER, PLAIN])
    assert store.content(PAPER.hash) is None
    assert marks_in(home) == []
    assert verify(home, KEY).faults == ()


def test_a_body_elsewhere_never_comes_once_it_is_erased(
    store: SqliteStore, home: StoreFiles, tmp_path: Path
) -> None:
    entries, order = theirs(tmp_path, home)
    store.accept(
        [one._replace(body=None, salt=None, body_state="elsewhere") for one in entries[:1]]
        + [
            one._replace(body=None, salt=None, body_state="elsewhere")
            if one.subject in GONE
            else one
            for one in entries[1:]
        ]
    )
    store.accept(order)
    for one in entries:
        store.take_bodies([Body(one.hash, one.body or "", one.salt or "")])
    store.accept(entries)
    assert marks_in(home) == []


def test_the_file_itself_refuses_it(store: SqliteStore, tmp_path: Path, home: StoreFiles) -> None:
    entries, order = theirs(tmp_path, home)
    store.accept(order)
    gone = next(one for one in entries if one.subject == "customer/1")
    with pytest.raises(Exception, match="an erased body never comes back"):
        store._driver.execute(INSERT_ENTRY, gone)
    with pytest.raises(Exception, match="what is erased stays erased"):
        store._driver.execute("DELETE FROM erased")


def test_while_somebody_reads_it_is_due_and_done_soon(store: SqliteStore, home: StoreFiles) -> None:
    hand = fill(store)
    store._driver.execute("PRAGMA busy_timeout = 50")
    reading = connect(home.database, KEY)
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM entry").fetchone()
    hand.write("erasure/1", erasing(store, PLAIN.hash))
    assert not store.wipe()
    assert marks_in(home) != []
    reading.execute("ROLLBACK")
    reading.close()
    hand.write("case/2", started("03A-0339U"))
    assert marks_in(home) == []


def test_a_killed_program_wipes_at_the_next_start(
    store: SqliteStore, home: StoreFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files as a kill leaves them between the commit and what follows it."""
    hand = fill(store)
    monkeypatch.setattr(store._eraser, "wipe", lambda largest=None: False)  # noqa: ARG005
    hand.write("erasure/1", erasing(store, PLAIN.hash))
    left = StoreFiles.in_home(tmp_path / "left")
    left.database.parent.mkdir()
    for one, other in ((home.database, left.database), (home.log, left.log)):
        shutil.copyfile(one, other)
    shutil.copyfile(home.witness, left.witness)
    assert marks_in(left) != []
    opened = open_store(left, KEY, bytes)
    assert marks_in(left) == []
    assert not left.kept_log.exists()
    opened.close()


def test_an_older_copy_obeys_when_it_is_restored(
    store: SqliteStore, home: StoreFiles, tmp_path: Path
) -> None:
    hand = fill(store)
    copied = daily_copy(home, KEY, tmp_path / "copies", "2026-11-23")
    assert isinstance(copied, Copied)
    assert marks_in(copied.files) != []
    hand.write("erasure/1", erasing(store, PLAIN.hash))
    hand.write("case/2", started("03A-0339U"))
    store.close()
    kept = set_aside(home, tmp_path / "kept")
    begin = Reopening(first_entry(3, "A", "01979f3e-0000-7000-8000-00000000000b"), bytes)
    told = salvage(kept, copied.files, home, KEY, begin)
    assert told.missing == ()
    again = open_store(home, KEY, bytes)
    assert marks_in(home) == []
    assert "MARKER" not in dump(driver_of(again._file.engine))
    again.close()
    assert verify(home, KEY).faults == ()


def test_it_obeys_even_where_the_order_itself_is_lost(
    store: SqliteStore, home: StoreFiles, tmp_path: Path
) -> None:
    """The damaged file still names what is erased, though no entry behind the copy is left."""
    hand = fill(store)
    copied = daily_copy(home, KEY, tmp_path / "copies", "2026-11-23")
    assert isinstance(copied, Copied)
    hand.write("erasure/1", erasing(store, PLAIN.hash))
    store._driver.execute("DROP TRIGGER entry_stays")
    store._driver.execute("DELETE FROM entry WHERE kind = 'body_erased'")
    store.close()
    kept = set_aside(home, tmp_path / "kept")
    begin = Reopening(first_entry(3, "A", "01979f3e-0000-7000-8000-00000000000b"), bytes)
    salvage(kept, copied.files, home, KEY, begin)
    open_store(home, KEY, bytes).close()
    assert marks_in(home) == []


def test_content_that_filled_the_room_is_offered(store: SqliteStore) -> None:
    hand = fill(store)
    (*_before, (place, _digest)) = store.contents.beyond(0, 100)
    hand.write("erasure/1", erasing(store, PLAIN.hash))
    news = [Content(sha256(b"%d" % n).hexdigest(), "text/plain", b"%d" % n) for n in range(2)]
    store.contents.take(news)
    offered = {digest for _place, digest in store.contents.beyond(place, 100)}
    assert offered >= {one.hash for one in news}


def test_printed_files_of_it_are_removed(
    store: SqliteStore, home: StoreFiles, tmp_path: Path
) -> None:
    hand = fill(store)
    folder = tmp_path / "papers"
    folder.mkdir()
    mine = [f"{ORDER.paper}.pdf", f"{ORDER.paper}-copy2.pdf", f"{ORDER.paper}.part"]
    kept = ["03A-0338W-R10.pdf", "03A-0339U-R1.pdf"]
    for name in (*mine, *kept):
        (folder / name).write_bytes(b"MARKER")
    hand.write("erasure/1", erasing(store, PLAIN.hash))
    worker = StoreWorker(open_store_again(store, home))
    worker.start()
    orders = PrintOrders(worker, lambda _content, _mark: b"", lambda *_told: None)
    orders.wipe(folder)
    assert sorted(one.name for one in folder.iterdir()) == kept
    assert worker.submit(lambda one: one.papers_to_wipe()).result() == []
    assert orders.pending_orders() == []
    worker.stop()


def open_store_again(store: SqliteStore, home: StoreFiles) -> SqliteStore:
    """The program ends and starts."""
    store.close()
    return open_store(home, KEY, bytes)
