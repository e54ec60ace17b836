"""The lock over the whole window: who is signed on, one field, and why it did not open."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.field_box import SecretField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.focus import go_on
from counter_app.ui.widgets.label import IconLabel, Label


class LockScreen(QFrame):
    """Stands instead of everything else. `unlock_asked` carries what was typed, and clears it."""

    unlock_asked = Signal(str)
    handover_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("ground", "canvas")
        self._title = Label(theme, "", "title")
        self._who = Label(theme, "", "body", "ink2", wrap=True)
        self._secret = SecretField(theme)
        self._field = FieldRow(theme, "", self._secret)
        self._open = Button(theme, "", "", "primary")
        self._handover = Button(theme, "")
        self._open.clicked.connect(self._ask)
        self._handover.clicked.connect(self.handover_asked)
        self._build()
        self._retranslate()
        theme.follow(self._restyle)

    def show_for(self, who: str) -> None:
        """Say whose window this is."""
        self._who.setText(who)
        self.ready()

    def ready(self) -> None:
        """Empty and waiting for the password."""
        self._secret.clear()
        self._field.set_error("")
        self._open.set_ready()
        self._open.set_words(self.tr("解锁"))

    def ask_date(self, sentence: str) -> None:
        """The date of this PC looks wrong: whoever types the password once more vouches for it."""
        self.refuse(sentence)
        self._open.set_words(self.tr("日期没错，解锁"))

    def refuse(self, sentence: str) -> None:
        """Say why it does not open."""
        self._open.set_ready()
        self._open.set_words(self.tr("解锁"))
        self._secret.clear()
        self._field.set_error(sentence)
        self._secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The field for the password."""
        return self._secret

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            go_on(self, self._open)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("card", True)
        self._card = column(card)
        self._card.addWidget(IconLabel(self.theme, "lock", "ink2", 28))
        for part in (self._title, self._who, self._field):
            self._card.addWidget(part)
        buttons = row()
        buttons.addWidget(self._handover)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        self._card.addLayout(buttons)
        self._frame = card
        across = row()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        down = column(self)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        self.setTabOrder(self._secret, self._open)
        self.setTabOrder(self._open, self._handover)

    def _ask(self) -> None:
        if not self._secret.text():
            self.refuse(self.tr("请输入密码"))
            return
        typed = self._secret.text()
        self._secret.clear()
        self._open.set_busy(self.tr("正在核对"))
        self.unlock_asked.emit(typed)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("已锁屏"))
        self._field.set_label(self.tr("密码"))
        self._field.set_hint(self.tr("可以粘贴"))
        self._open.set_words(self.tr("解锁"))
        self._handover.set_words(self.tr("由主管交接"))

    def _restyle(self) -> None:
        px = self.theme.px
        self._card.setContentsMargins(px(40), px(32), px(40), px(32))
        self._card.setSpacing(px(8))
        self._frame.setFixedWidth(px(432))
