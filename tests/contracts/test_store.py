"""What every store promises: the real one in its file, and the one in memory of the tests."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.db.store import SqliteStore
from counter_app.journal.chain import ChainFault, ChainHead, verify_chain
from counter_app.journal.entry import Entry, body_digest, sealed
from counter_app.journal.erasing import erased_form
from counter_app.journal.facts import case, people, upkeep
from counter_app.journal.folds.case import CaseView
from counter_app.services.ports import (
    Beside,
    Content,
    Draft,
    Moved,
    NewFact,
    PrintOrder,
    Store,
)
from tests.fakes.memory_store import MemoryStore
from tests.store.writing import Hand, first_entry, journal_of, new_store, stamp_at, started

Make = Callable[[int], Store]
CONTENT = Content("1" * 64, "text/plain", b"bytes", "case/1")
ORDER = PrintOrder("03A-0338W-R1", "case/1", 1, CONTENT.hash, "p", None, "2026-11-23T01:00:00.000Z")


def memory(terminal: int) -> MemoryStore:
    """A store in memory with its journal opened."""
    made = MemoryStore(journal_of(terminal), random.Random(terminal).randbytes)
    first = first_entry(terminal)
    made.append([NewFact(f"journal/{made.journal_id}", first.opened)], {}, first.stamp)
    return made


@pytest.fixture(params=["sqlite", "memory"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes stores of one kind, by their terminal."""
    files: list[SqliteStore] = []

    def sqlite(terminal: int) -> Store:
        files.append(new_store(tmp_path / str(terminal), terminal))
        return files[-1]

    yield sqlite if request.param == "sqlite" else memory
    for one in files:
        one.close()


@pytest.fixture
def store(make: Make) -> Store:
    """The store of terminal 3."""
    return make(3)


@pytest.fixture
def hand(store: Store) -> Hand:
    """Writes into it."""
    return Hand(store)


def written_elsewhere(make: Make, commits: int = 4) -> list[Entry]:
    """What terminal 4 wrote: commits of two entries on one case, the opening first."""
    other = Hand(make(4))
    for _one in range(commits):
        other.write("case/9", case.CaseNoted(text="a"), case.CaseNoted(text="b"))
    return other.store.entries_after(journal_of(4), 0, 1000)


# --- Writing --------------------------------------------------------------------------------------


def test_a_commit_is_stamped_chained_and_folded(store: Store, hand: Hand) -> None:
    written = hand.write("case/1", started(), case.CaseNoted(text="x"))
    first, second = written.entries
    assert (first.seq, second.seq, first.commit_seq, second.commit_seq) == (2, 3, 3, 3)
    assert (first.turn, second.turn, first.saw, second.saw) == (1, 2, None, first.hash)
    assert (first.actor, first.business_date) == ("staff/80231", "2026-11-23")
    assert written.subjects == ("case/1",)
    view = store.view("case/1")
    assert isinstance(view, CaseView)
    assert (view.heads, view.turn, view.notes) == ((second.hash,), 2, ("x",))
    assert store.heads() == {store.journal_id: ChainHead(3, second.hash)}
    entries = store.entries_after(store.journal_id, 0, 100)
    assert not [one for one in verify_chain(entries) if isinstance(one, ChainFault)]


def test_a_decision_on_an_old_view_writes_nothing(store: Store, hand: Hand) -> None:
    old = store.view("case/1").heads
    hand.write("case/1", started())
    before = store.heads()
    fact = NewFact("case/1", case.CaseNoted(text="x"))
    other = NewFact("case/2", case.CaseNoted(text="x"))
    answer = store.append(
        [other, fact], {"case/1": old}, stamp_at(hand.now), Beside(case_counter=9)
    )
    assert answer == Moved(("case/1",))
    assert store.heads() == before
    assert store.last_case_counter() == 0
    assert not store.view("case/2").exists


def test_a_subject_not_named_was_decided_on_as_empty(store: Store, hand: Hand) -> None:
    hand.write("case/1", started())
    fact = NewFact("case/1", case.CaseNoted(text="x"))
    assert store.append([fact], {}, stamp_at(hand.now)) == Moved(("case/1",))


@pytest.mark.parametrize("count", [0, 101])
def test_a_commit_has_a_size(store: Store, hand: Hand, count: int) -> None:
    facts = [NewFact("case/1", case.CaseNoted(text="x"))] * count
    with pytest.raises(ValueError, match="1 to 100"):
        store.append(facts, {}, stamp_at(hand.now))


def test_one_commit_may_be_about_several_subjects(store: Store, hand: Hand) -> None:
    facts = [
        NewFact("case/1", started()),
        NewFact("case/2", started()),
        NewFact("case/1", case.CaseNoted(text="x")),
    ]
    written = hand.write_all(facts)
    assert written.subjects == ("case/1", "case/2")
    assert [entry.turn for entry in written.entries] == [1, 1, 2]


# --- Beside ---------------------------------------------------------------------------------------


def test_what_is_beside_goes_with_the_facts(store: Store, hand: Hand) -> None:
    store.save_draft(Draft("k", "80231", "half", "t"))
    beside = Beside("k", (CONTENT,), (ORDER,), 7)
    hand.write("case/1", started(), beside=beside)
    assert store.draft("k") is None
    assert store.content(CONTENT.hash) == CONTENT
    assert store.last_case_counter() == 7


def test_what_is_beside_is_all_written_or_nothing(store: Store, hand: Hand) -> None:
    hand.write("case/1", started(), beside=Beside(orders=(ORDER,)))
    store.save_draft(Draft("k", "80231", "half", "t"))
    heads = store.heads()
    view = store.view("case/1")
    with pytest.raises(Exception, match=r"UNIQUE|ordered before"):
        hand.write("case/1", case.CaseNoted(text="x"), beside=Beside("k", (CONTENT,), (ORDER,), 9))
    assert store.heads() == heads
    assert store.view("case/1") == view
    assert store.draft("k") is not None
    assert store.content(CONTENT.hash) is None
    assert store.last_case_counter() == 0
    assert (
        hand.write("case/1", case.CaseNoted(text="y")).entries[0].seq
        == heads[store.journal_id].seq + 1
    )


def test_the_same_content_is_kept_once(store: Store, hand: Hand) -> None:
    for _twice in range(2):
        hand.write("case/1", case.CaseNoted(text="x"), beside=Beside(contents=(CONTENT,)))
    assert store.content(CONTENT.hash) == CONTENT
    assert store.content("2" * 64) is None


def test_a_draft_replaces_the_one_of_its_key(store: Store) -> None:
    store.save_draft(Draft("k", "80231", "w", "t1"))
    store.save_draft(Draft("k", "80232", "wa", "t2"))
    store.save_draft(Draft("other", "80231", "x", "t3"))
    assert store.draft("k") == Draft("k", "80232", "wa", "t2")
    store.drop_draft("k")
    store.drop_draft("k")
    assert store.draft("k") is None
    assert store.draft("other") is not None


# --- Reading --------------------------------------------------------------------------------------


def test_entries_come_in_whole_commits(store: Store, hand: Hand) -> None:
    for size in (3, 1, 2):
        hand.write("case/1", *[case.CaseNoted(text="x")] * size)
    own = store.journal_id
    assert [len(store.entries_after(own, 0, limit)) for limit in (1, 2, 4, 5, 99)] == [
        1,
        4,
        4,
        5,
        7,
    ]
    assert [one.seq for one in store.entries_after(own, 4, 1)] == [5]
    assert store.entries_after(own, 7, 10) == []
    assert store.entries_after("unknown", 0, 10) == []


def test_subjects_of_a_kind_come_in_order_of_their_beginning(store: Store, hand: Hand) -> None:
    for number in ("2", "1", "10"):
        hand.write(f"staff/{number}", people.StaffRegistered(person="p", name="n", post="p"))
    hand.write("staff/2", people.RoleGranted(role="teller"))
    hand.write("staffing/1", case.CaseNoted(text="another kind"))
    assert store.subjects("staff") == ["staff/2", "staff/1", "staff/10"]
    assert store.subjects("version") == []


def test_the_last_instant_is_my_journals(store: Store, hand: Hand, make: Make) -> None:
    hand.write("case/1", started())
    last = stamp_at(hand.now).occurred_at
    store.accept(written_elsewhere(make))
    assert store.last_instant() == last


# --- Accepting ------------------------------------------------------------------------------------


def test_others_entries_are_taken_as_they_are(store: Store, make: Make) -> None:
    entries = written_elsewhere(make)
    accepted = store.accept(entries)
    assert (accepted.taken, accepted.rejected) == (len(entries), ())
    assert set(accepted.subjects) == {one.subject for one in entries}
    assert store.entries_after(journal_of(4), 0, 1000) == entries
    assert isinstance(store.view("case/9"), CaseView)


def test_an_overlap_is_skipped(store: Store, make: Make) -> None:
    entries = written_elsewhere(make)
    store.accept(entries[:5])
    again = store.accept(entries)
    assert (again.taken, again.rejected) == (len(entries) - 5, ())
    assert store.accept(entries).taken == 0


def test_an_entry_whose_cause_is_not_here_waits_visibly(store: Store, make: Make) -> None:
    ours = written_elsewhere(make, commits=1)
    third = make(5)
    third.accept(ours)
    Hand(third).write("case/9", case.CaseNoted(text="c"))
    theirs = third.entries_after(journal_of(5), 0, 100)
    store.accept(theirs)
    assert store.view("case/9").waiting == 1
    assert not store.view("case/9").exists
    store.accept(ours)
    view = store.view("case/9")
    assert isinstance(view, CaseView)
    assert (view.waiting, view.notes) == (0, ("a", "b", "c"))


def test_a_gap_takes_nothing(store: Store, make: Make) -> None:
    entries = written_elsewhere(make)
    accepted = store.accept(entries[3:])
    assert accepted.taken == 0
    assert {one.why for one in accepted.rejected} == {"gap"}
    assert journal_of(4) not in store.heads()


def test_a_torn_commit_takes_nothing_of_it(store: Store, make: Make) -> None:
    entries = written_elsewhere(make)
    accepted = store.accept(entries[:4])
    assert accepted.taken == 3
    assert [(one.entry.seq, one.why) for one in accepted.rejected] == [(4, "torn")]
    inside = store.accept([entries[3], *entries[5:7]])
    assert [one.why for one in inside.rejected] == ["torn", "gap"]
    assert store.heads()[journal_of(4)].seq == 3


def forged(entry: Entry, **changes: object) -> Entry:
    """The entry changed and sealed anew."""
    return sealed(entry._replace(**changes))  # type: ignore[arg-type]


def test_a_fork_of_what_is_held_is_refused(store: Store, make: Make) -> None:
    entries = written_elsewhere(make)
    store.accept(entries)
    accepted = store.accept([forged(entries[0], actor="staff/80299")])
    assert [one.why for one in accepted.rejected] == ["fork"]
    assert store.entries_after(journal_of(4), 0, 1000) == entries


def test_another_end_of_a_journal_is_a_fork(store: Store, make: Make) -> None:
    entries = written_elsewhere(make)
    store.accept(entries[:3])
    other_end = forged(entries[3], prev="f" * 64, commit_seq=4)
    accepted = store.accept([other_end])
    assert [one.why for one in accepted.rejected] == ["fork"]


def test_more_of_my_own_journal_is_a_fork(store: Store, hand: Hand) -> None:
    (entry,) = hand.write("case/1", started()).entries
    own = forged(entry, seq=entry.seq + 1, prev=entry.hash, commit_seq=entry.seq + 1)
    assert [one.why for one in store.accept([own]).rejected] == ["fork"]
    assert store.accept([entry]).rejected == ()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"actor": "staff/80299"}, "hash"),
        ({"hash": "f" * 64}, "hash"),
        ({"body": "{}"}, "digest"),
        ({"salt": "00" * 16}, "digest"),
        ({"salt": "no hex"}, "digest"),
        ({"body": None}, "state"),
        ({"body_state": "elsewhere"}, "state"),
    ],
)
def test_what_does_not_verify_is_rejected_with_its_whole_commit(
    store: Store, make: Make, changes: dict[str, object], why: str
) -> None:
    entries = written_elsewhere(make)
    entries[2] = entries[2]._replace(**changes)  # type: ignore[arg-type]
    accepted = store.accept(entries)
    assert accepted.taken == 1
    assert accepted.rejected[0].entry == entries[2]
    assert accepted.rejected[0].why == why
    assert store.heads()[journal_of(4)].seq == 1


def without_body(entry: Entry) -> Entry:
    """The envelope alone."""
    return entry._replace(body=None, salt=None, body_state="elsewhere")


def test_a_body_that_was_elsewhere_comes_back_when_its_digest_agrees(
    store: Store, make: Make
) -> None:
    entries = written_elsewhere(make)
    store.accept([*entries[:-1], without_body(entries[-1])])
    assert store.view("case/9").unreadable == ("elsewhere",)
    for wrong, why in (
        (entries[-1]._replace(body="{}"), "digest"),
        (
            entries[-1]._replace(body="{}", digest=body_digest(entries[-1].salt or "", "{}")),
            "hash",
        ),
    ):
        refused = store.accept([*entries[-2:-1], wrong])
        assert [one.why for one in refused.rejected] == [why]
        assert store.view("case/9").unreadable == ("elsewhere",)
    accepted = store.accept(entries[-2:])
    assert (accepted.taken, accepted.subjects) == (0, ("case/9",))
    assert store.view("case/9").unreadable == ()
    assert store.entries_after(journal_of(4), 0, 1000) == entries


# --- What deciding asks ---------------------------------------------------------------------------


def refuse(hand: Hand, ident: str) -> None:
    """A wrong password."""
    hand.write(
        f"signon/{ident}",
        people.SignOnRefused(staff="80231", terminal="03", reason="wrong_password"),
    )


def test_the_last_meeting_with_the_branch_is_kept(store: SqliteStore | MemoryStore) -> None:
    assert store.last_met() is None
    for at in ("2026-11-23T01:00:00.000Z", "2026-11-23T02:00:00.000Z"):
        store.note_met(at)
        assert store.last_met() == at


def test_wrong_passwords_are_counted_since_a_right_one(store: Store, hand: Hand) -> None:
    assert store.wrong_passwords_in_a_row("80231") == 0
    refuse(hand, "1")
    refuse(hand, "2")
    other = people.SignOnRefused(staff="80232", terminal="03", reason="wrong_password")
    hand.write("signon/3", other)
    assert store.wrong_passwords_in_a_row("80231") == 2
    signed = people.SignedOn(staff="80231", terminal="03", window="3", roles=("teller",))
    hand.write("signon/4", signed)
    assert store.wrong_passwords_in_a_row("80231") == 0
    refuse(hand, "5")
    assert store.wrong_passwords_in_a_row("80231") == 1


def test_only_another_person_forgives(store: Store, hand: Hand) -> None:
    refuse(hand, "1")
    hand.write("staff/80231", people.AttemptsForgiven(right_entry="e"))
    assert store.wrong_passwords_in_a_row("80231") == 1
    seen = {"staff/80231": store.view("staff/80231").heads}
    fact = NewFact("staff/80231", people.AttemptsForgiven(right_entry="e"))
    store.append([fact], seen, stamp_at(hand.now, "staff/80201"))
    assert store.wrong_passwords_in_a_row("80231") == 0


def test_acts_and_deeds_are_told_from_the_envelopes(store: Store, hand: Hand, make: Make) -> None:
    assert store.last_deed() is None
    hand.write("staff/80299", people.StaffRegistered(person="p", name="n", post="p"))
    deed = stamp_at(hand.now).occurred_at
    hand.write("lock/1", people.TerminalLocked(terminal="03", cause="idle"))
    store.accept(written_elsewhere(make))
    assert store.last_deed() == deed
    acts = store.acts_of_day("staff/80231", "2026-11-23", "staff")
    assert [(one.kind, one.subject) for one in acts] == [("staff_registered", "staff/80299")]
    assert store.acts_of_day("staff/80231", "2026-11-24", "staff") == []
    assert [one.kind for one in store.acts_about("case/9")] == ["case_noted"] * 8


def test_spells_that_have_not_ended_are_told_by_terminal(store: Store, hand: Hand) -> None:
    for number in range(3):
        hand.write(f"work/{number}", people.WorkStateSet(terminal="03", state="at_core"))
    hand.write("work/1", people.WorkStateEnded())
    hand.write("work/9", people.WorkStateSet(terminal="04", state="at_core"))
    signed = people.SignedOn(staff="80231", terminal="03", window="3", roles=("teller",))
    hand.write("signon/1", signed)
    refuse(hand, "2")
    assert store.open_spells("work", "03") == ["work/2", "work/0"]
    assert store.open_spells("signon", "03") == ["signon/1"]
    assert store.open_spells("lock", "03") == []


def test_both_kinds_write_the_same_bytes(tmp_path: Path) -> None:
    real, fake = new_store(tmp_path / "3"), memory(3)
    entropies = (random.Random(1).randbytes, random.Random(1).randbytes)
    real._entropy, fake.entropy = entropies
    written = [
        Hand(one).write("case/1", started(), case.CaseNoted(text="x")).entries
        for one in (real, fake)
    ]
    real.close()
    assert written[0] == written[1]


# --- Erasing --------------------------------------------------------------------------------------


def erasing(entries: list[Entry], *subjects: str) -> upkeep.BodyErased:
    """An order that names these entries and subjects."""
    return upkeep.BodyErased(
        entries=tuple(one.hash for one in entries),
        subjects=subjects,
        basis="ordered",
        order="1",
        ordered_by="法律合规部",
        right_entry="e" * 64,
    )


def test_what_is_ordered_here_is_gone(store: Store, hand: Hand) -> None:
    store.save_draft(Draft("case/1 80231", "80231", "half", "t"))
    beside = Beside(contents=(CONTENT,), orders=(ORDER,))
    written = hand.write("case/1", started(), case.CaseNoted(text="x"), beside=beside).entries
    hand.write("case/2", started())
    hand.write("erasure/1", erasing(list(written), "case/1"))
    assert store.entries_after(store.journal_id, 1, 2) == [erased_form(one) for one in written]
    assert store.view("case/1").unreadable == ("erased", "erased")
    assert not store.view("case/2").unreadable
    assert store.content(CONTENT.hash) is None
    assert store.draft("case/1 80231") is None
    hand.write("case/3", started(), beside=Beside(contents=(CONTENT,)))
    assert store.content(CONTENT.hash) is None


@pytest.mark.parametrize("way", ["before", "together", "after", "again"])
def test_what_is_ordered_elsewhere_is_gone_whichever_comes_first(make: Make, way: str) -> None:
    entries = written_elsewhere(make, commits=1)
    orderer = Hand(make(5))
    orderer.write("erasure/1", erasing(entries[1:]))
    order = orderer.store.entries_after(journal_of(5), 0, 100)
    store = make(3)
    for batch in {
        "before": [order, entries],
        "together": [[*entries, *order]],
        "after": [entries, order],
        "again": [entries, order, entries],
    }[way]:
        assert store.accept(batch).rejected == ()
    expected = [entries[0], *(erased_form(one) for one in entries[1:])]
    assert store.entries_after(journal_of(4), 0, 100) == expected
    assert store.view("case/9").unreadable == ("erased", "erased")
