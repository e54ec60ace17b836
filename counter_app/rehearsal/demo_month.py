"""A month of the demo branch behind us: about forty visits a day, through the use cases.

Owns which services are asked for how often, and the pace of an invented day. Every choice comes from
one seed, so the same day gives the same month.
"""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from counter_app.domain.dates import branch_time
from counter_app.journal.folds.presence import VisitView
from counter_app.rehearsal.demo_branch import CUSTOMERS
from counter_app.rehearsal.demo_morning import loss, opening, withdrawal
from counter_app.rehearsal.playing import Errand, serve
from counter_app.services import signing_on, visiting
from counter_app.services.accounts import account_view
from counter_app.services.counter import Acting, Counter, acting_as, clock_to_confirm

DAYS = 30
VISITS = 40
OPENS_AT, WORKS_FOR = 9, 8 * 60
"""Branch time, and minutes."""

LIKELY_ADVISED, LIKELY_WITHOUT_SERIAL = 0.12, 0.03
AMOUNTS = ("500", "1200", "3000", "8000", "12000", "20000")


class SetClock(Protocol):
    """A clock that a play sets."""

    def set(self, instant: dt.datetime) -> None:
        """It is this instant now."""
        ...


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
    tellers = [acting_as(account_view(counter, one), "3") for one in ("80231", "80232")]
    played, cases = 0, 0
    for day in business_days(counter, until, days):
        opens = dt.datetime.combine(day, dt.time(OPENS_AT), branch_time(counter.instant()).tzinfo)
        clock.set(opens)
        confirm_morning(counter)
        for minute in _minutes(chance, visits):
            clock.set(opens + dt.timedelta(minutes=minute))
            cases += _visit(counter, chance.choice(tellers), chance)
            played += 1
    return Month(days, played, cases)


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


def _minutes(chance: random.Random, visits: int) -> Iterator[float]:
    yield from sorted(chance.uniform(0, WORKS_FOR) for _ in range(visits))


def _visit(counter: Counter, acting: Acting, chance: random.Random) -> int:
    """One visit; 1 when a case came of it."""
    if chance.random() < LIKELY_ADVISED:
        visit = visiting.start_visit(counter, acting)
        assert isinstance(visit, VisitView), visit
        visiting.end_visit(counter, acting, visit.subject, "advised")
        return 0
    serve(counter, acting, _errand(chance, counter.today()))
    return 1


def _errand(chance: random.Random, today: dt.date) -> Errand:
    customer = chance.choice(CUSTOMERS[1:4])
    lost = loss(customer)
    lost_on = (today - dt.timedelta(days=1)).isoformat()
    lost = replace(lost, values={**lost.values, "lost_on": lost_on})
    made = chance.choices(
        (withdrawal(customer, chance.choice(AMOUNTS)), lost, opening(customer)),
        (80, 8, 12),
    )[0]
    serial = f"CB{chance.randrange(10**8):08d}"
    return replace(made, serial=None if chance.random() < LIKELY_WITHOUT_SERIAL else serial)
