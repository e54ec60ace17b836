"""What is open at the end of a day, in words: kind with icon, what leads there, and the own log.

Pure but for the words.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.i18n import Language
from counter_app.services import day_sheet_times
from counter_app.services.day_closing import OpenLine, OwnDay, ServiceTotal
from counter_app.services.work_times import WorkTimes
from counter_app.ui.customers.case_words import case_state, clock_time, time_used
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.widgets.table import Column, GroupRow, TableRow

translate = QCoreApplication.translate

KEYED = 9
"""The first nine lines have a digit each."""

_KINDS: Mapping[str, tuple[object, str, str]] = MappingProxyType(
    {
        "booking": (QT_TRANSLATE_NOOP("day", "记账不明"), "circle-question-mark", "bad"),
        "originals": (QT_TRANSLATE_NOOP("day", "原件未还"), "id-card", "bad"),
        "serial": (QT_TRANSLATE_NOOP("day", "流水未填"), "clock", "warn"),
        "running": (QT_TRANSLATE_NOOP("day", "办理中"), "circle-dashed", "warn"),
        "handed_over": (QT_TRANSLATE_NOOP("day", "转来未接"), "users", "warn"),
        "parked": (QT_TRANSLATE_NOOP("day", "挂起"), "circle-pause", "warn"),
        "paper": (QT_TRANSLATE_NOOP("day", "未打印"), "printer", "warn"),
        "follow_up": (QT_TRANSLATE_NOOP("day", "后续到期"), "calendar-clock", "warn"),
    }
)


@dataclass(frozen=True, slots=True)
class DayWording:
    """What the services are called, the language, the present instant, and how long is long parked."""

    service: Callable[[str], str]
    language: Language
    now: dt.datetime
    longest_parked: dt.timedelta | None = None


def open_columns() -> tuple[Column, ...]:
    """The columns of what is open."""
    return (
        Column(translate("day", "键"), 64),
        Column(translate("day", "未了"), 112),
        Column(translate("day", "编号"), 144),
        Column(translate("day", "说明")),
    )


def open_rows(lines: Sequence[OpenLine], wording: DayWording) -> list[TableRow | GroupRow]:
    """A row for each, with the key that leads there."""
    return [_open_row(number, one, wording) for number, one in enumerate(lines, start=1)]


def open_code(line: OpenLine) -> str:
    """What a row is known by: one case may be open for two reasons."""
    return f"{line.kind} {line.about}"


def kind_words(kind: str) -> State:
    """记账不明, 挂起…"""
    words, icon, ink = _KINDS[kind]
    return State(translate("day", str(words)), icon, ink)


def log_columns() -> tuple[Column, ...]:
    """The columns of the own log."""
    return (
        Column(translate("day", "时间"), 64),
        Column(translate("day", "受理编号"), 104),
        Column(translate("day", "业务")),
        Column(translate("day", "用时"), 80, figures=True),
        Column(translate("day", "状态"), 168),
    )


def log_rows(own: OwnDay, wording: DayWording) -> list[TableRow | GroupRow]:
    """The totals by service as headings, each with its cases, the latest first."""
    rows: list[TableRow | GroupRow] = []
    for total in own.totals:
        rows.append(GroupRow(_total_words(total, wording)))
        for line in own.lines:
            if line.service == total.service:
                cells = (
                    clock_time(line.started_at),
                    line.number,
                    line.holder_name,
                    time_used(line, wording.now, wording.language),
                    case_state(line, wording.now, wording.longest_parked),
                )
                rows.append(TableRow(line.subject, cells))
    return rows


def times_words(times: WorkTimes | None, language: Language) -> str:
    """How long the visits of the day took, by work state; late entries are no part of it."""
    if times is None:
        return translate("day", "用时：还没有办完的客户")
    parts = (day_sheet_times.served_words(times), *day_sheet_times.state_words(times))
    return "  ".join(one.into(language) for one in parts)


def _total_words(total: ServiceTotal, wording: DayWording) -> str:
    words = translate("day", "{service}  受理 {taken}，办结 {done}")
    name = wording.service(total.service)
    return words.format(service=name, taken=total.taken, done=total.done)


def _open_row(number: int, line: OpenLine, wording: DayWording) -> TableRow:
    key = f"Alt+{number}" if number <= KEYED else "Enter"
    service = wording.service(line.service) if line.service else ""
    said = "  ".join(one for one in (service, _said(line)) if one)
    return TableRow(open_code(line), (key, kind_words(line.kind), line.number, said))


def _said(line: OpenLine) -> str:
    """A copy in the spool has a state of its own; the others say why they wait."""
    if line.kind != "paper":
        return line.words
    unknown = translate("day", "不知打出没有")
    return unknown if line.words == "unknown" else translate("day", "还没打出")
