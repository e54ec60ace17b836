"""How it stands with the branch, as a value: what every desk shows in words.

Owns no words and no clock. A frozen exchange must be visible: what counts is the last one that was
confirmed, never whether a connection is open.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from counter_app.services.branch_ports import BranchGreeting
from counter_app.services.snapshot_ports import ALL_HERE, Arriving

HealthState = Literal[
    "begun", "well", "unreachable", "refused", "other_branch", "forked", "store_trouble", "ended"
]
"""`store_trouble`: this PC cannot keep what comes. `ended`: the program broke, nobody exchanges."""


@dataclass(frozen=True, slots=True)
class Health:
    """One moment of it.

    `confirmed_at` is when the last whole exchange ended. `waiting` are own entries that the branch has
    not confirmed, `detail` a word for what is wrong. `skew_ms` is how far this PC's clock is before the
    branch's. `unsound` are journals that came and could not be believed. `withheld` counts own entries
    whose bodies the branch's server cannot hold: it has them bare, and the bytes in quarantine.
    `arriving` is how much of the branch's journals is here.
    """

    state: HealthState
    since: datetime
    confirmed_at: datetime | None = None
    waiting: int = 0
    detail: str = ""
    skew_ms: int | None = None
    branch: BranchGreeting | None = None
    unsound: tuple[str, ...] = ()
    withheld: int = 0
    arriving: Arriving = ALL_HERE

    def minutes_without(self, now: datetime) -> int | None:
        """Whole minutes since the last confirmed exchange; None before the first."""
        if self.confirmed_at is None:
            return None
        return max(0, int((now - self.confirmed_at).total_seconds() // 60))
