"""Why a business is served on one screen, or no longer: what it is weighed by, and how each stands.

Tells no figure of a rule: nothing on a screen may teach how to stay under one.
"""

from collections.abc import Sequence

from counter_app.forms.gates import WeightCheck
from counter_app.ui.desk.means import Means
from counter_app.ui.widgets.base import clear, column, row
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.panes import SectionFrame


class WeightSection(SectionFrame):
    """A line for each fact, with its state in words and a sign."""

    def __init__(self, means: Means) -> None:
        super().__init__(means.theme)
        self._means = means
        self._rows = column()
        self._note = Label(means.theme, "", "small", "ink2", wrap=True)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._note)
        self._shown: list[tuple[str, bool | None]] = []

    def show_checks(self, checks: Sequence[WeightCheck]) -> bool:
        """Tell how each stands; whether there is anything to tell."""
        raised = any(one.raises for one in checks)
        self.set_title(self.tr("为什么升为标准") if raised else self.tr("为什么是快办"))
        note = self.tr("已填的都在，往下一步步办")
        self._note.setText(note if raised else self.tr("任何一条变了，自动升为标准并说明"))
        shown = [(self._means.say(one.label), one.raises) for one in checks]
        if shown != self._shown:
            self._shown = shown
            clear(self._rows)
            for label, raises in shown:
                self._add(label, raises)
        return bool(checks)

    def _add(self, label: str, raises: bool | None) -> None:
        theme, line = self._means.theme, row()
        state = StateLabel(theme)
        if raises is None:
            state.set_state("circle-dashed", self.tr("还没填"), "ink2")
        elif raises:
            state.set_state("triangle-alert", self.tr("超出快办"), "warn")
        else:
            state.set_state("circle-check", self.tr("快办范围内"), "ok")
        line.addWidget(Label(theme, label, "small", wrap=True), 1)
        line.addWidget(state)
        line.setSpacing(theme.px(8))
        self._rows.addLayout(line)
