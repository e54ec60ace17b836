"""One header, many short cases 代发: the next person in one press, and who is done or open.

The first case of a batch is its header. Each person's own case carries what the procedure names:
answers of the need always, papers seen within the same visit alone. Every case has its own number,
papers and core serial; the batch itself is no subject, only the cases that name one header.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.run_state import RunState
from counter_app.forms.spec import ProcedureSpec
from counter_app.journal.facts.case import UnderHeader
from counter_app.journal.folds.case import CaseView
from counter_app.services import visiting
from counter_app.services.counter import Acting, Counter, still_may
from counter_app.services.handling import Beginning, begin_case, keep_draft, open_case
from counter_app.services.handling_results import OpenCase
from counter_app.services.read_models import CaseLine, Reader
from counter_app.services.runs import Place, result_of


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One person's case: its line in the lists, and whom it is for, as typed."""

    line: CaseLine
    person: str


@dataclass(frozen=True, slots=True)
class Group:
    """A batch: its header's case and number, the persons in order, how many were announced."""

    header: str
    number: str
    lines: tuple[GroupLine, ...]
    expected: int | None = None

    @property
    def done(self) -> int:
        """Persons whose case is completed."""
        return sum(one.line.state == "completed" for one in self.lines)

    @property
    def open(self) -> int:
        """Persons begun and not done: at a window, parked, in other hands."""
        return sum(one.line.state in ("open", "parked", "handed_over") for one in self.lines)


def carries(spec: ProcedureSpec) -> bool:
    """Whether the service is one of many short cases."""
    return bool(spec.carries)


def next_person(counter: Counter, acting: Acting, opened: OpenCase) -> OpenCase | Refusal:
    """Begins the next person's case under the same header, in this visit while it lasts."""
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    case, spec = opened.case, opened.runner.procedure.spec
    if case.started is None or not carries(spec):
        return Refusal("carries_nothing")
    if case.state != "completed":
        return Refusal("person_first")
    visit = _visit(counter, acting, case)
    if isinstance(visit, Refusal):
        return visit
    beginning = Beginning(visit, case.service, case.parties, under=_header(case))
    begun = begin_case(counter, acting, beginning)
    if isinstance(begun, Refusal):
        return begun
    run = _carried(begun, case, spec, same_visit=visit in case.visits)
    keep_draft(counter, acting, begun.case.subject, run, Place())
    return open_case(counter, acting, begun.case.subject)


def read_group(reader: Reader, header: str, spec: ProcedureSpec) -> Group | None:
    """The batch of a header, on the reader's thread; None where no case names it."""
    lines = reader.cases_under(header)
    if not lines:
        return None
    views = {one.subject: reader.view(one.subject) for one in lines}
    persons = tuple(GroupLine(one, _person(views[one.subject], spec)) for one in lines)
    first = views.get(header)
    members = tuple(one for one in persons if one.person or one.line.subject != header)
    return Group(header, lines[0].number, members, _expected(first, spec))


def _visit(counter: Counter, acting: Acting, case: CaseView) -> str | Refusal:
    """The last visit of the case while its persons are here; on another day a new one."""
    if case.visits:
        last = visiting.visit_view(counter, case.visits[-1])
        if last.ended is None and last.business_date == counter.today().isoformat():
            return last.subject
    started = visiting.start_visit(counter, acting)
    return started if isinstance(started, Refusal) else started.subject


def _header(case: CaseView) -> UnderHeader:
    assert case.started is not None
    return case.started.under or UnderHeader(
        case=case.subject, number=case.number, begun_at=case.first_at or ""
    )


def _carried(begun: OpenCase, case: CaseView, spec: ProcedureSpec, *, same_visit: bool) -> RunState:
    """What goes along. One look at a paper serves the cases of one visit, and of no other."""
    told = {name: case.need[name] for name in spec.carries if name in case.need}
    run = begun.run
    values: Mapping[str, str] = MappingProxyType({**run.values, **told})
    for name, raw in values.items():
        run = run.with_value(name, raw)
    if same_visit:
        for name in spec.carries:
            if name in case.documents:
                run = run.with_result(name, result_of(case.documents[name]))
    return run


def _person(view: object, spec: ProcedureSpec) -> str:
    """Whom a case is for: the first name among its details; empty for a header of its own."""
    if not isinstance(view, CaseView):
        return ""
    names = (one.id for one in spec.details if one.type == "name")
    return next((view.details[one] for one in names if one in view.details), "")


def _expected(view: object, spec: ProcedureSpec) -> int | None:
    if not isinstance(view, CaseView) or spec.count_in is None:
        return None
    told = view.details.get(spec.count_in, "")
    return int(told) if told.isdecimal() else None
