"""Head office reads one branch: the same pull, the same checks, and giving back what the branch lost.

Owns the order. It writes nothing at the branch but entries that their writers signed.
"""

from counter_app.services.branch_ports import Branch
from counter_app.services.ports import HeldEntries
from counter_app.sync.exchange import Exchange, Exchanged, IsSigned, Taken


class NoSigner:
    """Head office signs nothing: it writes no journal."""

    def sign(self, seq: int, entry_hash: str) -> str:
        """Never asked."""
        raise RuntimeError(f"head office was asked to sign {seq} {entry_hash}")


def read_branch(held: HeldEntries, branch: Branch, is_signed: IsSigned) -> Exchanged:
    """Gives back what the branch has less, then takes what it has more. Safe to repeat."""
    exchange = Exchange(held, branch, NoSigner(), is_signed)
    taken = Taken()
    given = exchange.give_back(branch.heads(), taken)
    exchange.pull(taken)
    return Exchanged(
        pulled=taken.count,
        given_back=given,
        rejected=tuple(taken.rejected),
        forged=tuple(taken.forged),
        subjects=tuple(taken.subjects),
    )
