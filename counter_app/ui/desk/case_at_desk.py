"""The business open at the desk: its run, its draft, its undo, and confirming its steps.

Pages render `run` and call `change`; what a step means is decided by services and the runner. One
command runs at a time: a second press while one is under way does nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.refusal import Refusal
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import STEPS, RunState, StepId
from counter_app.forms.run_views import Fault
from counter_app.services import handling, overriding
from counter_app.services.counter import Acting, Counter
from counter_app.services.grouping import Group
from counter_app.services.handling_results import OpenCase, OverrideNeeded, PaperWish, Stopped
from counter_app.services.runs import Place
from counter_app.ui.desk.history import History
from counter_app.ui.desk.means import Means

DRAFT_AFTER_MS = 300

Answer = OpenCase | Stopped | OverrideNeeded | Refusal
Command = Callable[[Counter], Answer]
Retry = Callable[[str], None]
"""Does it again with the approval of that subject."""


class CaseAtDesk(QObject):
    """One open case. `changed`: render again; `stepped`: another step, or another case, is shown.

    `approval_wanted` with what needs it, and what does it again once it was given.
    """

    changed = Signal()
    stepped = Signal()
    saved = Signal(str)
    refused = Signal(object)
    stopped = Signal(object)
    approval_wanted = Signal(object, object)

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.means = means
        self.opened: OpenCase | None = None
        self.run: RunState | None = None
        self.busy = False
        self.asks_booking = False
        self.group: Group | None = None
        self.return_to: StepId | None = None
        self.where: Callable[[], Place] = Place
        self.way = ExpressWay(self)
        self._history = History()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_AFTER_MS)
        self._pause.timeout.connect(self.keep)

    @property
    def is_open(self) -> bool:
        """Whether a case is at the desk."""
        return self.opened is not None

    @property
    def read_only(self) -> bool:
        """Whether it may only be looked at: held by another, or ended."""
        opened = self.opened
        return opened is None or bool(opened.holders) or opened.case.state in handling.ENDED

    def at_hand(self) -> tuple[OpenCase, RunState, ProcedureRunner]:
        """The case, its run and its runner. Raises LookupError when none is open."""
        if self.opened is None or self.run is None:
            raise LookupError("no case is open at the desk")
        return self.opened, self.run, self.opened.runner

    def load(self, opened: OpenCase, *, interrupted: bool = False) -> None:
        """Show a case. After an interruption at the core step the question comes first."""
        self._pause.stop()
        self._history = History()
        self.return_to = None
        self.busy = False
        self.asks_booking = interrupted and opened.asks_booking
        self.opened, self.run = opened, opened.run
        if self.asks_booking and not self.read_only:
            # An earlier step may have been on show: the question stands before everything.
            self.run = replace(opened.run, step=StepId.CORE)
        self.stepped.emit()

    def close_case(self) -> None:
        """Nothing is at the desk any more; what was half typed is kept first."""
        if self._pause.isActive():
            self.keep()
        self.opened, self.run, self.group = None, None, None
        self._history = History()

    def change(self, run: RunState, key: str = "") -> None:
        """Take a run changed by hand. `key` names the field while it is being typed."""
        if self.run is None or self.read_only or run == self.run:
            return
        self._history = self._history.changed(self.run, key)
        self._put(run)

    def undo(self) -> None:
        """Take the last change back: a tick, a text, a move between steps."""
        self._travel(self._history.undo)

    def redo(self) -> None:
        """Do it again."""
        self._travel(self._history.redo)

    def go_to(self, step: StepId) -> None:
        """Show a step already reached."""
        _opened, run, _runner = self.at_hand()
        moved = run.go_to(step)
        if moved.step is not run.step:
            self._history = self._history.changed(run, "")
            self.run = moved
            self._pause.start()
            self.stepped.emit()

    def correct(self, step: StepId) -> None:
        """Go and mend something; confirming that step leads back to where the person is now."""
        _opened, run, _runner = self.at_hand()
        back = run.step
        self.go_to(step)
        self.return_to = back

    def moved(self) -> None:
        """The caret is in another field: kept a moment later."""
        if self.opened is not None and not self.read_only and not self.busy:
            self._pause.start()

    def keep(self) -> None:
        """Keep what is half typed, now."""
        self._pause.stop()
        if self.opened is None or self.run is None or self.read_only:
            return
        if self.busy:
            # The step being confirmed takes its draft away: what is kept now comes after it.
            self._pause.start()
            return
        subject, run, place = self.opened.case.subject, self.run, self.where()
        acting = self.means.acting
        self.means.work.do(
            self, lambda c: handling.keep_draft(c, acting, subject, run, place), self.saved.emit
        )

    def confirm(self, wish: PaperWish | None = None) -> None:
        """Confirm the step on show and go on."""
        opened, run, _runner = self.at_hand()
        acting, papers = self.means.acting, wish or PaperWish()
        self.command(
            lambda c: handling.confirm(c, acting, opened, run, papers),
            lambda override: self._confirm_with(override, papers),
        )

    def command(self, job: Command, retry: Retry | None = None) -> None:
        """Run one use case; `retry` does it again with the approval that it asked for."""
        if self.busy:
            return
        self.busy = True
        self._pause.stop()
        self.means.work.do(self, job, lambda answer: self._take(answer, retry))

    def work_failed(self) -> None:
        """The store could not do it; the next press counts again."""
        self.busy = False

    def _take(self, answer: Answer, retry: Retry | None) -> None:
        self.busy = False
        match answer:
            case OpenCase():
                self._took(answer)
            case Stopped():
                self._stopped(answer.faults)
            case OverrideNeeded():
                self.approval_wanted.emit(answer, retry)
            case Refusal(code="moved") as refusal:
                self._read_again(refusal)
            case Refusal():
                self.refused.emit(answer)

    def _took(self, opened: OpenCase) -> None:
        before = self.run
        same = self.opened is not None and self.opened.case.subject == opened.case.subject
        self.opened = opened
        self.run = opened.run
        if before is not None and same and opened.case.state == "open":
            self.run = _carried(before, opened.run, opened.runner)
            self._history = self._history.changed(before, "")
        else:
            self._history = History()
        if self.run != opened.run:
            self._pause.start()
        if not self._goes_on():
            self.stepped.emit()

    def _goes_on(self) -> bool:
        """After a correction: confirm what needs nothing more, up to where the person was."""
        _opened, run, runner = self.at_hand()
        if self.return_to is None or self.read_only or run.step is self.return_to:
            self.return_to = None
            return False
        if STEPS.index(run.step) > STEPS.index(self.return_to) or runner.can_leave(run, run.step):
            self.return_to = None
            return False
        self.confirm()
        return True

    def _stopped(self, faults: tuple[Fault, ...]) -> None:
        _opened, run, _runner = self.at_hand()
        first = faults[0].step
        # Reception is the visit's and no step of the case: a run that stood there would not go on.
        if first not in (run.step, StepId.RECEPTION):
            self.go_to(first)
        self.stopped.emit(faults)

    def _read_again(self, refusal: Refusal) -> None:
        opened, _run, _runner = self.at_hand()
        acting, subject = self.means.acting, opened.case.subject
        self.refused.emit(refusal)
        self.command(lambda c: handling.open_case(c, acting, subject))

    def _confirm_with(self, override: str, wish: PaperWish) -> None:
        """The approval is quoted in the case, then the same step is confirmed."""
        opened, run, _runner = self.at_hand()
        acting, subject = self.means.acting, opened.case.subject

        def job(counter: Counter) -> Answer:
            fresh = with_approval(counter, acting, subject, override)
            if isinstance(fresh, Refusal):
                return fresh
            return handling.confirm(counter, acting, fresh, run, wish)

        self.command(job, lambda another: self._confirm_with(another, wish))

    def _put(self, run: RunState) -> None:
        self.run = run
        self._pause.start()
        self.changed.emit()

    def _travel(self, move: Callable[[RunState], tuple[History, RunState] | None]) -> None:
        if self.run is None or self.read_only:
            return
        found = move(self.run)
        if found is None:
            return
        step = self.run.step
        self._history, self.run = found
        self._pause.start()
        if self.run.step is step:
            self.changed.emit()
        else:
            self.stepped.emit()


class ExpressWay:
    """Which way the case at the desk is served: on one screen, or step by step."""

    def __init__(self, case: CaseAtDesk) -> None:
        self._case = case
        self._standard = ""

    def fits(self) -> bool:
        """Whether it may be served on one screen: express as it stands, and nothing to ask first."""
        _opened, run, runner = self._case.at_hand()
        beside = runner.beside(run)
        return beside.weight == "express" and beside.care is None

    def chosen(self) -> bool:
        """Whether it is served on one screen: express, never turned to the standard way."""
        case = self._case
        if case.read_only or case.asks_booking or case.opened is None:
            return False
        return case.opened.case.subject != self._standard

    def turn_standard(self) -> None:
        """From here on step by step; everything typed stays."""
        case = self._case
        if case.opened is not None:
            self._standard = case.opened.case.subject
            case.keep()
            case.stepped.emit()


def with_approval(
    counter: Counter, acting: Acting, subject: str, override: str
) -> OpenCase | Refusal:
    """The case with an approval that was granted for it quoted in it."""
    case = handling.case_view(counter, subject)
    quoted = overriding.quote_in_case(counter, acting, case, override)
    return quoted if isinstance(quoted, Refusal) else handling.open_case(counter, acting, subject)


def _carried(before: RunState, fresh: RunState, runner: ProcedureRunner) -> RunState:
    """The confirmed run with what was typed or ticked ahead and stands in no fact yet."""
    asked = {line.id for line in runner.fields(before, before.step)}
    ahead = {
        name: text
        for name, text in before.values.items()
        if name not in asked and before.confirmed.get(name) != text
    }
    return replace(
        fresh,
        values=MappingProxyType({**fresh.values, **ahead}),
        results=MappingProxyType({**fresh.results, **before.results}),
        marks=MappingProxyType({**fresh.marks, **before.marks}),
        care=before.care if fresh.step is before.step else fresh.care,
        core_serial=fresh.core_serial or before.core_serial,
        reached=max(before.reached, fresh.reached, key=STEPS.index),
    )
