"""Cases served through the services alone on the shipped procedures. Owns no assertion of its own."""

import datetime as dt
from collections.abc import Mapping

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import ItemResult, Outcome, ReadBackMark, RunState, StepId
from counter_app.forms.run_views import ChecklistLine
from counter_app.journal.facts.case import PartyTaken
from counter_app.journal.folds.presence import VisitView
from counter_app.services import handling, visiting
from counter_app.services.counter import Acting
from counter_app.services.express import originals_back
from counter_app.services.handling_results import OpenCase, OverrideNeeded, PaperWish, Stopped
from tests.unit.services.standing import Standing

SELF = PartyTaken(
    person="person/1",
    part="self",
    name="李桂兰",
    paper="resident_id",
    number="11010519840506002X",
    valid_until="2031-09-30",
    phone="13812345678",
    birth="1984-05-06",
    sex="F",
)
FIRM = PartyTaken(person="person/2", part="self", name="示例公司", paper="business_licence")
AGENT = PartyTaken(
    person="person/3",
    part="agent",
    name="陈雪梅",
    paper="resident_id",
    number="320106197805122241",
    valid_until="2030-01-01",
    phone="13912348802",
    birth="1978-05-12",
    sex="F",
)

PLAIN = PaperWish()


def begun(here: Standing, acting: Acting, service: str, *parties: PartyTaken) -> OpenCase:
    """A case of a service at the window of a person."""
    visit = visiting.start_visit(here.counter, acting)
    assert isinstance(visit, VisitView), visit
    opened = handling.start_case(here.counter, acting, visit.subject, service, parties or (SELF,))
    assert isinstance(opened, OpenCase), opened
    return opened


def served(
    here: Standing,
    acting: Acting,
    opened: OpenCase,
    told: Mapping[str, str],
    wish: PaperWish = PLAIN,
) -> OpenCase | OverrideNeeded | Stopped | Refusal:
    """The plain path to the end: every paper seen, every row confirmed, the serial typed."""
    now = opened
    while now.case.completed is None:
        run = _filled(now, told)
        answer = handling.confirm(here.counter, acting, now, run, wish)
        if not isinstance(answer, OpenCase):
            return answer
        now = answer
    return now


def _filled(now: OpenCase, told: Mapping[str, str]) -> RunState:
    """The step on show with everything as it should be."""
    run, runner = now.run, now.runner
    if run.step in (StepId.NEED, StepId.DETAILS):
        for field, raw in told.items():
            run = run.with_value(field, raw)
    if run.step is StepId.DOCUMENTS:
        for line in runner.missing(run):
            run = run.with_result(line.id, _seen(line))
    if run.step is StepId.READ_BACK:
        for row in runner.read_back(run):
            run = run.with_mark(row.id, ReadBackMark("oral", row.lines))
    if run.step is StepId.CORE:
        run = run.with_serial("CB77301846")
    return originals_back(runner, run) if run.step is StepId.COMPLETION else run


def _seen(line: ChecklistLine) -> ItemResult:
    outcome = Outcome.COPIED if line.copy else Outcome.SEEN
    until = dt.date(2031, 1, 1) if line.needs_expiry else None
    return ItemResult(outcome, valid_until=until, last4="4417" if line.needs_last4 else None)
