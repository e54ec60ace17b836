"""Which facts a confirmed step writes. Pure: from the case as it was and the run as confirmed.

Only what changed is written, so confirming a step again without a change writes nothing new but the
step's own closing fact.
"""

from collections.abc import Mapping

from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import ItemResult, Outcome, RunState, StepId
from counter_app.forms.run_views import ChecklistLine as LineView
from counter_app.forms.run_views import Need, ReadBackLine, RowState
from counter_app.forms.spec import ItemSpec
from counter_app.i18n import Text
from counter_app.journal.facts.base import Fact, Words
from counter_app.journal.facts.case import (
    ChecklistDecided,
    ChecklistLine,
    DetailCorrected,
    DetailsRecorded,
    DocumentChecked,
    NeedRecorded,
    ReadBackDone,
    ReadBackMark,
)
from counter_app.journal.folds.case import CaseView


def words(text: Text) -> Words:
    """A text as facts keep it."""
    return Words(zh=text.zh, en=text.en)


def step_values(runner: ProcedureRunner, run: RunState, step: StepId) -> dict[str, str]:
    """The confirmed values of the fields that a step asks."""
    asked = {line.id for line in runner.fields(run, step)}
    return {name: value for name, value in run.confirmed.items() if name in asked}


def need_facts(case: CaseView, runner: ProcedureRunner, run: RunState) -> list[Fact]:
    """What the customer wants; a value that had been confirmed otherwise is a correction."""
    values = step_values(runner, run, StepId.NEED)
    return [*_corrections(case.need, values), NeedRecorded(values=values)]


def details_facts(case: CaseView, runner: ProcedureRunner, run: RunState) -> list[Fact]:
    """The details of the business, with corrections of what had been confirmed otherwise."""
    values = step_values(runner, run, StepId.DETAILS)
    return [*_corrections(case.details, values), DetailsRecorded(values=values)]


def document_facts(
    case: CaseView, runner: ProcedureRunner, run: RunState, procedure_hash: str
) -> list[Fact]:
    """Each paper that was looked at anew, and the checklist as decided today."""
    lines = runner.checklist(run)
    facts: list[Fact] = []
    for line in lines:
        result = run.results.get(line.id)
        if result is None or line.need is Need.NOT_NEEDED:
            continue
        checked = _checked(case.subject, line, result, runner.procedure.spec.item(line.id))
        if case.documents.get(line.id) != checked:
            facts.append(checked)
    facts.append(
        ChecklistDecided(
            for_date=run.business_date.isoformat(),
            procedure_hash=procedure_hash,
            lines=tuple(_line(one) for one in lines),
        )
    )
    return facts


def read_back_facts(runner: ProcedureRunner, run: RunState, person: str) -> list[Fact]:
    """What was read back, row by row, and how each was answered."""
    lines = runner.read_back(run)
    manner = "screen" if any(one.state is RowState.SCREEN for one in lines) else "oral"
    rows = tuple(_row(one) for one in lines)
    return [ReadBackDone.model_validate({"manner": manner, "person": person, "rows": rows})]


def _corrections(before: Mapping[str, str], after: Mapping[str, str]) -> list[Fact]:
    return [
        DetailCorrected(field=name, old=old, new=after[name], cause="staff")
        for name, old in before.items()
        if name in after and after[name] != old
    ]


def _checked(
    subject: str, line: LineView, result: ItemResult, item: ItemSpec | None
) -> DocumentChecked:
    in_hand = result.outcome in (Outcome.SEEN, Outcome.COPIED, Outcome.ALTERNATIVE)
    goes_back = item is not None and item.returned and item.form == "original"
    return DocumentChecked(
        case=subject,
        item=line.id,
        person=line.person,
        outcome=result.outcome.value,
        original=(in_hand and goes_back) or None,
        alternative=result.alternative,
        valid_until=result.valid_until.isoformat() if result.valid_until else None,
        no_expiry=result.no_expiry or None,
        last4=result.last4,
        reason=result.refusal,
        note=result.note or None,
    )


def _line(line: LineView) -> ChecklistLine:
    deferral = line.deferral if line.outcome is Outcome.DEFERRED else None
    return ChecklistLine(
        item=line.id,
        need=line.need.value,
        outcome=line.standing.value,
        why=words(line.condition or line.why),
        source=line.source.title.zh,
        deferred_until=deferral.due.isoformat() if deferral else None,
    )


def _row(line: ReadBackLine) -> ReadBackMark:
    confirmed = line.state in (RowState.SCREEN, RowState.ORAL)
    outcome = "not_confirmed"
    if confirmed:
        outcome = "corrected" if line.correction else "confirmed"
    return ReadBackMark.model_validate(
        {
            "row": line.id,
            "value": _joined(line.lines),
            "outcome": outcome,
            "old_value": _joined(line.old) if line.old else None,
        }
    )


def _joined(lines: tuple[Text, ...]) -> str:
    """Lines as kept: one a line, the English behind a tabulator where it differs."""
    return "\n".join(one.zh if one.zh == one.en else f"{one.zh}\t{one.en}" for one in lines)
