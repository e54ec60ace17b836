"""Follow-ups due: read for one person or for the whole branch, and how they stand, in words.

A promise is overdue by the date asked for; nothing here is kept.
"""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from counter_app.services.following import DueLine, due_on
from counter_app.services.read_models import Reader
from counter_app.ui.customers.case_words import day_words
from counter_app.ui.supervision.event_words import Naming
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.widgets.table import Column, GroupRow, TableRow

translate = QCoreApplication.translate


def due_of(reader: Reader, staff: str, terminal: str, today: dt.date) -> tuple[DueLine, ...]:
    """What one person has promised up to today."""
    return due_on(reader.desk(staff, terminal, today.isoformat()).due, today)


def due_columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column(translate("due", "到期"), 88),
        Column(translate("due", "事项")),
        Column(translate("due", "受理编号"), 112),
        Column(translate("due", "经办"), 120),
        Column(translate("due", "状态"), 144),
    )


def due_rows(
    lines: Sequence[DueLine], staff_words: Naming, today: dt.date
) -> list[TableRow | GroupRow]:
    """Overdue first under their heading, then what is due today."""
    overdue = [one for one in lines if one.overdue_days]
    on_day = [one for one in lines if not one.overdue_days]
    rows: list[TableRow | GroupRow] = []
    for words, part in (
        (translate("due", "已过期 {count}"), overdue),
        (translate("due", "今天到期 {count}"), on_day),
    ):
        if part:
            rows.append(GroupRow(words.format(count=len(part))))
            rows.extend(_row(one, staff_words, today) for one in part)
    return rows


def _row(due: DueLine, staff_words: Naming, today: dt.date) -> TableRow:
    line = due.line
    return TableRow(
        line.subject,
        (
            day_words(line.due, today),
            line.what,
            line.case_number,
            staff_words(line.staff),
            _state(due),
        ),
    )


def _state(due: DueLine) -> State:
    if due.overdue_days:
        words = translate("due", "过期 {days} 天").format(days=due.overdue_days)
        return State(words, "calendar-clock", "bad")
    return State(translate("due", "今天"), "clock", "warn")
