"""What was typed into a field, as a value: normalised, typed and worded; or why it cannot be one.

Owns the reading of each field type. Numbers of identity papers, amounts and names are judged by
`domain`. Takes raw text, gives values; keeps nothing.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from counter_app.domain.amounts import (
    CNY,
    CURRENCIES,
    Money,
    capitals,
    english_words,
    format_amount,
    parse_amount,
)
from counter_app.domain.dates import date_text
from counter_app.domain.identity import IdentityKind, IdentityNumber, check_number
from counter_app.domain.masks import mask_card, mask_number, mask_phone
from counter_app.domain.names import PersonName, check_name
from counter_app.domain.refusal import Refusal
from counter_app.domain.typed import half_width, is_ascii_digits
from counter_app.forms.conditions import Value
from counter_app.forms.rules import number_words
from counter_app.forms.spec import FieldSpec
from counter_app.i18n import Text, same

_MOBILE_LENGTH = 11
_YES = frozenset({"yes", "y", "是", "有", "1"})
_NO = frozenset({"no", "n", "否", "无", "没有", "2"})
_DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})"
)


@dataclass(frozen=True, slots=True)
class Entered:
    """A field's value: `text` normalised as stored, `value` for conditions, `words` for people.

    `capital` is the binding form of an amount.
    """

    text: str
    value: Value
    words: Text
    capital: Text | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """What a field's reading depends on besides the text.

    `known` is the masked number offered by prefill: left as it is, it is taken as it is.
    """

    on: dt.date
    identity_kind: IdentityKind = IdentityKind.RESIDENT_ID
    currency: str = CNY
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    options: tuple[tuple[str, Text], ...] = ()
    known: str | None = None


def read_field(spec: FieldSpec, raw: str, asking: Asking) -> Entered | Refusal:
    """The value of a filled field. An empty one is not read here."""
    text = raw.strip()
    if asking.known is not None and text == asking.known:
        return Entered(text, text, same(text))
    return _READERS[spec.type](spec, text, asking)


def _name(_: FieldSpec, text: str, __: Asking) -> Entered | Refusal:
    name = check_name(text)
    if isinstance(name, PersonName):
        return Entered(name.shown, name.shown, same(name.shown))
    return name


def _text(spec: FieldSpec, text: str, _: Asking) -> Entered | Refusal:
    if len(text) > spec.max_length:
        return Refusal("text_too_long", {"longest": spec.max_length, "actual": len(text)})
    return Entered(text, text, same(text))


def _id_number(_: FieldSpec, text: str, asking: Asking) -> Entered | Refusal:
    number = check_number(asking.identity_kind, text, asking.on)
    if isinstance(number, IdentityNumber):
        return Entered(number.number, number.number, same(mask_number(number.number)))
    return number


def _phone(_: FieldSpec, text: str, __: Asking) -> Entered | Refusal:
    number = re.sub(r"[\s()-]", "", half_width(text))
    number = number.removeprefix("+86")
    if number.startswith("+"):
        digits = number[1:]
        if not is_ascii_digits(digits) or not 7 <= len(digits) <= 15:
            return Refusal("phone_abroad_shape")
        return Entered(number, number, same(mask_phone(number)))
    if not is_ascii_digits(number):
        return Refusal("phone_signs")
    landline = number.startswith("0") and 10 <= len(number) <= 12
    if not landline and len(number) != _MOBILE_LENGTH:
        return Refusal("phone_length", {"expected": _MOBILE_LENGTH, "actual": len(number)})
    if not landline and not re.match(r"1[3-9]", number):
        return Refusal("phone_start")
    return Entered(number, number, same(mask_phone(number)))


def _amount(_: FieldSpec, text: str, asking: Asking) -> Entered | Refusal:
    wan = re.fullmatch(r"(.+?)\s*万元?", text)
    money = parse_amount(wan.group(1) if wan else text.removesuffix("元"), asking.currency)
    if isinstance(money, Refusal):
        return money
    if wan:
        money = Money(money.amount * 10_000, money.currency)
    beyond = _out_of_bounds(money.amount, asking)
    if beyond is not None:
        return beyond
    if not money.amount:
        return Refusal("amount_zero")
    words, capital = format_amount(money), Text(capitals(money), english_words(money))
    return Entered(str(money.amount), money.amount, same(words), capital)


def _integer(_: FieldSpec, text: str, asking: Asking) -> Entered | Refusal:
    digits = half_width(text).replace(",", "")
    if not is_ascii_digits(digits):
        return Refusal("integer_signs")
    if len(digits) > 12:
        return Refusal("integer_too_long")
    number = int(digits)
    beyond = _out_of_bounds(Decimal(number), asking)
    if beyond is not None:
        return beyond
    return Entered(str(number), number, same(number_words(number)))


def _out_of_bounds(value: Decimal, asking: Asking) -> Refusal | None:
    if asking.minimum is not None and value < asking.minimum:
        return Refusal("too_small", {"least": number_words(asking.minimum)})
    if asking.maximum is not None and value > asking.maximum:
        return Refusal("too_large", {"most": number_words(asking.maximum)})
    return None


def _choice(_: FieldSpec, text: str, asking: Asking) -> Entered | Refusal:
    for option, label in asking.options:
        if text == option:
            return Entered(option, option, label)
    return Refusal("choice_unknown")


def _yes_no(_: FieldSpec, text: str, __: Asking) -> Entered | Refusal:
    word = half_width(text).lower()
    if word in _YES:
        return Entered("yes", True, Text("是", "Yes"))
    if word in _NO:
        return Entered("no", False, Text("否", "No"))
    return Refusal("yes_no_unknown")


def _last4(_: FieldSpec, text: str, __: Asking) -> Entered | Refusal:
    digits = half_width(text)
    if not is_ascii_digits(digits):
        return Refusal("last4_signs")
    if len(digits) != 4:
        return Refusal("last4_length", {"expected": 4, "actual": len(digits)})
    return Entered(digits, digits, mask_card(f"*{digits}"))


def _date(spec: FieldSpec, text: str, asking: Asking) -> Entered | Refusal:
    match = _DATE.fullmatch(half_width(text))
    if match is None:
        return Refusal("date_unreadable")
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return Refusal("date_impossible")
    if spec.not_before and found < asking.on:
        return Refusal("date_too_early", {"earliest": asking.on.isoformat()})
    if spec.not_after and found > asking.on:
        return Refusal("date_too_late", {"latest": asking.on.isoformat()})
    return Entered(found.isoformat(), found, date_text(found))


_READERS: dict[str, Callable[[FieldSpec, str, Asking], Entered | Refusal]] = {
    "name": _name,
    "text": _text,
    "id_number": _id_number,
    "phone": _phone,
    "amount": _amount,
    "integer": _integer,
    "choice": _choice,
    "yes_no": _yes_no,
    "last4": _last4,
    "date": _date,
}

CURRENCY_CODES = frozenset(CURRENCIES)
