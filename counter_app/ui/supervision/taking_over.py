"""Taking over from the day log: a case whose PC or person cannot go on is given to a colleague.

Owns the question. Who may, and what comes of it, is decided by services.
"""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, Role
from counter_app.domain.staff_naming import named
from counter_app.journal.folds.case import CaseView
from counter_app.services import owning
from counter_app.services.counter import Counter
from counter_app.services.read_models import CaseLine, Reader, StaffLine
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner
from counter_app.ui.words.marks import listed

TAKE_KEY = "Alt+K"

translate = QCoreApplication.translate


def held_words(line: CaseLine) -> str:
    """王敏 80231 在 2 号窗口办; both windows, where it goes on at two."""
    if line.apart:
        windows = listed(line.apart)
        return translate("taking_over", "同一业务在 {windows} 号窗同时继续").format(windows=windows)
    words = translate("taking_over", "{who} 在 {window} 号窗口办")
    return words.format(who=named(line.staff_name, line.staff), window=line.window)


class TakeOverDialog(Dialog):
    """To whom, and why. `done_well` with the case."""

    done_well = Signal(object)

    def __init__(self, ground: Ground, owner: QWidget, line: CaseLine) -> None:
        super().__init__(ground.theme, owner, "")
        self.retitle(self.tr("接管 {number}").format(number=line.number))
        self.ground, self._line = ground, line
        self._names: dict[str, str] = {}
        theme = ground.theme
        told_words = self.tr(
            "{held}。接管后由下面这位接着办；确认过的都在，没填完的留在原来的电脑上"
        )
        self.body.addWidget(
            Label(theme, told_words.format(held=held_words(line)), "body", "ink2", wrap=True)
        )
        self.banner = Banner(theme)
        self.number, self.reason = CodeField(theme), TextField(theme)
        self._number_row = FieldRow(theme, self.tr("交给谁（工号）"), self.number)
        self._reason_row = FieldRow(theme, self.tr("原因"), self.reason)
        for part in (self.banner, self._number_row, self._reason_row):
            self.body.addWidget(part)
        self.add_action(self.tr("接管"), self._accept, Key.NEXT, "primary")
        self.number.edited.connect(lambda text: self.number.set_aside(self._names.get(text, "")))
        self.focus_first(self.number)
        ground.work.read(self, "colleagues", told(_serving), self._colleagues)

    def _colleagues(self, answer: tuple[StaffLine, ...] | Refusal) -> None:
        if not isinstance(answer, Refusal):
            self._names = {one.number: one.name for one in answer}

    def _accept(self) -> None:
        number, reason = self.number.value(), self.reason.text().strip()
        known = number in self._names
        self._number_row.set_error("" if known else self.tr("没有这位柜员，请核对工号"))
        self._reason_row.set_error("" if reason else self.tr("请写明原因"))
        if not known or not reason:
            (self.reason if known else self.number).setFocus()
            return
        acting, subject = self.ground.acting, self._line.subject

        def job(counter: Counter) -> CaseView | Refusal:
            return owning.take_over(counter, acting, subject, number, reason)

        self.ground.work.do(self, told(job), self._answered)

    def _answered(self, answer: CaseView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.banner.set_words(self.ground.tell(answer), "circle-x", "bad")
            return
        self.accept()
        self.done_well.emit(answer)


class TakingOver(QObject):
    """The log's action for the case on show. `said` with what was done."""

    said = Signal(str)

    def __init__(self, ground: Ground, owner: QWidget) -> None:
        super().__init__(owner)
        self.ground, self._owner = ground, owner

    def actions(self, line: CaseLine | None) -> list[Action]:
        """Take over, where it may be taken and has not ended."""
        if not self.ground.acting.may(Right.TAKE_OVER):
            return []
        why = ""
        if line is None:
            why = self.tr("请先选一笔业务")
        elif line.state in owning.ENDED:
            why = self.tr("这笔业务已经结束")
        words = self.tr("接管")
        return [Action("log.take_over", words, lambda: self._ask(line), TAKE_KEY, why_not=why)]

    def _ask(self, line: CaseLine | None) -> None:
        if line is None:
            return
        dialog = TakeOverDialog(self.ground, self._owner.window(), line)
        dialog.done_well.connect(self._done)
        dialog.open()

    def _done(self, case: CaseView) -> None:
        words = self.tr("{number} 已交给 {staff}")
        self.said.emit(words.format(number=case.number, staff=case.handed_to))


def _serving(reader: Reader) -> tuple[StaffLine, ...]:
    return tuple(one for one in reader.staff() if Role.TELLER in one.roles and not one.left)
