"""The steps of a case: which are done, which is open, which are to come.

Each step already reached is a button, so that keys and screen readers get to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from counter_app.ui.theme import Role, Theme
from counter_app.ui.widgets.base import reveal
from counter_app.ui.widgets.painting import cap_size, draw_box, draw_cap, draw_tick

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
        self._reached_parts: list[_StepButton] = []
        self._ahead_parts: list[_StepAhead] = []
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._aside: QWidget | None = None
        theme.follow(self._restyle)

    def set_aside(self, widget: QWidget | None) -> None:
        """In the narrow rail, put the narrow queue line at the right, or take it out."""
        if self._aside is not None and self._aside is not widget:
            self._aside.removeEventFilter(self)
            self._aside.hide()
            self._aside.setParent(None)
        self._aside = widget
        if widget is not None:
            widget.setParent(self)
            widget.installEventFilter(self)
            widget.show()
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line beside the marks grows and shrinks with what it says."""
        if watched is self._aside and event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return False

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
        self._paint_hint(painter, left + px(12))

    def _paint_hint(self, painter: QPainter, left: int) -> None:
        """How to go to another step, where there is room for it."""
        px, key, words = self.theme.px, f"Alt+1-{self._reached + 1}", self.tr("跳到走过的步")
        cap, metrics = cap_size(self.theme, key), QFontMetrics(self.theme.font("small"))
        aside = self._aside.width() + px(16) if self._aside is not None else 0
        width = cap.width() + px(8) + metrics.horizontalAdvance(words)
        if left + width + px(16) > self.width() - aside:
            return
        corner = QPoint(left, (self.height() - cap.height()) // 2)
        draw_cap(painter, self.theme, QRect(corner, cap), key, ("ctl", "ink2"))
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour("ink2"))
        rest = self.rect().adjusted(left + cap.width() + px(8), 0, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

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
        """One of two parts for each step; kept, so that Tab keeps its order and the focus stays."""
        for number in range(len(self._reached_parts), len(self._steps)):
            self._reached_parts.append(_StepButton(self, number))
            self._ahead_parts.append(_StepAhead(self, number))
        for number, step in enumerate(self._steps):
            self._reached_parts[number].show_step(step.words, number == self._current)
            self._ahead_parts[number].setText(step.words)

    def _place(self) -> None:
        boxes = self._boxes()
        for number, button in enumerate(self._reached_parts):
            ahead, here = self._ahead_parts[number], number < len(boxes) and not self._compact
            reveal(button, here and number <= self._reached)
            reveal(ahead, here and number > self._reached)
            if number < len(boxes):
                button.setGeometry(boxes[number])
                ahead.setGeometry(boxes[number])
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
    """A step that has been reached: filled node or check, and its word."""

    def __init__(self, rail: StepRail, number: int) -> None:
        super().__init__(rail)
        self._rail, self._number, self._is_current = rail, number, False
        self.setAutoDefault(False)
        self.setAccessibleDescription(f"Alt+{number + 1}")
        self.clicked.connect(self._choose)

    def show_step(self, words: str, current: bool) -> None:
        """The step's word, and whether it is the open one."""
        self.setText(words)
        self._is_current = current
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._rail.theme
        accent = theme.colour("accent")
        node = _node(self, theme)
        fill = accent if self._is_current else theme.colour("soft")
        draw_box(painter, node, fill, (accent, 1), node.width() / 2)
        if self._is_current:
            _number(painter, theme, node, self._number, "on")
        else:
            draw_tick(painter, node.adjusted(3, 3, -3, -3), accent)
        painter.setFont(theme.font(_role(self._is_current)))
        painter.setPen(accent if self._is_current else theme.colour("ink"))
        _words(painter, self, theme, self.text())
        if self.hasFocus():
            draw_box(painter, self.rect(), None, (accent, 2), theme.px(4))

    def _choose(self) -> None:
        self._rail.step_chosen.emit(self._number)


class _StepAhead(QLabel):
    """A step to come: its number and its word, nothing to press."""

    def __init__(self, rail: StepRail, number: int) -> None:
        super().__init__(rail)
        self._rail, self._number = rail, number

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._rail.theme
        node = _node(self, theme)
        edge = (theme.colour("ctl"), 1)
        draw_box(painter, node, theme.colour("surface"), edge, node.width() / 2)
        _number(painter, theme, node, self._number, "ink2")
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink2"))
        _words(painter, self, theme, self.text())


def _node(step: QWidget, theme: Theme) -> QRect:
    side = theme.px(_NODE)
    return QRect(QPoint(4, (step.height() - side) // 2), QSize(side, side))


def _number(painter: QPainter, theme: Theme, node: QRect, number: int, ink: str) -> None:
    painter.setFont(theme.font("smallstrong"))
    painter.setPen(theme.colour(ink))
    painter.drawText(node, Qt.AlignmentFlag.AlignCenter, str(number + 1))


def _words(painter: QPainter, step: QWidget, theme: Theme, words: str) -> None:
    left = 4 + theme.px(_NODE) + theme.px(_GAP)
    painter.drawText(step.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _role(current: bool) -> Role:
    return "strong" if current else "body"
