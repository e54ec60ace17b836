"""The checklist today and on the day the customer will come."""

import datetime as dt
from dataclasses import replace

import pytest

from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.rules import Figure, RuleBook
from counter_app.forms.run_state import ItemResult, Outcome, RunState, StepId
from counter_app.forms.run_views import ChecklistLine, Need, Standing
from tests.unit.forms.cases import (
    PLAIN_OPENING,
    TODAY,
    adult,
    agent,
    child,
    parent,
    runner_for,
    shipped_calendar,
    shipped_catalogue,
    shipped_rules,
    state_of,
    with_all_papers,
)

NEXT_WEEK = dt.date(2026, 12, 2)


def line(
    state: RunState, item: str, on: dt.date | None = None, code: str = "GRKH"
) -> ChecklistLine:
    return next(one for one in runner_for(code).checklist(state, on) if one.id == item)


def seen(state: RunState, item: str, **changes: object) -> RunState:
    result = replace(ItemResult(Outcome.COPIED), **changes)  # type: ignore[arg-type]
    return state.with_result(item, result)


def opening(**changes: object) -> RunState:
    return state_of(adult(**changes), **PLAIN_OPENING)


def test_a_paper_that_expires_meanwhile_is_missing_on_the_day() -> None:
    runner = runner_for("GRKH")
    state = with_all_papers(runner, opening(valid_until=dt.date(2026, 11, 30)))
    assert runner.missing(state) == ()
    assert runner.missing(state, dt.date(2026, 11, 30)) == ()
    found = runner.difference(state, NEXT_WEEK)
    assert [(one.line.id, one.cause, one.since) for one in found] == [
        ("holder_id", "expires", dt.date(2026, 12, 1))
    ]
    assert found[0].line.standing is Standing.EXPIRED
    assert [one.id for one in found[0].line.alternatives] == ["temporary_id"]
    assert runner.holds_until(state, TODAY) == dt.date(2026, 11, 30)


def test_what_is_missing_anyway_is_no_difference() -> None:
    runner = runner_for("GRKH")
    state = opening(valid_until=dt.date(2026, 11, 30))
    assert len(runner.missing(state)) == 4
    assert runner.difference(state, NEXT_WEEK) == ()


def test_a_child_that_turns_sixteen_meanwhile_needs_its_own_card() -> None:
    runner = runner_for("GRKH")
    turning = child(birth_date=dt.date(2010, 12, 1))
    values = {**PLAIN_OPENING, "guardian_relation": "parent"}
    state = with_all_papers(runner, state_of(parent(), turning, **values))
    assert runner.missing(state) == ()
    found = runner.difference(state, NEXT_WEEK)
    assert [(one.line.id, one.cause, one.since) for one in found] == [
        ("ward_id", "age", dt.date(2026, 12, 1))
    ]
    assert found[0].line.refused_because is not None
    assert "满 16 周岁" in found[0].line.refused_because.zh
    then = runner.way(state, NEXT_WEEK)
    assert then is not None
    assert then.allowed is False
    assert then.why is not None
    assert "由本人凭身份证来开" in then.why.zh


def test_a_rule_that_begins_meanwhile_is_named_as_the_cause() -> None:
    booking = shipped_rules().at("cash_booking_cny", TODAY)
    assert booking is not None
    lower = Figure.model_validate(
        {**booking.model_dump(by_alias=True), "value": 100_000, "from": NEXT_WEEK, "scope": "bank"}
    )
    rules = RuleBook((*shipped_rules().figures, lower))
    procedure = shipped_catalogue().open("XJQK", TODAY)
    assert procedure is not None
    runner = ProcedureRunner(procedure, rules, shipped_calendar())
    state = with_all_papers(runner, state_of(adult(), amount="150000"))
    assert runner.difference(state, NEXT_WEEK - dt.timedelta(days=1)) == ()
    found = runner.difference(state, dt.date(2026, 12, 4))
    assert [(one.line.id, one.cause, one.since) for one in found] == [
        ("booking", "rule", NEXT_WEEK)
    ]
    assert runner.holds_until(state, TODAY) == NEXT_WEEK - dt.timedelta(days=1)


def test_what_was_seen_and_given_back_is_brought_again_another_day() -> None:
    state = with_all_papers(runner_for("GRKH"), opening())
    assert line(state, "holder_id", NEXT_WEEK).bring_again
    assert not line(state, "holder_id").bring_again
    assert not line(state, "application", NEXT_WEEK).bring_again


def test_a_paper_is_valid_through_its_last_day() -> None:
    state = seen(opening(valid_until=TODAY), "holder_id")
    assert line(state, "holder_id").standing is Standing.IN_HAND
    state = seen(opening(valid_until=TODAY - dt.timedelta(days=1)), "holder_id")
    assert line(state, "holder_id").standing is Standing.EXPIRED


def test_the_expiry_noted_with_the_paper_stands_before_the_persons() -> None:
    state = seen(opening(), "holder_id", valid_until=dt.date(2026, 11, 1))
    assert line(state, "holder_id").standing is Standing.EXPIRED


def test_an_unknown_expiry_is_asked_and_a_long_term_one_is_not() -> None:
    assert line(seen(opening(valid_until=None), "holder_id"), "holder_id").standing is (
        Standing.NO_EXPIRY
    )
    long_term = seen(opening(valid_until=None, no_expiry=True), "holder_id")
    assert line(long_term, "holder_id").standing is Standing.IN_HAND


def test_a_household_register_has_no_expiry_to_ask_for() -> None:
    values = {**PLAIN_OPENING, "guardian_relation": "parent"}
    state = seen(state_of(parent(), child(), **values), "ward_id")
    assert line(state, "ward_id").standing is Standing.IN_HAND


def test_a_register_does_not_open_an_account_for_who_is_old_enough() -> None:
    state = opening(identity_kind="household_register")
    told = line(state, "holder_id").refused_because
    assert told is not None
    assert told.zh == "满 16 周岁后不能再用户口簿开户，要用居民身份证"
    assert line(seen(state, "holder_id"), "holder_id").standing is Standing.NOT_ACCEPTED


def test_seen_without_the_copy_that_is_asked_is_not_enough() -> None:
    state = seen(opening(), "holder_id", outcome=Outcome.SEEN)
    assert line(state, "holder_id").standing is Standing.NOT_COPIED


def test_an_alternative_must_be_one_of_the_lines_own() -> None:
    chosen = {"outcome": Outcome.ALTERNATIVE, "valid_until": dt.date(2027, 1, 1)}
    good = seen(opening(), "holder_id", alternative="temporary_id", **chosen)
    bad = seen(opening(), "holder_id", alternative="driving_licence", **chosen)
    assert line(good, "holder_id").standing is Standing.IN_HAND
    assert line(bad, "holder_id").standing is Standing.NOT_ACCEPTED


def test_an_alternative_expires_by_itself() -> None:
    state = seen(opening(), "holder_id", outcome=Outcome.ALTERNATIVE, alternative="temporary_id")
    assert line(state, "holder_id").standing is Standing.NO_EXPIRY
    state = seen(
        opening(),
        "holder_id",
        outcome=Outcome.ALTERNATIVE,
        alternative="temporary_id",
        valid_until=dt.date(2026, 11, 25),
    )
    assert line(state, "holder_id").standing is Standing.IN_HAND
    assert line(state, "holder_id", NEXT_WEEK).standing is Standing.EXPIRED


def test_an_alternative_of_another_case_does_not_count() -> None:
    state = state_of(adult(present=False), agent(), amount="500")
    state = state.with_result("medium", ItemResult(Outcome.ALTERNATIVE, alternative="id_lookup"))
    assert line(state, "medium", code="XJQK").standing is Standing.NOT_ACCEPTED


@pytest.mark.parametrize(
    ("outcome", "standing"),
    [(Outcome.MISSING, Standing.MISSING), (Outcome.DEFERRED, Standing.MISSING)],
)
def test_an_identity_paper_cannot_be_put_off(outcome: Outcome, standing: Standing) -> None:
    state = seen(opening(), "holder_id", outcome=outcome)
    assert line(state, "holder_id").standing is standing
    codes = [one.code for one in runner_for("GRKH").can_leave(state, StepId.DOCUMENTS)]
    assert ("line_not_deferrable" in codes) is (outcome is Outcome.DEFERRED)


def test_a_deferred_paper_is_settled_until_its_day_and_then_missing() -> None:
    runner = runner_for("GRKH")
    foreigner = adult(identity_kind="foreign_passport")
    state = state_of(foreigner, **PLAIN_OPENING, tax_residence="china")
    state = with_all_papers(runner, state)
    state = state.with_result("tax_residence_proof", ItemResult(Outcome.DEFERRED))
    due = dt.date(2026, 11, 30)
    assert line(state, "tax_residence_proof").settled
    assert line(state, "tax_residence_proof", due).settled
    assert line(state, "tax_residence_proof", due + dt.timedelta(days=1)).standing is (
        Standing.MISSING
    )
    owed = next(one for one in runner.next_steps(state) if one.id == "owed_tax_residence_proof")
    assert (owed.day, owed.actor, owed.on_receipt) == (due, "customer", True)
    assert runner.can_leave(state, StepId.DOCUMENTS) == ()


def test_a_refusal_is_told_with_its_reason() -> None:
    state = seen(opening(), "holder_id", outcome=Outcome.REFUSED, refusal="unreadable")
    found = line(state, "holder_id")
    assert found.standing is Standing.REFUSED
    assert found.refused_because is not None
    assert found.refused_because.zh == "证件损坏、读不出来，要先换证"


def test_a_line_waits_for_what_decides_it_and_says_so() -> None:
    state = state_of(adult(), currency="CNY")
    found = line(state, "holder_id", code="XJQK")
    assert found.need is Need.UNDECIDED
    assert [one.zh for one in found.unknown] == ["取款金额"]
    faults = runner_for("XJQK").can_leave(state, StepId.DOCUMENTS)
    assert {one.code for one in faults if one.where == "holder_id"} == {"line_undecided"}


def test_reason_and_source_stand_on_every_line() -> None:
    found = line(state_of(adult(), amount="60000"), "holder_id", code="XJQK")
    assert "50,000 元" in found.why.zh
    assert found.source.mark == "S"
    assert "第11号令" in found.source.title.zh
    assert found.condition is not None
    assert "取款金额达到 50,000 元" in found.condition.zh


def test_a_list_can_be_asked_for_without_anybody_named() -> None:
    runner = runner_for("GRKH")
    found = runner.checklist(state_of())
    assert {one.need for one in found if one.id == "application"} == {Need.REQUIRED}
    assert {one.need for one in found if one.id == "holder_id"} == {Need.UNDECIDED}
