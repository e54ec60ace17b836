"""Boxes of a filter bar, 32 high, with what they filter by written inside them.

Own their look; what is chosen means nothing here.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.painting import cap_size, draw_box, draw_cap, elided
from counter_app.ui.widgets.value_fields import ChoiceField, DateField

HEIGHT = 32
NARROWEST = 96
WIDEST = 220
MAY_SHRINK_TO = 96


class FilterChoice(ChoiceField):
    """`柜员 全部 ⌄`; filled softly while it leaves something out."""

    label = ""

    def __init__(self, theme: Theme, initials: Callable[[str], str]) -> None:
        super().__init__(theme, (), initials)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.chosen.connect(self._refit)

    def set_label(self, words: str) -> None:
        """What it filters by; also its name."""
        self.label = words
        self.setAccessibleName(words)
        self._refit()

    def set_value(self, code: str) -> None:
        """Choose without reporting it; the empty code is the first choice."""
        self.setCurrentIndex(max(self.findData(code), 0))
        self._refit()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        words = QFontMetrics(self.theme.font("body")).horizontalAdvance(self._words())
        wanted = px(12) + words + px(4) + px(8 + 16 + 12)
        return QSize(min(max(wanted, px(NARROWEST)), px(WIDEST)), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(self.sizeHint().width(), self.theme.px(MAY_SHRINK_TO)), self.theme.px(HEIGHT)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px, colour = QPainter(self), self.theme.px, self.theme.colour
        narrows = bool(self.value())
        edge = (colour("accent"), 2) if self.hasFocus() else (colour("ctl"), 1)
        if narrows and not self.hasFocus():
            edge = (colour("accent"), 1)
        draw_box(painter, self.rect(), colour("soft" if narrows else "surface"), edge, px(4))
        font = self.theme.font("body")
        painter.setFont(font)
        place = self.rect().adjusted(px(12), 0, -px(12 + 16 + 8), 0)
        label = f"{self.label}  "
        painter.setPen(colour("ink2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, label)
        place.setLeft(place.left() + QFontMetrics(font).horizontalAdvance(label))
        painter.setPen(colour("ink"))
        words = elided(QFontMetrics(font), self.currentText(), place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        side = px(16)
        corner = QPoint(self.width() - side - px(12), (self.height() - side) // 2)
        self.theme.draw_icon(painter, QRect(corner, QSize(side, side)), "chevron-down", "ink")

    def _words(self) -> str:
        return f"{self.label}  {self.currentText()}"

    def _refit(self) -> None:
        self.setToolTip(self._words())
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(self.theme.px(HEIGHT))
        self._refit()


class FilterDate(DateField):
    """The day whose log is shown. Enter goes to the rows, not to the next field."""

    ended = Signal()

    def __init__(self, theme: Theme, today: Callable[[], dt.date]) -> None:
        super().__init__(theme, today)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        super()._restyle()
        self.setFixedSize(self.theme.px(140), self.theme.px(HEIGHT))


class FilterWords(TextField):
    """Words to look for in the rows on show, with the key that leads here. Enter as above."""

    ended = Signal()

    def __init__(self, theme: Theme, key: str) -> None:
        self.key = key
        super().__init__(theme)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(232), self.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(96), self.theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, px = QPainter(self), self.theme.px
        side = px(16)
        glass = QRect(px(10), (self.height() - side) // 2, side, side)
        self.theme.draw_icon(painter, glass, "search", "ink2")
        cap = cap_size(self.theme, self.key)
        corner = QPoint(self.width() - cap.width() - px(8), (self.height() - cap.height()) // 2)
        draw_cap(painter, self.theme, QRect(corner, cap), self.key, ("ctl", "ink2"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        px = self.theme.px
        self.setFixedHeight(px(HEIGHT))
        self.setMaximumWidth(px(280))
        self.setTextMargins(px(22), 0, cap_size(self.theme, self.key).width() + px(4), 0)
        self.update()


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
