"""The left pane: what is open, handed to me, due, not printed, parked. Pure: rows from read models.

The queue is not shown here. Ages are reckoned from the present; over half an hour stands out.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.i18n import Language
from counter_app.services.read_models import (
    AskedLine,
    CaseLine,
    Desk,
    FollowUpLine,
    HandOverLine,
    PaperLine,
    VisitLine,
)
from counter_app.ui.approvals.matters import matter_words
from counter_app.ui.customers.case_words import day_and_time
from counter_app.ui.desk.late_serials import Waiting
from counter_app.ui.desk.papers_model import copy_state, paper_short
from counter_app.ui.desk.timing import age_words, is_long
from counter_app.ui.keys import Key
from counter_app.ui.widgets.queue_list import QueueGroup, QueueItem, State
from counter_app.ui.words.sentences import paper_reason_words

translate = QCoreApplication.translate

OPEN, HANDED, DUE, PARKED = "open", "handed", "due", "parked"
SERIALS, PAPERS = "serials", "papers"
ASKED, WISHED, APPROVALS = "asked", "wished", "approvals"
ANSWERED = (ASKED, APPROVALS)
"""Rows that ask for an answer, or bring one."""


@dataclass(frozen=True, slots=True)
class PaneNow:
    """What rows are worded with: the moment, the language, titles of services, what is on show."""

    now: dt.datetime
    today: str
    language: Language
    titles: Mapping[str, str]
    current: str = ""
    visit: str = ""
    longest: dt.timedelta | None = None

    @property
    def minutes(self) -> int:
        """How many minutes a parked business may wait."""
        return int((self.longest or dt.timedelta(0)).total_seconds()) // 60

    def waits_long(self, line: CaseLine) -> bool:
        """Whether it has waited longer than the house wants."""
        return is_long(line.last_at, self.now, self.longest)


def groups_of(desk: Desk, pane: PaneNow) -> list[QueueGroup]:
    """All groups; parked stands last, at the bottom. Empty ones but open and parked are left out."""
    return [
        _open_group(desk, pane),
        *_optional(_approvals_group(desk, pane)),
        *_optional(_asked_group(desk, pane)),
        *_optional(_handed_group(desk, pane)),
        *_optional(_wished_group(desk, pane)),
        *_optional(_due_group(desk, pane)),
        *_optional(_serials_group(desk, pane)),
        *_optional(_papers_group(desk, pane)),
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
    long = sum(_is_waiting_here(line) and pane.waits_long(line) for line in desk.parked)
    title = translate("left_pane", "挂起 {count}").format(count=len(rows))
    note = State("")
    if long:
        words = translate("left_pane", "{count} 笔超 {minutes} 分")
        words = words.format(count=long, minutes=pane.minutes)
        note = State(words, "clock", "bad")
    empty = translate("left_pane", "没有挂起的业务")
    return QueueGroup(PARKED, "circle-pause", title, rows, note, Key.PARK, empty)


def _optional(group: QueueGroup) -> list[QueueGroup]:
    return [group] if group.items else []


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
    long = pane.waits_long(line)
    age = age_words(line.last_at, pane.now, pane.language)
    reason = line.waiting_reason or translate("left_pane", "没写原因")
    state = State(reason)
    if long:
        words = translate("left_pane", "{reason}，超 {minutes} 分")
        words = words.format(reason=reason, minutes=pane.minutes)
        state = State(words, "clock", "bad")
    return QueueItem(line.subject, line.number, title, age, state, "bad" if long else "ink2")


def _handed_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    rows = tuple(
        QueueItem(
            line.subject,
            line.number,
            _title(line.service, pane),
            age_words(line.last_at, pane.now, pane.language),
            State(line.waiting_reason or line.staff_name, "users"),
        )
        for line in desk.handed_over
    )
    title = translate("left_pane", "交给我 {count}").format(count=len(rows))
    return QueueGroup(HANDED, "users", title, rows)


def _approvals_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    """Approvals asked of a supervisor elsewhere: those that came first."""
    lines = sorted(desk.approvals, key=lambda one: one.state == "asked")
    rows = tuple(_approval_item(line, pane) for line in lines)
    title = translate("left_pane", "请批 {count}").format(count=len(rows))
    return QueueGroup(APPROVALS, "shield-check", title, rows)


def _approval_item(line: AskedLine, pane: PaneNow) -> QueueItem:
    states = {
        "granted": State(translate("left_pane", "批准了，接着办"), "shield-check", "ok"),
        "refused": State(translate("left_pane", "没有批准，看原因"), "shield-alert", "bad"),
    }
    waiting = State(translate("left_pane", "等主管批"), "hourglass")
    age = age_words(line.asked_at, pane.now, pane.language)
    matter = matter_words(line.matter)
    return QueueItem(line.subject, line.number, matter, age, states.get(line.state, waiting))


def _asked_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    """Colleagues who ask for a case of mine."""
    words = translate("left_pane", "{who} 在 {window} 号窗等")
    rows = tuple(
        QueueItem(
            line.subject,
            line.case_number,
            translate("left_pane", "请我转交"),
            age_words(line.asked_at, pane.now, pane.language),
            State(
                words.format(who=line.staff_name or line.staff, window=line.window), "users", "warn"
            ),
        )
        for line in desk.asked.of_mine
    )
    title = translate("left_pane", "请我转交 {count}").format(count=len(rows))
    return QueueGroup(ASKED, "users", title, rows)


def _wished_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    """Cases that I asked colleagues for."""
    rows = tuple(_wished_item(line, pane) for line in desk.asked.by_me)
    title = translate("left_pane", "等转交 {count}").format(count=len(rows))
    return QueueGroup(WISHED, "hourglass", title, rows)


def _wished_item(line: HandOverLine, pane: PaneNow) -> QueueItem:
    who = line.from_name or line.from_staff
    if line.answer is None:
        state = State(translate("left_pane", "等 {who} 转交").format(who=who), "hourglass")
    else:
        state = State(translate("left_pane", "{who}：现在不行").format(who=who), "minus", "warn")
    age = age_words(line.asked_at, pane.now, pane.language)
    return QueueItem(line.case, line.case_number, "", age, state)


def _due_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    rows = tuple(_due_item(line, pane) for line in desk.due)
    title = translate("left_pane", "要跟进 {count}").format(count=len(rows))
    return QueueGroup(DUE, "calendar-clock", title, rows)


def _due_item(line: FollowUpLine, pane: PaneNow) -> QueueItem:
    late = line.due < pane.today
    words = translate("left_pane", "{day} 到期").format(day=line.due[5:])
    state = State(words, "calendar", "bad" if late else "warn")
    return QueueItem(line.subject, line.case_number, line.what, "", state)


def serials_of(desk: Desk, pane: PaneNow) -> list[Waiting]:
    """The cases whose serial is still to follow."""
    return [
        Waiting(
            line.subject,
            line.number,
            _title(line.service, pane),
            line.holder_name,
            _served_words(line, pane),
        )
        for line in desk.serials
    ]


def _served_words(line: CaseLine, pane: PaneNow) -> str:
    """When it was served, and by whom: `11-23 14:03 王敏`."""
    today = dt.date.fromisoformat(pane.today)
    at = day_and_time(line.ended_at or line.last_at, today)
    return f"{at}  {line.staff_name or line.staff}"


def _serials_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    rows = tuple(_serial_item(line, pane) for line in desk.serials)
    title = translate("left_pane", "流水号待补 {count}").format(count=len(rows))
    return QueueGroup(SERIALS, "clock", title, rows, key=Key.SERIALS)


def _serial_item(line: CaseLine, pane: PaneNow) -> QueueItem:
    late = (line.business_date or pane.today) < pane.today
    state = State(_served_words(line, pane), "clock", "bad" if late else "warn")
    return QueueItem(line.subject, line.number, _title(line.service, pane), "", state)


def _papers_group(desk: Desk, pane: PaneNow) -> QueueGroup:
    rows = tuple(_paper_item(line, pane) for line in desk.papers)
    title = translate("left_pane", "没打出 {count}").format(count=len(rows))
    return QueueGroup(PAPERS, "printer", title, rows, key=Key.COPIES)


def copy_code(line: PaperLine) -> str:
    """What names a copy's row: a paper may wait more than once."""
    return f"{line.paper} {line.copy_number}"


def _paper_item(line: PaperLine, pane: PaneNow) -> QueueItem:
    state = copy_state(line.state)
    age = age_words(line.ordered_at, pane.now, pane.language)
    failed = paper_reason_words(line.reason) if line.state == "failed" else ""
    told = State(failed or state.words, state.icon, state.ink)
    return QueueItem(copy_code(line), paper_short(line.paper), line.paper, age, told)
