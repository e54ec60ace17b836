"""Deposits, transfers, statements and certificates: who may come, what is needed, when it falls."""

import datetime as dt

import pytest

from counter_app.domain.dates import date_text
from counter_app.forms.run_state import ItemResult, Outcome, Party, RunState, StepId
from counter_app.forms.run_views import Standing
from tests.unit.forms.case_questions import (
    asked,
    beside,
    everything_said,
    line,
    needed,
    on_day,
    steps,
    way,
)
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
    with_all_papers,
)

OLD = dt.date(1950, 1, 1)

PLAIN = {
    "XJCK": {"amount": "3000", "account_last4": "4417"},
    "DEYY": {
        "amount": "20万",
        "collect_on": "2026-11-30",
        "account_last4": "4417",
        "holder_phone": "13812345678",
    },
    "ZZHK": {
        "amount": "800",
        "account_last4": "4417",
        "payee_name": "王建国",
        "payee_last4": "9021",
    },
    "DQKL": {
        "amount": "10000",
        "account_last4": "4417",
        "term": "one",
        "rate": "0.95%",
        "rollover": "none",
    },
    "TQZQ": {
        "kind": "certificate",
        "amount": "10000",
        "due_on": "2027-03-01",
        "interest_less": "78.50",
        "into_last4": "4417",
    },
    "ZHLS": {"account_last4": "4417"},
    "CZHZ": {"account_last4": "4417"},
    "CKZM": {
        "kind": "period",
        "amount": "50000",
        "frozen_until": "2027-01-31",
        "copies": "2",
    },
}
EXPRESS = ("XJCK", "ZZHK", "ZHLS", "CZHZ")
AGENT = (adult(present=False), agent())
GUARDIAN = (parent(), child())


def plain(code: str, *parties: Party, **changed: str) -> RunState:
    """The plain case of a service, with these persons (default: an adult alone) and answers."""
    return state_of(*(parties or (adult(),)), **{**PLAIN[code], **changed})


def papers(code: str, state: RunState) -> list[str]:
    return [one.kind for one in runner_for(code).closing(state).papers]


@pytest.mark.parametrize("code", PLAIN)
def test_a_plain_case_runs_to_its_end_and_says_nothing_unfilled(code: str) -> None:
    runner = runner_for(code)
    done = gone_on(runner.leave(led_to(runner, plain(code), StepId.COMPLETION)))
    assert done.completed_on == TODAY
    said = everything_said(runner, done)
    assert not [text for text in said if "＿" in text or "{" in text]
    assert runner.script(done, StepId.COMPLETION)


@pytest.mark.parametrize("code", EXPRESS)
def test_an_express_case_is_small(code: str) -> None:
    """One line to look at, few rows, no question answered anew, nothing printed."""
    runner, state = runner_for(code), plain(code)
    assert beside(code, state).weight == "express"
    assert beside(code, state).care is None
    assert len(needed(code, state)) == 1
    assert len(runner.read_back(state)) <= 3
    assert set(papers(code, state)) == {"M"}
    untouched = state_of(adult())
    open_fields = [
        one
        for step in (StepId.NEED, StepId.DETAILS)
        for one in runner.fields(untouched, step)
        if one.required and not one.value
    ]
    assert {one.type for one in open_fields} <= {"amount", "last4", "text"}
    assert len(open_fields) <= 4


@pytest.mark.parametrize("code", PLAIN)
@pytest.mark.parametrize("parties", [(adult(),), AGENT, GUARDIAN])
def test_no_step_asks_more_than_a_page_holds(code: str, parties: tuple[Party, ...]) -> None:
    changed = {
        "amount": "300000",
        "part": "some",
        "period": "chosen",
        "foreign_name": "yes",
        "payee_bank": "other_bank",
    }
    for funding in ("account", "cash"):
        state = plain(code, *parties, **changed, funding=funding)
        for step in (StepId.NEED, StepId.DETAILS):
            assert len(asked(code, state, step)) <= 7, asked(code, state, step)


@pytest.mark.parametrize("code", PLAIN)
def test_what_goes_to_the_core_is_there_in_the_plain_case(code: str) -> None:
    assert beside(code, plain(code)).sent_values
    assert 2 <= len(beside(code, plain(code)).knowledge) <= 4


@pytest.mark.parametrize(
    ("values", "lines_needed", "copied", "weight"),
    [
        ({"amount": "49999.99"}, {"medium"}, False, "express"),
        ({"amount": "50000"}, {"medium", "holder_id"}, True, "standard"),
        ({"amount": "5000", "currency": "USD"}, {"medium", "holder_id"}, False, "express"),
        (
            {"amount": "5001", "currency": "USD"},
            {"medium", "holder_id", "fx_paper"},
            False,
            "express",
        ),
        (
            {"amount": "10000", "currency": "USD"},
            {"medium", "holder_id", "fx_paper"},
            True,
            "standard",
        ),
        (
            {"amount": "900000", "currency": "JPY", "usd_equivalent": "5900"},
            {"medium", "holder_id", "fx_paper"},
            False,
            "express",
        ),
    ],
)
def test_what_a_cash_deposit_asks_for(
    values: dict[str, str], lines_needed: set[str], copied: bool, weight: str
) -> None:
    state = plain("XJCK", **values)
    assert needed("XJCK", state) == lines_needed
    assert line("XJCK", state, "holder_id").copy is copied
    assert beside("XJCK", state).weight == weight
    assert ("profile_current" in asked("XJCK", state)) is copied


def test_anybody_pays_in_a_small_sum_and_from_the_line_on_both_are_identified() -> None:
    assert needed("XJCK", plain("XJCK", *AGENT)) == {"medium"}
    assert needed("XJCK", plain("XJCK", *GUARDIAN)) == {"medium"}
    large = plain("XJCK", *AGENT, amount="50000")
    assert needed("XJCK", large) == {"medium", "holder_id", "agent_id"}
    assert {"agent_relation", "agent_phone"} <= set(asked("XJCK", large))


def test_a_holders_paper_that_cannot_be_had_is_replaced_only_when_another_pays_in() -> None:
    alone = ItemResult(Outcome.ALTERNATIVE, alternative="depositor_alone", returned=True)
    for parties, standing in ((AGENT, Standing.IN_HAND), ((adult(),), Standing.NOT_ACCEPTED)):
        state = plain("XJCK", *parties, amount="50000").with_result("holder_id", alone)
        assert line("XJCK", state, "holder_id").standing is standing


@pytest.mark.parametrize(
    ("parties", "amount", "care"),
    [
        ((adult(),), "300000", False),
        (AGENT, "49999", False),
        (AGENT, "50000", True),
        ((adult(present=False), agent(birth_date=OLD)), "4999", False),
        ((adult(present=False), agent(birth_date=OLD)), "5000", True),
        (GUARDIAN, "50000", False),
    ],
)
def test_care_is_for_cash_paid_in_for_another(
    parties: tuple[Party, ...], amount: str, care: bool
) -> None:
    found = beside("XJCK", plain("XJCK", *parties, amount=amount))
    assert (found.care is not None) is care
    if care:
        assert found.weight == "standard"
        assert [(one.id, one.signed_by) for one in found.forms] == [("fraud_notice", "agent")]


@pytest.mark.parametrize(
    ("collect_on", "ready"),
    [
        ("2026-11-24", dt.date(2026, 11, 23)),
        ("2026-11-28", dt.date(2026, 11, 27)),
        ("2026-11-30", dt.date(2026, 11, 27)),
        ("2027-01-04", dt.date(2026, 12, 31)),
    ],
)
def test_booked_cash_is_ready_on_the_working_day_before(collect_on: str, ready: dt.date) -> None:
    state = plain("DEYY", collect_on=collect_on)
    came = steps("DEYY", state)
    assert came["funds"].day == ready
    assert came["funds"].actor == "branch"
    assert came["funds"].follow_up is not None
    assert "200,000" in came["funds"].follow_up.what.zh
    assert came["collect"].day == dt.date.fromisoformat(collect_on)
    assert needed("DEYY", state) == set()


def test_cash_wanted_today_depends_on_the_till() -> None:
    state = plain("DEYY", collect_on=TODAY.isoformat())
    assert needed("DEYY", state) == {"till"}
    assert "funds" not in steps("DEYY", state)
    earlier = runner_for("DEYY").check_fields(plain("DEYY", collect_on="2026-11-22"), StepId.NEED)
    assert [(one.where, one.code) for one in earlier.faults] == [("collect_on", "date_too_early")]


@pytest.mark.parametrize(
    ("collector", "told"),
    [("holder", None), ("agent", "papers_of_agent"), ("guardian", "papers_of_guardian")],
)
def test_who_collects_is_told_what_to_bring(collector: str, told: str | None) -> None:
    came = set(steps("DEYY", plain("DEYY", collector=collector)))
    assert came == {"funds", "collect"} | ({told} if told else set())
    assert "fx_filing" in steps("DEYY", plain("DEYY", currency="EUR", amount="3000"))


@pytest.mark.parametrize(
    ("parties", "values", "lines_needed", "weight"),
    [
        ((adult(),), {"amount": "49999"}, {"medium"}, "express"),
        ((adult(),), {"amount": "50000"}, {"medium", "holder_id"}, "standard"),
        ((adult(),), {"funding": "cash"}, {"holder_id"}, "standard"),
        (AGENT, {}, {"medium", "holder_id", "agent_id"}, "standard"),
        (
            AGENT,
            {"amount": "50000"},
            {"medium", "holder_id", "agent_id", "authority"},
            "standard",
        ),
        (
            GUARDIAN,
            {},
            {"medium", "holder_id", "guardian_id", "guardianship"},
            "standard",
        ),
    ],
)
def test_what_a_transfer_asks_for(
    parties: tuple[Party, ...], values: dict[str, str], lines_needed: set[str], weight: str
) -> None:
    state = plain("ZZHK", *parties, **values)
    assert needed("ZZHK", state) == lines_needed
    assert beside("ZZHK", state).weight == weight


@pytest.mark.parametrize(
    ("birth", "values", "care"),
    [
        (dt.date(1984, 5, 6), {"amount": "49999"}, False),
        (dt.date(1984, 5, 6), {"amount": "50000"}, True),
        (dt.date(1984, 5, 6), {"amount": "50000", "payee_kind": "own"}, False),
        (OLD, {"amount": "4999"}, False),
        (OLD, {"amount": "5000"}, True),
        (OLD, {"amount": "5000", "payee_kind": "own"}, False),
        (dt.date(1966, 11, 23), {"amount": "5000"}, True),
        (dt.date(1966, 11, 24), {"amount": "5000"}, False),
    ],
)
def test_care_of_a_transfer_goes_by_payee_amount_and_age(
    birth: dt.date, values: dict[str, str], care: bool
) -> None:
    found = beside("ZZHK", plain("ZZHK", adult(birth_date=birth), **values))
    assert (found.care is not None) is care
    if care:
        assert found.care is not None
        assert found.care.notice in {one.id for one in found.forms}
        assert found.weight == "standard"


def test_going_on_against_advice_is_the_holders_own_right_and_not_an_agents() -> None:
    mine = beside("ZZHK", plain("ZZHK", amount="50000")).care
    agents = beside("ZZHK", plain("ZZHK", *AGENT, amount="50000")).care
    assert mine is not None
    assert agents is not None
    assert "against_advice" in mine.outcomes
    assert "against_advice" not in agents.outcomes


@pytest.mark.parametrize(
    ("day", "arrives"),
    [
        (dt.date(2026, 11, 23), dt.date(2026, 11, 24)),
        (dt.date(2026, 11, 27), dt.date(2026, 11, 30)),
        (dt.date(2026, 9, 30), dt.date(2026, 10, 8)),
    ],
)
def test_a_next_day_transfer_arrives_on_a_working_day(day: dt.date, arrives: dt.date) -> None:
    state = on_day(plain("ZZHK", mode="next_day"), day)
    assert steps("ZZHK", state)["arrives"].day == arrives
    assert papers("ZZHK", state) == ["R", "N", "M"]
    assert "arrives" not in steps("ZZHK", plain("ZZHK"))


def test_all_three_modes_of_arrival_are_named_to_every_customer() -> None:
    runner = runner_for("ZZHK")
    said = [one.text.zh for one in runner.script(plain("ZZHK"), StepId.DETAILS)]
    assert any("马上到" in one and "普通" in one and "次日" in one for one in said)
    modes = next(one for one in runner.fields(plain("ZZHK"), StepId.DETAILS) if one.id == "mode")
    assert [one.id for one in modes.options] == ["realtime", "normal", "next_day"]


@pytest.mark.parametrize(
    ("day", "term", "due"),
    [
        (dt.date(2026, 11, 23), "quarter", dt.date(2027, 2, 23)),
        (dt.date(2026, 11, 30), "quarter", dt.date(2027, 2, 28)),
        (dt.date(2026, 11, 23), "half", dt.date(2027, 5, 23)),
        (dt.date(2026, 11, 23), "one", dt.date(2027, 11, 23)),
        (dt.date(2028, 2, 29), "one", dt.date(2029, 2, 28)),
        (dt.date(2026, 11, 23), "three", dt.date(2029, 11, 23)),
        (dt.date(2026, 11, 23), "five", dt.date(2031, 11, 23)),
    ],
)
def test_a_time_deposit_falls_due_by_its_term_and_no_rest_day_moves_it(
    day: dt.date, term: str, due: dt.date
) -> None:
    state = on_day(plain("DQKL", term=term), day)
    came = steps("DQKL", state)
    assert [name for name in came if name.startswith("maturity")] == [f"maturity_{term}"]
    assert came[f"maturity_{term}"].day == due
    said = [one.text.zh for one in runner_for("DQKL").script(state, StepId.READ_BACK)]
    assert said[1:] == [f"到期日是{date_text(due).zh}。"]


@pytest.mark.parametrize(("amount", "offered"), [("199999", False), ("200000", True)])
def test_a_large_certificate_is_offered_from_its_least_amount(amount: str, offered: bool) -> None:
    fields = runner_for("DQKL").fields(plain("DQKL", amount=amount), StepId.NEED)
    product = next(one for one in fields if one.id == "product")
    assert ("large_cd" in [one.id for one in product.options]) is offered


def test_who_opens_a_time_deposit() -> None:
    large = {"amount": "200000", "product": "large_cd"}
    assert way("DQKL", plain("DQKL", **large)).allowed is True
    assert way("DQKL", plain("DQKL", *AGENT)).allowed is True
    assert way("DQKL", plain("DQKL", *AGENT, **large)).allowed is False
    young = way("DQKL", plain("DQKL", adult(birth_date=dt.date(2010, 11, 24))))
    assert young.allowed is False
    assert young.why is not None
    assert "16 周岁" in young.why.zh
    assert way("DQKL", plain("DQKL", *GUARDIAN)).allowed is True


def test_too_little_for_a_time_deposit_is_said_at_once() -> None:
    answer = runner_for("DQKL").check_fields(plain("DQKL", amount="49"), StepId.NEED)
    assert ("amount", "too_small") in [(one.where, one.code) for one in answer.faults]


@pytest.mark.parametrize(
    ("funding", "amount", "copied"),
    [("account", "300000", False), ("cash", "49999", False), ("cash", "50000", True)],
)
def test_a_copy_is_kept_for_cash_only(funding: str, amount: str, copied: bool) -> None:
    state = plain("DQKL", funding=funding, amount=amount)
    assert line("DQKL", state, "holder_id").copy is copied
    assert ("medium" in needed("DQKL", state)) is (funding == "account")


@pytest.mark.parametrize("code", ["ZZHK", "DQKL", "TQZQ", "ZHLS", "CKZM"])
def test_a_register_proves_guardianship_of_a_minor_but_not_of_an_adult(code: str) -> None:
    seen = ItemResult(Outcome.SEEN, returned=True)
    certificate = ItemResult(Outcome.ALTERNATIVE, alternative="birth_certificate", returned=True)
    judgment = ItemResult(Outcome.ALTERNATIVE, alternative="appointment", returned=True)
    ward = child(birth_date=OLD, identity_kind="resident_id", valid_until=dt.date(2035, 1, 1))
    for result, of_child, of_adult in (
        (seen, Standing.IN_HAND, Standing.NOT_ACCEPTED),
        (certificate, Standing.IN_HAND, Standing.NOT_ACCEPTED),
        (judgment, Standing.IN_HAND, Standing.IN_HAND),
    ):
        minor = plain(code, *GUARDIAN).with_result("guardianship", result)
        grown = plain(code, parent(), ward).with_result("guardianship", result)
        assert line(code, minor, "guardianship").standing is of_child
        assert line(code, grown, "guardianship").standing is of_adult


def test_an_early_withdrawal_is_paid_on_papers_and_an_agent_brings_two() -> None:
    assert needed("TQZQ", plain("TQZQ")) == {"voucher", "holder_id"}
    assert needed("TQZQ", plain("TQZQ", *AGENT)) == {"voucher", "holder_id", "agent_id"}
    assert line("TQZQ", plain("TQZQ", *AGENT), "agent_id").source.mark == "V"


@pytest.mark.parametrize("code", ["DQKL", "TQZQ", "ZHLS", "CKZM"])
def test_for_a_child_the_guardian_comes_and_no_agent(code: str) -> None:
    absent = adult(birth_date=dt.date(2010, 11, 24), present=False)
    of_age = adult(birth_date=dt.date(2010, 11, 23), present=False)
    refused = way(code, plain(code, absent, agent()))
    assert refused.allowed is False
    assert refused.why is not None
    assert "监护人" in refused.why.zh
    assert way(code, plain(code, of_age, agent())).allowed is True
    assert way(code, plain(code, *GUARDIAN)).allowed is True


@pytest.mark.parametrize("code", ["TQZQ", "CKZM"])
@pytest.mark.parametrize("held_by", ["pledged", "proof", "frozen", "lost"])
def test_a_deposit_that_is_held_is_refused_with_the_way_out(code: str, held_by: str) -> None:
    runner = runner_for(code)
    name = "voucher" if code == "TQZQ" else "deposit"
    state = plain(code, held_by=held_by, **({"kind": "large_cd"} if code == "TQZQ" else {}))
    state = with_all_papers(runner, state)
    found = line(code, state, name)
    assert found.standing is Standing.NOT_ACCEPTED
    assert found.refused_because is not None
    faults = runner.can_leave(state, StepId.DOCUMENTS)
    assert [one.where for one in faults] == [name]
    if code == "TQZQ":
        electronic = ItemResult(Outcome.ALTERNATIVE, alternative="electronic", returned=True)
        other = line(code, state.with_result(name, electronic), name)
        assert other.standing is Standing.NOT_ACCEPTED


@pytest.mark.parametrize(
    ("values", "booked", "copied"),
    [
        ({"goes_to": "cash", "amount": "199999"}, False, True),
        ({"goes_to": "cash", "amount": "200000"}, True, True),
        ({"goes_to": "own_account", "amount": "200000"}, False, False),
        ({"goes_to": "cash", "amount": "49999"}, False, False),
    ],
)
def test_cash_of_an_early_withdrawal_keeps_the_cash_rules(
    values: dict[str, str], booked: bool, copied: bool
) -> None:
    state = plain("TQZQ", **values)
    assert ("booking" in needed("TQZQ", state)) is booked
    assert line("TQZQ", state, "holder_id").copy is copied


def test_the_rest_of_a_deposit_keeps_its_due_day() -> None:
    state = plain("TQZQ", part="some", rest="40000", due_on="2027-02-14")
    came = steps("TQZQ", state)["rest_due"]
    assert came.day == dt.date(2027, 2, 14)
    assert "40,000" in came.action.zh
    assert "rest_due" not in steps("TQZQ", plain("TQZQ"))
    small = runner_for("TQZQ").check_fields(plain("TQZQ", part="some", rest="20"), StepId.DETAILS)
    assert ("rest", "too_small") in [(one.where, one.code) for one in small.faults]


@pytest.mark.parametrize(
    ("birth", "values", "care"),
    [
        (dt.date(1984, 5, 6), {"amount": "10000"}, False),
        (dt.date(1984, 5, 6), {"amount": "50000"}, True),
        (dt.date(1984, 5, 6), {"amount": "10000", "goes_to": "other"}, True),
        (OLD, {"amount": "10000"}, True),
    ],
)
def test_care_of_an_early_withdrawal(birth: dt.date, values: dict[str, str], care: bool) -> None:
    found = beside("TQZQ", plain("TQZQ", adult(birth_date=birth), **values))
    assert (found.care is not None) is care
    assert "early_form" in {one.id for one in found.forms}
    signed = beside("TQZQ", plain("TQZQ", *AGENT)).forms
    assert [one.signed_by for one in signed if one.id.startswith("early")] == ["agent"]


def test_a_relative_sees_an_account_only_with_the_holders_authority() -> None:
    state = plain("ZHLS", *AGENT)
    assert needed("ZHLS", state) == {"holder_id", "agent_id", "authority"}
    assert "marriage_paper" in [one.id for one in line("ZHLS", state, "authority").refusals]
    assert beside("ZHLS", state).weight == "standard"
    assert way("ZHLS", plain("ZHLS", adult(birth_date=dt.date(2018, 11, 24)))).allowed is False
    assert way("ZHLS", plain("ZHLS", adult(birth_date=dt.date(2018, 11, 23)))).allowed is True


@pytest.mark.parametrize(
    ("day", "ready"),
    [
        (dt.date(2026, 11, 23), dt.date(2026, 11, 30)),
        (dt.date(2026, 9, 28), dt.date(2026, 10, 10)),
    ],
)
def test_an_old_statement_comes_from_the_archive(day: dt.date, ready: dt.date) -> None:
    state = plain(
        "ZHLS", period="chosen", archive="yes", first_day="2012-01-01", last_day="2013-12-31"
    )
    state = on_day(state, day)
    assert steps("ZHLS", state)["ready"].day == ready
    assert beside("ZHLS", state).weight == "standard"
    assert papers("ZHLS", state) == ["R", "N", "M"]


def test_a_balance_is_told_without_the_questions_of_a_statement() -> None:
    assert asked("ZHLS", plain("ZHLS", query="balance")) == ["account_last4"]
    odd = plain("ZHLS", period="chosen", first_day="2026-05-01", last_day="2026-01-01")
    warned = [one.kind for one in runner_for("ZHLS").script(odd, StepId.READ_BACK)]
    assert "watch" in warned


@pytest.mark.parametrize(
    ("parties", "kind", "allowed", "lines_needed"),
    [
        ((adult(),), "update", True, {"passbook"}),
        (AGENT, "update", True, {"passbook"}),
        (AGENT, "full", True, {"passbook"}),
        (AGENT, "damaged", False, None),
        ((adult(),), "damaged", True, {"passbook", "holder_id"}),
        (GUARDIAN, "full", True, {"passbook"}),
        (GUARDIAN, "damaged", True, {"passbook", "holder_id", "guardian_id", "guardianship"}),
    ],
)
def test_who_brings_a_passbook(
    parties: tuple[Party, ...], kind: str, allowed: bool, lines_needed: set[str] | None
) -> None:
    state = plain("CZHZ", *parties, kind=kind, new_book_last4="5521")
    assert way("CZHZ", state).allowed is allowed
    if lines_needed is not None:
        assert needed("CZHZ", state) == lines_needed
    assert beside("CZHZ", state).weight == ("standard" if kind == "damaged" else "express")
    assert ("new_book_last4" in asked("CZHZ", state)) is (kind != "update")


def test_a_certificate_for_a_period_freezes_until_its_day_and_for_a_day_nothing() -> None:
    period = steps("CKZM", plain("CKZM"))
    assert period["released"].day == dt.date(2027, 1, 31)
    assert period["released"].actor == "branch"
    assert "2 份" in period["early"].action.zh
    point = plain("CKZM", kind="point", as_of="2026-11-22")
    assert steps("CKZM", point) == {}
    assert "frozen_until" not in asked("CKZM", point)
    tomorrow = plain("CKZM", kind="point", as_of="2026-11-24")
    faults = runner_for("CKZM").check_fields(tomorrow, StepId.DETAILS).faults
    assert [(one.where, one.code) for one in faults] == [("as_of", "date_too_late")]


def test_a_certificate_in_english_looks_at_the_passport_and_an_agent_brings_the_wish() -> None:
    english = plain("CKZM", foreign_name="yes", english_name="LI GUILAN")
    assert needed("CKZM", english) == {"holder_id", "deposit", "passport"}
    assert "english_name" in asked("CKZM", english)
    by_agent = plain("CKZM", *AGENT)
    assert needed("CKZM", by_agent) == {"holder_id", "agent_id", "authority", "deposit"}
    assert [one.id for one in line("CKZM", by_agent, "authority").alternatives] == [
        "signed_application"
    ]
    fee = runner_for("CKZM").closing(english).fee
    assert fee is not None
    assert "20 元" in fee.zh
