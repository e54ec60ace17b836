"""The one-time notice before it is given: for which day, what is missing then, and why. Pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.domain.calendar import BranchCalendar
from counter_app.domain.dates import weekday
from counter_app.forms.list_changes import ListAhead
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import ChecklistLine, DateDifference
from counter_app.i18n import Language
from counter_app.services.notice_paper import under_this_list, valid_until
from counter_app.ui.desk.timing import short_day
from counter_app.ui.widgets.badge import Mark
from counter_app.ui.words.marks import listed

translate = QCoreApplication.translate

_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """One thing to bring: its line, and why it is on the list that day."""

    line: ChecklistLine
    cause: DateDifference | None


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """The notice for a day: items, what was seen and comes along again, how long it holds."""

    coming: dt.date
    items: tuple[NoticeItem, ...]
    again: tuple[ChecklistLine, ...]
    only_by_day: int
    holds_until: dt.date


def notice_for(
    runner: ProcedureRunner,
    run: RunState,
    coming: dt.date | None,
    ahead: ListAhead | None = None,
) -> NoticeShown:
    """Everything for the day of coming; without a day, for today.

    Where another list counts from a day before that one on, this is the list up to then.
    """
    day = under_this_list(max(coming or run.business_date, run.business_date), ahead)
    causes = {one.line.id: one for one in runner.difference(run, day)}
    items = tuple(NoticeItem(line, causes.get(line.id)) for line in runner.missing(run, day))
    again = tuple(line for line in runner.checklist(run, day) if line.bring_again)
    return NoticeShown(day, items, again, len(causes), valid_until(runner, run, day, ahead))


def quick_days(today: dt.date, calendar: BranchCalendar) -> tuple[dt.date, dt.date]:
    """The next working day, and the last working day of this week or, when it is over, the next."""
    following = _working_from(today + dt.timedelta(days=1), calendar)
    friday = today + dt.timedelta(days=(_FRIDAY - today.weekday()) % 7)
    if friday <= following:
        friday += dt.timedelta(days=7)
    return following, _working_from(friday, calendar)


def _working_from(day: dt.date, calendar: BranchCalendar) -> dt.date:
    while not calendar.is_working_day(day):
        day += dt.timedelta(days=1)
    return day


def day_name(day: dt.date, today: dt.date, language: Language) -> str:
    """`明天`, else `周五 11-27`."""
    if day == today + dt.timedelta(days=1):
        return translate("notice", "明天")
    return f"{weekday(day).into(language)} {short_day(day, today)}"


def cause_mark(item: NoticeItem, today: dt.date) -> Mark:
    """Why the line is on the list: missing today, expired by then, of age by then, a new rule."""
    if item.cause is None:
        return Mark(translate("notice", "今天就缺"), "bad", "circle-x")
    day = short_day(item.cause.since, today)
    if item.cause.cause == "expires":
        return Mark(translate("notice", "{day} 起过期").format(day=day), "warn", "calendar")
    if item.cause.cause == "age":
        return Mark(translate("notice", "{day} 起到年龄").format(day=day), "warn", "calendar")
    return Mark(translate("notice", "{day} 起另需").format(day=day), "info", "file-plus")


def changed_words(notice: NoticeShown, today: dt.date) -> str:
    """What the day of coming changes; empty when it changes nothing."""
    if not notice.only_by_day:
        return ""
    words = translate("notice", "按 {day} 重新算过：比今天多 {count} 样")
    return words.format(day=short_day(notice.coming, today), count=notice.only_by_day)


def titles(lines: Sequence[ChecklistLine], language: Language) -> str:
    """The titles in one line."""
    return listed(line.title.into(language) for line in lines)
