"""What is asked before an account gets a new password or is closed. Renders and forwards."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.people import StaffView
from counter_app.services import staffing
from counter_app.services.counter import Counter
from counter_app.services.staffing import PASSWORD_LEAST, AccountLine
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import SecretField, TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label


class GivePasswordDialog(Dialog):
    """`done_well` with a sentence once the password is set."""

    done_well = Signal(str)

    def __init__(
        self, ground: Ground, owner: QWidget, line: AccountLine, make: Callable[[str], str]
    ) -> None:
        super().__init__(ground.theme, owner, "")
        self.retitle(self.tr("重设密码"))
        self.ground, self._line, self._make = ground, line, make
        theme = ground.theme
        who = self.tr("{name} {number}：先核对是本人。本人下次签到时必须改成自己的密码")
        words = who.format(name=line.name, number=line.number)
        self.new, self.again = SecretField(theme), SecretField(theme)
        hint = self.tr("至少 {least} 位").format(least=PASSWORD_LEAST)
        self.new_row = FieldRow(theme, self.tr("新密码"), self.new, hint)
        self.again_row = FieldRow(theme, self.tr("再输一次新密码"), self.again)
        self.body.addWidget(Label(theme, words, "body", "ink2", wrap=True))
        self.body.addWidget(self.new_row)
        self.body.addWidget(self.again_row)
        self._button = self.add_action(self.tr("重设"), self.take, Key.NEXT, "primary")
        self.focus_first(self.new)

    def take(self) -> None:
        """Set it, or say what is to be mended."""
        new, again = self.new.value(), self.again.value()
        short = self.tr("密码至少 {least} 位").format(least=PASSWORD_LEAST)
        differs = self.tr("两次输入的新密码不一样，请再输一次")
        self.new_row.set_error(short if len(new) < PASSWORD_LEAST else "")
        self.again_row.set_error(differs if new != again else "")
        if len(new) < PASSWORD_LEAST:
            self.new.setFocus()
        elif new != again:
            self.again.setFocus()
        elif not self._button.busy:
            self._button.set_busy(self.tr("正在保存"))
            make = self._make
            self.ground.work.aside(self, lambda: make(new), self._set)

    def _set(self, verifier: str) -> None:
        acting, number = self.ground.acting, self._line.number

        def job(counter: Counter) -> StaffView | Refusal:
            return staffing.reset_password(counter, acting, number, verifier)

        self.ground.work.do(self, told(job), self._answered)

    def _answered(self, answer: StaffView | Refusal) -> None:
        self._button.set_ready()
        if isinstance(answer, Refusal):
            self.new_row.set_error(self.ground.tell(answer))
            self.new.setFocus()
            return
        self.accept()
        self.done_well.emit(self.tr("已重设 {name} 的密码").format(name=self._line.name))


class CloseAccountDialog(Dialog):
    """`done_well` with a sentence once the account is closed."""

    done_well = Signal(str)

    def __init__(self, ground: Ground, owner: QWidget, line: AccountLine) -> None:
        super().__init__(ground.theme, owner, "")
        self.retitle(self.tr("停用工号"))
        self.ground, self._line = ground, line
        words = self.tr("{name} {number} 停用后不能再签到，做过的业务都还在。停用不能撤回")
        told_who = words.format(name=line.name, number=line.number)
        self.reason = TextField(ground.theme)
        hint = self.tr("如 离职、调往他行")
        self.reason_row = FieldRow(ground.theme, self.tr("原因"), self.reason, hint)
        self.body.addWidget(Label(ground.theme, told_who, "body", "ink2", wrap=True))
        self.body.addWidget(self.reason_row)
        self._button = self.add_action(self.tr("停用"), self.take, Key.NEXT, "danger")
        self.focus_first(self.reason)

    def take(self) -> None:
        """Close it, or say why not."""
        if self._button.busy:
            return
        self._button.set_busy(self.tr("正在保存"))
        acting, number, reason = self.ground.acting, self._line.number, self.reason.value()

        def job(counter: Counter) -> StaffView | Refusal:
            return staffing.close_account(counter, acting, number, reason)

        self.ground.work.do(self, told(job), self._answered)

    def _answered(self, answer: StaffView | Refusal) -> None:
        self._button.set_ready()
        if isinstance(answer, Refusal):
            self.reason_row.set_error(self.ground.tell(answer))
            self.reason.setFocus()
            return
        self.accept()
        self.done_well.emit(self.tr("已停用 {name}").format(name=self._line.name))
