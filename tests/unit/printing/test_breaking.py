"""Lines of a paper end where a reader would end them."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counter_app.printing.breaking import CLOSING, OPENING, break_lines, units
from counter_app.printing.signs import Sign, Signs, is_wide, signs_of, width_of, words_of

NARROW = 0.5


def advance(char: str) -> float:
    return 1.0 if is_wide(char) else NARROW


def measure(signs: Sequence[Sign]) -> float:
    return width_of(signs, advance, 1.0)


def lines_of(text: str, width: float) -> list[str]:
    return [words_of(line) for line in break_lines(signs_of(text), width, measure)]


SENTENCES = (
    "我们发短信告诉您开户结果。当天 17:00 还没有收到，请打本网点电话 010-5555 0123。",
    "请在 2026年12月25日（周五）前来领卡；金额为￥50,000.00，人民币伍万元整。",
    "她说“已经办好了”。（《后续事项告知单》上有每件事的日期）！",
    "满 6 个月没用，会暂停网上和自助业务，第 3 次提醒后 5 个工作日内处理。",
    "手机 138****5678（短信发到这个号码），证件 110***********002X。",
    "阿卜杜热西提·买买提吐尔逊·阿不都克里木在 3 号窗口，柜员 80231",
)

pieces = st.sampled_from(
    [
        *"账户开立前还不能使用已受理",
        "，",
        "。",
        "”。",
        "（",
        "《",
        "》",
        "）",
        "“",
        "、",
        " ",
        "17:00",
        "11月26日（周四）前",
        "￥1,234.50",
        "010-5555 0123",
        "Passport",
        "3 个工作日",
        "·",
    ]
)
texts = st.lists(pieces, min_size=1, max_size=60).map("".join)


@pytest.mark.parametrize("width", range(12, 60))
@pytest.mark.parametrize("text", SENTENCES)
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, width: int
) -> None:
    for line in lines_of(text, width):
        assert line[0] not in CLOSING
        assert line[-1] not in OPENING
        assert measure(signs_of(line)) <= width


@given(texts, st.integers(min_value=12, max_value=50))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    lines = lines_of(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(measure(signs_of(line)) <= width for line in lines)


@example("账账账账“ 账11月26日（周四）前", 14)
@given(texts, st.integers(min_value=14, max_value=50))
def test_marks_keep_their_side_when_every_unit_fits(text: str, width: int) -> None:
    signs = signs_of(text.strip())
    fits = all(measure(unit) <= width for unit in units(signs))
    lines = [words_of(line) for line in break_lines(signs, width, measure)]
    if fits:
        assert all(line[0] not in CLOSING for line in lines[1:])
        assert all(line[-1] not in OPENING for line in lines[:-1])


@given(texts)
def test_units_joined_are_the_text(text: str) -> None:
    signs = signs_of(text)
    assert tuple(sign for unit in units(signs) for sign in unit) == signs


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("请于11月26日（周四）前来", "11月26日（周四）前"),
        ("金额￥50,000.00已收", "￥50,000.00"),
        ("请打010-5555 0123问", "010-5555 0123"),
        ("请打138 1234 5678问", "138 1234 5678"),
        ("将在 3 个工作日内开立", "3 个工作日"),
        ("提前 2 天打电话", "2 天"),
        ("最高偿付 50 万元以内", "50 万元"),
        ("办理Ⅰ类账户业务", "Ⅰ类"),
        ("3 号窗口，柜员 80231 讲解", "柜员 80231"),
        ("编号03A-0338W-R1有效", "03A-0338W-R1"),
        ("按第 7 条办理", "第 7 条"),
    ],
)
def test_what_is_read_as_one_thing_stays_on_one_line(text: str, whole: str) -> None:
    for width in range(len(whole) + 2, 40):
        assert any(whole in line for line in lines_of(text, width)), (width, lines_of(text, width))


def test_no_break_space_never_breaks() -> None:
    text = "证件号码\u00a0110\u00a0002X已核对"
    assert all("\u00a0" not in (line[0], line[-1]) for line in lines_of(text, 11))


@given(texts, st.integers(min_value=16, max_value=50))
def test_the_last_line_is_not_one_lonely_sign(text: str, width: int) -> None:
    signs = signs_of(text.strip())
    found = list(units(signs))
    lines = break_lines(signs, width, measure)
    if len(lines) < 2 or len(lines[-1]) > 1 or any(measure(unit) > width for unit in found):
        return
    last: Signs = ()
    while len(words_of(last).strip()) < len(lines[-1]):
        last = (*found.pop(), *last)
    alone = len(words_of(found[-1]).strip()) == len(lines[-2])
    assert alone or measure((*found[-1], *last)) > width


def test_a_long_name_wraps_at_spaces_then_at_hyphens() -> None:
    name = "ALEXANDRA MARIA KONSTANTINOPOULOU-FERNANDEZ"
    assert lines_of(name, 14) == ["ALEXANDRA MARIA", "KONSTANTINOPOULOU-FERNANDEZ"]
    assert lines_of(name, 10) == ["ALEXANDRA MARIA", "KONSTANTINOPOULOU-", "FERNANDEZ"]


def test_a_word_wider_than_the_line_is_cut_rather_than_printed_over() -> None:
    lines = lines_of("A" * 50, 10)
    assert "".join(lines) == "A" * 50
    assert all(len(line) * NARROW <= 10 for line in lines)
