"""联网核查 and 人证一致 on the page of papers: how each stands, since when, and the key for one more.

Renders what the case has recorded; the question itself is a dialog of the desk's errands.
"""

import datetime as dt

from PySide6.QtWidgets import QWidget

from counter_app.domain.dates import branch_time
from counter_app.journal.facts.beside_core import IdentityVerified
from counter_app.ui.desk.care_dialogs import CHECKS, check_words, result_words, way_words
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.step_actions import VERIFY
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.words.marks import one_by_one


class IdentityChecks(QWidget):
    """One line: both checks with their state, and the button that records one."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts, theme = parts, parts.means.theme
        self._title = Label(theme, "", "small", "ink2")
        self.states = {check: StateLabel(theme, role="body") for check in CHECKS}
        self.record = Button(theme, "", VERIFY, "small")
        self._line = row(self)
        for one in (self._title, *self.states.values()):
            self._line.addWidget(one)
        self._line.addStretch(1)
        self._line.addWidget(self.record)
        self.record.clicked.connect(lambda _on: parts.wishes.verify.emit())
        theme.follow(self._restyle)

    def show_case(self) -> None:
        """As the case at the desk stands."""
        opened, _run, _runner = self._parts.case.at_hand()
        self._title.setText(self.tr("身份核查"))
        self.record.set_words(self.tr("记身份核查"))
        self.record.setVisible(not self._parts.case.read_only)
        case = opened.case
        names = {one.person: one.name for one in case.parties if one.name}
        for check, state in self.states.items():
            told = [one for one in case.verified if one.check == check]
            if not told:
                not_yet = self.tr("未记")
                state.set_state("circle-dashed", f"{check_words()[check]} {not_yet}", "ink2")
                continue
            said = one_by_one(
                _said(one, names, case.verified_at[one.person, one.check], len(told))
                for one in told
            )
            agrees = all(one.result == "agrees" for one in told)
            icon, ink = ("circle-check", "ok") if agrees else ("triangle-alert", "warn")
            state.set_state(icon, f"{check_words()[check]} {said}", ink)

    def _restyle(self) -> None:
        self._line.setSpacing(self._parts.means.theme.px(16))


def _said(told: IdentityVerified, names: dict[str, str], at: str, count: int) -> str:
    """`一致 14:05`; where it did not agree with the way on, and of several persons with the name."""
    result = next((words for code, words in result_words().items() if code == told.result), "")
    way = way_words().get(told.way_on or "", "")
    clock = branch_time(dt.datetime.fromisoformat(at)).strftime("%H:%M")
    name = names.get(told.person, "") if count > 1 else ""
    return " ".join(one for one in (name, result, way, clock) if one)
