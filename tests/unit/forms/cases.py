"""Persons, states and runners that the tests of this room share. Owns no assertion."""

import datetime as dt
from functools import cache
from pathlib import Path

from counter_app.domain.calendar import BranchCalendar, calendar_of, parse_year_table
from counter_app.forms.catalogue import Catalogue
from counter_app.forms.loading import load_directory
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.rules import RuleBook
from counter_app.forms.run_state import (
    STEPS,
    ItemResult,
    Outcome,
    Part,
    Party,
    ReadBackMark,
    RunState,
    StepId,
)
from counter_app.forms.run_views import Fault, RowState

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = dt.date(2026, 11, 23)


@cache
def shipped_rules() -> RuleBook:
    """The rule packs as shipped."""
    return load_directory(RESOURCES / "rules").rules


@cache
def shipped_catalogue() -> Catalogue:
    """The procedures as shipped, under the rules as shipped."""
    loaded = load_directory(RESOURCES / "procedures", shipped_rules())
    return Catalogue(loaded.procedures, loaded.rules)


@cache
def shipped_calendar() -> BranchCalendar:
    """The calendar as shipped: 2024 to 2026 published, 2027 provisional."""
    files = sorted((RESOURCES / "calendars").glob("*.json"))
    return calendar_of(parse_year_table(file.read_text(encoding="utf-8")) for file in files)


@cache
def runner_for(code: str) -> ProcedureRunner:
    """A runner of a shipped procedure."""
    procedure = shipped_catalogue().open(code, TODAY)
    assert procedure is not None
    return ProcedureRunner(procedure, shipped_rules(), shipped_calendar())


def adult(**changes: object) -> Party:
    """李桂兰, 42, with a resident ID card."""
    return _party(
        {
            "ref": "p1",
            "part": Part.SELF,
            "name": "李桂兰",
            "identity_kind": "resident_id",
            "birth_date": dt.date(1984, 5, 6),
            "number_masked": "110***********002X",
            "phone_masked": "138****5678",
            "valid_until": dt.date(2031, 9, 30),
        },
        changes,
    )


def agent(**changes: object) -> Party:
    """陈雪梅, who acts for another."""
    return _party(
        {
            "ref": "p2",
            "part": Part.AGENT,
            "name": "陈雪梅",
            "identity_kind": "resident_id",
            "birth_date": dt.date(1978, 5, 12),
            "number_masked": "320***********2243",
            "phone_masked": "139****8802",
            "valid_until": dt.date(2030, 1, 1),
        },
        changes,
    )


def parent(**changes: object) -> Party:
    """王敏, a mother."""
    return _party(
        {
            "ref": "p1",
            "part": Part.GUARDIAN,
            "name": "王敏",
            "identity_kind": "resident_id",
            "birth_date": dt.date(1990, 1, 1),
            "number_masked": "110***********0012",
            "phone_masked": "139****0001",
            "valid_until": dt.date(2030, 1, 1),
        },
        changes,
    )


def child(**changes: object) -> Party:
    """王小米, 10, in the household register."""
    return _party(
        {
            "ref": "p2",
            "part": Part.WARD,
            "name": "王小米",
            "identity_kind": "household_register",
            "birth_date": dt.date(2016, 3, 1),
            "number_masked": "110***********0013",
        },
        changes,
    )


def _party(values: dict[str, object], changes: dict[str, object]) -> Party:
    return Party(**{**values, **changes})  # type: ignore[arg-type]


def state_of(*parties: Party, **values: str) -> RunState:
    """A case at its beginning with these persons and typed values."""
    state = RunState(TODAY, hour=10).with_parties(*parties)
    for field_id, raw in values.items():
        state = state.with_value(field_id, raw)
    return state


def with_all_papers(runner: ProcedureRunner, state: RunState) -> RunState:
    """Every needed line seen, copied where asked, and given back."""
    for line in runner.missing(state):
        outcome = Outcome.COPIED if line.copy else Outcome.SEEN
        last4 = "4417" if line.needs_last4 else None
        state = state.with_result(line.id, ItemResult(outcome, last4=last4, returned=True))
    return state


def with_all_confirmed(runner: ProcedureRunner, state: RunState) -> RunState:
    """Every row confirmed aloud."""
    for row in runner.read_back(state):
        if row.state is not RowState.ORAL:
            state = state.with_mark(row.id, ReadBackMark("oral", row.lines))
    return state


def led_to(runner: ProcedureRunner, state: RunState, step: StepId) -> RunState:
    """The case led to a step, everything on the way done as it should be."""
    while STEPS.index(state.step) < STEPS.index(step):
        if state.step is StepId.DOCUMENTS:
            state = with_all_papers(runner, state)
        if state.step is StepId.READ_BACK:
            state = with_all_confirmed(runner, state)
        if state.step is StepId.CORE:
            state = state.with_serial("CB77301846")
        state = gone_on(runner.leave(state))
    return state


def gone_on(answer: RunState | tuple[Fault, ...]) -> RunState:
    """The state reached; fails with the faults where there are any."""
    assert isinstance(answer, RunState), answer
    return answer


PLAIN_OPENING = {
    "account_class": "class_one",
    "occupation": "employee",
    "address": "城东区平安路1号2室",
    "purpose": "wages",
}
PLAIN_LOSS = {
    "report_kind": "oral",
    "stolen": "no",
    "lost_on": "2026-11-22",
    "particulars": "2009年",
}
PLAIN_WITHDRAWAL = {"amount": "3000", "account_last4": "4417"}
