"""How the page of the log comes to the day's sheet: what it is read from, and the dialog it opens."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.i18n import Text
from counter_app.journal.facts.ground import BranchFounded
from counter_app.services.counter import Counter
from counter_app.services.day_sheet import DaySheet, read_sheet
from counter_app.services.read_models import Reader
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.customers.service_names import titles_in_force
from counter_app.ui.shell.actions import Action
from counter_app.ui.supervision.sign_off_dialog import SignOffDialog

SIGN = "Alt+G"

_Named = tuple[BranchFounded, Mapping[str, Text]]


class DaySigning(QObject):
    """`said` with what just happened; `changed` when the day was noted or signed."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, ground: Ground, owner: QWidget) -> None:
        super().__init__(owner)
        self._ground, self._owner = ground, owner
        self._date = ground.today()

    def actions(self, date: dt.date) -> list[Action]:
        """For who may sign the day."""
        if not self._ground.acting.may(Right.SIGN_OFF_DAY):
            return []
        return [Action("log.sign", self.tr("日终签字"), lambda: self.ask(date), SIGN)]

    def ask(self, date: dt.date) -> None:
        """Read the day whole, then open its sheet."""
        self._date = date
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
        ground = self._ground
        dialog = SignOffDialog(ground, self._owner.window(), answer, ground.exports)
        dialog.said.connect(self.said)
        dialog.changed.connect(self.changed)
        dialog.open()


def _named(counter: Counter) -> _Named | Refusal:
    founded = counter.branch.founded
    if founded is None:
        return Refusal("branch_not_founded")
    return founded, titles_in_force(counter)
