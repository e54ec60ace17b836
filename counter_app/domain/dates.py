"""Dates and times as the branch reckons and writes them.

Owns the branch's zone, the business date with its cut-off, the judgement of a clock that jumped,
and how days and lengths of time are worded. Takes every moment as an argument; never asks a clock.
A date advised is worded "前" and includes the day itself.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

from counter_app.i18n import Text, same

BRANCH_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Mainland China keeps one zone without summer time: a fixed offset needs no zone data on a PC."""

DEFAULT_CUT_OFF_HOUR = 3
LONGEST_JUMP_AHEAD = timedelta(days=1)
CLOCK_TREMBLE = timedelta(seconds=2)
"""So much backwards is a clock being kept right, not one that was set: it is not asked about."""

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


class Clock(StrEnum):
    """How a clock compares with the time of the last entry."""

    GOOD = "good"
    JUMPED_BACK = "jumped_back"
    JUMPED_AHEAD = "jumped_ahead"


@dataclass(frozen=True, slots=True)
class ClockVerdict:
    """`time` is what may be written: never before the last entry. `jump` is now minus last.

    Anything but GOOD is confirmed by a person, and recorded, before work goes on.
    """

    clock: Clock
    time: datetime
    jump: timedelta


def branch_time(instant: datetime) -> datetime:
    """An aware instant in the branch's zone; raises ValueError for one without a zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant has a zone")
    return instant.astimezone(BRANCH_ZONE)


def business_date(instant: datetime, cut_off_hour: int = DEFAULT_CUT_OFF_HOUR) -> date:
    """The branch-zone date, where hours before the cut-off still belong to the day before."""
    if not 0 <= cut_off_hour < 24:
        raise ValueError("a cut-off is an hour of the day")
    return (branch_time(instant) - timedelta(hours=cut_off_hour)).date()


def judge_clock(now: datetime, last: datetime | None) -> ClockVerdict:
    """Judges the PC's clock against the last entry's time, None when there is no entry yet."""
    if last is None:
        return ClockVerdict(Clock.GOOD, now.astimezone(UTC), timedelta(0))
    jump = now - last
    clock = Clock.GOOD
    if jump < -CLOCK_TREMBLE:
        clock = Clock.JUMPED_BACK
    elif jump > LONGEST_JUMP_AHEAD:
        clock = Clock.JUMPED_AHEAD
    return ClockVerdict(clock, max(now, last).astimezone(UTC), jump)


def date_text(day: date) -> Text:
    """`2026年11月26日（周四）`, `Thu 26 Nov 2026`."""
    return Text(f"{_full_zh(day)}（{weekday(day).zh}）", _full_en(day))


def plain_date(day: date) -> Text:
    """Without the weekday: `2026年11月26日`, `26 Nov 2026`."""
    return Text(_full_zh(day), f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}")


def day_text(day: date, today: date) -> Text:
    """`今天` and `明天` where they hold, else month and day, the year only when not this year's."""
    if day == today:
        return Text("今天", "Today")
    if day == today + timedelta(days=1):
        return Text("明天", "Tomorrow")
    if day.year == today.year:
        return short_date(day)
    return plain_date(day)


def short_date(day: date) -> Text:
    """`11月26日`, `26 Nov`."""
    return Text(f"{day.month}月{day.day}日", f"{day.day} {_MONTHS_EN[day.month - 1]}")


def by_day(day: date) -> Text:
    """The large line of a step: `11月26日前`, `by 26 Nov`. The day itself is included."""
    short = short_date(day)
    return Text(f"{short.zh}前", f"by {short.en}")


def by_date(day: date) -> Text:
    """In a sentence: `2026年11月26日（周四）前`, `by Thu 26 Nov 2026`."""
    full = date_text(day)
    return Text(f"{full.zh}前", f"by {full.en}")


def under_day(day: date) -> Text:
    """The small line under a step's day: `2026年，周四`, `Thu, 2026`."""
    return Text(f"{day.year}年，{weekday(day).zh}", f"{weekday(day).en}, {day.year}")


def weekday(day: date) -> Text:
    """`周四`, `Thu`."""
    return Text(f"周{_WEEKDAYS_ZH[day.weekday()]}", _WEEKDAYS_EN[day.weekday()])


def date_and_time(instant: datetime) -> Text:
    """Branch time to the minute: `2026年11月23日 14:21`, `23 Nov 2026 14:21`."""
    local = branch_time(instant)
    day = plain_date(local.date())
    return Text(f"{day.zh} {local:%H:%M}", f"{day.en} {local:%H:%M}")


def stamp(instant: datetime) -> str:
    """The machine stamp in footers, branch time: `2026-11-23 14:08`."""
    local = branch_time(instant)
    return f"{local.date().isoformat()} {local:%H:%M}"


def duration_text(length: timedelta) -> Text:
    """How long something took or has waited, in whole minutes, downwards: `1 小时 5 分`."""
    minutes = max(int(length.total_seconds()) // 60, 0)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return Text(f"{rest} 分", f"{rest} min")
    if not rest:
        return Text(f"{hours} 小时", f"{hours} h")
    return Text(f"{hours} 小时 {rest} 分", f"{hours} h {rest} min")


def running_time(length: timedelta) -> Text:
    """A running clock, minutes and seconds: `04:21`, `75:00`."""
    seconds = max(int(length.total_seconds()), 0)
    return same(f"{seconds // 60:02d}:{seconds % 60:02d}")


def days_text(count: int) -> Text:
    """A length in natural days: `15 日`, `15 days`."""
    return Text(f"{count} 日", _counted(count, "day"))


def working_days_text(count: int) -> Text:
    """A length in working days: `3 个工作日`, `3 working days`."""
    return Text(f"{count} 个工作日", _counted(count, "working day"))


def months_text(count: int) -> Text:
    """A length in months, in years where it is whole years: `6 个月`, `2 年`."""
    years, rest = divmod(count, 12)
    if years and not rest:
        return Text(f"{years} 年", _counted(years, "year"))
    return Text(f"{count} 个月", _counted(count, "month"))


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _full_zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _full_en(day: date) -> str:
    return f"{weekday(day).en} {day.day} {_MONTHS_EN[day.month - 1]} {day.year}"
