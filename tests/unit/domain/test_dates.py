"""Business date, clocks that jump, and the wording of days and lengths."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import dates
from counter_app.domain.dates import BRANCH_ZONE, Clock, business_date, judge_clock
from counter_app.i18n import Text, same

LAST = datetime(2026, 11, 23, 6, 3, 5, tzinfo=UTC)
DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 11, 23, 6, 3, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 22, 16, 0, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 18, 59, 59, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 19, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 11, 23, 2, 59, tzinfo=BRANCH_ZONE), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 3, 0, tzinfo=BRANCH_ZONE), date(2026, 11, 23)),
    ],
)
def test_the_business_date_turns_at_the_cut_off(instant: datetime, day: date) -> None:
    assert business_date(instant) == day


def test_the_cut_off_is_a_setting() -> None:
    just_after_midnight = datetime(2026, 11, 23, 0, 30, tzinfo=BRANCH_ZONE)
    assert business_date(just_after_midnight, cut_off_hour=0) == date(2026, 11, 23)
    assert business_date(just_after_midnight, cut_off_hour=1) == date(2026, 11, 22)
    with pytest.raises(ValueError, match="cut-off"):
        business_date(just_after_midnight, cut_off_hour=24)


def test_a_moment_without_a_zone_is_an_error() -> None:
    naive = LAST.replace(tzinfo=None)
    with pytest.raises(ValueError, match="zone"):
        business_date(naive)


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(2000, 1, 1)), st.integers(0, 23))  # noqa: DTZ001
def test_the_business_date_is_the_branch_day_or_the_one_before(
    instant: datetime, cut_off: int
) -> None:
    local = instant.astimezone(BRANCH_ZONE)
    late = timedelta(days=1) if local.hour < cut_off else timedelta(0)
    assert business_date(instant, cut_off) == local.date() - late


@pytest.mark.parametrize(
    ("jump", "clock"),
    [
        (timedelta(0), Clock.GOOD),
        (timedelta(hours=20), Clock.GOOD),
        (timedelta(days=1), Clock.GOOD),
        (timedelta(days=1, seconds=1), Clock.JUMPED_AHEAD),
        (timedelta(days=365), Clock.JUMPED_AHEAD),
        (timedelta(seconds=-2), Clock.GOOD),
        (timedelta(seconds=-3), Clock.JUMPED_BACK),
        (timedelta(days=-365), Clock.JUMPED_BACK),
    ],
)
def test_a_clock_that_jumped_is_asked_about(jump: timedelta, clock: Clock) -> None:
    verdict = judge_clock(LAST + jump, LAST)
    assert (verdict.clock, verdict.jump) == (clock, jump)


@given(st.timedeltas(timedelta(days=-4000), timedelta(days=4000)))
def test_nothing_is_written_before_the_last_entry(jump: timedelta) -> None:
    verdict = judge_clock(LAST + jump, LAST)
    assert verdict.time == max(LAST, LAST + jump)
    assert verdict.time.tzinfo is UTC


def test_the_first_entry_has_nothing_to_compare_with() -> None:
    local = LAST.astimezone(BRANCH_ZONE)
    verdict = judge_clock(local, None)
    assert (verdict.clock, verdict.time, verdict.time.tzinfo) == (Clock.GOOD, LAST, UTC)


def test_dates_in_both_languages() -> None:
    assert dates.date_text(DAY) == Text("2026年11月26日（周四）", "Thu 26 Nov 2026")
    assert dates.plain_date(DAY) == Text("2026年11月26日", "26 Nov 2026")
    assert dates.short_date(DAY) == Text("11月26日", "26 Nov")
    assert dates.by_day(DAY) == Text("11月26日前", "by 26 Nov")
    assert dates.by_date(DAY) == Text("2026年11月26日（周四）前", "by Thu 26 Nov 2026")
    assert dates.under_day(DAY) == Text("2026年，周四", "Thu, 2026")
    assert dates.date_text(date(2027, 1, 8)) == Text("2027年1月8日（周五）", "Fri 8 Jan 2027")


def test_days_seen_from_today() -> None:
    assert dates.day_text(DAY, DAY) == Text("今天", "Today")
    assert dates.day_text(DAY, DAY - timedelta(days=1)) == Text("明天", "Tomorrow")
    assert dates.day_text(DAY, DAY - timedelta(days=2)) == Text("11月26日", "26 Nov")
    assert dates.day_text(DAY, DAY + timedelta(days=1)) == Text("11月26日", "26 Nov")
    assert dates.day_text(date(2027, 1, 8), DAY) == Text("2027年1月8日", "8 Jan 2027")


def test_the_week() -> None:
    monday = date(2026, 11, 23)
    week = [dates.weekday(monday + timedelta(days=n)) for n in range(7)]
    assert "".join(day.zh for day in week) == "周一周二周三周四周五周六周日"
    assert " ".join(day.en for day in week) == "Mon Tue Wed Thu Fri Sat Sun"


def test_moments_are_written_in_branch_time() -> None:
    assert dates.date_and_time(LAST) == Text("2026年11月23日 14:03", "23 Nov 2026 14:03")
    assert dates.stamp(LAST) == "2026-11-23 14:03"


@pytest.mark.parametrize(
    ("length", "words", "running"),
    [
        (timedelta(minutes=18, seconds=59), Text("18 分", "18 min"), "18:59"),
        (timedelta(minutes=4, seconds=21), Text("4 分", "4 min"), "04:21"),
        (timedelta(minutes=75), Text("1 小时 15 分", "1 h 15 min"), "75:00"),
        (timedelta(hours=2), Text("2 小时", "2 h"), "120:00"),
        (timedelta(seconds=-1), Text("0 分", "0 min"), "00:00"),
    ],
)
def test_how_long_it_took(length: timedelta, words: Text, running: str) -> None:
    assert dates.duration_text(length) == words
    assert dates.running_time(length) == same(running)


def test_lengths_of_terms() -> None:
    assert dates.days_text(15) == Text("15 日", "15 days")
    assert dates.days_text(1) == Text("1 日", "1 day")
    assert dates.working_days_text(3) == Text("3 个工作日", "3 working days")
    assert dates.months_text(6) == Text("6 个月", "6 months")
    assert dates.months_text(12) == Text("1 年", "1 year")
    assert dates.months_text(18) == Text("18 个月", "18 months")
    assert dates.months_text(24) == Text("2 年", "2 years")
