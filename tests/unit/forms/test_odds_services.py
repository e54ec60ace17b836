"""Cards, notes, dormant and restricted accounts, debits, credit, loans, pension: decisive rules."""

import datetime as dt
from dataclasses import replace

import pytest

from counter_app.forms.run_state import ItemResult, Outcome, Part, Party, RunState, StepId
from counter_app.forms.run_views import Standing
from tests.unit.forms.case_questions import beside, everything_said, line, needed, steps, way
from tests.unit.forms.cases import (
    TODAY,
    adult,
    agent,
    child,
    gone_on,
    led_to,
    parent,
    runner_for,
    state_of,
    with_all_confirmed,
)

PLAIN = {
    "TKLQ": {"account_last4": "4417", "machine": "0731"},
    "LCDH": {"amount": "300"},
    "CSB": {"face_value": "100", "paid": "100"},
    "JBSJ": {
        "pieces": "1",
        "face_value": "100",
        "note_numbers": "AB12345678",
        "certificate_number": "JB20261123001",
        "second_staff": "王建国",
    },
    "JXJH": {"account_last4": "4417", "holder_phone": "13812345678"},
    "ZHJX": {
        "limited_by": "our_review",
        "account_last4": "4417",
        "decision": "lifted",
        "holder_phone": "13812345678",
    },
    "ZDKK": {
        "account_last4": "4417",
        "biller": "城东供电公司",
        "user_number": "3300112",
        "ceiling": "300",
        "until": "2027-11-23",
    },
    "ZXCX": {},
    "JQZM": {"loan_last4": "8806"},
    "GRYLJ": {"account_last4": "4417"},
    "SBKJH": {"account_last4": "4417", "holder_phone": "13812345678"},
}
CODES = tuple(PLAIN)
EXPRESS = ("TKLQ", "LCDH", "CSB")
AGENT = (adult(present=False), agent())
GUARDIAN = (parent(), child())
COMPANION = adult(ref="p9", part=Part.COMPANION, name="王强")


def plain(code: str, *parties: Party, **changed: str) -> RunState:
    """The plain case of a service, with these persons (default: an adult alone) and answers."""
    return state_of(*(parties or (adult(),)), **{**PLAIN[code], **changed})


def papers(code: str, state: RunState) -> set[str]:
    return {one.kind for one in runner_for(code).closing(state).papers}


@pytest.mark.parametrize("code", CODES)
def test_a_plain_case_runs_to_its_end_and_says_nothing_unfilled(code: str) -> None:
    runner = runner_for(code)
    done = gone_on(runner.leave(led_to(runner, plain(code), StepId.COMPLETION)))
    assert done.completed_on == TODAY
    said = everything_said(runner, done)
    assert not [text for text in said if "＿" in text or "{" in text]
    assert runner.script(done, StepId.COMPLETION)
    assert 2 <= len(beside(code, done).knowledge) <= 4


@pytest.mark.parametrize("code", EXPRESS)
def test_an_express_case_is_small(code: str) -> None:
    state = plain(code)
    assert beside(code, state).weight == "express"
    assert beside(code, state).care is None
    assert len(needed(code, state)) <= 2
    assert len(runner_for(code).read_back(state)) <= 3
    assert papers(code, state) == {"M"}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("parties", [(adult(),), AGENT, GUARDIAN])
def test_no_step_asks_more_than_a_page_holds(code: str, parties: tuple[Party, ...]) -> None:
    for matter in ("sign", "objection", "early", "replace", "wait"):
        state = plain(code, *parties, matter=matter, limited_by="listed", finding="special")
        for step in (StepId.NEED, StepId.DETAILS):
            assert len(runner_for(code).fields(state, step)) <= 7


@pytest.mark.parametrize(
    ("code", "values", "allowed"),
    [
        ("TKLQ", {"card_of": "own_bank"}, True),
        ("TKLQ", {"card_of": "other_bank"}, False),
        ("LCDH", {}, True),
        ("JXJH", {"agent_relation": "child"}, True),
        ("JXJH", {"agent_relation": "other"}, False),
        ("ZHJX", {}, False),
        ("ZDKK", {}, False),
        ("ZXCX", {}, True),
        ("JQZM", {"matter": "repay"}, True),
        ("GRYLJ", {}, False),
        ("SBKJH", {"matter": "replace"}, True),
        ("SBKJH", {"matter": "activate"}, False),
    ],
)
def test_when_an_agent_may_come(code: str, values: dict[str, str], allowed: bool) -> None:
    found = way(code, plain(code, *AGENT, **values))
    assert found.allowed is allowed
    assert found.why is not None


@pytest.mark.parametrize(
    ("code", "state", "lines_needed"),
    [
        ("LCDH", plain("LCDH", amount="49999"), set()),
        ("LCDH", plain("LCDH", amount="50000"), {"holder_id"}),
        ("JBSJ", plain("JBSJ"), {"counterfeit"}),
        ("ZHJX", plain("ZHJX", limited_by="unused"), {"holder_id", "medium"}),
        ("ZXCX", plain("ZXCX", *AGENT), {"holder_id", "agent_id", "authority", "application"}),
        ("JQZM", plain("JQZM", *AGENT, matter="repay", amount="900", paid_in="cash"), set()),
        (
            "JQZM",
            plain("JQZM", matter="repay", amount="50000", paid_in="cash"),
            {"holder_id"},
        ),
        (
            "GRYLJ",
            plain("GRYLJ", found="no"),
            {"holder_id", "phone_in_hand", "insured", "tax_statement"},
        ),
        ("GRYLJ", plain("GRYLJ", matter="draw", reason="medical"), {"holder_id", "ground"}),
        ("GRYLJ", plain("GRYLJ", matter="draw"), {"holder_id"}),
        ("SBKJH", plain("SBKJH", *GUARDIAN), {"holder_id", "card", "guardian_id", "guardianship"}),
    ],
)
def test_what_is_needed(code: str, state: RunState, lines_needed: set[str]) -> None:
    assert needed(code, state) == lines_needed


@pytest.mark.parametrize(
    ("code", "values", "day", "name", "due"),
    [
        ("TKLQ", {"matter": "wait"}, TODAY, "collect_own", dt.date(2026, 11, 26)),
        (
            "TKLQ",
            {"matter": "wait", "card_of": "other_bank"},
            dt.date(2026, 9, 30),
            "collect_other",
            dt.date(2026, 10, 13),
        ),
        ("CSB", {"finding": "disputed"}, TODAY, "ruling", dt.date(2026, 11, 30)),
        ("JBSJ", {}, dt.date(2026, 11, 27), "appraisal", dt.date(2026, 12, 2)),
        ("JBSJ", {}, TODAY, "review", dt.date(2027, 1, 22)),
        ("JXJH", {}, dt.date(2026, 8, 31), "use_it", dt.date(2027, 2, 28)),
        ("ZHJX", {"decision": "later"}, TODAY, "answer", dt.date(2026, 12, 8)),
        ("ZXCX", {"matter": "objection"}, TODAY, "answer", dt.date(2026, 12, 13)),
        ("ZDKK", {"until": "2027-01-31"}, TODAY, "ends", dt.date(2027, 1, 31)),
        ("JQZM", {"secured": "yes"}, TODAY, "release", dt.date(2026, 12, 7)),
    ],
)
def test_what_comes_after_and_when(
    code: str, values: dict[str, str], day: dt.date, name: str, due: dt.date
) -> None:
    state = replace(plain(code, **values), business_date=day)
    assert steps(code, state)[name].day == due


@pytest.mark.parametrize(
    ("values", "told"),
    [({"pieces": "4"}, False), ({"pieces": "5"}, True), ({"clue": "yes"}, True)],
)
def test_the_police_are_told_of_many_counterfeits_or_a_clue(
    values: dict[str, str], told: bool
) -> None:
    assert ("police" in steps("JBSJ", plain("JBSJ", **values))) is told


def test_a_listed_card_is_not_handed_out() -> None:
    seen = ItemResult(Outcome.SEEN)
    held = plain("TKLQ", captured_for="stop_list").with_result("captured_card", seen)
    free = plain("TKLQ").with_result("captured_card", seen)
    assert line("TKLQ", held, "captured_card").standing is Standing.NOT_ACCEPTED
    assert line("TKLQ", free, "captured_card").standing is Standing.IN_HAND


def test_what_an_authority_set_is_not_lifted_here() -> None:
    ours, theirs = plain("ZHJX"), plain("ZHJX", limited_by="authority_order")
    for state, offered in ((ours, ["lifted", "partly", "later"]), (theirs, ["not_ours"])):
        fields = runner_for("ZHJX").fields(state, StepId.DETAILS)
        decision = next(one for one in fields if one.id == "decision")
        assert [one.id for one in decision.options] == offered


def test_basic_needs_are_served_the_same_day() -> None:
    state = plain("ZHJX", basic_need="yes", decision="later")
    assert steps("ZHJX", state)["basics"].day == TODAY


@pytest.mark.parametrize(
    ("code", "parties", "values", "cared"),
    [
        ("TKLQ", (adult(),), {"stranger": "yes"}, True),
        ("JXJH", (adult(),), {}, False),
        ("JXJH", (adult(),), {"wish": "keep_all"}, True),
        ("ZHJX", (adult(),), {"limited_by": "unused"}, False),
        ("ZHJX", (adult(),), {}, True),
        ("ZDKK", (adult(),), {}, False),
        ("ZDKK", (adult(),), {"biller_kind": "member_fee"}, True),
        ("ZDKK", (adult(),), {"biller_kind": "member_fee", "matter": "cancel"}, False),
        ("JQZM", (adult(), COMPANION), {"matter": "early", "amount": "9000"}, True),
        ("SBKJH", (adult(), COMPANION), {}, True),
    ],
)
def test_care_is_taken_where_control_or_money_may_go(
    code: str, parties: tuple[Party, ...], values: dict[str, str], cared: bool
) -> None:
    assert (beside(code, plain(code, *parties, **values)).care is not None) is cared


@pytest.mark.parametrize(("amount", "faults"), [("12000", []), ("12001", ["too_large"])])
def test_a_pension_has_its_yearly_limit(amount: str, faults: list[str]) -> None:
    state = plain("GRYLJ", matter="pay_in", amount=amount)
    found = runner_for("GRYLJ").check_fields(state, StepId.DETAILS).faults
    assert [one.code for one in found] == faults


def test_who_already_draws_a_pension_pays_no_more_in_but_may_draw() -> None:
    assert way("GRYLJ", plain("GRYLJ", drawing="yes")).allowed is False
    assert way("GRYLJ", plain("GRYLJ", matter="draw")).allowed is True


@pytest.mark.parametrize(
    ("times", "fee"), [("free_time", "免收"), ("paid_time", "每次 10 元，先付再打")]
)
def test_two_reports_a_year_are_free(times: str, fee: str) -> None:
    found = runner_for("ZXCX").closing(plain("ZXCX", times=times)).fee
    assert found is not None
    assert found.zh == fee


def test_what_was_paid_this_year_counts_towards_the_yearly_limit() -> None:
    runner = runner_for("GRYLJ")
    within = plain("GRYLJ", matter="pay_in", amount="2000", paid_before="10000")
    over = plain("GRYLJ", matter="pay_in", amount="2000.01", paid_before="10000")
    for state, stopped in ((within, False), (over, True)):
        at = with_all_confirmed(runner, led_to(runner, state, StepId.READ_BACK))
        assert isinstance(runner.leave(at), tuple) is stopped
    sums = [one.sum for one in runner.fields(over, StepId.DETAILS) if one.sum is not None]
    assert [(one.total.zh, one.above) for one in sums if one.total] == [("￥12,000.01", True)]


def test_the_steps_that_follow_have_their_days() -> None:
    def day(code: str, step: str, **values: str) -> dt.date | None:
        return steps(code, plain(code, **values))[step].day

    assert day("JQZM", "letter", ready="later") == dt.date(2026, 11, 30)
    assert day("JQZM", "credit") == dt.date(2026, 12, 23)
    early = {"matter": "early", "amount": "9000", "next_debit": "2026-12-10"}
    assert day("JQZM", "first_debit", **early) == dt.date(2026, 12, 10)
    assert day("GRYLJ", "moved", matter="move", other_bank="别家银行") == dt.date(2026, 11, 24)
    lost = {"matter": "replace", "cause": "lost"}
    assert day("SBKJH", "stop_social", **lost) == dt.date(2026, 11, 30)
    assert "tell_payer" not in steps("SBKJH", plain("SBKJH", **lost, benefit_paid="yes"))
    renumbered = plain("SBKJH", **lost, benefit_paid="yes", number_kept="new")
    assert "tell_payer" in steps("SBKJH", renumbered)
    assert "tax_statement" in needed("SBKJH", renumbered)


def test_what_is_overdue_is_paid_before_anything_early() -> None:
    early = plain("JQZM", matter="early", amount="9000", next_debit="2026-12-10")
    seen = ItemResult(Outcome.SEEN)
    kept = early.with_value("overdue", "yes").with_result("early_request", seen)
    assert line("JQZM", kept, "early_request").standing is Standing.NOT_ACCEPTED
    fine = early.with_result("early_request", seen)
    assert line("JQZM", fine, "early_request").standing is Standing.IN_HAND
