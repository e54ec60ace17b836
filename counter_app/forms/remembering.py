"""The last few answers about a case, so that one page does not work them out ten times over.

Owns the remembering alone. An answer depends on the state it was asked about and on nothing else, so
nobody can tell a remembered one from one made anew.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from counter_app.forms.run_state import RunState

T = TypeVar("T")

KEPT = 12
"""A confirmed step asks about the state as typed and as confirmed, each in five or six ways."""


class LastAnswers:
    """Safe from several threads: what is kept is replaced whole, and a lost answer is made again."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[RunState, object, Any], ...] = ()

    def of(self, state: RunState, question: object, answer: Callable[[], T]) -> T:
        """The answer to a question about a state, made now unless it is one of the last."""
        for asked, about, known in self._kept:
            if about == question and (asked is state or asked == state):
                found: T = known
                return found
        made = answer()
        self._kept = ((state, question, made), *self._kept[: KEPT - 1])
        return made
