"""What crosses between a home, its branch and the rule of its scope, and what each must answer.

Owns no behaviour.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple, Protocol

from counter_app.services.branch_ports import Body
from counter_app.services.scope import Scope


class Leaving(NamedTuple):
    """A subject that is over, with the hashes of its entries' bodies and of its content here."""

    subject: str
    bodies: tuple[str, ...]
    contents: tuple[str, ...]


class Offered(NamedTuple):
    """Subjects that may leave, and the place up to which was looked; empty at the end."""

    leaving: tuple[Leaving, ...]
    at: str


class LetGo(NamedTuple):
    """The subjects that were let go of, and how many of those asked for were looked at."""

    subjects: tuple[str, ...]
    looked: int


class Lacking(NamedTuple):
    """Hashes of entries whose bodies were let go and of content likewise."""

    bodies: tuple[str, ...]
    contents: tuple[str, ...]


class ScopedHome(Protocol):
    """A home as far as its scope goes."""

    def may_leave(self, scope: Scope, after: str) -> Offered:
        """Subjects beyond a place that are over and beyond the scope, as far as a slice goes."""
        ...

    def let_go(self, subjects: Sequence[str], kept: Collection[str], scope: Scope) -> LetGo:
        """Lets go of those whose bodies are all among `kept`, as many as fit a slice."""
        ...

    def lacking(self, subjects: Sequence[str]) -> Lacking:
        """What of these subjects was let go and is not back."""
        ...

    def take_bodies(self, bodies: Sequence[Body]) -> tuple[str, ...]:
        """Keeps bodies that fit; the subjects that changed."""
        ...

    def scope_kept(self) -> str | None:
        """The business date on which all beyond the scope was last looked at."""
        ...

    def note_scope_kept(self, day: str) -> None:
        """Nothing more leaves on this business date."""
        ...
