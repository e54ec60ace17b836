"""Things that are on or off: check box, radio, switch."""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.field_box import ENTER_STOP
from counter_app.ui.widgets.painting import draw_box, draw_cross, draw_radio, draw_ring, draw_tick

BoxState = Literal["empty", "ticked", "crossed", "none"]

_TARGET = 32
_RING = 4


def draw_check(painter: QPainter, theme: Theme, box: QRect, state: BoxState) -> None:
    """A check box of 22 filling `box`: empty, ticked, crossed (missing) or only a dash."""
    colour, radius = theme.colour, theme.px(3)
    if state == "none":
        theme.draw_icon(painter, box.adjusted(3, 3, -3, -3), "minus", "ink2")
    elif state == "ticked":
        draw_box(painter, box, colour("accent"), (colour("accent"), 1), radius)
        draw_tick(painter, box, colour("on"))
    elif state == "crossed":
        draw_box(painter, box, colour("surface"), (colour("bad"), 2), radius)
        draw_cross(painter, box, colour("bad"))
    else:
        draw_box(painter, box, colour("surface"), (colour("ctl"), 1), radius)


class CheckBox(QCheckBox):
    """A check box with its words, 32 high, the whole of it the target."""

    def __init__(self, theme: Theme, words: str, checked: bool = False) -> None:
        super().__init__(words)
        self.theme = theme
        self.setChecked(checked)
        self.setProperty(ENTER_STOP, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self, self.theme, 22)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _indicator(self, self.theme, 22)
        draw_check(painter, self.theme, box, "ticked" if self.isChecked() else "empty")
        if self.hasFocus():
            ring = box.adjusted(-_RING, -_RING, _RING, _RING)
            draw_ring(painter, self.theme, ring, self.theme.px(3))
        _words(self, painter, self.theme, box)


class Radio(QRadioButton):
    """A radio with its words, 32 high."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self.theme = theme
        self.setProperty(ENTER_STOP, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self, self.theme, 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _indicator(self, self.theme, 20)
        draw_radio(painter, self.theme, box, self.isChecked())
        if self.hasFocus():
            ring = box.adjusted(-_RING, -_RING, _RING, _RING)
            draw_ring(painter, self.theme, ring, box.width() / 2)
        _words(self, painter, self.theme, box)


class Switch(QCheckBox):
    """A switch of 40 by 22 with its words and, beside the knob, 开 or 关."""

    def __init__(self, theme: Theme, words: str, on: bool = False) -> None:
        super().__init__(words)
        self.theme = theme
        self.setChecked(on)
        self.setProperty(ENTER_STOP, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        px = self.theme.px
        small = QFontMetrics(self.theme.font("small"))
        state = max(small.horizontalAdvance(word) for word in self._state_words())
        body = QFontMetrics(self.theme.font("body")).horizontalAdvance(self.text())
        width = _RING + px(40) + px(8) + state + (px(12) + body if body else 0) + _RING
        return QSize(width, px(_TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, painter = self.theme.px, QPainter(self)
        track = QRect(_RING, (self.height() - px(22)) // 2, px(40), px(22))
        on = self.isChecked()
        colour = self.theme.colour
        fill = colour("accent" if on else "surface")
        draw_box(painter, track, fill, (colour("accent" if on else "ctl"), 1), px(11))
        left = track.right() - px(3) - px(16) if on else track.left() + px(3)
        knob = QRect(left, track.top() + px(3), px(16), px(16))
        draw_box(painter, knob, colour("on" if on else "ctl"), (colour("ctl"), 0), px(8))
        if self.hasFocus():
            draw_ring(painter, self.theme, track.adjusted(-_RING, -_RING, _RING, _RING), px(11))
        self._paint_words(painter, track)

    def _paint_words(self, painter: QPainter, track: QRect) -> None:
        px = self.theme.px
        left = track.right() + 1 + px(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.theme.colour("ink2"))
        painter.setFont(self.theme.font("small"))
        off, on = self._state_words()
        painter.drawText(
            self.rect().adjusted(left, 0, 0, 0), middle, on if self.isChecked() else off
        )
        small = QFontMetrics(self.theme.font("small"))
        left += max(small.horizontalAdvance(off), small.horizontalAdvance(on)) + px(12)
        painter.setPen(self.theme.colour("ink"))
        painter.setFont(self.theme.font("body"))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), middle, self.text())

    def _state_words(self) -> tuple[str, str]:
        return self.tr("关"), self.tr("开")


def _hint(button: QAbstractButton, theme: Theme, side: int) -> QSize:
    px = theme.px
    words = QFontMetrics(theme.font("body")).horizontalAdvance(button.text())
    return QSize(
        _RING + px(side) + (px(8) + words if words else 0) + _RING, max(px(_TARGET), px(side) + 8)
    )


def _indicator(button: QAbstractButton, theme: Theme, side: int) -> QRect:
    size = theme.px(side)
    return QRect(_RING, (button.height() - size) // 2, size, size)


def _words(button: QAbstractButton, painter: QPainter, theme: Theme, box: QRect) -> None:
    painter.setFont(theme.font("body"))
    painter.setPen(theme.colour("ink"))
    area = button.rect().adjusted(box.right() + 1 + theme.px(8), 0, 0, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, button.text())
