"""Whose a case is: asked for, given, taken over, and worked on at two windows apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.db.queries import SqliteReader, open_reader
from counter_app.db.store import StoreFiles
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.facts.case import CaseNoted
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.owning import HandOverView
from counter_app.services import handling, overriding, owning, parking
from counter_app.services.branch_ports import Claims
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OpenCase, OverrideNeeded
from counter_app.services.runs import Place
from tests.unit.services.served import begun
from tests.unit.services.standing import KEY, Standing, code_of
from tests.unit.services.test_from_code import Branch


class TwoWindows(Branch):
    """Two windows that have each other's content, and the lists of both."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder
        self._open: list[SqliteReader] = []

    def exchange(self) -> None:
        super().exchange()
        self.share_contents()

    def share_contents(self) -> None:
        """What concerns nobody in person is at both."""
        for one in (self.here, self.there):
            other = self.there if one is self.here else self.here
            shared = other.store.contents.labelled(other.store.contents.shared())
            one.store.contents.take([content for content, _label in shared])

    def lists_here(self) -> SqliteReader:
        return self._lists("three")

    def lists_there(self) -> SqliteReader:
        return self._lists("four")

    def close(self) -> None:
        for reader in self._open:
            reader.close()
        for one in (self.here, self.there):
            one.store.close()

    def _lists(self, name: str) -> SqliteReader:
        self._open.append(open_reader(StoreFiles.in_home(self._folder / name).database, KEY))
        return self._open[-1]


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[TwoWindows]:
    """Windows 3 and 4, two tellers, one supervisor."""
    made = TwoWindows(tmp_path)
    made.here.hire("80201", Role.SUPERVISOR, name="周岚")
    made.exchange()
    yield made
    made.close()


def at(standing: Standing, staff: str, window: str) -> Acting:
    """A person at a window."""
    return replace(standing.acting(staff), window=window)


def case_of(answer: object) -> OpenCase:
    """The case of an answer."""
    assert isinstance(answer, OpenCase), answer
    return answer


def first_step(branch: TwoWindows) -> tuple[OpenCase, Acting, Acting]:
    """A case of window 3's teller, known at window 4."""
    wang, chen = at(branch.here, "80231", "3"), at(branch.there, "80232", "4")
    opened = begun(branch.here, wang, "GS")
    branch.exchange()
    return opened, wang, chen


def approved(branch: TwoWindows, chen: Acting, subject: str) -> OpenCase:
    """Window 4 takes the case over with an approval signed there."""
    needed = parking.resume(branch.there.counter, chen, subject)
    assert isinstance(needed, OverrideNeeded)
    asked = overriding.request(branch.there.counter, chen, subject, needed)
    assert not isinstance(asked, Refusal)
    supervisor = at(branch.there, "80201", "4")
    granted = overriding.grant_here(branch.there.counter, supervisor, asked.subject)
    assert not isinstance(granted, Refusal), granted
    case = handling.case_view(branch.there.counter, subject)
    quoted = overriding.quote_in_case(branch.there.counter, chen, case, asked.subject)
    assert isinstance(quoted, CaseView)
    return case_of(parking.resume(branch.there.counter, chen, subject, override=asked.subject))


def test_a_case_elsewhere_is_read_only_with_who_where_and_since(branch: TwoWindows) -> None:
    opened, _wang, chen = first_step(branch)
    seen = case_of(handling.open_case(branch.there.counter, chen, opened.case.subject))
    assert [(one.name, one.staff, one.window) for one in seen.holders] == [("王敏", "80231", "3")]
    assert seen.holders[0].since == opened.case.first_at
    assert code_of(parking.park(branch.there.counter, chen, seen)) == "held_by_another"


def test_a_take_over_apart_makes_two_hands_that_both_show_and_one_entry_closes(
    branch: TwoWindows,
) -> None:
    opened, wang, chen = first_step(branch)
    subject = opened.case.subject
    approved(branch, chen, subject)
    going_on = handling.take_parties(
        branch.here.counter, wang, opened, opened.case.visits[0], opened.case.parties[:0]
    )
    case_of(going_on)
    branch.exchange()
    for standing, who in ((branch.here, wang), (branch.there, chen)):
        seen = case_of(handling.open_case(standing.counter, who, subject))
        assert sorted(one.window for one in seen.holders) == ["3", "4"]
        assert code_of(parking.park(standing.counter, who, seen)) == "in_two_windows"
    (line,) = branch.lists_there().case_by_number(opened.case.number)
    assert sorted(line.apart) == ["3", "4"]
    assert line.exceptions[0] == "two_minds"
    closed = case_of(parking.resume(branch.here.counter, wang, subject))
    assert closed.holders == ()
    branch.exchange()
    there = case_of(handling.open_case(branch.there.counter, chen, subject))
    assert [one.window for one in there.holders] == ["3"]
    assert not there.case.in_two_minds


def test_what_a_printer_wrote_closes_nothing(branch: TwoWindows) -> None:
    opened, wang, chen = first_step(branch)
    subject = opened.case.subject
    approved(branch, chen, subject)
    case_of(
        handling.take_parties(
            branch.here.counter, wang, opened, opened.case.visits[0], opened.case.parties[:0]
        )
    )
    branch.exchange()
    branch.here.write("staff/80201", (subject, CaseNoted(text="看过")))
    view = handling.case_view(branch.here.counter, subject)
    assert not view.in_two_minds
    assert sorted(one.window for one in view.apart) == ["3", "4"]


def test_a_park_by_who_had_not_seen_the_take_over_puts_nothing_down(branch: TwoWindows) -> None:
    opened, wang, chen = first_step(branch)
    subject = opened.case.subject
    branch.here.clock.go(minutes=30)
    approved(branch, chen, subject)
    case_of(parking.park(branch.here.counter, wang, opened))
    branch.exchange()
    there = case_of(handling.open_case(branch.there.counter, chen, subject))
    assert (there.case.state, there.case.apart, there.holders) == ("open", (), ())


def test_asked_for_is_seen_by_its_owner_and_given_in_one_commit(branch: TwoWindows) -> None:
    opened, wang, chen = first_step(branch)
    subject = opened.case.subject
    asked = owning.ask_hand_over(branch.there.counter, chen, subject)
    assert isinstance(asked, HandOverView)
    branch.exchange()
    lines = branch.lists_here().desk("80231", "03", "2026-11-23").asked
    assert [(one.case, one.staff, one.window) for one in lines.of_mine] == [(subject, "80232", "4")]
    held = case_of(handling.open_case(branch.here.counter, wang, subject))
    given = parking.give(branch.here.counter, wang, held.at(held.run, Place()), asked.subject)
    assert isinstance(given, OpenCase)
    assert given.case.handed_to == "80232"
    branch.exchange()
    taken = case_of(parking.resume(branch.there.counter, chen, subject))
    assert taken.holders == ()
    assert owning.hand_over_view(branch.there.counter, asked.subject).answer == "given"
    assert branch.lists_here().desk("80231", "03", "2026-11-23").asked.of_mine == ()


def test_a_supervisor_gives_a_dead_pcs_case_to_a_colleague(branch: TwoWindows) -> None:
    opened, wang, chen = first_step(branch)
    subject = opened.case.subject
    boss = at(branch.there, "80201", "4")
    take = owning.take_over
    assert code_of(take(branch.there.counter, chen, subject, "80232", "坏了")) == "not_allowed"
    assert code_of(take(branch.there.counter, boss, subject, "80232", " ")) == "reason_needed"
    assert code_of(take(branch.there.counter, boss, subject, "80201", "坏了")) == "does_not_serve"
    taken = take(branch.there.counter, boss, subject, "80232", "3 号窗电脑坏了")
    assert isinstance(taken, CaseView)
    assert (taken.state, taken.handed_to, taken.waiting_reason) == (
        "handed_over",
        "80232",
        "3 号窗电脑坏了",
    )
    case_of(parking.resume(branch.there.counter, chen, subject))
    branch.exchange()
    back = case_of(handling.open_case(branch.here.counter, wang, subject))
    assert [one.staff for one in back.holders] == ["80232"]


class Shelf:
    """Claims as the branch keeps them."""

    def __init__(self) -> None:
        self.held: dict[str, str] = {}
        self.answers: dict[str, str | None] = {}

    def claim_first(self, keys: Sequence[str], holder: str, request_id: str) -> str | None:
        if request_id not in self.answers:
            free = next((one for one in keys if one not in self.held), None)
            if free is not None:
                self.held[free] = holder
            self.answers[request_id] = free
        return self.answers[request_id]

    def claims(self, keys: Sequence[str]) -> dict[str, str]:
        return {one: self.held[one] for one in keys if one in self.held}


def test_of_two_that_reach_for_one_case_the_first_claim_wins(branch: TwoWindows) -> None:
    opened, wang, _chen = first_step(branch)
    subject = opened.case.subject
    case_of(parking.park(branch.here.counter, wang, opened))
    branch.exchange()
    claims: Claims = Shelf()
    here = owning.wish_for(branch.here.counter, subject, approved=False)
    there = owning.wish_for(branch.there.counter, subject, approved=False)
    assert here.keys == there.keys
    assert owning.claim(claims, there).won
    lost = owning.claim(claims, here)
    assert (lost.won, lost.terminal) == (False, "04")
    again = owning.wish_for(branch.there.counter, subject, approved=False)
    assert again.request_id == there.request_id
    assert owning.claim(claims, again).won
    assert owning.claim(claims, owning.wish_for(branch.here.counter, subject, approved=True)).won


def test_once_the_case_has_changed_hands_another_claim_is_asked(branch: TwoWindows) -> None:
    opened, wang, _chen = first_step(branch)
    subject = opened.case.subject
    case_of(parking.park(branch.here.counter, wang, opened))
    first = owning.wish_for(branch.here.counter, subject, approved=False)
    case_of(parking.resume(branch.here.counter, wang, subject))
    view = handling.case_view(branch.here.counter, subject)
    assert branch.here.store.draft(owning.claim_draft(view)) is None
    second = owning.wish_for(branch.here.counter, subject, approved=False)
    assert (second.keys == first.keys, second.request_id == first.request_id) == (False, False)
