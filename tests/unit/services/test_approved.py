"""What was granted at another PC is gone on with at the teller's step, without being asked again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.domain.roles import Role
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.people import OverrideView
from counter_app.services import approved, caring, handling, overriding, parking, reprinting
from counter_app.services.care_gate import dissuasion_view
from counter_app.services.caring import CareTold
from counter_app.services.handling_results import OpenCase, OverrideNeeded
from counter_app.services.reprinting import Reprinted, ReprintWish
from tests.unit.forms.cases import PLAIN_LOSS, PLAIN_WITHDRAWAL
from tests.unit.services.served import SELF, begun, served
from tests.unit.services.standing import Standing, code_of, new_standing, offer
from tests.unit.services.test_once_only import asked_of, at_care, with_notice
from tests.unit.services.test_restricted_leaks import OFFICER, TOLD

TELLER, OTHER, CHIEF = "80231", "80232", "80201"


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Standing]:
    """Two tellers and a supervisor under the shipped procedures."""
    made = new_standing(tmp_path / "home")
    offer(made)
    for number in (TELLER, OTHER):
        made.hire(number, Role.TELLER)
    made.hire(CHIEF, Role.SUPERVISOR, name="周岚")
    yield made
    made.store.close()


def asked(here: Standing, case: str, needed: object) -> str:
    """The teller asks a supervisor elsewhere."""
    assert isinstance(needed, OverrideNeeded), needed
    answer = overriding.request(here.counter, here.acting(TELLER), case, needed)
    assert isinstance(answer, OverrideView), answer
    return answer.subject


def grant(here: Standing, override: str) -> None:
    """The supervisor answers at the own PC: nothing is written in the case."""
    answer = overriding.grant_here(here.counter, here.acting(CHIEF), override, "已核实")
    assert isinstance(answer, OverrideView), answer


def went_on(here: Standing, override: str) -> OpenCase:
    answer = approved.go_on(here.counter, here.acting(TELLER), override)
    assert isinstance(answer, OpenCase), answer
    return answer


def settle(here: Standing, opened: OpenCase, told: CareTold) -> object:
    return caring.settle(here.counter, here.acting(TELLER), opened, opened.run, told)


def insisting(here: Standing) -> tuple[OpenCase, CareTold, str]:
    """The customer insists: the notice is signed, and a supervisor elsewhere is asked."""
    opened, told = with_notice(here, at_care(here))
    return opened, told, asked(here, opened.case.subject, settle(here, opened, told))


def test_against_advice_carries_over_while_somebody_else_was_served(branch: Standing) -> None:
    opened, told, override = insisting(branch)
    teller = branch.acting(TELLER)
    parked = parking.park(branch.counter, teller, opened)
    assert isinstance(parked, OpenCase)
    served(branch, teller, begun(branch, teller, "XJQK", SELF), PLAIN_WITHDRAWAL)
    grant(branch, override)
    again = went_on(branch, override)
    assert (again.case.state, again.held_by) == ("open", None)
    done = settle(branch, again.at(asked_of(again.run), again.place), told)
    assert isinstance(done, OpenCase), done
    outcome = dissuasion_view(branch.counter, opened.case.subject).outcome
    assert outcome is not None
    assert (outcome.override, outcome.second_signature) == (override, True)


def test_what_the_approver_did_not_see_is_asked_anew(branch: Standing) -> None:
    opened, told, override = insisting(branch)
    grant(branch, override)
    again = went_on(branch, override)
    changed = replace(told, answers={**told.answers, "known": "unsure", "on_phone": "yes"})
    answer = settle(branch, again.at(opened.run, opened.place), changed)
    assert isinstance(answer, OverrideNeeded)
    assert dissuasion_view(branch.counter, opened.case.subject).outcome is None


def test_before_it_is_granted_nothing_goes_on(branch: Standing) -> None:
    opened, told, override = insisting(branch)
    answer = approved.go_on(branch.counter, branch.acting(TELLER), override)
    assert code_of(answer) == "not_granted"
    assert isinstance(settle(branch, opened, told), OverrideNeeded)
    grant(branch, override)
    other = approved.go_on(branch.counter, branch.acting(OTHER), override)
    assert code_of(other) == "asked_by_another"
    assert code_of(approved.go_on(branch.counter, branch.acting(TELLER), "override/x")) == (
        "not_asked"
    )


def yesterday(here: Standing) -> tuple[CaseView, str]:
    """A lost card of yesterday with its paper."""
    teller = here.acting(TELLER)
    done = served(here, teller, begun(here, teller, "GS", SELF), PLAIN_LOSS)
    assert isinstance(done, OpenCase), done
    here.clock.go(days=1)
    return done.case, done.case.papers[0].paper


def test_a_late_reprint_is_ordered_once_for_the_reason_that_was_approved(branch: Standing) -> None:
    case, paper = yesterday(branch)
    teller = branch.acting(TELLER)
    wish = ReprintWish(paper, "客户遗失")
    override = asked(branch, case.subject, reprinting.reprint(branch.counter, teller, case, wish))
    grant(branch, override)
    copies = len(case.papers[0].copies)
    printed = went_on(branch, override).case
    issued = printed.paper(paper)
    assert issued is not None
    assert len(issued.copies) == copies + 1
    assert printed.reprint_approvals[override] == (paper, copies + 1)
    assert branch.history(case.subject)[-1].fact.reason == "客户遗失"  # type: ignore[union-attr]
    assert code_of(approved.go_on(branch.counter, teller, override)) == "approval_used"
    assert isinstance(reprinting.reprint(branch.counter, teller, printed, wish), OverrideNeeded)
    assert handling.case_view(branch.counter, case.subject).faults == ()


def test_a_late_reprint_that_was_granted_is_not_asked_for_again_at_the_paper(
    branch: Standing,
) -> None:
    """The teller goes to the case by itself and asks for the copy once more."""
    case, paper = yesterday(branch)
    teller, counter = branch.acting(TELLER), branch.counter
    wish = ReprintWish(paper, "客户遗失")
    override = asked(branch, case.subject, reprinting.reprint(counter, teller, case, wish))
    grant(branch, override)
    quoted = overriding.quote_in_case(counter, teller, case, override)
    assert isinstance(quoted, CaseView)
    done = reprinting.reprint(counter, teller, quoted, wish)
    assert isinstance(done, Reprinted)
    assert override in done.case.reprint_approvals
    assert isinstance(reprinting.reprint(counter, teller, done.case, wish), OverrideNeeded)


def test_on_the_paper_s_own_day_no_approval_is_spent(branch: Standing) -> None:
    case, paper = yesterday(branch)
    branch.clock.go(days=-1, hours=1)
    done = reprinting.reprint(
        branch.counter, branch.acting(TELLER), case, ReprintWish(paper, "皱了")
    )
    assert isinstance(done, Reprinted)
    assert done.case.reprint_approvals == {}


def audiences(here: Standing, subject: str) -> list[str]:
    return [one.audience for one in here.store.entries_of(subject)]


@pytest.mark.parametrize("way", ["grant", "refuse", "withdraw"])
def test_what_an_approver_is_shown_of_restricted_business_is_restricted(
    branch: Standing, way: str
) -> None:
    teller, chief, counter = branch.acting(TELLER), branch.acting(CHIEF), branch.counter
    done = served(branch, teller, begun(branch, teller, "SFYJ", OFFICER), TOLD)
    assert isinstance(done, OpenCase), done
    needed = parking.cancel(counter, teller, done, "写错了")
    override = asked(branch, done.case.subject, needed)
    if way == "grant":
        grant(branch, override)
    elif way == "refuse":
        overriding.refuse_here(counter, chief, override, "先请示")
    else:
        overriding.withdraw(counter, teller, override)
    assert audiences(branch, override) == ["restricted", "all"]


def test_what_is_asked_in_other_business_is_for_all(branch: Standing) -> None:
    _opened, _told, override = insisting(branch)
    grant(branch, override)
    assert audiences(branch, override) == ["all", "all"]
