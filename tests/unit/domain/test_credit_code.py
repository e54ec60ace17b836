"""Credit codes of organisations: known vector, the remainder that trips others, stdnum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from counter_app.domain.credit_code import check_credit_code, credit_code_check_sign
from counter_app.domain.refusal import Refusal

KNOWN = "91350100M000100Y43"
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
heads = st.builds(
    lambda authority, area, body: authority + area + body,
    st.sampled_from(["91", "92", "93", "51", "12", "11", "N1"]),
    st.from_regex(r"[1-7][0-9]{5}", fullmatch=True),
    st.text(st.sampled_from(SIGNS), min_size=9, max_size=9),
)


def test_the_known_code() -> None:
    assert check_credit_code("９１３５０１００m０００１００y４３") == KNOWN
    assert check_credit_code(" 91350100-M000100Y43 ") == KNOWN


@given(heads)
def test_the_check_sign_agrees_with_stdnum(head: str) -> None:
    sign = credit_code_check_sign(head)
    assert sign == uscc.calc_check_digit(head)
    assert check_credit_code(head + sign) == head + sign


def test_a_remainder_of_nothing_gives_0() -> None:
    head = next(
        head
        for head in (f"91350100M00010{number:03d}" for number in range(1000))
        if credit_code_check_sign(head) == "0"
    )
    assert check_credit_code(head + "0") == head + "0"


@given(heads, st.integers(0, 17), st.sampled_from(SIGNS))
def test_every_changed_sign_is_found(head: str, place: int, sign: str) -> None:
    code = head + credit_code_check_sign(head)
    damaged = code[:place] + sign + code[place + 1 :]
    if damaged != code:
        assert isinstance(check_credit_code(damaged), Refusal)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "number_empty"),
        (KNOWN[:17], "number_length"),
        ("91350100I000100Y43", "number_signs"),
        ("913501A0M000100Y43", "number_signs"),
        ("91350100M000100Y44", "number_check_digit"),
    ],
)
def test_what_cannot_be_a_code(raw: str, code: str) -> None:
    answer = check_credit_code(raw)
    assert isinstance(answer, Refusal)
    assert answer.code == code
