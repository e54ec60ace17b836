"""待批准: what is asked of the approver from other windows, with the evidence, answered by one key.

Renders and forwards; who may answer is decided by services, and one's own request is refused there.
Makes no sound and takes no focus: the count stands in the tab.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.domain.staff_naming import named
from counter_app.journal.folds.people import OverrideView
from counter_app.services import overriding
from counter_app.services.counter import Counter
from counter_app.services.handling_results import OverrideNeeded
from counter_app.services.read_models import AskedLine, Reader
from counter_app.ui.approvals.matters import evidence_facts, matter_words
from counter_app.ui.approvals.refusing import RefuseDialog
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.widgets.base import column, panel, row
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import FactList
from counter_app.ui.widgets.states import Banner, EmptyState
from counter_app.ui.widgets.table import Column, Table, TableRow

REFUSE, CASE_KEY = "Alt+R", "Alt+J"
SIDE_WIDTH = 400


@dataclass(frozen=True, slots=True)
class Request:
    """One request with what the approver is shown."""

    line: AskedLine
    evidence: tuple[str, ...]
    note: str
    requester: str


class ApprovalsPage(Page):
    """`said` with what just happened, `counted` when more or fewer wait; `case_wanted` to see one."""

    said = Signal(str)
    counted = Signal(int)
    case_wanted = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground.theme, "approvals.waiting")
        self.ground = ground
        self._requests: tuple[Request, ...] = ()
        self.fill_whole()
        self.banner = Banner(self.theme)
        self.table = Table(self.theme, "", self._columns())
        self.none = EmptyState(self.theme, "circle-check", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.none)
        self._side = panel("surface")
        self._side.setProperty("card", True)
        self._what = Label(self.theme, "", "strong", wrap=True)
        self._facts = FactList(self.theme)
        self._both: QBoxLayout = row()
        self._build()
        self.retranslate()
        self.theme.follow(self._space)

    def title(self) -> str:
        return self.tr("待批准")

    def tab(self) -> str:
        """The tab's words: how many wait stands in it."""
        words = self.tr("待批准")
        return f"{words} {len(self._requests)}" if self._requests else words

    def first_focus(self) -> QWidget | None:
        return self.table if self._requests else None

    def entered(self) -> None:
        self.banner.set_words("")
        self.refresh()

    def refresh(self) -> None:
        """Read again what is asked, one's own requests too: they are answered by somebody else."""
        self.ground.work.read(self, "approvals", told(read_requests), self._took)

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.title())
        self.table.rows.columns = self._columns()
        self._show()

    def help_rows(self) -> Sequence[HelpRow]:
        return [HelpRow("↑ ↓", self.tr("选一项，右边看依据"))]

    def offers(self) -> Sequence[Action]:
        if not self._requests:
            return []
        return [
            Action("approvals.case", self.tr("看这笔业务"), self._look, CASE_KEY),
            Action("approvals.refuse", self.tr("退回"), self._ask_why, REFUSE),
            Action("approvals.grant", self.tr("批准"), self._grant, Key.NEXT, "primary"),
        ]

    def set_compact(self, compact: bool) -> None:
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(under if compact else beside)
        super().set_compact(compact)
        self._space()

    def _build(self) -> None:
        inner = column(self._side)
        self._side_column = inner
        for part in (self._what, self._facts):
            inner.addWidget(part)
        inner.addStretch(1)
        self._both.addWidget(self._stack, 1)
        self._both.addWidget(self._side)
        self.body.addWidget(self.banner)
        self.body.addLayout(self._both, 1)
        self.table.moved.connect(lambda _code: self._show_chosen())
        self.table.opened.connect(lambda _code: self._look())

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("时间"), 72),
            Column(self.tr("谁申请"), 152),
            Column(self.tr("业务"), 112),
            Column(self.tr("要批什么")),
        )

    def _took(self, answer: tuple[Request, ...] | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.none.set_words(self.ground.tell(answer))
            self._stack.setCurrentWidget(self.none)
            return
        before, self._requests = len(self._requests), answer
        self._show()
        if before != len(answer):
            self.counted.emit(len(answer))
        self.offers_changed.emit()

    def _show(self) -> None:
        self.table.rows.set_rows([_row(one) for one in self._requests])
        self.none.set_words(self.tr("没有等着批准的。柜员在窗口请批，几秒内会到这里"))
        self._stack.setCurrentWidget(self.table if self._requests else self.none)
        if self._requests and self._current() is None:
            self.table.select(self._requests[0].line.subject)
        self._show_chosen()

    def _show_chosen(self) -> None:
        request = self._current()
        self._side.setVisible(request is not None)
        if request is None:
            return
        self._what.setText(matter_words(request.line.matter))
        needed = OverrideNeeded(request.line.matter, None, request.evidence)  # type: ignore[arg-type]
        self._facts.set_facts(evidence_facts(needed))

    def _current(self) -> Request | None:
        code = self.table.current_code()
        return next((one for one in self._requests if one.line.subject == code), None)

    def _look(self) -> None:
        request = self._current()
        if request is not None:
            self.case_wanted.emit(request.line.about.partition(overriding.ITEM)[0])

    def _grant(self) -> None:
        request, acting = self._current(), self.ground.acting
        if request is None:
            return
        subject = request.line.subject

        def job(counter: Counter) -> OverrideView | Refusal:
            return overriding.grant_here(counter, acting, subject)

        self.ground.work.do(self, told(job), lambda answer: self._answered(request, answer))

    def _ask_why(self) -> None:
        request = self._current()
        if request is not None:
            RefuseDialog(
                self.theme, self.window(), lambda reason: self._refuse(request, reason)
            ).open()

    def _refuse(self, request: Request, reason: str) -> None:
        acting, subject = self.ground.acting, request.line.subject

        def job(counter: Counter) -> OverrideView | Refusal:
            return overriding.refuse_here(counter, acting, subject, reason)

        self.ground.work.do(self, told(job), lambda answer: self._answered(request, answer))

    def _answered(self, request: Request, answer: OverrideView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.banner.set_words(self.ground.tell(answer), "circle-x", "bad")
        else:
            self.banner.set_words("")
            granted = answer.state == "granted"
            words = self.tr("已批准 {number}") if granted else self.tr("已退回 {number}")
            self.said.emit(words.format(number=request.line.number))
        self.refresh()

    def _space(self) -> None:
        px = self.theme.px
        self._side_column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._side_column.setSpacing(px(8))
        self._both.setSpacing(px(16))
        if self.compact:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(px(2000))
        else:
            self._side.setFixedWidth(px(SIDE_WIDTH))


def read_requests(reader: Reader) -> tuple[Request, ...]:
    """What waits, each with its evidence and its requester's name."""
    names = {one.number: one.name for one in reader.staff()}
    found = []
    for line in reader.approvals_waiting():
        view = reader.view(line.subject)
        if isinstance(view, OverrideView) and view.requested is not None:
            asked = view.requested
            who = named(names.get(line.requester, ""), line.requester)
            found.append(Request(line, asked.evidence, asked.note, who))
    return tuple(found)


def _row(request: Request) -> TableRow:
    at = branch_time(dt.datetime.fromisoformat(request.line.asked_at)).strftime("%H:%M")
    matter = matter_words(request.line.matter)
    return TableRow(request.line.subject, (at, request.requester, request.line.number, matter))
