"""Visits at the window: the next one, one that is open, a scanned number, a known customer.

Also what half told persons a business comes back with, and what a notice of another window begins.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from counter_app.domain.masks import scrub
from counter_app.domain.paper_read import PaperRead
from counter_app.domain.qr import CaseSkeleton
from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.presence import CustomerView, VisitView
from counter_app.journal.views import View
from counter_app.services import from_code, reception
from counter_app.services.handling_results import OpenCase
from counter_app.services.read_models import CaseLine, Reader
from counter_app.services.reception import Reception
from counter_app.services.runs import Place
from counter_app.services.visiting import PersonTold
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.desk.paper_reads import differs, laid_on
from counter_app.ui.desk.people_form import person_in_focus
from counter_app.ui.desk.reception_page import ReceptionPage
from counter_app.ui.shell import Frame


class VisitErrands(QObject):
    """`begun` with a fresh visit at the desk, `opened(place)` with one that was open already.

    `case_held` with the subject of a notice's case, `case_begun` with what beginning it gave.
    `restarted` while the business that was open before a restart is being opened.
    """

    begun = Signal()
    opened = Signal(object)
    case_held = Signal(str)
    case_begun = Signal(object)
    wants_reception = Signal()

    def __init__(self, frame: Frame, parts: Parts, reception: ReceptionPage) -> None:
        super().__init__(frame)
        self._frame, self._parts, self._reception = frame, parts, reception
        self.restarted = False

    def next_visit(self) -> None:
        """The present visit is served and ends; the next one begins. One at a time."""
        sitting, acting, last = self._parts.sitting, self._parts.means.acting, ""
        if sitting.busy:
            return
        sitting.busy, last = True, sitting.subject

        self._parts.means.work.do(
            self, lambda c: reception.next_visit(c, acting, last), self._begun
        )

    def open_visit(self, subject: str) -> None:
        """Go on with a visit that has no business yet, with what was half typed."""
        acting = self._parts.means.acting
        self._parts.means.work.do(
            self, lambda c: reception.kept_reception(c, acting, subject), self._opened
        )

    def lay_back(self) -> None:
        """What was half told at reception beside a business; after a restart that page again too."""
        acting, subject = self._parts.means.acting, self._parts.sitting.subject
        restarted, self.restarted = self.restarted, False
        if subject and not self._parts.case.read_only:
            self._parts.means.work.do(
                self,
                lambda c: reception.kept_reception(c, acting, subject),
                lambda answer: self._laid_back(answer, restarted),
            )

    def scanned(self, text: str) -> None:
        """The reader read a number at reception."""
        sitting = self._parts.sitting
        people = sitting.people.scanned(text, sitting.today, person_in_focus())
        if people is None:
            self._reception.scan_refused(scrub(text))
        else:
            read = people.number_taken(sitting.people)
            sitting.change(people)
            sitting.keep()
            self._look_up(read)

    def paper_read(self, read: PaperRead) -> None:
        """A reader gave a paper at reception: the person it is of, never over what was typed."""
        sitting = self._parts.sitting
        laid = laid_on(sitting.people, read, sitting.today, person_in_focus())
        if isinstance(laid, Refusal):
            self._reception.show_refusal(laid)
            return
        sitting.change(laid.people)
        sitting.read.emit(laid.ref)
        sitting.keep()
        self._look_up(laid.people.person(laid.ref))
        if laid.differing:
            self._reception.show_refusal(differs(laid.differing))

    def open_code(self, code: CaseSkeleton) -> None:
        """A notice was read: its case, begun provisionally where it is not held here."""
        acting, sitting = self._parts.means.acting, self._parts.sitting
        here = "" if self._parts.case.is_open else sitting.subject
        parties = sitting.parties if here else ()

        def done(answer: OpenCase | Refusal | None) -> None:
            if answer is None:
                self.case_held.emit(from_code.subject_of(code))
            else:
                self.case_begun.emit(answer)

        self._parts.means.work.do(
            self, lambda c: from_code.start_from_code(c, acting, code, here, parties), done
        )

    def attach(self, customer: str) -> None:
        """A known customer was found: fill the person in focus."""
        self._parts.means.work.read(self, "customer", lambda r: r.view(customer), self._found)

    def read_history(self, opened: OpenCase) -> None:
        """What a known customer of the business had done lately."""
        customer = next((one.customer for one in opened.case.parties if one.customer), None)
        if customer is None:
            self._parts.aside.set_history(())
            return
        self._parts.means.work.read(
            self, "history", lambda r: r.cases_of_customer(customer), self._history_read
        )

    def say_away(self, opened: OpenCase, resume: Callable[[str], None]) -> None:
        """The business waits or is in other hands; what was only parked can be taken back."""
        number, subject, state = opened.case.number, opened.case.subject, opened.case.state
        if state == "handed_over":
            self._frame.say(self.tr("{number} 已转交").format(number=number), "users")
        elif opened.case.notice is not None:
            self._frame.say(
                self.tr("{number} 告知单已给，客户再来时报编号").format(number=number), "printer"
            )
        else:
            words = self.tr("{number} 已挂起").format(number=number)
            self._frame.say(words, "circle-pause", undo=lambda: resume(subject))

    def _history_read(self, lines: Sequence[CaseLine]) -> None:
        self._parts.aside.set_history(lines)
        page = self._frame.page()
        if isinstance(page, CasePage):
            page.offers_changed.emit()

    def _begun(self, answer: VisitView | Refusal) -> None:
        self._parts.sitting.busy = False
        if isinstance(answer, Refusal):
            self._parts.sitting.refused.emit(answer)
            return
        self._parts.sitting.load(answer)
        self.begun.emit()

    def _opened(self, answer: Reception) -> None:
        sitting = self._parts.sitting
        sitting.load(answer.visit)
        sitting.lay_back(answer.persons)
        self.opened.emit(answer.place or Place())
        if answer.persons and answer.place is None:
            # They had been received; what their parts are stands in no fact before a business does.
            sitting.receive()

    def _laid_back(self, answer: Reception, restarted: bool) -> None:
        sitting = self._parts.sitting
        if sitting.subject != answer.visit.subject:
            return
        sitting.lay_back(answer.persons)
        if answer.place is not None and restarted:
            self.wants_reception.emit()
            self._reception.restore(answer.place)

    def _look_up(self, read: PersonTold | None) -> None:
        """Whether the branch knows whose paper was read."""
        if read is None or read.customer or not read.number:
            return
        number, visit = read.number, self._parts.sitting.subject

        def known(reader: Reader) -> View | None:
            customer = reader.customer_of_number(number)
            return reader.view(customer) if customer else None

        def done(view: View | None) -> None:
            if isinstance(view, CustomerView) and self._parts.sitting.subject == visit:
                self._recognise(read, view)

        self._parts.means.work.read(self, f"known {read.ref}", known, done)

    def _recognise(self, read: PersonTold, customer: CustomerView) -> None:
        """What was told meanwhile stands; who is received already stays as received."""
        sitting = self._parts.sitting
        received = any(one.person == read.ref for one in sitting.parties)
        still = any(
            one.ref == read.ref and one.number == read.number for one in sitting.people.persons
        )
        people = sitting.people.recognised(read.ref, customer) if still else sitting.people
        if people != sitting.people and not received and not sitting.busy:
            named = bool(sitting.people.person(read.ref).name)
            sitting.change(people)
            if not named:  # whoever typed the name is further on already, and the caret stays there
                sitting.read.emit(read.ref)
            sitting.keep()

    def _found(self, view: View) -> None:
        sitting = self._parts.sitting
        if not isinstance(view, CustomerView) or not sitting.is_open:
            self._frame.say(self.tr("先按 F2 接待，再查找客户"), "info")
            return
        if self._frame.page() is not self._reception:
            self.wants_reception.emit()
        ref = person_in_focus() or sitting.people.persons[0].ref
        sitting.change(sitting.people.with_customer(ref, view))
        sitting.keep()
