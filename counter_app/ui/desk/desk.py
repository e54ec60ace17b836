"""The desk: which page is on show, what the left pane holds, and the way from one step to the next.

The only one who knows all pages. Reads lists through `Work.read`, runs use cases through `Work.do`.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import STEPS, StepId
from counter_app.forms.run_views import Fault
from counter_app.services import handling
from counter_app.services.care_gate import CARE_OPEN
from counter_app.services.counter import Counter
from counter_app.services.handling_results import OpenCase
from counter_app.services.read_models import Desk as DeskLines
from counter_app.services.runs import Place
from counter_app.services.versions import InForce
from counter_app.ui.approvals.dialog import ApprovalMeans
from counter_app.ui.desk.aside import CaseAside
from counter_app.ui.desk.care_errands import CareErrands
from counter_app.ui.desk.case_at_desk import CaseAtDesk
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.desk.errands import Errands
from counter_app.ui.desk.home_page import HomePage
from counter_app.ui.desk.late_serials import LateSerials
from counter_app.ui.desk.left_pane import (
    ANSWERED,
    DUE,
    PAPERS,
    SERIALS,
    PaneNow,
    copy_code,
    groups_of,
    serials_of,
)
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.pages import make_pages
from counter_app.ui.desk.readings import Readings
from counter_app.ui.desk.reveal import HeldReveal
from counter_app.ui.desk.scans import CaseScanned
from counter_app.ui.desk.sitting import Sitting
from counter_app.ui.desk.step_actions import StepActions, Wishes
from counter_app.ui.desk.to_core import ToCore
from counter_app.ui.desk.visit_errands import VisitErrands
from counter_app.ui.desk.waiting_copies import WaitingCopies
from counter_app.ui.shell import Frame, Page

SECOND_MS = 1000
PANE_EVERY_S = 20
READ_AFTER_MS = 50
NOTHING = DeskLines((), (), (), (), (), ())


class Desk(QObject):
    """One teller's desk in one window. `saved` with the UTC time of the last thing kept."""

    saved = Signal(str)

    def __init__(self, frame: Frame, means: Means, approvals: ApprovalMeans) -> None:
        super().__init__(frame)
        self.means, self._frame = means, frame
        case, sitting, wishes = CaseAtDesk(means, self), Sitting(means, self), Wishes(self)
        actions, to_core = StepActions(case, wishes), ToCore(means, case, self)
        aside = CaseAside(means, sitting, case)
        self.parts = Parts(means, sitting, case, wishes, actions, aside, to_core)
        self._pages = make_pages(frame, self.parts)
        self.home, self.need = self._pages.home, self._pages.need
        self.reception, self._steps = self._pages.reception, self._pages.steps
        self.errands = Errands(frame, self.parts, approvals)
        self.visits = VisitErrands(frame, self.parts, self.reception)
        self.serials, self.copies = LateSerials(frame, self.parts), WaitingCopies(frame, means)
        self._in_force: InForce | None = None
        self._lines, self._seconds = NOTHING, 0
        self._current: Page = self.home
        self._returning = False
        self._readings = Readings(frame, self.parts, self._pages, self.visits)
        self._reveal, care = HeldReveal(frame, self.parts), CareErrands(frame, self.parts)
        for helper in (self.errands, self.visits, self.serials, self.copies, self._reveal, care):
            helper.setParent(self)  # they end with this desk
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND_MS)
        self._tick.timeout.connect(self._second)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(READ_AFTER_MS)
        self._reading.timeout.connect(self.refresh)
        self._connect()

    # --- from outside

    def start(self) -> None:
        """Sign-on is done: read the services of the day, then go back to where the work was."""
        self._reveal.watch(self._frame)
        self._tick.start()
        self._frame.show_page(self._current)
        self._returning = True
        self.means.work.do(self, _services, self._services_read)

    def show(self) -> None:
        """The desk's tab was chosen."""
        self._frame.show_page(self._current)

    def refresh(self) -> None:
        """Something changed in the store: the left pane again."""
        self._reading.stop()
        self.errands.taking.look_again()
        staff, terminal = self.means.acting.staff, self.means.terminal
        today = self._today().isoformat()
        self.means.work.read(
            self, "desk", lambda reader: reader.desk(staff, terminal, today), self._show_pane
        )

    def scanned(self, text: str) -> None:
        """The reader read something: a paper of ours anywhere, a person or a serial on its page."""
        if not self.serials.scanned(text):
            self._readings.scanned(text, self._today())

    def paper_read(self, read: PaperRead | Refusal) -> None:
        """A reader gave an identity paper, or could not."""
        self._readings.paper_read(read)

    def picked(self, code: str) -> None:
        """A hit of the search: a case is opened, a customer is put to the person in focus."""
        kind = code.partition("/")[0]
        if kind == "CT2":
            self.scanned(code)
        elif kind == "case":
            self.open_line(code)
        elif kind == "customer":
            self.visits.attach(code)

    def open_line(self, code: str) -> None:
        """Open what a row of the left pane stands for."""
        self._keep_all()
        if code.startswith("visit/"):
            self.visits.open_visit(code)
        elif code.startswith("case/"):
            self.errands.taking.open_case(code)

    def _ours_scanned(self, found: CaseScanned) -> None:
        self._keep_all()
        if found.code is not None:
            self.visits.open_code(found.code)
        else:
            self.errands.open_scanned(found)

    def work_failed(self) -> None:
        """The store could not do what was asked; presses count again."""
        self.parts.case.work_failed()
        self.parts.sitting.work_failed()

    def put_away(self) -> None:
        """Sign-off or another person: keep what is half typed, show nothing more."""
        self._tick.stop()
        self._reading.stop()
        self._keep_all()

    def dispose(self) -> None:
        """The person has signed off: nothing of this desk stays in window or memory."""
        self.put_away()
        self._pages.remove(self._frame, self.parts)
        self.deleteLater()

    def _keep_all(self) -> None:
        self.parts.case.keep()
        self.parts.sitting.keep()

    # --- wiring

    def _connect(self) -> None:
        parts, wishes = self.parts, self.parts.wishes
        self._readings.refused, self._readings.of_ours = self._show_refusal, self._ours_scanned
        parts.case.where = lambda: self._page().place()
        parts.sitting.where = self._place_at_reception
        parts.sitting.in_case = self._persons_in_case
        for page in self._steps.values():
            page.moved.connect(parts.sitting.moved if page is self.reception else parts.case.moved)
        parts.case.stepped.connect(self._case_stepped)
        parts.case.stopped.connect(self._show_faults)
        parts.case.refused.connect(self._show_refusal)
        parts.case.saved.connect(self.saved)
        parts.sitting.saved.connect(self.saved)
        parts.sitting.received.connect(self._received)
        wishes.next_visit.connect(self.visits.next_visit)
        self.visits.begun.connect(self._visit_begun)
        self.visits.opened.connect(self._visit_opened)
        self.visits.case_held.connect(self.errands.taking.open_case)
        self.visits.case_begun.connect(self._opened)
        self.visits.wants_reception.connect(lambda: self._put(self.reception))
        parts.sitting.refused.connect(self._show_refusal)
        wishes.another_case.connect(self._another_case)
        wishes.show_step.connect(self._show_step)
        wishes.notice.connect(lambda: self._put(self._pages.notice))
        wishes.focus_field.connect(lambda field: self._page().restore(Place(field)))
        wishes.script.connect(self._toggle_script)
        wishes.parked_list.connect(lambda: self.errands.list_parked(self._lines, self._pane_now()))
        wishes.serials.connect(
            lambda: self.serials.see_to(serials_of(self._lines, self._pane_now()))
        )
        wishes.copies.connect(lambda: self.copies.choose(self._lines.papers))
        self.serials.recorded.connect(self.refresh)
        self.copies.refused.connect(self._show_refusal)
        self.need.service_chosen.connect(self._start_case)
        self._pages.notice.given.connect(self.errands.give_notice)
        self._pages.notice.spoken.connect(self.errands.speak_notice)
        self.errands.resumed.connect(self._opened)
        self.errands.left.connect(self._leave)
        self.errands.remote.moved.connect(self.refresh)
        self._frame.body.queue.opened.connect(self._row_opened)

    def _row_opened(self, group: str, code: str) -> None:
        if group == DUE:
            case = next((line.case for line in self._lines.due if line.subject == code), "")
            self.open_line(case)
        elif group == PAPERS:
            self.copies.ask(next(one for one in self._lines.papers if copy_code(one) == code))
        elif group in ANSWERED:
            self.errands.answer(group, code, self._lines)
        elif group == SERIALS:
            self.serials.ask_for(serials_of(self._lines, self._pane_now()), code)
        else:
            self.open_line(code)

    # --- start and the left pane

    def _services_read(self, in_force: InForce) -> None:
        self._in_force = in_force
        self.parts.sitting.today = in_force.on
        self.need.set_services(in_force)
        self.refresh()

    def _today(self) -> dt.date:
        return self._in_force.on if self._in_force else self.means.now().date()

    def _show_pane(self, lines: DeskLines) -> None:
        self._lines = replace(lines, approvals=self.errands.remote.take(lines.approvals))
        self._frame.set_groups(groups_of(self._lines, self._pane_now()))
        if self._returning:
            self._returning = False
            self._return_to_work()

    def _return_to_work(self) -> None:
        """After a start: the case that was open, else the visit, else an empty desk."""
        waiting = {line.visit for line in self._lines.parked}
        bare = [line.subject for line in self._lines.visits if line.subject not in waiting]
        self.visits.restarted = bool(self._lines.open)
        if self.visits.restarted:
            self.errands.taking.open_case(self._lines.open[0].subject)
        elif bare:
            self.visits.open_visit(bare[0])

    def _pane_now(self) -> PaneNow:
        specs = self._in_force.catalogue.in_force(self._in_force.on) if self._in_force else ()
        titles = {spec.code: self.means.say(spec.title) for spec in specs}
        opened = self.parts.case.opened
        current, visit = opened.case.subject if opened else "", self.parts.sitting.subject
        longest = self._in_force.longest_parked if self._in_force else None
        moment = (self.means.now(), self._today().isoformat(), self.means.language())
        return PaneNow(*moment, titles, current, visit, longest)

    def _second(self) -> None:
        self._seconds += 1
        page = self._frame.page()
        if isinstance(page, CasePage):
            page.tick_clock()
        if self._seconds % PANE_EVERY_S == 0:
            self._frame.set_groups(groups_of(self._lines, self._pane_now()))

    def _visit_begun(self) -> None:
        self.parts.case.close_case()
        self.parts.aside.set_history(())
        self._put(self.reception)
        self.refresh()

    def _visit_opened(self, place: Place) -> None:
        self._visit_begun()
        self.reception.restore(place)

    def _received(self) -> None:
        self.refresh()
        case, sitting, acting = self.parts.case, self.parts.sitting, self.means.acting
        if not case.is_open:
            self.need.picker.clear()
            self._put(self.need)
            return
        opened, _run, _runner = case.at_hand()
        visit, parties = sitting.subject, sitting.parties
        case.command(lambda c: handling.take_parties(c, acting, opened, visit, parties))

    def _start_case(self, code: str) -> None:
        acting, sitting = self.means.acting, self.parts.sitting
        visit, parties = sitting.subject, sitting.parties
        self.parts.case.command(lambda c: handling.start_case(c, acting, visit, code, parties))

    def _another_case(self) -> None:
        self.parts.case.close_case()
        self.need.picker.clear()
        self._put(self.need)
        self.parts.sitting.moved()

    def _leave(self) -> None:
        """Nobody is at the window: nothing of the last customer stays on show."""
        self.parts.case.close_case()
        self.parts.sitting.leave()
        self.parts.aside.set_history(())
        self._put(self.home)
        self.refresh()

    def _opened(self, answer: OpenCase | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._show_refusal(answer)
            return
        if answer.visit is not None:
            self.parts.sitting.load(answer.visit, answer.case.parties)
        self.parts.case.load(answer, interrupted=True)
        if self._pages.care.begun():
            self._put(self._pages.care)
        self._page().restore(answer.place)
        if answer.case.is_provisional and not answer.case.parties:
            self._put(self.reception)
        self.visits.lay_back()
        self.visits.read_history(answer)

    def _case_stepped(self) -> None:
        """Show the page of the step; a case that waits leaves the desk."""
        opened, run, runner = self.parts.case.at_hand()
        state = opened.case.state
        if state in ("parked", "handed_over") and not opened.holders:
            self._away(opened)
            return
        if state in handling.ENDED:
            self._put(self._pages.done)
        else:
            self._put(self._pages.serving(self.parts.case))
            unbegun = opened.case.step == "" and not self.parts.case.read_only
            if unbegun and self._current is self.need and not runner.fields(run, StepId.NEED):
                self.parts.case.confirm()
        self._reading.start()  # the page of the step is painted first

    def _away(self, opened: OpenCase) -> None:
        self._leave()
        self.visits.say_away(opened, self.errands.taking.resume)

    def _show_step(self, step: StepId) -> None:
        case = self.parts.case
        if step is StepId.DOCUMENTS and case.run is not None and case.run.step is step:
            self._put(self._steps[step])
        elif step is StepId.RECEPTION and self.parts.sitting.is_open:
            self._put(self.reception)
        elif not case.is_open:
            self._put(self._steps[step] if STEPS.index(step) <= 1 else self.need)
        elif case.run is not None and case.run.step is step:
            self._put(self._steps[step])
        else:
            case.go_to(step)

    # --- showing

    def _put(self, page: Page) -> None:
        turned = (self._current is self.reception) is not (page is self.reception)
        self._current = page
        self._frame.show_page(page)
        if turned:
            self.parts.sitting.moved()

    def _page(self) -> CasePage:
        return self._current if isinstance(self._current, CasePage) else self.reception

    def _place_at_reception(self) -> Place | None:
        return self.reception.place() if self._current is self.reception else None

    def _persons_in_case(self) -> bool:
        opened = self.parts.case.opened
        return opened is not None and opened.case.parties == self.parts.sitting.parties

    def _show_faults(self, faults: Sequence[Fault]) -> None:
        if faults and faults[0].step is StepId.RECEPTION:
            self._put(self.reception)
        if faults and faults[0].code == CARE_OPEN:
            self._put(self._pages.care)
        else:
            self._page().show_faults(faults)

    def _show_refusal(self, refusal: Refusal) -> None:
        page = self._frame.page()
        if isinstance(page, CasePage | HomePage):
            page.show_refusal(refusal)

    def _toggle_script(self) -> None:
        self.parts.aside.script_on = not self.parts.aside.script_on
        self._page().offers_changed.emit()


def _services(counter: Counter) -> InForce:
    return counter.shelf.in_force(counter.today())
