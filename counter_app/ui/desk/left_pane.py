"""The left pane: what is open, handed to me, due, not printed, parked. Pure: rows from read models.

The queue is not shown here. Ages are reckoned from the present; over half an hour stands out.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.i18n import Language
from counter_app.services.read_models import CaseLine, Desk, FollowUpLine, PaperLine, VisitLine
from counter_app.ui.desk.papers_model import copy_state, paper_short
from counter_app.ui.desk.timing import age_words, is_long
from counter_app.ui.keys import Key
from counter_app.ui.widgets.queue_list import QueueGroup, QueueItem, State
from counter_app.ui.words.sentences import paper_reason_words

translate = QCoreApplication.translate

OPEN, HANDED, DUE, PAPERS, PARKED = "open", "handed", "due", "papers", "parked"


@dataclass(frozen=True, slots=True)
class PaneNow:
    """What rows are worded with: the moment, the language, titles of services, what is on show."""

    now: dt.datetime
    today: str
    language: Language
    titles: Mapping[str, str]
    current: str = ""
    visit: str = ""


def groups_of(desk: Desk, pane: PaneNow) -> list[QueueGroup]:
    """All groups; parked stands last, at the bottom. Empty ones but open and parked are left out."""
    return [
        _open_group(desk, pane),
        *_optional(HANDED, "users", translate("left_pane", "交给我 {count}"), _handed(desk, pane)),
        *_optional(
            DUE, "calendar-clock", translate("left_pane", "要跟进 {count}"), _due(desk, pane)
        ),
        *_optional(
            PAPERS, "printer", translate("left_pane", "没打出 {count}"), _papers(desk, pane)
        ),
        _parked_group(desk, pane),
    ]


def _open_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    served = {line.visit for line in (*desk.open, *desk.parked)}
    rows = [_open_case(line, pane) for line in desk.open]
    rows += [_bare_visit(line, pane) for line in desk.visits if line.subject not in served]
    title = translate("left_pane", "办理中 {count}").format(count=len(rows))
    empty = translate("left_pane", "没有人在窗口，F2 接待下一位")
    return QueueGroup(OPEN, "users", title, tuple(rows), empty=empty)


def _parked_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    rows = tuple(_parked_case(line, pane) for line in desk.parked)
    long = sum(_is_waiting_here(line) and is_long(line.last_at, pane.now) for line in desk.parked)
    title = translate("left_pane", "挂起 {count}").format(count=len(rows))
    note = State("")
    if long:
        words = translate("left_pane", "{count} 笔超 30 分").format(count=long)
        note = State(words, "clock", "bad")
    empty = translate("left_pane", "没有挂起的业务")
    return QueueGroup(PARKED, "circle-pause", title, rows, note, Key.SUSPEND, empty)


def _optional(code: str, icon: str, title: str, rows: tuple[QueueItem, ...]) -> list[QueueGroup]:
    return [QueueGroup(code, icon, title.format(count=len(rows)), rows)] if rows else []


def _title(service: str, pane: PaneNow) -> str:
    return pane.titles.get(service, service)


def _open_case(line: CaseLine, pane: PaneNow) -> QueueItem:
    return QueueItem(
        code=line.subject,
        number=line.number,
        title=_title(line.service, pane),
        time=age_words(line.started_at, pane.now, pane.language),
        line=State(translate("left_pane", "办理中"), "", "accent"),
        current=line.subject == pane.current,
    )


def _bare_visit(line: VisitLine, pane: PaneNow) -> QueueItem:
    return QueueItem(
        code=line.subject,
        number=line.ticket or translate("left_pane", "来客"),
        title=line.names or translate("left_pane", "未登记"),
        time=age_words(line.started_at, pane.now, pane.language),
        line=State(translate("left_pane", "接待"), "", "accent"),
        current=line.subject == pane.visit,
    )


def _is_waiting_here(line: CaseLine) -> bool:
    """Whether the customer waits: one with a notice comes another day."""
    return line.notice_on is None


def _parked_case(line: CaseLine, pane: PaneNow) -> QueueItem:
    title = _title(line.service, pane)
    if not _is_waiting_here(line):
        words = translate("left_pane", "告知单已给，等客户来")
        day = (line.notice_on or "")[5:]
        return QueueItem(line.subject, line.number, title, day, State(words))
    long = is_long(line.last_at, pane.now)
    age = age_words(line.last_at, pane.now, pane.language)
    reason = line.waiting_reason or translate("left_pane", "没写原因")
    state = State(reason)
    if long:
        words = translate("left_pane", "{reason}，超 30 分").format(reason=reason)
        state = State(words, "clock", "bad")
    return QueueItem(line.subject, line.number, title, age, state, "bad" if long else "ink2")


def _handed(desk: Desk, pane: PaneNow) -> tuple[QueueItem, ...]:
    return tuple(
        QueueItem(
            line.subject,
            line.number,
            _title(line.service, pane),
            age_words(line.last_at, pane.now, pane.language),
            State(line.waiting_reason or line.staff_name, "users"),
        )
        for line in desk.handed_over
    )


def _due(desk: Desk, pane: PaneNow) -> tuple[QueueItem, ...]:
    return tuple(_due_item(line, pane) for line in desk.due)


def _due_item(line: FollowUpLine, pane: PaneNow) -> QueueItem:
    late = line.due < pane.today
    words = translate("left_pane", "{day} 到期").format(day=line.due[5:])
    state = State(words, "calendar", "bad" if late else "warn")
    return QueueItem(line.subject, line.case_number, line.what, "", state)


def _papers(desk: Desk, pane: PaneNow) -> tuple[QueueItem, ...]:
    return tuple(_paper_item(line, pane) for line in desk.papers)


def _paper_item(line: PaperLine, pane: PaneNow) -> QueueItem:
    state = copy_state(line.state)
    words = f"{state.words} {paper_reason_words(line.reason)}".strip()
    age = age_words(line.ordered_at, pane.now, pane.language)
    line_state = State(words, state.icon, state.ink)
    return QueueItem(line.paper, paper_short(line.paper), line.paper, age, line_state)
