"""The visit at the desk: its persons as told, their draft, and receiving them.

Begins with F2 and ends when the persons leave. Cases of the visit are `case_at_desk`'s.
"""

import datetime as dt
from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import RunState
from counter_app.journal.facts.case import PartyTaken
from counter_app.journal.folds.presence import CustomerView, VisitView
from counter_app.services import handling, visiting
from counter_app.services.counter import Acting, Counter
from counter_app.services.runs import Place, with_draft
from counter_app.services.visiting import Received
from counter_app.ui.desk.case_at_desk import DRAFT_AFTER_MS
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.people import People, from_text, of_visit

_PEOPLE = "people"

Kept = tuple[VisitView, RunState, Place]


class Sitting(QObject):
    """One visit. `changed`: render the persons again; `received`: they are recorded."""

    changed = Signal()
    received = Signal()
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
        self.where: Callable[[], Place] = Place
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

    def load(self, visit: VisitView, parties: tuple[PartyTaken, ...] = (), draft: str = "") -> None:
        """A visit as facts and draft have it."""
        self._pause.stop()
        self.visit, self.parties = visit, parties
        self._before, self._key, self.busy = (), "", False
        self.people = from_text(draft) or of_visit(visit, parties)
        self.changed.emit()

    def leave(self) -> None:
        """Nobody is here: nothing of the last customer stays in the window."""
        self._pause.stop()
        self.visit, self.parties, self.people = None, (), People()
        self._before, self._key = (), ""
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
        """Keep what is half typed, now."""
        self._pause.stop()
        if self.visit is None:
            return
        acting, subject, place = self.means.acting, self.visit.subject, self.where()
        told = MappingProxyType({_PEOPLE: self.people.to_text()})
        run = RunState(self.today, values=told)
        self.means.work.do(
            self, lambda c: handling.keep_draft(c, acting, subject, run, place), self.saved.emit
        )

    def receive(self) -> None:
        """Record who is here and which identity papers were seen."""
        if self.visit is None or self.busy:
            return
        self.busy = True
        acting, subject, told = self.means.acting, self.visit.subject, self.people.persons
        self.means.work.do(
            self, lambda c: visiting.receive(c, acting, subject, told), self._received
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

    def _received(self, answer: Received | tuple[visiting.PersonFault, ...] | Refusal) -> None:
        self.busy = False
        if isinstance(answer, Received):
            self.visit, self.parties = answer.visit, answer.parties
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


def kept(counter: Counter, key: str, visit: VisitView) -> Kept:
    """A visit with the half-typed persons kept for it, and where the caret was.

    A use case of its own, run through `Work.do` like the others.
    """
    bare = RunState(counter.today())
    draft = counter.store.draft(key)
    run, place = with_draft(bare, draft.data) if draft else (bare, Place())
    return visit, run, place


def end(counter: Counter, acting: Acting, visit: str, outcome: str) -> VisitView | Refusal:
    """Ends a visit; what was half typed for it is forgotten, for it names persons."""
    ended = visiting.end_visit(counter, acting, visit, outcome)
    if not isinstance(ended, Refusal):
        counter.store.drop_draft(handling.draft_key(acting, visit))
    return ended


def people_text(run: RunState) -> str:
    """The persons of such a draft; empty without one."""
    return run.values.get(_PEOPLE, "")
