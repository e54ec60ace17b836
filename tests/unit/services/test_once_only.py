"""An approval of ours serves once: going on with a colleague's case, going on against advice."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.forms.run_state import RunState
from counter_app.journal.facts.care import FraudOutcomeSet
from counter_app.journal.facts.case import ApprovalQuoted, CaseResumed, PartyTaken
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.people import OverrideView
from counter_app.services import caring, handling, overriding, paper_forms, parking
from counter_app.services.care_gate import dissuasion_of, dissuasion_view
from counter_app.services.caring import CareAnswer, CareTold
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OpenCase, OverrideNeeded, PaperWish, Stopped
from tests.unit.services.served import AGENT, SELF, begun, served
from tests.unit.services.standing import Standing, code_of, new_standing, offer

TRANSFER: Mapping[str, str] = {
    "account_last4": "1234",
    "payee_kind": "other",
    "payee_name": "刘强",
    "payee_last4": "0926",
    "payee_bank": "same_bank",
    "amount": "60000",
    "purpose": "other",
    "funding": "account",
    "mode": "realtime",
    "agent_relation": "child",
    "agent_phone": "13912348802",
}
ALARMING: Mapping[str, CareAnswer] = {"known": "no", "told_secret": "no", "on_phone": "no"}


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Standing]:
    """Two tellers and a supervisor under the shipped procedures."""
    made = new_standing(tmp_path / "home")
    offer(made)
    for number in ("80231", "80232"):
        made.hire(number, Role.TELLER)
    made.hire("80201", Role.SUPERVISOR)
    yield made
    made.store.close()


def approved(here: Standing, asker: Acting, case: str, needed: object) -> str:
    """The approval asked for, granted by the supervisor and quoted in the case."""
    assert isinstance(needed, OverrideNeeded), needed
    asked = overriding.request(here.counter, asker, case, needed)
    assert isinstance(asked, OverrideView), asked
    granted = overriding.grant_here(here.counter, here.acting("80201"), asked.subject, "已核实")
    assert isinstance(granted, OverrideView), granted
    quoted = overriding.quote_in_case(here.counter, asker, case_view(here, case), asked.subject)
    assert isinstance(quoted, CaseView), quoted
    return asked.subject


def case_view(here: Standing, case: str) -> CaseView:
    view = here.store.view(case)
    assert isinstance(view, CaseView)
    return view


def taken(here: Standing, acting: Acting, case: str) -> str:
    """A colleague's case taken over with an approval of its own."""
    override = approved(here, acting, case, parking.resume(here.counter, acting, case))
    done = parking.resume(here.counter, acting, case, None, override)
    assert isinstance(done, OpenCase), done
    return override


def test_an_approval_to_go_on_serves_once(branch: Standing) -> None:
    first, second = branch.acting("80231"), branch.acting("80232")
    case = begun(branch, first, "GS").case.subject
    override = taken(branch, second, case)
    taken(branch, first, case)
    again = parking.resume(branch.counter, second, case, None, override)
    assert isinstance(again, OverrideNeeded)
    owner = case_view(branch, case).owner.value
    assert owner is not None
    assert owner.staff == "80231"


def test_a_used_approval_to_go_on_takes_nothing_over_and_is_a_fault(branch: Standing) -> None:
    """As a program might write it that judges less."""
    first, second = branch.acting("80231"), branch.acting("80232")
    case = begun(branch, first, "GS").case.subject
    override = taken(branch, second, case)
    taken(branch, first, case)
    visit = case_view(branch, case).visits[-1]
    forged = CaseResumed(
        visit=visit, terminal="03", window="3", staff=second.staff, override=override
    )
    branch.write(second.actor, (case, forged))
    view = case_view(branch, case)
    assert [one.code for one in view.faults] == ["approval_used_twice"]
    assert view.owner.value is not None
    assert view.owner.value.staff == "80231"


def test_an_approval_quoted_once_more_counts_once(branch: Standing) -> None:
    first, second = branch.acting("80231"), branch.acting("80232")
    case = begun(branch, first, "GS").case.subject
    override = taken(branch, second, case)
    (quoted,) = case_view(branch, case).approvals
    branch.write(second.actor, (case, quoted))
    other = ApprovalQuoted.model_validate({**quoted.model_dump(), "matter": "cancel_completed"})
    branch.write(second.actor, (case, other))
    view = case_view(branch, case)
    assert [(one.override, one.matter) for one in view.approvals] == [(override, "continue_case")]
    assert [one.code for one in view.faults] == ["approval_quoted_twice"]


def at_care(here: Standing, *parties: PartyTaken) -> OpenCase:
    """A transfer to somebody else that the questions have stopped."""
    acting = here.acting("80231")
    opened = begun(here, acting, "ZZHK", *(parties or (SELF,)))
    stopped = served(here, acting, opened, TRANSFER)
    assert isinstance(stopped, Stopped), stopped
    assert {one.code for one in stopped.faults} == {"care_open"}, stopped
    now = handling.open_case(here.counter, acting, opened.case.subject)
    assert isinstance(now, OpenCase)
    return now.at(asked_of(now.run), now.place)


def asked_of(run: RunState) -> RunState:
    for field, raw in TRANSFER.items():
        run = run.with_value(field, raw)
    return run


def with_notice(here: Standing, opened: OpenCase) -> tuple[OpenCase, CareTold]:
    """The notice printed, signed, and the customer's sheet handed over."""
    acting = here.acting("80231")
    printed = paper_forms.print_form(here.counter, acting, opened, "fraud_notice", PaperWish())
    assert isinstance(printed, OpenCase), printed
    sheets = [one.paper for one in printed.case.papers if one.form == "fraud_notice"]
    told = CareTold(ALARMING, "against_advice", paper=sheets[0], signed=True, copy_taken=sheets[1])
    return printed.at(opened.run, opened.place), told


def settled(here: Standing, opened: OpenCase, told: CareTold) -> object:
    return caring.settle(here.counter, here.acting("80231"), opened, opened.run, told)


def test_against_advice_needs_each_part_of_the_signed_notice(branch: Standing) -> None:
    opened, told = with_notice(branch, at_care(branch))
    for wanting in (
        CareTold(ALARMING, "against_advice"),
        CareTold(ALARMING, "against_advice", paper=told.paper, copy_taken=told.copy_taken),
        CareTold(ALARMING, "against_advice", paper=told.paper, signed=True),
    ):
        assert code_of(settled(branch, opened, wanting)) == "signed_notice_needed"
    invented = CareTold(
        ALARMING, "against_advice", paper="03A-0001-F9", signed=True, copy_taken=told.copy_taken
    )
    assert code_of(settled(branch, opened, invented)) == "unknown_paper"
    assert isinstance(settled(branch, opened, told), OverrideNeeded)
    assert dissuasion_view(branch.counter, opened.case.subject).outcome is None


def test_against_advice_is_refused_where_the_rules_do_not_allow_it(branch: Standing) -> None:
    """An agent does not go on against advice with another's money, whatever was signed."""
    holder = SELF.model_copy(update={"present": False})
    opened, told = with_notice(branch, at_care(branch, holder, AGENT))
    refused = settled(branch, opened, told)
    assert refused == Refusal("care_way_not_offered")
    assert dissuasion_view(branch.counter, opened.case.subject).outcome is None


def test_an_approval_against_advice_serves_one_outcome(branch: Standing) -> None:
    teller = branch.acting("80231")
    opened, told = with_notice(branch, at_care(branch))
    case = opened.case.subject
    override = approved(branch, teller, case, settled(branch, opened, told))
    signed = replace(told, override=override)
    quoted = _again(branch, opened)
    assert isinstance(settled(branch, quoted, signed), OpenCase)
    view = dissuasion_view(branch.counter, case)
    assert view.overrides == (override,)
    assert view.copies_taken == (told.copy_taken,)
    branch.write(
        teller.actor, (dissuasion_of(case), FraudOutcomeSet(outcome="family", dissuaded=True))
    )
    assert isinstance(settled(branch, _again(branch, quoted), signed), OverrideNeeded)


def test_a_used_approval_against_advice_is_a_fault(branch: Standing) -> None:
    went_on = FraudOutcomeSet(
        outcome="against_advice", dissuaded=False, override="override/1", second_signature=True
    )
    family = FraudOutcomeSet(outcome="family", dissuaded=True)
    for one in (went_on, family, went_on):
        branch.write("staff/80231", ("dissuasion/1", one))
    view = dissuasion_view(branch.counter, "case/1")
    assert view.outcome == family
    assert [one.code for one in view.faults] == ["approval_used_twice"]


def _again(here: Standing, opened: OpenCase) -> OpenCase:
    fresh = handling.open_case(here.counter, here.acting("80231"), opened.case.subject)
    assert isinstance(fresh, OpenCase)
    return fresh.at(opened.run, opened.place)
