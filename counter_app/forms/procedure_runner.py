"""The pure state machine that runs one service procedure.

Owns which step may be left, what the checklist asks at a date, what is read back and what comes
next. Every function is total and depends on its arguments alone: no clock, no I/O, no journal.
Moves never lose a value: what was typed, confirmed or decided stays in the `RunState`.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from counter_app.domain.calendar import BranchCalendar
from counter_app.forms.aftercare import Aftercare, step_days, words_of_days
from counter_app.forms.asking import check_fields, field_lines, fields_of_step
from counter_app.forms.beside import Beside
from counter_app.forms.checklist import change_days, checklist_lines
from counter_app.forms.compiled import Procedure
from counter_app.forms.gates import CaseAtHand, faults_at, way_view
from counter_app.forms.reading_back import read_back_lines
from counter_app.forms.remembering import LastAnswers
from counter_app.forms.rules import RuleBook
from counter_app.forms.run_state import STEPS, Correction, RunState, StepId
from counter_app.forms.run_views import (
    ChecklistLine,
    Closing,
    DateDifference,
    Fault,
    FieldCheck,
    FieldLine,
    PlannedStep,
    ReadBackLine,
    ScriptLine,
    Standing,
    WayView,
)
from counter_app.forms.situation import Situation, situation_on

FURTHEST_LOOK = dt.timedelta(days=366)
"""How far ahead a printed list is followed for changes."""


@dataclass(frozen=True, slots=True)
class ProcedureRunner:
    """Runs cases of one procedure under the rules and the calendar given."""

    procedure: Procedure
    rules: RuleBook
    calendar: BranchCalendar
    _last: LastAnswers = field(default_factory=LastAnswers, init=False, repr=False, compare=False)

    def checklist(self, state: RunState, on: dt.date | None = None) -> tuple[ChecklistLine, ...]:
        """Every line as it stands on that day (default: the business date)."""
        return self._lines(state, on)

    def missing(self, state: RunState, on: dt.date | None = None) -> tuple[ChecklistLine, ...]:
        """The lines that are needed, or undecided, and not settled on that day."""
        return tuple(line for line in self.checklist(state, on) if not line.settled)

    def difference(self, state: RunState, coming: dt.date) -> tuple[DateDifference, ...]:
        """What will be missing on the coming day only because of the day."""
        today = {line.id for line in self.missing(state)}
        days = change_days(self.procedure, self.rules, state, coming)
        by_day = [(day, {line.id for line in self.missing(state, day)}) for day in days]
        return tuple(
            DateDifference(line, self._cause(state, line, coming), _since(line.id, by_day, coming))
            for line in self.missing(state, coming)
            if line.id not in today
        )

    def holds_until(self, state: RunState, coming: dt.date) -> dt.date | None:
        """The last day on which the list for the coming day still holds; None: for a year."""
        wanted = [(line.id, line.standing) for line in self.missing(state, coming)]
        last = min(coming, dt.date.max - FURTHEST_LOOK) + FURTHEST_LOOK
        for day in change_days(self.procedure, self.rules, state, last):
            there = [(line.id, line.standing) for line in self.missing(state, day)]
            if day > coming and there != wanted:
                return day - dt.timedelta(days=1)
        return None

    def way(self, state: RunState, on: dt.date | None = None) -> WayView | None:
        """Whether this way of coming is open on that day; None when nobody is named yet."""
        return way_view(self.procedure, state, self._situation(state, on))

    def fields(self, state: RunState, step: StepId) -> tuple[FieldLine, ...]:
        """The fields to show at NEED or DETAILS, in order; none at other steps."""
        return field_lines(self.procedure, self._situation(state), step)

    def check_fields(self, state: RunState, step: StepId) -> FieldCheck:
        """The step's values normalised, and every fault in them."""
        return check_fields(self.procedure, self._situation(state), step)

    def read_back(self, state: RunState) -> tuple[ReadBackLine, ...]:
        """The rows to read back, each with the customer's answer so far."""
        return self._last.of(
            state, "read back", lambda: read_back_lines(self.procedure, state, self._with_days)
        )

    def script(self, state: RunState, step: StepId) -> tuple[ScriptLine, ...]:
        """What to say and mind at a step; lines whose values are unknown are left out."""
        return self._aftercare(state).script(step)

    def next_steps(self, state: RunState) -> tuple[PlannedStep, ...]:
        """What comes after the visit, by day; steps without a day last."""
        return self._aftercare(state).next_steps()

    def closing(self, state: RunState) -> Closing:
        """Fee, lines to remember, declarations and papers."""
        return self._aftercare(state).closing()

    def beside(self, state: RunState) -> Beside:
        """Weight, care, forms, knowledge and what goes to the core, as the case stands."""
        return Beside(self.procedure, self._situation(state))

    def can_leave(self, state: RunState, step: StepId) -> tuple[Fault, ...]:
        """What stands in the way of going on from a step, at it or before it."""
        situation, lines = self._situation(state), self._lines(state)
        case = CaseAtHand(self.procedure, state, situation, lines, self.read_back(state))
        reached = STEPS[: STEPS.index(step) + 1]
        return tuple(fault for one in reached for fault in faults_at(one, case))

    def leave(self, state: RunState, at: str = "", by: str = "") -> RunState | tuple[Fault, ...]:
        """The state at the next step, with this step's values confirmed; or the faults.

        A value that was confirmed before and reads otherwise now leaves a correction (`at`, `by`).
        Leaving COMPLETION completes the case on its business date.
        """
        if state.completed_on is not None:
            return state
        faults = self.can_leave(state, state.step)
        if faults:
            return faults
        confirmed = self._confirmed(state, state.step, at, by)
        if state.step is StepId.COMPLETION:
            return replace(confirmed, completed_on=state.business_date)
        following = STEPS[STEPS.index(state.step) + 1]
        furthest = max(following, state.reached, key=STEPS.index)
        return replace(confirmed, step=following, reached=furthest)

    def correct(
        self, state: RunState, field_id: str, raw: str, at: str, by: str
    ) -> RunState | tuple[Fault, ...]:
        """A value changed at the customer's word while reading back; the old one is kept."""
        changed = state.with_value(field_id, raw)
        step = self._step_of(field_id)
        if step is None:
            return (Fault(state.step, field_id, "unknown_field"),)
        faults = tuple(
            one for one in self.check_fields(changed, step).faults if one.where == field_id
        )
        return faults or self._confirmed(changed, step, at, by)

    def _step_of(self, field_id: str) -> Literal[StepId.NEED, StepId.DETAILS] | None:
        for step in (StepId.NEED, StepId.DETAILS):
            if any(field.id == field_id for field in fields_of_step(self.procedure, step)):
                return step
        return None

    def _confirmed(self, state: RunState, step: StepId, at: str, by: str) -> RunState:
        values = dict(self.check_fields(state, step).values)
        changed = tuple(
            Correction(field_id, state.confirmed[field_id], at, by)
            for field_id, text in values.items()
            if state.confirmed.get(field_id, text) != text
        )
        return replace(
            state,
            values=MappingProxyType({**state.values, **values}),
            confirmed=MappingProxyType({**state.confirmed, **values}),
            corrections=state.corrections + changed,
        )

    def _situation(
        self, state: RunState, on: dt.date | None = None, rules_on: dt.date | None = None
    ) -> Situation:
        """What is known on a day; of the state only persons, values and time can enter into it."""
        day = on or state.business_date
        known = RunState(
            state.business_date, state.hour, parties=state.parties, values=state.values
        )
        return self._last.of(
            known,
            ("situation", day, rules_on or day),
            lambda: situation_on(self.procedure, self.rules, known, day, rules_on),
        )

    def _with_days(self, state: RunState) -> Situation:
        """The situation with the days of the next steps among its words."""
        situation = self._situation(state)
        days = step_days(self.procedure, self.calendar, state, situation)
        return replace(
            situation, words=MappingProxyType({**situation.words, **words_of_days(days)})
        )

    def _lines(
        self, state: RunState, on: dt.date | None = None, rules_on: dt.date | None = None
    ) -> tuple[ChecklistLine, ...]:
        """The lines on a day; of the state, the papers looked at besides what the situation takes."""
        situation = self._situation(state, on, rules_on)
        looked_at = RunState(
            state.business_date,
            state.hour,
            parties=state.parties,
            values=state.values,
            results=state.results,
        )
        return self._last.of(
            looked_at,
            ("lines", situation.on, rules_on or situation.on),
            lambda: checklist_lines(self.procedure, self.calendar, looked_at, situation),
        )

    def _aftercare(self, state: RunState) -> Aftercare:
        situation, lines = self._situation(state), self._lines(state)
        return self._last.of(
            state,
            "aftercare",
            lambda: Aftercare(self.procedure, self.calendar, state, situation, lines),
        )

    def _cause(
        self, state: RunState, line: ChecklistLine, coming: dt.date
    ) -> Literal["expires", "age", "rule", "other"]:
        if line.standing is Standing.EXPIRED:
            return "expires"
        by_old_rules = self._lines(state, coming, rules_on=state.business_date)
        if line.id not in {one.id for one in by_old_rules if not one.settled}:
            return "rule"
        return "age" if self._ages_differ(state, coming) else "other"

    def _ages_differ(self, state: RunState, coming: dt.date) -> bool:
        now, then = self._situation(state).values, self._situation(state, coming).values
        ages = [f"{person}.age" for person in ("holder", "agent", "guardian")]
        return any(now.get(name) != then.get(name) for name in ages)


def _since(line_id: str, by_day: list[tuple[dt.date, set[str]]], coming: dt.date) -> dt.date:
    """The first day of the run of days, up to the coming one, on which the line is missing."""
    since = coming
    for day, missing in reversed(by_day):
        if line_id not in missing:
            break
        since = day
    return since
