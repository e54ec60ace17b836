"""Verifiers of passwords between this PC and its branch, after each meeting.

What was set here goes to the branch; what was changed elsewhere comes to whoever has it already. An
account that never signed on here is fetched when somebody signs on. Owns no password and no rule.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from counter_app.services.branch_ports import BranchOffice
from counter_app.services.snapshot_ports import Arriving
from counter_app.sync.meeting import Met
from counter_app.sync.worker import Meets

T = TypeVar("T")
ACCOUNTS = "staff/"
ROUNDS = 2
"""The fact that a password was set may come just before its verifier: so it is asked for once more."""


class HeldVerifiers(Protocol):
    """The verifiers on this PC."""

    def held(self) -> Sequence[str]:
        """The accounts whose verifiers are here."""
        ...

    def due(self) -> Sequence[tuple[str, str]]:
        """Those set here that the branch does not know yet."""
        ...

    def brought(self, staff: str, verifier: str) -> None:
        """The branch has this one now."""
        ...

    def keep(self, staff: str, verifier: str) -> bool:
        """Keeps the branch's, where that is news; whether it was."""
        ...


class AskHeld(Protocol):
    """Runs a question of the held verifiers where the store works."""

    def __call__(self, job: Callable[[HeldVerifiers], T]) -> T:
        """What the job answers."""
        ...


class MeetingWithVerifiers:
    """A meeting, and the verifiers after it; see `worker.Meets`."""

    def __init__(self, meeting: Meets, held: AskHeld, office: BranchOffice) -> None:
        self._meeting, self._held, self._office = meeting, held, office
        self._begun = False
        self._refreshes = ROUNDS

    def hold(self) -> Met:
        """One whole meeting. A verifier goes before the fact that it was set, once it is known whose
        branch answers."""
        if self._begun:
            self._bring()
        met = self._meeting.hold()
        self._begun = True
        self._bring()
        if any(one.startswith(ACCOUNTS) for one in met.exchanged.subjects):
            self._refreshes = ROUNDS
        if self._refreshes:
            self._refresh()
            self._refreshes -= 1
        return met

    def waiting(self) -> int:
        """How many own entries the branch has not confirmed."""
        return self._meeting.waiting()

    def arriving(self) -> Arriving:
        """How much of the branch's journals is here."""
        return self._meeting.arriving()

    def _bring(self) -> None:
        for staff, verifier in self._held(lambda held: held.due()):
            self._office.put_verifier(staff, verifier)
            self._held(_brought(staff, verifier))

    def _refresh(self) -> None:
        for staff in self._held(lambda held: held.held()):
            verifier = self._office.verifier(staff)
            if verifier is not None:
                self._held(_kept(staff, verifier))


def _brought(staff: str, verifier: str) -> Callable[[HeldVerifiers], None]:
    return lambda held: held.brought(staff, verifier)


def _kept(staff: str, verifier: str) -> Callable[[HeldVerifiers], bool]:
    return lambda held: held.keep(staff, verifier)
