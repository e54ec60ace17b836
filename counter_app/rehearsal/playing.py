"""Plays a teller through the use cases, without a window: for the demo's seed, benchmarks, drills.

Does what a person at the desk does, step by step; knows no store and no Qt.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import ItemResult, Outcome, ReadBackMark, RunState, StepId
from counter_app.forms.run_views import Need
from counter_app.services import handling, visiting
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import OpenCase, PaperWish
from counter_app.services.visiting import PersonTold, Received


@dataclass(frozen=True, slots=True)
class Errand:
    """What somebody comes for: the service, the persons, what they want, and the details."""

    service: str
    persons: tuple[PersonTold, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    serial: str | None = None


class PlayStoppedError(Exception):
    """The play could not go on; says at what."""


Told = Callable[[OpenCase], None]


def begin(counter: Counter, acting: Acting, errand: Errand) -> OpenCase:
    """Receives the persons and starts the business."""
    visit = _ok(visiting.start_visit(counter, acting))
    received = _ok(visiting.receive(counter, acting, visit.subject, errand.persons))
    assert isinstance(received, Received)
    return _ok(
        handling.start_case(counter, acting, visit.subject, errand.service, received.parties)
    )


def go_on(
    counter: Counter,
    acting: Acting,
    opened: OpenCase,
    errand: Errand,
    until: StepId = StepId.COMPLETION,
    told: Told = lambda _opened: None,
) -> OpenCase:
    """Confirms step after step, up to and with `until`; `told` hears of each one kept."""
    while opened.case.completed is None:
        step = opened.run.step
        run = _filled(opened, errand)
        answer = handling.confirm(counter, acting, opened, run, PaperWish())
        opened = _ok(answer)
        told(opened)
        if step is until:
            break
    return opened


def serve(counter: Counter, acting: Acting, errand: Errand) -> OpenCase:
    """A whole visit: from the greeting to the closed door."""
    opened = go_on(counter, acting, begin(counter, acting, errand), errand)
    _ok(visiting.end_visit(counter, acting, opened.case.visits[-1], "served"))
    return opened


def _filled(opened: OpenCase, errand: Errand) -> RunState:
    run, runner = opened.run, opened.runner
    if run.step in (StepId.NEED, StepId.DETAILS):
        for line in runner.fields(run, run.step):
            if line.id in errand.values:
                run = run.with_value(line.id, errand.values[line.id])
        return run
    if run.step is StepId.DOCUMENTS:
        return _ticked(opened, run)
    if run.step is StepId.READ_BACK:
        for row in runner.read_back(run):
            run = run.with_mark(row.id, ReadBackMark("oral", row.lines))
        return run
    if run.step is StepId.CORE:
        return run.with_serial(errand.serial)
    for name, result in run.results.items():
        run = run.with_result(name, replace(result, returned=True))
    return run


def _ticked(opened: OpenCase, run: RunState) -> RunState:
    valid = run.business_date + dt.timedelta(days=365)
    for line in opened.runner.checklist(run):
        if line.need is not Need.REQUIRED:
            continue
        outcome = Outcome.COPIED if line.copy else Outcome.SEEN
        result = ItemResult(outcome)
        if line.needs_expiry:
            result = replace(result, valid_until=line.valid_until or valid)
        run = run.with_result(line.id, result)
    return run


def _ok(answer: object) -> "OpenCase":
    if isinstance(answer, Refusal):
        raise PlayStoppedError(f"{answer.code} {dict(answer.params)}")
    if not isinstance(answer, (OpenCase, Received)) and isinstance(answer, Sequence):
        raise PlayStoppedError(str(answer))
    faults = getattr(answer, "faults", ())
    if isinstance(faults, tuple) and faults and not hasattr(answer, "subject"):
        raise PlayStoppedError("; ".join(f"{one.where}: {one.code}" for one in faults))
    return answer  # type: ignore[return-value]
