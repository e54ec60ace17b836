"""The day of a next step: a base day and a length of time, under the branch's calendar.

Owns the arithmetic alone. A legal last day stays where the law puts it; a day that the branch
chooses moves earlier from a rest day, never before its base, and later where something can be had
"from" that day on. Source of the reckoning: 民法典
arts 201-202 (the first day is not counted; a month without the day ends on its last day).
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from counter_app.domain.ages import birthday
from counter_app.domain.calendar import BranchCalendar, add_months
from counter_app.forms.conditions import Values
from counter_app.forms.spec import DueSpec
from counter_app.forms.spec_base import FigureOrNumber

BASES = ("business_date", "completion", "holder.birth_date", "holder.valid_until")
"""What a due day may be reckoned from, besides a date field."""


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day found. `provisional`: the holidays it rests on are not announced yet."""

    day: dt.date
    provisional: bool


def length_of(length: FigureOrNumber, values: Values) -> int | None:
    """A length of time as a number; None when its figure is not in force."""
    if isinstance(length, int):
        return length
    found = values.get(length)
    return int(found) if isinstance(found, int | Decimal) else None


def due_day(spec: DueSpec, base: dt.date, length: int, calendar: BranchCalendar) -> DueDay | None:
    """The day `length` units after `base`; None when the calendar of dates ends before it."""
    try:
        if spec.unit == "working_days":
            found = calendar.working_day_after(base, length)
            return DueDay(found.day, found.provisional)
        day = _natural(spec, base, length)
        if spec.last_day == "legal":
            return DueDay(day, provisional=False)
        return _chosen(spec, base, day, calendar)
    except (OverflowError, ValueError):
        return None


def _natural(spec: DueSpec, base: dt.date, length: int) -> dt.date:
    if spec.unit == "days":
        return base + dt.timedelta(days=length)
    if spec.unit == "months":
        return add_months(base, length)
    if spec.base == "holder.birth_date":
        return birthday(base, length)
    return add_months(base, 12 * length)


def _chosen(spec: DueSpec, base: dt.date, day: dt.date, calendar: BranchCalendar) -> DueDay:
    if spec.reads == "from":
        later = calendar.working_day_on_or_after(day)
        return DueDay(later.day, later.provisional)
    found = calendar.working_day_on_or_before(day)
    if day >= base and found.day < base:
        return DueDay(base, found.provisional)
    return DueDay(found.day, found.provisional)
