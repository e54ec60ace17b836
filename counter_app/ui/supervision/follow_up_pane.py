"""Follow-ups due as a list with what became of each: kept with a result, or given to a colleague.

Renders and forwards; who may end or pass on a promise is decided by services.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.domain.staff_naming import named
from counter_app.journal.folds.presence import FollowUpView
from counter_app.services import following
from counter_app.services.counter import Counter
from counter_app.services.following import DueLine
from counter_app.services.read_models import Reader, StaffLine
from counter_app.services.sight import sight_of
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.supervision.follow_ups import (
    due_columns,
    due_of,
    due_rows,
    translate,
)
from counter_app.ui.supervision.reassign_dialog import ReassignDialog
from counter_app.ui.widgets.base import column, panel
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import ElidedLabel
from counter_app.ui.widgets.states import EmptyState
from counter_app.ui.widgets.table import Table

REASSIGN, STAND_IN = "Alt+R", "Alt+A"

Due = tuple[tuple[StaffLine, ...], tuple[DueLine, ...], frozenset[str]]


class FollowUpPane(QFrame):
    """`counted` with how many are due; `said` with what just happened; `opened` with a case."""

    counted = Signal(int)
    said = Signal(str)
    opened = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground, self.theme = ground, ground.theme
        self._lines: tuple[DueLine, ...] = ()
        self._staff: tuple[StaffLine, ...] = ()
        self._here: frozenset[str] = frozenset()
        self._busy = False
        self.setProperty("ground", "surface")
        self.table = Table(self.theme, "", due_columns())
        self.none = EmptyState(self.theme, "circle-check", "")
        self.trouble = EmptyState(self.theme, "triangle-alert", "")
        self.result = TextField(self.theme)
        self.result_row = FieldRow(self.theme, "", self.result)
        self._chosen = ElidedLabel(self.theme, "", "strong")
        self._bottom = panel("surface", "top")
        self._bottom_column = column(self._bottom)
        self._bottom_column.addWidget(self._chosen)
        self._bottom_column.addWidget(self.result_row)
        self._stack = QStackedWidget()
        for page in (self.table, self.none, self.trouble):
            self._stack.addWidget(page)
        outer = column(self)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self._bottom)
        self.table.moved.connect(self._moved)
        self.table.opened.connect(self._opened)
        self.result.edited.connect(lambda _words: self.result_row.set_error(""))
        self.retranslate()
        self.theme.follow(self._restyle)

    def refresh(self) -> None:
        """Read again what is due."""
        ground, today = self.ground, self.ground.today()
        everybody = ground.acting.may(Right.REASSIGN)

        def job(reader: Reader) -> Due:
            staff = reader.staff()
            if everybody:
                due = following.due_in_branch(reader, today, sight_of(ground.acting))
                return staff, due.lines, due.here
            own = ground.acting.staff
            return staff, due_of(reader, own, ground.terminal, today), frozenset({own})

        ground.work.read(self, "follow_ups", told(job), self._took)

    def lines(self) -> tuple[DueLine, ...]:
        """What is due, as read last."""
        return self._lines

    def keep(self) -> None:
        """The chosen promise was kept: write the result."""
        line = self._current()
        words = self.result.value().strip()
        if line is None or self._busy:
            return
        if not words:
            self.result_row.set_error(self.tr("请写结果，例如“已电话告知”"))
            self.result.setFocus()
            return
        self._busy = True
        acting, subject = self.ground.acting, line.line.subject

        def job(counter: Counter) -> FollowUpView | Refusal:
            return following.keep_promise(counter, acting, subject, words)

        done = self.tr("已记下：{what}").format(what=line.line.what)
        self.ground.work.do(self, told(job), lambda answer: self._kept(answer, done))

    def ask_reassign(self) -> None:
        """Give the chosen promise to a colleague."""
        line = self._current()
        if line is None:
            return
        others = [one for one in self._staff if not one.left and one.number != line.line.staff]
        dialog = ReassignDialog(self.ground, self.window(), line, others)
        dialog.done_well.connect(self._passed_on)
        dialog.open()

    def absent(self) -> bool:
        """Whether something is due of somebody who has not signed on today."""
        return bool(following.of_absent(self._lines, self._here))

    def pass_to_stand_in(self) -> None:
        """Give the chosen promise, or the next of somebody absent, to a colleague who is here."""
        waiting = following.of_absent(self._lines, self._here)
        line = next((one for one in waiting if one == self._current()), next(iter(waiting), None))
        taker = following.stand_in(line, self._staff, self._here) if line else None
        if line is None or taker is None:
            self.said.emit(self.tr("今天没有签到的同事可接，请按 Alt+R 选人"))
            return
        acting, subject, number = self.ground.acting, line.line.subject, taker.number
        reason = self.tr("今天未签到")

        def job(counter: Counter) -> FollowUpView | Refusal:
            return following.reassign(counter, acting, subject, number, reason)

        done = self.tr("已转交 {name}").format(name=taker.name)
        self.ground.work.do(self, told(job), lambda answer: self._kept(answer, done))

    def retranslate(self) -> None:
        """All words again."""
        self.table.setAccessibleName(self.tr("后续事项"))
        self.table.rows.columns = due_columns()
        self.none.set_words(self.tr("没有到期的后续事项"))
        self.result_row.set_label(self.tr("结果"))
        self.result_row.set_hint(self.tr("选一项，写怎样办好的"))
        self._show()

    def _took(self, answer: Due | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.trouble.set_words(self.ground.tell(answer))
            self._lines = ()
            self._stack.setCurrentWidget(self.trouble)
            self._bottom.hide()
            return
        self._staff, self._lines, self._here = answer
        self._show()
        self.counted.emit(len(self._lines))

    def _show(self) -> None:
        self.table.rows.set_rows(due_rows(self._lines, self._staff_words, self.ground.today()))
        self._stack.setCurrentWidget(self.table if self._lines else self.none)
        self._bottom.setVisible(bool(self._lines))
        if self._lines and self._current() is None:
            self.table.select(self._lines[0].line.subject)
        self._moved()

    def _moved(self, _code: str = "") -> None:
        line = self._current()
        self._chosen.setText(line.line.what if line else "")
        self.result_row.set_error("")

    def _opened(self, code: str) -> None:
        line = next((one.line for one in self._lines if one.line.subject == code), None)
        if line is not None:
            self.opened.emit(line.case)

    def _kept(self, answer: FollowUpView | Refusal, words: str) -> None:
        self._busy = False
        if isinstance(answer, Refusal):
            self.result_row.set_error(self.ground.tell(answer))
            self.result.setFocus()
            return
        self.result.set_value("")
        self.said.emit(words)
        self.refresh()

    def _passed_on(self, words: str) -> None:
        self.said.emit(words)
        self.refresh()

    def _current(self) -> DueLine | None:
        code = self.table.current_code()
        return next((one for one in self._lines if one.line.subject == code), None)

    def _staff_words(self, number: str) -> str:
        name = next((one.name for one in self._staff if one.number == number), "")
        return named(name, number)

    def _restyle(self) -> None:
        px = self.theme.px
        self._bottom_column.setContentsMargins(px(16), px(8), px(16), 0)


def due_actions(due: FollowUpPane) -> list[Action]:
    """What a page that shows these offers; nothing while nothing is due."""
    if not due.lines():
        return []
    stand_in = Action(
        "due.stand_in", translate("due", "未签到转交"), due.pass_to_stand_in, STAND_IN
    )
    return [
        *([stand_in] if due.absent() else ()),
        Action("due.reassign", translate("due", "转交同事"), due.ask_reassign, REASSIGN),
        Action("due.keep", translate("due", "办好了"), due.keep, Key.NEXT, "primary"),
    ]
