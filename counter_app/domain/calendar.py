"""The branch's calendar: which days are worked, by dated tables of the yearly notices.

Owns date arithmetic over working days and the certainty of a result: a year whose notice is not out
yet is provisional, never guessed. Reads no file: `parse_year_table` takes text already read.
Source of the tables: 国务院办公厅关于部分节假日安排的通知, one a year; 全国年节及纪念日放假办法.
"""

import json
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from counter_app.i18n import Text

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_FIRST_DAY_OF_NEW_YEARS_NOTICE = 29
"""The notice for 2019 had 29 December 2018, a Saturday, worked and the 31st, a Monday, off."""


class CalendarDataError(ValueError):
    """A year's table that cannot be read, or contradicts itself."""


class YearState(StrEnum):
    """Whether the year's notice is out, or only statutory days and weekends are known."""

    PUBLISHED = "published"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class YearTable:
    """One year. `rest_days` are the holidays, those moved to working days included.

    `notice` and `issued` name the State Council's notice; both are None for a provisional year.
    """

    year: int
    state: YearState
    notice: str | None
    issued: date | None
    rest_days: Mapping[date, Text] = field(hash=False)
    working_weekends: frozenset[date]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day found by the calendar. `provisional` when a table still to come can change it."""

    day: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class BranchCalendar:
    """The tables in force, by year. A year without a table is provisional too."""

    years: Mapping[int, YearTable] = field(hash=False)

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is worked, as far as the tables know."""
        for table in self._tables(day):
            if day in table.rest_days:
                return False
            if day in table.working_weekends:
                return True
        return day.weekday() < _SATURDAY

    def is_provisional(self, day: date) -> bool:
        """Whether a notice that decides on `day` is still to come."""
        return any(self.state(year) is YearState.PROVISIONAL for year in _years_deciding(day))

    def holiday(self, day: date) -> Text | None:
        """The name of the holiday that `day` belongs to, or None."""
        names = (table.rest_days.get(day) for table in self._tables(day))
        return next((name for name in names if name is not None), None)

    def state(self, year: int) -> YearState:
        """Whether the year's notice is in the tables."""
        table = self.years.get(year)
        return YearState.PROVISIONAL if table is None else table.state

    def working_day_after(self, day: date, count: int) -> CalendarDay:
        """The `count`-th working day after `day`, which is not counted; before it when negative.

        With a count of 0 it is `day` itself, worked or not.
        """
        step = _ONE_DAY if count >= 0 else -_ONE_DAY
        found, left, provisional = day, abs(count), False
        while left:
            found += step
            provisional = provisional or self.is_provisional(found)
            left -= self.is_working_day(found)
        return CalendarDay(found, provisional)

    def working_day_on_or_before(self, day: date) -> CalendarDay:
        """`day`, or the last working day before it: for dates that we choose or advise."""
        return self._nearest(day, -_ONE_DAY)

    def working_day_on_or_after(self, day: date) -> CalendarDay:
        """`day`, or the first working day after it: where a law lets a term end later."""
        return self._nearest(day, _ONE_DAY)

    def _tables(self, day: date) -> tuple[YearTable, ...]:
        return tuple(self.years[year] for year in _years_deciding(day) if year in self.years)

    def _nearest(self, day: date, step: timedelta) -> CalendarDay:
        provisional = self.is_provisional(day)
        while not self.is_working_day(day):
            day += step
            provisional = provisional or self.is_provisional(day)
        return CalendarDay(day, provisional)


def _years_deciding(day: date) -> tuple[int, ...]:
    """The years whose notices decide on a day: the last of December hang on New Year's notice."""
    return (day.year, day.year + 1) if _is_before_new_year(day) else (day.year,)


def _is_before_new_year(day: date) -> bool:
    return day.month == 12 and day.day >= _FIRST_DAY_OF_NEW_YEARS_NOTICE


def add_days(start: date, count: int) -> date:
    """`count` natural days after `start`, which is not counted: the day itself is the last one."""
    return start + timedelta(days=count)


def add_months(start: date, count: int) -> date:
    """The same day `count` months on, or that month's last day if it has no such day.

    Source: 民法典 art. 202. Years are twelve months.
    """
    month_index = start.year * 12 + start.month - 1 + count
    year, month = divmod(month_index, 12)
    last_day = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last_day))


def calendar_of(tables: Iterable[YearTable]) -> BranchCalendar:
    """A calendar of these years; the later table of a year replaces the earlier."""
    return BranchCalendar(MappingProxyType({table.year: table for table in tables}))


def parse_year_table(text: str) -> YearTable:
    """A year's table from its JSON text; raises CalendarDataError, naming the entry at fault."""
    try:
        data = json.loads(text)
        table = _table_of(data)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CalendarDataError(f"calendar table: {type(error).__name__}: {error}") from error
    _require_sound(table)
    return table


def _table_of(data: Mapping[str, object]) -> YearTable:
    state = YearState(_text(data["state"]))
    notice = data.get("notice")
    issued = data.get("issued")
    rest: dict[date, Text] = {}
    for holiday in _items(data["holidays"]):
        name = Text(_text(holiday["zh"]), _text(holiday["en"]))
        first, last = (date.fromisoformat(_text(holiday[key])) for key in ("first", "last"))
        for offset in range((last - first).days + 1):
            rest[first + timedelta(days=offset)] = name
    weekends = data["working_weekends"]
    if not isinstance(weekends, list) or not isinstance(data["year"], int):
        raise TypeError("year is a number, working_weekends a list of dates")
    return YearTable(
        year=data["year"],
        state=state,
        notice=None if notice is None else _text(notice),
        issued=None if issued is None else date.fromisoformat(_text(issued)),
        rest_days=MappingProxyType(rest),
        working_weekends=frozenset(date.fromisoformat(_text(day)) for day in weekends),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value


def _items(value: object) -> list[Mapping[str, object]]:
    if not isinstance(value, list):
        raise TypeError("holidays is a list")
    return value


def _require_sound(table: YearTable) -> None:
    published = table.state is YearState.PUBLISHED
    if published != (table.notice is not None and table.issued is not None):
        raise CalendarDataError(f"{table.year}: a published year, and only it, names its notice")
    if not table.rest_days:
        raise CalendarDataError(f"{table.year}: no holidays")
    for day in (*table.rest_days, *table.working_weekends):
        if day.year != table.year and not (day.year == table.year - 1 and _is_before_new_year(day)):
            raise CalendarDataError(f"{table.year}: {day} is of another year")
    for day in table.working_weekends:
        if day.weekday() < _SATURDAY or day in table.rest_days:
            raise CalendarDataError(f"{table.year}: {day} is not a weekend day to be worked")
