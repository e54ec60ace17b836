"""An express business from its one screen: every step confirmed in order, then completed.

Owns only the order; each step is judged and written by `handling` as in the standard way, so the
journal has the same facts. Nothing is written while anything on the screen is still to be mended.
"""

from dataclasses import replace
from types import MappingProxyType

from counter_app.domain.refusal import Refusal
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import STEPS, ItemResult, Outcome, ReadBackMark, RunState, StepId
from counter_app.forms.run_views import ChecklistLine, Need, Standing
from counter_app.services import handling
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import OpenCase, OverrideNeeded, PaperWish, Stopped

_TO_LOOK_AT = (Standing.NO_EXPIRY, Standing.NO_LAST4)
_HELD = (Outcome.SEEN, Outcome.COPIED, Outcome.ALTERNATIVE)


def finish(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: PaperWish
) -> OpenCase | Stopped | OverrideNeeded | Refusal:
    """Confirms all steps that are left and completes; `run` is the screen as it stands.

    Handing the originals back is part of completing. Faults of any step stop before the first is
    written; a case that has become heavier than express is refused as `not_express`.
    """
    beside = opened.runner.beside(run)
    if beside.weight != "express" or beside.care is not None:
        return Refusal("not_express")
    whole = originals_back(opened.runner, run)
    faults = opened.runner.can_leave(whole, StepId.COMPLETION)
    if faults:
        return Stopped(faults)
    now = opened
    while now.case.completed is None:
        answer = handling.confirm(counter, acting, now, whole, wish)
        if not isinstance(answer, OpenCase):
            return answer
        now, whole = answer, _carried(whole, answer.run)
    return now


def originals_back(runner: ProcedureRunner, run: RunState) -> RunState:
    """Every original that goes back to the customer marked as handed back."""
    held = originals_in_hand(runner, run)
    changed = {name: replace(run.results[name], returned=True) for name in held}
    return replace(run, results=MappingProxyType({**run.results, **changed}))


def originals_in_hand(runner: ProcedureRunner, run: RunState) -> tuple[str, ...]:
    """The lines whose originals were taken in hand and go back to the customer."""
    going_back = {
        item.id
        for item in runner.procedure.spec.checklist
        if item.returned and item.form == "original"
    }
    return tuple(
        line.id
        for line in runner.checklist(run)
        if line.id in going_back and line.need is not Need.NOT_NEEDED and line.outcome in _HELD
    )


def tick_together(runner: ProcedureRunner, run: RunState) -> RunState:
    """原件均已验: every required line that waits, save those that only the paper itself answers."""
    looks = {line.id for line in look_lines(runner, run)}
    for line in runner.checklist(run):
        waits = line.need is Need.REQUIRED and line.standing is Standing.NOT_YET
        if waits and line.id not in looks:
            run = run.with_result(line.id, _ticked(line))
    return run


def look_lines(runner: ProcedureRunner, run: RunState) -> tuple[ChecklistLine, ...]:
    """必看: the required lines that a tick does not answer, only what stands on the paper.

    A validity that the reader has told already is not asked again.
    """
    needed = [one for one in runner.checklist(run) if one.need is Need.REQUIRED]
    for line in needed:
        run = run.with_result(line.id, _ticked(line))
    open_still = {one.id for one in runner.checklist(run) if one.standing in _TO_LOOK_AT}
    return tuple(one for one in needed if one.ticked_alone and one.id in open_still)


def read_back_answered(runner: ProcedureRunner, run: RunState) -> RunState:
    """The one sentence was read and the customer said yes: every row counts as confirmed aloud."""
    for line in runner.read_back(run):
        run = run.with_mark(line.id, ReadBackMark("oral", line.lines))
    return run


def read_back_unanswered(run: RunState) -> RunState:
    """The customer did not answer: the rows stay recorded as not confirmed."""
    return replace(run, marks=MappingProxyType({}))


def _ticked(line: ChecklistLine) -> ItemResult:
    return ItemResult(Outcome.COPIED if line.copy else Outcome.SEEN)


def _carried(before: RunState, fresh: RunState) -> RunState:
    """The screen at the next step, with what the facts confirmed so far."""
    return replace(
        before,
        step=fresh.step,
        reached=max(before.reached, fresh.reached, key=STEPS.index),
        values=MappingProxyType({**before.values, **fresh.confirmed}),
        confirmed=fresh.confirmed,
        corrections=fresh.corrections,
    )
