"""A step made of fields: checked when left, all of them on F8, each value kept as it is typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import StepId
from counter_app.forms.run_views import Fault, FieldLine
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.desk.fields_form import FieldsForm
from counter_app.ui.words.sentences import fault_sentence


class FieldsPage(CasePage):
    """Shows the runner's fields of `step` and hands on what is typed."""

    def __init__(self, parts: Parts, code: str) -> None:
        super().__init__(parts, code)
        self.form = FieldsForm(parts.means)
        self._of = ""
        self.form.edited.connect(self._edited)
        self.form.left.connect(self._left)
        parts.case.changed.connect(self._run_changed)

    def first_focus(self) -> QWidget | None:
        return self.form.first_open()

    def _render(self) -> None:
        opened = self.parts.case.opened
        subject = opened.case.subject if opened else ""
        if subject != self._of:
            self._of = subject
            self.form.clear()
        self.form.show_lines(
            self._lines(), self.parts.sitting.today, locked=self.parts.case.read_only
        )

    def _lines(self) -> Sequence[FieldLine]:
        if not self.parts.case.is_open:
            return ()
        _opened, run, runner = self.parts.case.at_hand()
        return runner.fields(run, self.step)

    def _spot(self, where: str) -> Spot:
        return self.form.box(where), self.form.row(where)

    def _place_code(self) -> str:
        return self.form.focused_field()

    def _clear_faults(self) -> None:
        super()._clear_faults()
        for row in self.form.rows().values():
            row.set_error("")

    def _run_changed(self) -> None:
        if self.isVisible():
            self._render()

    def _edited(self, field: str, raw: str) -> None:
        _opened, run, _runner = self.parts.case.at_hand()
        self.parts.case.change(run.with_value(field, raw), f"{self.step}.{field}")
        row = self.form.row(field)
        if row is not None and row.error() and not self._faults_of(field):
            row.set_error("")

    def _left(self, field: str) -> None:
        """A field that was left is judged; that it is empty is said on F8 only."""
        if not self.parts.case.is_open or self.parts.case.read_only:
            return
        self.parts.case.keep()
        row = self.form.row(field)
        faults = [one for one in self._faults_of(field) if one.code != "required"]
        if row is not None and (faults or not row.error()):
            words = fault_sentence(faults[0], self.parts.means.language()) if faults else ""
            row.set_error(words)

    def _faults_of(self, field: str) -> list[Fault]:
        _opened, run, runner = self.parts.case.at_hand()
        checked = runner.check_fields(run, StepId(self.step))
        return [fault for fault in checked.faults if fault.where == field]
