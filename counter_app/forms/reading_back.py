"""The rows read back to the customer, with the customer's answers.

Owns what a row says and whether its confirmation still counts: a mark belongs to the very words
that were confirmed, and a row that reads otherwise now must be seen again.
"""

from collections.abc import Callable

from counter_app.forms.compiled import Procedure
from counter_app.forms.run_state import Correction, ReadBackMark, RunState
from counter_app.forms.run_views import ReadBackLine, RowState
from counter_app.forms.situation import Situation
from counter_app.forms.spec import FieldSpec, ReadBackSpec
from counter_app.forms.templates import filled, known, names_in
from counter_app.i18n import Text

SituationOf = Callable[[RunState], Situation]


def read_back_lines(
    procedure: Procedure, state: RunState, situation_of: SituationOf
) -> tuple[ReadBackLine, ...]:
    """The rows that have something to say, numbered from 1."""
    situation = situation_of(state)
    lines: list[ReadBackLine] = []
    for spec in procedure.spec.read_back:
        words = _row_words(procedure, spec, situation)
        if words:
            fields = row_fields(procedure, spec)
            correction = _last_correction(state, fields)
            old = None
            if correction is not None:
                before = situation_of(state.with_value(correction.field, correction.old))
                old = _row_words(procedure, spec, before) or None
            lines.append(
                ReadBackLine(
                    id=spec.id,
                    number=len(lines) + 1,
                    label=spec.label,
                    lines=words,
                    state=_row_state(state.marks.get(spec.id), words),
                    fields=fields,
                    old=old,
                    correction=correction,
                )
            )
    return tuple(lines)


def _row_words(procedure: Procedure, spec: ReadBackSpec, situation: Situation) -> tuple[Text, ...]:
    if procedure.holds(spec.when, situation.values) is not True:
        return ()
    return tuple(
        filled(line, situation.words) for line in spec.lines if known(line, situation.words)
    )


def row_fields(procedure: Procedure, spec: ReadBackSpec) -> tuple[str, ...]:
    """The fields that a row's value is made of."""
    names = [name for line in spec.lines for name in names_in(line.zh)]
    fields = {field.id: field for field in procedure.spec.fields}
    plain = [name if name in fields else name.removesuffix("_capital") for name in names]
    typed = (one for name in plain if name in fields for one in _typed(fields[name]))
    return tuple(dict.fromkeys(typed))


def _typed(field: FieldSpec) -> tuple[str, ...]:
    """What is typed for a field's value: of a sum its parts."""
    return (field.id,) if field.sum is None else tuple(one.of for one in field.sum.parts)


def _last_correction(state: RunState, fields: tuple[str, ...]) -> Correction | None:
    made = [one for one in state.corrections if one.field in fields]
    return made[-1] if made else None


def _row_state(mark: ReadBackMark | None, words: tuple[Text, ...]) -> RowState:
    if mark is None:
        return RowState.UNSEEN
    if mark.shown != words:
        return RowState.CHANGED
    return RowState(mark.mark)
