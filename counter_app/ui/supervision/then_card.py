"""The page as it was: a read-only card of rows. Owns its look only."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from counter_app.ui.supervision.then_rows import ThenRow
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, column, panel, row
from counter_app.ui.widgets.label import ElidedLabel, IconLabel, Label, StateLabel


class ThenCard(QFrame):
    """Head with the step and 只读，已脱敏; under it the rows, scrolling."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("card", True)
        self._title = ElidedLabel(theme, "", "small")
        self._seal = StateLabel(theme, "eye", "", "ink2")
        self._head_frame = panel("sunken", "bottom")
        self._head = row(self._head_frame)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._seal)
        self._inner = QFrame()
        self._inner.setProperty("ground", "surface")
        self._rows = column(self._inner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setWidget(self._inner)
        self._scroll = scroll
        self._column = column(self)
        self._column.addWidget(self._head_frame)
        self._column.addWidget(scroll, 1)
        theme.follow(self._restyle)

    def show_rows(self, title: str, rows: Sequence[ThenRow]) -> None:
        """Show these rows under the step's name."""
        self._title.setText(title)
        self._seal.set_state("eye", self.tr("只读，已脱敏"), "ink2")
        self._seal.setMinimumWidth(self._seal.sizeHint().width())
        self._scroll.setAccessibleName(self.tr("页面当时的样子"))
        clear(self._rows)
        for one in rows:
            self._rows.addWidget(_Row(self.theme, one))
        self._rows.addStretch(1)

    def _restyle(self) -> None:
        px = self.theme.px
        self._head_frame.setFixedHeight(px(32))
        self._head.setContentsMargins(px(8), 0, px(8), 0)
        self._head.setSpacing(px(8))
        self._column.setContentsMargins(1, 1, 1, 1)


class _Row(QFrame):
    def __init__(self, theme: Theme, told: ThenRow) -> None:
        super().__init__()
        px, self.theme = theme.px, theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        first = row()
        first.setSpacing(px(8))
        if told.icon:
            first.addWidget(IconLabel(theme, told.icon, told.ink, 14))
        words = ElidedLabel(theme, told.words, "small")
        first.addWidget(words, 1)
        if told.mark:
            first.addWidget(_mark(theme, told))
        lines = column(self)
        lines.setContentsMargins(px(8), px(3), px(8), px(3))
        lines.addLayout(first)
        if told.line:
            lines.addWidget(Label(theme, told.line, "small", "ink2", wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour("line"))


def _mark(theme: Theme, told: ThenRow) -> QWidget:
    mark = ElidedLabel(theme, told.mark, "small", told.ink)
    mark.setMinimumWidth(min(mark.sizeHint().width(), theme.px(140)))
    mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return mark
