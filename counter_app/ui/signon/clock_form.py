"""The date of this PC looks wrong: a person compares it and says that it is right, or stops."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from counter_app.ui.keys import Key
from counter_app.ui.signon.asked import Refused
from counter_app.ui.signon.form import Form
from counter_app.ui.signon.sentences import sentence
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import Label


class ClockForm(Form):
    """`submitted`: the date is right, go on. `left_again`: the clock is set first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Key.NEXT)
        self._refused: Refused | None = None
        self._shown = Label(theme, "", "figure")
        self._what = Label(theme, "", "body", "ink2", wrap=True)
        self.back = Button(theme, "", "Esc")
        self.fields.addWidget(self._shown)
        self.fields.addWidget(self._what)
        self.buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        self.buttons.addWidget(self.primary)
        self.buttons.addWidget(self.back)
        self.back.clicked.connect(self.left_again)
        self.retranslate()

    def ask(self, refused: Refused) -> None:
        """Show the date that this PC believes."""
        self._refused = refused
        self.set_busy("")
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.back

    def retranslate(self) -> None:
        self.head.setText(self.tr("请确认日期"))
        refused = self._refused
        self._shown.setText(str(refused.params.get("shown", "")) if refused else "")
        self.banner.set_words(sentence(refused) if refused else "", "clock")
        self._what.setText(self.tr("日期没错就按 F8 登录，会记下是谁确认的。错了先改本机时间"))
        self.back.set_words(self.tr("先改时间"))
        self.primary.set_words(self.tr("日期没错"))
