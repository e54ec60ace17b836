"""A choice between a few words in one frame, 32 high."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, row
from counter_app.ui.widgets.painting import draw_box
from counter_app.ui.widgets.value_fields import Choice


class Segmented(QWidget):
    """Parts side by side, one chosen. Arrow keys choose; one stop for Tab."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, choices: Sequence[Choice], value: str = "") -> None:
        super().__init__()
        self.theme = theme
        self._choices = tuple(choices)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._row = row(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fill()
        self.set_value(value)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Other words or other parts; the same code stays chosen."""
        kept = self.value()
        self._choices = tuple(choices)
        self._fill()
        self.set_value(kept)

    def value(self) -> str:
        """The code chosen; empty if none."""
        number = self._group.checkedId()
        return self._choices[number].code if number >= 0 else ""

    def set_value(self, code: str) -> None:
        """Choose without reporting it."""
        for number, choice in enumerate(self._choices):
            button = self._group.button(number)
            chosen = choice.code == code
            if chosen:
                button.setChecked(True)
                self.setFocusProxy(button)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus
                if chosen or (number == 0 and not self.value())
                else Qt.FocusPolicy.ClickFocus
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        number = self._group.checkedId() + step
        if step and 0 <= number < len(self._choices):
            self.set_value(self._choices[number].code)
            self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(self.value())
        elif not step:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._row)
        last = len(self._choices) - 1
        for number, choice in enumerate(self._choices):
            part = _Part(self.theme, choice.words, number == 0, number == last)
            self._group.addButton(part, number)
            self._row.addWidget(part)

    def _clicked(self, number: int) -> None:
        self.set_value(self._choices[number].code)
        self.chosen.emit(self.value())


class _Part(QAbstractButton):
    def __init__(self, theme: Theme, words: str, first: bool, last: bool) -> None:
        super().__init__()
        self.theme = theme
        self._first, self._last = first, last
        self.setText(words)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.theme.font("body")).horizontalAdvance(self.text())
        return QSize(width + 2 * self.theme.px(12), self.theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour, radius = QPainter(self), self.theme.colour, self.theme.px(4)
        painter.setClipRect(self.rect())
        box = self.rect().adjusted(0 if self._first else -8, 0, 0 if self._last else 8, 0)
        fill = "accent" if self.isChecked() else "sunken" if self.underMouse() else "surface"
        draw_box(painter, box, colour(fill), (colour("ctl"), 1), radius)
        if not self._first:
            painter.fillRect(QRect(0, 0, 1, self.height()), colour("ctl"))
        if self.hasFocus():
            inner = "on" if self.isChecked() else "accent"
            draw_box(painter, self.rect(), None, (colour("accent"), 2), 0)
            draw_box(painter, self.rect().adjusted(2, 2, -2, -2), None, (colour(inner), 2), 0)
        painter.setFont(self.theme.font("body"))
        painter.setPen(colour("on" if self.isChecked() else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
