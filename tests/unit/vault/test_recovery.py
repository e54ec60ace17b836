"""The recovery key on paper: read back however it is typed, and a slip told by its group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.groups import SIGNS_IN_GROUP
from counter_app.domain.numbers import ALPHABET
from counter_app.vault.recovery import (
    GROUPS,
    SECRET_BYTES,
    RecoveryMistyped,
    read_typed,
    spell,
)

secrets = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)
VECTOR_GROUPS = ("000GZ", "40R4S", "0M30W")
"""Of the bytes 0 to 19: the signs by hand, the check signs by a second reading of ISO 7064."""

places = st.integers(0, GROUPS - 1)


def test_a_sheet_as_it_looks() -> None:
    groups = spell(bytes(range(SECRET_BYTES)))
    assert len(groups) == GROUPS == 8
    assert {len(group) for group in groups} == {SIGNS_IN_GROUP + 1}
    assert groups[:3] == VECTOR_GROUPS


@given(secrets)
def test_what_is_spelled_reads_back(secret: bytes) -> None:
    groups = spell(secret)
    assert read_typed(" ".join(groups)) == secret
    assert read_typed("".join(groups)) == secret
    assert read_typed("-".join(groups).lower()) == secret
    assert read_typed("\n".join(groups)) == secret


@given(secrets)
def test_full_width_and_look_alikes_are_read_as_meant(secret: bytes) -> None:
    typed = "　".join(spell(secret)).translate({ord("0"): "O", ord("1"): "l"})
    full_width = "".join(chr(ord(s) + 0xFEE0) if "!" <= s <= "~" else s for s in typed)
    assert read_typed(typed) == secret
    assert read_typed(full_width) == secret


@given(secrets, places, st.integers(0, SIGNS_IN_GROUP), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_always_found_in_its_group(
    secret: bytes, place: int, at: int, sign: str
) -> None:
    groups = list(spell(secret))
    right = groups[place]
    groups[place] = right[:at] + sign + right[at + 1 :]
    expected = secret if groups[place] == right else RecoveryMistyped((place + 1,))
    assert read_typed(" ".join(groups)) == expected


@given(secrets, places, places)
def test_two_exchanged_groups_are_found(secret: bytes, one: int, other: int) -> None:
    groups = list(spell(secret))
    groups[one], groups[other] = groups[other], groups[one]
    typed = read_typed(" ".join(groups))
    if groups == list(spell(secret)):
        assert typed == secret
    else:
        assert typed == RecoveryMistyped(tuple(sorted((one + 1, other + 1))))


@given(secrets, places)
def test_a_group_cut_short_is_named(secret: bytes, place: int) -> None:
    groups = list(spell(secret))
    groups[place] = groups[place][:-1]
    assert read_typed(" ".join(groups)) == RecoveryMistyped((place + 1,))


@given(secrets, places)
def test_a_group_left_out_spoils_it_from_there_on(secret: bytes, place: int) -> None:
    groups = list(spell(secret))
    del groups[place]
    typed = read_typed(" ".join(groups))
    assert isinstance(typed, RecoveryMistyped)
    assert min(typed.groups) == place + 1
    assert GROUPS in typed.groups


@pytest.mark.parametrize("typed", ["", "   ", "恢复密钥", "U" * 40, "0" * 400])
def test_what_is_no_key_at_all_is_refused(typed: str) -> None:
    assert isinstance(read_typed(typed), RecoveryMistyped)


@given(st.text())
def test_no_text_breaks_the_reader(typed: str) -> None:
    assert isinstance(read_typed(typed), RecoveryMistyped | bytes)


def test_a_key_of_another_length_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="20 bytes"):
        spell(b"short")
