"""The time of visits, split by what it went on: with the customer, at the core, counting cash, waiting…

Pure. Only visits that have ended count. What was entered late was served before it was typed: its visit
stays out. Machine faults and a slow core are kept apart and are no part of serving time (issue B: their
time is kept apart by state; figures must not punish whoever was held up by them).
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from types import MappingProxyType

from counter_app.domain.work_state import WorkState
from counter_app.services.read_models import CaseLine, DayBeside, SpellLine, VisitOfDay

KEPT_APART = frozenset({WorkState.MACHINE_FAULT, WorkState.CORE_SLOW})
"""States whose time is nobody's serving time."""

Span = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True, slots=True)
class WorkTimes:
    """One person's day: visits that ended, the time there was one, that time by state, per visit.

    Two customers at once are one time, not two. `a_visit` is the median serving time of a visit, None
    without any.
    """

    staff: str
    staff_name: str
    visits: int
    whole: dt.timedelta
    by_state: Mapping[WorkState, dt.timedelta]
    a_visit: dt.timedelta | None

    @property
    def apart(self) -> dt.timedelta:
        """What machine faults and a slow core took."""
        return sum((self.by_state[one] for one in sorted(KEPT_APART)), dt.timedelta())

    @property
    def serving(self) -> dt.timedelta:
        """The time of visits without what is kept apart."""
        return self.whole - self.apart

    @property
    def in_person(self) -> dt.timedelta:
        """What is left when every state is taken out: speaking, looking, typing here."""
        return self.whole - sum(self.by_state.values(), dt.timedelta())


def times_of(beside: DayBeside, late: Collection[str] = ()) -> tuple[WorkTimes, ...]:
    """Everybody's times, by number. `late` are the visits of late entries."""
    counted = [one for one in beside.visits if one.ended_at and one.subject not in late]
    people = {one.staff: one.staff_name for one in counted}
    return tuple(_times(staff, people[staff], counted, beside.spells) for staff in sorted(people))


def late_visits(lines: Iterable[CaseLine]) -> frozenset[str]:
    """The visits in which something was entered late."""
    return frozenset(one.visit for one in lines if one.on_paper)


def _times(
    staff: str, name: str, visits: Sequence[VisitOfDay], spells: Sequence[SpellLine]
) -> WorkTimes:
    own = [
        _span(one.started_at, one.ended_at or one.started_at)
        for one in visits
        if one.staff == staff
    ]
    there = _joined(own)
    last = max((end for _start, end in own), default=dt.datetime.min.replace(tzinfo=dt.UTC))
    held: dict[WorkState, list[Span]] = {state: [] for state in WorkState}
    for spell in spells:
        if spell.staff == staff and spell.what in set(WorkState):
            since = dt.datetime.fromisoformat(spell.since)
            until = dt.datetime.fromisoformat(spell.until) if spell.until else max(last, since)
            held[WorkState(spell.what)].append((since, until))
    by_state = {state: _within(there, _joined(found)) for state, found in held.items()}
    apart = _joined([span for state in KEPT_APART for span in held[state]])
    each = [(end - start - _within([(start, end)], apart)).total_seconds() for start, end in own]
    return WorkTimes(
        staff,
        name,
        len(own),
        sum((end - start for start, end in there), dt.timedelta()),
        MappingProxyType(by_state),
        dt.timedelta(seconds=median(each)) if each else None,
    )


def _span(start: str, end: str) -> Span:
    """A clock set back in between makes no time less than none."""
    begun, ended = dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end)
    return begun, max(begun, ended)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same time in spans that do not overlap, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _within(there: Iterable[Span], spans: Sequence[Span]) -> dt.timedelta:
    """How much of the spans lies in the time that there was; neither list overlaps in itself."""
    return sum(
        (
            max(min(end, to) - max(start, since), dt.timedelta())
            for start, end in there
            for since, to in spans
        ),
        dt.timedelta(),
    )
