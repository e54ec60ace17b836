"""What the sign-on page asks of the program, and the answers it gets: values and a Protocol.

Light on purpose: the page is shown before store and use cases are loaded, so nothing here imports
them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from counter_app.services.counter import Acting


@dataclass(frozen=True, slots=True)
class StateLine:
    """A line about this PC or the last day: icon, name, state with its icon and ink, a note."""

    name: str
    words: str
    icon: str = ""
    state: str = ""
    ink: str = "ink"
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignOnMeans:
    """What the page shows of this PC. Asked again at each showing and in another language."""

    window: Callable[[], str]
    terminal: Callable[[], Sequence[StateLine]]
    last: Callable[[], Sequence[StateLine]]
    demo: Callable[[], str] = str
    language: Callable[[], str] = lambda: "zh"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why not: a code with what fills its sentence."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Typed:
    """Number and password. `at_this_date`: the person compared this PC's date and says it is right.

    `beside` is the supervisor who lets the person in, proved before.
    """

    staff: str
    password: str
    at_this_date: bool = False
    beside: "Acting | None" = None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who works here now, and the sign-on that signing off will end.

    `password_given`: somebody else knows the password; it is changed before anything else.
    """

    acting: "Acting"
    sign_on: str
    password_given: bool = False


@dataclass(frozen=True, slots=True)
class Forgiven:
    """An account that may try its password again."""

    staff: str


@dataclass(frozen=True, slots=True)
class StandsBeside:
    """A supervisor who was proved here, for one sign-on of a colleague."""

    acting: "Acting"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The same person is back at the same window."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """An absent person's work at this window is ended by this supervisor."""

    approver: str


class SignOnPort(Protocol):
    """Has passwords judged. `done` is called on the UI thread, and only while `receiver` lives."""

    def sign_on(
        self,
        receiver: QObject,
        typed: Typed,
        window: str,
        done: Callable[[SignedIn | Refused], None],
    ) -> None:
        """Signs a person on at a window."""
        ...

    def forgive(
        self,
        receiver: QObject,
        approver: str,
        password: str,
        staff: str,
        done: Callable[[Forgiven | Refused], None],
    ) -> None:
        """A supervisor lets a colleague's account try again."""
        ...

    def stand_beside(
        self,
        receiver: QObject,
        approver: str,
        password: str,
        done: Callable[[StandsBeside | Refused], None],
    ) -> None:
        """Proves a supervisor who is to let a colleague in."""
        ...
