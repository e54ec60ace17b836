"""Keys printed on the page: a cap alone, and a cap with what the key does."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, row
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.painting import cap_size, draw_cap


class KeyCap(QLabel):
    """One key, drawn as a cap; its words are its text."""

    def __init__(self, theme: Theme, key: str, *, in_bar: bool = False) -> None:
        super().__init__(key)
        self.theme = theme
        self._tokens = ("barkey", "barink") if in_bar else ("ctl", "ink2")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return cap_size(self.theme, self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = self.sizeHint()
        box = QRect(0, (self.height() - size.height()) // 2, self.width(), size.height())
        draw_cap(QPainter(self), self.theme, box, self.text(), self._tokens)


class KeyHints(QWidget):
    """A line of keys and what they do here: `1-9 勾选`, `F9 打印`…"""

    def __init__(self, theme: Theme, hints: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self.theme = theme
        self._hints = hints
        self._row = row(self)
        theme.follow(self._fill)

    def set_hints(self, *hints: tuple[str, str]) -> None:
        """Show other `(key, what it does)` pairs."""
        self._hints = hints
        self._fill()

    def _fill(self) -> None:
        clear(self._row)
        for key, words in self._hints:
            self._row.addWidget(KeyCap(self.theme, key))
            self._row.addSpacing(self.theme.px(9))
            self._row.addWidget(Label(self.theme, words, "small", "ink2"))
            self._row.addSpacing(self.theme.px(24))
        self._row.addStretch(1)
        self.setFixedHeight(self.theme.px(20))
