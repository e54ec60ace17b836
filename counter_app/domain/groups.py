"""Bytes as a person copies them: groups of signs, each with a check sign.

Owns the spelling and its reading back. It must not know what the bytes are for.
"""

import secrets
from dataclasses import dataclass
from typing import ClassVar

from stdnum.iso7064 import mod_37_36

from counter_app.domain.numbers import ALPHABET
from counter_app.domain.typed import half_width, plain_code

SIGNS_IN_GROUP = 4

_BITS_OF_SIGN = 5
_BITS_OF_GROUP = SIGNS_IN_GROUP * _BITS_OF_SIGN
_AS_READ = str.maketrans("ILO", "110")
_BETWEEN_GROUPS = str.maketrans(dict.fromkeys("-‐‑‒–—−.,;/", " "))


@dataclass(frozen=True, slots=True)
class Mistyped:
    """Groups that cannot be as written, counted from 1; nothing was tried with the rest."""

    groups: tuple[int, ...]
    code: ClassVar[str] = "groups_mistyped"


def group_count(size: int) -> int:
    """How many groups so many bytes take."""
    return -(-size * 8 // _BITS_OF_GROUP)


def spell(data: bytes) -> tuple[str, ...]:
    """The groups of some bytes; what the last group has left over is zero."""
    count = group_count(len(data))
    number = int.from_bytes(data) << (count * _BITS_OF_GROUP - len(data) * 8)
    places = (_BITS_OF_SIGN * place for place in reversed(range(count * SIGNS_IN_GROUP)))
    signs = "".join(ALPHABET[number >> shift & (len(ALPHABET) - 1)] for shift in places)
    cuts = (signs[i : i + SIGNS_IN_GROUP] for i in range(0, len(signs), SIGNS_IN_GROUP))
    return tuple(cut + _check(place, cut) for place, cut in enumerate(cuts))


def read_typed(typed: str, count: int | None = None) -> bytes | Mistyped:
    """The bytes that somebody typed or scanned, zeros at the end with them.

    `count` is how many groups there must be, where that is known. Case, full width and what stands
    between groups do not matter, nor I, L for 1 and O for 0. Every wrong sign is found, two groups
    exchanged too, and of two signs exchanged within a group all but one in five hundred.
    """
    groups = _groups(typed, count)
    wrong = tuple(place + 1 for place, group in enumerate(groups) if not _is_sound(place, group))
    if wrong:
        return Mistyped(wrong)
    number = 0
    for sign in "".join(group[:SIGNS_IN_GROUP] for group in groups):
        number = number << _BITS_OF_SIGN | ALPHABET.index(sign)
    bits = len(groups) * _BITS_OF_GROUP
    return (number >> bits % 8).to_bytes(bits // 8)


def _groups(typed: str, count: int | None) -> list[str]:
    """As typed apart where that gives whole groups, else cut by their length."""
    apart = half_width(typed).translate(_BETWEEN_GROUPS).split()
    plain = [plain_code(group).translate(_AS_READ) for group in apart]
    size = SIGNS_IN_GROUP + 1
    if len(plain) == count or (count is None and all(len(one) == size for one in plain)):
        return plain
    together = "".join(plain)
    wanted = count or max(1, -(-len(together) // size))
    plain = [together[i * size : (i + 1) * size] for i in range(wanted - 1)]
    return [*plain, together[(wanted - 1) * size :]]


def _is_sound(place: int, group: str) -> bool:
    if len(group) != SIGNS_IN_GROUP + 1 or any(sign not in ALPHABET for sign in group):
        return False
    return secrets.compare_digest(_check(place, group[:SIGNS_IN_GROUP]), group[SIGNS_IN_GROUP:])


def _check(place: int, signs: str) -> str:
    """The check sign (ISO 7064, hybrid) over the group's place and its signs."""
    return str(mod_37_36.calc_check_digit(ALPHABET[place % len(ALPHABET)] + signs, ALPHABET))
