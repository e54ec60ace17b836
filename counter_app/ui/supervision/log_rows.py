"""The lines of the day's log as rows of the table: exceptions first, then what went as it should.

Pure but for the words.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.i18n import Language
from counter_app.services.read_models import CaseLine
from counter_app.ui.customers.case_words import case_state, clock_time, time_used
from counter_app.ui.widgets.table import Column, GroupRow, TableRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RowWording:
    """What the services are called, the language, the present instant, and how long is long parked."""

    service: Callable[[str], str]
    language: Language
    now: dt.datetime
    longest_parked: dt.timedelta | None = None


def log_columns() -> tuple[Column, ...]:
    """The columns of the log."""
    return (
        Column(translate("log", "时间"), 72),
        Column(translate("log", "受理编号"), 112),
        Column(translate("log", "柜员"), 80),
        Column(translate("log", "业务")),
        Column(translate("log", "用时"), 104, figures=True),
        Column(translate("log", "状态"), 200),
    )


def log_rows(
    lines: Sequence[CaseLine],
    offset: int,
    counts: tuple[int, int],
    wording: RowWording,
) -> list[TableRow | GroupRow]:
    """Rows of the lines from `offset` on; `counts` are all lines and the exceptions among them."""
    total, exceptions = counts
    rows: list[TableRow | GroupRow] = []
    for number, line in enumerate(lines, start=offset):
        if number == 0 and exceptions:
            rows.append(GroupRow(translate("log", "异常，先看 {count}").format(count=exceptions)))
        if number == exceptions:
            rows.append(GroupRow(translate("log", "正常 {count}").format(count=total - exceptions)))
        rows.append(_row(line, wording))
    return rows


def group_count(total: int, exceptions: int) -> int:
    """How many headings all rows together have."""
    return int(exceptions > 0) + int(total > exceptions)


def _service(line: CaseLine, wording: RowWording) -> str:
    """What it is; many of one header name it, and what is restricted says so."""
    words = wording.service(line.service)
    if line.restricted:
        return translate("log", "{service}（受限）").format(service=words)
    if line.header_number:
        under = translate("log", "{service}，归 {number}")
        return under.format(service=words, number=line.header_number)
    return words


def _row(line: CaseLine, wording: RowWording) -> TableRow:
    return TableRow(
        line.subject,
        (
            clock_time(line.started_at),
            f"└ {line.number}" if line.header_number else line.number,
            line.staff_name or line.staff,
            _service(line, wording),
            time_used(line, wording.now, wording.language),
            case_state(line, wording.now, wording.longest_parked),
        ),
    )
