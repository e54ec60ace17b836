"""The right pane: sections from the top, the last one at the bottom, the rest scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, rule

WIDTH = 320


class ContextPane(QFrame):
    """Holds the sections of the page on show; they belong to the page and go back to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._sections: list[QWidget] = []
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._inner = QFrame()
        self._inner.setProperty("ground", "side")
        self._column = column(self._inner)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        self._bottom = column()
        self._outer = column(self)
        self._outer.addWidget(self._scroll, 1)
        self._line = rule()
        self._outer.addWidget(self._line)
        self._outer.addLayout(self._bottom)
        theme.follow(self._restyle)

    def show_sections(self, sections: Sequence[QWidget]) -> None:
        """Show these instead; the same sections are left as they are."""
        if list(sections) == self._sections:
            return
        for section in self._sections:
            section.setParent(None)
        while self._column.count():
            self._column.takeAt(0)
        self._sections = list(sections)
        for section in self._sections[:-1]:
            self._column.addWidget(section)
        self._column.addStretch(1)
        if len(self._sections) == 1:
            self._column.insertWidget(0, self._sections[0])
        elif self._sections:
            self._bottom.addWidget(self._sections[-1])
        self._line.setVisible(len(self._sections) > 1)
        for section in self._sections:
            section.show()

    def is_empty(self) -> bool:
        """Whether the page has nothing to show here."""
        return not self._sections

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, 1, self.height(), self.theme.colour("line"))

    def _restyle(self) -> None:
        self.setFixedWidth(self.theme.px(WIDTH))
        self._outer.setContentsMargins(1, 0, 0, 0)
