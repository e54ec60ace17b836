"""The bar of actions at the bottom: desk keys, page actions, back, and the primary button.

The primary button stands at the right edge in every layout. What does not fit is in the command
list, and the bar says so.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import panel, reveal, row, rule
from counter_app.ui.widgets.button import Button


class ActionBar(QWidget):
    """64 high, 48 in the narrow layout. Buttons are handed in; `more_asked` opens the rest."""

    more_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._compact = False
        self._desk: list[Button] = []
        self._page: list[Button] = []
        self._end: list[Button] = []
        self._frame = panel("surface", "top")
        self._more = Button(theme, "", "Ctrl+K")
        self._more.clicked.connect(self.more_asked)
        self._rule = rule("v")
        self._row = row(self._frame)
        row(self).addWidget(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self._restyle)

    def set_buttons(
        self, desk: Sequence[Button], page: Sequence[Button], end: Sequence[Button]
    ) -> None:
        """Desk keys at the left, page actions after them, back and primary at the right.

        A button that stood here and is handed in again stays; the others are let go.
        """
        kept = {*desk, *page, *end}
        for button in self.buttons():
            self._row.removeWidget(button)
            if button in kept:
                continue
            # A layout shows what it was given later: without this it would come as a window.
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._desk, self._page, self._end = list(desk), list(page), list(end)
        while self._row.takeAt(0) is not None:
            pass
        for button in self._desk:
            self._row.addWidget(button)
        self._row.addWidget(self._rule)
        for button in (*self._page, self._more):
            self._row.addWidget(button)
        self._row.addStretch(1)
        for button in self._end:
            self._row.addWidget(button)
        self._restyle()

    def buttons(self) -> list[Button]:
        """All buttons, from left to right."""
        return [*self._desk, *self._page, *self._end]

    def set_compact(self, compact: bool) -> None:
        """48 high with buttons of 32."""
        self._compact = compact
        self._restyle()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self.theme.px(48 if self._compact else 64))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the page actions that have no room, from the right."""
        px = self.theme.px
        gap, pad = px(8), px(16)
        fixed = [button.sizeHint().width() for button in (*self._desk, *self._end)]
        room = self.width() - 2 * pad - sum(fixed) - gap * (len(fixed) + 2)
        wants = [button.sizeHint().width() + gap for button in self._page]
        shown = len(wants)
        if sum(wants) > room:
            room -= self._more.sizeHint().width() + gap
            while shown and sum(wants[:shown]) > room:
                shown -= 1
        for number, button in enumerate(self._page):
            reveal(button, number < shown)
        reveal(self._more, shown < len(wants))

    def _restyle(self) -> None:
        px = self.theme.px
        self._more.set_words(self.tr("更多"))
        for button in (*self.buttons(), self._more):
            button.set_small(self._compact)
        reveal(self._rule, bool(self._desk))
        self._rule.setFixedHeight(px(40 if not self._compact else 24))
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(48 if self._compact else 64))
        self._fit()
