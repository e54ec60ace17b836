"""QR texts: both ways, within the code's size, and any damage found."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.masks import find_unmasked
from counter_app.domain.numbers import ALPHABET, CaseNumber, PaperNumber
from counter_app.domain.paper import PaperKind
from counter_app.domain.qr import (
    SKELETON_MOST_BYTES,
    CaseSkeleton,
    ItemState,
    PaperReference,
    encode_skeleton,
    read_qr,
)
from counter_app.domain.refusal import Refusal

CASE_ID = "01979f3e-7a10-7c02-8e11-0b5d6a7c8f90"
SKELETON = CaseSkeleton(
    case_id=CASE_ID,
    service="KH",
    procedure_hash="0123456789ab",
    items=(ItemState.SEEN, ItemState.MISSING, ItemState.NOT_NEEDED),
    issued=date(2026, 11, 23),
)
hashes = st.text(st.sampled_from("0123456789abcdef"), min_size=12, max_size=12)
skeletons = st.builds(
    CaseSkeleton,
    case_id=st.one_of(
        st.uuids().map(str),
        st.text(st.sampled_from(ALPHABET), min_size=1, max_size=26),
    ),
    service=st.text(st.sampled_from(ALPHABET + "-"), min_size=1, max_size=8),
    procedure_hash=hashes,
    items=st.lists(st.sampled_from(ItemState), max_size=35).map(tuple),
    issued=st.dates(date(2020, 1, 1), date(2099, 12, 31)),
)


def encoded(skeleton: CaseSkeleton) -> str:
    text = encode_skeleton(skeleton)
    assert isinstance(text, str)
    return text


def test_the_known_text() -> None:
    text = encoded(SKELETON)
    assert text.startswith("CT2/U01JYFKWYGGFG18W48BBNN7S3WG/KH/0123456789AB/SMX/20261123/")
    assert len(text) == 68


@given(skeletons)
def test_a_skeleton_comes_back(skeleton: CaseSkeleton) -> None:
    text = encoded(skeleton)
    assert read_qr(text) == skeleton
    assert read_qr(text.swapcase()) == skeleton
    assert len(text.encode()) <= SKELETON_MOST_BYTES
    assert text.isascii()
    assert text == text.upper()


@given(skeletons, st.data())
def test_a_changed_sign_is_found(skeleton: CaseSkeleton, data: st.DataObject) -> None:
    text = encoded(skeleton)
    place = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from((ALPHABET + "/-ILOU").replace(text[place], "")))
    assert isinstance(read_qr(text[:place] + sign + text[place + 1 :]), Refusal)


@given(skeletons, st.data())
def test_a_swap_a_cut_and_a_doubled_sign_are_found(
    skeleton: CaseSkeleton, data: st.DataObject
) -> None:
    text = encoded(skeleton)
    place = data.draw(st.integers(0, len(text) - 2))
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if swapped != text:
        assert isinstance(read_qr(swapped), Refusal)
    assert isinstance(read_qr(text[: place + 1]), Refusal)
    assert isinstance(read_qr(text[:place] + text[place] + text[place:]), Refusal)


@given(skeletons, skeletons, st.data())
def test_two_scans_run_together_are_found(
    one: CaseSkeleton, other: CaseSkeleton, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(encoded(one))))
    mixed = encoded(one)[:place] + encoded(other)
    if mixed not in (encoded(one), encoded(other)):
        assert isinstance(read_qr(mixed), Refusal)


def test_a_skeleton_that_does_not_fit_is_refused() -> None:
    items = (ItemState.OPEN,) * 60
    answer = encode_skeleton(CaseSkeleton(CASE_ID, "KH", "0" * 12, items, date(2026, 11, 23)))
    assert answer == Refusal("skeleton_too_long", {"most": 106, "actual": 125})


@pytest.mark.parametrize(
    ("case_id", "service", "procedure"),
    [
        ("", "KH", "0" * 12),
        ("case/1", "KH", "0" * 12),
        ("张三", "KH", "0" * 12),
        (CASE_ID.upper(), "KH", "0" * 12),
        (CASE_ID, "", "0" * 12),
        (CASE_ID, "kh", "0" * 12),
        (CASE_ID, "K/H", "0" * 12),
        (CASE_ID, "KH", "0" * 11),
        (CASE_ID, "KH", "0" * 64),
        (CASE_ID, "KH", "ABCDEF012345"),
    ],
)
def test_a_part_without_a_place_is_refused(case_id: str, service: str, procedure: str) -> None:
    skeleton = CaseSkeleton(case_id, service, procedure, (), date(2026, 11, 23))
    assert encode_skeleton(skeleton) == Refusal("skeleton_part")


def test_a_papers_code() -> None:
    number = PaperNumber(CaseNumber(3, "A", 338), PaperKind.RECEIPT, 1)
    reference = PaperReference(number, "9f86d081884c")
    assert read_qr("CT1/03A-0338W-R1/9f86d081884c") == reference
    assert read_qr("ct1/03a-0338w-r1/9F86D081884C\r\n") == reference


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("CT1/03A-0339W-R1/9f86d081884c", "qr_damaged"),
        ("CT1/03A-0338W-R1/9f86d081884", "qr_damaged"),
        ("CT1/03A-0338W/9f86d081884c", "qr_damaged"),
        ("CT2/", "qr_damaged"),
        ("CT3/03A-0338W", "qr_unknown"),
        ("11010519491231002X", "qr_unknown"),
        ("", "qr_unknown"),
    ],
)
def test_other_texts_are_told_apart(raw: str, code: str) -> None:
    assert read_qr(raw) == Refusal(code)


@given(st.text(max_size=110))
def test_any_text_is_answered(raw: str) -> None:
    assert isinstance(read_qr(raw), Refusal)
    assert isinstance(read_qr(f"CT2/{raw}"), Refusal)


def test_a_skeleton_holds_no_persons_number() -> None:
    assert find_unmasked(encoded(SKELETON)) == ()
    assert UUID(CASE_ID).version == 7
