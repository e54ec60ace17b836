"""Amounts: typing, printing, capitals read back by an independent reader, English words."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.amounts import (
    CURRENCIES,
    Money,
    capitals,
    english_words,
    format_amount,
    parse_amount,
)
from counter_app.domain.refusal import Refusal

cents = st.integers(0, 99_999_999_999_999)


def yuan(text: str) -> Money:
    return Money(Decimal(text))


@pytest.mark.parametrize(
    ("raw", "amount"),
    [
        ("50000", "50000"),
        ("50,000", "50000"),
        ("50,000.00", "50000"),
        ("５０，０００．００", "50000"),
        (" ￥1,409.5 ", "1409.50"),
        ("¥ 16409.02", "16409.02"),
        ("0.05", "0.05"),
        (".5", "0.5"),
        ("5.", "5"),
        ("007", "7"),
        ("1.500", "1.5"),
        ("999999999999.99", "999999999999.99"),
        ("0", "0"),
    ],
)
def test_what_is_typed_is_read(raw: str, amount: str) -> None:
    assert parse_amount(raw) == yuan(amount)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "amount_empty"),
        ("￥", "amount_empty"),
        ("-5", "amount_negative"),
        ("5,00", "amount_separators"),
        ("50,00,000", "amount_separators"),
        ("0,500", "amount_separators"),
        ("1.2.3", "amount_signs"),
        ("5万", "amount_signs"),
        ("1e5", "amount_signs"),
        ("٥", "amount_signs"),
        (".", "amount_signs"),
        ("NaN", "amount_signs"),
        ("0.005", "amount_decimals"),
        ("1000000000000", "amount_too_large"),
    ],
)
def test_what_is_no_amount_is_refused(raw: str, code: str) -> None:
    answer = parse_amount(raw)
    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_a_currency_decides_the_digits() -> None:
    assert parse_amount("1000", "JPY") == Money(Decimal(1000), "JPY")
    assert parse_amount("1000.5", "JPY") == Refusal("amount_decimals", {"digits": 0})
    assert parse_amount("￥5", "USD") == Refusal("amount_signs")
    assert parse_amount("5", "XYZ") == Refusal("currency_unknown", {"currency": "XYZ"})


@pytest.mark.parametrize("text", ["-1", "0.001", "NaN", "Infinity"])
def test_money_that_cannot_be_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"amount|digits"):
        yuan(text)


def test_money_in_an_unknown_currency_is_an_error() -> None:
    with pytest.raises(ValueError, match="XYZ"):
        Money(Decimal(1), "XYZ")


def test_one_amount_has_one_spelling() -> None:
    assert {str(yuan(text).amount) for text in ("50000", "50000.0", "5E+4")} == {"50000.00"}


@pytest.mark.parametrize(
    ("money", "printed"),
    [
        (yuan("50000"), "￥50,000.00"),
        (yuan("1409.5"), "￥1,409.50"),
        (yuan("0"), "￥0.00"),
        (Money(Decimal("1000"), "USD"), "USD 1,000.00"),
        (Money(Decimal("1000"), "JPY"), "JPY 1,000"),
    ],
)
def test_printing(money: Money, printed: str) -> None:
    assert format_amount(money) == printed
    assert format_amount(money)[0] != "\u00a5"


@given(cents)
def test_what_is_printed_reads_as_typed(number: int) -> None:
    money = Money(Decimal(number) / 100)
    assert parse_amount(format_amount(money)) == money


# The examples of the rule's own text and of the papers.
@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("50000", "人民币伍万元整"),
        ("1409.5", "人民币壹仟肆佰零玖元伍角整"),
        ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
        ("6007.14", "人民币陆仟零柒元壹角肆分"),
        ("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "人民币壹拾万柒仟元零伍角叁分"),
        ("325.04", "人民币叁佰贰拾伍元零肆分"),
        ("0", "人民币零元整"),
        ("0.05", "人民币伍分"),
        ("0.5", "人民币伍角整"),
        ("0.55", "人民币伍角伍分"),
        ("10", "人民币壹拾元整"),
        ("15", "人民币壹拾伍元整"),
        ("100005", "人民币壹拾万零伍元整"),
        ("1000500", "人民币壹佰万零伍佰元整"),
        ("100000500", "人民币壹亿零伍佰元整"),
        ("100005000", "人民币壹亿零伍仟元整"),
        ("1010010000", "人民币壹拾亿壹仟零壹万元整"),
        ("999999999999.99", "人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_capitals(amount: str, words: str) -> None:
    assert capitals(yuan(amount)) == words


def test_capitals_name_other_currencies() -> None:
    assert capitals(Money(Decimal("1000.5"), "USD")) == "美元壹仟元零伍角整"
    assert capitals(Money(Decimal("1000"), "JPY")) == "日元壹仟元整"


DIGIT = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACE = {"拾": 10, "佰": 100, "仟": 1000}


def read_capitals(words: str) -> int:
    """Reads capitals the way a person does, sign by sign; gives cents."""
    total = group = digit = 0
    cents_read = 0
    for sign in words.removeprefix("人民币").removesuffix("整"):
        if sign in DIGIT:
            digit = DIGIT[sign]
        elif sign in PLACE:
            group, digit = group + digit * PLACE[sign], 0
        elif sign in "亿万元":
            total += (group + digit) * {"亿": 10**8, "万": 10**4, "元": 1}[sign]
            group = digit = 0
        else:
            cents_read, digit = cents_read + digit * {"角": 10, "分": 1}[sign], 0
    return total * 100 + cents_read


@given(st.one_of(cents, st.integers(0, 10**6), st.integers(0, 10**9).map(lambda n: n * 10_000)))
def test_capitals_read_back(number: int) -> None:
    words = capitals(Money(Decimal(number) / 100))
    assert read_capitals(words) == number
    assert "零零" not in words
    assert not re.search("零[万亿拾佰仟整分角]", words)
    assert words.endswith(("整", "分"))
    assert words.endswith("整") == (number % 10 == 0)


@given(cents)
def test_zeros_inside_the_yuan_are_never_silent(number: int) -> None:
    """0 between two written digits of the yuan, other than at a group's edge, shows as 零."""
    whole = str(number // 100)
    words = capitals(Money(Decimal(number) / 100)).split("元")[0]
    groups = [whole[max(end - 4, 0) : end] for end in range(len(whole), 0, -4)]
    inside = sum(len(re.findall(r"(?<=[1-9])0+(?=[1-9])", group)) for group in groups)
    assert words.count("零") >= inside


@pytest.mark.parametrize(
    ("money", "words"),
    [
        (yuan("50000"), "Renminbi fifty thousand only"),
        (yuan("1409.5"), "Renminbi one thousand four hundred and nine and 50/100"),
        (yuan("100005"), "Renminbi one hundred thousand and five only"),
        (yuan("21.02"), "Renminbi twenty-one and 02/100"),
        (yuan("1000000"), "Renminbi one million only"),
        (yuan("0"), "Renminbi zero only"),
        (Money(Decimal("115"), "USD"), "US dollars one hundred and fifteen only"),
    ],
)
def test_english_words(money: Money, words: str) -> None:
    assert english_words(money) == words


TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: value for value, word in enumerate(TO_NINETEEN.split())} | {
    word: value * 10 for value, word in enumerate(TENS.split(), start=2)
}
SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def read_english(words: str) -> int:
    total = group = 0
    for word in re.findall("[a-z]+", words):
        if word in SMALL:
            group += SMALL[word]
        elif word == "hundred":
            group *= 100
        elif word in SCALE:
            total, group = total + group * SCALE[word], 0
    return total + group


@given(cents)
def test_english_reads_back(number: int) -> None:
    words = english_words(Money(Decimal(number) / 100)).removeprefix("Renminbi ")
    assert read_english(words.removesuffix(" only")) == number // 100
    assert (f" and {number % 100:02d}/100" in words) == bool(number % 100)


def test_every_currency_has_its_code_and_names() -> None:
    for code, currency in CURRENCIES.items():
        assert code == currency.code
        assert re.fullmatch("[A-Z]{3}", code)
        assert currency.name.zh
        assert currency.name.en
