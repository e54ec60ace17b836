"""业务以外 of a day: visits, work states, approvals, in order of time. Decides nothing.

Opened by key and closed by key; what is restricted stands in a list of its own.
"""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.domain.staff_naming import named
from counter_app.services import day_sheet_words as words
from counter_app.services.day_beside import state_name
from counter_app.services.read_models import AskedLine, DayBeside, Reader, SpellLine, VisitOfDay
from counter_app.services.sight import sight_of
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.shell.actions import Action
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.states import EmptyState
from counter_app.ui.widgets.table import Column, Table, TableRow

BESIDE = "Alt+I"
LEAST_HEIGHT, LEAST_WIDTH = 360, 860
"""At 100 %: ten rows, and room for what an approval was asked for."""

Line = VisitOfDay | SpellLine | AskedLine
translate = QCoreApplication.translate


class BesideCases(QObject):
    """How the page of the log comes to them. `said` with what hinders."""

    said = Signal(str)

    def __init__(self, ground: Ground, owner: QWidget) -> None:
        super().__init__(owner)
        self._ground, self._owner = ground, owner

    def actions(self, date: dt.date) -> list[Action]:
        """For everybody who sees the log."""
        told_here = self.tr("到店、状态和批准")
        return [Action("log.beside", told_here, lambda: self.ask(date), BESIDE, "hidden")]

    def ask(self, date: dt.date) -> None:
        """Read what the day holds beside its cases, then show it."""
        day, sight = date.isoformat(), sight_of(self._ground.acting)

        def job(reader: Reader) -> DayBeside:
            return reader.beside_cases(day, sight)

        self._ground.work.read(self, "beside", told(job), lambda answer: self._read(date, answer))

    def _read(self, date: dt.date, answer: DayBeside | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.said.emit(self._ground.tell(answer))
            return
        BesideDialog(self._ground, self._owner.window(), date, answer).open()


class BesideDialog(Dialog):
    """Everything of a day that is no case."""

    def __init__(self, ground: Ground, owner: QWidget, date: dt.date, found: DayBeside) -> None:
        super().__init__(ground.theme, owner, "")
        theme = ground.theme
        every: list[Line] = [*found.visits, *found.spells, *found.approvals]
        lines = sorted(every, key=_began)
        title = self.tr("{day} 到店 {visits}，状态 {spells}，批准 {approvals}")
        counts = map(len, (found.visits, found.spells, found.approvals))
        named = dict(zip(("visits", "spells", "approvals"), counts, strict=True))
        self.retitle(title.format(day=f"{date:%m-%d}", **named))
        self.table = Table(theme, self.tr("到店、状态和批准"), _columns())
        self.table.rows.set_rows([_row(one, ground) for one in lines])
        none = EmptyState(theme, "circle-check", self.tr("当天没有"))
        self.table.setVisible(bool(lines))
        none.setVisible(not lines)
        self.table.setMinimumHeight(theme.px(LEAST_HEIGHT))
        for part in (self.table, none):
            self.body.addWidget(part)
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        if lines:
            self.table.select(lines[0].subject)
            self.focus_first(self.table)


def _columns() -> tuple[Column, ...]:
    return (
        Column(translate("beside", "时间"), 88),
        Column(translate("beside", "什么事"), 136),
        Column(translate("beside", "内容")),
        Column(translate("beside", "到"), 88),
        Column(translate("beside", "经手"), 128),
    )


def _began(line: Line) -> str:
    if isinstance(line, VisitOfDay):
        return line.started_at
    return line.since if isinstance(line, SpellLine) else line.asked_at


def _row(line: Line, ground: Ground) -> TableRow:
    return TableRow(line.subject, (_clock(_began(line)), *_told(line, ground)))


def _told(line: Line, ground: Ground) -> tuple[str, str, str, str]:
    """What it was, its content, until when, and who."""
    if isinstance(line, VisitOfDay):
        outcome = words.OUTCOMES.get(line.outcome)
        where = translate("beside", "{window} 号窗口").format(window=line.window)
        how = ground.say(outcome) if outcome else line.outcome
        until, who = _clock(line.ended_at), named(line.staff_name, line.staff)
        return translate("beside", "到店"), f"{where}  {how}", until, who
    if isinstance(line, SpellLine):
        until, who = _clock(line.until), named(line.staff_name, line.staff)
        return translate("beside", "工作状态"), ground.say(state_name(line.what)), until, who
    matter, answer = words.MATTERS.get(line.matter), words.ANSWERS.get(line.state)
    parts = [
        ground.say(answer) if answer else line.state,
        ground.say(matter) if matter else line.matter,
        line.number,
        line.approver,
    ]
    told_here = "  ".join(one for one in parts if one)
    return translate("beside", "申请批准"), told_here, "", line.requester


def _clock(at: str | None) -> str:
    return branch_time(dt.datetime.fromisoformat(at)).strftime("%H:%M:%S") if at else ""
