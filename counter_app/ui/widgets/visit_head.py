"""The head of a case: number, business, marks, and the clock of the visit."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.badge import Badge, Mark
from counter_app.ui.widgets.base import clear, panel, reveal, row
from counter_app.ui.widgets.label import ElidedLabel, IconLabel, Label


class VisitHead(QWidget):
    """One line of 56, 32 in the narrow layout; `set_aside` takes the narrow queue line in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._compact = False
        self._frame = panel("surface", "bottom")
        self._number = Label(theme, "", "figure", "accent")
        self._business = ElidedLabel(theme, "", "title")
        self._marks = row()
        self._clock_icon = IconLabel(theme, "timer", "ink2")
        self._clock = Label(theme, "", "title")
        self._aside = row()
        self._row = row(self._frame)
        self._fill()
        row(self).addWidget(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self._restyle)

    def set_case(self, number: str, business: str, marks: Sequence[Mark] = ()) -> None:
        """Show whose turn it is and for what."""
        self._number.setText(number)
        reveal(self._number, bool(number))
        self._business.setText(business)
        clear(self._marks)
        for shown in marks:
            self._marks.addWidget(Badge(self.theme, shown))

    def set_clock(self, words: str) -> None:
        """Show how long the visit has taken, as `04:21`; empty hides the clock."""
        self._clock.setText(words)
        reveal(self._clock, bool(words))
        reveal(self._clock_icon, bool(words))

    def set_aside(self, widget: QWidget | None) -> None:
        """Put the narrow queue line at the right, or take it out."""
        while (item := self._aside.takeAt(0)) is not None:
            held = item.widget()
            if held is not None and held is not widget:
                # A layout shows what it was given later: without this it would come as a window.
                held.hide()
                held.setParent(None)
        if widget is not None:
            self._aside.addWidget(widget)
            widget.show()

    def set_compact(self, compact: bool) -> None:
        """32 high instead of 56."""
        self._compact = compact
        self._restyle()

    def _fill(self) -> None:
        for part in (self._number, self._business):
            self._row.addWidget(part)
        self._row.addLayout(self._marks)
        self._row.addStretch(1)
        self._row.addWidget(self._clock_icon)
        self._row.addWidget(self._clock)
        self._row.addLayout(self._aside)
        self.set_clock("")

    def _restyle(self) -> None:
        px = self.theme.px
        self._number.set_role("headbold" if self._compact else "figure")
        self._business.set_role("body" if self._compact else "title")
        self._clock.set_role("body" if self._compact else "title")
        pad = px(16 if self._compact else 24)
        self._row.setContentsMargins(pad, 0, pad, 0)
        self._row.setSpacing(px(8 if self._compact else 16))
        self._marks.setSpacing(px(8 if self._compact else 16))
        self.setFixedHeight(px(32 if self._compact else 56))
