"""The pure state machine that runs one service procedure.

Owns which step may be left, what the checklist asks at a date, what is read back and what comes
next. Every function is total and depends on its arguments alone: no clock, no I/O, no journal.
Moves never lose a value: what was typed, confirmed or decided stays in the `RunState`.
"""

import datetime as dt
from dataclasses import dataclass

from counter_app.forms.calendars import Calendar
from counter_app.forms.compiled import Procedure
from counter_app.forms.rules import RuleBook
from counter_app.forms.run_state import RunState, StepId
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
)


@dataclass(frozen=True, slots=True)
class ProcedureRunner:
    """Runs cases of one procedure under the rules and the calendar given."""

    procedure: Procedure
    rules: RuleBook
    calendar: Calendar

    def checklist(self, state: RunState, on: dt.date | None = None) -> tuple[ChecklistLine, ...]:
        """Every line as it stands on that day (default: the business date)."""
        raise NotImplementedError

    def missing(self, state: RunState, on: dt.date | None = None) -> tuple[ChecklistLine, ...]:
        """The lines that are needed, or undecided, and not settled on that day."""
        raise NotImplementedError

    def difference(self, state: RunState, coming: dt.date) -> tuple[DateDifference, ...]:
        """What will be missing on the coming day only because of the day."""
        raise NotImplementedError

    def fields(self, state: RunState, step: StepId) -> tuple[FieldLine, ...]:
        """The fields to show at NEED or DETAILS, in order; none at other steps."""
        raise NotImplementedError

    def check_fields(self, state: RunState, step: StepId) -> FieldCheck:
        """The step's values normalised, and every fault in them."""
        raise NotImplementedError

    def read_back(self, state: RunState) -> tuple[ReadBackLine, ...]:
        """The rows to read back, each with the customer's answer so far."""
        raise NotImplementedError

    def script(self, state: RunState, step: StepId) -> tuple[ScriptLine, ...]:
        """What to say and mind at a step; lines whose values are unknown are left out."""
        raise NotImplementedError

    def next_steps(self, state: RunState) -> tuple[PlannedStep, ...]:
        """What comes after the visit, by day; steps without a day last."""
        raise NotImplementedError

    def closing(self, state: RunState) -> Closing:
        """Fee, lines to remember, declarations and papers."""
        raise NotImplementedError

    def can_leave(self, state: RunState, step: StepId) -> tuple[Fault, ...]:
        """What stands in the way of going on from a step; empty when nothing does."""
        raise NotImplementedError

    def leave(self, state: RunState) -> RunState | tuple[Fault, ...]:
        """The state at the next step, with this step's values confirmed; or the faults."""
        raise NotImplementedError

    def go_to(self, state: RunState, step: StepId) -> RunState:
        """The state at a step already reached; the same state when it was not reached."""
        raise NotImplementedError

    def correct(self, state: RunState, field_id: str, raw: str, at: str, by: str) -> RunState:
        """A confirmed value changed at the customer's word; the old one is kept."""
        raise NotImplementedError
