"""The join code: what is in it comes back however it is typed, and a slip is told by its group."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.join_code import (
    MARK_BYTES,
    PASSWORD_BYTES,
    JoinCode,
    mark_of,
    parse_join_code,
)
from counter_app.domain.numbers import ALPHABET
from counter_app.domain.refusal import Refusal

UNTIL = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
USUAL = JoinCode(
    "10.12.3.4", 5432, "counter", 3, UNTIL, bytes(range(MARK_BYTES)), bytes(range(8, 16))
)
words = st.text(min_size=1, max_size=60)
codes = st.builds(
    JoinCode,
    st.one_of(st.ip_addresses(v=4).map(str), words),
    st.integers(1, 65535),
    st.one_of(st.just("counter"), words),
    st.integers(1, 99),
    st.integers(0, 2**30).map(lambda minutes: UNTIL + timedelta(minutes=minutes)),
    st.one_of(st.just(b""), st.binary(min_size=MARK_BYTES, max_size=MARK_BYTES)),
    st.binary(min_size=PASSWORD_BYTES, max_size=PASSWORD_BYTES),
)


def test_the_usual_code_is_short_and_stays_as_it_is() -> None:
    """Codes are printed: what an older program printed must read the same."""
    assert len(USUAL.groups) == 13
    assert str(USUAL).startswith("2C1H")
    assert parse_join_code(str(USUAL)) == USUAL


@given(codes)
def test_what_is_in_it_comes_back(code: JoinCode) -> None:
    for typed in (str(code), " ".join(code.groups), "".join(code.groups).lower()):
        assert parse_join_code(typed) == code


@given(st.data())
def test_a_wrong_sign_is_told_by_its_group(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(USUAL.groups) - 1))
    sign = data.draw(st.integers(0, 4))
    group = USUAL.groups[place]
    other = data.draw(st.sampled_from(ALPHABET.replace(group[sign], "")))
    typed = [*USUAL.groups]
    typed[place] = group[:sign] + other + group[sign + 1 :]
    answer = parse_join_code(" ".join(typed))
    assert answer == Refusal("join_code_mistyped", {"groups": str(place + 1)})


@pytest.mark.parametrize("typed", ["", "x", "-".join(USUAL.groups[:-1]), str(USUAL) + "-00000"])
def test_what_is_no_whole_code_is_refused(typed: str) -> None:
    answer = parse_join_code(typed)
    assert isinstance(answer, Refusal)
    assert answer.code in ("join_code_mistyped", "join_code_shape")


def test_another_version_is_not_half_understood() -> None:
    from counter_app.domain.groups import read_typed, spell

    data = read_typed(str(USUAL))
    assert isinstance(data, bytes)
    newer = bytes((data[0] + (1 << 4),)) + data[1:]
    assert parse_join_code(" ".join(spell(newer))) == Refusal("join_code_shape")


def test_a_code_says_no_password_when_shown() -> None:
    assert USUAL.password not in repr(USUAL)
    assert "secret" not in repr(USUAL)


@pytest.mark.parametrize("changes", [{"terminal": 0}, {"port": 70000}, {"host": ""}])
def test_what_no_code_can_hold(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"run from 1|1 to 255"):
        replace(USUAL, **changes)  # type: ignore[arg-type]


def test_a_mark_knows_its_certificate() -> None:
    assert mark_of(b"one") != mark_of(b"two")
    assert len(mark_of(b"one")) == MARK_BYTES
