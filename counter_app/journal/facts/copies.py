"""Facts of a case about the copies of its papers that a person speaks of."""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact


class CopyAnswered(Fact):
    """A person (the actor) said what became of a copy that waited, or what is to be done with it.

    Written before it is done; what the printer then did of it is `paper_sent` or `paper_failed`.
    """

    KIND: ClassVar[str] = "copy_answered"
    SUBJECT: ClassVar[str] = "case"

    paper: str
    copy_number: int
    answer: Literal["printed", "print_again", "give_up"]
