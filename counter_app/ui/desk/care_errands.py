"""Errands of care for the desk: forms to print, a check of identity, a matter passed on.

Each asks what it needs and runs one use case. What was passed on is neither said nor shown here: nobody
who looks at this window learns more than that a dialog was closed.
"""

from PySide6.QtCore import QObject

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import Part
from counter_app.journal.folds.care import RestrictedView
from counter_app.services import paper_forms, referring, verifying
from counter_app.services.counter import Counter
from counter_app.services.handling_results import PaperWish
from counter_app.services.referring import EnquiryTold, Referred
from counter_app.services.verifying import Check, CheckTold, Result
from counter_app.ui.desk.care_dialogs import ReferDialog, VerifyDialog
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.dialogs import PickDialog
from counter_app.ui.shell import Frame, Pick
from counter_app.ui.words.sentences import refusal_sentence


class CareErrands(QObject):
    """Listens to the wishes of the desk's pages."""

    def __init__(self, frame: Frame, parts: Parts) -> None:
        super().__init__(frame)
        self._frame, self._parts = frame, parts
        parts.wishes.forms.connect(self.choose_form)
        parts.wishes.verify.connect(self.ask_check)
        parts.wishes.refer.connect(self.ask_refer)

    def choose_form(self) -> None:
        """The forms of this case as a list; one alone is printed at once."""
        _opened, run, runner = self._parts.case.at_hand()
        means = self._parts.means
        forms = runner.beside(run).forms
        if not forms:
            self._frame.say(self.tr("这笔业务没有签字单"), "printer")
        elif len(forms) == 1:
            self._print(forms[0].id)
        else:
            picks = [Pick(one.id, means.say(one.title)) for one in forms]
            title = self.tr("打印签字单")
            PickDialog(means.theme, self._frame, title, picks, self._print).open()

    def ask_check(self) -> None:
        """Which check of the person at the counter, and what it said."""
        VerifyDialog(self._parts.means.theme, self._frame, self._verify).open()

    def ask_refer(self) -> None:
        """A matter that others handle, with a case at the desk or without."""
        ReferDialog(self._parts.means.theme, self._frame, self._refer).open()

    def _print(self, form: str) -> None:
        case, acting = self._parts.case, self._parts.means.acting
        opened, run, _runner = case.at_hand()
        held = opened.at(run, case.where())
        case.command(lambda c: paper_forms.print_form(c, acting, held, form, PaperWish()))

    def _verify(self, check: Check, result: Result, way: str, note: str) -> None:
        case, acting = self._parts.case, self._parts.means.acting
        opened, run, _runner = case.at_hand()
        shown = [one for one in run.parties if one.part is not Part.WARD]
        person = (shown or list(run.parties))[0].ref if run.parties else ""
        told = CheckTold(person, check, result, way, note)
        case.command(lambda c: verifying.verify(c, acting, opened, told))

    def _refer(self, dialog: ReferDialog) -> None:
        acting, opened = self._parts.means.acting, self._parts.case.opened
        case = opened.case.subject if opened else None
        visit = self._parts.sitting.subject or None
        where = Referred(dialog.told("post"), dialog.told("staff"), case, visit)
        matter = dialog.matter.value()
        at, badge = dialog.told("at"), dialog.told("badge")
        officers = (dialog.told("first"), dialog.told("second"))
        enquiry = EnquiryTold(dialog.told("authority"), officers, dialog.told("document"), at)

        def job(c: Counter) -> RestrictedView | Refusal:
            if matter == "police":
                return referring.refer_police(c, acting, where, at, badge)
            if matter == "enquiry":
                return referring.refer_enquiry(c, acting, where, enquiry)
            return referring.refer_observation(c, acting, where)

        self._parts.means.work.do(dialog, job, lambda answer: self._referred(dialog, answer))

    def _referred(self, dialog: ReferDialog, answer: RestrictedView | Refusal) -> None:
        if isinstance(answer, Refusal):
            words = refusal_sentence(answer, self._parts.means.language())
            dialog.fault.setText(words)
        else:
            dialog.accept()
