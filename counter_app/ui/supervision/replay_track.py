"""The track of a replay: a slider over its events, with a tick where each step begins.

Owns drawing and keys: left and right by event, page up and down by step, Home and End.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.painting import draw_box, draw_ring


@dataclass(frozen=True, slots=True)
class TrackTick:
    """A step begins at this event."""

    index: int
    words: str


class ReplayTrack(QSlider):
    """`valueChanged` when another moment is shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme = theme
        self._ticks: tuple[TrackTick, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self._restyle)

    def set_track(self, events: int, ticks: Sequence[TrackTick]) -> None:
        """So many events, and where the steps begin among them."""
        self._ticks = tuple(ticks)
        self.setRange(0, max(events - 1, 0))
        self.update()

    def ticks(self) -> tuple[TrackTick, ...]:
        """The ticks on show."""
        return self._ticks

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self.theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.value()
        after = [tick.index for tick in self._ticks if tick.index > here]
        before = [tick.index for tick in self._ticks if tick.index < here]
        if event.key() == Qt.Key.Key_PageDown:
            self.setValue(after[0] if after else self.maximum())
        elif event.key() == Qt.Key.Key_PageUp:
            self.setValue(before[-1] if before else 0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px, colour = QPainter(self), self.theme.px, self.theme.colour
        middle, here = self._middle(), self._x(self.value())
        left, right = self._x(0), self._x(self.maximum())
        bar = QRect(left, middle - px(1), max(right - left, 1), px(2))
        painter.fillRect(bar, colour("ctl"))
        painter.fillRect(QRect(left, middle - px(2), here - left, px(4)), colour("accent"))
        self._paint_ticks(painter)
        knob = QRect(0, 0, px(16), px(16))
        knob.moveCenter(QPoint(here, middle))
        draw_box(painter, knob, colour("surface"), (colour("accent"), px(4)), px(8))
        if self.hasFocus():
            draw_ring(painter, self.theme, knob.adjusted(-4, -4, 4, 4), px(8))

    def _paint_ticks(self, painter: QPainter) -> None:
        px = self.theme.px
        font = self.theme.font("small")
        painter.setFont(font)
        metrics, free_from = QFontMetrics(font), 0
        for tick in self._ticks:
            at, passed = self._x(tick.index), tick.index <= self.value()
            mark = QRect(at - 1, self._middle() - px(6), 2, px(12))
            painter.fillRect(mark, self.theme.colour("accent" if passed else "ctl"))
            width = metrics.horizontalAdvance(tick.words)
            left = min(max(at - width // 2, 0), self.width() - width)
            if left < free_from:
                continue
            painter.setPen(self.theme.colour("ink" if passed else "ink2"))
            place = QRect(left, 0, width + 1, px(20))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, tick.words)
            free_from = left + width + px(6)

    def _go_to(self, x: float) -> None:
        span = max(self._x(self.maximum()) - self._x(0), 1)
        self.setValue(round((x - self._x(0)) * self.maximum() / span))

    def _middle(self) -> int:
        return self.theme.px(30)

    def _x(self, index: int) -> int:
        edge = self.theme.px(12)
        room = self.width() - 2 * edge
        return edge + (room * index // self.maximum() if self.maximum() else 0)

    def _restyle(self) -> None:
        self.setFixedHeight(self.theme.px(44))
        self.update()
