"""Serves one plain case through the window by keys, as a teller who knows the service would.

Sees what a person at the desk sees: the fields on show, the lines of the checklist and how each stands.
Decides which key comes next; `hands` presses it and counts.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QComboBox

from counter_app.forms.run_state import StepId
from counter_app.forms.run_views import ChecklistLine, FieldLine
from counter_app.rehearsal.hands import Hands, HandsError
from counter_app.rehearsal.plain_cases import PHONE
from counter_app.services.pinyin import initials
from counter_app.ui.desk.case_page import CasePage
from counter_app.ui.desk.checklist_model import asked
from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.express_form import ExpressForm
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.desk.field_boxes import Box
from counter_app.ui.desk.fields_form import FieldsForm
from counter_app.ui.desk.fields_page import FieldsPage
from counter_app.ui.shell import Frame

LAST_DAY = "20350630"
"""The validity that the papers of plain cases bear."""
LAST_MONTH = "0635"
"""The same as the express screen takes it: month and year."""
LAST_SIGNS = "002X"
MOST_KEYS = 60

P = TypeVar("P", bound=CasePage)


class Serving:
    """Goes through the steps of one case; knows the answers by field."""

    def __init__(self, frame: Frame, hands: Hands, answers: Mapping[str, str]) -> None:
        self._frame, self._hands, self._answers = frame, hands, answers

    def fill_in(self) -> None:
        """The fields of the step on show: each empty one in turn, the rest as offered."""
        page = self._page(FieldsPage)
        for _key in range(MOST_KEYS):
            lines = self._lines(page)
            todo = [line.id for line in lines if self._wanting(line)]
            if not todo:
                return
            focused = page.form.focused_field()
            if focused in todo:
                self._answer(next(line for line in lines if line.id == focused), page.form)
            else:
                self._hands.press("Return")
        raise HandsError(f"the fields of {page.code} do not fill")

    def all_on_one_screen(self, serial: str) -> None:
        """An express business on its page at the desk."""
        self.fill_screen(self._page(ExpressPage).form, serial)

    def fill_screen(self, form: ExpressForm, serial: str) -> None:
        """An express business: fields, papers, what must be looked at, the sentence, the serial."""
        for _key in range(MOST_KEYS):
            focused = form.form.focused_field()
            if focused:
                line = next(one for one in form.fields() if one.id == focused)
                if self._wanting(line):
                    self._answer(line, form.form)
                else:
                    self._hands.press("Return")
            elif form.originals.hasFocus():
                self._hands.press("Space")
            elif form.sentence.hasFocus():
                self._hands.press("Return")
                if not self.gives_serial:
                    return
            elif form.serial.hasFocus():
                self._hands.type(serial, end="")
                return
            else:
                expiry = any(look.expiry.hasFocus() for look in form.looks.values())
                self._hands.type(LAST_MONTH if expiry else LAST_SIGNS)
        raise HandsError("the one screen does not fill")

    def look_at_papers(self) -> None:
        """Every paper that is needed: its digit, and what only the paper says."""
        page = self._page(DocumentsPage)
        for _key in range(MOST_KEYS):
            lines = self._papers(page)
            todo = [at for at, line in enumerate(lines) if not line.settled]
            if not todo:
                return
            self._hands.press(str(todo[0] + 1))
            line = self._papers(page)[todo[0]]
            if line.needs_last4 and not line.last4:
                self._hands.type(LAST_SIGNS)
            if line.needs_expiry and line.valid_until is None:
                self._hands.type(LAST_DAY)
        left = [f"{one.id} {one.standing}" for one in self._papers(page) if not one.settled]
        raise HandsError(f"the papers do not come together: {', '.join(left)}")

    def ask_calmly(self) -> None:
        """The questions against fraud, each with the answer that alarms nobody."""
        _opened, run, runner = self._page(CasePage).parts.case.at_hand()
        care = runner.beside(run).care
        for question in care.questions if care is not None else ():
            self._hands.press("2" if question.alarm == "yes" else "1")

    def confirm(self) -> None:
        """One key confirms every row."""
        self._hands.press("Alt+C")

    def hand_back(self) -> None:
        """The originals, where any are held."""
        _opened, run, runner = self._page(CasePage).parts.case.at_hand()
        if runner.can_leave(run, StepId.COMPLETION):
            self._hands.press("Space")

    @property
    def gives_serial(self) -> bool:
        """Whether the core gives this business a serial."""
        _opened, _run, runner = self._page(CasePage).parts.case.at_hand()
        return runner.procedure.spec.core.serial == "expected"

    def _answer(self, line: FieldLine, form: FieldsForm) -> None:
        answer = self._answers.get(line.id) or (PHONE if line.type == "phone" else None)
        if answer is None:
            raise HandsError(f"no answer for {line.id}")
        if line.type == "yes_no":
            self._hands.press("1" if answer == "yes" else "2")
        elif line.type == "choice":
            self._choose(form.box(line.id), answer)
        else:
            self._hands.type(answer)

    def _choose(self, box: Box | None, answer: str) -> None:
        """By the first letters of what stands in the list, else row by row."""
        if not isinstance(box, QComboBox):
            raise HandsError(f"{answer} stands in no list")
        at = box.findData(answer)
        for letter in initials(box.itemText(at))[:3].upper():
            self._hands.press(letter)
            if box.currentData() == answer:
                return
        while box.currentIndex() != at:
            self._hands.press("Down" if box.currentIndex() < at else "Up")

    def _wanting(self, line: FieldLine) -> bool:
        """Whether a field is still to be answered: an answer is known, or it must have one."""
        if line.read_only:
            return False
        wanted = self._answers.get(line.id)
        if wanted is None:
            return bool(line.required) and not line.value
        chosen = line.type in ("choice", "yes_no")
        return not line.value or (chosen and line.value != wanted)

    def _lines(self, page: FieldsPage) -> Sequence[FieldLine]:
        _opened, run, runner = page.parts.case.at_hand()
        return runner.fields(run, page.step)

    def _papers(self, page: DocumentsPage) -> Sequence[ChecklistLine]:
        _opened, run, runner = page.parts.case.at_hand()
        return asked(runner.checklist(run))

    def _page(self, kind: type[P]) -> P:
        page = self._frame.page()
        if not isinstance(page, kind):
            raise HandsError(f"{kind.__name__} is not on show")
        return page
