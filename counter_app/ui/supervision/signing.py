"""What the page of the log does with the day as a whole: its sheet to sign or to export, and the forms
for a day on which nothing works. Owns what is read for it, and which dialog opens.
"""

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.i18n import Text
from counter_app.journal.facts.ground import BranchFounded
from counter_app.services import exporting
from counter_app.services.counter import Counter
from counter_app.services.day_sheet import DaySheet, read_sheet
from counter_app.services.read_models import Reader
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.customers.service_names import titles_in_force
from counter_app.ui.day.forms_dialog import FormsDialog, forms_action
from counter_app.ui.shell.actions import Action
from counter_app.ui.supervision.export_dialog import ExportDialog
from counter_app.ui.supervision.sign_off_dialog import SignOffDialog

SIGN, EXPORT = "Alt+G", "Alt+X"

_Named = tuple[BranchFounded, Mapping[str, Text]]


class DaySigning(QObject):
    """`said` with what just happened; `changed` when the day was noted or signed."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, ground: Ground, owner: QWidget) -> None:
        super().__init__(owner)
        self._ground, self._owner = ground, owner
        self._date = ground.today()
        self._then: Callable[[DaySheet], None] = self._sign

    def actions(self, date: dt.date) -> list[Action]:
        """For who may sign the day, export it, or give forms out."""
        ground = self._ground
        actions = forms_action(self.ask_forms, ground)
        if exporting.may_export(ground.acting, "day_sheet") and ground.exports is not None:
            words = self.tr("导出")
            actions.append(Action("log.export", words, lambda: self.ask_export(date), EXPORT))
        if ground.acting.may(Right.SIGN_OFF_DAY):
            words = self.tr("日终签字")
            actions.append(Action("log.sign", words, lambda: self.ask(date), SIGN))
        return actions

    def ask(self, date: dt.date) -> None:
        """Read the day whole, then open its sheet to be signed."""
        self._read_day(date, self._sign)

    def ask_export(self, date: dt.date) -> None:
        """Read the day whole, then ask in which form it leaves and where to."""
        self._read_day(date, self._export)

    def ask_forms(self) -> None:
        """Emergency forms on paper, before they are needed."""
        self._ground.work.do(self, told(titles_in_force), self._forms)

    def _forms(self, answer: Mapping[str, Text] | Refusal) -> None:
        ground = self._ground
        if isinstance(answer, Refusal):
            self.said.emit(ground.tell(answer))
            return
        services = [(code, ground.say(title)) for code, title in answer.items()]
        dialog = FormsDialog(ground, self._owner.window(), services)
        dialog.said.connect(self.said)
        dialog.open()

    def _read_day(self, date: dt.date, then: Callable[[DaySheet], None]) -> None:
        self._date, self._then = date, then
        self._ground.work.do(self, told(_named), self._branch_told)

    def _branch_told(self, answer: _Named | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.said.emit(self._ground.tell(answer))
            return
        branch, services = answer
        date = self._date

        def job(reader: Reader) -> DaySheet:
            return read_sheet(reader, branch, services, date)

        self._ground.work.read(self, "day_sheet", told(job), self._read)

    def _read(self, answer: DaySheet | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.said.emit(self._ground.tell(answer))
            return
        self._then(answer)

    def _sign(self, sheet: DaySheet) -> None:
        ground = self._ground
        dialog = SignOffDialog(ground, self._owner.window(), sheet)
        dialog.said.connect(self.said)
        dialog.changed.connect(self.changed)
        dialog.open()

    def _export(self, sheet: DaySheet) -> None:
        assert self._ground.exports is not None
        dialog = ExportDialog(self._ground, self._owner.window(), sheet, self._ground.exports)
        dialog.said.connect(self.said)
        dialog.open()


def _named(counter: Counter) -> _Named | Refusal:
    founded = counter.branch.founded
    if founded is None:
        return Refusal("branch_not_founded")
    return founded, titles_in_force(counter)
