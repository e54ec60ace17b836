"""Two windows of one real branch: a case begun at one goes on at the other, also without the branch.

The stores are real, the branch is PostgreSQL; use cases run as at the counter.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.db.branch.shelf import PostgresBranch, PostgresOffice
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.folds.people import OverrideView
from counter_app.services import handling, overriding, owning, parking, silent_help
from counter_app.services.handling_results import OverrideNeeded
from counter_app.services.read_models import Sight
from tests.fakes.signing import exchange
from tests.unit.services.served import begun
from tests.unit.services.test_owning import TwoWindows, at, case_of

Admit = Callable[..., PostgresBranch]
EVERYTHING = ("all", "restricted")


class OnOneBranch(TwoWindows):
    """Windows 3 and 4, each with its own line to the branch; `away` cuts both."""

    def __init__(self, folder: Path, three: PostgresBranch, four: PostgresBranch) -> None:
        self.lines = (three, four)
        self.away = False
        super().__init__(folder)

    def exchange(self) -> None:
        if self.away:
            return
        for _round in range(2):
            for one, line in zip((self.here, self.there), self.lines, strict=True):
                assert exchange(one.store, line).rejected == ()
        self.share_contents()


@pytest.fixture
def branch(tmp_path: Path, admitted: Admit) -> Iterator[OnOneBranch]:
    made = OnOneBranch(tmp_path, admitted(3, EVERYTHING), admitted(4, EVERYTHING))
    made.here.hire("80201", Role.SUPERVISOR, name="周岚")
    made.exchange()
    yield made
    made.close()


def office_of(line: PostgresBranch) -> PostgresOffice:
    """The claims over the same line."""
    return PostgresOffice(line._line)


def test_a_parked_case_goes_on_at_another_window_by_its_number(branch: OnOneBranch) -> None:
    wang, chen = at(branch.here, "80231", "3"), at(branch.there, "80232", "4")
    opened = begun(branch.here, wang, "GS")
    given = owning.take_over(
        branch.here.counter, at(branch.here, "80201", "3"), opened.case.subject, "80232", "换窗"
    )
    assert not isinstance(given, Refusal)
    branch.exchange()
    (line,) = branch.lists_there().case_by_number(opened.case.number)
    assert line.state == "handed_over"
    on = case_of(parking.resume(branch.there.counter, chen, line.subject))
    assert (on.case.number, on.holders) == (opened.case.number, ())
    branch.exchange()
    back = case_of(handling.open_case(branch.here.counter, wang, line.subject))
    assert [(one.name, one.window) for one in back.holders] == [("陈亮", "4")]


def test_of_two_windows_that_reach_for_one_case_the_branch_lets_one(branch: OnOneBranch) -> None:
    wang = at(branch.here, "80231", "3")
    opened = begun(branch.here, wang, "GS")
    case_of(parking.park(branch.here.counter, wang, opened))
    branch.exchange()
    subject = opened.case.subject
    three = owning.wish_for(branch.here.counter, subject, approved=False)
    four = owning.wish_for(branch.there.counter, subject, approved=False)
    assert owning.claim(office_of(branch.lines[1]), four).won
    lost = owning.claim(office_of(branch.lines[0]), three)
    assert (lost.won, lost.terminal) == (False, "04")
    assert owning.claim(office_of(branch.lines[1]), four).won
    assert not owning.claim(office_of(branch.lines[0]), three).won


def test_cut_off_both_go_on_and_both_see_it_when_the_branch_is_back(branch: OnOneBranch) -> None:
    wang, chen = at(branch.here, "80231", "3"), at(branch.there, "80232", "4")
    opened = begun(branch.here, wang, "GS")
    branch.exchange()
    subject, visit = opened.case.subject, opened.case.visits[0]
    branch.away = True
    boss = at(branch.there, "80201", "4")
    owning.take_over(branch.there.counter, boss, subject, "80232", "3 号窗断了")
    case_of(parking.resume(branch.there.counter, chen, subject))
    case_of(handling.take_parties(branch.here.counter, wang, opened, visit, ()))
    branch.away = False
    branch.exchange()
    for standing, who in ((branch.here, wang), (branch.there, chen)):
        seen = case_of(handling.open_case(standing.counter, who, subject))
        assert sorted(one.window for one in seen.holders) == ["3", "4"]
    case_of(parking.resume(branch.there.counter, chen, subject))
    branch.exchange()
    here = case_of(handling.open_case(branch.here.counter, wang, subject))
    assert [one.window for one in here.holders] == ["4"]


def test_an_approval_is_asked_at_one_window_and_given_at_another(branch: OnOneBranch) -> None:
    wang = at(branch.here, "80231", "3")
    opened = begun(branch.here, wang, "GS")
    needed = OverrideNeeded("cancel_completed", None, (opened.case.number, "客户改主意"))
    asked = overriding.request(branch.here.counter, wang, opened.case.subject, needed)
    assert isinstance(asked, OverrideView)
    branch.exchange()
    (line,) = branch.lists_there().approvals_waiting()
    assert line.number == opened.case.number
    boss = at(branch.there, "80201", "4")
    granted = overriding.grant_here(branch.there.counter, boss, line.subject)
    assert isinstance(granted, OverrideView)
    branch.exchange()
    (mine,) = branch.lists_here().desk("80231", "03", "2026-11-23").approvals
    assert (mine.state, mine.approver) == ("granted", "80201")
    quoted = overriding.quote_in_case(
        branch.here.counter, wang, handling.case_view(branch.here.counter, line.about), line.subject
    )
    assert not isinstance(quoted, Refusal)
    assert branch.lists_here().desk("80231", "03", "2026-11-23").approvals == ()


def test_a_silent_call_reaches_who_may_hold_it(branch: OnOneBranch) -> None:
    wang = at(branch.here, "80231", "3")
    silent_help.call_help(branch.here.counter, wang)
    branch.exchange()
    (call,) = branch.lists_there().help_calls()
    assert (call.staff, call.window) == ("80231", "3")
    assert branch.lists_there().beside_cases("2026-11-23", Sight()).calls == ()
