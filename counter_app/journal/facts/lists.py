"""Facts of a case about the list it runs under."""

from typing import ClassVar

from counter_app.journal.facts.base import Fact


class ListReplaced(Fact):
    """A notice is not honoured any more: the case goes on under the list now in force.

    `kept` are the lines whose answers stand, the same in both lists; everything else is asked again.
    `given_on` is the day of the notice, `edition` that of the procedure now followed.
    """

    KIND: ClassVar[str] = "list_replaced"
    SUBJECT: ClassVar[str] = "case"

    procedure_hash: str
    rules_hash: str
    edition: str
    given_on: str
    kept: tuple[str, ...]
