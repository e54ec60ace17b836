"""An identity paper as a reader gives it: what stands on it, never its picture.

Owns the value only; who makes it is in `devices` and `mrz`.
"""

from dataclasses import dataclass, field
from datetime import date

from counter_app.domain.identity import IdentityKind, Sex


@dataclass(frozen=True, slots=True)
class PaperRead:
    """What was read. Name and number stay out of `repr`: a log must not name the person.

    `valid_until` is the last valid day; `no_expiry` marks a long-term paper.
    """

    kind: IdentityKind
    number: str = field(repr=False)
    name: str = field(repr=False)
    birth: date | None = None
    sex: Sex | None = None
    valid_until: date | None = None
    no_expiry: bool = False
