"""静默求助 as supervisor and lobby see it: a quiet list, answered by key.

Makes no sound and opens nothing by itself. Never shows a person's own call: at the window where it was
made nothing may be seen of it.
"""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.domain.staff_naming import named
from counter_app.journal.folds.care import SilentHelpView
from counter_app.services import silent_help
from counter_app.services.counter import Counter
from counter_app.services.read_models import HelpLine, Reader
from counter_app.services.silent_help import HelpAnswer
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.widgets.states import EmptyState
from counter_app.ui.widgets.table import Column, Table, TableRow

WAS_THERE, BY_MISTAKE = "Alt+K", "Alt+M"


class HelpPage(Page):
    """`said` with what just happened; `counted` with how many wait, when that changed."""

    said = Signal(str)
    counted = Signal(int)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground.theme, "care.help")
        self.ground = ground
        self._lines: tuple[HelpLine, ...] = ()
        self.fill_whole()
        self.table = Table(self.theme, "", self._columns())
        self.none = EmptyState(self.theme, "circle-check", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.none)
        self.body.addWidget(self._stack, 1)
        self.retranslate()

    def title(self) -> str:
        return self.tr("静默求助")

    def tab(self) -> str:
        """The tab's words: how many wait stands in it."""
        words = self.tr("求助")
        return f"{words} {len(self._lines)}" if self._lines else words

    def first_focus(self) -> QWidget | None:
        return self.table if self._lines else None

    def entered(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read again who waits for help; the caller is not shown the own call."""
        staff = self.ground.acting.staff

        def job(reader: Reader) -> tuple[HelpLine, ...]:
            return tuple(one for one in reader.help_calls() if one.staff != staff)

        self.ground.work.read(self, "help", told(job), self._took)

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.title())
        self.table.rows.columns = self._columns()
        self._show()

    def offers(self) -> Sequence[Action]:
        if not self._lines:
            return []
        return [
            Action(
                "help.was_there", self.tr("看过了"), lambda: self._answer("was_there"), WAS_THERE
            ),
            Action(
                "help.mistake", self.tr("按错了"), lambda: self._answer("by_mistake"), BY_MISTAKE
            ),
            Action(
                "help.going",
                self.tr("有人去了"),
                lambda: self._answer("going"),
                Key.NEXT,
                "primary",
            ),
        ]

    def lines(self) -> tuple[HelpLine, ...]:
        """Who waits, as read last."""
        return self._lines

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("时间"), 96),
            Column(self.tr("窗口"), 96),
            Column(self.tr("柜员")),
        )

    def _took(self, answer: tuple[HelpLine, ...] | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.none.set_words(self.ground.tell(answer))
            self._stack.setCurrentWidget(self.none)
            return
        changed, self._lines = self._lines != answer, answer
        self._show()
        if changed:
            self.counted.emit(len(answer))
            self.offers_changed.emit()

    def _show(self) -> None:
        words = self.tr("没有求助")
        if not self.ground.hears_calls():
            words = self.tr(
                "别的窗口的求助到不了这台电脑，请管理员重新接入它（admit --audience restricted）"
            )
        self.none.set_words(words)
        self.table.rows.set_rows([_row(one) for one in self._lines])
        self._stack.setCurrentWidget(self.table if self._lines else self.none)
        if self._lines and self._current() is None:
            self.table.select(self._lines[0].subject)

    def _answer(self, answer: HelpAnswer) -> None:
        line, acting = self._current(), self.ground.acting
        if line is None:
            return

        def job(counter: Counter) -> SilentHelpView | Refusal:
            return silent_help.answer_help(counter, acting, line.subject, answer)

        self.ground.work.do(self, told(job), self._answered)

    def _answered(self, answer: SilentHelpView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.said.emit(self.ground.tell(answer))
        self.refresh()

    def _current(self) -> HelpLine | None:
        code = self.table.current_code()
        return next((one for one in self._lines if one.subject == code), None)


def _row(line: HelpLine) -> TableRow:
    at = branch_time(dt.datetime.fromisoformat(line.called_at)).strftime("%H:%M")
    return TableRow(line.subject, (at, line.window, named(line.staff_name, line.staff)))
