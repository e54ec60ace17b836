"""Deceased depositors, authorities, foreign exchange, bonds, wealth, home visits: decisive rules."""

import datetime as dt
from dataclasses import replace

import pytest

from counter_app.forms.run_state import ItemResult, Outcome, Party, RunState, StepId
from counter_app.forms.run_views import Fault, Standing, SumView
from tests.unit.forms.case_questions import beside, line, needed, steps, way
from tests.unit.forms.cases import TODAY, adult, gone_on, led_to, runner_for, with_all_confirmed
from tests.unit.forms.special_cases import AGENT, CODES, GUARDIAN, plain, said


@pytest.mark.parametrize("code", CODES)
def test_a_plain_case_runs_to_its_end_and_says_nothing_unfilled(code: str) -> None:
    runner = runner_for(code)
    done = gone_on(runner.leave(led_to(runner, plain(code), StepId.COMPLETION)))
    assert done.completed_on == TODAY
    words = said(code, done)
    words += " ".join(text.zh for row in runner.read_back(done) for text in row.lines)
    assert "＿" not in words
    assert "{" not in words
    assert runner.script(done, StepId.COMPLETION)
    assert 2 <= len(beside(code, done).knowledge) <= 4


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("parties", [(adult(),), AGENT, GUARDIAN])
def test_no_step_asks_more_than_a_page_holds(code: str, parties: tuple[Party, ...]) -> None:
    state = plain(code, *parties, excluded_claimed="yes", several="yes")
    for step in (StepId.NEED, StepId.DETAILS):
        assert len(runner_for(code).fields(state, step)) <= 7


@pytest.mark.parametrize(
    ("values", "allowed"),
    [
        ({}, True),
        ({"relation": "spouse"}, True),
        ({"relation": "parent"}, True),
        ({"relation": "will_named"}, True),
        ({"relation": "other"}, False),
        ({"total_found": "not_yet"}, True),
        ({"total_found": "over"}, False),
        ({"stop_ground": "frozen"}, False),
        ({"stop_ground": "joint"}, False),
        ({"stop_ground": "objection"}, False),
        ({"stop_ground": "two_wills"}, False),
        ({"stop_ground": "abroad"}, False),
    ],
)
@pytest.mark.parametrize("parties", [(adult(),), AGENT])
def test_the_simple_way_is_open_to_the_nearest_alone(
    parties: tuple[Party, ...], values: dict[str, str], allowed: bool
) -> None:
    found = way("YGCKJHTQ", plain("YGCKJHTQ", *parties, **values))
    assert found.allowed is allowed
    assert found.why is not None
    assert "50,000" in found.why.zh


def total(state: RunState) -> SumView:
    lines = runner_for("YGCKJHTQ").fields(state, StepId.DETAILS)
    found = next(one.sum for one in lines if one.id == "counted_total")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("values", "told", "open_"),
    [
        ({"deposits": "0.01"}, "￥0.01", True),
        ({"deposits": "49999.99"}, "￥49,999.99", True),
        ({"deposits": "50000"}, "￥50,000.00", True),
        ({"deposits": "50000.01"}, "￥50,000.01", False),
        ({"deposits": "30000", "bonds_gold": "15000", "wealth": "5000"}, "￥50,000.00", True),
        ({"deposits": "30000", "bonds_gold": "15000", "wealth": "5000.01"}, "￥50,000.01", False),
        (
            {"deposits": "70000", "excluded_claimed": "yes", "excluded": "20000"},
            "￥50,000.00",
            True,
        ),
        (
            {"deposits": "70000", "excluded_claimed": "yes", "excluded": "19999.99"},
            "￥50,000.01",
            False,
        ),
    ],
)
def test_the_total_that_counts_may_reach_the_limit_and_not_pass_it(
    values: dict[str, str], told: str, open_: bool
) -> None:
    runner = runner_for("YGCKJHTQ")
    state = led_to(runner, plain("YGCKJHTQ", **values), StepId.READ_BACK)
    found = total(state)
    assert found.total is not None
    assert (found.total.zh, found.above) == (told, not open_)
    assert found.limit.zh == "￥50,000.00"
    assert state.confirmed["counted_total"] == told.removeprefix("￥").replace(",", "")
    answer = runner.leave(with_all_confirmed(runner, state))
    if open_:
        assert isinstance(answer, RunState)
    else:
        assert isinstance(answer, tuple)
        (fault,) = answer
        assert (fault.step, fault.where, fault.code) == (
            StepId.DETAILS,
            "counted_total",
            "sum_above",
        )
        assert fault.reason is not None
        assert "138" in fault.reason.zh


def test_what_is_left_out_is_told_with_its_reason() -> None:
    state = plain("YGCKJHTQ", excluded_claimed="yes", deposits="30000", excluded="3000")
    found = total(state)
    assert [(one.counts, one.amount.zh if one.amount else None) for one in found.parts] == [
        ("adds", "￥30,000.00"),
        ("adds", None),
        ("adds", None),
        ("taken_off", "￥3,000.00"),
    ]
    assert all((one.why is None) == (one.counts == "adds") for one in found.parts)
    assert found.follows is not None
    assert "简化" in found.follows.zh


def test_a_sum_waits_for_its_parts_and_is_never_typed() -> None:
    runner = runner_for("YGCKJHTQ")
    state = plain("YGCKJHTQ", deposits="", counted_total="1")
    assert (total(state).total, total(state).follows) == (None, None)
    odd = total(plain("YGCKJHTQ", deposits="30000", wealth="x"))
    assert odd.total is None
    faults = {one.where: one.code for one in runner.check_fields(state, StepId.DETAILS).faults}
    assert faults == {"deposits": "required"}
    less = plain("YGCKJHTQ", deposits="100", excluded_claimed="yes", excluded="200")
    below = runner.check_fields(less, StepId.DETAILS).faults
    assert [(one.where, one.code) for one in below] == [("counted_total", "sum_below_nothing")]


def test_above_the_limit_nothing_is_read_back_as_if_it_were_paid() -> None:
    runner = runner_for("YGCKJHTQ")
    over = led_to(runner, plain("YGCKJHTQ", deposits="60000"), StepId.READ_BACK)
    assert "once" not in {row.id for row in runner.read_back(over)}
    said = [line.text.zh for line in runner.script(over, StepId.READ_BACK)]
    assert len(said) == 1
    assert "法院" in said[0]
    within = led_to(runner, plain("YGCKJHTQ"), StepId.READ_BACK)
    assert "once" in {row.id for row in runner.read_back(within)}
    assert not any("超过" in line.text.zh for line in runner.script(within, StepId.READ_BACK))


def test_a_wrong_total_is_corrected_in_its_parts() -> None:
    row = next(r for r in runner_for("YGCKJHTQ").read_back(plain("YGCKJHTQ")) if r.id == "counted")
    assert row.fields == ("deposits", "bonds_gold", "wealth", "excluded")


def test_funeral_money_stands_apart_and_is_proven() -> None:
    state = plain("YGCKJHTQ", excluded_claimed="yes", deposits="70000", excluded="20000")
    assert "excluded_proof" in needed("YGCKJHTQ", state)
    assert "excluded_proof" not in needed("YGCKJHTQ", plain("YGCKJHTQ"))
    rows = {row.id: row for row in runner_for("YGCKJHTQ").read_back(state)}
    assert "20,000" in rows["excluded"].lines[0].zh
    assert "50,000" in rows["counted"].lines[0].zh


@pytest.mark.parametrize(
    ("code", "state", "lines_needed"),
    [
        ("YGCKJHTQ", plain("YGCKJHTQ"), {"holder_id", "death_proof", "kinship", "commitment"}),
        (
            "YGCKJHTQ",
            plain("YGCKJHTQ", relation="will_named"),
            {"holder_id", "death_proof", "will", "commitment"},
        ),
        (
            "YGCKJHTQ",
            plain("YGCKJHTQ", *GUARDIAN),
            {"heir_paper", "death_proof", "kinship", "commitment", "guardian_id", "guardianship"},
        ),
        ("JCGZ", plain("JCGZ"), {"holder_id", "court_paper", "in_effect"}),
        ("JCGZ", plain("JCGZ", route="notary"), {"holder_id", "notarial"}),
        (
            "JCGZ",
            plain("JCGZ", route="administrator", paper_made="abroad"),
            {"holder_id", "administrator_paper", "death_proof", "authenticated"},
        ),
        ("SFYJ", plain("SFYJ"), {"work_papers", "letter"}),
        ("JSH", plain("JSH", direction="sell"), {"holder_id"}),
        ("JSH", plain("JSH"), {"holder_id", "purchase_form"}),
        ("JSH", plain("JSH", quota="over"), {"holder_id", "purchase_form", "true_use"}),
        (
            "JSH",
            plain("JSH", resident="abroad", usd_equivalent="500"),
            {"holder_id", "purchase_form"},
        ),
        (
            "JSH",
            plain("JSH", resident="abroad", usd_equivalent="500.01"),
            {"holder_id", "purchase_form", "true_use"},
        ),
        (
            "JSH",
            plain("JSH", *AGENT, direction="sell", agent_relation="child"),
            {"holder_id", "agent_id", "authority", "kinship"},
        ),
        ("JWHK", plain("JWHK"), {"holder_id", "remit_form"}),
        ("JWHK", plain("JWHK", day_usd="50000.01"), {"holder_id", "remit_form", "true_use"}),
        ("JWHK", plain("JWHK", funds_in="cash", day_usd="10000"), {"holder_id", "remit_form"}),
        (
            "JWHK",
            plain("JWHK", funds_in="cash", day_usd="10000.01"),
            {"holder_id", "remit_form", "true_use", "cash_paper"},
        ),
        ("CXGZ", plain("CXGZ"), {"holder_id", "bond_account", "medium"}),
        (
            "CXGZ",
            plain("CXGZ", matter="early", kind="voucher"),
            {"holder_id", "certificate", "medium"},
        ),
        ("SMFW", plain("SMFW"), {"holder_id"}),
        ("SMFW", plain("SMFW", *AGENT), {"agent_id"}),
    ],
)
def test_what_is_needed(code: str, state: RunState, lines_needed: set[str]) -> None:
    assert needed(code, state) == lines_needed


@pytest.mark.parametrize(
    ("code", "parties", "values", "allowed"),
    [
        ("JCGZ", (adult(),), {"dispute": "objection"}, False),
        ("JCGZ", (adult(),), {"dispute": "limited"}, False),
        ("JCGZ", (adult(),), {"dispute": "settled"}, True),
        ("SFYJ", (adult(),), {}, True),
        ("SFYJ", (adult(),), {"requester": "others"}, False),
        ("JSH", (adult(),), {"purpose": "capital"}, False),
        ("JSH", AGENT, {"agent_relation": "parent"}, True),
        ("JSH", AGENT, {"agent_relation": "relative"}, False),
        ("JSH", AGENT, {"agent_relation": "other", "quota": "over"}, True),
        ("JWHK", (adult(),), {"purpose": "capital"}, False),
        ("CXGZ", AGENT, {"matter": "early"}, True),
        ("CXGZ", AGENT, {"matter": "rename"}, False),
        ("LCGM", (adult(),), {}, True),
        ("LCGM", (adult(),), {"wish": "buy_now"}, False),
        ("LCGM", (adult(birth_date=dt.date(2009, 1, 1)),), {}, False),
        ("LCGM", AGENT, {}, False),
        ("SMFW", AGENT, {}, True),
        ("SMFW", AGENT, {"holder_mind": "varies"}, True),
        ("SMFW", AGENT, {"holder_mind": "not_conscious"}, False),
        ("SMFW", (adult(),), {"matter": "not_offered"}, False),
        ("SMFW", GUARDIAN, {}, False),
    ],
)
def test_who_may_come(
    code: str, parties: tuple[Party, ...], values: dict[str, str], allowed: bool
) -> None:
    found = way(code, plain(code, *parties, **values))
    assert found.allowed is allowed
    assert found.why is not None


@pytest.mark.parametrize(
    ("code", "values", "day", "name", "due"),
    [
        ("YGCKJHTQ", {"payment": "later"}, dt.date(2026, 9, 30), "paid", dt.date(2026, 10, 10)),
        ("JCGZ", {"verified": "pending"}, TODAY, "verify", dt.date(2026, 11, 26)),
        ("JWHK", {}, TODAY, "arrival", dt.date(2026, 11, 30)),
        ("CXGZ", {}, TODAY, "maturity", dt.date(2029, 11, 10)),
        ("LCGM", {}, dt.date(2026, 11, 27), "manager_calls", dt.date(2026, 12, 1)),
        ("SMFW", {}, TODAY, "visit", dt.date(2026, 11, 25)),
        ("SMFW", {}, dt.date(2026, 11, 20), "confirm_call", TODAY),
    ],
)
def test_what_comes_after_and_when(
    code: str, values: dict[str, str], day: dt.date, name: str, due: dt.date
) -> None:
    state = replace(plain(code, **values), business_date=day)
    assert steps(code, state)[name].day == due


def test_what_is_paid_today_leaves_no_promise_behind() -> None:
    for payment, asked in (("account", True), ("cash", False)):
        state = plain("YGCKJHTQ", payment=payment)
        assert "paid" not in steps("YGCKJHTQ", state)
        fields = {one.id for one in runner_for("YGCKJHTQ").fields(state, StepId.DETAILS)}
        assert ("payee_last4" in fields) is asked
        assert "holder_phone" not in fields


@pytest.mark.parametrize("code", ["YGCKJHTQ", "JCGZ"])
@pytest.mark.parametrize("parties", [(adult(),), AGENT, GUARDIAN])
def test_the_bereaved_are_neither_thanked_nor_sold_to(
    code: str, parties: tuple[Party, ...]
) -> None:
    runner = runner_for(code)
    assert runner.procedure.spec.tone == "bereavement"
    words = said(code, plain(code, *parties))
    for word in ("谢", "欢迎", "推荐", "评价", "再来", "thank", "welcome", "recommend", "rate us"):
        assert word not in words, word


@pytest.mark.parametrize("code", ["YGCKJHTQ", "JCGZ"])
def test_no_balance_is_told_or_sent_before_the_papers(code: str) -> None:
    runner = runner_for(code)
    asked = [one.id for one in runner.fields(plain(code), StepId.NEED)]
    assert not {"deposits", "counted_total", "amount"} & set(asked)
    before = [
        one for step in (StepId.RECEPTION, StepId.NEED) for one in runner.script(plain(code), step)
    ]
    assert "80,000" not in "".join(one.text.zh for one in before)


def test_authorities_leave_no_paper_and_no_name_of_whom_they_ask_about() -> None:
    runner = runner_for("SFYJ")
    spec = runner.procedure.spec
    assert spec.restricted
    assert spec.core.serial == "none"
    assert runner.closing(plain("SFYJ")).papers == ()
    assert runner.next_steps(plain("SFYJ")) == ()
    assert [one.id for one in spec.fields] == [
        "requester",
        "matter",
        "authority_name",
        "officers",
        "letter_number",
        "received_by",
    ]


@pytest.mark.parametrize(
    ("parties", "payee", "asked"),
    [
        ((adult(),), "institution", False),
        ((adult(),), "own_family", False),
        ((adult(),), "other", True),
        (AGENT, "other", True),
        (GUARDIAN, "other", False),
    ],
)
def test_money_to_strangers_abroad_is_asked_about(
    parties: tuple[Party, ...], payee: str, asked: bool
) -> None:
    found = beside("JWHK", plain("JWHK", *parties, payee_kind=payee))
    assert (found.care is not None) is asked
    assert ("fraud_notice" in {one.id for one in found.forms}) is asked


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ({"on_sale": "no"}, Standing.NOT_ACCEPTED),
        ({"matter": "early", "near_payment": "yes"}, Standing.NOT_ACCEPTED),
        ({"matter": "early", "kind": "voucher"}, Standing.IN_HAND),
        ({}, Standing.IN_HAND),
    ],
)
def test_bonds_off_sale_or_close_to_payment_are_refused(
    values: dict[str, str], standing: Standing
) -> None:
    state = plain("CXGZ", **values).with_result("holder_id", ItemResult(Outcome.SEEN))
    assert line("CXGZ", state, "holder_id").standing is standing


def test_foreign_cash_from_the_line_is_copied() -> None:
    below = plain("JSH", direction="sell", funds_in="cash", usd_equivalent="9999.99")
    at = plain("JSH", direction="sell", funds_in="cash", usd_equivalent="10000")
    assert not line("JSH", below, "holder_id").copy
    assert line("JSH", at, "holder_id").copy


def test_whoever_wants_to_buy_now_is_stopped_before_the_papers() -> None:
    runner = runner_for("LCGM")
    answer = runner.leave(replace(plain("LCGM", wish="buy_now"), step=StepId.NEED))
    assert isinstance(answer, tuple)
    assert isinstance(answer[0], Fault)
    assert answer[0].code == "way_refused"
