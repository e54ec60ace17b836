"""The machine-readable zone of passports and cards, as a reader types it.

Owns the layouts TD3 (two lines of 44) and TD1 (three of 30) with their check digits, by ICAO Doc 9303
parts 3, 4 and 5. Decides nothing about which paper serves for what.
"""

import re
from datetime import date

from counter_app.domain.identity import IdentityKind, Sex
from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal

TD3_LINE, TD1_LINE = 44, 30
"""Signs a line: passports, and cards of the size of a bank card."""

_LINE = re.compile(r"[A-Z0-9<]+")
_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE}
_WEIGHTS = (7, 3, 1)


def is_mrz_line(text: str) -> bool:
    """Whether a scanned text can be one line of a zone, more of which will follow."""
    return len(text) in (TD3_LINE, TD1_LINE) and bool(_LINE.fullmatch(text)) and "<" in text


def lines_wanted(first: str) -> int:
    """How many lines a zone has that begins so."""
    return 2 if len(first) == TD3_LINE else 3


def check_digit(field: str) -> str:
    """The check digit of a field: weights 7, 3, 1; letters count from 10, the filler 0."""
    total = sum(_worth(sign) * _WEIGHTS[place % 3] for place, sign in enumerate(field))
    return str(total % 10)


def _worth(sign: str) -> int:
    return 0 if sign == "<" else int(sign, 36)


def read_mrz(lines: tuple[str, ...], on: date) -> PaperRead | Refusal:
    """The paper that the lines are of, with two-digit years read as of the day `on`."""
    if len(lines) == 2 and all(len(line) == TD3_LINE for line in lines):
        return _passport(lines[0], lines[1], on)
    if len(lines) == 3 and all(len(line) == TD1_LINE for line in lines):
        return _card(lines, on)
    return Refusal("mrz_layout")


def _passport(first: str, second: str, on: date) -> PaperRead | Refusal:
    checked = ((0, 9), (13, 19), (21, 27))
    if any(check_digit(second[start:end]) != second[end] for start, end in checked):
        return Refusal("mrz_check_digit")
    if check_digit(second[0:10] + second[13:20] + second[21:43]) != second[43]:
        return Refusal("mrz_check_digit")
    kind = IdentityKind.CHINESE_PASSPORT if first[2:5] == "CHN" else IdentityKind.FOREIGN_PASSPORT
    return _paper(kind, second[0:9], first[5:], (second[13:19], second[20], second[21:27]), on)


def _card(lines: tuple[str, ...], on: date) -> PaperRead | Refusal:
    first, second, third = lines
    if check_digit(first[5:14]) != first[14]:
        return Refusal("mrz_check_digit")
    if any(check_digit(second[start:end]) != second[end] for start, end in ((0, 6), (8, 14))):
        return Refusal("mrz_check_digit")
    if check_digit(first[5:30] + second[0:7] + second[8:15] + second[18:29]) != second[29]:
        return Refusal("mrz_check_digit")
    return _paper(
        IdentityKind.PERMANENT_RESIDENT_CARD,
        first[5:14],
        third,
        (second[0:6], second[7], second[8:14]),
        on,
    )


def _paper(
    kind: IdentityKind, number: str, names: str, dated: tuple[str, str, str], on: date
) -> PaperRead | Refusal:
    born, sex, until = dated
    birth, expiry = _past(born, on), _future(until, on)
    if birth is None or expiry is None:
        return Refusal("mrz_date")
    surname, _, given = names.partition("<<")
    name = " ".join(f"{surname} {given}".replace("<", " ").split())
    return PaperRead(kind, number.replace("<", ""), name, birth, _SEXES.get(sex), expiry)


def _past(six: str, on: date) -> date | None:
    """A birth: in the century that is not after the day."""
    found = _day(six, on.year // 100 * 100)
    return _day(six, on.year // 100 * 100 - 100) if found is None or found > on else found


def _future(six: str, on: date) -> date | None:
    """An expiry: in this century. Papers that ended in the last one are long out of use."""
    return _day(six, on.year // 100 * 100)


def _day(six: str, century: int) -> date | None:
    if not (six.isascii() and six.isdigit()):
        return None
    try:
        return date(century + int(six[:2]), int(six[2:4]), int(six[4:]))
    except ValueError:
        return None
