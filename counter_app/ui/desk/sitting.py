"""The visit at the desk: its persons as told, their draft, and receiving them.

Begins with F2 and ends when the persons leave. Cases of the visit are `case_at_desk`'s.
"""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.refusal import Refusal
from counter_app.journal.facts.case import PartyTaken
from counter_app.journal.folds.presence import CustomerView, VisitView
from counter_app.services import reception, visiting
from counter_app.services.counter import Counter
from counter_app.services.runs import Place
from counter_app.services.visiting import PersonTold, Received
from counter_app.ui.desk.case_at_desk import DRAFT_AFTER_MS
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.people import People, of_visit


class Sitting(QObject):
    """One visit. `changed`: render the persons again; `received`: they are recorded; `read`: a reader
    filled the person of a reference.

    `where` gives the place at reception, None while another page is on show; `in_case` whether the
    case at the desk has the persons as they were received last.
    """

    changed = Signal()
    received = Signal()
    read = Signal(str)
    faulty = Signal(object)
    refused = Signal(object)
    saved = Signal(str)

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.means = means
        self.visit: VisitView | None = None
        self.today = dt.date.min
        self.people = People()
        self.parties: tuple[PartyTaken, ...] = ()
        self.busy = False
        self.where: Callable[[], Place | None] = Place
        self.in_case: Callable[[], bool] = bool
        self._recorded = People()
        self._kept = False
        self._before: tuple[People, ...] = ()
        self._key = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_AFTER_MS)
        self._pause.timeout.connect(self.keep)

    @property
    def is_open(self) -> bool:
        """Whether somebody is at the window."""
        return self.visit is not None

    @property
    def subject(self) -> str:
        """The visit's subject; empty when nobody is here."""
        return self.visit.subject if self.visit else ""

    def load(self, visit: VisitView, parties: tuple[PartyTaken, ...] = ()) -> None:
        """A visit as the facts have it."""
        self._pause.stop()
        self.visit, self.parties = visit, parties
        self._before, self._key, self.busy, self._kept = (), "", False, False
        self.people = self._recorded = of_visit(visit, parties)
        self.changed.emit()

    def lay_back(self, persons: Sequence[PersonTold]) -> None:
        """What was half told before, over the visit as the facts have it."""
        if persons:
            self._kept = True
            self.people = People(tuple(persons))
            self.changed.emit()

    def leave(self) -> None:
        """Nobody is here: nothing of the last customer stays in the window."""
        self._pause.stop()
        self.visit, self.parties, self.people = None, (), People()
        self._before, self._key, self._kept = (), "", False
        self.changed.emit()

    def change(self, people: People, key: str = "") -> None:
        """Take persons told otherwise. `key` names the field while it is being typed."""
        if people == self.people:
            return
        if not key or key != self._key:
            self._before = (*self._before, self.people)[-100:]
        self._key, self.people = key, people
        self._pause.start()
        self.changed.emit()

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self.people, self._before, self._key = self._before[-1], self._before[:-1], ""
            self._pause.start()
            self.changed.emit()

    def moved(self) -> None:
        """The caret is in another field: kept a moment later."""
        if self.visit is not None and not self.busy:
            self._pause.start()

    def keep(self) -> None:
        """Keep what is half typed, now; what the case at the desk has already is not kept twice."""
        self._pause.stop()
        if self.visit is None:
            return
        acting, subject, place = self.means.acting, self.visit.subject, self.where()
        if place is None and self.people == self._recorded and self.in_case():
            self._forget()
            return
        self._kept, told = True, self.people.persons
        self.means.work.do(
            self,
            lambda c: reception.keep_reception(c, acting, subject, told, place),
            self.saved.emit,
        )

    def receive(self) -> None:
        """Record who is here and which identity papers were seen."""
        if self.visit is None or self.busy:
            return
        self.busy = True
        acting, subject, people = self.means.acting, self.visit.subject, self.people
        self.means.work.do(
            self,
            lambda c: visiting.receive(c, acting, subject, people.persons),
            lambda answer: self._received(people, answer),
        )

    def register(self, ref: str) -> None:
        """Make a person whose paper was seen a customer of the branch."""
        if self.visit is None or self.busy:
            return
        self.busy = True
        acting, subject, told = self.means.acting, self.visit.subject, self.people.persons
        phone = self.people.person(ref).phone

        def job(c: Counter) -> CustomerView | tuple[visiting.PersonFault, ...] | Refusal:
            received = visiting.receive(c, acting, subject, told)
            if not isinstance(received, Received):
                return received
            return visiting.register_customer(c, acting, subject, ref, phone)

        self.means.work.do(self, job, lambda answer: self._registered(ref, answer))

    def work_failed(self) -> None:
        """The store could not do it; the next press counts again."""
        self.busy = False

    def _forget(self) -> None:
        if self._kept and self.visit is not None:
            acting, subject, self._kept = self.means.acting, self.visit.subject, False
            self.means.work.do(
                self, lambda c: reception.forget_reception(c, acting, subject), _nothing
            )

    def _received(
        self, people: People, answer: Received | tuple[visiting.PersonFault, ...] | Refusal
    ) -> None:
        self.busy = False
        if isinstance(answer, Received):
            self.visit, self.parties, self._recorded = answer.visit, answer.parties, people
            self.received.emit()
        else:
            self._not_taken(answer)

    def _registered(
        self, ref: str, answer: CustomerView | tuple[visiting.PersonFault, ...] | Refusal
    ) -> None:
        self.busy = False
        if isinstance(answer, CustomerView):
            self.change(self.people.changed(ref, customer=answer.subject))
        else:
            self._not_taken(answer)

    def _not_taken(self, answer: tuple[visiting.PersonFault, ...] | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
        else:
            self.faulty.emit(answer)


def _nothing(_done: None) -> None:
    """Nothing is shown of it."""
