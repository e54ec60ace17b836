"""The end of a case: what is decided about deferrals, next steps, originals and follow-ups."""

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.forms.run_state import Outcome, RunState
from counter_app.forms.run_views import PlannedStep
from counter_app.i18n import same
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.case import (
    CaseCompleted,
    DocumentChecked,
    NextStepSet,
    OriginalsReturned,
)
from counter_app.journal.facts.presence import FollowUpSet
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import OpenCase, OverrideNeeded
from counter_app.services.handling_steps import words
from counter_app.services.ports import NewFact


@dataclass(frozen=True, slots=True)
class Completion:
    """The facts that end a case, and the promises that outlive it."""

    facts: tuple[Fact, ...]
    follow_ups: tuple[NewFact, ...]


def completion(counter: Counter, acting: Acting, opened: OpenCase, run: RunState) -> Completion:
    """What completing this run writes, papers apart."""
    steps = opened.runner.next_steps(run)
    returned = [one for one in opened.case.documents.values() if one.original]
    facts: list[Fact] = []
    if returned:
        facts.append(_returned(returned))
    deferred = any(one.outcome == "deferred" for one in opened.case.documents.values())
    waits = deferred or any(one.actor == "branch" and one.day is not None for one in steps)
    facts.append(
        CaseCompleted(
            outcome="accepted" if waits else "done",
            next_steps=tuple(_step(one) for one in steps),
        )
    )
    return Completion(tuple(facts), tuple(_promises(counter, acting, opened, steps)))


def deferrals_to_approve(opened: OpenCase, run: RunState) -> OverrideNeeded | None:
    """The first deferred line that no approver has signed for."""
    approved = {one.item for one in opened.case.approvals if one.matter == "deferral"}
    for line in opened.runner.checklist(run):
        if line.outcome is Outcome.DEFERRED and line.id not in approved:
            due = line.deferral.due.isoformat() if line.deferral else ""
            evidence = (line.title.zh, line.why.zh, due, line.source.title.zh)
            return OverrideNeeded("deferral", line.id, evidence)
    return None


def _returned(returned: Sequence[DocumentChecked]) -> OriginalsReturned:
    return OriginalsReturned(items=tuple(one.item for one in returned), count=len(returned))


def _step(step: PlannedStep) -> NextStepSet:
    return NextStepSet(
        step=step.id,
        date=step.day.isoformat() if step.day else None,
        provisional=step.provisional,
        actor=step.actor,
        action=words(step.action),
        day=words(step.day_words or same("")),
        source=step.source.title.zh,
    )


def _promises(
    counter: Counter, acting: Acting, opened: OpenCase, steps: Sequence[PlannedStep]
) -> list[NewFact]:
    return [
        NewFact(
            counter.fresh("followup"),
            FollowUpSet(
                case=opened.case.subject,
                case_number=opened.case.number,
                what=step.follow_up.what.zh,
                due=step.day.isoformat(),
                staff=acting.staff,
                post=step.follow_up.post.zh,
            ),
        )
        for step in steps
        if step.follow_up is not None and step.day is not None
    ]
