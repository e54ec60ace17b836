"""What stands in the way of leaving each step.

Owns the conditions of each gate, nothing else: who may come, fields, checklist, read-back, serial,
and the originals handed back. A gate judges its own step; the runner asks those before it too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from counter_app.domain.identity import IdentityKind
from counter_app.forms.asking import check_fields, sums_above
from counter_app.forms.compiled import Procedure
from counter_app.forms.condition_words import sentence
from counter_app.forms.conditions import (
    alternatives,
    facts_in,
    holding_part,
    holds,
    unknown_facts,
)
from counter_app.forms.run_state import Outcome, Part, RunState, StepId
from counter_app.forms.run_views import (
    ChecklistLine,
    Fault,
    Need,
    ReadBackLine,
    RowState,
    WayView,
)
from counter_app.forms.situation import Situation, way_of
from counter_app.forms.templates import filled
from counter_app.i18n import Text

Weight = Literal["express", "standard", "full"]

_PARTS_OF_WAY = {
    "self": (Part.SELF,),
    "agent": (Part.AGENT, Part.SELF),
    "guardian": (Part.GUARDIAN, Part.WARD),
}


@dataclass(frozen=True, slots=True)
class WeightCheck:
    """A fact that an express service is weighed by; `raises` is None while it cannot be told."""

    label: Text
    raises: bool | None


@dataclass(frozen=True, slots=True)
class CaseAtHand:
    """A case with what the runner has already worked out for its day."""

    procedure: Procedure
    state: RunState
    situation: Situation
    lines: tuple[ChecklistLine, ...]
    rows: tuple[ReadBackLine, ...]


def faults_at(step: StepId, case: CaseAtHand) -> tuple[Fault, ...]:
    """What is to be mended at a step before it may be left."""
    return _GATES[step](case)


def _reception(case: CaseAtHand) -> tuple[Fault, ...]:
    name = way_of(case.state.parties)
    if name is None:
        return (Fault(StepId.RECEPTION, "parties", "nobody_named"),)
    present = {party.part for party in case.state.parties}
    lacking = [part for part in _PARTS_OF_WAY[name] if part not in present]
    if lacking:
        return tuple(
            Fault(StepId.RECEPTION, "parties", "person_lacking", (("part", part.value),))
            for part in lacking
        )
    other = _other_kind(case)
    if other is not None:
        return (Fault(StepId.RECEPTION, "parties", other),)
    view = way_view(case.procedure, case.state, case.situation)
    if view is None or view.title is None:
        return (Fault(StepId.RECEPTION, "way", "way_not_offered", (("way", name),)),)
    if view.allowed is False:
        told = _with_what_remains(view)
        return (Fault(StepId.RECEPTION, "way", "way_refused", (("way", name),), told),)
    return ()


def _with_what_remains(view: WayView) -> Text | None:
    """Why it is refused and, where there is one, the lawful way that remains."""
    if view.why is None or view.instead is None:
        return view.why
    return Text(f"{view.why.zh}。{view.instead.zh}", f"{view.why.en}. {view.instead.en}")


def _other_kind(case: CaseAtHand) -> str | None:
    """Why the holder is not of the kind that the service is for; None: he is, or is not known."""
    holder = case.situation.people.get("holder")
    if holder is None or holder.identity_kind is None:
        return None
    kinds = case.procedure.spec.customer_kinds
    if holder.identity_kind == IdentityKind.BUSINESS_LICENCE:
        return None if "organisation" in kinds else "person_wanted"
    return None if "individual" in kinds else "organisation_wanted"


def way_view(procedure: Procedure, state: RunState, situation: Situation) -> WayView | None:
    """How the customer comes, judged on the situation's day."""
    name = way_of(state.parties)
    if name is None:
        return None
    spec = next((way for way in procedure.spec.who if way.way == name), None)
    if spec is None:
        return WayView(name, None, allowed=False, unknown=(), why=None)
    unknown = unknown_facts(procedure.nodes[spec.allowed_when], situation.values)
    return WayView(
        way=name,
        title=spec.title,
        allowed=procedure.holds(spec.allowed_when, situation.values),
        unknown=tuple(fact.label for fact in unknown),
        why=filled(spec.why, situation.words),
        instead=None if spec.instead is None else filled(spec.instead, situation.words),
    )


def _need(case: CaseAtHand) -> tuple[Fault, ...]:
    return check_fields(case.procedure, case.situation, StepId.NEED).faults


def _details(case: CaseAtHand) -> tuple[Fault, ...]:
    return check_fields(case.procedure, case.situation, StepId.DETAILS).faults


def _documents(case: CaseAtHand) -> tuple[Fault, ...]:
    return _undecided_way(case) + tuple(
        fault for line in case.lines for fault in _line_faults(line)
    )


def _undecided_way(case: CaseAtHand) -> tuple[Fault, ...]:
    """Whether this person may come at all must be known before papers are accepted."""
    view = way_view(case.procedure, case.state, case.situation)
    unknown = () if view is None else view.unknown
    return tuple(Fault(StepId.DOCUMENTS, "way", "way_undecided", (), label) for label in unknown)


def _line_faults(line: ChecklistLine) -> tuple[Fault, ...]:
    if line.outcome is Outcome.DEFERRED and line.deferral is None:
        return (Fault(StepId.DOCUMENTS, line.id, "line_not_deferrable"),)
    if line.settled:
        return ()
    if line.need is Need.UNDECIDED:
        reason = line.unknown[0] if line.unknown else None
        return (Fault(StepId.DOCUMENTS, line.id, "line_undecided", (), reason),)
    code = f"line_{line.standing.value}"
    return (Fault(StepId.DOCUMENTS, line.id, code, (), line.refused_because),)


def _read_back(case: CaseAtHand) -> tuple[Fault, ...]:
    """Every row is confirmed. An express service may pass rows unseen; they stay so recorded.

    A sum above its limit ends here: what was found is recorded, the business does not go on.
    """
    open_states = {RowState.WRONG, RowState.CHANGED}
    if weight_of(case.procedure, case.situation) != "express":
        open_states.add(RowState.UNSEEN)
    return sums_above(case.procedure, case.situation) + tuple(
        Fault(StepId.READ_BACK, row.id, f"row_{row.state.value}", (("row", str(row.number)),))
        for row in case.rows
        if row.state in open_states
    )


def weight_of(procedure: Procedure, situation: Situation) -> Weight:
    """How heavy the case is: an express service counts as standard where it is raised."""
    spec = procedure.spec
    raised = spec.weight == "express" and procedure.holds(spec.raised_when, situation.values)
    return "standard" if raised else spec.weight


def raised_because(procedure: Procedure, situation: Situation) -> Text | None:
    """Why an express case counts as standard: the part of the condition that holds, in words."""
    spec = procedure.spec
    if spec.weight != "express":
        return None
    found = holding_part(procedure.nodes[spec.raised_when], situation.values)
    return None if found is None else sentence(found, situation.figures)


def weight_checks(procedure: Procedure, situation: Situation) -> tuple[WeightCheck, ...]:
    """What an express service is weighed by, each fact once; no figure of a rule is told."""
    spec = procedure.spec
    if spec.weight != "express":
        return ()
    labels, answers = dict[str, Text](), dict[str, list[bool | None]]()
    for part in alternatives(procedure.nodes[spec.raised_when]):
        for fact in facts_in(part):
            if not fact.name.startswith("rule."):
                labels[fact.name] = fact.label
                answers.setdefault(fact.name, []).append(holds(part, situation.values))
    return tuple(WeightCheck(label, _any(answers[name])) for name, label in labels.items())


def _any(answers: list[bool | None]) -> bool | None:
    if True in answers:
        return True
    return None if None in answers else False


def _core(case: CaseAtHand) -> tuple[Fault, ...]:
    state = case.state
    if case.procedure.spec.core.serial == "none" or state.serial_later:
        return ()
    if state.core_serial is None or not state.core_serial.strip():
        return (Fault(StepId.CORE, "core_serial", "serial_missing"),)
    return ()


def _completion(case: CaseAtHand) -> tuple[Fault, ...]:
    return tuple(
        Fault(StepId.COMPLETION, line.id, "original_not_returned")
        for line in case.lines
        if _to_be_returned(case, line) and not line.returned
    )


def _to_be_returned(case: CaseAtHand, line: ChecklistLine) -> bool:
    item = case.procedure.spec.item(line.id)
    held = line.outcome in (Outcome.SEEN, Outcome.COPIED, Outcome.ALTERNATIVE)
    return item is not None and item.returned and item.form == "original" and held


_GATES: dict[StepId, Callable[[CaseAtHand], tuple[Fault, ...]]] = {
    StepId.RECEPTION: _reception,
    StepId.NEED: _need,
    StepId.DOCUMENTS: _documents,
    StepId.DETAILS: _details,
    StepId.READ_BACK: _read_back,
    StepId.CORE: _core,
    StepId.COMPLETION: _completion,
}
