"""Fields for amounts, dates and choices. They set what was typed in order, and judge nothing."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
)

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.code_field import CodeField, plain_code
from counter_app.ui.widgets.field_box import ENTER_STOP
from counter_app.ui.widgets.painting import elided


class AmountField(CodeField):
    """An amount of money: plain while typed, with separators and two decimals once left."""

    def __init__(self, theme: Theme, unit: str) -> None:
        super().__init__(theme)
        self.set_aside(unit)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def amount(self) -> Decimal | None:
        """The amount typed, or None when it is not one."""
        try:
            return Decimal(self.value().replace(",", ""))
        except InvalidOperation:
            return None

    def _hide_middle(self) -> None:
        amount = self.amount()
        if amount is not None:
            self._masked = True
            self._show(f"{amount:,.2f}")


class DateField(CodeField):
    """A typed date: `20261120`, `2026-11-20`, `11-20` or `1120`; shown as `2026-11-20`."""

    def __init__(self, theme: Theme, today: Callable[[], dt.date]) -> None:
        super().__init__(theme)
        self._today = today
        self.set_aside("", "calendar")

    def date(self) -> dt.date | None:
        """The date typed, or None when it is not one. Without a year, this year is meant."""
        digits = re.sub(r"\D", "", self.value())
        parts = [int(part) for part in re.split(r"\D+", self.value()) if part]
        try:
            if len(parts) == 3:
                return dt.date(*parts)
            if len(parts) == 2:
                return dt.date(self._today().year, *parts)
            if len(digits) == 8:
                return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
            if len(digits) == 4:
                return dt.date(self._today().year, int(digits[:2]), int(digits[2:]))
        except ValueError:
            return None
        return None

    def set_date(self, date: dt.date | None) -> None:
        """Put a date in."""
        self.set_value(date.isoformat() if date else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        found = self.date()
        if found is not None and self.value() != found.isoformat():
            self.set_date(found)
        super().focusOutEvent(event)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values: what is kept and what is shown."""

    code: str
    words: str


class ChoiceField(QComboBox):
    """A list to choose from; letters find a choice by its pinyin initials or its words."""

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[Choice] = (),
        initials: Callable[[str], str] = str,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self.theme = theme
        self._initials = initials
        self._typed = ""
        self.setProperty(ENTER_STOP, True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(self._chosen)
        theme.follow(self._restyle)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; keeps the present one if it is still among them."""
        kept = self.value()
        self.clear()
        for choice in choices:
            self.addItem(choice.words, choice.code)
        self.setCurrentIndex(self.findData(kept) if kept else -1)

    def value(self) -> str:
        """The code chosen; empty if none."""
        return str(self.currentData() or "")

    def set_value(self, code: str) -> None:
        """Choose without reporting it."""
        self.setCurrentIndex(self.findData(code) if code else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = plain_code(event.text())
        if len(letter) == 1 and letter.isalnum() and not event.modifiers():
            self._find(letter)
            return
        self._typed = ""
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typed = ""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def minimumSizeHint(self) -> QSize:
        """Narrow: a long choice gives way with an ellipsis, and pushes no neighbour off the page."""
        return QSize(self.theme.px(96), super().minimumSizeHint().height())

    def showPopup(self) -> None:
        """The list is as wide as its longest choice."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + self.theme.px(24))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._paint_elided():
            super().paintEvent(event)
        side = self.theme.px(16)
        place = QRect(
            self.width() - side - self.theme.px(11), (self.height() - side) // 2, side, side
        )
        self.theme.draw_icon(QPainter(self), place, "chevron-down", "ink")

    def event(self, event: QEvent) -> bool:
        """The whole of a choice that does not fit, where the pointer rests on it."""
        if isinstance(event, QHelpEvent) and self._shortened(QStyleOptionComboBox()):
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def _paint_elided(self) -> bool:
        """Paints a choice that does not fit; whether it was one."""
        option = QStyleOptionComboBox()
        short = self._shortened(option)
        if short:
            option.currentText = short
            painter = QStylePainter(self)
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        return bool(short)

    def _shortened(self, option: QStyleOptionComboBox) -> str:
        """The choice as far as it fits, where it does not; fills `option`."""
        self.initStyleOption(option)
        kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, field, self).width()
        short = elided(self.fontMetrics(), self.currentText(), room)
        return short if short != self.currentText() else ""

    def _find(self, letter: str) -> None:
        for typed in (self._typed + letter, letter):
            for index in range(self.count()):
                words = self.itemText(index)
                if typed in (self._initials(words)[: len(typed)].upper(), words[: len(typed)]):
                    self._typed = typed
                    self.setCurrentIndex(index)
                    self.chosen.emit(self.value())
                    return
        self._typed = ""

    def _chosen(self, _index: int) -> None:
        self.chosen.emit(self.value())

    def _restyle(self) -> None:
        self.setFixedHeight(self.theme.px(40))
