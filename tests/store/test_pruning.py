"""What is beyond a PC's scope leaves it: bodies go, rows stay, and all is here again when asked for."""

import json
import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from counter_app.db.closings import renew_closings
from counter_app.db.copies import Copied, daily_copy
from counter_app.db.encrypted import connect
from counter_app.db.queries import open_reader
from counter_app.db.rows import rows_held, rows_of
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.verify import StoreFault, verify
from counter_app.journal.chain import ChainFault, verify_chain
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case, presence, upkeep
from counter_app.journal.facts.base import Fact
from counter_app.journal.folds import FOLDING
from counter_app.services.branch_ports import Body
from counter_app.services.erasing import concerned, subjects_of
from counter_app.services.ports import Beside, Content, Draft, NewFact, PrintOrder
from counter_app.services.scope import Scope, scope_of
from tests.store.raw_pages import raw_bytes
from tests.store.test_refold import CHANGED, CHANGED_DIGESTS
from tests.store.writing import (
    KEY,
    OPENED_AT,
    Hand,
    customer,
    holder,
    new_store,
    started,
)

MARKER = "欧阳MARKER"
NOW = OPENED_AT + timedelta(days=60)
SCOPE = scope_of(NOW.date(), 35, ["all"])
PAPER = Content(sha256(b"paper").hexdigest(), "application/pdf", b"paper", "case/old")
LAST = Content(sha256(b"last").hexdigest(), "text/plain", b"last")
ORDER = PrintOrder("03A-0338W-R1", "case/old", 1, PAPER.hash, "p", None, "2026-11-23T01:00:00.000Z")


def done() -> Fact:
    return case.CaseCompleted(outcome="done", next_steps=())


def ended() -> Fact:
    return presence.VisitEnded(outcome="served")


def fill(hand: Hand) -> None:
    """Two old visits with their cases, and what is of today or not over."""
    for name in ("old", "open"):
        begun = presence.VisitStarted(terminal="03", window="3", staff="80231")
        present = presence.PersonPresent(person="p1", name=MARKER)
        hand.write(f"visit/{name}", begun, present, ended())
        facts = (started(visit=f"visit/{name}"), holder(MARKER, "customer/1"))
        beside = Beside(contents=(PAPER,)) if name == "old" else Beside()
        hand.write(f"case/{name}", *facts, case.CaseNoted(text=f"{MARKER} note"), beside=beside)
    hand.write("case/old", done())
    hand.write("customer/1", customer(MARKER))
    hand.now = NOW
    hand.write("case/new", started("03A-0002W"), done(), beside=Beside(contents=(LAST,)))


@pytest.fixture
def filled(store: SqliteStore, hand: Hand) -> SqliteStore:
    fill(hand)
    return store


def leaving(store: SqliteStore, scope: Scope = SCOPE) -> dict[str, set[str]]:
    """Everything that may leave, to the end."""
    found: dict[str, set[str]] = {}
    at = ""
    while (offered := store.may_leave(scope, at)).at:
        found |= {one.subject: {*one.bodies, *one.contents} for one in offered.leaving}
        at = offered.at
    return found


def prune(store: SqliteStore, scope: Scope = SCOPE) -> list[str]:
    """Lets go of all that may leave, as if the branch had everything."""
    gone: list[str] = []
    found = leaving(store, scope)
    for subject, hashes in found.items():
        gone += store.let_go([subject], hashes, scope).subjects
    return sorted(gone)


def rows(store: SqliteStore, subject: str) -> list[Any]:
    return sorted(rows_held(store._driver, subject), key=repr)


def bodies_of(entries: list[Entry]) -> list[Body]:
    return [Body(one.hash, one.body, one.salt) for one in entries if one.body and one.salt]


def test_what_is_over_and_old_leaves_and_nothing_else(filled: SqliteStore) -> None:
    assert prune(filled) == ["case/old", "visit/old"]
    assert prune(filled) == []
    for subject in ("case/open", "visit/open", "case/new", "customer/1"):
        assert all(one.body_state == "here" for one in filled.entries_of(subject)), subject
    assert {one.body_state for one in filled.entries_of("case/old")} == {"elsewhere"}


def test_bodies_are_nowhere_but_rows_are_as_they_were(
    filled: SqliteStore, files: StoreFiles
) -> None:
    before = {one: rows(filled, one) for one in ("case/old", "visit/old")}
    assert f"{MARKER} note".encode() in raw_bytes(files, KEY)
    held = filled.entries_of("case/old")
    prune(filled)
    assert {one: rows(filled, one) for one in before} == before
    assert filled.content(PAPER.hash) is None
    assert filled.content(LAST.hash) is not None
    assert [one[:15] for one in filled.entries_of("case/old")] == [one[:15] for one in held]
    every = filled.entries_after(filled.journal_id, 0, 1000)
    assert not [one for one in verify_chain(iter(every)) if isinstance(one, ChainFault)]
    assert verify(files, KEY).clean


def test_lists_and_search_go_on_showing_it(filled: SqliteStore, files: StoreFiles) -> None:
    prune(filled)
    reader = open_reader(files.database, KEY)
    (found,) = [one for one in reader.search("03A-0338W").cases if one.subject == "case/old"]
    assert (found.number, found.service, found.state) == ("03A-0338W", "GS", "completed")
    assert reader.is_let_go("case/old")
    assert not reader.is_let_go("case/open")
    reader.close()


def test_it_is_wanted_by_nobody_until_it_is_asked_for(filled: SqliteStore) -> None:
    held = filled.entries_of("case/old")
    before = rows(filled, "case/old")
    prune(filled)
    assert filled.bodies_wanted(["all"], "", 100) == []
    assert not filled.hold_only(["all"])
    lacking = filled.lacking(["case/old"])
    assert set(lacking.bodies) == {one.hash for one in held}
    assert lacking.contents == (PAPER.hash,)
    assert filled.take_bodies(bodies_of(held)) == ("case/old",)
    assert not filled.is_let_go("case/old")
    assert filled.view("case/old") == FOLDING.fold("case/old", held)
    assert rows(filled, "case/old") == before
    assert filled.lacking(["case/old"]) == ((), ())
    assert prune(filled) == ["case/old"]


def test_half_of_it_changes_no_row(filled: SqliteStore, files: StoreFiles) -> None:
    held = filled.entries_of("case/old")
    before = rows(filled, "case/old")
    prune(filled)
    filled.take_bodies(bodies_of(held[:1]))
    assert filled.is_let_go("case/old")
    assert rows(filled, "case/old") == before
    assert set(filled.bodies_wanted(["all"], "", 100)) == {one.hash for one in held[1:]}
    assert verify(files, KEY).clean


def test_who_writes_on_it_calls_it_back(filled: SqliteStore, hand: Hand, files: StoreFiles) -> None:
    held = filled.entries_of("case/old")
    before = rows(filled, "case/old")
    prune(filled)
    hand.write("case/old", case.CaseNoted(text="later"))
    assert rows(filled, "case/old") == before
    assert set(filled.bodies_wanted(["all"], "", 100)) == {one.hash for one in held}
    assert verify(files, KEY).clean
    filled.take_bodies(bodies_of(held))
    whole = FOLDING.fold("case/old", filled.entries_of("case/old"))
    assert rows(filled, "case/old") == sorted(rows_of(whole), key=repr)
    assert filled.view("case/old") == whole


@pytest.mark.parametrize("hidden", range(4))
def test_nothing_leaves_of_which_the_branch_lacks_one_body(
    filled: SqliteStore, hidden: int
) -> None:
    """All of a subject is safe, or all of it stays."""
    found = leaving(filled)["case/old"]
    bodies = [one.hash for one in filled.entries_of("case/old")]
    assert len(bodies) == 4
    assert filled.let_go(["case/old"], found - {bodies[hidden]}, SCOPE).subjects == ()
    assert all(one.body_state == "here" for one in filled.entries_of("case/old"))


def test_content_stays_where_the_branch_lacks_it(filled: SqliteStore) -> None:
    bodies = {one.hash for one in filled.entries_of("case/old")}
    assert filled.let_go(["case/old"], bodies, SCOPE).subjects == ("case/old",)
    assert filled.content(PAPER.hash) is not None
    assert filled.lacking(["case/old"]).contents == ()


def waits_for_paper(hand: Hand) -> None:
    hand.write("case/new", case.CaseNoted(text="x"), beside=Beside(orders=(ORDER,)))


def waits_for_a_promise(hand: Hand) -> None:
    due = presence.FollowUpSet(
        case="case/old", case_number="1", what="w", due="2027-03-01", staff="80231", post="p"
    )
    hand.write("followup/1", due)


def waits_in_a_draft(hand: Hand) -> None:
    hand.store.save_draft(Draft("case/old 80231", "80231", "half", "t"))


def is_written_on_today(hand: Hand) -> None:
    hand.write("case/old", case.CaseNoted(text="later"))


def says_something_in_private(hand: Hand) -> None:
    hand.now = OPENED_AT + timedelta(hours=1)
    hand.write_all([NewFact("case/old", case.CaseNoted(text="x"), "complaint")])


def has_a_notice_that_runs(hand: Hand) -> None:
    hand.now = OPENED_AT + timedelta(hours=1)
    notice = case.NoticeGiven(valid_until="2027-02-01", missing=("id_card",), manner="printed")
    hand.write("case/old", notice)


@pytest.mark.parametrize(
    "happens",
    [
        waits_for_paper,
        waits_for_a_promise,
        waits_in_a_draft,
        is_written_on_today,
        says_something_in_private,
        has_a_notice_that_runs,
    ],
)
def test_what_is_not_over_stays(
    filled: SqliteStore, hand: Hand, happens: Callable[[Hand], None]
) -> None:
    happens(hand)
    assert "case/old" not in prune(filled)


def test_a_visit_stays_while_a_case_of_it_is_open(filled: SqliteStore, hand: Hand) -> None:
    assert "visit/open" not in leaving(filled)
    hand.now = OPENED_AT + timedelta(hours=1)
    hand.write("case/open", done())
    assert {"case/open", "visit/open"} <= set(leaving(filled))


def erasing(entries: list[Entry]) -> Fact:
    return upkeep.BodyErased(
        entries=tuple(one.hash for one in entries),
        basis="ordered",
        order="1",
        ordered_by="法律合规部",
        right_entry="e" * 64,
    )


def test_an_erasure_reaches_what_was_let_go(
    filled: SqliteStore, hand: Hand, files: StoreFiles
) -> None:
    held = sorted(filled.entries_of("case/old"), key=lambda one: one.seq)
    prune(filled)
    hand.write("erasure/1", erasing(held[1:3]))
    assert not filled.is_let_go("case/old")
    assert MARKER not in repr(rows(filled, "case/old"))
    assert set(filled.bodies_wanted(["all"], "", 100)) == {held[0].hash, held[3].hash}
    assert filled.take_bodies(bodies_of(held)) == ("case/old",)
    states = [one.body_state for one in sorted(filled.entries_of("case/old"), key=lambda e: e.seq)]
    assert states == ["here", "erased", "erased", "here"]
    assert verify(files, KEY).clean
    assert prune(filled) == ["case/old"]
    assert verify(files, KEY).clean


def test_a_restart_and_a_copy_know_it(filled: SqliteStore, files: StoreFiles, home: Path) -> None:
    prune(filled)
    made = daily_copy(files, KEY, home / "copies", "2026-11-23")
    assert isinstance(made, Copied)
    again = open_store(files, KEY, random.Random(2).randbytes)
    assert again.is_let_go("case/old")
    assert again.bodies_wanted(["all"], "", 100) == []
    again.close()


def reopened(files: StoreFiles, digests: Mapping[str, str] | None = None) -> SqliteStore:
    return open_store(files, KEY, random.Random(1).randbytes, CHANGED, digests)


def test_a_changed_definition_leaves_it_as_it_was(files: StoreFiles, home: Path) -> None:
    store = new_store(home)
    fill(Hand(store))
    before = rows(store, "case/old")
    assert prune(store) == ["case/old", "visit/old"]
    store.close()
    changed = reopened(files, CHANGED_DIGESTS)
    list(changed.refold())
    assert rows(changed, "case/old") == before
    assert rows(changed, "case/open")[0][1]["waiting_reason"] == f"{MARKER} NOTE"
    changed.close()


def test_tables_of_other_columns_keep_its_rows(files: StoreFiles, home: Path) -> None:
    """An earlier program's table lacked a column and had another: the rest is carried over."""
    store = new_store(home)
    fill(Hand(store))
    prune(store)
    (_table, before), *_terms = rows(store, "case/old")
    store.close()
    raw = connect(files.database, KEY)
    raw.execute("DROP INDEX case_row_number")
    raw.execute("ALTER TABLE case_row DROP COLUMN plain_number")
    raw.execute("ALTER TABLE case_row ADD COLUMN former TEXT")
    raw.execute("UPDATE case_row SET former = 'x'")
    renew_closings(raw, ["case/old", "visit/old"])
    raw.close()
    opened = reopened(files, CHANGED_DIGESTS)
    (_table, after), *_terms = rows(opened, "case/old")
    assert after == {**before, "plain_number": None}
    list(opened.refold())
    assert rows(opened, "case/old")[0][1] == after
    opened.close()
    assert verify(files, KEY).faults == ()


TAMPERINGS = {
    "UPDATE case_row SET state = 'cancelled' WHERE subject = 'case/old'": "rows",
    "DELETE FROM case_term WHERE subject = 'case/old'": "rows",
    "UPDATE closing SET rows = 'x' WHERE subject = 'case/old'": "rows",
    "UPDATE closing SET heads = 'x' WHERE subject = 'case/old'": "closing",
    "DELETE FROM closing WHERE subject = 'case/old'": "closing",
    "INSERT INTO closing SELECT 'case/open', let_go_on, last_day, entries, heads, definition, rows, "
    "contents, names FROM closing WHERE subject = 'case/old'": "closing",
}


@pytest.mark.parametrize("statement", TAMPERINGS)
def test_tampering_is_found(filled: SqliteStore, files: StoreFiles, statement: str) -> None:
    prune(filled)
    filled._driver.execute(statement)
    faults = verify(files, KEY).faults
    assert TAMPERINGS[statement] in {one.code for one in faults}
    assert all(isinstance(one, StoreFault) and one.place.startswith("case/") for one in faults)


def test_a_record_has_no_words_of_the_subject(filled: SqliteStore) -> None:
    prune(filled)
    told = json.dumps(
        filled._driver.execute("SELECT * FROM closing").fetchall(), ensure_ascii=False
    )
    assert MARKER not in told
    assert "03A" not in told


def test_an_erasure_finds_what_was_let_go(filled: SqliteStore) -> None:
    before = concerned(filled, subjects_of(filled, "customer/1"))
    assert "case/old" in before.subjects
    assert PAPER.hash in before.contents
    prune(filled)
    assert concerned(filled, subjects_of(filled, "customer/1")) == before


def test_pages_are_used_again(store: SqliteStore, hand: Hand, files: StoreFiles) -> None:
    """The file does not grow by what is written into the room of what left."""
    for number in range(150):
        facts = (started(f"03A-{number:04d}W"), case.CaseNoted(text="长" * 2000), done())
        hand.write(f"case/a{number:04d}", *facts)

    def size() -> tuple[int, int]:
        pages, free = (
            store._driver.execute(f"PRAGMA {one}").fetchone()[0]
            for one in ("page_count", "freelist_count")
        )
        return pages, free

    before, _none = size()
    assert len(prune(store)) == 150
    pages, free = size()
    assert pages <= before + 20
    assert free > 100
    hand.now = NOW
    for number in range(40):
        hand.write(f"case/b{number}", started(), case.CaseNoted(text="长" * 2000), done())
    assert size()[0] <= before + 20


def test_scopes_go_by_kind_and_choice() -> None:
    today = date(2027, 1, 22)
    assert scope_of(today, 0, ["all"]) == Scope("2027-01-22", "2026-12-18")
    assert scope_of(today, 0, ["all", "complaint"]).first_day == "2026-01-21"
    assert scope_of(today, 60, ["all", "complaint"]).first_day == "2026-11-23"
    assert scope_of(today, 1, ["all"]).first_day == "2027-01-08"


def test_the_day_on_which_all_was_looked_at_is_kept(store: SqliteStore) -> None:
    assert store.scope_kept() is None
    store.note_scope_kept("2027-01-22")
    assert store.scope_kept() == "2027-01-22"
