"""A sum on the page: the total in its box, and under it how it is made up and what follows.

Shows what the runner reckoned. Nothing here can be typed; the amounts above it can.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_app.forms.run_views import SumView
from counter_app.i18n import Language
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import announce, column, row
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import ElidedLabel, IconLabel, Label
from counter_app.ui.words.sums import limit_told, outcome_told, part_told

LINE = 19
"""Pixels of a line of the workings, at 100 %."""


class SumRow(FieldRow):
    """A field row with the workings of a sum. Enter goes past it: there is nothing to type."""

    def __init__(self, theme: Theme, label: str, box: QWidget) -> None:
        self._lines: list[ElidedLabel] = []
        self._workings = column()
        self._icon = IconLabel(theme, "circle-dashed", "ink2", 16)
        self._outcome = Label(theme, wrap=True)
        super().__init__(theme, label, box)
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_sum(self, view: SumView, language: Language) -> None:
        """Parts, limit and outcome; a screen reader hears them with the box."""
        told = [*(part_told(one, language) for one in view.parts), limit_told(view, language)]
        while len(self._lines) < len(told):
            self._lines.append(ElidedLabel(self.theme, "", "small", "ink2"))
            self._lines[-1].setFixedHeight(self.theme.px(LINE))
            self._workings.addWidget(self._lines[-1])
        for number, line in enumerate(self._lines):
            line.setText(told[number] if number < len(told) else "")
            line.setVisible(number < len(told))
        icon, ink = ("circle-dashed", "ink2") if view.follows is None else ("circle-check", "ok")
        if view.above:
            icon, ink = "triangle-alert", "warn"
        self._icon.set_icon(icon, ink)
        outcome = outcome_told(view, language)
        if outcome != self._outcome.text():
            announce(self.box, outcome)
        self._outcome.setText(outcome)
        self.box.setAccessibleDescription("\n".join((*told, outcome)))
        self._make_room()

    def told(self) -> str:
        """The outcome on show."""
        return self._outcome.text()

    def workings(self) -> tuple[str, ...]:
        """The lines on show under the total."""
        return tuple(line.text() for line in self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise in another width."""
        super().resizeEvent(event)
        self._make_room()

    def _arrange(self) -> None:
        super()._arrange()
        outcome = row()
        outcome.setSpacing(self.theme.px(6))
        outcome.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        outcome.addWidget(self._outcome, 1)
        at = self._column.indexOf(self.box) + 1
        self._column.insertLayout(at, self._workings)
        self._column.insertLayout(at + 1, outcome)

    def _show_under(self) -> None:
        """The line for a fault is there for a fault alone."""
        super()._show_under()
        self._under.setVisible(bool(self._error))

    def _restyle(self) -> None:
        super()._restyle()
        for line in self._lines:
            line.setFixedHeight(self.theme.px(LINE))

    def _make_room(self) -> None:
        """As high as the outcome needs in this width: a full page scrolls rather than cut it."""
        width = self.width() - self.theme.px(22)
        self._outcome.setMinimumHeight(max(self._outcome.heightForWidth(width), 0))
