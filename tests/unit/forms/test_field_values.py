"""What was typed into a field: normalised, or told what is wrong with it."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.identity import IdentityKind
from counter_app.domain.refusal import Refusal
from counter_app.forms.field_values import Asking, Entered, read_field
from counter_app.forms.run_state import StepId
from counter_app.forms.spec import FieldSpec
from counter_app.i18n import Text
from tests.unit.forms.cases import TODAY, adult, agent, child, parent, runner_for, state_of

ASKING = Asking(on=TODAY, options=(("card", Text("卡", "card")), ("book", Text("折", "passbook"))))
TYPES = (
    *("name", "text", "id_number", "phone", "amount"),
    *("choice", "date", "yes_no", "last4", "integer"),
)


def field(kind: str, **more: object) -> FieldSpec:
    options = [{"id": "card", "label": {"zh": "卡", "en": "card"}}] if kind == "choice" else []
    text = {"zh": "栏", "en": "field"}
    return FieldSpec.model_validate(
        {"id": "f", "label": text, "type": kind, "options": options, "why": text, "source": "s"}
        | more
    )


def read(kind: str, raw: str, asking: Asking = ASKING, **more: object) -> Entered | Refusal:
    return read_field(field(kind, **more), raw, asking)


@pytest.mark.parametrize(
    ("kind", "raw", "text"),
    [
        ("name", "  迪丽热巴·迪力木拉提 ", "迪丽热巴·迪力木拉提"),
        ("name", "𠮷田", "𠮷田"),
        ("id_number", "１１０１０５１９４９１２３１００２ｘ", "11010519491231002X"),
        ("id_number", "110105 19491231 002x", "11010519491231002X"),
        ("phone", "138 1234 5678", "13812345678"),
        ("phone", "+86-138-1234-5678", "13812345678"),
        ("phone", "１３８１２３４５６７８", "13812345678"),
        ("phone", "010-55550123", "01055550123"),
        ("phone", "+852 9123 4567", "+85291234567"),
        ("amount", "￥50,000", "50000.00"),
        ("amount", "５００００．５", "50000.50"),
        ("amount", "5万", "50000.00"),
        ("amount", "1.5 万元", "15000.00"),
        ("amount", "300元", "300.00"),
        ("date", "2026年11月2日", "2026-11-02"),
        ("date", "20261102", "2026-11-02"),
        ("date", "2026/11/2", "2026-11-02"),
        ("yes_no", "是", "yes"),
        ("yes_no", "N", "no"),
        ("last4", "４４１７", "4417"),
        ("integer", "１２", "12"),
        ("choice", "card", "card"),
        ("text", " 平安路1号 ", "平安路1号"),
    ],
)
def test_what_is_meant_is_taken(kind: str, raw: str, text: str) -> None:
    entered = read(kind, raw)
    assert isinstance(entered, Entered), entered
    assert entered.text == text


@pytest.mark.parametrize(
    ("kind", "raw", "code", "params"),
    [
        ("id_number", "11010519491231002", "number_length", {"expected": 18, "actual": 17}),
        ("id_number", "110105194912310021", "number_check_digit", {}),
        ("phone", "1381234567", "phone_length", {"expected": 11, "actual": 10}),
        ("phone", "12812345678", "phone_start", {}),
        ("phone", "138abcd5678", "phone_signs", {}),
        ("phone", "+12", "phone_abroad_shape", {}),
        ("amount", "0", "amount_zero", {}),
        ("amount", "-5", "amount_negative", {}),
        ("amount", "1.234", "amount_decimals", {"digits": 2}),
        ("date", "2026-02-30", "date_impossible", {}),
        ("date", "昨天", "date_unreadable", {}),
        ("yes_no", "也许", "yes_no_unknown", {}),
        ("last4", "441", "last4_length", {"expected": 4, "actual": 3}),
        ("last4", "44a7", "last4_signs", {}),
        ("integer", "2.5", "integer_signs", {}),
        ("choice", "卡", "choice_unknown", {}),
        ("text", "字" * 61, "text_too_long", {"longest": 60, "actual": 61}),
    ],
)
def test_what_is_wrong_is_told(
    kind: str, raw: str, code: str, params: dict[str, str | int]
) -> None:
    refusal = read(kind, raw)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, dict(refusal.params)) == (code, params)


def test_bounds_include_their_number() -> None:
    bounded = Asking(on=TODAY, minimum=Decimal(100), maximum=Decimal(200))
    assert isinstance(read("amount", "100", bounded), Entered)
    assert isinstance(read("amount", "200", bounded), Entered)
    assert read("amount", "99.99", bounded) == Refusal("too_small", {"least": "100"})
    assert read("integer", "201", bounded) == Refusal("too_large", {"most": "200"})


def test_a_day_can_be_bounded_by_the_business_date() -> None:
    tomorrow = (TODAY + dt.timedelta(days=1)).isoformat()
    yesterday = (TODAY - dt.timedelta(days=1)).isoformat()
    limit = "business_date"
    assert read("date", tomorrow, not_after=limit) == Refusal(
        "date_too_late", {"latest": "2026-11-23"}
    )
    assert read("date", yesterday, not_before=limit) == Refusal(
        "date_too_early", {"earliest": "2026-11-23"}
    )
    assert isinstance(read("date", TODAY.isoformat(), not_after=limit, not_before=limit), Entered)


def test_numbers_are_worded_masked_and_amounts_bind() -> None:
    number, amount = read("id_number", "11010519491231002X"), read("amount", "50000")
    card = read("last4", "4417")
    assert isinstance(number, Entered)
    assert number.words.zh == "110***********002X"
    assert isinstance(amount, Entered)
    assert amount.capital == Text("人民币伍万元整", "Renminbi fifty thousand only")
    assert amount.words.zh == "￥50,000.00"
    assert isinstance(card, Entered)
    assert card.words == Text("尾号 4417", "ending in 4417")


def test_an_amount_follows_its_currency() -> None:
    yen = Asking(on=TODAY, currency="JPY")
    assert read("amount", "100.5", yen) == Refusal("amount_decimals", {"digits": 0})
    entered = read("amount", "100", yen)
    assert isinstance(entered, Entered)
    assert entered.words.zh == "JPY 100"


def test_a_number_is_judged_by_the_paper_it_belongs_to() -> None:
    passport = Asking(on=TODAY, identity_kind=IdentityKind.FOREIGN_PASSPORT)
    assert isinstance(read("id_number", "e1234567", passport), Entered)
    assert isinstance(read("id_number", "e1234567"), Refusal)


def test_what_was_offered_masked_is_taken_as_it_is() -> None:
    known = Asking(on=TODAY, known="138****5678")
    entered = read("phone", "138****5678", known)
    assert isinstance(entered, Entered)
    assert isinstance(read("phone", "139****5678", known), Refusal)


@given(st.sampled_from(TYPES), st.text(max_size=30))
def test_nothing_typed_raises_and_what_is_taken_is_stable(kind: str, raw: str) -> None:
    """Reading is total, and a normalised text reads as itself."""
    entered = read(kind, raw) if raw.strip() else Refusal("empty")
    if isinstance(entered, Entered):
        again = read(kind, entered.text)
        assert isinstance(again, Entered)
        assert (again.text, again.value) == (entered.text, entered.value)


def test_a_prefilled_phone_needs_no_typing_and_an_empty_one_is_asked() -> None:
    runner = runner_for("GS")
    state = state_of(adult(), report_kind="oral", stolen="no", particulars="x", lost_on="2026-11-1")
    shown = {line.id: line for line in runner.fields(state, StepId.DETAILS)}
    assert (shown["phone"].value, shown["phone"].prefilled) == ("138****5678", True)
    assert runner.check_fields(state, StepId.DETAILS).faults == ()
    emptied = state.with_value("phone", "")
    faults = runner.check_fields(emptied, StepId.DETAILS).faults
    assert [(one.where, one.code) for one in faults] == [("phone", "required")]


def test_every_fault_of_a_step_is_told_in_order() -> None:
    runner = runner_for("GS")
    state = state_of(
        adult(present=False),
        agent(phone_masked=None),
        report_kind="written",
        stolen="no",
        lost_on="2026-11-24",
        phone="1381234567",
        account_last4="44",
    )
    faults = runner.check_fields(state, StepId.DETAILS).faults
    assert [(one.where, one.code) for one in faults] == [
        ("account_last4", "last4_length"),
        ("lost_on", "date_too_late"),
        ("phone", "phone_length"),
        ("agent_relation", "required"),
    ]
    assert dict(faults[2].params) == {"expected": "11", "actual": "10"}


def test_a_hidden_field_keeps_its_text_and_is_not_confirmed() -> None:
    runner = runner_for("GRKH")
    state = state_of(adult(), account_class="class_two", channels="mobile", daily_limit="5000")
    counter = state.with_value("channels", "counter_only")
    assert counter.values["daily_limit"] == "5000"
    assert "daily_limit" not in dict(runner.check_fields(counter, StepId.DETAILS).values)
    assert "daily_limit" in dict(runner.check_fields(state, StepId.DETAILS).values)


def test_an_answer_that_is_not_offered_is_not_taken() -> None:
    runner = runner_for("GRKH")
    state = state_of(parent(), child(), account_class="class_two", guardian_relation="adult_ward")
    faults = runner.check_fields(state, StepId.NEED).faults
    assert ("guardian_relation", "choice_unknown") in [(one.where, one.code) for one in faults]
