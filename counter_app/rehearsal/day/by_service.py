"""A teller's hands on the use cases, for the visits of the day that do not go through the window.

Owns the way from the greeting to the end and the waiting between; what is done is the script's.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import ItemResult, Outcome, RunState, StepId
from counter_app.forms.run_views import ChecklistLine
from counter_app.rehearsal.day.answers import calm_answers, with_answers
from counter_app.rehearsal.playing import Errand, PlayStoppedError, begin, filled
from counter_app.services import caring, handling, visiting
from counter_app.services.care_gate import CARE_OPEN, care_open
from counter_app.services.caring import CareTold
from counter_app.services.counter import Acting, Counter
from counter_app.services.express import originals_back
from counter_app.services.handling_results import OpenCase, OverrideNeeded, PaperWish, Stopped
from counter_app.services.visiting import PersonTold

T = TypeVar("T")
NOTHING: Mapping[str, str] = MappingProxyType({})
WITH_RECEIPT = PaperWish(receipt=True)
MOST_STEPS = 12
"""A case has seven; going back never happens here."""


def done(answer: T | Refusal | OverrideNeeded | Stopped) -> T:
    """The answer of a use case that must not be refused here."""
    match answer:
        case Refusal():
            raise PlayStoppedError(f"{answer.code} {dict(answer.params)}")
        case OverrideNeeded():
            raise PlayStoppedError(f"{answer.matter} needs an approver")
        case Stopped():
            raise PlayStoppedError("; ".join(f"{one.where}: {one.code}" for one in answer.faults))
    return answer


@dataclass(slots=True)
class ServiceHands:
    """One teller at one window; `wait` lets minutes of the played day pass.

    `wish` is what the customers want printed.
    """

    counter: Counter
    teller: Acting
    wait: Callable[[float], None]
    served: int = 0
    wish: PaperWish = WITH_RECEIPT

    def begin(self, service: str, *persons: PersonTold) -> OpenCase:
        """Somebody comes, and a business begins."""
        self.wait(0.5)
        return begin(self.counter, self.teller, Errand(service, persons))

    def go_on(
        self, opened: OpenCase, values: Mapping[str, str] = NOTHING, until: StepId | None = None
    ) -> OpenCase:
        """Step after step to the end, or up to where `until` is on show."""
        for _step in range(MOST_STEPS):
            if opened.case.completed is not None or opened.run.step is until:
                return opened
            self.wait(0.15)
            opened = self._confirm(opened, self._filled(opened, values))
        raise PlayStoppedError(f"{opened.case.service} does not come to its end")

    def serve(
        self, service: str, *persons: PersonTold, values: Mapping[str, str] = NOTHING
    ) -> OpenCase:
        """A whole visit."""
        opened = self.go_on(self.begin(service, *persons), values)
        self.leave(opened, "served")
        return opened

    def leave(self, opened: OpenCase, outcome: str) -> None:
        """The customer goes."""
        done(visiting.end_visit(self.counter, self.teller, opened.case.visits[-1], outcome))

    def only_asked(self, outcome: str) -> None:
        """Somebody comes and goes without a business."""
        self.wait(2)
        visit = done(visiting.start_visit(self.counter, self.teller))
        self.wait(1)
        done(visiting.end_visit(self.counter, self.teller, visit.subject, outcome))

    def serial(self) -> str:
        """The core's next serial."""
        self.served += 1
        return f"HX{self.served:08d}"

    def _confirm(self, opened: OpenCase, run: RunState) -> OpenCase:
        answer = handling.confirm(self.counter, self.teller, opened, run, self.wish)
        if isinstance(answer, Stopped) and answer.faults[0].code == CARE_OPEN:
            care = care_open(self.counter, opened.case.subject, opened.runner, run)
            assert care is not None
            told = CareTold(calm_answers(care), "proceed")
            held = done(caring.settle(self.counter, self.teller, opened, run, told))
            answer = handling.confirm(self.counter, self.teller, held, run, PaperWish())
        return done(answer)

    def _filled(self, opened: OpenCase, values: Mapping[str, str]) -> RunState:
        run, runner = opened.run, opened.runner
        match run.step:
            case StepId.NEED | StepId.DETAILS:
                return self._answered(opened, values)
            case StepId.DOCUMENTS:
                for line in runner.missing(run):
                    run = run.with_result(line.id, seen(line, run.business_date))
                return run
            case StepId.CORE:
                expected = runner.procedure.spec.core.serial == "expected"
                late = values.get("serial") == "later" or not expected
                return run.with_serial(None if late else self.serial())
            case StepId.COMPLETION:
                return originals_back(runner, run)
        return filled(opened, Errand(opened.case.service, ()))

    def _answered(self, opened: OpenCase, values: Mapping[str, str]) -> RunState:
        """An answer may bring further fields to be answered."""
        run, before = opened.run, None
        while run is not before:
            before = run
            run = with_answers(run, tuple(opened.runner.fields(run, run.step)), values)
        return run


def seen(line: ChecklistLine, today: dt.date) -> ItemResult:
    """A paper that is in order, with what only the paper says."""
    until = line.valid_until or today + dt.timedelta(days=365)
    return ItemResult(
        Outcome.COPIED if line.copy else Outcome.SEEN,
        valid_until=until if line.needs_expiry else None,
        last4="4417" if line.needs_last4 else None,
    )
