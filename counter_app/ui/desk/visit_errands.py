"""Visits at the window: the next one, one that is open, a scanned number, a known customer."""

from PySide6.QtCore import QObject, Signal

from counter_app.domain.masks import scrub
from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.presence import CustomerView, VisitView
from counter_app.journal.views import View
from counter_app.services import handling, visiting
from counter_app.services.counter import Counter
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.reception_page import ReceptionPage
from counter_app.ui.desk.sitting import Kept, end, kept, people_text
from counter_app.ui.shell import Frame


class VisitErrands(QObject):
    """`begun` with a fresh visit at the desk, `opened(place)` with one that was open already."""

    begun = Signal()
    opened = Signal(object)
    wants_reception = Signal()

    def __init__(self, frame: Frame, parts: Parts, reception: ReceptionPage) -> None:
        super().__init__(frame)
        self._frame, self._parts, self._reception = frame, parts, reception

    def next_visit(self) -> None:
        """The present visit is served and ends; the next one begins. One at a time."""
        sitting, acting, last = self._parts.sitting, self._parts.means.acting, ""
        if sitting.busy:
            return
        sitting.busy, last = True, sitting.subject

        def job(c: Counter) -> VisitView | Refusal:
            if last:
                ended = end(c, acting, last, "served")
                if isinstance(ended, Refusal):
                    return ended
            return visiting.start_visit(c, acting)

        self._parts.means.work.do(self, job, self._begun)

    def open_visit(self, subject: str) -> None:
        """Go on with a visit that has no business yet, with what was half typed."""
        key = handling.draft_key(self._parts.means.acting, subject)
        self._parts.means.work.do(
            self, lambda c: kept(c, key, visiting.visit_view(c, subject)), self._opened
        )

    def scanned(self, text: str) -> None:
        """The reader read a number at reception."""
        sitting = self._parts.sitting
        people = sitting.people.scanned(text, sitting.today, self._reception.focused_person())
        if people is None:
            self._reception.scan_refused(scrub(text))
        else:
            sitting.change(people)
            sitting.keep()

    def attach(self, customer: str) -> None:
        """A known customer was found: fill the person in focus."""
        self._parts.means.work.read(self, "customer", lambda r: r.view(customer), self._found)

    def _begun(self, answer: VisitView | Refusal) -> None:
        self._parts.sitting.busy = False
        if isinstance(answer, Refusal):
            self._parts.sitting.refused.emit(answer)
            return
        self._parts.sitting.load(answer)
        self.begun.emit()

    def _opened(self, answer: Kept) -> None:
        visit, run, place = answer
        self._parts.sitting.load(visit, draft=people_text(run))
        self.opened.emit(place)

    def _found(self, view: View) -> None:
        sitting = self._parts.sitting
        if not isinstance(view, CustomerView) or not sitting.is_open:
            self._frame.say(self.tr("先按 F2 接待，再查找客户"), "info")
            return
        if self._frame.page() is not self._reception:
            self.wants_reception.emit()
        ref = self._reception.focused_person() or sitting.people.persons[0].ref
        sitting.change(sitting.people.with_customer(ref, view))
        sitting.keep()
