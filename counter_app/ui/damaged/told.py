"""What is told of a home that does not open: plain values, from whoever looked at its store.

Owns no words and reads nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong and where, by the codes of verifying; `place` as that names it."""

    code: str
    place: str


@dataclass(frozen=True, slots=True)
class DamageTold:
    """A damaged store: where its file lies, and the day of the last good copy.

    `first` is None while it is still looked for; `count` is how many places are wrong. `may_go_on`
    is False when neither copy nor file tells whose journal it was.
    """

    code: str
    database: str
    first: Finding | None = None
    count: int = 0
    copy_day: str | None = None
    may_go_on: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """Acknowledged entries that no file holds any more, by their numbers in the journal."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MendedTold:
    """What came of it. `numbers` are cases that are lost; `bodiless` entries lost what they said;
    `stray` could be read and belong to nothing.
    """

    copy_day: str | None
    copied: int
    taken: int
    gaps: tuple[Gap, ...]
    numbers: tuple[str, ...]
    bodiless: tuple[int, ...]
    stray: tuple[int, ...]
    prefix: str
    kept: str
    report: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not (self.gaps or self.numbers or self.bodiless or self.stray)
