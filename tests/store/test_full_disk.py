"""A full disk: refused cleanly, nothing half-written, and it works again afterwards."""

import pytest

from counter_app.db.store import SqliteStore, StoreFiles
from counter_app.db.verify import verify
from counter_app.journal.facts import case
from counter_app.services.ports import Beside, Content, Draft, NewFact, StoreTrouble
from tests.store.writing import KEY, OPENED_AT, Hand, new_store, stamp_at, started

LARGE = Content("0" * 64, "application/pdf", b"x" * 200_000)


def fill_up(store: SqliteStore) -> None:
    """No page more than there are."""
    (pages,) = store._driver.execute("PRAGMA page_count").fetchone()
    store._driver.execute(f"PRAGMA max_page_count = {pages}")


def make_room(store: SqliteStore) -> None:
    """Somebody freed the disk."""
    store._driver.execute("PRAGMA max_page_count = 1000000")


def test_a_commit_is_refused_whole(store: SqliteStore, hand: Hand, files: StoreFiles) -> None:
    hand.write("case/1", started())
    heads, view = store.heads(), store.view("case/1")
    fill_up(store)
    with pytest.raises(StoreTrouble) as told:
        hand.write("case/1", case.CaseNoted(text="x"), beside=Beside(contents=(LARGE,)))
    assert told.value.code == "full"
    assert store.heads() == heads
    assert store.view("case/1") == view
    assert store.content(LARGE.hash) is None


def test_it_works_again_when_there_is_room(
    store: SqliteStore, hand: Hand, files: StoreFiles
) -> None:
    hand.write("case/1", started())
    fill_up(store)
    for _attempt in range(3):
        with pytest.raises(StoreTrouble):
            hand.write("case/1", case.CaseNoted(text="长" * 9000))
    make_room(store)
    written = hand.write("case/1", case.CaseNoted(text="again"))
    assert [entry.seq for entry in written.entries] == [3]
    store.close()
    assert verify(files, KEY).clean


def test_drafts_and_foreign_entries_are_refused_whole_too(
    store: SqliteStore, files: StoreFiles, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = new_store(tmp_path_factory.mktemp("other") / "home", terminal=4)
    facts = [NewFact("case/9", case.CaseNoted(text="长" * 3000)) for _one in range(20)]
    other.append(facts, {}, stamp_at(OPENED_AT))
    entries = other.entries_after(other.journal_id, 0, 99)
    other.close()
    fill_up(store)
    with pytest.raises(StoreTrouble) as told:
        store.accept(entries)
    assert told.value.code == "full"
    with pytest.raises(StoreTrouble):
        store.save_draft(Draft("k", "o", "长" * 9000, "t"))
    assert store.draft("k") is None
    assert list(store.heads()) == [store.journal_id]
    make_room(store)
    assert store.accept(entries).taken == len(entries)
