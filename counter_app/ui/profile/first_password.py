"""The first page of somebody whose password another person set: choose one of the own, then work.

Owns the order of the calls. The given password was judged at the sign-on just now; the new one must
differ from it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.people import StaffView
from counter_app.services import signing_on, staffing
from counter_app.services.counter import Counter
from counter_app.services.signing_on import PasswordAsked
from counter_app.services.staffing import PASSWORD_LEAST
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.profile.password_dialog import PasswordPort
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.widgets.field_box import SecretField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label

FIELD_WIDTH = 472


class FirstPasswordPage(Page):
    """`changed` once the own password holds."""

    changed = Signal()

    def __init__(self, ground: Ground, port: PasswordPort) -> None:
        super().__init__(ground.theme, "first_password")
        self.ground, self._port = ground, port
        self._busy = False
        self._head = Label(self.theme, "", "title")
        self._why = Label(self.theme, "", "body", "ink2", wrap=True)
        self.new, self.again = SecretField(self.theme), SecretField(self.theme)
        self.new_row = FieldRow(self.theme, "", self.new)
        self.again_row = FieldRow(self.theme, "", self.again)
        for part in (self._head, self._why, self.new_row, self.again_row):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.retranslate()
        self.theme.follow(self._widen)

    def title(self) -> str:
        return self.tr("首次签到")

    def offers(self) -> Sequence[Action]:
        words = self.tr("正在保存") if self._busy else self.tr("改密码并开始")
        return (Action("password.first", words, self.take, Key.NEXT, "primary"),)

    def first_focus(self) -> QWidget | None:
        return self.new

    def retranslate(self) -> None:
        self._head.setText(self.tr("请先改成自己的密码"))
        self._why.setText(self.tr("现在的密码是管理员设的，别人也知道。改好就开始工作"))
        hint = self.tr("至少 {least} 位，一句话也行").format(least=PASSWORD_LEAST)
        self.new_row.set_label(self.tr("新密码"))
        self.new_row.set_hint(hint)
        self.again_row.set_label(self.tr("再输一次新密码"))

    def take(self) -> None:
        """Set it, or say what is to be mended."""
        if self._busy or not self._is_filled():
            return
        self._set_busy(True)
        verifiers, staff = self._port.verifiers, self.ground.acting.staff

        def job(counter: Counter) -> PasswordAsked | Refusal:
            return signing_on.account_for(counter, verifiers, staff)

        self.ground.work.do(self, told(job), self._compare)

    def _is_filled(self) -> bool:
        new, again = self.new.value(), self.again.value()
        short = self.tr("密码至少 {least} 位").format(least=PASSWORD_LEAST)
        differs = self.tr("两次输入的新密码不一样，请再输一次")
        self.new_row.set_error(short if len(new) < PASSWORD_LEAST else "")
        self.again_row.set_error(differs if new != again else "")
        if len(new) < PASSWORD_LEAST:
            self.new.setFocus()
        elif new != again:
            self.again.setFocus()
        return len(new) >= PASSWORD_LEAST and new == again

    def _compare(self, asked: PasswordAsked | Refusal) -> None:
        if isinstance(asked, Refusal):
            self._refuse(self.ground.tell(asked))
            return
        port, new = self._port, self.new.value()

        def job() -> str:
            """The new verifier; empty when the new password is the given one."""
            return "" if port.judge(asked.verifier, new) else port.make(new)

        self.ground.work.aside(self, job, self._set)

    def _set(self, verifier: str) -> None:
        if not verifier:
            self._refuse(self.tr("新密码要和现在的不同"))
            return
        acting = self.ground.acting

        def job(counter: Counter) -> StaffView | Refusal:
            return staffing.change_password(counter, acting, verifier)

        self.ground.work.do(self, told(job), self._answered)

    def _answered(self, answer: StaffView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(self.ground.tell(answer))
            return
        self._set_busy(False)
        self.forget()
        self.changed.emit()

    def forget(self) -> None:
        """Nothing secret stays in the window."""
        self.new.clear()
        self.again.clear()

    def _refuse(self, sentence: str) -> None:
        self._set_busy(False)
        self.new_row.set_error(sentence)
        self.new.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.offers_changed.emit()

    def _widen(self) -> None:
        for line in (self.new_row, self.again_row):
            line.setMaximumWidth(self.theme.px(FIELD_WIDTH))
