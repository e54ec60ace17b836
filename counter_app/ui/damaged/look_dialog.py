"""Number and password before a store is looked at: what is in it is customers' data.

Nothing is written of it, so wrong passwords are counted by whoever judges them.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.ui.keys import Key
from counter_app.ui.signon.asked import Refused
from counter_app.ui.signon.form import lacking
from counter_app.ui.signon.sentences import sentence
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import SecretField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label


class LookDialog(Dialog):
    """`asked(number, password)`; `refuse` leaves it open, closing it ends the question."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("只看不写"))
        words = self.tr("里面有客户资料，请输入自己的工号和密码。这次不记进日志")
        self.number = CodeField(theme)
        self.secret = SecretField(theme)
        self._number_row = FieldRow(theme, self.tr("工号"), self.number)
        self._secret_row = FieldRow(theme, self.tr("密码"), self.secret)
        self.body.addWidget(Label(theme, words, wrap=True))
        for line in (self._number_row, self._secret_row):
            self.body.addWidget(line)
        self._go = self.add_action(self.tr("打开"), self._submit, Key.NEXT, "primary")
        self.focus_first(self.number)

    def refuse(self, refusal: Refusal) -> None:
        """Why not, under the password; that is typed again."""
        self._go.set_ready()
        self.secret.clear()
        params = {name: str(value) for name, value in refusal.params.items()}
        self._secret_row.set_error(sentence(Refused(refusal.code, params)))
        self.secret.setFocus()

    def _submit(self) -> None:
        if self._go.busy or lacking(
            (self._number_row, self.number.value(), self.tr("请输入工号")),
            (self._secret_row, self.secret.text(), self.tr("请输入密码")),
        ):
            return
        self._secret_row.set_error("")
        self._go.set_busy(self.tr("正在核对"))
        self.asked.emit(self.number.value(), self.secret.text())
