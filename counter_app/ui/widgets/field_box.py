"""The box of a field: one line of text, with a counter, a unit or an icon inside at the right.

Owns the look of the box and what its users share: the raw value, the error state, leaving.
Knows no rule about what is right.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import mark

ENTER_STOP = "enterStop"


class FieldBox(QLineEdit):
    """A line of text 40 high. `edited` on each change by hand, `left` when the focus has gone."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, placeholder: str = "", *, read_only: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self._dense = False
        self._aside, self._aside_icon = "", ""
        self.setProperty(ENTER_STOP, True)
        self.setPlaceholderText(placeholder)
        self.setReadOnly(read_only)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._pass_on)
        theme.follow(self._restyle)

    def value(self) -> str:
        """What was typed, without drawing and masks."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Put a value in without reporting it as edited."""
        self.setText(value)
        self.setCursorPosition(0)

    def set_error(self, wrong: bool) -> None:
        """Draw the border of an error, or take it away."""
        mark(self, "state", "error" if wrong else "")

    def set_aside(self, words: str, icon: str = "") -> None:
        """Words and icon inside the box at its right: a unit, a counter, a name."""
        self._aside, self._aside_icon = words, icon
        self._restyle()

    def set_dense(self, dense: bool) -> None:
        """36 high in dense pages instead of 40."""
        self._dense = dense
        self._restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._aside or self._aside_icon:
            self._paint_aside()

    def _pass_on(self, _text: str) -> None:
        self.edited.emit(self.value())

    def _paint_aside(self) -> None:
        px = self.theme.px
        painter = QPainter(self)
        right = self.width() - px(12)
        if self._aside_icon:
            side = px(16)
            place = QRect(right - side, (self.height() - side) // 2, side, side)
            self.theme.draw_icon(painter, place, self._aside_icon, "ink2")
            right -= side + px(8)
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour("ink2"))
        painter.drawText(
            QRect(0, 0, right, self.height()),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self._aside,
        )

    def _aside_width(self) -> int:
        px = self.theme.px
        width = px(16) + px(8) if self._aside_icon else 0
        if self._aside:
            width += QFontMetrics(self.theme.font("small")).horizontalAdvance(self._aside) + px(8)
        return width

    def _restyle(self) -> None:
        self.setFixedHeight(self.theme.px(36 if self._dense else 40))
        self.setTextMargins(0, 0, self._aside_width(), 0)
        self.update()


class TextField(FieldBox):
    """Free words: names, notes, addresses. The whole stands in the tooltip when it is long."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell_whole()

    def set_value(self, value: str) -> None:
        super().set_value(value)
        self._tell_whole()

    def _tell_whole(self) -> None:
        room = self.width() - self.theme.px(24) - self._aside_width()
        long = self.fontMetrics().horizontalAdvance(self.text()) > room
        self.setToolTip(self.text() if long else "")


class SecretField(FieldBox):
    """A password: dots, and paste is allowed (WCAG 3.3.8)."""

    def __init__(self, theme: Theme, placeholder: str = "") -> None:
        super().__init__(theme, placeholder)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def show_plain(self, plain: bool) -> None:
        """Show or hide what is typed."""
        mode = QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
