"""What tests ask of one service in one situation. Owns no assertion but that a way is known."""

import datetime as dt
from dataclasses import replace

from counter_app.forms.beside import Beside
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import RunState, StepId
from counter_app.forms.run_views import ChecklistLine, Need, PlannedStep, WayView
from tests.unit.forms.cases import runner_for


def line(code: str, state: RunState, name: str) -> ChecklistLine:
    """One line of the checklist."""
    return next(one for one in runner_for(code).checklist(state) if one.id == name)


def needed(code: str, state: RunState) -> set[str]:
    """The lines that are required."""
    return {one.id for one in runner_for(code).checklist(state) if one.need is Need.REQUIRED}


def beside(code: str, state: RunState) -> Beside:
    """What stands beside the steps."""
    return runner_for(code).beside(state)


def way(code: str, state: RunState) -> WayView:
    """How the customer comes."""
    found = runner_for(code).way(state)
    assert found is not None
    return found


def steps(code: str, state: RunState) -> dict[str, PlannedStep]:
    """The next steps by id."""
    return {one.id: one for one in runner_for(code).next_steps(state)}


def asked(code: str, state: RunState, step: StepId = StepId.DETAILS) -> list[str]:
    """The fields on show at a step."""
    return [one.id for one in runner_for(code).fields(state, step)]


def on_day(state: RunState, day: dt.date) -> RunState:
    """The same case on another business date."""
    return replace(state, business_date=day)


def everything_said(runner: ProcedureRunner, done: RunState) -> list[str]:
    """Every sentence that the customer hears or takes home, in Chinese."""
    said = [one.text.zh for step in StepId for one in runner.script(done, step)]
    said += [text.zh for one in runner.next_steps(done) for text in (one.action, one.hint) if text]
    said += [
        text.zh for one in runner.closing(done).papers for text in (one.verdict, *one.explanation)
    ]
    return said + [text.zh for row in runner.read_back(done) for text in row.lines]
