"""Head office reads one branch: the same pull, the same checks, and giving back what the branch lost.

Owns the order. It writes nothing at the branch but entries that their writers signed.
"""

from collections.abc import Sequence
from typing import Protocol

from counter_app.services.branch_ports import Body, Branch
from counter_app.services.ports import HeldEntries
from counter_app.sync.body_exchange import ASKED_AT_ONCE, TAKEN_AT_ONCE
from counter_app.sync.exchange import Exchange, Exchanged, IsSigned, Taken


class NoSigner:
    """Head office signs nothing: it writes no journal."""

    def sign(self, seq: int, entry_hash: str) -> str:
        """Never asked."""
        raise RuntimeError(f"head office was asked to sign {seq} {entry_hash}")


class HeldAtHeadOffice(HeldEntries, Protocol):
    """What head office holds of one branch."""

    def bodies_wanted(self, after: str, limit: int) -> list[str]:
        """Hashes of entries held without their bodies, beyond a hash, in order; erased ones not."""
        ...

    def take_bodies(self, bodies: Sequence[Body]) -> int:
        """Keeps bodies that fit their entries; how many."""
        ...


def read_branch(held: HeldAtHeadOffice, branch: Branch, is_signed: IsSigned) -> Exchanged:
    """Gives back what the branch has less, then takes what it has more. Safe to repeat.

    Bodies that came to the branch after their entries are taken as well.
    """
    exchange = Exchange(held, branch, NoSigner(), is_signed)
    taken = Taken()
    given = exchange.give_back(branch.heads(), taken)
    exchange.pull(taken)
    _fetch_bodies(held, branch)
    return Exchanged(
        pulled=taken.count,
        given_back=given,
        rejected=tuple(taken.rejected),
        forged=tuple(taken.forged),
        subjects=tuple(taken.subjects),
    )


def _fetch_bodies(held: HeldAtHeadOffice, branch: Branch) -> None:
    after = ""
    while wanted := held.bodies_wanted(after, ASKED_AT_ONCE):
        found = branch.bodies(wanted)
        for at in range(0, len(found), TAKEN_AT_ONCE):
            held.take_bodies(found[at : at + TAKEN_AT_ONCE])
        after = wanted[-1]
