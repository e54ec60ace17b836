"""Money on paper: what was typed, how it is printed, and its form in capitals and words.

Owns Decimal amounts, never floats. Must not round, convert or compare currencies; no legal figure.
Source of the capitals: 正确填写票据和结算凭证的基本规定 (支付结算办法, annex 1).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from counter_app.domain.refusal import Refusal
from counter_app.domain.typed import half_width
from counter_app.i18n import Text

YUAN_SIGN = "\uffe5"
"""￥, full width: the same glyph in every face and in GBK."""
CNY = "CNY"
MOST_INTEGER_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: ISO code, name, digits after the point."""

    code: str
    name: Text
    minor_digits: int = 2


CURRENCIES: Mapping[str, Currency] = MappingProxyType(
    {
        currency.code: currency
        for currency in (
            Currency(CNY, Text("人民币", "Renminbi")),
            Currency("USD", Text("美元", "US dollars")),
            Currency("EUR", Text("欧元", "Euros")),
            Currency("HKD", Text("港元", "Hong Kong dollars")),
            Currency("MOP", Text("澳门元", "Macao patacas")),
            Currency("TWD", Text("新台币", "New Taiwan dollars")),
            Currency("GBP", Text("英镑", "Pounds sterling")),
            Currency("JPY", Text("日元", "Japanese yen"), 0),
            Currency("KRW", Text("韩元", "Korean won"), 0),
            Currency("AUD", Text("澳大利亚元", "Australian dollars")),
            Currency("CAD", Text("加拿大元", "Canadian dollars")),
            Currency("CHF", Text("瑞士法郎", "Swiss francs")),
            Currency("SGD", Text("新加坡元", "Singapore dollars")),
            Currency("THB", Text("泰铢", "Thai baht")),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount that is not negative, with the currency's digits after the point, no more.

    Raises ValueError for an unknown currency or an amount that the currency cannot express.
    """

    amount: Decimal
    currency: str = CNY

    def __post_init__(self) -> None:
        currency = CURRENCIES.get(self.currency)
        if currency is None:
            raise ValueError(f"unknown currency {self.currency}")
        if not self.amount.is_finite() or self.amount < 0:
            raise ValueError("an amount is finite and not negative")
        exact = self.amount.quantize(Decimal(1).scaleb(-currency.minor_digits))
        if exact != self.amount:
            raise ValueError(f"{self.currency} has {currency.minor_digits} digits after the point")
        # One spelling for one amount: 50000, 50000.0 and 5E+4 are stored and printed alike.
        object.__setattr__(self, "amount", exact)


_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")


def parse_amount(raw: str, currency: str = CNY) -> Money | Refusal:
    """A typed amount: `50,000`, `￥50000.00`, full-width signs; or why it is none. Never rounds."""
    known = CURRENCIES.get(currency)
    if known is None:
        return Refusal("currency_unknown", {"currency": currency})
    text = "".join(half_width(raw).split()).replace("，", ",").replace("。", ".")
    text = text.removeprefix(YUAN_SIGN).removeprefix("¥") if currency == CNY else text
    if not text:
        return Refusal("amount_empty")
    if text.startswith(("-", "−")):
        return Refusal("amount_negative")
    if "," in text and not _GROUPED.fullmatch(text):
        return Refusal("amount_separators")
    plain = text.replace(",", "")
    if not _PLAIN.fullmatch(plain):
        return Refusal("amount_signs")
    whole, _, part = plain.partition(".")
    if len(part.rstrip("0")) > known.minor_digits:
        return Refusal("amount_decimals", {"digits": known.minor_digits})
    if len(whole.lstrip("0")) > MOST_INTEGER_DIGITS:
        return Refusal("amount_too_large", {"digits": MOST_INTEGER_DIGITS})
    return Money(Decimal(f"{whole or '0'}.{part.rstrip('0') or '0'}"), currency)


def format_amount(money: Money) -> str:
    """`￥50,000.00`; other currencies with their code before: `USD 1,000.00`."""
    digits = CURRENCIES[money.currency].minor_digits
    figure = f"{money.amount:,.{digits}f}"
    return f"{YUAN_SIGN}{figure}" if money.currency == CNY else f"{money.currency} {figure}"


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ("亿", "万", "")


def capitals(money: Money) -> str:
    """大写, the form that binds: `人民币伍万元整`, `人民币壹仟肆佰零玖元伍角整`."""
    whole, jiao, fen = _parts(money)
    yuan = _capital_number(whole)
    words = f"{yuan}元" if whole or not (jiao or fen) else ""
    if jiao:
        # The rule lets 零 stand between 元 and 角 when the yuan end in 0; it is always written.
        words += ("零" if whole and whole % 10 == 0 else "") + _DIGITS[jiao] + "角"
    elif fen and whole:
        words += "零"
    words += f"{_DIGITS[fen]}分" if fen else "整"
    return CURRENCIES[money.currency].name.zh + words


def _parts(money: Money) -> tuple[int, int, int]:
    """Whole units, tenths, hundredths."""
    whole = int(money.amount)
    cents = int(money.amount * 100) - whole * 100
    return whole, cents // 10, cents % 10


def _capital_number(number: int) -> str:
    if number == 0:
        return "零"
    words = ""
    for index, group_name in enumerate(_GROUPS):
        group = number // 10_000 ** (len(_GROUPS) - 1 - index) % 10_000
        if not group:
            continue
        gap = words and (group < 1_000 or _skipped_before(number, index))
        words += ("零" if gap else "") + _capital_group(group) + group_name
    return words


def _skipped_before(number: int, index: int) -> bool:
    """Whether the group just above is all zeros, as in 1,0000,5000."""
    above: int = number // 10_000 ** (len(_GROUPS) - index)
    return above % 10_000 == 0


def _capital_group(group: int) -> str:
    words, pending = "", False
    for digit, place in zip(f"{group:04d}", _PLACES, strict=True):
        if digit == "0":
            pending = bool(words)
            continue
        words += ("零" if pending else "") + _DIGITS[int(digit)] + place
        pending = False
    return words


_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def english_words(money: Money) -> str:
    """`Renminbi fifty thousand only`, `US dollars one thousand and 50/100`."""
    whole, jiao, fen = _parts(money)
    cents = jiao * 10 + fen
    ending = f"and {cents:02d}/100" if cents else "only"
    return f"{CURRENCIES[money.currency].name.en} {_english_number(whole)} {ending}"


def _english_number(number: int) -> str:
    words: list[str] = []
    rest = number
    for scale, name in _SCALES:
        if rest >= scale:
            words += [_english_below_thousand(rest // scale), name]
            rest %= scale
    if rest or not words:
        words += ["and"] if words and rest < 100 else []
        words.append(_english_below_thousand(rest))
    return " ".join(words)


def _english_below_thousand(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds]} hundred" + (f" and {_english_below_thousand(rest)}" if rest else "")
