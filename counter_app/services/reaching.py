"""What the branch answers beside meetings, for whoever asks it once: claims, terminals, content.

Owns no behaviour. An errand runs on the branch's own thread, between meetings.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counter_app.services.branch_ports import Branch, BranchOffice, Claims

ALONE, AWAY = "branch_alone", "branch_away"
"""Codes of why nothing was asked: this PC stands alone; the branch does not answer (soon)."""


@dataclass(frozen=True, slots=True)
class Reached:
    """The branch as an errand finds it. Its calls raise `BranchUnreachable` and `BranchRefused`.

    `bring_back` brings here what was let go of these subjects; whether all of it is here now.
    """

    shelf: Branch
    office: BranchOffice
    claims: Claims
    bring_back: Callable[[Sequence[str]], bool]
