"""Case and paper numbers: known vectors, tolerance of a typing hand, damage found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.numbers import (
    ALPHABET,
    CaseNumber,
    PaperNumber,
    parse_case_number,
    parse_paper_number,
)
from counter_app.domain.paper import PaperKind
from counter_app.domain.refusal import Refusal

letters = st.text(st.sampled_from("ABCDEFGHJKMNPQRSTVWXYZ"), min_size=1, max_size=3)
cases = st.builds(CaseNumber, st.integers(0, 99), letters, st.integers(1, 999_999_999))
papers = st.builds(PaperNumber, cases, st.sampled_from(PaperKind), st.integers(1, 999))


def test_known_numbers() -> None:
    assert str(CaseNumber(3, "A", 338)) == "03A-0338W"
    assert str(CaseNumber(1, "B", 1)) == "01B-00018"
    assert str(PaperNumber(CaseNumber(3, "A", 338), PaperKind.ONE_TIME_NOTICE, 1)) == "03A-0338W-M1"


def hybrid_check(number: str) -> str:
    """ISO 7064's hybrid system for 32 signs, by the standard's own words."""
    size = len(ALPHABET)
    product = size
    for sign in number:
        total = (product + ALPHABET.index(sign)) % size or size
        product = total * 2 % (size + 1)
    return ALPHABET[(size + 1 - product) % size]


@given(cases)
def test_the_check_sign_is_the_standards(number: CaseNumber) -> None:
    compact = str(number).replace("-", "")
    assert hybrid_check(compact[:-1]) == compact[-1]


@given(cases)
def test_what_is_printed_is_read(number: CaseNumber) -> None:
    assert parse_case_number(str(number)) == number


@pytest.mark.parametrize(
    "typed",
    ["03A-0338W", "03a0338w", "O3A-O338w", "０３Ａ－０３３８Ｗ", " 03 A 0338 W ", "03A–0338W"],
)
def test_a_typing_hand_is_understood(typed: str) -> None:
    assert parse_case_number(typed) == CaseNumber(3, "A", 338)


def test_ones_may_be_typed_as_letters() -> None:
    assert parse_case_number("OlB-OOOi8") == CaseNumber(1, "B", 1)


@given(cases, st.data())
def test_every_changed_sign_is_found(number: CaseNumber, data: st.DataObject) -> None:
    compact = str(number).replace("-", "")
    place = data.draw(st.integers(0, len(compact) - 1))
    sign = data.draw(st.sampled_from(ALPHABET.replace(compact[place], "")))
    damaged = compact[:place] + sign + compact[place + 1 :]
    assert isinstance(parse_case_number(damaged), Refusal)


def test_swaps_of_neighbours_are_found_but_for_a_few() -> None:
    """33 is no prime, so the system over 32 signs overlooks one swap of neighbours in 200."""
    found = overlooked = 0
    for counter in range(1, 10_000):
        compact = str(CaseNumber(3, "A", counter)).replace("-", "")
        for place in range(3, len(compact) - 1):
            swapped = compact[:place] + compact[place + 1] + compact[place] + compact[place + 2 :]
            if swapped == compact or not swapped[3:7].isdecimal():
                continue
            refused = isinstance(parse_case_number(swapped), Refusal)
            found, overlooked = found + refused, overlooked + (not refused)
    assert (found, overlooked) == (29_694, 148)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "case_number_shape"),
        ("张三", "case_number_shape"),
        ("03A", "case_number_shape"),
        ("03-0338W", "case_number_shape"),
        ("03A-338W", "case_number_shape"),
        ("03A-0000J", "case_number_shape"),
        ("03A-00338W", "case_number_shape"),
        ("03U-0338W", "case_number_shape"),
        ("13812345678", "case_number_shape"),
        ("03A-0339W", "case_number_check"),
        ("03A-0338X", "case_number_check"),
    ],
)
def test_what_is_no_case_number(typed: str, code: str) -> None:
    assert parse_case_number(typed) == Refusal(code)


@pytest.mark.parametrize(
    ("terminal", "journal", "counter"),
    [
        (100, "A", 1),
        (-1, "A", 1),
        (3, "", 1),
        (3, "I", 1),
        (3, "a", 1),
        (3, "AAAA", 1),
        (3, "A", 0),
    ],
)
def test_parts_out_of_range_are_an_error(terminal: int, journal: str, counter: int) -> None:
    with pytest.raises(ValueError, match=r"terminal|journal|counter"):
        CaseNumber(terminal, journal, counter)


@given(papers)
def test_paper_numbers_round_trip_and_are_no_case_numbers(number: PaperNumber) -> None:
    assert parse_paper_number(str(number)) == number
    assert parse_paper_number(str(number).replace("-", "").lower()) == number
    assert isinstance(parse_case_number(str(number)), Refusal)


@given(cases)
def test_case_numbers_are_no_paper_numbers(number: CaseNumber) -> None:
    assert isinstance(parse_paper_number(str(number)), Refusal)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "paper_number_shape"),
        ("03A-0338W-M0", "paper_number_shape"),
        ("03A-0338W-X1", "paper_number_shape"),
        ("03A-0339W-M1", "case_number_check"),
    ],
)
def test_what_is_no_paper_number(typed: str, code: str) -> None:
    assert parse_paper_number(typed) == Refusal(code)


def test_sheets_run_from_one() -> None:
    with pytest.raises(ValueError, match="sheets"):
        PaperNumber(CaseNumber(3, "A", 338), PaperKind.RECEIPT, 0)
