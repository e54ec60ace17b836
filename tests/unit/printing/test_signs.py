"""Weight and room of signs."""

import pytest

from counter_app.printing.signs import Sign, bare, hang, lead_in, signs_of, step, width_of


def full(_: str) -> float:
    return 1.0


def test_double_brackets_are_bold_and_stars_are_text() -> None:
    signs = signs_of("138****5678，[[已还给您]]。")
    assert bare("138****5678，[[已还给您]]。") == "138****5678，已还给您。"
    assert [sign.char for sign in signs if sign.bold] == list("已还给您")


def test_a_mark_of_weight_left_open_is_bold_to_the_end() -> None:
    assert signs_of("甲[[乙") == (Sign("甲", False), Sign("乙", True))


def test_line_breaks_in_data_are_spaces() -> None:
    assert bare("东大街\n18 号") == "东大街 18 号"


@pytest.mark.parametrize(
    ("pair", "width"), [("”。", 1.5), ("、）", 1.5), ("）（", 1.5), ("（《", 1.5)]
)
def test_two_full_width_marks_share_their_white(pair: str, width: float) -> None:
    assert width_of(signs_of(pair), full, 1.0) == width


def test_a_mark_before_a_word_keeps_its_width() -> None:
    assert width_of(signs_of("，账（户"), full, 1.0) == 4.0


def test_only_a_leading_opening_mark_hangs() -> None:
    assert hang(signs_of("（甲"), 2.0) == pytest.approx(0.9)
    assert hang(signs_of("甲（"), 2.0) == 0.0


def test_roman_one_loses_white_on_both_sides() -> None:
    assert step("Ⅰ", "类", 1.0, 1.0) == pytest.approx(0.56)
    assert lead_in("Ⅰ", 1.0) == pytest.approx(0.22)
