"""A password with the eye inside its box: shown or hidden by a press or by Alt+V."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.field_box import SecretField
from counter_app.ui.widgets.painting import cap_size, draw_cap

SHOW_KEY = "Alt+V"


class SecretBox(SecretField):
    """Hidden again by `put_away`, which also empties it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._eye = _Eye(theme, self)
        self._eye.clicked.connect(self.toggle)
        theme.changed.connect(self._place)
        self.retranslate()

    def toggle(self) -> None:
        """Show what is typed, or hide it."""
        self.show_plain(not self.is_plain())
        self.retranslate()

    def is_plain(self) -> bool:
        """Whether the password can be read."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def put_away(self) -> None:
        """Empty and hidden."""
        self.clear()
        self.show_plain(False)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of the eye."""
        plain = self.is_plain()
        self._eye.set_words(
            "eye-off" if plain else "eye", self.tr("隐藏") if plain else self.tr("显示")
        )
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _aside_width(self) -> int:
        return self._eye.sizeHint().width() if hasattr(self, "_eye") else 0

    def _place(self) -> None:
        size = self._eye.sizeHint()
        left, top = self.width() - size.width() - 3, (self.height() - size.height()) // 2
        self._eye.setGeometry(QRect(left, top, size.width(), size.height()))
        self.setTextMargins(0, 0, size.width(), 0)


class _Eye(QAbstractButton):
    """Takes no focus: the caret stays in the box, and the keyboard has Alt+V."""

    def __init__(self, theme: Theme, box: SecretBox) -> None:
        super().__init__(box)
        self.theme = theme
        self._icon = "eye"
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(SHOW_KEY)

    def set_words(self, icon: str, words: str) -> None:
        self._icon = icon
        self.setText(words)
        self.update()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        words = QFontMetrics(self.theme.font("small")).horizontalAdvance(self.text())
        width = px(16 + 4 + 6 + 9 + 9) + words + cap_size(self.theme, SHOW_KEY).width()
        return QSize(width, px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = QPainter(self), self.theme.px
        side = px(16)
        icon = QRect(px(9), (self.height() - side) // 2, side, side)
        self.theme.draw_icon(painter, icon, self._icon, "ink2")
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour("ink2"))
        words = self.rect().adjusted(icon.right() + 1 + px(4), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        cap = cap_size(self.theme, SHOW_KEY)
        place = QRect(
            self.width() - px(9) - cap.width(),
            (self.height() - cap.height()) // 2,
            cap.width(),
            cap.height(),
        )
        draw_cap(painter, self.theme, place, SHOW_KEY, ("ctl", "ink2"))
