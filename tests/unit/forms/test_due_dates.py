"""Days of next steps: month ends, rest days, and who may move them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.forms.due_dates import due_day
from counter_app.forms.spec import DueSpec
from tests.unit.forms.cases import shipped_calendar

DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2027, 11, 30))


def found(start: str, length: int, **spec: str) -> str:
    due = DueSpec.model_validate({"base": "business_date", "last_day": "branch", **spec})
    day = due_day(due, dt.date.fromisoformat(start), length, shipped_calendar())
    assert day is not None
    return day.day.isoformat()


def test_a_legal_last_day_is_never_moved() -> None:
    # 28 November 2026 is a Saturday.
    assert found("2026-11-23", 5, last_day="legal") == "2026-11-28"


def test_a_day_the_branch_chooses_moves_earlier_from_a_rest_day() -> None:
    assert found("2026-11-23", 5) == "2026-11-27"


def test_what_is_to_be_had_from_a_day_moves_later() -> None:
    assert found("2026-11-23", 5, reads="from") == "2026-11-30"


def test_a_chosen_day_is_never_before_its_base() -> None:
    # Saturday 7 November 2026: the last working day before it is Friday.
    assert found("2026-11-07", 0) == "2026-11-07"


def test_holidays_and_worked_weekends_count() -> None:
    # Spring Festival 2026: 15 to 23 February, Saturday 28 February is worked.
    assert found("2026-02-14", 1, unit="working_days") == "2026-02-24"
    assert found("2026-02-27", 1, unit="working_days") == "2026-02-28"
    assert found("2026-02-13", 5) == "2026-02-14"


@pytest.mark.parametrize(
    ("base", "length", "expected"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
    ],
)
def test_a_month_without_the_day_ends_on_its_last(base: str, length: int, expected: str) -> None:
    assert found(base, length, unit="months", last_day="legal") == expected


def test_a_birthday_on_the_leap_day_is_reached_on_the_first_of_march() -> None:
    spec = {"base": "holder.birth_date", "unit": "years", "last_day": "legal", "reads": "from"}
    assert found("2012-02-29", 16, **spec) == "2028-02-29"
    assert found("2012-02-29", 18, **spec) == "2030-03-01"


def test_a_year_whose_holidays_are_not_announced_is_provisional() -> None:
    spec = DueSpec(base="business_date", unit="working_days", last_day="branch")
    near = due_day(spec, dt.date(2026, 11, 23), 3, shipped_calendar())
    far = due_day(spec, dt.date(2026, 12, 28), 10, shipped_calendar())
    assert near is not None
    assert not near.provisional
    assert far is not None
    assert far.provisional


def test_a_day_beyond_all_calendars_is_none() -> None:
    spec = DueSpec(base="business_date", unit="years", last_day="legal")
    assert due_day(spec, dt.date(2026, 11, 23), 9_000, shipped_calendar()) is None


@given(DAYS, st.integers(0, 60))
def test_a_chosen_day_is_a_working_day_between_base_and_length(base: dt.date, length: int) -> None:
    calendar = shipped_calendar()
    spec = DueSpec(base="business_date", last_day="branch")
    due = due_day(spec, base, length, calendar)
    assert due is not None
    assert base <= due.day <= base + dt.timedelta(days=length)
    assert calendar.is_working_day(due.day) or due.day == base
