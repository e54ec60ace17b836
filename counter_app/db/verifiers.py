"""Verifiers of passwords among the local values of this PC, until a branch holds them.

The journal never sees one. A verifier that goes with a fact is written beside it, in its commit.
"""

from typing import Protocol


class LocalValues(Protocol):
    """Small values of this PC, kept durably."""

    def local_value(self, name: str) -> str | None:
        """The value of this name."""
        ...

    def set_local_value(self, name: str, value: str) -> None:
        """Keeps a value."""
        ...


def verifier_name(staff: str) -> str:
    """The name under which an account's verifier is kept."""
    return f"verifier/{staff}"


class LocalVerifiers:
    """See `ports.Verifiers`."""

    def __init__(self, values: LocalValues) -> None:
        self._values = values

    def get(self, staff: str) -> str | None:
        """The verifier of an account; None when this PC has none."""
        return self._values.local_value(verifier_name(staff))

    def set(self, staff: str, verifier: str) -> None:
        """Keeps an account's verifier in place of the former one."""
        self._values.set_local_value(verifier_name(staff), verifier)
