"""The fields of a step as shown, and what is to be mended in them.

Owns the judgement of typed values step by step; reading a single value is `field_values`'s.
"""

from counter_app.domain.refusal import Refusal
from counter_app.forms.checklist import source_view
from counter_app.forms.compiled import Procedure
from counter_app.forms.field_values import Entered
from counter_app.forms.run_state import StepId
from counter_app.forms.run_views import Fault, FieldCheck, FieldLine, FieldOption, SumView
from counter_app.forms.situation import FieldState, Situation, parts_of
from counter_app.forms.spec import FieldSpec
from counter_app.forms.summing import is_above, sum_view
from counter_app.forms.templates import filled


def fields_of_step(procedure: Procedure, step: StepId) -> tuple[FieldSpec, ...]:
    """What a step asks; only NEED and DETAILS ask anything."""
    if step is StepId.NEED:
        return procedure.spec.needs
    return procedure.spec.details if step is StepId.DETAILS else ()


def field_lines(procedure: Procedure, situation: Situation, step: StepId) -> tuple[FieldLine, ...]:
    """The fields to show, in order. A field whose condition is not decided yet is not shown."""
    states = [situation.fields[spec.id] for spec in fields_of_step(procedure, step)]
    return tuple(_line(procedure, situation, state) for state in states if state.shown)


def _line(procedure: Procedure, situation: Situation, state: FieldState) -> FieldLine:
    spec = state.spec
    return FieldLine(
        id=spec.id,
        label=filled(spec.label, situation.words),
        type=spec.type,
        required=state.required,
        value=state.raw,
        prefilled=state.prefilled,
        read_only=spec.carried_from is not None or spec.sum is not None,
        options=tuple(FieldOption(option, label) for option, label in state.options),
        hint=None if spec.hint is None else filled(spec.hint, situation.words),
        max_length=spec.max_length,
        why=filled(spec.why, situation.words),
        source=source_view(procedure.spec, spec.source),
        sum=_sum(situation, state),
    )


def _sum(situation: Situation, state: FieldState) -> SumView | None:
    spec = state.spec
    if spec.sum is None:
        return None
    return sum_view(
        spec,
        parts_of(spec, situation.fields),
        state.entered if isinstance(state.entered, Entered) else None,
        situation.figures[spec.sum.limit.removeprefix("rule.")],
        lambda text: filled(text, situation.words),
    )


def sums_above(procedure: Procedure, situation: Situation) -> tuple[Fault, ...]:
    """Sums that pass their limit: recorded as found, but nobody is read back what cannot be."""
    return tuple(
        Fault(
            StepId.DETAILS if spec in procedure.spec.details else StepId.NEED,
            spec.id,
            "sum_above",
            reason=filled(spec.sum.above, situation.words),
        )
        for spec in procedure.spec.fields
        if spec.sum is not None and is_above(spec, situation.values)
    )


def check_fields(procedure: Procedure, situation: Situation, step: StepId) -> FieldCheck:
    """Normalised values of the shown and filled fields, and every fault.

    A sum that waits for its parts is no fault of its own: they are told.
    """
    values: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for spec in fields_of_step(procedure, step):
        state = situation.fields[spec.id]
        if not state.shown:
            continue
        match state.entered:
            case Entered() as entered:
                values.append((spec.id, entered.text))
            case Refusal() as refusal:
                params = tuple((key, str(value)) for key, value in refusal.params.items())
                faults.append(Fault(step, spec.id, refusal.code, params))
            case None if state.required is not False and spec.sum is None:
                faults.append(Fault(step, spec.id, "required"))
    return FieldCheck(tuple(values), tuple(faults))
