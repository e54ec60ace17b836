"""Options side by side, each with what it means: one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, row
from counter_app.ui.widgets.field_box import ENTER_STOP
from counter_app.ui.widgets.painting import draw_box, draw_radio, draw_ring, elided
from counter_app.ui.widgets.tick_box import Radio

_RING = 4


@dataclass(frozen=True, slots=True)
class Option:
    """One way on: what is kept, its words, and one line on what it means."""

    code: str
    words: str
    line: str = ""


class OptionCard(QRadioButton):
    """An option in a frame with two lines; the whole card is the target."""

    def __init__(self, theme: Theme, option: Option) -> None:
        super().__init__(option.words)
        self.theme = theme
        self.option = option
        self.setProperty(ENTER_STOP, True)
        self.setAccessibleDescription(option.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self._restyle)

    def sizeHint(self) -> QSize:
        px = self.theme.px
        strong = QFontMetrics(self.theme.font("strong")).horizontalAdvance(self.option.words)
        small = QFontMetrics(self.theme.font("small")).horizontalAdvance(self.option.line)
        width = px(12) + px(20) + px(10) + max(strong, small) + px(12) + 2 * _RING
        return QSize(width, px(60) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px, colour = QPainter(self), self.theme.px, self.theme.colour
        card = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
        fill = colour("soft" if self.isChecked() else "sunken" if self.underMouse() else "surface")
        edge = colour("accent" if self.isChecked() else "ctl")
        draw_box(painter, card, fill, (edge, 1), px(4))
        if self.hasFocus():
            draw_ring(painter, self.theme, self.rect(), px(4))
        dot = QRect(card.left() + px(12), card.top() + px(10), px(20), px(20))
        draw_radio(painter, self.theme, dot, self.isChecked())
        self._paint_words(painter, card, dot.right() + 1 + px(10))

    def _paint_words(self, painter: QPainter, card: QRect, left: int) -> None:
        px = self.theme.px
        width = card.right() - left - px(8)
        lines = (
            ("strong", self.option.words, "ink", 7, 24),
            ("small", self.option.line, "ink2", 31, 22),
        )
        for role, words, ink, top, height in lines:
            font = self.theme.font("strong" if role == "strong" else "small")
            painter.setFont(font)
            painter.setPen(self.theme.colour(ink))
            place = QRect(left, card.top() + px(top), width, px(height))
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter, elided(QFontMetrics(font), words, width)
            )

    def _restyle(self) -> None:
        self.setToolTip("\n".join(part for part in (self.option.words, self.option.line) if part))
        self.updateGeometry()
        self.update()


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class OptionGroup(QWidget):
    """A row of options, as cards or as plain radios. `chosen` when a person chose one.

    Arrows choose the neighbour, also while nothing is chosen yet; among plain radios a digit the n-th.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[Option] = (), *, cards: bool = True) -> None:
        super().__init__()
        self.theme = theme
        self._cards = cards
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = row(self)
        self._codes: list[str] = []
        self._group.idClicked.connect(self._clicked)
        self.set_options(options)
        theme.follow(self._restyle)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; keeps the present one if it is still among them."""
        kept = self.value()
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._row)
        self._codes = [option.code for option in options]
        for number, option in enumerate(options):
            button = (
                OptionCard(self.theme, option) if self._cards else Radio(self.theme, option.words)
            )
            button.installEventFilter(self)
            self._group.addButton(button, number)
            self._row.addWidget(button, 1 if self._cards else 0)
            button.show()
        if not self._cards:
            self._row.addStretch(1)
        if options:
            self.setFocusProxy(self._group.button(0))
        self.set_value(kept)

    def reword(self, words: Sequence[str]) -> None:
        """The same plain options in another language; the focus stays."""
        for number, each in enumerate(words):
            self._group.button(number).setText(each)

    def ask(self, question: str) -> None:
        """What the options answer: two rows of yes and no are told apart by it."""
        for button in self._group.buttons():
            button.setAccessibleDescription(question)

    def value(self) -> str:
        """The code chosen; empty if none."""
        number = self._group.checkedId()
        return self._codes[number] if number >= 0 else ""

    def set_value(self, code: str) -> None:
        """Choose without reporting it; a code that is not offered leaves nothing chosen."""
        if code in self._codes:
            button = self._group.button(self._codes.index(code))
            button.setChecked(True)
            self.setFocusProxy(button)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        if self._codes:
            self.setFocusProxy(self._group.button(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        number = self._asked(watched, event)
        if number is None:
            return False
        button = self._group.button(number)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()
        return True

    def _asked(self, watched: QObject, event: QKeyEvent) -> int | None:
        """Which option a key on one of them asks for."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain or not isinstance(watched, QAbstractButton):
            return None
        digit = event.text()
        if not self._cards and digit.isdigit() and 0 < int(digit) <= len(self._codes):
            return int(digit) - 1
        step = _STEPS.get(Qt.Key(event.key()))
        at = self._group.id(watched)
        return None if step is None else min(max(at + step, 0), len(self._codes) - 1)

    def _clicked(self, number: int) -> None:
        self.setFocusProxy(self._group.button(number))
        self.chosen.emit(self._codes[number])

    def _restyle(self) -> None:
        gap = self.theme.px(12) - 2 * _RING if self._cards else self.theme.px(24)
        self._row.setSpacing(max(gap, 0))
