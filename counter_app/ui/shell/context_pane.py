"""The right pane: sections from the top, the last at the bottom unless it flows; all scroll."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, rule
from counter_app.ui.widgets.painting import draw_box

WIDTH = 320
FLOWS = "flows_with_the_sections"
"""A property of a section that stays among the others when it is the last."""

_FOCUS_IN = QEvent.Type.FocusIn
_FOCUS_OUT = QEvent.Type.FocusOut


class FocusFrame(QWidget):
    """The focus line inside a pane that is a stop of its own."""

    def __init__(self, theme: Theme, pane: QWidget) -> None:
        super().__init__(pane)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_box(QPainter(self), self.rect(), None, (self.theme.colour("accent"), 2), 0)


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
        self._scroll.installEventFilter(self)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self._bottom = column()
        self._ring = FocusFrame(theme, self)
        # Sections not shown wait here: without a parent each would be a window of its own, and one
        # that got the focus would take the keyboard from ours.
        self._away = QWidget(self)
        self._away.hide()
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
            section.setParent(self._away)
        while self._column.count():
            self._column.takeAt(0)
        self._sections = list(sections)
        last = self._sections[-1] if len(self._sections) > 1 else None
        pinned = last if last is not None and not last.property(FLOWS) else None
        for section in self._sections:
            if section is not pinned:
                self._column.addWidget(section)
        self._column.addStretch(1)
        if pinned is not None:
            self._bottom.addWidget(pinned)
        self._line.setVisible(pinned is not None)
        for section in self._sections:
            section.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll and event.type() in (_FOCUS_IN, _FOCUS_OUT):
            self._ring.setVisible(event.type() == _FOCUS_IN)
            self._ring.setGeometry(self.rect().adjusted(1, 0, 0, 0))
            self._ring.raise_()
        return False

    def is_empty(self) -> bool:
        """Whether the page has nothing to show here."""
        return not self._sections

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, 1, self.height(), self.theme.colour("line"))

    def _range_changed(self, _least: int, most: int) -> None:
        """With more than fits, the pane itself is a stop, so that arrow keys can scroll it."""
        policy = Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(policy)
        self._scroll.setAccessibleName(self.tr("右栏"))

    def _restyle(self) -> None:
        self.setFixedWidth(self.theme.px(WIDTH))
        self._outer.setContentsMargins(1, 0, 0, 0)
