"""Identity papers and their numbers: which kinds exist, and what a number says by itself.

Owns shapes, check digits, birth date and sex. Must not decide which paper serves for which business
(rule packs do), and never refuses a number for its area code: retired codes stay on valid cards.
Sources: 个人存款账户实名制规定 art. 5; GB 11643-1999; 外国人永久居留身份证 2023 version.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from counter_app.domain.credit_code import check_credit_code
from counter_app.domain.refusal import Refusal
from counter_app.domain.typed import half_width, is_ascii_digits, plain_code
from counter_app.i18n import Text

CITIZEN_LENGTH = 18
"""Signs of a GB 11643 number."""
OLD_CITIZEN_LENGTH = 15
LONGEST_LIFE_YEARS = 150
"""A birth date further back than this is a slip of the hand."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"


class Sex(StrEnum):
    """As the number states it."""

    MALE = "male"
    FEMALE = "female"


class IdentityKind(StrEnum):
    """A kind of paper that can prove who somebody is. The value is what facts and packs store."""

    RESIDENT_ID = "resident_id"
    TEMPORARY_ID = "temporary_id"
    HOUSEHOLD_REGISTER = "household_register"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    HK_RESIDENCE_PERMIT = "hk_residence_permit"
    MACAO_RESIDENCE_PERMIT = "macao_residence_permit"
    TAIWAN_RESIDENCE_PERMIT = "taiwan_residence_permit"
    FOREIGN_PASSPORT = "foreign_passport"
    PERMANENT_RESIDENT_CARD = "permanent_resident_card"
    CHINESE_PASSPORT = "chinese_passport"
    MILITARY_ID = "military_id"
    ARMED_POLICE_ID = "armed_police_id"
    BUSINESS_LICENCE = "business_licence"

    @property
    def label(self) -> Text:
        """What the paper is called."""
        return IDENTITY_NAMES[self]


IDENTITY_NAMES: Mapping[IdentityKind, Text] = MappingProxyType(
    {
        IdentityKind.RESIDENT_ID: Text("居民身份证", "Resident ID card"),
        IdentityKind.TEMPORARY_ID: Text("临时居民身份证", "Temporary resident ID card"),
        IdentityKind.HOUSEHOLD_REGISTER: Text("户口簿", "Household register"),
        IdentityKind.HK_MACAO_PERMIT: Text(
            "港澳居民来往内地通行证", "Mainland travel permit for Hong Kong and Macao residents"
        ),
        IdentityKind.TAIWAN_PERMIT: Text(
            "台湾居民来往大陆通行证", "Mainland travel permit for Taiwan residents"
        ),
        IdentityKind.HK_RESIDENCE_PERMIT: Text(
            "港澳居民居住证（香港）", "Residence permit for Hong Kong residents"
        ),
        IdentityKind.MACAO_RESIDENCE_PERMIT: Text(
            "港澳居民居住证（澳门）", "Residence permit for Macao residents"
        ),
        IdentityKind.TAIWAN_RESIDENCE_PERMIT: Text(
            "台湾居民居住证", "Residence permit for Taiwan residents"
        ),
        IdentityKind.FOREIGN_PASSPORT: Text("外国护照", "Foreign passport"),
        IdentityKind.PERMANENT_RESIDENT_CARD: Text(
            "外国人永久居留身份证", "Foreign permanent resident ID card"
        ),
        IdentityKind.CHINESE_PASSPORT: Text(
            "中国护照（定居国外）", "Chinese passport (settled abroad)"
        ),
        IdentityKind.MILITARY_ID: Text("军人身份证件", "Military ID"),
        IdentityKind.ARMED_POLICE_ID: Text("武警身份证件", "Armed police ID"),
        IdentityKind.BUSINESS_LICENCE: Text("营业执照", "Business licence"),
    }
)

_CITIZEN_KINDS = (
    IdentityKind.RESIDENT_ID,
    IdentityKind.TEMPORARY_ID,
    IdentityKind.HOUSEHOLD_REGISTER,
)
_KIND_OF_PREFIX: Mapping[str, IdentityKind] = MappingProxyType(
    {
        "81": IdentityKind.HK_RESIDENCE_PERMIT,
        "82": IdentityKind.MACAO_RESIDENCE_PERMIT,
        "83": IdentityKind.TAIWAN_RESIDENCE_PERMIT,
    }
)
_SERVICE_KINDS = (IdentityKind.MILITARY_ID, IdentityKind.ARMED_POLICE_ID)

# Old cards carry two more digits, the count of issues, after the lifelong number.
_HK_MACAO = re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?")
# Booklets carry ten digits and a letter, cards the lifelong eight digits.
_TAIWAN = re.compile(r"[0-9]{8}|[0-9]{10}[A-Z]?")
_CHINESE_PASSPORT = re.compile(r"[DEGPS][0-9]{7,8}|[DEGPS][A-Z][0-9]{7}|1[45][0-9]{7}")
_FOREIGN_PASSPORT = re.compile(r"(?=.*[0-9])[A-Z0-9]{5,20}")
_OLD_RESIDENT_CARD = re.compile(r"[A-Z]{3}[0-9]{12}")
_SERVICE_ID = re.compile(r"(?=.*[0-9])[\w()第号字-]{4,24}")

_SHAPES: Mapping[IdentityKind, re.Pattern[str]] = MappingProxyType(
    {
        IdentityKind.HK_MACAO_PERMIT: _HK_MACAO,
        IdentityKind.TAIWAN_PERMIT: _TAIWAN,
        IdentityKind.CHINESE_PASSPORT: _CHINESE_PASSPORT,
        IdentityKind.FOREIGN_PASSPORT: _FOREIGN_PASSPORT,
        IdentityKind.MILITARY_ID: _SERVICE_ID,
        IdentityKind.ARMED_POLICE_ID: _SERVICE_ID,
    }
)
_BY_LIKELIHOOD = (
    IdentityKind.HK_MACAO_PERMIT,
    IdentityKind.TAIWAN_PERMIT,
    IdentityKind.CHINESE_PASSPORT,
    IdentityKind.FOREIGN_PASSPORT,
    IdentityKind.MILITARY_ID,
    IdentityKind.ARMED_POLICE_ID,
)


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A number that passed: half-width, capitals, no separators; what it says of its holder.

    `birth` and `sex` are None where the kind of number does not carry them. The number stays out
    of `repr`, so that a log or a crash report that shows the value does not name the person.
    """

    kind: IdentityKind
    number: str = field(repr=False)
    birth: date | None = None
    sex: Sex | None = None


def check_sign(first_seventeen: str) -> str:
    """The eighteenth sign of a GB 11643 number (ISO 7064 mod 11-2) from its first 17 digits."""
    total = sum(
        int(digit) * weight for digit, weight in zip(first_seventeen, _WEIGHTS, strict=True)
    )
    return _CHECK_SIGNS[total % 11]


def check_number(kind: IdentityKind, raw: str, on: date) -> IdentityNumber | Refusal:
    """`raw` as a number of `kind`, judged on the business date `on`; or why it cannot be one."""
    number = _normalised(kind, raw)
    if not number:
        return Refusal("number_empty")
    if kind is IdentityKind.BUSINESS_LICENCE:
        code = check_credit_code(number)
        return code if isinstance(code, Refusal) else IdentityNumber(kind, code)
    if kind is IdentityKind.PERMANENT_RESIDENT_CARD and _OLD_RESIDENT_CARD.fullmatch(number):
        return IdentityNumber(kind, number)
    shape = _SHAPES.get(kind)
    if shape is None:
        return _check_eighteen(kind, number, on)
    if not shape.fullmatch(number):
        return Refusal("number_shape", {"kind": kind.value, "length": len(number)})
    return IdentityNumber(kind, number)


def kinds_for(raw: str, on: date) -> tuple[IdentityKind, ...]:
    """The kinds that a scanned or typed `raw` can be a number of, the likeliest first."""
    eighteen = plain_code(raw)
    if len(eighteen) == CITIZEN_LENGTH and is_ascii_digits(eighteen[:17]):
        candidates = (*_kinds_of_prefix(eighteen), IdentityKind.BUSINESS_LICENCE)
    else:
        candidates = (
            IdentityKind.BUSINESS_LICENCE,
            IdentityKind.PERMANENT_RESIDENT_CARD,
            *_BY_LIKELIHOOD,
        )
    return tuple(
        kind for kind in candidates if isinstance(check_number(kind, raw, on), IdentityNumber)
    )


def _normalised(kind: IdentityKind, raw: str) -> str:
    if kind in _SERVICE_KINDS:
        return "".join(half_width(raw).upper().split())
    number = plain_code(raw)
    if kind is IdentityKind.TAIWAN_PERMIT:
        return number.replace("(", "").replace(")", "")
    return number


def _kinds_of_prefix(number: str) -> tuple[IdentityKind, ...]:
    if number.startswith("9"):
        return (IdentityKind.PERMANENT_RESIDENT_CARD,)
    permit = _KIND_OF_PREFIX.get(number[:2])
    return (permit,) if permit else _CITIZEN_KINDS


def _check_eighteen(kind: IdentityKind, number: str, on: date) -> IdentityNumber | Refusal:
    if len(number) == OLD_CITIZEN_LENGTH and is_ascii_digits(number):
        return Refusal("number_first_generation")
    if len(number) != CITIZEN_LENGTH:
        return Refusal("number_length", {"expected": CITIZEN_LENGTH, "actual": len(number)})
    if not is_ascii_digits(number[:17]) or number[17] not in "0123456789X":
        return Refusal("number_signs")
    if check_sign(number[:17]) != number[17]:
        return Refusal("number_check_digit")
    likely = _kinds_of_prefix(number)
    if kind not in likely:
        return Refusal("number_of_other_kind", {"kind": likely[0].value})
    birth = _birth_date(number[6:14], on)
    if isinstance(birth, Refusal):
        return birth
    sex = Sex.MALE if int(number[16]) % 2 else Sex.FEMALE
    return IdentityNumber(kind, number, birth, sex)


def _birth_date(eight: str, on: date) -> date | Refusal:
    try:
        birth = date(int(eight[:4]), int(eight[4:6]), int(eight[6:]))
    except ValueError:
        return Refusal("birth_date_impossible")
    if birth > on:
        return Refusal("birth_date_future")
    if on.year - birth.year > LONGEST_LIFE_YEARS:
        return Refusal("birth_date_impossible")
    return birth
