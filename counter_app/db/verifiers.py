"""Verifiers of passwords among the local values of this PC: those that were set or used here.

The journal never sees one. A verifier that goes with a fact is written beside it, in its commit. Owns
the record of what the branch had when it was last asked: what differs here since then was set here.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol


class LocalValues(Protocol):
    """Small values of this PC, kept durably, and the accounts it knows."""

    def local_value(self, name: str) -> str | None:
        """The value of this name."""
        ...

    def set_local_value(self, name: str, value: str) -> None:
        """Keeps a value."""
        ...

    def subjects(self, kind: str) -> Sequence[str]:
        """All subjects of a small kind."""
        ...


def verifier_name(staff: str) -> str:
    """The name under which an account's verifier is kept."""
    return f"verifier/{staff}"


def _seen_name(staff: str) -> str:
    """Under this name stand two digests: of the verifier here and of the branch's, when last asked."""
    return f"verifier_seen/{staff}"


class LocalVerifiers:
    """See `ports.Verifiers`, and `sync.verifiers.HeldVerifiers`."""

    def __init__(self, values: LocalValues) -> None:
        self._values = values

    def get(self, staff: str) -> str | None:
        """The verifier of an account; None when this PC has none."""
        return self._values.local_value(verifier_name(staff))

    def set(self, staff: str, verifier: str) -> None:
        """Keeps a verifier made anew from the same password: that is no news for the branch."""
        held = self.get(staff)
        mine, theirs = self._seen(staff)
        self._values.set_local_value(verifier_name(staff), verifier)
        if held is not None and mine == _digest(held):
            self._see(staff, verifier, theirs)

    def held(self) -> list[str]:
        """The accounts whose verifiers are here."""
        numbers = [one.partition("/")[2] for one in self._values.subjects("staff")]
        return [one for one in numbers if self.get(one) is not None]

    def due(self) -> list[tuple[str, str]]:
        """Verifiers that were set here and that the branch does not know yet."""
        found = [(staff, self.get(staff) or "") for staff in self.held()]
        return [(staff, one) for staff, one in found if self._seen(staff)[0] != _digest(one)]

    def brought(self, staff: str, verifier: str) -> None:
        """The branch has this verifier of an account now."""
        self._see(staff, verifier, _digest(verifier))

    def keep(self, staff: str, verifier: str) -> bool:
        """Keeps what the branch has, where that is news; whether it was."""
        if self._seen(staff)[1] == _digest(verifier):
            return False
        self._values.set_local_value(verifier_name(staff), verifier)
        self._see(staff, verifier, _digest(verifier))
        return True

    def _seen(self, staff: str) -> tuple[str, str]:
        mine, _, theirs = (self._values.local_value(_seen_name(staff)) or "").partition(" ")
        return mine, theirs

    def _see(self, staff: str, mine: str, theirs: str) -> None:
        self._values.set_local_value(_seen_name(staff), f"{_digest(mine)} {theirs}")


def _digest(verifier: str) -> str:
    return sha256(verifier.encode()).hexdigest()
