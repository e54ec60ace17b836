"""Keeping to a PC's scope: what is over and old leaves once the branch has it safely; and its return.

Owns the order and the patience. Asked before anything leaves: whether everything written here is at the
branch, and, body by body, whether a backup of the branch covers it. Nothing here says that something
was sent: a branch that went back to an older copy says itself what it holds.
"""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from time import monotonic
from typing import Protocol

from counter_app.services.branch_ports import Branch, BranchGreeting
from counter_app.services.ports import Content, StoreTrouble
from counter_app.services.scope import Scope, scope_of
from counter_app.services.scope_ports import ScopedHome

SLICE_S = 0.5
"""So long a meeting lets go at most; the next whole one goes on where it ended."""
TAKEN_AT_ONCE = 20
"""Each is folded anew on the store's thread, between a teller's own commits."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ScopeMeans:
    """The business date now, and for how many days this PC was told to keep things; 0 by its kind."""

    today: Callable[[], date]
    days: int = 0


class ScopeKeeping:
    """Lets go of one home's oldest subjects, once a business date. On the branch worker's thread."""

    def __init__(
        self,
        home: ScopedHome,
        branch: Branch,
        means: ScopeMeans,
        slice_s: float = SLICE_S,
    ) -> None:
        self._home, self._branch, self._means, self._slice_s = home, branch, means, slice_s
        self._at, self._day = "", ""

    def is_due(self, greeting: BranchGreeting) -> bool:
        """Whether something may leave today that was not looked at yet."""
        return self._home.scope_kept() != self._scope(greeting).today

    def keep(self, greeting: BranchGreeting) -> tuple[str, ...]:
        """The subjects let go of now."""
        scope = self._scope(greeting)
        if self._day != scope.today:
            self._at, self._day = "", scope.today
        gone: list[str] = []
        until = monotonic() + self._slice_s
        while True:
            offered = self._home.may_leave(scope, self._at)
            leaving = {one.subject: (*one.bodies, *one.contents) for one in offered.leaving}
            if leaving:
                kept = self._branch.kept([one for few in leaving.values() for one in few])
                gone += self._let_go(list(leaving), frozenset(kept), scope)
            self._at = offered.at
            if not offered.at:
                self._home.note_scope_kept(scope.today)
                return tuple(gone)
            if monotonic() > until:
                return tuple(gone)

    def _let_go(self, subjects: list[str], kept: Collection[str], scope: Scope) -> list[str]:
        gone: list[str] = []
        while subjects:
            done = self._home.let_go(subjects, kept, scope)
            gone += done.subjects
            subjects = subjects[done.looked :]
        return gone

    def _scope(self, greeting: BranchGreeting) -> Scope:
        """A clock that is wrong here by years must not empty this PC: the branch's counts too."""
        latest = greeting.now.date() + timedelta(days=1)
        return scope_of(min(self._means.today(), latest), self._means.days, greeting.audiences)


class Takes(Protocol):
    """Where content comes to."""

    def take(self, contents: Sequence[Content]) -> int:
        """Keeps what fits its hash."""
        ...


def bring_back(home: ScopedHome, contents: Takes, branch: Branch, subjects: Sequence[str]) -> bool:
    """Brings what was let go of these subjects; whether all of it is here now.

    It leaves again with the next keeping. False also where this home's disk does not take it. Raises
    `BranchUnreachable`, `BranchRefused`.
    """
    try:
        lacking = home.lacking(subjects)
        # Papers first: once the last body is here, nothing tells any more which of them had left.
        for digest in lacking.contents:
            contents.take(branch.content([digest]))
        for at in range(0, len(lacking.bodies), TAKEN_AT_ONCE):
            home.take_bodies(branch.bodies(lacking.bodies[at : at + TAKEN_AT_ONCE]))
        return not home.lacking(subjects).bodies
    except StoreTrouble as trouble:
        _log.warning("what was let go of cannot be taken back: %s", trouble.code)
        return False
