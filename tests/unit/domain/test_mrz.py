"""The machine-readable zone: the specimens of ICAO Doc 9303, damage, and the century of a year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.identity import IdentityKind, Sex
from counter_app.domain.mrz import check_digit, is_mrz_line, lines_wanted, read_mrz
from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal

TODAY = date(2026, 11, 24)
PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
CARD = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)


def test_the_specimen_passport_is_read() -> None:
    read = read_mrz(PASSPORT, TODAY)
    assert read == PaperRead(
        IdentityKind.FOREIGN_PASSPORT,
        "L898902C3",
        "ERIKSSON ANNA MARIA",
        date(1974, 8, 12),
        Sex.FEMALE,
        date(2012, 4, 15),
    )


def test_the_specimen_card_is_read() -> None:
    read = read_mrz(CARD, TODAY)
    assert isinstance(read, PaperRead)
    assert (read.number, read.name) == ("D23145890", "ERIKSSON ANNA MARIA")


def test_a_passport_of_this_country_is_a_chinese_one() -> None:
    read = read_mrz((PASSPORT[0].replace("UTO", "CHN"), PASSPORT[1]), TODAY)
    assert isinstance(read, PaperRead)
    assert read.kind is IdentityKind.CHINESE_PASSPORT


def test_a_year_is_read_as_of_the_day() -> None:
    second = PASSPORT[1]
    born = "240101"
    changed = second[:13] + born + check_digit(born) + second[20:43]
    changed += check_digit(changed[0:10] + changed[13:20] + changed[21:43])
    read = read_mrz((PASSPORT[0], changed), TODAY)
    assert isinstance(read, PaperRead)
    assert read.birth == date(2024, 1, 1)


@given(st.sampled_from((*range(10), *range(13, 20), *range(21, 28))), st.integers(1, 9))
def test_a_wrong_digit_is_found(place: int, shift: int) -> None:
    second = PASSPORT[1]
    old = second[place]
    new = str((int(old) + shift) % 10) if old.isdigit() else str(shift % 10)
    damaged = second[:place] + new + second[place + 1 :]
    if old.isdigit() or check_digit(damaged[0:9]) != second[9]:
        assert isinstance(read_mrz((PASSPORT[0], damaged), TODAY), Refusal)


@pytest.mark.parametrize("lines", [(), PASSPORT[:1], (*PASSPORT, "X"), CARD[:2]])
def test_part_of_a_zone_is_none(lines: tuple[str, ...]) -> None:
    assert read_mrz(lines, TODAY) == Refusal("mrz_layout")


def test_a_line_is_known_as_one_and_tells_how_many_follow() -> None:
    assert is_mrz_line(PASSPORT[0])
    assert (lines_wanted(PASSPORT[0]), lines_wanted(CARD[0])) == (2, 3)
    assert not is_mrz_line("11010119840506002X")
    assert not is_mrz_line("0" * 44)
