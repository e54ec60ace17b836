"""What is said, what comes next and what is handed out: script, next steps, fee, papers.

Owns the selection by condition and the real days; the words are the procedure's.
"""

import datetime as dt
from collections.abc import Mapping

from counter_app.domain.calendar import BranchCalendar
from counter_app.domain.dates import by_date, date_text
from counter_app.forms.checklist import source_view
from counter_app.forms.compiled import Procedure
from counter_app.forms.due_dates import DueDay, due_day, length_of
from counter_app.forms.run_state import RunState, StepId
from counter_app.forms.run_views import (
    ChecklistLine,
    Closing,
    FollowUp,
    PlannedPaper,
    PlannedStep,
    RememberLine,
    ScriptLine,
    Standing,
)
from counter_app.forms.situation import Situation
from counter_app.forms.spec import NextStepSpec
from counter_app.forms.templates import filled, known
from counter_app.i18n import Text


class Aftercare:
    """What one case, in one situation, has to tell."""

    def __init__(
        self,
        procedure: Procedure,
        calendar: BranchCalendar,
        state: RunState,
        situation: Situation,
        lines: tuple[ChecklistLine, ...],
    ) -> None:
        self._procedure = procedure
        self._calendar = calendar
        self._state = state
        self._situation = situation
        self._lines = lines
        settled = all(line.settled for line in lines)
        deferred = any(line.standing is Standing.DEFERRED for line in lines)
        outcome = {"documents_complete": settled, "documents_deferred": deferred}
        self._values = {**situation.values, **outcome}
        self._days = step_days(procedure, calendar, state, situation)
        self._words = {**situation.words, **words_of_days(self._days)}

    def script(self, step: StepId) -> tuple[ScriptLine, ...]:
        """What to say at a step; a line with an unknown value is left out."""
        return tuple(
            ScriptLine(line.kind, self._say(line.text))
            for line in self._procedure.spec.script
            if line.step == step and self._holds(line.when) and known(line.text, self._words)
        )

    def next_steps(self) -> tuple[PlannedStep, ...]:
        """What comes after the visit, by day; steps without a day last."""
        planned = [
            self._planned(step)
            for step in self._procedure.spec.next_steps
            if self._holds(step.when)
        ]
        planned += [self._owed(line) for line in self._lines if line.standing is Standing.DEFERRED]
        return tuple(sorted(planned, key=lambda step: (step.day is None, step.day or dt.date.max)))

    def closing(self) -> Closing:
        """Fee, lines to remember, declarations, papers."""
        spec = self._procedure.spec
        fee = next((one for one in spec.fees if self._holds(one.when)), None)
        return Closing(
            fee=None if fee is None else self._say(fee.text),
            remember=tuple(
                RememberLine(self._say(one.text), self._maybe(one.large))
                for one in spec.remember
                if self._holds(one.when)
            ),
            declarations=tuple(
                self._say(one.text) for one in spec.declarations if self._holds(one.when)
            ),
            papers=tuple(
                PlannedPaper(
                    kind=paper.kind,
                    seal=paper.seal,
                    signature=paper.signature,
                    verdict=self._say(paper.verdict),
                    explanation=tuple(self._say(line) for line in paper.explanation),
                    stub=self._maybe(paper.stub),
                )
                for paper in spec.papers
                if self._holds(paper.when)
            ),
        )

    def _holds(self, condition: str) -> bool:
        return self._procedure.holds(condition, self._values) is True

    def _say(self, text: Text) -> Text:
        return filled(text, self._words)

    def _maybe(self, text: Text | None) -> Text | None:
        return None if text is None else self._say(text)

    def _planned(self, step: NextStepSpec) -> PlannedStep:
        due = self._days.get(step.id)
        reads = step.date.reads if step.date and due else None
        return PlannedStep(
            id=step.id,
            actor=step.actor,
            day=None if due is None else due.day,
            day_words=None if due is None else day_words(due.day, reads),
            reads=reads,
            legal=step.date is not None and step.date.last_day == "legal",
            provisional=due is not None and due.provisional,
            action=self._say(step.action),
            action_large=self._maybe(step.action_large),
            hint=self._maybe(step.hint),
            on_receipt=step.on_receipt,
            follow_up=self._follow_up(step),
            why=self._say(step.why),
            source=source_view(self._procedure.spec, step.source),
        )

    def _follow_up(self, step: NextStepSpec) -> FollowUp | None:
        if step.follow_up is None:
            return None
        return FollowUp(step.follow_up.post, self._say(step.follow_up.what))

    def _owed(self, line: ChecklistLine) -> PlannedStep:
        """A deferred paper is a next step of its own."""
        due = line.deferral
        return PlannedStep(
            id=f"owed_{line.id}",
            actor="customer",
            day=None if due is None else due.due,
            day_words=None if due is None else by_date(due.due),
            reads="by",
            legal=False,
            provisional=due is not None and due.provisional,
            action=Text(f"补交{line.title.zh}", f"Bring: {line.title.en}"),
            action_large=None,
            hint=line.who_brings,
            on_receipt=True,
            follow_up=FollowUp(
                Text("经办柜员", "the teller"),
                Text(f"后补材料来了没有：{line.title.zh}", f"Has it come: {line.title.en}"),
            ),
            why=line.why,
            source=line.source,
        )


def step_days(
    procedure: Procedure, calendar: BranchCalendar, state: RunState, situation: Situation
) -> dict[str, DueDay | None]:
    """The real day of every next step that has one; None where its base is not known yet."""
    days: dict[str, DueDay | None] = {}
    for step in procedure.spec.next_steps:
        if step.date is not None:
            base = _base(step.date.base, state, situation)
            length = length_of(step.date.plus, situation.values)
            days[step.id] = (
                None
                if base is None or length is None
                else due_day(step.date, base, length, calendar)
            )
    return days


def words_of_days(days: Mapping[str, DueDay | None]) -> dict[str, Text]:
    """The days that are known, by the names that texts call them."""
    return {f"date.{name}": date_text(due.day) for name, due in days.items() if due is not None}


def _base(name: str, state: RunState, situation: Situation) -> dt.date | None:
    if name == "business_date":
        return state.business_date
    if name == "completion":
        return state.completed_on or state.business_date
    holder = situation.people.get("holder")
    if name == "holder.birth_date":
        return None if holder is None else holder.birth_date
    if name == "holder.valid_until":
        return None if holder is None else holder.valid_until
    found = situation.values.get(name)
    return found if isinstance(found, dt.date) else None


def day_words(day: dt.date, reads: str | None) -> Text:
    """The day as said: by it, on it, or from it on."""
    if reads == "by":
        return by_date(day)
    full = date_text(day)
    return full if reads == "on" else Text(f"{full.zh}起", f"from {full.en}")
