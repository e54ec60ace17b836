"""Identity numbers: known vectors, damage, differential against stdnum, every kind's shape."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from counter_app.domain.identity import (
    IDENTITY_NAMES,
    IdentityKind,
    IdentityNumber,
    Sex,
    check_number,
    check_sign,
    kinds_for,
)
from counter_app.domain.refusal import Refusal

ON = date(2026, 11, 24)
KNOWN = "11010519491231002X"
CITIZEN = (
    IdentityKind.RESIDENT_ID,
    IdentityKind.TEMPORARY_ID,
    IdentityKind.HOUSEHOLD_REGISTER,
)
FULL_WIDTH = str.maketrans("0123456789Xx", "０１２３４５６７８９Ｘｘ")


def eighteen(area: str = "110105", born: str = "19491231", sequence: str = "002") -> str:
    head = area + born + sequence
    return head + check_sign(head)


def refused(kind: IdentityKind, raw: str) -> str:
    answer = check_number(kind, raw, ON)
    assert isinstance(answer, Refusal)
    return answer.code


births = st.dates(date(1900, 1, 1), ON).map(lambda day: day.strftime("%Y%m%d"))
areas = st.from_regex(r"[1-7][0-9]{5}", fullmatch=True)
sequences = st.from_regex(r"[0-9]{3}", fullmatch=True)
numbers = st.builds(eighteen, areas, births, sequences)


def test_the_known_number_says_who() -> None:
    answer = check_number(IdentityKind.RESIDENT_ID, KNOWN, ON)
    assert answer == IdentityNumber(IdentityKind.RESIDENT_ID, KNOWN, date(1949, 12, 31), Sex.FEMALE)


def test_a_log_of_the_value_does_not_show_the_number() -> None:
    assert KNOWN not in repr(check_number(IdentityKind.RESIDENT_ID, KNOWN, ON))


def test_every_kind_has_a_name_in_both_languages() -> None:
    assert set(IDENTITY_NAMES) == set(IdentityKind)
    for kind in IdentityKind:
        assert kind.label.zh
        assert kind.label.en.isascii()


@pytest.mark.parametrize(
    "typed",
    [
        KNOWN.lower(),
        KNOWN.translate(FULL_WIDTH),
        KNOWN.lower().translate(FULL_WIDTH),
        "110105 19491231 002X",
        "110105-19491231-002x",
        f"  {KNOWN}\u3000",
    ],
)
def test_typed_signs_are_made_one(typed: str) -> None:
    answer = check_number(IdentityKind.RESIDENT_ID, typed, ON)
    assert isinstance(answer, IdentityNumber)
    assert answer.number == KNOWN


@given(numbers)
def test_a_right_number_passes_for_each_citizens_paper(number: str) -> None:
    for kind in CITIZEN:
        answer = check_number(kind, number, ON)
        assert isinstance(answer, IdentityNumber)
        assert answer.birth is not None
        assert answer.birth.strftime("%Y%m%d") == number[6:14]
        assert answer.sex is (Sex.MALE if number[16] in "13579" else Sex.FEMALE)


@given(births, sequences)
def test_agrees_with_stdnum_on_ordinary_numbers(born: str, sequence: str) -> None:
    number = eighteen(born=born, sequence=sequence)
    assert ric.is_valid(number)
    assert str(ric.calc_check_digit(number)) == number[17]
    answer = check_number(IdentityKind.RESIDENT_ID, number, ON)
    assert isinstance(answer, IdentityNumber)
    assert answer.birth == ric.get_birth_date(number)


@given(births, sequences, st.integers(0, 10))
def test_agrees_with_stdnum_on_check_signs(born: str, sequence: str, sign: int) -> None:
    number = ("110105" + born + sequence) + "0123456789X"[sign]
    passed = isinstance(check_number(IdentityKind.RESIDENT_ID, number, ON), IdentityNumber)
    assert passed == ric.is_valid(number)


@given(numbers, st.integers(0, 16), st.integers(1, 9))
def test_every_changed_digit_is_found(number: str, place: int, by: int) -> None:
    other = str((int(number[place]) + by) % 10)
    damaged = number[:place] + other + number[place + 1 :]
    assert refused(IdentityKind.RESIDENT_ID, damaged) == "number_check_digit"


@given(numbers, st.integers(0, 15))
def test_every_swap_of_neighbours_is_found(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        assert refused(IdentityKind.RESIDENT_ID, swapped) == "number_check_digit"


def test_retired_and_unknown_areas_are_never_refused() -> None:
    # 110103 崇文区 was dissolved in 2010, 510202 became part of 重庆, 999998 never was.
    for area in ("110103", "510202", "330122", "770000", "659999"):
        assert isinstance(
            check_number(IdentityKind.RESIDENT_ID, eighteen(area), ON), IdentityNumber
        )


@pytest.mark.parametrize("born", ["20230229", "19001301", "19490431", "20000000", "17000101"])
def test_impossible_birth_dates_are_refused(born: str) -> None:
    assert refused(IdentityKind.RESIDENT_ID, eighteen(born=born)) == "birth_date_impossible"


def test_birth_is_judged_on_the_business_date() -> None:
    newborn = eighteen(born=ON.strftime("%Y%m%d"))
    tomorrow = eighteen(born=(ON + timedelta(days=1)).strftime("%Y%m%d"))
    assert isinstance(check_number(IdentityKind.HOUSEHOLD_REGISTER, newborn, ON), IdentityNumber)
    assert refused(IdentityKind.HOUSEHOLD_REGISTER, tomorrow) == "birth_date_future"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "number_empty"),
        (" \u3000-", "number_empty"),
        ("110105491231002", "number_first_generation"),
        (KNOWN[:17], "number_length"),
        (KNOWN + "1", "number_length"),
        ("1101051949123100AX", "number_signs"),
        ("11010519491231002Y", "number_signs"),
        ("٣" * 18, "number_signs"),
    ],
)
def test_what_cannot_be_a_citizens_number(raw: str, code: str) -> None:
    assert refused(IdentityKind.RESIDENT_ID, raw) == code


def test_a_refusal_tells_lengths_and_never_the_number() -> None:
    answer = check_number(IdentityKind.RESIDENT_ID, KNOWN[:17], ON)
    assert answer == Refusal("number_length", {"expected": 18, "actual": 17})


@pytest.mark.parametrize(
    ("prefix", "kind"),
    [
        ("810000", IdentityKind.HK_RESIDENCE_PERMIT),
        ("820000", IdentityKind.MACAO_RESIDENCE_PERMIT),
        ("830000", IdentityKind.TAIWAN_RESIDENCE_PERMIT),
        ("911156", IdentityKind.PERMANENT_RESIDENT_CARD),
    ],
)
def test_numbers_of_18_signs_belong_to_one_class(prefix: str, kind: IdentityKind) -> None:
    number = eighteen(prefix, "19990101", "011")
    answer = check_number(kind, number, ON)
    assert answer == IdentityNumber(kind, number, date(1999, 1, 1), Sex.MALE)
    assert kinds_for(number, ON) == (kind,)
    assert check_number(IdentityKind.RESIDENT_ID, number, ON) == Refusal(
        "number_of_other_kind", {"kind": kind.value}
    )
    assert check_number(kind, KNOWN, ON) == Refusal(
        "number_of_other_kind", {"kind": IdentityKind.RESIDENT_ID.value}
    )
    assert refused(kind, number[:17] + ("1" if number[17] != "1" else "2")) == "number_check_digit"


@pytest.mark.parametrize(
    ("kind", "raw", "number"),
    [
        (IdentityKind.HK_MACAO_PERMIT, "h12345678", "H12345678"),
        (IdentityKind.HK_MACAO_PERMIT, "M1234567801", "M1234567801"),
        (IdentityKind.TAIWAN_PERMIT, "12345678", "12345678"),
        (IdentityKind.TAIWAN_PERMIT, "1234567890（b）", "1234567890B"),
        (IdentityKind.FOREIGN_PASSPORT, "c01x00t47", "C01X00T47"),
        (IdentityKind.FOREIGN_PASSPORT, "123456789", "123456789"),
        (IdentityKind.CHINESE_PASSPORT, "Ｅ12345678", "E12345678"),
        (IdentityKind.CHINESE_PASSPORT, "EA1234567", "EA1234567"),
        (IdentityKind.CHINESE_PASSPORT, "151234567", "151234567"),
        (IdentityKind.PERMANENT_RESIDENT_CARD, "usa110082010101", "USA110082010101"),
        (IdentityKind.MILITARY_ID, "军字第2001988号", "军字第2001988号"),
        (IdentityKind.ARMED_POLICE_ID, "武字第 0123456 号", "武字第0123456号"),
    ],
)
def test_other_papers_by_their_shape(kind: IdentityKind, raw: str, number: str) -> None:
    assert check_number(kind, raw, ON) == IdentityNumber(kind, number)
    assert kind in kinds_for(raw, ON)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (IdentityKind.HK_MACAO_PERMIT, "K12345678"),
        (IdentityKind.HK_MACAO_PERMIT, "H1234567"),
        (IdentityKind.TAIWAN_PERMIT, "123456789"),
        (IdentityKind.CHINESE_PASSPORT, "X12345678"),
        (IdentityKind.FOREIGN_PASSPORT, "ABCDEF"),
        (IdentityKind.FOREIGN_PASSPORT, "A1"),
        (IdentityKind.MILITARY_ID, "军字第号"),
    ],
)
def test_other_papers_of_wrong_shape(kind: IdentityKind, raw: str) -> None:
    answer = check_number(kind, raw, ON)
    assert isinstance(answer, Refusal)
    assert answer.code == "number_shape"
    assert answer.params["kind"] == kind.value


def test_a_scan_is_guessed_the_likeliest_first() -> None:
    assert kinds_for(KNOWN, ON) == CITIZEN
    assert kinds_for("H12345678", ON)[0] is IdentityKind.HK_MACAO_PERMIT
    assert kinds_for("E12345678", ON)[0] is IdentityKind.CHINESE_PASSPORT
    assert kinds_for("USA110082010101", ON)[0] is IdentityKind.PERMANENT_RESIDENT_CARD
    assert kinds_for(KNOWN[:17] + "1", ON) == ()
    assert kinds_for("", ON) == ()


def test_length_counts_code_points() -> None:
    # A sign beyond U+FFFF is one sign, although a window's text holds two units for it.
    answer = check_number(IdentityKind.RESIDENT_ID, KNOWN[:16] + "𬱖X", ON)
    assert isinstance(answer, Refusal)
    assert answer.code == "number_signs"


@given(st.text(max_size=40), st.sampled_from(list(IdentityKind)))
def test_any_text_is_answered(raw: str, kind: IdentityKind) -> None:
    answer = check_number(kind, raw, ON)
    if isinstance(answer, IdentityNumber):
        assert check_number(kind, answer.number, ON) == answer
        assert kind in kinds_for(raw, ON)
