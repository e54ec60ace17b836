"""Badge: a state or a kind in a small box, always with its word and nearly always an icon."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.painting import draw_box

Tone = Literal["plain", "info", "ok", "warn", "bad", "train"]

# Fill, border, ink.
_TOKENS: dict[Tone, tuple[str, str, str]] = {
    "plain": ("surface", "line", "ink2"),
    "info": ("soft", "accline", "accent"),
    "ok": ("oks", "okl", "ok"),
    "warn": ("warns", "warnl", "warn"),
    "bad": ("bads", "badl", "bad"),
    "train": ("trains", "trainl", "train"),
}

_HEIGHT = 22
_ICON = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """What a badge says: its words, its tone and its icon."""

    words: str
    tone: Tone = "plain"
    icon: str = ""


class Badge(QLabel):
    """A mark drawn as a badge."""

    def __init__(self, theme: Theme, shown: Mark) -> None:
        super().__init__(shown.words)
        self.theme = theme
        self._mark = shown
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self._restyle)

    def set_mark(self, shown: Mark) -> None:
        """Show another mark."""
        self._mark = shown
        self.setText(shown.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        words = QFontMetrics(self.theme.font("small")).horizontalAdvance(self.text())
        icon = px(_ICON) + px(4) if self._mark.icon else 0
        return QSize(px(6) + icon + words + px(7) + 1, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_badge(painter, self.theme, self.rect(), self._mark)

    def _restyle(self) -> None:
        """It is drawn in this font, and so it must be measured."""
        self.setFont(self.theme.font("small"))
        self.updateGeometry()


def draw_badge(painter: QPainter, theme: Theme, box: QRect, shown: Mark) -> None:
    """Paint a badge filling `box`; also for delegates."""
    fill, border, ink = _TOKENS[shown.tone]
    draw_box(painter, box, theme.colour(fill), (theme.colour(border), 1), theme.px(3))
    left = box.left() + theme.px(6)
    if shown.icon:
        side = theme.px(_ICON)
        place = QRect(left, box.top() + (box.height() - side) // 2, side, side)
        theme.draw_icon(painter, place, shown.icon, ink)
        left += side + theme.px(4)
    painter.save()
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour(ink))
    words = QRect(left, box.top(), box.right() - left, box.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown.words)
    painter.restore()
