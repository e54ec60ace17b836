"""A month of the demo branch behind us: about forty visits a day, through the use cases.

Owns the pace of an invented day. What is asked for is `month_traffic`'s, what becomes of it
`month_visits`'. Every choice comes from one seed, so the same day gives the same month.
"""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.dates import branch_time
from counter_app.rehearsal.month_traffic import Traffic, traffic_of
from counter_app.rehearsal.month_visits import MonthVisits, SetClock
from counter_app.services import signing_on
from counter_app.services.accounts import account_view
from counter_app.services.counter import Counter, acting_as, clock_to_confirm

DAYS = 30
VISITS = 40
OPENS_AT, WORKS_FOR = 9, 8 * 60
"""Branch time, and minutes."""

DAYS_TO_AN_OUTAGE, TAKEN_ON_PAPER = 10, 3
"""About how often the power fails, and how many are served on paper then."""


@dataclass(frozen=True, slots=True)
class Month:
    """What was played: business days, visits, and cases begun."""

    days: int
    visits: int
    cases: int


def play_month(
    counter: Counter, clock: SetClock, until: dt.date, days: int = DAYS, visits: int = VISITS
) -> Month:
    """The business days before `until`, oldest first."""
    chance = random.Random(f"{until} {days} {visits}")
    played = MonthVisits(counter, clock, chance)
    comes = traffic_of(chance, days * visits)
    dark = set(chance.sample(range(days), max(1, days // DAYS_TO_AN_OUTAGE)))
    for number, day in enumerate(business_days(counter, until, days)):
        opens = dt.datetime.combine(day, dt.time(OPENS_AT), branch_time(counter.instant()).tzinfo)
        clock.set(opens)
        confirm_morning(counter)
        played.come_back()
        of_day = comes[number * visits : (number + 1) * visits]
        _play_day(played, opens, of_day, TAKEN_ON_PAPER if number in dark else 0)
    return Month(days, days * visits, played.cases)


def confirm_morning(counter: Counter) -> None:
    """After days on which nobody worked somebody confirms the date, as every Monday."""
    if clock_to_confirm(counter) is not None:
        signing_on.confirm_clock(counter, acting_as(account_view(counter, "80231"), "3"))


def business_days(counter: Counter, until: dt.date, days: int) -> Sequence[dt.date]:
    """So many days before `until` on which the branch worked, oldest first."""
    found: list[dt.date] = []
    day = until
    while len(found) < days:
        day -= dt.timedelta(days=1)
        if counter.calendar.is_working_day(day):
            found.append(day)
    return found[::-1]


def _play_day(
    played: MonthVisits, opens: dt.datetime, comes: Sequence[Traffic | None], on_paper: int
) -> None:
    """Everybody in turn, nobody before the one before is done; the last `on_paper` by forms."""
    chance = played.chance
    minutes = sorted(chance.uniform(0, WORKS_FOR) for _ in comes)
    for at, (minute, traffic) in enumerate(zip(minutes, comes, strict=True)):
        coming = opens + dt.timedelta(minutes=minute)
        played.clock.set(max(coming, played.counter.instant()))
        if traffic is None:
            played.only_asked()
        elif at >= len(comes) - on_paper:
            played.enter_late(traffic)
        else:
            played.visit(traffic, traffic.fate(chance))
