"""Facts about whose a case is: taken from a PC that cannot go on, asked for by a colleague."""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact, Retention


class CaseTakenOver(Fact):
    """A supervisor takes a case from whoever cannot go on and gives it to a colleague, and why.

    What was confirmed goes with it; half-typed input stays on the PC that has it.
    """

    KIND: ClassVar[str] = "case_taken_over"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"reason"})

    from_staff: str
    to_staff: str
    reason: str
    right_entry: str


class HandOverAsked(Fact):
    """A colleague asks whoever works on a case to hand it over. Each request is its own subject."""

    KIND: ClassVar[str] = "hand_over_asked"
    SUBJECT: ClassVar[str] = "handover"

    case: str
    case_number: str
    from_staff: str
    staff: str
    terminal: str
    window: str


class HandOverAnswered(Fact):
    """It was given, in the same commit as the hand-over, or not now."""

    KIND: ClassVar[str] = "hand_over_answered"
    SUBJECT: ClassVar[str] = "handover"

    answer: Literal["given", "not_now"]
