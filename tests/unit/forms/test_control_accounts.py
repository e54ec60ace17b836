"""Limits, closing, replacement and a loss report withdrawn: what is needed, when it falls."""

import datetime as dt

import pytest

from counter_app.forms.run_state import ItemResult, Outcome, StepId
from counter_app.forms.run_views import Standing
from tests.unit.forms.case_questions import line, needed, on_day, steps, way
from tests.unit.forms.cases import adult, runner_for, with_all_papers
from tests.unit.forms.control_cases import (
    AGENT,
    GUARDIAN,
    OLD,
    plain,
    rows,
    said,
    standing,
    undecided,
)


@pytest.mark.parametrize(
    ("values", "lines_needed"),
    [
        ({}, {"holder_id", "medium"}),
        ({"direction": "raise"}, {"holder_id", "medium", "need_proof"}),
        (
            {"direction": "raise", "daily_limit": "50000"},
            {"holder_id", "medium", "need_proof"},
        ),
        (
            {"direction": "raise_for_now", "daily_limit": "50001"},
            {"holder_id", "medium", "need_proof", "strong_tool"},
        ),
        ({"daily_limit": "60000"}, {"holder_id", "medium"}),
    ],
)
def test_lowering_needs_nothing_and_raising_a_reason(
    values: dict[str, str], lines_needed: set[str]
) -> None:
    assert needed("FGMXE", plain("FGMXE", **values)) == lines_needed


@pytest.mark.parametrize(
    ("direction", "restricted", "birth", "allowed"),
    [
        ("raise", "no", dt.date(2008, 11, 23), True),
        ("raise", "no", dt.date(2008, 11, 24), False),
        ("raise", "yes", OLD, False),
        ("lower", "yes", OLD, True),
        ("lower", "no", dt.date(2008, 11, 24), True),
    ],
)
def test_who_raises_a_limit(direction: str, restricted: str, birth: dt.date, allowed: bool) -> None:
    state = plain("FGMXE", adult(birth_date=birth), direction=direction, restricted_now=restricted)
    assert way("FGMXE", state).allowed is allowed


def test_a_guardian_lowers_a_limit_and_does_not_raise_it() -> None:
    state = plain("FGMXE", *GUARDIAN, guardian_relation="minor", direction="raise")
    assert way("FGMXE", state).allowed is False


@pytest.mark.parametrize(
    ("account_class", "limit", "found"),
    [
        ("class_two", "10000", Standing.IN_HAND),
        ("class_two", "10001", Standing.NOT_ACCEPTED),
        ("class_one", "10001", Standing.IN_HAND),
    ],
)
def test_a_class_two_account_has_its_ceiling(
    account_class: str, limit: str, found: Standing
) -> None:
    state = plain("FGMXE", account_class=account_class, daily_limit=limit)
    assert standing("FGMXE", state, "medium") is found


def test_a_limit_under_review_is_answered_and_one_for_a_time_goes_back() -> None:
    later = steps("FGMXE", plain("FGMXE", direction="raise", decided="later"))
    assert (later["answer"].day, later["answer"].actor) == (dt.date(2026, 11, 26), "branch")
    assert later["answer"].hint is not None
    assert "15 天" in later["answer"].hint.zh
    state = plain("FGMXE", direction="raise_for_now", limit_until="2026-12-05")
    back = steps("FGMXE", state)["goes_back"]
    assert back.day == dt.date(2026, 12, 5)
    assert back.follow_up is not None
    assert steps("FGMXE", plain("FGMXE")) == {}


@pytest.mark.parametrize(
    ("values", "lines_needed", "copied"),
    [
        ({"balance": "49999.99"}, {"holder_id", "nothing_open", "old_medium"}, False),
        ({"balance": "50000"}, {"holder_id", "nothing_open", "old_medium"}, True),
        ({"balance": "200000"}, {"holder_id", "nothing_open", "old_medium", "booking"}, True),
        (
            {"balance": "200000", "balance_to": "own_account"},
            {"holder_id", "nothing_open", "old_medium"},
            False,
        ),
        ({"balance_to": "nothing"}, {"holder_id", "nothing_open", "old_medium"}, False),
        ({"medium_lost": "yes"}, {"holder_id", "nothing_open", "loss_form"}, False),
    ],
)
def test_what_a_closing_asks_for(
    values: dict[str, str], lines_needed: set[str], copied: bool
) -> None:
    state = plain("GRXH", **values)
    assert needed("GRXH", state) == lines_needed
    assert undecided("GRXH", state) == set()
    assert line("GRXH", state, "holder_id").copy is copied


def test_an_agent_does_not_report_a_loss_and_close_in_one_go() -> None:
    state = plain("GRXH", *AGENT, agent_basis="notarised", medium_lost="yes")
    assert standing("GRXH", state, "loss_form") is Standing.NOT_ACCEPTED
    assert standing("GRXH", plain("GRXH", medium_lost="yes"), "loss_form") is Standing.IN_HAND


@pytest.mark.parametrize(
    ("day", "let_go"),
    [
        (dt.date(2026, 11, 24), dt.date(2027, 5, 24)),
        (dt.date(2026, 8, 31), dt.date(2027, 3, 1)),
    ],
)
def test_a_closing_slip_is_kept_for_its_months_and_not_a_day_less(
    day: dt.date, let_go: dt.date
) -> None:
    found = steps("GRXH", on_day(plain("GRXH"), day))["keep_slip"]
    assert (found.day, found.reads, found.legal) == (let_go, "from", False)


def test_where_the_balance_goes_is_read_back() -> None:
    state = plain("GRXH", balance_to="other_person", to_last4="9021", to_name="王建国")
    found = rows("GRXH", state)["balance"]
    assert found[1] == "转给别人"
    assert "王建国" in found[2]
    assert "balance" not in rows("GRXH", plain("GRXH", balance_to="nothing"))


@pytest.mark.parametrize(
    ("values", "lines_needed"),
    [
        ({"cause": "expired"}, {"holder_id", "old_medium"}),
        ({"cause": "worn"}, {"holder_id", "old_medium"}),
        ({"cause": "lost"}, {"holder_id", "loss_slip"}),
        (
            {"medium_kind": "passbook", "cause": "lost", "reported_on": "2026-11-16"},
            {"holder_id", "loss_slip"},
        ),
    ],
)
def test_what_a_replacement_asks_for(values: dict[str, str], lines_needed: set[str]) -> None:
    assert needed("BHK", plain("BHK", **values)) == lines_needed


def test_a_passbook_has_no_expiry() -> None:
    fields = runner_for("BHK").fields(plain("BHK", medium_kind="passbook"), StepId.NEED)
    causes = next(one for one in fields if one.id == "cause")
    assert [one.id for one in causes.options] == ["lost", "worn", "new_name"]


@pytest.mark.parametrize(
    ("reported", "found", "ready"),
    [
        ("2026-11-18", Standing.NOT_ACCEPTED, dt.date(2026, 11, 25)),
        ("2026-11-22", Standing.NOT_ACCEPTED, dt.date(2026, 11, 30)),
        ("2026-11-17", Standing.NOT_ACCEPTED, dt.date(2026, 11, 24)),
        ("2026-11-16", Standing.IN_HAND, None),
    ],
)
def test_a_lost_passbook_is_replaced_after_its_time_and_the_day_is_told(
    reported: str, found: Standing, ready: dt.date | None
) -> None:
    state = plain("BHK", medium_kind="passbook", cause="lost", reported_on=reported)
    assert standing("BHK", state, "loss_slip") is found
    came = steps("BHK", state)
    assert ("ready" in came) is (ready is not None)
    if ready is not None:
        assert came["ready"].day == ready
        assert f"{ready.day}日" in said("BHK", state, StepId.NEED)


def test_the_same_number_is_collected_in_working_days_and_kept_for_a_time() -> None:
    state = plain("BHK", number_choice="same_number", holder_phone="13812345678")
    came = steps("BHK", state)
    assert came["collect"].day == dt.date(2026, 12, 2)
    assert came["collect"].reads == "from"
    limit = came["collect_by"].day
    assert limit is not None
    assert dt.date(2027, 2, 12) < limit <= dt.date(2027, 2, 21)
    assert "rebind" not in came
    assert set(steps("BHK", plain("BHK"))) == {"rebind"}


@pytest.mark.parametrize(("cause", "free"), [("expired", True), ("worn", False), ("lost", False)])
def test_an_expired_card_is_replaced_free_of_charge(cause: str, free: bool) -> None:
    fee = runner_for("BHK").closing(plain("BHK", cause=cause)).fee
    assert fee is not None
    assert ("免收" in fee.zh) is free


@pytest.mark.parametrize(
    ("kind", "lines_needed"),
    [
        ("written", {"holder_id", "found_medium", "loss_slip"}),
        ("oral", {"holder_id", "found_medium"}),
    ],
)
def test_what_a_withdrawal_of_a_report_asks_for(kind: str, lines_needed: set[str]) -> None:
    assert needed("CXGS", plain("CXGS", report_kind=kind)) == lines_needed


def test_after_a_theft_a_new_card_is_advised_and_the_customer_declares_it() -> None:
    quiet, theft = plain("CXGS"), plain("CXGS", stolen="yes")
    assert set(steps("CXGS", quiet)) == {"check_yourself"}
    assert set(steps("CXGS", theft)) == {"check_yourself", "new_card"}
    assert "换一张新的" in said("CXGS", theft, StepId.NEED)
    declared = runner_for("CXGS").closing(theft).declarations
    assert len(declared) == 1
    assert "劝过" in declared[0].zh


def test_what_was_already_replaced_is_not_opened_again() -> None:
    state = with_all_papers(runner_for("CXGS"), plain("CXGS"))
    refused = state.with_result("found_medium", ItemResult(Outcome.REFUSED, refusal="replaced"))
    found = line("CXGS", refused, "found_medium")
    assert found.standing is Standing.REFUSED
    assert found.refused_because is not None
    assert "已经补了新的" in found.refused_because.zh
