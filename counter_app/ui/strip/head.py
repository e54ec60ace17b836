"""Whose business it is: ticket number, service, clock, customer, and how far it has come."""

from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import STEPS, StepId
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.desk.express_count import MOST
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.desk.timing import running_words
from counter_app.ui.shell import Page
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.label import ElidedLabel, Label
from counter_app.ui.widgets.meter import Meter


def step_of(page: Page | None) -> StepId:
    """The step that the page on show belongs to; reception where it belongs to none."""
    return page.step if isinstance(page, CasePage) else StepId.RECEPTION


class StripHead(QWidget):
    """Three lines; in a flat strip the service stands with the customer, under the number."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.theme = theme = parts.means.theme
        self._number = Label(theme, "", "figure", "accent")
        self._business = ElidedLabel(theme, "", "body")
        self._clock = Label(theme, "", "body", "ink2")
        self._who = ElidedLabel(theme, "", "small", "ink2")
        self._step = Label(theme, "", "strong", "accent")
        self._meter = Meter(theme)
        self._at_once, self._receipt = False, ""
        self._first, self._second, self._third, self._fourth = row(), row(), row(), row()
        self._lines = column(self)
        for line in (self._first, self._second, self._third, self._fourth):
            self._lines.addLayout(line)
        self._first.addWidget(self._number)
        self._first.addStretch(1)
        self._second.addWidget(self._who, 1)
        self._third.addWidget(self._step)
        self._third.addStretch(1)
        self._fourth.addStretch(1)
        self.set_flat(False)
        theme.follow(self._restyle)

    def set_flat(self, flat: bool) -> None:
        """Narrow and low, as in a strip along the lower edge."""
        line, at = (self._second, 0) if flat else (self._first, 1)
        line.insertWidget(at, self._business, int(flat))
        metered, after = (self._fourth, 0) if flat else (self._third, 1)
        metered.insertWidget(after, self._meter)
        (self._fourth if flat else self._first).addWidget(self._clock)

    def set_short(self, short: bool) -> None:
        """Where height is short, the customer's line is left out."""
        self._who.setVisible(not short)

    def show_page(self, page: Page | None) -> None:
        """The case as it stands on this page."""
        case, visitor = self._parts.case, self._parts.aside.visitor()
        if case.is_open:
            opened, _run, runner = case.at_hand()
            self._number.setText(opened.case.number)
            self._business.setText(self._parts.means.say(runner.procedure.spec.title))
        else:
            self._number.setText("")
            self._business.setText(page.title() if page else "")
        self._number.setVisible(case.is_open)
        self._who.setText((visitor.name or "") if visitor else "")
        self._show_step(page)
        self.tick()

    def tick(self) -> None:
        """A second has passed."""
        visit = self._parts.sitting.visit
        since = visit.first_at if visit else None
        self._clock.setText(running_words(since, self._parts.means.now()) if since else "")

    def show_presses(self, presses: int) -> None:
        """How many presses the one screen has taken so far."""
        if self._at_once:
            words = self.tr("快办　已按 {count} 键，最多 {most}")
            self._step.setText(self._receipt or words.format(count=presses, most=MOST))
            self._meter.set_count(presses, MOST)

    def _show_step(self, page: Page | None) -> None:
        self._at_once = isinstance(page, ExpressPage) and self._parts.case.is_open
        wanted = isinstance(page, ExpressPage) and page.receipt_wanted()
        self._receipt = page.how() if isinstance(page, ExpressPage) and wanted else ""
        staged = isinstance(page, CasePage) and not self._at_once
        self._meter.setVisible(staged or self._at_once)
        if isinstance(page, CasePage) and staged:
            at = STEPS.index(page.step)
            self._step.setText(f"{at + 1} / {len(STEPS)}　{page.title()}")
            self._meter.set_count(at + 1, len(STEPS))
        elif not self._at_once:
            self._step.setText("")

    def _restyle(self) -> None:
        px = self.theme.px
        for line in (self._first, self._second, self._third, self._fourth):
            line.setSpacing(px(8))
        self._lines.setSpacing(px(2))
        self._lines.setContentsMargins(px(12), px(6), px(12), px(2))
