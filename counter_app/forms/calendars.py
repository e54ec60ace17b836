"""What the forms need to know of a calendar; `domain.calendar` fulfils it.

Owns the Protocol alone, so that date arithmetic here can be tried with a calendar made by hand.
"""

import datetime as dt
from typing import Protocol


class Calendar(Protocol):
    """The branch's calendar of working days."""

    def is_working_day(self, day: dt.date) -> bool:
        """Whether the branch counts that day as a working day."""
        ...

    def add_working_days(self, day: dt.date, count: int) -> dt.date:
        """The `count`-th working day after `day` (before it, when negative)."""
        ...

    def state(self, year: int) -> str:
        """`announced`, or `provisional` while the year's holidays are not announced yet."""
        ...
