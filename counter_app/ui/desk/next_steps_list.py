"""What comes next, by date: a dot, the day, what happens, whose it is."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.domain.dates import weekday
from counter_app.forms.run_views import PlannedStep
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.timing import short_day
from counter_app.ui.widgets.base import clear
from counter_app.ui.widgets.label import Label


class NextStepsList(QWidget):
    """One row a step, in the order of the runner."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)

    def show_steps(self, steps: Sequence[PlannedStep], today: dt.date) -> None:
        """Show these steps."""
        clear(self._grid)
        theme, px = self._means.theme, self._means.theme.px
        for number, step in enumerate(steps):
            day = Label(theme, self._day_words(step, today), "body", "ink")
            day.setMinimumHeight(px(28))
            what = Label(theme, self._means.say(step.action), "body", wrap=True)
            who = self.tr("客户") if step.actor == "customer" else self.tr("本行")
            self._grid.addWidget(day, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(what, number, 1)
            self._grid.addWidget(Label(theme, who, "body", "ink2"), number, 2)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnMinimumWidth(0, px(120))

    def _day_words(self, step: PlannedStep, today: dt.date) -> str:
        if step.day is None:
            return self.tr("随时")
        if step.day == today:
            return self.tr("今天")
        day = f"{short_day(step.day, today)} {self._means.say(weekday(step.day))}"
        words = {
            "by": self.tr("{day}前"),
            "on": self.tr("{day}当天"),
            "from": self.tr("{day}起"),
        }[step.reads or "on"].format(day=day)
        return self.tr("{day}（待公布）").format(day=words) if step.provisional else words
