"""Buttons: primary, plain, danger, small, link, and those of the top bar; each with its key.

A button is never disabled. While busy it takes no second press and says what is going on.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.painting import cap_size, draw_box, draw_cap, elided

Kind = Literal["plain", "small", "primary", "danger", "bar", "barflat"]


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str
    hover: str
    edge: str
    ink: str
    cap_edge: str
    cap_ink: str


_LOOKS: dict[Kind, _Look] = {
    "plain": _Look("surface", "sunken", "ctl", "ink", "ctl", "ink2"),
    "small": _Look("surface", "sunken", "ctl", "ink", "ctl", "ink2"),
    "primary": _Look("accent", "accent2", "accent", "on", "on", "on"),
    "danger": _Look("surface", "bads", "bad", "bad", "badl", "bad"),
    "bar": _Look("bar", "bar2", "barctl", "barink", "barkey", "barink"),
    "barflat": _Look("bar", "bar2", "bar", "barink", "barkey", "barink"),
}
# Qt would move the focus by them; lists of rows want them, and Tab is there for the rest.
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_SMALL = ("small", "bar", "barflat")
_IN_BAR = ("bar", "barflat")
_BUSY = _Look("sunken", "sunken", "ctl", "ink2", "ctl", "ink2")


class Button(QPushButton):
    """A button whose visible words are its name and whose key is printed on it."""

    def __init__(
        self, theme: Theme, words: str, key: str = "", kind: Kind = "plain", *, icon: str = ""
    ) -> None:
        super().__init__(words)
        self.theme = theme
        self._key, self._kind, self._icon_name = key, kind, icon
        self._small = kind in _SMALL
        self._rest_words = words
        self._busy = False
        self._compact = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_key(key)
        theme.follow(self._restyle)

    @property
    def key(self) -> str:
        """The key printed on the button; empty if it has none."""
        return self._key

    @property
    def kind(self) -> Kind:
        """Which of the looks it has."""
        return self._kind

    @property
    def busy(self) -> bool:
        """Whether what it started is still going on."""
        return self._busy

    def set_key(self, key: str) -> None:
        """Print another key."""
        self._key = key
        self.setAccessibleDescription(key)
        self._restyle()

    def set_words(self, words: str, icon: str = "") -> None:
        """Change the words, and the icon if one is given."""
        self._rest_words = words
        self._icon_name = icon or self._icon_name
        if not self._busy:
            self.setText(words)
        self._restyle()

    def set_busy(self, words: str) -> None:
        """Say what is going on; further presses do nothing until `set_ready`."""
        self._busy = True
        self.setText(words)
        self._restyle()

    def set_ready(self) -> None:
        """Back to the ordinary words; presses count again."""
        self._busy = False
        self.setText(self._rest_words)
        self._restyle()

    def set_compact(self, compact: bool) -> None:
        """In a line of 32: the same target, drawn lower."""
        self._compact = compact
        self.update()

    def set_small(self, small: bool) -> None:
        """32 high in rows, filters and the narrow layout; 40 otherwise."""
        self._small = small or self._kind in _SMALL
        self._restyle()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        width = px(14) + self._content_width() + px(10 if self._key else 14)
        height = px(32 if self._small else 40)
        return QSize(max(width, height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return not self._busy and super().hitButton(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (enter or event.key() == Qt.Key.Key_Space) and (self._busy or event.isAutoRepeat()):
            event.accept()
        elif enter:
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = _BUSY if self._busy else _LOOKS[self._kind]
        self._paint_ground(painter, look)
        self._paint_content(painter, look)

    def _paint_ground(self, painter: QPainter, look: _Look) -> None:
        colour, radius = self.theme.colour, self.theme.px(4)
        over = (self.underMouse() or self.isDown()) and self.isEnabled()
        fill = colour(look.hover if over else look.fill)
        edge = colour("ink" if self.isDown() and self._kind not in _IN_BAR else look.edge)
        box = self.rect()
        if self._compact:
            box = box.adjusted(0, self.theme.px(3), 0, -self.theme.px(3))
        if not self.hasFocus():
            draw_box(painter, box, fill, (edge, 1), radius)
            return
        draw_box(
            painter,
            box,
            fill,
            (colour("tab" if self._kind in _IN_BAR else "accent"), 2),
            radius,
        )
        if self._kind == "primary" and not self._busy:
            inner = self.rect().adjusted(2, 2, -2, -2)
            draw_box(painter, inner, None, (colour("on"), 2), max(radius - 2, 0))

    def _paint_content(self, painter: QPainter, look: _Look) -> None:
        px = self.theme.px
        spare = self.width() - self.sizeHint().width()
        left = px(14) + max(spare, 0) // 2
        icon = self._shown_icon()
        if icon:
            side = px(16)
            self.theme.draw_icon(
                painter, QRect(left, (self.height() - side) // 2, side, side), icon, look.ink
            )
            left += side + (px(8) if self.text() else 0)
        painter.setFont(self._font())
        painter.setPen(self.theme.colour(look.ink))
        width = QFontMetrics(self._font()).horizontalAdvance(self.text())
        painter.drawText(
            QRect(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self._key:
            cap = cap_size(self.theme, self._key)
            box = QRect(QPoint(left + width + px(8), (self.height() - cap.height()) // 2), cap)
            draw_cap(painter, self.theme, box, self._key, (look.cap_edge, look.cap_ink))

    def _content_width(self) -> int:
        px = self.theme.px
        width = QFontMetrics(self._font()).horizontalAdvance(self.text())
        if self._shown_icon():
            width += px(16) + (px(8) if self.text() else 0)
        if self._key:
            width += px(8) + cap_size(self.theme, self._key).width()
        return width

    def _font(self) -> QFont:
        return self.theme.font("strong" if self._kind == "primary" else self._role())

    def _role(self) -> Literal["small", "body"]:
        return "small" if self._kind in _IN_BAR else "body"

    def _shown_icon(self) -> str:
        return "loader" if self._busy else self._icon_name

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class LinkButton(QPushButton):
    """A button that looks like underlined words, for faults and for opening a row."""

    def __init__(
        self, theme: Theme, words: str, ink: str = "accent", *, underline: bool = True
    ) -> None:
        super().__init__(words)
        self.theme = theme
        self._ink, self._underline = ink, underline
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.follow(self._restyle)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + self.theme.px(8), self.theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.theme.px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._font()
        font.setUnderline(self._underline)
        painter.setFont(font)
        painter.setPen(self.theme.colour(self._ink))
        inner = self.rect().adjusted(self.theme.px(4), 0, -self.theme.px(4), 0)
        words = elided(QFontMetrics(font), self.text(), inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            edge = (self.theme.colour("accent"), 2)
            draw_box(painter, self.rect(), None, edge, self.theme.px(4))

    def _font(self) -> QFont:
        return QFont(self.theme.font("body"))

    def _restyle(self) -> None:
        whole = self.sizeHint().width() > self.width() > 0
        self.setToolTip(self.text() if whole else "")
        self.updateGeometry()
        self.update()
