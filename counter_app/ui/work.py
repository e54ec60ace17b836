"""How pages have work done: on the store's thread, the reader's or another, never on their own.

Owns the Protocol only; `bootstrap` gives the bridge between Qt and the workers. An answer is delivered
on the UI thread, and only while its receiver lives. Trouble of the store is shown by the shell.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from counter_app.domain.refusal import Refusal
from counter_app.services.counter import Counter
from counter_app.services.reaching import ALONE, Reached
from counter_app.services.read_models import Reader

T = TypeVar("T")


class Work(Protocol):
    """Carries use cases and readings off the UI thread."""

    def do(self, receiver: QObject, job: Callable[[Counter], T], done: Callable[[T], None]) -> None:
        """Runs a use case on the store's thread, in the order asked; `done` gets what it returns."""
        ...

    def read(
        self, receiver: QObject, key: str, job: Callable[[Reader], T], done: Callable[[T], None]
    ) -> None:
        """Runs a reading; a newer reading of the same key replaces one that has not begun."""
        ...

    def aside(self, receiver: QObject, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs something slow that needs no store: a password, a preview."""
        ...


class AskBranch(Protocol):
    """Asks the branch something beside its meetings, off the UI thread.

    `done` gets the answer on the UI thread, or a refusal: `branch_alone` on a PC that stands alone,
    `branch_away` when the branch does not answer within about two seconds, or what it says.
    """

    def __call__(
        self,
        receiver: QObject,
        errand: Callable[[Reached], T],
        done: Callable[[T | Refusal], None],
        /,
    ) -> None:
        """Asks."""
        ...


def ask_nobody(
    _receiver: QObject,
    _errand: Callable[[Reached], T],
    done: Callable[[T | Refusal], None],
) -> None:
    """A PC that stands alone has nobody to ask."""
    done(Refusal(ALONE))
