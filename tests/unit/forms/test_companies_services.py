"""Company services: who acts for a firm, what he shows, and when seals and changes count."""

import datetime as dt

import pytest

from counter_app.forms.run_state import (
    STEPS,
    ItemResult,
    Outcome,
    Part,
    Party,
    RunState,
    StepId,
)
from counter_app.forms.run_views import Standing
from tests.unit.forms.case_questions import (
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
    gone_on,
    runner_for,
    state_of,
    with_all_confirmed,
)
from tests.unit.forms.control_cases import papers, standing

FIRM = Party(
    "p1",
    Part.SELF,
    name="城东商贸有限公司",
    identity_kind="business_licence",
    number_masked="9111**********002X",
    no_expiry=True,
    present=False,
)
LAST4 = {"account_last4": "4417"}
SEAL = {**LAST4, "open_cheques": "无", "firm_phone": "13900002222"}
OPENING = {
    "legal_rep_name": "王建国",
    "will_checked": "video",
    "address": "城东区平安路1号",
    "purpose": "货款收付",
    "contact_one": "13900002222",
    "contact_two": "13900003333",
}
CHANGED = {**LAST4, "old_value": "东一路1号", "new_value": "东二路2号", "change": "contact"}
REPRESENTATIVE = {
    **LAST4,
    "old_rep": "王建国",
    "new_rep": "李桂兰",
    "will_checked": "video",
    "registered_on": "2026-11-20",
    "open_cheques": "无",
}
LOSS = {**SEAL, "lost_seal": "finance", "found_on": "2026-11-22", "stopped_at": "10:05"}
CHEQUES = {**LAST4, "books": "2", "first_number": "10001", "last_number": "10050"}
CLOSING = {
    **LAST4,
    "account_kind": "general",
    "ground": "own_wish",
    "vouchers": "here",
    "balance_to": "basic",
    "balance": "3000",
    "to_last4": "9021",
    "void_numbers": "10011—10025 共 15 张",
    "tools_count": "2",
    "firm_phone": "13900002222",
}
EMPLOYEE = {
    "batch": "B11",
    "pay_day": "2026-12-10",
    "employee_name": "王敏",
    "employee_phone": "13900002222",
    "card_last4": "8806",
}
PLAIN = {
    "DGJBH": OPENING,
    "DGXXBG": CHANGED,
    "FDDBRBG": REPRESENTATIVE,
    "YJGS": LOSS,
    "YJGH": {**SEAL, "seals_changed": "all"},
    "ZPGM": CHEQUES,
    "DGDZD": {**LAST4, "from_day": "2026-10-01", "to_day": "2026-10-31"},
    "DFGZ": EMPLOYEE,
    "DGXH": CLOSING,
}
CODES = tuple(PLAIN)
CASHED = {**LAST4, "amount": "3000", "dated": "2026-11-20"}
AUTHORISED = {"legal_rep_id", "authority"}


def firm_case(code: str, holder: Party = FIRM, **changed: str) -> RunState:
    return state_of(holder, agent(), **{**PLAIN[code], **changed})


def led(code: str, state: RunState, step: StepId) -> RunState:
    """Led on, every paper seen with the last valid day that stands on it."""
    runner = runner_for(code)
    while STEPS.index(state.step) < STEPS.index(step):
        if state.step is StepId.DOCUMENTS:
            for one in runner.missing(state):
                seen = Outcome.COPIED if one.copy else Outcome.SEEN
                until = dt.date(2031, 1, 1) if one.needs_expiry else None
                result = ItemResult(seen, valid_until=until, returned=True)
                state = state.with_result(one.id, result)
        if state.step is StepId.READ_BACK:
            state = with_all_confirmed(runner, state)
        if state.step is StepId.CORE:
            state = state.with_serial("CB77301846")
        state = gone_on(runner.leave(state))
    return state


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("comes_as", ["handler", "legal_rep"])
def test_a_plain_case_runs_to_its_end_and_says_nothing_unfilled(code: str, comes_as: str) -> None:
    runner = runner_for(code)
    state = led(code, firm_case(code, comes_as=comes_as), StepId.COMPLETION)
    done = gone_on(runner.leave(state))
    assert done.completed_on == TODAY
    said = everything_said(runner, done)
    assert not [text for text in said if "＿" in text or "{" in text]


@pytest.mark.parametrize("code", CODES)
def test_a_firm_never_comes_itself(code: str) -> None:
    assert way(code, firm_case(code)).allowed is True
    alone = runner_for(code).leave(state_of(adult(), **PLAIN[code]))
    assert isinstance(alone, tuple)
    assert [one.code for one in alone] == ["organisation_wanted"]


@pytest.mark.parametrize("code", ["DGJBH", "FDDBRBG", "YJGS", "YJGH"])
def test_a_handler_shows_authority_and_the_representatives_paper(code: str) -> None:
    assert needed(code, firm_case(code, comes_as="handler")) >= AUTHORISED
    assert not needed(code, firm_case(code, comes_as="legal_rep")) & AUTHORISED


def test_the_representatives_paper_has_a_validity_of_its_own() -> None:
    state = firm_case("DGJBH")
    assert standing("DGJBH", state, "legal_rep_id", Outcome.COPIED) is Standing.NO_EXPIRY
    old = ItemResult(Outcome.COPIED, valid_until=dt.date(2026, 11, 22))
    found = line("DGJBH", state.with_result("legal_rep_id", old), "legal_rep_id")
    assert found.standing is Standing.EXPIRED
    assert found.deferral is None


def test_a_second_basic_account_is_not_opened() -> None:
    state = firm_case("DGJBH", other_basic="yes")
    result = ItemResult(Outcome.COPIED, no_expiry=True)
    found = line("DGJBH", state.with_result("licence", result), "licence")
    assert found.standing is Standing.NOT_ACCEPTED
    assert found.refused_because is not None


def test_a_small_firm_is_asked_for_more_only_with_a_reason() -> None:
    assert "reason_paper" not in needed("DGJBH", firm_case("DGJBH"))
    closer = firm_case("DGJBH", closer_look="address")
    assert "reason_paper" in needed("DGJBH", closer)
    deferral = line("DGJBH", closer, "reason_paper").deferral
    assert deferral is not None
    assert deferral.due == dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("company", {"owner_table", "tax_statement"}),
        ("sole_trader", {"tax_statement"}),
        ("public_body", {"finance_consent"}),
        ("other_body", {"tax_statement"}),
    ],
)
def test_what_the_kind_of_organisation_asks(kind: str, wanted: set[str]) -> None:
    all_of_them = {"owner_table", "tax_statement", "finance_consent"}
    assert needed("DGJBH", firm_case("DGJBH", entity_kind=kind)) & all_of_them == wanted


def test_a_disputed_representative_changes_nothing() -> None:
    assert way("FDDBRBG", firm_case("FDDBRBG")).allowed is True
    assert way("FDDBRBG", firm_case("FDDBRBG", dispute="two_sides")).allowed is False
    disputed = firm_case("YJGH", dispute="two_sides")
    assert standing("YJGH", disputed, "application") is Standing.NOT_ACCEPTED


@pytest.mark.parametrize(
    ("comes_as", "standing_of_statement"),
    [("legal_rep", Standing.IN_HAND), ("handler", Standing.NOT_ACCEPTED)],
)
def test_without_the_old_seal_the_new_representative_comes_himself(
    comes_as: str, standing_of_statement: Standing
) -> None:
    state = firm_case("FDDBRBG", old_seal="not_given", comes_as=comes_as)
    chosen = ItemResult(Outcome.ALTERNATIVE, alternative="statement")
    found = line("FDDBRBG", state.with_result("old_rep_seal", chosen), "old_rep_seal")
    assert found.standing is standing_of_statement


def test_a_change_of_contact_asks_for_a_call_and_little_paper() -> None:
    wanted = needed("DGXXBG", firm_case("DGXXBG"))
    assert wanted == {"handler_id", "application", "contact_confirmed"}
    assert beside("DGXXBG", firm_case("DGXXBG")).care is not None
    renamed = firm_case("DGXXBG", change="firm_name", changed_on="2026-11-20")
    assert needed("DGXXBG", renamed) >= {"licence", "new_seals", *AUTHORISED}
    assert beside("DGXXBG", renamed).care is None
    assert steps("DGXXBG", renamed)["seals_too"].day == dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (dt.date(2026, 11, 23), dt.date(2026, 11, 24)),
        (dt.date(2026, 11, 27), dt.date(2026, 11, 30)),
        (dt.date(2026, 9, 30), dt.date(2026, 10, 8)),
    ],
)
def test_a_seal_counts_and_a_stop_is_put_in_writing_on_working_days(
    day: dt.date, start: dt.date
) -> None:
    assert steps("YJGH", on_day(firm_case("YJGH"), day))["seal_in_use"].day == start
    first = on_day(firm_case("YJGS", report_kind="stop_first"), day)
    assert steps("YJGS", first)["papers_follow"].day == start
    assert "papers_follow" not in steps("YJGS", firm_case("YJGS"))


def test_a_lost_seal_is_stopped_before_the_papers_are_there() -> None:
    first = firm_case("YJGS", report_kind="stop_first")
    assert needed("YJGS", first) == {"handler_id", "confirmed"}
    assert needed("YJGS", firm_case("YJGS")) >= {"licence", "application", *AUTHORISED}


@pytest.mark.parametrize(
    ("lost", "accepted"), [("finance", False), ("official", True), ("several", True)]
)
def test_a_signed_authority_serves_where_the_official_seal_is_lost(
    lost: str, accepted: bool
) -> None:
    offered = line("YJGS", firm_case("YJGS", lost_seal=lost), "authority").alternatives
    assert ("signed" in {one.id for one in offered}) is accepted


@pytest.mark.parametrize(
    ("old_seal", "proof"),
    [("here", "old_seals"), ("lost", "loss_proof"), ("handed_in", "handed_in_proof")],
)
def test_each_fate_of_the_old_seal_has_its_own_proof(old_seal: str, proof: str) -> None:
    proofs = {"old_seals", "loss_proof", "handed_in_proof"}
    assert needed("YJGH", firm_case("YJGH", old_seal=old_seal)) & proofs == {proof}


def test_cash_cheques_are_not_sold_to_a_general_account() -> None:
    assert needed("ZPGM", firm_case("ZPGM")) == {"handler_id", "order"}
    assert papers("ZPGM", firm_case("ZPGM")) == ["M"]
    assert beside("ZPGM", firm_case("ZPGM")).weight == "express"
    basic = firm_case("ZPGM", cheque_kind="cash")
    assert standing("ZPGM", basic, "order") is Standing.IN_HAND
    general = firm_case("ZPGM", cheque_kind="cash", account_kind="general")
    assert standing("ZPGM", general, "order") is Standing.NOT_ACCEPTED


def cheque(**changed: str) -> RunState:
    return state_of(FIRM, agent(), **{**CASHED, **changed})


def test_a_cheque_is_cashed_to_its_end() -> None:
    runner = runner_for("XJZPDF")
    state = state_of(FIRM, agent(), **CASHED)
    for name in needed("XJZPDF", state):
        state = state.with_result(name, ItemResult(Outcome.SEEN, last4="0417", returned=True))
    done = gone_on(runner.leave(led("XJZPDF", state, StepId.COMPLETION)))
    assert done.completed_on == TODAY


@pytest.mark.parametrize(
    ("amount", "weight", "booked", "copied"),
    [
        ("49999.99", "express", False, False),
        ("50000", "standard", False, True),
        ("199999.99", "standard", False, True),
        ("200000", "standard", True, True),
    ],
)
def test_what_the_amount_of_a_cheque_changes(
    amount: str, weight: str, booked: bool, copied: bool
) -> None:
    state = cheque(amount=amount)
    assert beside("XJZPDF", state).weight == weight
    assert ("booking" in needed("XJZPDF", state)) is booked
    assert line("XJZPDF", state, "handler_id").copy is copied
    assert ("R" in papers("XJZPDF", state)) is copied


@pytest.mark.parametrize(
    ("comes_as", "amount", "asked"),
    [("payee", "50000", True), ("payee", "49999.99", False), ("handler", "50000", False)],
)
def test_a_payee_of_much_cash_is_asked_with_care(comes_as: str, amount: str, asked: bool) -> None:
    found = beside("XJZPDF", cheque(comes_as=comes_as, amount=amount))
    assert (found.care is not None) is asked


def test_a_difference_is_cleared_up_and_the_next_quarter_is_named() -> None:
    plain = firm_case("DGDZD")
    assert needed("DGDZD", plain) == {"handler_id", "entitled"}
    assert (beside("DGDZD", plain).weight, papers("DGDZD", plain)) == ("express", ["M"])
    agreed = firm_case("DGDZD", matter="reconcile")
    assert set(steps("DGDZD", agreed)) == {"next_reconcile"}
    assert steps("DGDZD", agreed)["next_reconcile"].day == dt.date(2027, 1, 31)
    differs = firm_case("DGDZD", matter="reconcile", agrees="differs", difference="一笔 300 元")
    assert steps("DGDZD", differs)["cleared_up"].day == dt.date(2026, 11, 30)
    assert (beside("DGDZD", differs).weight, "R" in papers("DGDZD", differs)) == ("standard", True)


def test_a_payroll_shows_the_firms_papers_once_and_each_employees_own() -> None:
    assert needed("DFGZ", firm_case("DFGZ")) == {"handler_id", "employee_id"}
    agreement = firm_case("DFGZ", matter="agreement", people="30", account_last4="4417")
    assert needed("DFGZ", agreement) == {"handler_id", "licence", "roll", *AUTHORISED}
    carries = runner_for("DFGZ").procedure.spec.carries
    assert carries == ("comes_as", "batch", "pay_day", "handler_id")
    assert steps("DFGZ", firm_case("DFGZ"))["activate"].day == dt.date(2026, 12, 10)


def test_no_second_class_one_account_is_opened_for_an_employee() -> None:
    seen = ItemResult(Outcome.SEEN, valid_until=dt.date(2031, 1, 1))
    has_one = firm_case("DFGZ", has_class_one="yes").with_result("employee_id", seen)
    assert line("DFGZ", has_one, "employee_id").standing is Standing.NOT_ACCEPTED
    without = firm_case("DFGZ").with_result("employee_id", seen)
    assert line("DFGZ", without, "employee_id").standing is Standing.IN_HAND


def test_the_basic_account_is_closed_last_and_nothing_open_stays_behind() -> None:
    assert way("DGXH", firm_case("DGXH")).allowed is True
    basic = firm_case("DGXH", account_kind="basic", others_open="yes")
    assert way("DGXH", basic).allowed is False
    last = firm_case("DGXH", account_kind="basic", others_open="no")
    assert way("DGXH", last).allowed is True
    for open_ in ("debt", "collection", "frozen", "debits"):
        assert way("DGXH", firm_case("DGXH", hindrance=open_)).allowed is False, open_


@pytest.mark.parametrize(
    ("values", "lines_needed"),
    [
        ({}, {"licence", *AUTHORISED, "blank_vouchers"}),
        ({"comes_as": "legal_rep", "vouchers": "none"}, {"licence"}),
        (
            {"ground": "dissolved", "comes_as": "liquidator", "seal_state": "handed_in"},
            {"struck_off", "liquidation", "blank_vouchers"},
        ),
    ],
)
def test_what_closing_a_company_account_needs(
    values: dict[str, str], lines_needed: set[str]
) -> None:
    state = firm_case("DGXH", FIRM, **values)
    assert needed("DGXH", state) == {"handler_id", "application", *lines_needed}


def test_a_seal_handed_in_and_cheques_lost_have_their_lawful_substitutes() -> None:
    kept = firm_case("DGXH")
    gone = firm_case("DGXH", seal_state="handed_in", ground="dissolved", vouchers="lost")
    assert not line("DGXH", kept, "application").alternatives
    assert [one.id for one in line("DGXH", gone, "application").alternatives] == ["without_seal"]
    assert [one.id for one in line("DGXH", gone, "blank_vouchers").alternatives] == [
        "lost_statement"
    ]


def test_a_closing_is_done_in_time_and_a_moving_firm_reopens_in_time() -> None:
    assert steps("DGXH", firm_case("DGXH"))["closed"].day == dt.date(2026, 11, 25)
    moving = firm_case("DGXH", ground="moving", account_kind="basic", others_open="no")
    assert steps("DGXH", moving)["reopen"].day == dt.date(2026, 12, 3)
    assert "tell_other_banks" not in steps("DGXH", moving)
    ended = firm_case("DGXH", ground="dissolved", account_kind="basic", others_open="no")
    assert steps("DGXH", ended)["tell_other_banks"].day == dt.date(2026, 11, 25)


def test_what_a_closing_signs() -> None:
    forms = {one.id for one in beside("DGXH", firm_case("DGXH")).forms}
    assert forms == {"authority_form", "application_form", "voided_list", "balance_agreed"}
    bare = firm_case("DGXH", comes_as="legal_rep", vouchers="none", balance_to="nothing")
    assert {one.id for one in beside("DGXH", bare).forms} == {"application_form"}
    assert beside("DGXH", bare).care is None
    paid_out = firm_case("DGXH", comes_as="liquidator", balance_to="by_liquidation")
    assert beside("DGXH", paid_out).care is not None
