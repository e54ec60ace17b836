"""Giving a follow-up to a colleague: who, and why. Renders and forwards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.presence import FollowUpView
from counter_app.services import following
from counter_app.services.counter import Counter
from counter_app.services.following import DueLine
from counter_app.services.read_models import StaffLine
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.value_fields import Choice, ChoiceField


class ReassignDialog(Dialog):
    """`done_well` with a sentence once it is written."""

    done_well = Signal(str)

    def __init__(
        self, ground: Ground, owner: QWidget, due: DueLine, staff: Sequence[StaffLine]
    ) -> None:
        super().__init__(ground.theme, owner, "")
        self.retitle(self.tr("转交后续事项"))
        self.ground, self._due = ground, due
        self._names = {one.number: one.name for one in staff}
        choices = [Choice(one.number, f"{one.name} {one.number}") for one in staff]
        self.to = ChoiceField(ground.theme, choices, ground.initials, self.tr("选同事"))
        self.reason = TextField(ground.theme)
        self._to_row = FieldRow(ground.theme, self.tr("交给"), self.to)
        self._reason_row = FieldRow(ground.theme, self.tr("原因"), self.reason)
        self.body.addWidget(Label(ground.theme, due.line.what, "body", "ink2", wrap=True))
        self.body.addWidget(self._to_row)
        self.body.addWidget(self._reason_row)
        self._button = self.add_action(self.tr("转交"), self.take, Key.NEXT, "primary")
        self.focus_first(self.to)

    def take(self) -> None:
        """Write it, or say what is missing."""
        staff, reason = self.to.value(), self.reason.value().strip()
        self._to_row.set_error("" if staff else self.tr("请选同事"))
        self._reason_row.set_error("" if reason else self.tr("请写明原因"))
        if not staff:
            self.to.setFocus()
        elif not reason:
            self.reason.setFocus()
        elif not self._button.busy:
            self._button.set_busy(self.tr("正在保存"))
            acting, subject = self.ground.acting, self._due.line.subject

            def job(counter: Counter) -> FollowUpView | Refusal:
                return following.reassign(counter, acting, subject, staff, reason)

            self.ground.work.do(self, told(job), self._took)

    def _took(self, answer: FollowUpView | Refusal) -> None:
        self._button.set_ready()
        if isinstance(answer, Refusal):
            self._reason_row.set_error(self.ground.tell(answer))
            return
        name = self._names.get(self.to.value(), "")
        self.accept()
        self.done_well.emit(self.tr("已转交 {name}").format(name=name))
