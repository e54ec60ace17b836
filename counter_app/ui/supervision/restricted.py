"""受限事项 of a day, for who may read them: what was passed on, silent calls for help. Decides nothing.

Opened by key and closed by key; nothing of it stays on the page behind.
"""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.domain.staff_naming import named
from counter_app.services.read_models import CallLine, DayBeside, Reader, RestrictedLine
from counter_app.services.sight import sight_of
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.shell.actions import Action
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.states import EmptyState
from counter_app.ui.widgets.table import Column, Table, TableRow

RESTRICTED = "Alt+J"
LEAST_HEIGHT, LEAST_WIDTH = 240, 860
"""At 100 %: six rows, and room for an authority's name."""

translate = QCoreApplication.translate


class RestrictedMatters(QObject):
    """How the page of the log comes to them. `said` with what hinders."""

    said = Signal(str)

    def __init__(self, ground: Ground, owner: QWidget) -> None:
        super().__init__(owner)
        self._ground, self._owner = ground, owner

    def actions(self, date: dt.date) -> list[Action]:
        """For who may read what is restricted."""
        if not self._ground.acting.may(Right.READ_RESTRICTED):
            return []
        words = self.tr("受限事项")
        return [Action("log.restricted", words, lambda: self.ask(date), RESTRICTED, "hidden")]

    def ask(self, date: dt.date) -> None:
        """Read the day's matters, then show them."""
        day, sight = date.isoformat(), sight_of(self._ground.acting)

        def job(reader: Reader) -> DayBeside:
            return reader.beside_cases(day, sight)

        self._ground.work.read(
            self, "restricted", told(job), lambda answer: self._read(date, answer)
        )

    def _read(self, date: dt.date, answer: DayBeside | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.said.emit(self._ground.tell(answer))
            return
        RestrictedDialog(self._ground, self._owner.window(), date, answer).open()


class RestrictedDialog(Dialog):
    """The matters of a day and its calls for help, in order of time."""

    def __init__(self, ground: Ground, owner: QWidget, date: dt.date, found: DayBeside) -> None:
        super().__init__(ground.theme, owner, "")
        theme = ground.theme
        every: list[RestrictedLine | CallLine] = [*found.matters, *found.calls]
        lines = sorted(every, key=_began)
        self.retitle(
            self.tr("{day} 受限事项 {count}").format(day=f"{date:%m-%d}", count=len(lines))
        )
        self.table = Table(theme, self.tr("受限事项"), matter_columns())
        self.table.rows.set_rows([_row(one) for one in lines])
        none = EmptyState(theme, "circle-check", self.tr("当天没有转交的事"))
        self.table.setVisible(bool(lines))
        none.setVisible(not lines)
        self.table.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self.body.addWidget(self.table)
        self.body.addWidget(none)
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        if lines:
            self.table.select(lines[0].subject)
            self.focus_first(self.table)


def matter_columns() -> tuple[Column, ...]:
    """When, what, to whom, what the post has to know, by whom."""
    return (
        Column(translate("restricted", "时间"), 72),
        Column(translate("restricted", "什么事"), 136),
        Column(translate("restricted", "转给"), 168),
        Column(translate("restricted", "内容")),
        Column(translate("restricted", "经手"), 128),
    )


def _began(line: RestrictedLine | CallLine) -> str:
    return line.referred_at if isinstance(line, RestrictedLine) else line.called_at


def _row(line: RestrictedLine | CallLine) -> TableRow:
    return matter_row(line) if isinstance(line, RestrictedLine) else call_row(line)


def call_row(line: CallLine) -> TableRow:
    """A silent call: when, from which window, and what came of it."""
    at = branch_time(dt.datetime.fromisoformat(line.called_at))
    words = {
        "going": translate("restricted", "已过去"),
        "was_there": translate("restricted", "看过了"),
        "by_mistake": translate("restricted", "按错了"),
    }.get(line.answer, translate("restricted", "没有人答复"))
    where = translate("restricted", "{window} 号窗口").format(window=line.window)
    by = named(line.staff_name, line.staff)
    what = translate("restricted", "静默求助")
    return TableRow(line.subject, (at.strftime("%H:%M"), what, where, words, by))


def matter_row(line: RestrictedLine) -> TableRow:
    """One matter: referred at hh:mm, and never what was thought."""
    at = branch_time(dt.datetime.fromisoformat(line.referred_at))
    to = f"{line.to_post} {line.to_staff}".strip()
    by = named(line.staff_name, line.staff)
    return TableRow(line.subject, (at.strftime("%H:%M"), _matter(line.matter), to, _told(line), by))


def _matter(code: str) -> str:
    words = {
        "observation": translate("restricted", "观察到的情况"),
        "police": translate("restricted", "警方联系"),
        "enquiry": translate("restricted", "有权机关查询"),
    }
    return words.get(code, code)


def _told(line: RestrictedLine) -> str:
    parts = [line.authority, line.document]
    if line.officers:
        parts.append(translate("restricted", "来人 {count} 名").format(count=line.officers))
    if line.badge:
        parts.append(translate("restricted", "警号 {badge}").format(badge=line.badge))
    if line.at:
        parts.append(translate("restricted", "{at} 到").format(at=line.at))
    if line.case_number:
        parts.append(line.case_number)
    return "  ".join(one for one in parts if one)
