"""From a case's View and its draft to the runner's state, and back to a draft.

A draft is what is half typed on the current step: values, ticks, marks, the place of the caret. It is
no fact. What steps have confirmed comes from the View alone.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from counter_app.domain.dates import branch_time
from counter_app.domain.masks import mask_number, mask_phone
from counter_app.forms.run_state import (
    NOTHING_SAID,
    STEPS,
    CareSaid,
    Correction,
    ItemResult,
    Outcome,
    Part,
    Party,
    ReadBackMark,
    RunState,
    StepId,
)
from counter_app.i18n import Text
from counter_app.journal.facts.case import DocumentChecked, PartyTaken
from counter_app.journal.folds.case import CaseView


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was on the page: the focused field and the caret in it."""

    focus: str = ""
    caret: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """The business date and, for conditions on the hour, the branch's hour."""

    business_date: dt.date
    hour: int


def moment_of(instant: dt.datetime, today: dt.date) -> Moment:
    """The moment of an instant on a business date."""
    return Moment(today, branch_time(instant).hour)


def run_of(view: CaseView, moment: Moment) -> RunState:
    """The run as the facts have it: every confirmed step, and the next one shown."""
    values = {**view.need, **view.details}
    step = _next_step(view)
    return RunState(
        business_date=moment.business_date,
        hour=moment.hour,
        step=step,
        reached=step,
        parties=tuple(party_of(one) for one in view.parties),
        values=MappingProxyType(values),
        confirmed=MappingProxyType(values),
        results=MappingProxyType({key: result_of(one) for key, one in view.documents.items()}),
        marks=_marks(view),
        corrections=tuple(
            Correction(one.name, one.old, _minute(one.at), one.by.partition("/")[2])
            for one in view.corrections
        ),
        core_serial=view.serial,
        serial_later=view.serial_put_off,
        completed_on=dt.date.fromisoformat(view.business_date or "")
        if view.completed and view.business_date
        else None,
    )


def party_of(taken: PartyTaken) -> Party:
    """A person's part for the runner: masked, with what conditions need."""
    return Party(
        ref=taken.person,
        part=Part(taken.part),
        name=taken.name,
        identity_kind=taken.paper,
        birth_date=_date(taken.birth),
        number_masked=mask_number(taken.number) if taken.number else None,
        phone_masked=mask_phone(taken.phone) if taken.phone else None,
        valid_until=_date(taken.valid_until),
        no_expiry=bool(taken.no_expiry),
        present=taken.present,
    )


def result_of(checked: DocumentChecked) -> ItemResult:
    """A checked paper for the runner."""
    return ItemResult(
        outcome=Outcome(checked.outcome),
        alternative=checked.alternative,
        refusal=checked.reason,
        valid_until=_date(checked.valid_until),
        no_expiry=bool(checked.no_expiry),
        last4=checked.last4,
        note=checked.note or "",
    )


def to_travel(run: RunState, place: Place) -> str:
    """The draft of a case that others may go on with: without what stays on this PC."""
    return to_draft(replace(run, care=run.care.for_others()), place)


def to_draft(run: RunState, place: Place) -> str:
    """The draft's text: what the current step holds that no fact has."""
    care = {} if run.care == NOTHING_SAID else {"care": _said_plain(run.care)}
    return json.dumps(
        {
            "step": run.step,
            "reached": run.reached,
            "values": dict(run.values),
            "results": {key: _result_plain(one) for key, one in run.results.items()},
            "marks": {
                key: [one.mark, [[text.zh, text.en] for text in one.shown]]
                for key, one in run.marks.items()
            },
            "serial": run.core_serial,
            "later": run.serial_later,
            "focus": place.focus,
            "caret": place.caret,
            **care,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def with_draft(run: RunState, draft: str) -> tuple[RunState, Place]:
    """The run with a draft laid over it, and the place to return to.

    A draft that cannot be read changes nothing; the facts stand.
    """
    try:
        data: Mapping[str, Any] = json.loads(draft)
        return _overlaid(run, data), Place(str(data["focus"]), int(data["caret"]))
    except (ValueError, KeyError, TypeError):
        return run, Place()


def _overlaid(run: RunState, data: Mapping[str, Any]) -> RunState:
    marks = {
        key: ReadBackMark(mark, tuple(Text(zh, en) for zh, en in shown))
        for key, (mark, shown) in data["marks"].items()
    }
    results = {key: _result_of_plain(one) for key, one in data["results"].items()}
    reached = max(StepId(data["reached"]), run.reached, key=STEPS.index)
    return replace(
        run,
        step=StepId(data["step"]),
        reached=reached,
        values=MappingProxyType({**run.values, **data["values"]}),
        results=MappingProxyType({**run.results, **results}),
        marks=MappingProxyType({**run.marks, **marks}),
        core_serial=data["serial"] or run.core_serial,
        serial_later=bool(data["later"]) or run.serial_later,
        care=_said_of_plain(data["care"]) if "care" in data else NOTHING_SAID,
    )


def _said_plain(said: CareSaid) -> dict[str, Any]:
    return {
        "answers": dict(said.answers),
        "way": said.way,
        "signed": said.signed,
        "taken": said.taken,
        "police_at": said.police_at,
        "badge": said.badge,
    }


def _said_of_plain(data: Mapping[str, Any]) -> CareSaid:
    answers = MappingProxyType({str(key): str(one) for key, one in data["answers"].items()})
    way, police_at, badge = (str(data[name]) for name in ("way", "police_at", "badge"))
    return CareSaid(answers, way, bool(data["signed"]), bool(data["taken"]), police_at, badge)


def _result_plain(result: ItemResult) -> dict[str, Any]:
    return {
        "outcome": result.outcome,
        "alternative": result.alternative,
        "refusal": result.refusal,
        "valid_until": result.valid_until.isoformat() if result.valid_until else None,
        "no_expiry": result.no_expiry,
        "last4": result.last4,
        "returned": result.returned,
        "note": result.note,
    }


def _result_of_plain(data: Mapping[str, Any]) -> ItemResult:
    return ItemResult(
        outcome=Outcome(data["outcome"]),
        alternative=data["alternative"],
        refusal=data["refusal"],
        valid_until=_date(data["valid_until"]),
        no_expiry=data["no_expiry"],
        last4=data.get("last4"),
        returned=data["returned"],
        note=data["note"],
    )


def _marks(view: CaseView) -> Mapping[str, ReadBackMark]:
    done = view.read_back
    if done is None:
        return MappingProxyType({})
    return MappingProxyType(
        {
            row.row: ReadBackMark(done.manner, tuple(_pair(line) for line in row.value.split("\n")))
            for row in done.rows
            if row.outcome != "not_confirmed"
        }
    )


def _pair(line: str) -> Text:
    zh, _tab, en = line.partition("\t")
    return Text(zh, en or zh)


def _next_step(view: CaseView) -> StepId:
    """The step behind the last one confirmed; the last step stays."""
    if not view.step:
        return StepId.NEED
    return STEPS[min(STEPS.index(StepId(view.step)) + 1, len(STEPS) - 1)]


def _minute(instant: str) -> str:
    return branch_time(dt.datetime.fromisoformat(instant)).strftime("%H:%M")


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
