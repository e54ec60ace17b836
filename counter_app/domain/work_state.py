"""What keeps a teller's hands off the keyboard for good reason, and when the lock falls due.

Owns the rule; who is in which state, and since when, is a fact elsewhere. The seconds and minutes
are house settings, given as arguments.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from counter_app.i18n import Text


class WorkState(StrEnum):
    """Why the PC is idle while its teller works. The value is what facts store."""

    AT_CORE = "at_core"
    COUNTING_CASH = "counting_cash"
    CUSTOMER_FILLING_IN = "customer_filling_in"
    WAITING_FOR_APPROVAL = "waiting_for_approval"
    MACHINE_FAULT = "machine_fault"
    CORE_SLOW = "core_slow"

    @property
    def label(self) -> Text:
        """What the state is called."""
        return WORK_STATE_NAMES[self]


WORK_STATE_NAMES: Mapping[WorkState, Text] = MappingProxyType(
    {
        WorkState.AT_CORE: Text("核心系统办理中", "At the core system"),
        WorkState.COUNTING_CASH: Text("清点现金", "Counting cash"),
        WorkState.CUSTOMER_FILLING_IN: Text("客户填单", "Customer filling in"),
        WorkState.WAITING_FOR_APPROVAL: Text("等待批准", "Waiting for approval"),
        WorkState.MACHINE_FAULT: Text("机具故障", "Machine fault"),
        WorkState.CORE_SLOW: Text("核心慢", "Core system slow"),
    }
)


@dataclass(frozen=True, slots=True)
class LockSettings:
    """`idle` is how long the PC may rest; `held` how long a work state keeps the lock away."""

    idle: timedelta = timedelta(seconds=180)
    held: timedelta = timedelta(minutes=15)


def lock_due(
    pc_idle: timedelta,
    work_state: WorkState | None,
    since: datetime | None,
    now: datetime,
    settings: LockSettings,
) -> bool:
    """Whether to lock now. `pc_idle` is the idle time of the whole PC, not of our window.

    A work state keeps the lock away from `since` on for `settings.held`, then no longer; a `since`
    in the future (a clock set back) holds nothing.
    """
    if pc_idle < settings.idle:
        return False
    if work_state is None or since is None:
        return True
    return not timedelta(0) <= now - since < settings.held
