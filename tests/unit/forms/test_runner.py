"""The runner step by step: gates, read-back and corrections, what follows."""

import datetime as dt
from dataclasses import replace

import pytest

from counter_app.forms.run_state import (
    STEPS,
    ItemResult,
    Outcome,
    Part,
    ReadBackMark,
    RunState,
    StepId,
)
from counter_app.forms.run_views import RowState
from counter_app.i18n import Text
from tests.unit.forms.cases import (
    PLAIN_LOSS,
    PLAIN_OPENING,
    PLAIN_WITHDRAWAL,
    TODAY,
    adult,
    agent,
    child,
    gone_on,
    led_to,
    parent,
    runner_for,
    shipped_calendar,
    state_of,
    with_all_confirmed,
    with_all_papers,
)


def codes(code: str, state: RunState, step: StepId) -> list[tuple[str, str]]:
    return [(one.where, one.code) for one in runner_for(code).can_leave(state, step)]


def opening() -> RunState:
    return state_of(adult(), **PLAIN_OPENING)


def test_the_steps_are_in_the_order_of_the_counter() -> None:
    assert [step.value for step in STEPS] == [
        "reception",
        "need",
        "documents",
        "details",
        "read_back",
        "core",
        "completion",
    ]


def test_nobody_named_goes_no_further() -> None:
    assert codes("GRKH", state_of(), StepId.RECEPTION) == [("parties", "nobody_named")]


def test_a_person_of_each_part_is_wanted() -> None:
    assert codes("GRKH", state_of(agent()), StepId.RECEPTION) == [("parties", "person_lacking")]
    assert codes("GRKH", state_of(child()), StepId.RECEPTION) == [("parties", "person_lacking")]
    fault = runner_for("GRKH").can_leave(state_of(parent()), StepId.RECEPTION)[0]
    assert dict(fault.params) == {"part": "ward"}


def test_who_may_not_come_this_way_is_told_why() -> None:
    state = state_of(adult(birth_date=dt.date(2015, 1, 1)), **PLAIN_OPENING)
    fault = runner_for("GRKH").can_leave(state, StepId.RECEPTION)[0]
    assert (fault.step, fault.code) == (StepId.RECEPTION, "way_refused")
    assert fault.reason == Text(
        "不满 16 周岁的，由父母等监护人带证件来开",
        "Below 16 the account is opened by a parent or other guardian",
    )


def test_an_unknown_birth_date_stops_at_the_documents_not_before() -> None:
    state = state_of(adult(birth_date=None), **PLAIN_OPENING)
    assert codes("GRKH", state, StepId.NEED) == []
    assert ("way", "way_undecided") in codes("GRKH", state, StepId.DOCUMENTS)


def test_a_later_gate_asks_those_before_it() -> None:
    state = led_to(runner_for("GRKH"), opening(), StepId.CORE)
    emptied = state.with_value("purpose", "")
    assert codes("GRKH", emptied, StepId.CORE) == [
        ("purpose", "required"),
        ("core_serial", "serial_missing"),
    ]


def test_leaving_confirms_normalised_values() -> None:
    runner = runner_for("XJQK")
    state = led_to(
        runner, state_of(adult(), amount="￥3,000", account_last4="４４１７"), StepId.CORE
    )
    assert state.confirmed["amount"] == "3000.00"
    assert state.confirmed["account_last4"] == "4417"
    assert state.confirmed["currency"] == "CNY"


def test_the_serial_may_follow_but_not_be_forgotten() -> None:
    state = led_to(runner_for("GS"), state_of(adult(), **PLAIN_LOSS), StepId.CORE)
    assert codes("GS", state, StepId.CORE) == [("core_serial", "serial_missing")]
    assert codes("GS", state.with_serial("  "), StepId.CORE) == [("core_serial", "serial_missing")]
    assert codes("GS", state.with_serial(None), StepId.CORE) == []


def test_a_case_is_not_completed_while_an_original_is_here() -> None:
    state = led_to(runner_for("GRKH"), opening(), StepId.COMPLETION)
    kept = state.with_result("holder_id", ItemResult(Outcome.COPIED, returned=False))
    assert codes("GRKH", kept, StepId.COMPLETION) == [("holder_id", "original_not_returned")]
    done = gone_on(runner_for("GRKH").leave(state))
    assert done.completed_on == TODAY
    assert runner_for("GRKH").leave(done) == done


def test_a_reached_step_can_be_gone_to_and_another_not() -> None:
    state = led_to(runner_for("GRKH"), opening(), StepId.DETAILS)
    back = state.go_to(StepId.NEED)
    assert (back.step, back.reached) == (StepId.NEED, StepId.DETAILS)
    assert back.go_to(StepId.DETAILS).step is StepId.DETAILS
    assert back.go_to(StepId.CORE) == back


def test_every_row_of_a_standard_case_is_confirmed() -> None:
    runner = runner_for("GRKH")
    state = led_to(runner, opening(), StepId.READ_BACK)
    rows = runner.read_back(state)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert {code for _, code in codes("GRKH", state, StepId.READ_BACK)} == {"row_unseen"}
    assert codes("GRKH", with_all_confirmed(runner, state), StepId.READ_BACK) == []


def test_an_express_case_may_pass_unseen_rows_but_no_wrong_one() -> None:
    runner = runner_for("XJQK")
    state = led_to(runner, state_of(adult(), **PLAIN_WITHDRAWAL), StepId.READ_BACK)
    assert codes("XJQK", state, StepId.READ_BACK) == []
    row = runner.read_back(state)[0]
    wrong = state.with_mark(row.id, ReadBackMark("wrong", row.lines))
    assert codes("XJQK", wrong, StepId.READ_BACK) == [(row.id, "row_wrong")]


def test_a_raised_express_case_passes_no_row() -> None:
    runner = runner_for("XJQK")
    values = {**PLAIN_WITHDRAWAL, "amount": "50000", "profile_current": "yes"}
    state = led_to(runner, state_of(adult(), **values), StepId.READ_BACK)
    assert {code for _, code in codes("XJQK", state, StepId.READ_BACK)} == {"row_unseen"}


def test_a_correction_keeps_the_old_value_and_asks_to_look_again() -> None:
    runner = runner_for("GRKH")
    state = with_all_confirmed(runner, led_to(runner, opening(), StepId.READ_BACK))
    changed = gone_on(runner.correct(state, "purpose", "pension", "14:06", "80231"))
    row = next(one for one in runner.read_back(changed) if one.id == "purpose")
    assert row.state is RowState.CHANGED
    assert [one.zh for one in row.lines] == ["领养老金、社保"]
    assert row.old is not None
    assert [one.zh for one in row.old] == ["领工资"]
    assert row.correction is not None
    assert (row.correction.at, row.correction.by) == ("14:06", "80231")
    assert codes("GRKH", changed, StepId.READ_BACK) == [("purpose", "row_changed")]
    again = with_all_confirmed(runner, changed)
    assert codes("GRKH", again, StepId.READ_BACK) == []
    after = next(one for one in runner.read_back(again) if one.id == "purpose")
    assert (after.state, after.old) == (RowState.ORAL, row.old)


def test_a_correction_that_cannot_be_read_changes_nothing() -> None:
    runner = runner_for("XJQK")
    state = led_to(runner, state_of(adult(), **PLAIN_WITHDRAWAL), StepId.READ_BACK)
    answer = runner.correct(state, "account_last4", "44", "14:06", "80231")
    assert not isinstance(answer, RunState)
    assert [(one.where, one.code) for one in answer] == [("account_last4", "last4_length")]
    unknown = runner.correct(state, "nonsense", "1", "14:06", "80231")
    assert not isinstance(unknown, RunState)


def test_a_corrected_amount_can_ask_for_more_papers() -> None:
    runner = runner_for("XJQK")
    state = led_to(runner, state_of(adult(), **PLAIN_WITHDRAWAL), StepId.READ_BACK)
    changed = gone_on(runner.correct(state, "amount", "60000", "14:06", "80231"))
    assert ("holder_id", "line_not_yet") in codes("XJQK", changed, StepId.READ_BACK)
    assert ("profile_current", "required") in codes("XJQK", changed, StepId.READ_BACK)


def test_a_value_changed_on_going_back_leaves_a_correction() -> None:
    runner = runner_for("XJQK")
    state = led_to(runner, state_of(adult(), **PLAIN_WITHDRAWAL), StepId.DETAILS)
    back = state.go_to(StepId.NEED).with_value("amount", "4000")
    again = gone_on(runner.leave(back, "14:10", "80231"))
    assert again.confirmed["amount"] == "4000.00"
    assert [(one.field, one.old, one.at) for one in again.corrections] == [
        ("amount", "3000.00", "14:10")
    ]


def test_rows_name_the_fields_to_be_mended() -> None:
    runner = runner_for("XJQK")
    rows = {row.id: row.fields for row in runner.read_back(state_of(adult(), **PLAIN_WITHDRAWAL))}
    assert rows == {"holder": (), "account": ("account_last4",), "amount": ("amount",)}


def test_the_amount_is_read_back_in_the_binding_form() -> None:
    rows = runner_for("XJQK").read_back(state_of(adult(), amount="16409.02"))
    amount = next(row for row in rows if row.id == "amount")
    assert [one.zh for one in amount.lines] == ["￥16,409.02", "人民币壹万陆仟肆佰零玖元零贰分"]


def test_a_script_line_without_its_values_is_left_out() -> None:
    runner = runner_for("XJQK")
    bare = runner.script(state_of(adult(), amount="3000"), StepId.READ_BACK)
    full = runner.script(state_of(adult(), **PLAIN_WITHDRAWAL), StepId.READ_BACK)
    assert bare == ()
    assert (
        full[0].text.zh == "跟您核对一下：从 尾号 4417 的账户取 ￥3,000.00，人民币叁仟元整，对吗？"
    )


def test_the_days_are_those_of_this_customer() -> None:
    runner = runner_for("GRKH")
    state = state_of(parent(), child(birth_date=dt.date(2012, 2, 29)), account_class="class_two")
    steps = {step.id: step for step in runner.next_steps(state)}
    assert steps["grows_up"].day == dt.date(2028, 2, 29)
    assert steps["grows_up"].day_words == Text("2028年2月29日（周二）起", "from Tue 29 Feb 2028")
    assert steps["use_it"].day == dt.date(2027, 5, 23)
    assert not shipped_calendar().is_working_day(dt.date(2027, 5, 23))
    days = [step.day for step in runner.next_steps(state)]
    assert days == sorted(days, key=lambda day: (day is None, day or dt.date.max))


def test_a_paper_that_expires_soon_is_a_next_step() -> None:
    runner = runner_for("GRKH")
    soon = state_of(adult(valid_until=dt.date(2027, 1, 31)), **PLAIN_OPENING)
    late = state_of(adult(valid_until=dt.date(2031, 9, 30)), **PLAIN_OPENING)
    assert "renew_id" in [step.id for step in runner.next_steps(soon)]
    assert "renew_id" not in [step.id for step in runner.next_steps(late)]


def test_a_replacement_day_that_is_a_rest_day_moves_later() -> None:
    runner = runner_for("GS")
    state = replace(state_of(adult(), **{**PLAIN_LOSS, "report_kind": "written", "medium": "passbook"}),
                    business_date=dt.date(2026, 11, 21))  # fmt: skip
    step = next(one for one in runner.next_steps(state) if one.id == "reissue")
    assert step.day == dt.date(2026, 11, 30)
    assert step.action.zh == "本人带身份证和回执来补领存折"


def test_the_papers_differ_with_the_case() -> None:
    runner = runner_for("GS")
    oral = runner.closing(state_of(adult(), **PLAIN_LOSS))
    written = runner.closing(state_of(adult(), **{**PLAIN_LOSS, "report_kind": "written"}))
    assert [paper.kind for paper in oral.papers] == ["R", "N", "M"]
    assert [paper.kind for paper in written.papers] == ["R", "N", "M", "V"]
    assert [paper.seal for paper in written.papers] == [True, False, True, False]
    assert oral.papers[0].verdict == Text("口头挂失已受理", "Oral loss report accepted")
    assert oral.fee is not None


def test_a_companion_changes_what_is_minded() -> None:
    runner = runner_for("GS")
    alone = state_of(adult(), **PLAIN_LOSS)
    two = state_of(adult(), replace(agent(), part=Part.COMPANION), **PLAIN_LOSS)
    minded = [line.text.zh for line in runner.script(two, StepId.DETAILS) if line.kind == "watch"]
    assert any("陪同" in words for words in minded)
    assert not any("陪同" in line.text.zh for line in runner.script(alone, StepId.DETAILS))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("code", ["GRKH", "GS", "XJQK"])
def test_everything_can_be_asked_of_a_case_with_nothing_in_it(code: str, step: StepId) -> None:
    runner, state = runner_for(code), state_of()
    assert codes(code, state, step)[0] == ("parties", "nobody_named")
    assert all("{" not in line.text.zh for line in runner.script(state, step))
    assert all(line.why.zh for line in runner.fields(state, step))
    assert runner.way(state) is None
    assert runner.next_steps(state)
    assert runner.closing(state).papers
    assert runner.difference(state, dt.date.max) == ()
    assert runner.holds_until(state, dt.date.max) is None


def test_a_visit_that_goes_well_never_asks_twice() -> None:
    runner = runner_for("GRKH")
    state = led_to(runner, opening(), StepId.DETAILS)
    assert runner.missing(with_all_papers(runner, state)) == ()
    assert state.corrections == ()
