"""Masks: the forms agreed for papers and window, and the search for numbers left open."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.identity import check_sign
from counter_app.domain.masks import (
    Finding,
    Unmasked,
    card_tail,
    find_unmasked,
    mask_address,
    mask_card,
    mask_number,
    mask_phone,
    scrub,
)
from counter_app.i18n import Text

KNOWN = "11010519491231002X"


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (KNOWN, "110***********002X"),
        ("91350100M000100Y43", "913***********0Y43"),
        ("110105 19491231 002X", "110*** ******** 002X"),
        ("USA110082010101", "USA********0101"),
        ("E12345678", "E*****678"),
        ("H1234567801", "H*******801"),
        ("12345678", "1****678"),
        ("A12345", "A*****"),
        ("A", "A"),
        ("", ""),
    ],
)
def test_numbers(number: str, masked: str) -> None:
    assert mask_number(number) == masked


@given(st.text(st.characters(categories=["Nd", "Lu", "Lo"]), min_size=7, max_size=40))
def test_a_mask_keeps_length_in_code_points_and_hides_most(number: str) -> None:
    masked = mask_number(number)
    assert len(masked) == len(number)
    assert masked.count("*") >= 3
    shown = [index for index, sign in enumerate(masked) if sign != "*"]
    assert len(shown) <= 7
    assert all(masked[index] == number[index] for index in shown)


def test_a_rare_sign_is_one_sign() -> None:
    assert mask_number("军𬱖字第2001988号") == "军" + "*" * 8 + "88号"


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812345678", "138****5678"),
        ("138 1234 5678", "138 **** 5678"),
        ("+8613812345678", "+86138****5678"),
        ("010-55550123", "010-****0123"),
        ("+852 9123 4567", "+852 **** 4567"),
        ("8765432", "***5432"),
        ("95588", "****8"),
        ("", ""),
    ],
)
def test_phones(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("card", "tail"),
    [
        ("6222021234567894417", "4417"),
        ("6222 0212 3456 7894 417", "4417"),
        ("４４１７６", "4176"),
        ("417", "***"),
        ("4417", "****"),
    ],
)
def test_cards_show_their_tail(card: str, tail: str) -> None:
    assert card_tail(card) == tail
    assert mask_card(card) == Text(f"尾号 {tail}", f"ending in {tail}")


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("上海市徐汇区漕溪北路88号3栋1202室", "上海市徐汇区漕溪北路****"),
        ("北京市东城区东大街18号", "北京市东城区东大街****"),
        ("上海市黄浦区中山东一路十八号", "上海市黄浦区中山东一路****"),
        ("杭州市西湖区文三路华星小区", "杭州市西湖区文三路****"),
        ("上海市静安区石门二路街道１２号", "上海市静安区石门二路街道****"),
        ("浙江省安吉县递铺镇鲁家村三组", "浙江省安吉县递铺镇鲁家村****"),
        ("88号", "****"),
        ("老地方", "****"),
        ("Room 1202, 88 Caoxi North Road, Shanghai", "Room ****, **** Caoxi North Road, Shanghai"),
        ("The Old House", "****"),
        ("  ", ""),
    ],
)
def test_addresses_end_at_the_street(address: str, masked: str) -> None:
    assert mask_address(address) == masked


@given(st.text(max_size=60))
def test_no_digit_of_an_address_is_left(address: str) -> None:
    assert not any(sign in "0123456789０１２３４５６７８９" for sign in mask_address(address))


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (f"证件{KNOWN}已核", Unmasked.IDENTITY, KNOWN),
        (f"id={KNOWN.lower()};", Unmasked.IDENTITY, KNOWN.lower()),
        ("110105 19491231 002X", Unmasked.IDENTITY, "110105 19491231 002X"),
        ("110105194912310021", Unmasked.IDENTITY, "110105194912310021"),
        (
            "１１０１０５１９４９１２３１００２Ｘ",
            Unmasked.IDENTITY,
            "１１０１０５１９４９１２３１００２Ｘ",
        ),
        ("tel13812345678.", Unmasked.MOBILE, "13812345678"),
        ("138-1234-5678", Unmasked.MOBILE, "138-1234-5678"),
        ("+8613812345678", Unmasked.MOBILE, "8613812345678"),
        ("卡号6222021234567890", Unmasked.CARD, "6222021234567890"),
        ("6222 0212 3456 7890 123", Unmasked.CARD, "6222 0212 3456 7890 123"),
        ("6222021234567890123", Unmasked.CARD, "6222021234567890123"),
    ],
)
def test_open_numbers_are_found(text: str, kind: Unmasked, found: str) -> None:
    start = text.index(found)
    assert find_unmasked(text) == (Finding(kind, start, start + len(found)),)


@pytest.mark.parametrize(
    "text",
    [
        "110***********002X 138****5678 尾号 4417",
        "03A-0338W-M1 2026-11-23T06:03:05.123Z ￥50,000.00",
        "01979f3e-6c2a-7d41-9a53-123456789012",
        "a4ede4f0ce7cc919f6e7259ddf1a109577fb8fe7f04c2fbd1f3a13812345678d",
        "000102030405060708090a0b0c0d0e0f",
        "010-55550123 80231 1732469194",
        "123456789012345",
        "",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert find_unmasked(text) == ()
    assert scrub(text) == text


def test_scrub_masks_each_in_its_way() -> None:
    text = f"{KNOWN} 13812345678 6222 0212 3456 7890"
    assert scrub(text) == "110***********002X 138****5678 **** **** **** 7890"


separators = st.text(st.characters(exclude_characters="0123456789", exclude_categories=["Nd"]))


@given(st.integers(10**16, 10**17 - 1), separators, separators)
def test_an_id_in_any_text_is_found_and_gone(head: int, before: str, after: str) -> None:
    digits = str(head)
    number = digits + check_sign(digits)
    assume(not before[-1:].isalnum() and not after[:1].isalnum())
    text = before + number + after
    assert [finding.kind for finding in find_unmasked(text)] == [Unmasked.IDENTITY]
    assert number not in scrub(text)
    assert len(scrub(text)) == len(text)


@given(st.text(st.sampled_from("0123456789Xx- a"), max_size=60))
def test_nothing_open_is_left_after_scrubbing(text: str) -> None:
    assert find_unmasked(scrub(text)) == ()
