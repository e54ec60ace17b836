"""The shipped calendars against two independent sources, and the arithmetic over them."""

import json
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.calendar import (
    BranchCalendar,
    CalendarDataError,
    CalendarDay,
    YearState,
    add_days,
    add_months,
    calendar_of,
    parse_year_table,
)

TABLES = Path(__file__).parents[3] / "resources" / "calendars"
PUBLISHED = (2024, 2025, 2026)
ONE_DAY = timedelta(days=1)


def read(year: int) -> str:
    return (TABLES / f"cn-{year}.json").read_text(encoding="utf-8")


CALENDAR = calendar_of(parse_year_table(read(year)) for year in (*PUBLISHED, 2027))
known_days = st.dates(date(2024, 1, 15), date(2026, 12, 10))


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", PUBLISHED)
def test_every_day_agrees_with_both_sources(year: int) -> None:
    china = holidays.country_holidays("CN", years=year)
    for day in days_of(year):
        ours = CALENDAR.is_working_day(day)
        assert ours == chinese_calendar.is_workday(day), day
        assert ours == china.is_working_day(day), day


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248)])
def test_working_days_of_a_year(year: int, count: int) -> None:
    assert sum(CALENDAR.is_working_day(day) for day in days_of(year)) == count


@pytest.mark.parametrize("year", PUBLISHED)
def test_a_published_year_names_its_notice(year: int) -> None:
    table = CALENDAR.years[year]
    assert table.state is YearState.PUBLISHED
    assert table.notice is not None
    assert table.notice.startswith("国办发明电")
    assert table.issued is not None
    assert table.issued.year == year - 1


def test_2027_has_its_statutory_days_and_no_guess() -> None:
    table = CALENDAR.years[2027]
    assert table.state is YearState.PROVISIONAL
    assert table.notice is None
    assert table.working_weekends == frozenset()
    assert len(table.rest_days) == 13
    # Agrees with the other source on the days the law itself names; its moved days are guesses.
    named = holidays.country_holidays("CN", years=2027)
    assert {day for day, name in named.items() if "observed" not in name} == set(table.rest_days)


def test_a_holiday_has_a_name() -> None:
    name = CALENDAR.holiday(date(2026, 2, 17))
    assert name is not None
    assert (name.zh, name.en) == ("春节", "Spring Festival")
    assert CALENDAR.holiday(date(2026, 11, 24)) is None


def test_days_around_spring_festival_2026() -> None:
    assert CALENDAR.working_day_after(date(2026, 2, 13), 1) == CalendarDay(date(2026, 2, 14), False)
    assert CALENDAR.working_day_after(date(2026, 2, 13), 2).day == date(2026, 2, 24)
    assert CALENDAR.working_day_after(date(2026, 2, 24), -1).day == date(2026, 2, 14)
    assert CALENDAR.working_day_on_or_before(date(2026, 2, 20)).day == date(2026, 2, 14)
    assert CALENDAR.working_day_on_or_after(date(2026, 2, 20)).day == date(2026, 2, 24)


def test_three_working_days_from_the_pictures() -> None:
    assert CALENDAR.working_day_after(date(2026, 11, 23), 3).day == date(2026, 11, 26)


def test_a_result_says_when_it_touched_a_provisional_year() -> None:
    assert CALENDAR.working_day_after(date(2026, 12, 25), 1) == CalendarDay(
        date(2026, 12, 28), False
    )
    assert CALENDAR.working_day_after(date(2026, 12, 25), 8).provisional
    # Backwards from January into published days: the walk went over provisional ones.
    assert CALENDAR.working_day_after(date(2027, 1, 4), -5).provisional
    assert CALENDAR.working_day_on_or_before(date(2027, 1, 1)).provisional


def test_the_last_days_of_december_hang_on_the_next_notice() -> None:
    assert not CALENDAR.is_provisional(date(2026, 12, 28))
    assert CALENDAR.is_provisional(date(2026, 12, 29))
    assert not CALENDAR.is_provisional(date(2025, 12, 31))


def test_a_notice_may_move_days_of_the_december_before() -> None:
    # As the notice for 2019 did with 29 and 31 December 2018.
    notice = {
        "year": 2019,
        "state": "published",
        "notice": "国办发明电〔2018〕15号",
        "issued": "2018-12-01",
        "holidays": [{"zh": "元旦", "en": "New Year", "first": "2018-12-30", "last": "2019-01-01"}],
        "working_weekends": ["2018-12-29"],
    }
    calendar = calendar_of([parse_year_table(json.dumps(notice))])
    assert calendar.is_working_day(date(2018, 12, 29))
    assert not calendar.is_working_day(date(2018, 12, 31))
    assert not chinese_calendar.is_workday(date(2018, 12, 31))


def test_a_year_without_a_table_is_provisional_and_counts_weekends_only() -> None:
    assert CALENDAR.state(2031) is YearState.PROVISIONAL
    assert CALENDAR.is_working_day(date(2031, 10, 1))
    assert CALENDAR.working_day_after(date(2031, 10, 1), 1) == CalendarDay(date(2031, 10, 2), True)


def test_a_later_table_replaces_the_provisional_one() -> None:
    published = json.loads(read(2027)) | {
        "state": "published",
        "notice": "国办发明电〔2026〕0号",
        "issued": "2026-11-30",
    }
    provisional = parse_year_table(read(2027))
    calendar = calendar_of([provisional, parse_year_table(json.dumps(published))])
    assert not calendar.is_provisional(date(2027, 3, 1))


@given(known_days, st.integers(-60, 60))
def test_adding_working_days_lands_on_the_right_one(day: date, count: int) -> None:
    found = CALENDAR.working_day_after(day, count).day
    if count == 0:
        assert found == day
        return
    between = [day + ONE_DAY * n for n in range(1, (found - day).days + 1)]
    if count < 0:
        between = [day - ONE_DAY * n for n in range(1, (day - found).days + 1)]
    assert CALENDAR.is_working_day(found)
    assert sum(CALENDAR.is_working_day(each) for each in between) == abs(count)


@given(known_days)
def test_the_nearest_working_day_is_nearest(day: date) -> None:
    before = CALENDAR.working_day_on_or_before(day).day
    after = CALENDAR.working_day_on_or_after(day).day
    assert before <= day <= after
    assert (before == day) == CALENDAR.is_working_day(day) == (after == day)
    skipped = [before + ONE_DAY * n for n in range(1, (after - before).days)]
    assert not any(CALENDAR.is_working_day(each) for each in skipped)


@pytest.mark.parametrize(
    ("start", "months", "found"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 21), 6, date(2027, 5, 21)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
    ],
)
def test_months_end_with_the_month(start: date, months: int, found: date) -> None:
    assert add_months(start, months) == found


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-600, 600))
def test_months_keep_the_day_where_it_exists(start: date, count: int) -> None:
    found = add_months(start, count)
    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == count
    assert found.day == start.day or (found.day < start.day and (found + ONE_DAY).day == 1)


def test_a_term_in_days_does_not_count_its_first_day() -> None:
    assert add_days(date(2026, 11, 23), 15) == date(2026, 12, 8)


BROKEN = {
    "no year": {"year": None},
    "unknown state": {"state": "guessed"},
    "published without notice": {"notice": None},
    "provisional with notice": {"state": "provisional"},
    "a weekday as working weekend": {"working_weekends": ["2026-01-05"]},
    "a rest day as working weekend": {"working_weekends": ["2026-01-03"]},
    "another year's day": {"working_weekends": ["2025-01-04"]},
    "no holidays": {"holidays": []},
    "holidays as text": {"holidays": "none"},
    "a day that is none": {"working_weekends": ["2026-02-30"]},
    "a nameless holiday": {"holidays": [{"first": "2026-01-01", "last": "2026-01-03"}]},
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_a_table_that_contradicts_itself_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(CalendarDataError):
        parse_year_table(json.dumps(json.loads(read(2026)) | change))


@pytest.mark.parametrize("text", ["", "[]", "{}", '"2026"', "{"])
def test_text_that_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(CalendarDataError):
        parse_year_table(text)


def test_an_empty_calendar_still_answers() -> None:
    empty = BranchCalendar({})
    assert empty.is_working_day(date(2026, 11, 24))
    assert empty.is_provisional(date(2026, 11, 24))
