"""A supervisor takes a locked window over from somebody who is not there.

Owns the question; that the supervisor may is judged behind `asked`, and the answer comes back.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.ui.keys import Key
from counter_app.ui.signon.asked import HandedOver, Refused
from counter_app.ui.signon.form import lacking
from counter_app.ui.signon.secret_box import SecretBox
from counter_app.ui.signon.sentences import sentence
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label


class TakeOverDialog(Dialog):
    """`asked(number, password)` when both are there; `done_by(HandedOver)` once it is ended."""

    asked = Signal(str, str)
    done_by = Signal(object)

    def __init__(self, theme: Theme, owner: QWidget, name: str) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("由主管交接"))
        words = self.tr("{name} 会被签退，没办完的业务留在待接手里").format(name=name)
        self.number, self.secret = CodeField(theme), SecretBox(theme)
        self.number_row = FieldRow(theme, self.tr("主管工号"), self.number)
        self.secret_row = FieldRow(theme, self.tr("主管密码"), self.secret, self.tr("可以粘贴"))
        self.body.addWidget(Label(theme, words, "body", "ink2", wrap=True))
        self.body.addWidget(self.number_row)
        self.body.addWidget(self.secret_row)
        self._go = self.add_action(self.tr("交接"), self._ask, Key.NEXT, "primary")
        self.focus_first(self.number)

    def answer(self, answer: HandedOver | Refused) -> None:
        """What came of it."""
        self._go.set_ready()
        if isinstance(answer, HandedOver):
            self.accept()
            self.done_by.emit(answer)
            return
        self.secret.put_away()
        self.secret_row.set_error(sentence(answer))
        self.secret.setFocus()

    def _ask(self) -> None:
        wants = (
            (self.number_row, self.number.value(), self.tr("请输入主管工号")),
            (self.secret_row, self.secret.text(), self.tr("请输入主管密码")),
        )
        if lacking(*wants):
            return
        self._go.set_busy(self.tr("正在核对"))
        self.asked.emit(self.number.value(), self.secret.text())
