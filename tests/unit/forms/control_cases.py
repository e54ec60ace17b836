"""Plain cases of the services that change who controls an account. Owns no assertion."""

import datetime as dt

from counter_app.forms.run_state import ItemResult, Outcome, Part, Party, RunState, StepId
from counter_app.forms.run_views import Need, Standing
from tests.unit.forms.case_questions import beside, line
from tests.unit.forms.cases import (
    adult,
    agent,
    child,
    parent,
    runner_for,
    state_of,
)

LAST4 = {"account_last4": "4417"}
PLAIN = {
    "MMCZ": LAST4,
    "SJHBG": {"new_phone": "13900002222"},
    "SJYH": {**LAST4, "bound_phone": "13812345678", "daily_limit": "5000"},
    "XXGX": {},
    "GRXH": {**LAST4, "balance": "3000"},
    "FGMXE": {**LAST4, "direction": "lower", "daily_limit": "5000"},
    "BHK": {**LAST4, "cause": "expired", "new_last4": "8806"},
    "CXGS": LAST4,
}
CODES = tuple(PLAIN)
SELF_ONLY = ("SJHBG", "SJYH", "XXGX", "FGMXE", "CXGS")
BY_RELATIVE = ("MMCZ", "BHK", "GRXH")
RELATIVE_PAPERS = {"holder_id", "agent_id", "authority", "relation", "hardship"}

OLD = dt.date(1950, 1, 1)
SIXTY_TODAY = dt.date(1966, 11, 23)
SIXTY_TOMORROW = dt.date(1966, 11, 24)
ELDER = adult(birth_date=OLD)
AGENT = (adult(present=False), agent())
GUARDIAN = (parent(), child())
COMPANION = adult(ref="p9", part=Part.COMPANION, name="王强")
ACCOMPANIED = (adult(), COMPANION)


def plain(code: str, *parties: Party, **changed: str) -> RunState:
    """The plain case of a service, with these persons (default: an adult alone) and answers."""
    return state_of(*(parties or (adult(),)), **{**PLAIN[code], **changed})


def undecided(code: str, state: RunState) -> set[str]:
    return {one.id for one in runner_for(code).checklist(state) if one.need is Need.UNDECIDED}


def standing(code: str, state: RunState, name: str, outcome: Outcome = Outcome.SEEN) -> Standing:
    return line(code, state.with_result(name, ItemResult(outcome)), name).standing


def cared(code: str, state: RunState) -> bool:
    return beside(code, state).care is not None


def rows(code: str, state: RunState) -> dict[str, list[str]]:
    return {one.id: [text.zh for text in one.lines] for one in runner_for(code).read_back(state)}


def papers(code: str, state: RunState) -> list[str]:
    return [one.kind for one in runner_for(code).closing(state).papers]


def said(code: str, state: RunState, step: StepId) -> str:
    return "".join(one.text.zh for one in runner_for(code).script(state, step))
