"""Plays a teller through the use cases, without a window: for the demo's seed, benchmarks, drills.

Does what a person at the desk does, step by step; knows no store and no Qt.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import ItemResult, Outcome, ReadBackMark, RunState, StepId
from counter_app.forms.run_views import Need
from counter_app.services import handling, visiting
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import OpenCase, OverrideNeeded, PaperWish, Stopped
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


def begin(counter: Counter, acting: Acting, errand: Errand) -> OpenCase:
    """Receives the persons and starts the business."""
    visit = visiting.start_visit(counter, acting)
    if isinstance(visit, Refusal):
        raise PlayStoppedError(visit.code)
    received = visiting.receive(counter, acting, visit.subject, errand.persons)
    if not isinstance(received, Received):
        raise PlayStoppedError(str(received))
    return _ok(
        handling.start_case(counter, acting, visit.subject, errand.service, received.parties)
    )


def steps(counter: Counter, acting: Acting, opened: OpenCase, errand: Errand) -> Iterator[OpenCase]:
    """Confirms step after step; gives the case after each one that was kept."""
    while opened.case.completed is None:
        run = filled(opened, errand)
        opened = _ok(handling.confirm(counter, acting, opened, run, PaperWish()))
        yield opened


def go_on(
    counter: Counter, acting: Acting, opened: OpenCase, errand: Errand, until: StepId
) -> OpenCase:
    """Confirms up to and with the step `until`."""
    for confirmed in steps(counter, acting, opened, errand):
        before, opened = opened.run.step, confirmed
        if before is until:
            break
    return opened


def serve(counter: Counter, acting: Acting, errand: Errand) -> OpenCase:
    """A whole visit: from the greeting to the closed door."""
    opened = go_on(counter, acting, begin(counter, acting, errand), errand, StepId.COMPLETION)
    visiting.end_visit(counter, acting, opened.case.visits[-1], "served")
    return opened


def filled(opened: OpenCase, errand: Errand) -> RunState:
    """The step shown, filled in as a teller would: values, ticks, confirmations, the serial."""
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


def _ok(answer: OpenCase | Stopped | OverrideNeeded | Refusal) -> OpenCase:
    match answer:
        case OpenCase():
            return answer
        case Refusal():
            raise PlayStoppedError(f"{answer.code} {dict(answer.params)}")
        case Stopped():
            raise PlayStoppedError("; ".join(f"{one.where}: {one.code}" for one in answer.faults))
    raise PlayStoppedError(f"{answer.matter} needs an approver")
