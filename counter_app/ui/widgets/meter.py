"""How many of how many: a row of cells, for the eye beside words that say the same."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.painting import draw_box

CELL_WIDTH, CELL_HEIGHT, GAP = 12, 8, 4


class Meter(QWidget):
    """Filled cells for what is done, empty ones for the rest. Silent for screen readers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._done, self._all = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def set_count(self, done: int, most: int) -> None:
        """`done` of `most`; what goes beyond shows as a full row."""
        self._done, self._all = min(done, most), most
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        return QSize(self._all * px(CELL_WIDTH + GAP), px(CELL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, colour, painter = self.theme.px, self.theme.colour, QPainter(self)
        for number in range(self._all):
            box = QRect(number * px(CELL_WIDTH + GAP), 0, px(CELL_WIDTH), px(CELL_HEIGHT))
            fill = colour("accent") if number < self._done else None
            draw_box(painter, box, fill, (colour("accent" if fill else "ctl"), 1), px(2))
