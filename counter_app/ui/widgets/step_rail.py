"""The steps of a case: which are done, which is open, which are to come.

Each step already reached is a button, so that keys and screen readers get to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from counter_app.ui.theme import Role, Theme
from counter_app.ui.widgets.base import reveal
from counter_app.ui.widgets.painting import draw_box, draw_tick

_NODE = 24
_GAP = 8


@dataclass(frozen=True, slots=True)
class RailStep:
    """A step on the rail: its code and its word."""

    code: str
    words: str


class StepRail(QWidget):
    """Nodes and words in one line; narrow: `3 / 7 材料` with small marks."""

    step_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._steps: tuple[RailStep, ...] = ()
        self._current, self._reached = 0, 0
        self._compact = False
        self._buttons: list[_StepButton] = []
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._aside: QWidget | None = None
        theme.follow(self._restyle)

    def set_aside(self, widget: QWidget | None) -> None:
        """In the narrow rail, put the narrow queue line at the right, or take it out."""
        if self._aside is not None and self._aside is not widget:
            self._aside.setParent(None)
        self._aside = widget
        if widget is not None:
            widget.setParent(self)
            widget.show()
            self._place()

    def set_steps(self, steps: Sequence[RailStep], current: int, reached: int) -> None:
        """Show `steps`; `current` and the furthest `reached` are counted from 0."""
        self._steps, self._current, self._reached = tuple(steps), current, reached
        self._make_buttons()
        self._restyle()

    def reached_steps(self) -> tuple[RailStep, ...]:
        """The steps that have been reached, from the first."""
        return self._steps[: self._reached + 1]

    def set_compact(self, compact: bool) -> None:
        """One line of 32 with marks instead of nodes."""
        self._compact = compact
        self._restyle()

    def heading(self) -> str:
        """The words of the narrow rail."""
        if not self._steps:
            return ""
        return f"{self._current + 1} / {len(self._steps)}  {self._steps[self._current].words}"

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(400), self.theme.px(32 if self._compact else 48))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("surface" if self._compact else "side"))
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if not self._steps:
            return
        if self._compact:
            self._paint_marks(painter)
        else:
            self._paint_lines(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        px = self.theme.px
        painter.setFont(self.theme.font("strong"))
        painter.setPen(self.theme.colour("accent"))
        left = px(16)
        painter.drawText(
            self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.heading()
        )
        left += QFontMetrics(self.theme.font("strong")).horizontalAdvance(self.heading()) + px(16)
        for number in range(len(self._steps)):
            high = px(10 if number == self._current else 6)
            token = "accent" if number <= self._current else "c3"
            box = QRect(left, (self.height() - high) // 2, px(24), high)
            painter.fillRect(box, self.theme.colour(token))
            left += px(28)

    def _paint_lines(self, painter: QPainter) -> None:
        """The lines between the nodes; the nodes are the buttons' own."""
        middle = self.height() // 2
        boxes = self._boxes()
        for number, (before, after) in enumerate(pairwise(boxes)):
            passed = number < self._current
            pen = QPen(self.theme.colour("accent" if passed else "ctl"), 2 if passed else 1)
            painter.setPen(pen)
            start, end = before.right() + self.theme.px(_GAP), after.left() - self.theme.px(_GAP)
            if end > start:
                painter.drawLine(start, middle, end, middle)

    def _boxes(self) -> list[QRect]:
        """Where each step stands: first at the left edge, last at the right one."""
        px, pad = self.theme.px, self.theme.px(24) - 4
        widths = [self._width_of(number) for number in range(len(self._steps))]
        spare = self.width() - 2 * pad - sum(widths)
        gap = spare / max(len(widths) - 1, 1)
        boxes, left = [], float(pad)
        for width in widths:
            boxes.append(QRect(round(left), (self.height() - px(32)) // 2, width, px(32)))
            left += width + gap
        return boxes

    def _width_of(self, number: int) -> int:
        px = self.theme.px
        font = self.theme.font(_role(number == self._current))
        words = QFontMetrics(font).horizontalAdvance(self._steps[number].words)
        return px(_NODE) + px(_GAP) + words + 10

    def _make_buttons(self) -> None:
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        self._buttons = [
            _StepButton(self, number, step.words, number == self._current, number <= self._reached)
            for number, step in enumerate(self._steps)
        ]

    def _place(self) -> None:
        for button, box in zip(self._buttons, self._boxes(), strict=True):
            button.setGeometry(box)
            reveal(button, not self._compact)
        if self._aside is not None:
            wide = min(self._aside.sizeHint().width(), self.width())
            self._aside.setGeometry(
                self.width() - wide - self.theme.px(16), 0, wide, self.height() - 1
            )

    def _restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self._place()
        self.update()


class _StepButton(QPushButton):
    """One step: number, check or filled node, and its word."""

    def __init__(
        self, rail: StepRail, number: int, words: str, current: bool, reached: bool
    ) -> None:
        super().__init__(words, rail)
        self._rail, self._number = rail, number
        self._is_current, self._reached = current, reached
        self.setAutoDefault(False)
        policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        if reached:
            self.setAccessibleDescription(f"Alt+{number + 1}")
            self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._rail.theme
        px, colour = theme.px, theme.colour
        side = px(_NODE)
        node = QRect(QPoint(4, (self.height() - side) // 2), QSize(side, side))
        if self._is_current:
            draw_box(painter, node, colour("accent"), (colour("accent"), 1), side / 2)
        elif self._reached:
            draw_box(painter, node, colour("soft"), (colour("accent"), 1), side / 2)
        else:
            draw_box(painter, node, colour("surface"), (colour("ctl"), 1), side / 2)
        self._paint_sign(painter, node)
        painter.setFont(theme.font(_role(self._is_current)))
        painter.setPen(colour("accent" if self._is_current else "ink" if self._reached else "ink2"))
        words = self.rect().adjusted(node.right() + 1 + px(_GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            draw_box(painter, self.rect(), None, (colour("accent"), 2), px(4))

    def _paint_sign(self, painter: QPainter, node: QRect) -> None:
        theme = self._rail.theme
        if self._reached and not self._is_current:
            draw_tick(painter, node.adjusted(3, 3, -3, -3), theme.colour("accent"))
            return
        painter.setFont(theme.font("smallstrong"))
        painter.setPen(theme.colour("on" if self._is_current else "ink2"))
        painter.drawText(node, Qt.AlignmentFlag.AlignCenter, str(self._number + 1))

    def _choose(self) -> None:
        self._rail.step_chosen.emit(self._number)


def _role(current: bool) -> Role:
    return "strong" if current else "body"
