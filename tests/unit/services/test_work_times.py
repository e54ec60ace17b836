"""Times of visits by work state: kept apart, joined where customers overlap, without late entries."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.work_state import WorkState
from counter_app.services.read_models import DayBeside, SpellLine, VisitOfDay
from counter_app.services.work_times import WorkTimes, times_of

NINE = dt.datetime(2026, 11, 23, 1, 0, tzinfo=dt.UTC)


def at(minute: float) -> str:
    """So many minutes after nine."""
    return (NINE + dt.timedelta(minutes=minute)).isoformat()


def visit(name: str, start: float, end: float | None, staff: str = "80231") -> VisitOfDay:
    """A presence at window 3."""
    ended = None if end is None else at(end)
    return VisitOfDay(f"visit/{name}", "3", staff, "王敏", at(start), ended, "served")


def spell(what: str, start: float, end: float | None, staff: str = "80231") -> SpellLine:
    """A work state."""
    until = None if end is None else at(end)
    return SpellLine(f"work/{what}{start}", "03", what, staff, "王敏", at(start), until)


def minutes(times: WorkTimes) -> dict[str, float]:
    """What took how long, in minutes, without what took none."""
    told = {state.value: span.total_seconds() / 60 for state, span in times.by_state.items()}
    return {name: taken for name, taken in told.items() if taken}


def one(beside: DayBeside, late: tuple[str, ...] = ()) -> WorkTimes:
    """The times of the only person."""
    (found,) = times_of(beside, late)
    return found


def test_the_time_of_a_visit_is_split_by_state() -> None:
    spells = (
        spell("at_core", 4, 9),
        spell("counting_cash", 9, 11),
        spell("machine_fault", 12, 15),
        spell("core_slow", 15, 16),
    )
    times = one(DayBeside((visit("a", 0, 20),), spells))
    assert minutes(times) == {
        "at_core": 5,
        "counting_cash": 2,
        "machine_fault": 3,
        "core_slow": 1,
    }
    assert times.serving == dt.timedelta(minutes=16)
    assert times.in_person == dt.timedelta(minutes=9)
    assert times.a_visit == dt.timedelta(minutes=16)


def test_two_customers_at_once_are_one_time() -> None:
    beside = DayBeside((visit("a", 0, 20), visit("b", 10, 30)), (spell("machine_fault", 15, 25),))
    times = one(beside)
    assert (times.visits, times.whole, times.serving) == (
        2,
        dt.timedelta(minutes=30),
        dt.timedelta(minutes=20),
    )
    assert times.a_visit == dt.timedelta(minutes=12.5)


def test_a_state_outside_every_visit_counts_nowhere() -> None:
    beside = DayBeside((visit("a", 0, 10), visit("b", 20, 30)), (spell("core_slow", 8, 22),))
    assert minutes(one(beside)) == {"core_slow": 4}


def test_what_was_entered_late_stays_out() -> None:
    beside = DayBeside((visit("a", 0, 10), visit("late", 20, 60)), (spell("at_core", 25, 50),))
    times = one(beside, ("visit/late",))
    assert (times.visits, times.whole) == (1, dt.timedelta(minutes=10))
    assert minutes(times) == {}
    assert times_of(DayBeside((visit("late", 20, 60),)), ("visit/late",)) == ()


def test_a_visit_that_goes_on_is_not_counted_and_a_state_that_goes_on_ends_with_the_visits() -> (
    None
):
    beside = DayBeside((visit("a", 0, 10), visit("b", 20, None)), (spell("core_slow", 6, None),))
    times = one(beside)
    assert (times.visits, times.whole) == (1, dt.timedelta(minutes=10))
    assert minutes(times) == {"core_slow": 4}


def test_everybody_has_times_of_his_own() -> None:
    beside = DayBeside(
        (visit("a", 0, 10), visit("b", 0, 30, "80232")), (spell("at_core", 0, 5, "80232"),)
    )
    first, second = times_of(beside)
    assert (first.staff, minutes(first)) == ("80231", {})
    assert (second.staff, minutes(second)) == ("80232", {"at_core": 5})


SPANS = st.tuples(st.integers(0, 480), st.integers(0, 60))


@given(st.lists(SPANS, min_size=1, max_size=8), st.lists(st.integers(0, 540), max_size=12))
def test_the_parts_are_never_more_than_the_whole(
    visits: list[tuple[int, int]], turns: list[int]
) -> None:
    marks = sorted(set(turns))
    states = list(WorkState)
    spells = tuple(
        spell(states[number % len(states)], start, end)
        for number, (start, end) in enumerate(pairwise(marks))
    )
    told = tuple(visit(str(n), start, start + long) for n, (start, long) in enumerate(visits))
    times = one(DayBeside(told, spells))
    minutes_there = {m for start, long in visits for m in range(start, start + long)}
    assert times.whole == dt.timedelta(minutes=len(minutes_there))
    assert dt.timedelta() <= times.in_person <= times.serving <= times.whole
