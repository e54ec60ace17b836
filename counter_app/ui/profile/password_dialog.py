"""Changing one's own password: the old one is judged, the new one is made into a verifier, aside.

Owns the order of the calls. No password leaves this dialog but to where it is judged.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.people import StaffView
from counter_app.services import signing_on, staffing
from counter_app.services.counter import Acting, Counter
from counter_app.services.ports import Verifiers
from counter_app.services.signing_on import PasswordAsked
from counter_app.services.staffing import PASSWORD_LEAST
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import SecretField
from counter_app.ui.widgets.field_row import FieldRow


@dataclass(frozen=True, slots=True)
class PasswordPort:
    """Where passwords are judged and made into verifiers; both slow on purpose, run aside.

    `judge` gives None when the verifier cannot be read.
    """

    verifiers: Verifiers
    judge: Callable[[str, str], bool | None]
    make: Callable[[str], str]


class PasswordDialog(Dialog):
    """`changed` once the new password holds."""

    changed = Signal()

    def __init__(self, ground: Ground, owner: QWidget, port: PasswordPort) -> None:
        super().__init__(ground.theme, owner, "")
        self.retitle(self.tr("改密码"))
        self.ground, self._port = ground, port
        theme = ground.theme
        self.old, self.new, self.again = SecretField(theme), SecretField(theme), SecretField(theme)
        self.old_row = FieldRow(theme, self.tr("现在的密码"), self.old, self.tr("可以粘贴"))
        self.new_row = FieldRow(theme, self.tr("新密码"), self.new)
        self.again_row = FieldRow(theme, self.tr("再输一次新密码"), self.again)
        for line in (self.old_row, self.new_row, self.again_row):
            self.body.addWidget(line)
        self._button = self.add_action(self.tr("改密码"), self.take, Key.NEXT, "primary")
        self.focus_first(self.old)

    def take(self) -> None:
        """Judge the old one and set the new one, or say what is to be mended."""
        if self._button.busy or not self._is_filled():
            return
        self._button.set_busy(self.tr("正在核对"))
        verifiers, staff = self._port.verifiers, self.ground.acting.staff

        def job(counter: Counter) -> PasswordAsked | Refusal:
            return signing_on.account_for(counter, verifiers, staff)

        self.ground.work.do(self, told(job), self._judge)

    def _is_filled(self) -> bool:
        old, new, again = self.old.value(), self.new.value(), self.again.value()
        short = self.tr("密码至少 {least} 位").format(least=PASSWORD_LEAST)
        faults = (
            (self.old_row, self.tr("请输入现在的密码"), not old),
            (self.new_row, self.tr("请输入新密码"), not new),
            (self.new_row, self.tr("新密码要和现在的不同"), bool(new) and new == old),
            (self.new_row, short, 0 < len(new) < PASSWORD_LEAST),
            (self.again_row, self.tr("两次输入的新密码不一样，请再输一次"), new != again),
        )
        for line in (self.old_row, self.new_row, self.again_row):
            line.set_error("")
        wrong = [(line, words) for line, words, is_wrong in faults if is_wrong]
        for line, words in reversed(wrong):
            line.set_error(words)
        if wrong:
            wrong[0][0].box.setFocus()
        return not wrong

    def _judge(self, asked: PasswordAsked | Refusal) -> None:
        if isinstance(asked, Refusal):
            self._refuse(asked)
            return
        judge, old = self._port.judge, self.old.value()
        self.ground.work.aside(self, lambda: judge(asked.verifier, old), self._judged)

    def _judged(self, matched: bool | None) -> None:
        acting = self.ground.acting
        if matched is None:
            self._refuse(Refusal("verifier_damaged", {"staff": acting.staff}))
            return

        def job(counter: Counter) -> Acting | Refusal:
            return signing_on.approving_here(counter, acting.staff, acting.window, matched)

        self.ground.work.do(self, told(job), self._make)

    def _make(self, answer: Acting | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        make, new = self._port.make, self.new.value()
        self.ground.work.aside(self, lambda: make(new), self._set)

    def _set(self, verifier: str) -> None:
        acting = self.ground.acting

        def job(counter: Counter) -> StaffView | Refusal:
            return staffing.change_password(counter, acting, verifier)

        self.ground.work.do(self, told(job), self._changed)

    def _changed(self, answer: StaffView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        self.accept()
        self.changed.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self._button.set_ready()
        self.old.clear()
        self.old_row.set_error(self.ground.tell(refusal))
        self.old.setFocus()
