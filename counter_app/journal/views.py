"""What a fold gives: the frozen base of every View, and a value that two heads may disagree about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from counter_app.journal.changing import replace

T = TypeVar("T")

Sees = Callable[[str], bool]
"""Whether the writer of the entry being folded had seen the entry with this hash."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a subject's history: kept, without effect, and shown.

    `code` is translated in the window; `entry` is the hash of the entry it is about.
    """

    code: str
    entry: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """A value and the entry that set it."""

    value: T
    entry: str


@dataclass(frozen=True, slots=True)
class Register(Generic[T]):
    """One value by default; several when it was set apart by writers who had not seen each other."""

    held: tuple[Held[T], ...] = ()

    def set(self, value: T, entry: str, sees: Sees) -> "Register[T]":
        """Replaces what the writer had seen and keeps beside it what the writer had not."""
        kept = tuple(one for one in self.held if not sees(one.entry))
        return Register((*kept, Held(value, entry)))

    @property
    def value(self) -> T | None:
        """The value, the latest in the fold's order when there are several; None when never set."""
        return self.held[-1].value if self.held else None

    @property
    def in_conflict(self) -> bool:
        """Whether there are different values that nobody has settled."""
        return any(one.value != self.held[0].value for one in self.held[1:])


@dataclass(frozen=True, slots=True)
class View:
    """What every View has.

    `heads` are what the next writer says it saw. `entries` counts folded ones, `waiting` those whose
    cause is not here. `business_date` is the first entry's. `unreadable` lists
    why facts could not be read (see `codec.Absence`).
    """

    subject: str
    heads: tuple[str, ...] = ()
    turn: int = 0
    entries: int = 0
    waiting: int = 0
    faults: tuple[Fault, ...] = ()
    unreadable: tuple[str, ...] = ()
    first_at: str | None = None
    last_at: str | None = None
    business_date: str | None = None

    @property
    def exists(self) -> bool:
        """Whether anything is known of the subject."""
        return self.entries > 0

    @property
    def needs_newer_program(self) -> bool:
        """Whether a newer program wrote here; the subject is read-only then."""
        return "unknown_kind" in self.unreadable or "newer_version" in self.unreadable

    @property
    def in_two_minds(self) -> bool:
        """Whether two writers went on without seeing each other, and nobody has joined them."""
        return len(self.heads) > 1


V = TypeVar("V", bound=View)


def with_fault(view: V, code: str, entry: str, about: str = "") -> V:
    """The view with one more fault."""
    return replace(view, faults=(*view.faults, Fault(code, entry, about)))
