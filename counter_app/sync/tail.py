"""What is known ahead of the chains while history is on its way: how far, and by which keys.

A snapshot tells how far each journal was; what was written since is taken from there on, each entry as
the successor of the one before, so that a new PC sees the branch as it is now. Owns no trust: a key
from here is for what is held ahead, and is never pinned.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from counter_app.journal.chain import ChainHead
from counter_app.journal.folds.ground import JournalView
from counter_app.journal.views import View
from counter_app.services.snapshot_ports import Arriving

BATCH = 500
SLICE_S = 1.0
"""So long history is taken at a time: then claims and pages have their turn."""


class HeldAhead(Protocol):
    """A home as far as entries may be here before their chains."""

    def ahead_heads(self) -> Mapping[str, ChainHead]:
        """How far each journal is known ahead of its chain."""
        ...

    def arriving(self) -> Arriving:
        """How much of the journals is here."""
        ...

    def view(self, subject: str) -> View:
        """A subject's View."""
        ...


class Tail(Protocol):
    """What an exchange asks about it."""

    @property
    def batch(self) -> int:
        """About how many entries cross at a time."""
        ...

    @property
    def slice_s(self) -> float:
        """How long history is taken at a time, in seconds."""
        ...

    def heads(self) -> Mapping[str, ChainHead]:
        """How far each journal is known ahead of its chain; none for a home that has everything."""
        ...

    def may_wait(self) -> bool:
        """Whether what is not here yet may come with the next exchange."""
        ...

    def key_of(self, journal_id: str) -> str | None:
        """The public key of a journal, as what is held ahead says."""
        ...


@dataclass(frozen=True, slots=True)
class NothingAhead:
    """See `Tail`: of a home that takes journals from their first entry on, and nothing else."""

    batch: int = BATCH
    slice_s: float = 0.0

    def heads(self) -> Mapping[str, ChainHead]:
        """None."""
        return {}

    def may_wait(self) -> bool:
        """No."""
        return False

    def key_of(self, journal_id: str) -> str | None:  # noqa: ARG002
        """None."""
        return None


NO_TAIL = NothingAhead()


@dataclass(frozen=True, slots=True)
class TailOf:
    """See `Tail`: of a home that works from a snapshot until its history is there."""

    home: HeldAhead
    each_s: float = SLICE_S
    batch: int = BATCH
    comes_first: Callable[[], bool] = lambda: False
    """Whether something else is still to come before history."""

    @property
    def slice_s(self) -> float:
        """How long history is taken at a time; not at all while something comes first."""
        return 0.0 if self.comes_first() else self.each_s

    def heads(self) -> Mapping[str, ChainHead]:
        """How far each journal is known ahead of its chain."""
        return self.home.ahead_heads()

    def may_wait(self) -> bool:
        """Yes while people work from what is ahead, and while they wait for what a snapshot had told
        before it was belied; not where nobody could work yet."""
        if self.home.ahead_heads():
            return True
        return self.each_s > 0 and not self.home.arriving().is_whole

    def key_of(self, journal_id: str) -> str | None:
        """The public key that its opening states, where that is here."""
        view = self.home.view(f"journal/{journal_id}")
        opened = view.opened if isinstance(view, JournalView) else None
        return opened.public_key if opened is not None else None
