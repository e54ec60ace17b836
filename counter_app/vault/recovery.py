"""The recovery key as a person copies it: groups of signs, each with a check sign.

Owns the spelling on the sheet and its reading back. It must not know what the key opens.
"""

import secrets
from dataclasses import dataclass, field
from typing import ClassVar

from stdnum.iso7064 import mod_37_36

from counter_app.domain.numbers import ALPHABET
from counter_app.domain.typed import half_width, plain_code

SECRET_BYTES = 20
"""160 bits: more than anyone can try, and few enough signs to type on a bad day."""
SIGNS_IN_GROUP = 4
GROUPS = SECRET_BYTES * 8 // 5 // SIGNS_IN_GROUP

_BITS_OF_SIGN = 5
_AS_READ = str.maketrans("ILO", "110")
_BETWEEN_GROUPS = str.maketrans(dict.fromkeys("-‐‑‒–—−.,;/", " "))


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What is printed once and shown never again: the groups, and which home they open."""

    home_id: str
    groups: tuple[str, ...] = field(repr=False)

    @property
    def home_mark(self) -> str:
        """The first signs of the home's id, to tell one bank's sheets apart."""
        return self.home_id[:8]


@dataclass(frozen=True, slots=True)
class RecoveryMistyped:
    """Groups that cannot be as printed, counted from 1; nothing was tried with the rest."""

    groups: tuple[int, ...]
    code: ClassVar[str] = "recovery_mistyped"


def spell(secret: bytes) -> tuple[str, ...]:
    """The groups of a recovery key. Raises ValueError for any other length."""
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"a recovery key has {SECRET_BYTES} bytes")
    number = int.from_bytes(secret)
    count = GROUPS * SIGNS_IN_GROUP
    places = (_BITS_OF_SIGN * place for place in reversed(range(count)))
    signs = "".join(ALPHABET[number >> shift & (len(ALPHABET) - 1)] for shift in places)
    cuts = (signs[i : i + SIGNS_IN_GROUP] for i in range(0, count, SIGNS_IN_GROUP))
    return tuple(cut + _check(place, cut) for place, cut in enumerate(cuts))


def read_typed(typed: str) -> bytes | RecoveryMistyped:
    """The recovery key that somebody typed from the sheet.

    Case, full width and what stands between groups do not matter, nor I, L for 1 and O for 0. Every
    wrong sign is found, two groups exchanged too, and of two signs exchanged within a group all but
    one in five hundred; those open nothing.
    """
    groups = _groups(typed)
    wrong = tuple(place + 1 for place, group in enumerate(groups) if not _is_sound(place, group))
    if wrong:
        return RecoveryMistyped(wrong)
    number = 0
    for sign in "".join(group[:SIGNS_IN_GROUP] for group in groups):
        number = number << _BITS_OF_SIGN | ALPHABET.index(sign)
    return number.to_bytes(SECRET_BYTES)


def _groups(typed: str) -> list[str]:
    """Exactly as many groups as the sheet has: as typed apart, else cut by their length."""
    apart = half_width(typed).translate(_BETWEEN_GROUPS).split()
    plain = [plain_code(group).translate(_AS_READ) for group in apart]
    if len(plain) != GROUPS:
        together, size = "".join(plain), SIGNS_IN_GROUP + 1
        plain = [together[i * size : (i + 1) * size] for i in range(GROUPS - 1)]
        plain.append(together[(GROUPS - 1) * size :])
    return plain


def _is_sound(place: int, group: str) -> bool:
    if len(group) != SIGNS_IN_GROUP + 1 or any(sign not in ALPHABET for sign in group):
        return False
    return secrets.compare_digest(_check(place, group[:SIGNS_IN_GROUP]), group[SIGNS_IN_GROUP:])


def _check(place: int, signs: str) -> str:
    """The check sign (ISO 7064, hybrid) over the group's place and its signs."""
    return str(mod_37_36.calc_check_digit(ALPHABET[place] + signs, ALPHABET))
