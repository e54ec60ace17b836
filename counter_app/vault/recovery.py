"""The recovery key as a person copies it: eight groups of signs, each with a check sign.

Owns the length of the key and what a sheet says. It must not know what the key opens.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from counter_app.domain import groups as spelling

SECRET_BYTES = 20
"""160 bits: more than anyone can try, and few enough signs to type on a bad day."""
GROUPS = spelling.group_count(SECRET_BYTES)


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
    return spelling.spell(secret)


def read_typed(typed: str) -> bytes | RecoveryMistyped:
    """The recovery key that somebody typed from the sheet; see `groups.read_typed`.

    Signs that were exchanged and not found open nothing.
    """
    read = spelling.read_typed(typed, GROUPS)
    return RecoveryMistyped(read.groups) if isinstance(read, spelling.Mistyped) else read
