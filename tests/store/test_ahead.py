"""Entries that are here before their chains: seen as if they were chained, and gone when they are."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from counter_app.db.queries import open_reader
from counter_app.db.rows import rows_held
from counter_app.db.salvage import LOCALS_OF_A_FILE, LOCALS_OF_A_JOURNAL
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.verify import verify
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry, body_digest, sealed
from counter_app.journal.facts import case, people, presence
from counter_app.journal.facts.upkeep import BodyErased
from counter_app.services.ports import NewFact
from counter_app.services.snapshot_ports import Snapshot
from tests.store.writing import KEY, Hand, customer, holder, new_store, stamp_at, started

DAY = "2026-11-23"


class Elsewhere:
    """Another PC of the branch, from which a snapshot is made."""

    def __init__(self, home: Path) -> None:
        self.store = new_store(home, 4)
        self.hand = Hand(self.store)

    @property
    def chain(self) -> list[Entry]:
        """All of its journal."""
        return self.store.entries_after(self.store.journal_id, 0, 1_000)

    def snapshot(self, entries: Sequence[Entry] | None = None) -> Snapshot:
        """What it would give a new PC now."""
        chosen = self.store.choose_snapshot(DAY)
        found = self.store.entries_within(chosen.subjects, chosen.heads)
        told = tuple(found if entries is None else entries)
        return Snapshot("branch/demo", self.store.journal_id, DAY, chosen.heads, told)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Elsewhere]:
    """A PC with a customer, an open case and a closed one."""
    made = Elsewhere(tmp_path / "there")
    made.hand.write("customer/1", customer("王小明", "11010519491231002X"))
    made.hand.write("case/1", started("03A-0338W"), holder("王小明", "customer/1"))
    made.hand.write("case/1", case.CaseNoted(text="a"))
    yield made
    made.store.close()


def seen(store: SqliteStore, subject: str) -> tuple[object, object]:
    """A subject's View, and its rows as they stand in the file."""
    rows = sorted(rows_held(store._driver, subject), key=repr)
    return store.view(subject), rows


def forged(entry: Entry) -> Entry:
    """The same entry with other words, whole in itself."""
    body, salt = (entry.body or "").replace('"a"', '"b"'), "00" * 16
    return sealed(entry._replace(body=body, salt=salt, digest=body_digest(salt, body)))


def with_a_lie(there: Elsewhere) -> Snapshot:
    told = there.snapshot()
    noted = there.chain[-1]
    entries = [forged(noted) if one == noted else one for one in told.entries]
    heads = {noted.journal_id: ChainHead(noted.seq, forged(noted).hash)}
    return Snapshot(told.branch, told.maker, DAY, heads, tuple(entries))


def test_what_is_ahead_is_seen_as_if_it_were_chained(
    store: SqliteStore, there: Elsewhere, files: StoreFiles
) -> None:
    assert store.hold_snapshot(there.snapshot())
    for subject in ("customer/1", "case/1"):
        assert seen(store, subject) == seen(there.store, subject)
    assert store.arriving().of - store.arriving().done == len(there.chain)
    assert list(store.heads()) == [store.journal_id]
    assert store.entries_after(there.store.journal_id, 0, 100) == []
    reader = open_reader(files.database, KEY)
    assert [one.number for one in reader.search("王小").cases] == ["03A-0338W"]
    assert reader.view("case/1") == there.store.view("case/1")
    reader.close()
    assert verify(files, KEY).faults == ()


def test_each_entry_moves_over_as_its_chain_comes_and_no_view_changes(
    store: SqliteStore, there: Elsewhere, files: StoreFiles
) -> None:
    store.hold_snapshot(there.snapshot())
    before = {one: seen(store, one) for one in ("customer/1", "case/1")}
    chain = there.chain
    for end in (1, 2, 4, 5):
        begun = store.heads().get(there.store.journal_id, ChainHead()).seq
        assert store.accept(chain[begun:end]).rejected == ()
        assert {one: seen(store, one) for one in before} == before
        assert verify(files, KEY).faults == ()
    assert store.arriving().is_whole
    assert store.ahead_heads() == {}
    assert store._driver.execute("SELECT count(*) FROM ahead").fetchone() == (0,)


def test_a_fact_is_written_on_what_is_ahead_and_stands_there(
    store: SqliteStore, there: Elsewhere, hand: Hand
) -> None:
    store.hold_snapshot(there.snapshot())
    written = hand.write("case/1", case.CaseNoted(text="mine"))
    assert written.entries[0].seen == (there.chain[-1].hash,)
    mine = store.entries_after(store.journal_id, 0, 10)
    assert there.store.accept(mine).rejected == ()
    store.accept(there.chain)
    assert seen(store, "case/1") == seen(there.store, "case/1")


def test_what_was_written_since_is_held_ahead_too(store: SqliteStore, there: Elsewhere) -> None:
    store.hold_snapshot(there.snapshot())
    held = len(there.chain)
    there.hand.write("case/1", case.CaseNoted(text="later"), case.CaseParked(step="s", draft=""))
    tail = there.chain[held:]
    told = store.accept(tail)
    assert (told.taken, told.subjects, told.rejected) == (2, ("case/1",), ())
    assert seen(store, "case/1") == seen(there.store, "case/1")
    assert store.accept(tail).taken == 0, "the same once more"
    assert store.ahead_heads() == {there.store.journal_id: ChainHead(tail[-1].seq, tail[-1].hash)}
    store.accept(there.chain)
    assert store.arriving().is_whole


def test_a_tail_that_does_not_follow_is_not_taken(store: SqliteStore, there: Elsewhere) -> None:
    store.hold_snapshot(there.snapshot())
    held = len(there.chain)
    there.hand.write("case/1", case.CaseNoted(text="later"))
    there.hand.write("case/1", case.CaseNoted(text="last"))
    told = store.accept(there.chain[held + 1 :])
    assert (told.taken, [one.why for one in told.rejected]) == (0, ["gap"])


def test_a_snapshot_that_lied_is_thrown_away_and_named(
    store: SqliteStore, there: Elsewhere, files: StoreFiles
) -> None:
    assert store.hold_snapshot(with_a_lie(there))
    assert store.view("case/1").notes == ("b",)  # type: ignore[attr-defined]
    noted = there.chain[-1]
    told = store.accept(there.chain[:2])
    assert told.rejected == ()
    assert not store.arriving().lied, "not before the entry itself comes"
    told = store.accept(there.chain[2:])
    assert "case/1" in told.subjects
    for subject in ("customer/1", "case/1"):
        assert seen(store, subject) == seen(there.store, subject)
    maker = there.store.journal_id
    assert store.arriving().lied == f"{maker} {maker}:{noted.seq}"
    assert store.arriving().is_whole
    assert verify(files, KEY).faults == ()
    assert not store.hold_snapshot(there.snapshot()), "nothing is lacking any more"


def test_what_a_lie_told_of_goes_until_its_chain_comes(
    store: SqliteStore, there: Elsewhere, files: StoreFiles
) -> None:
    """The chain belies an early entry: what is told of later ones is not believed either."""
    told = there.snapshot()
    first = next(one for one in told.entries if one.kind == presence.CustomerRegistered.KIND)
    entries = tuple(forged(first) if one == first else one for one in told.entries)
    store.hold_snapshot(Snapshot(told.branch, told.maker, DAY, told.heads, entries))
    assert store.view("case/1").exists
    store.accept(there.chain[:2])
    assert not store.arriving().is_whole, "what it had told of is still awaited"
    assert not store.view("case/1").exists
    assert rows_held(store._driver, "case/1") == []
    assert verify(files, KEY).faults == ()
    store.accept(there.chain[2:])
    assert store.arriving().is_whole
    assert seen(store, "case/1") == seen(there.store, "case/1")


def test_a_snapshot_that_is_belied_already_is_not_held(
    store: SqliteStore, there: Elsewhere
) -> None:
    told = there.snapshot()
    first = next(one for one in told.entries if one.kind == presence.CustomerRegistered.KIND)
    entries = tuple(forged(first) if one == first else one for one in told.entries)
    store.accept(there.chain[:2])
    assert not store.hold_snapshot(Snapshot(told.branch, told.maker, DAY, told.heads, entries))
    assert store.hold_snapshot(told)


def erased(there: Elsewhere, entry: Entry) -> Entry:
    """An order of the other PC to erase an entry's body."""
    order = BodyErased(
        entries=(entry.hash,), basis="ordered", order="1", ordered_by="p", right_entry="r"
    )
    return there.hand.write("erasure/1", order).entries[0]


def test_an_order_to_erase_reaches_what_is_ahead(
    store: SqliteStore, there: Elsewhere, files: StoreFiles
) -> None:
    store.hold_snapshot(there.snapshot())
    held = len(there.chain)
    registered = there.chain[1]
    erased(there, registered)
    store.accept(there.chain[held:])
    assert store.view("customer/1").unreadable == ("erased",)
    assert seen(store, "customer/1") == seen(there.store, "customer/1")
    assert verify(files, KEY).faults == ()
    store.accept(there.chain)
    assert store.arriving().is_whole
    assert store.view("customer/1").unreadable == ("erased",)


def test_what_was_erased_here_is_not_held_ahead(store: SqliteStore, there: Elsewhere) -> None:
    told = there.snapshot()
    store.erase_again([there.chain[1].hash])
    assert store.hold_snapshot(told)
    assert store.view("customer/1").unreadable == ("erased",)


def test_a_body_that_came_ahead_stays_where_the_chain_comes_without(
    store: SqliteStore, there: Elsewhere
) -> None:
    store.hold_snapshot(there.snapshot())
    before = seen(store, "case/1")
    bare = [
        one._replace(body=None, salt=None, body_state="elsewhere") if one.seq > 1 else one
        for one in there.chain
    ]
    store.accept(bare)
    assert seen(store, "case/1") == before
    assert store.bodies_wanted(["all"], "", 10) == []


def test_only_what_everybody_may_read_is_among_it(store: SqliteStore, there: Elsewhere) -> None:
    note = NewFact("case/1", case.CaseNoted(text="secret"), "restricted")
    there.hand.write_all([note])
    there.hand.write_all([NewFact("case/2", case.CaseNoted(text="secret"), "restricted")])
    told = there.snapshot()
    assert "case/2" not in {one.subject for one in told.entries}
    store.hold_snapshot(told)
    assert "secret" not in "".join(one.body or "" for one in store.entries_of("case/1"))
    assert store.view("case/1").heads == there.store.view("case/1").heads


def test_my_own_journal_is_never_ahead_of_itself(
    store: SqliteStore, there: Elsewhere, hand: Hand
) -> None:
    hand.write("case/1", case.CaseNoted(text="mine"))
    there.store.accept(store.entries_after(store.journal_id, 0, 10))
    told = there.snapshot()
    heads = {**told.heads, store.journal_id: ChainHead(99, "f" * 64)}
    store.hold_snapshot(Snapshot(told.branch, told.maker, DAY, heads, told.entries))
    assert list(store.ahead_heads()) == [there.store.journal_id]
    assert store.view("case/1").heads == there.store.view("case/1").heads


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_restart_keeps_what_is_ahead(
    store: SqliteStore, there: Elsewhere, files: StoreFiles, when: str
) -> None:
    store.hold_snapshot(there.snapshot())
    if when == "after":
        store.accept(there.chain[:2])
    before = seen(store, "case/1")
    ahead = dict(store.ahead_heads())
    store.close()
    again = open_store(files, KEY, bytes)
    assert seen(again, "case/1") == before
    assert dict(again.ahead_heads()) == ahead
    again.accept(there.chain)
    assert again.arriving().is_whole
    again.close()


def test_after_a_full_disk_nothing_of_it_is_held(
    store: SqliteStore, there: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_words: object) -> None:
        raise RuntimeError("cut")

    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, "_fold_whole", broken)
        with pytest.raises(RuntimeError):
            store.hold_snapshot(there.snapshot())
    assert store.arriving().is_whole
    assert not store.view("case/1").exists
    assert store.hold_snapshot(there.snapshot())


Spoil = Callable[[SqliteStore], None]
SPOILT: dict[str, Spoil] = {
    "hash": lambda store: store._driver.execute("UPDATE ahead SET actor = 'x' WHERE seq = 2"),
    "digest": lambda store: store._driver.execute("UPDATE ahead SET body = '{}' WHERE seq = 2"),
    "place": lambda store: store._driver.execute("DELETE FROM local WHERE name GLOB 'ahead/*'"),
}


@pytest.mark.parametrize("what", SPOILT)
def test_verify_names_what_is_wrong_ahead(
    store: SqliteStore, there: Elsewhere, files: StoreFiles, what: str
) -> None:
    store.hold_snapshot(there.snapshot())
    SPOILT[what](store)
    found = {(one.code, one.detail) for one in verify(files, KEY).faults}
    assert ("ahead", what) in found


def test_a_salvaged_file_says_nothing_of_what_it_does_not_hold() -> None:
    assert "ahead" in LOCALS_OF_A_JOURNAL
    assert "ahead/x".startswith(LOCALS_OF_A_FILE)


def test_the_choice_is_what_a_window_needs(there: Elsewhere) -> None:
    """The ground, what is open with what belongs to it, and today; no closed case of another day."""
    store, hand = there.store, there.hand
    for subject, day in (("case/old", "2026-11-01"), ("case/new", "2026-11-20")):
        facts = [NewFact(subject, started("03A-0339")), NewFact(subject, case.CaseNoted(text="x"))]
        if subject == "case/old":
            facts.append(NewFact(subject, case.CaseCancelled(reason="left")))
        store.append(facts, {}, stamp_at(hand.now, date=day))
    hand.write("staff/1", people.StaffRegistered(person="p", name="王敏", post="柜员"))
    chosen = store.choose_snapshot("2026-11-24").subjects
    assert {"case/1", "case/new", "customer/1", "staff/1"} <= {*chosen}
    assert f"journal/{store.journal_id}" in chosen
    assert "case/old" not in chosen
    assert "case/old" in store.choose_snapshot("2026-11-01").subjects
