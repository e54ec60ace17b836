"""What the day's sheet tells beside the cases: visits, work states, approvals.

Pure. No name of a customer and nothing restricted stands here: the sheet leaves the program.
"""

import datetime as dt

from counter_app.domain.dates import branch_time
from counter_app.domain.work_state import WORK_STATE_NAMES, WorkState
from counter_app.i18n import Language, Text, same
from counter_app.services import day_sheet_words as words
from counter_app.services.read_models import AskedLine, DayBeside, SpellLine, VisitOfDay

Cells = tuple[str | int, ...]


def state_name(code: str) -> Text:
    """What a work state is called; its code when a newer program wrote it."""
    return WORK_STATE_NAMES[WorkState(code)] if code in set(WorkState) else same(code)


def figures_beside(beside: DayBeside) -> list[tuple[Text, int]]:
    """Visits, and approvals that were refused; the time of each work state stands in the times."""
    refused = sum(one.state == "refused" for one in beside.approvals)
    return [(words.VISITS, len(beside.visits)), (words.REFUSED, refused)]


def visit_cells(one: VisitOfDay, language: Language) -> Cells:
    """When, where, who, how it ended, and when."""
    outcome = words.OUTCOMES.get(one.outcome, same(one.outcome)).into(language)
    return (_clock(one.started_at), one.window, _who(one), outcome, _clock(one.ended_at))


def spell_cells(one: SpellLine, language: Language) -> Cells:
    """Since when, which state, who, until when."""
    return (_clock(one.since), state_name(one.what).into(language), _who(one), _clock(one.until))


def approval_cells(one: AskedLine, language: Language) -> Cells:
    """When it was asked, what for, of which case, by whom, the answer, and whose."""
    matter = words.MATTERS.get(one.matter, same(one.matter)).into(language)
    state = words.ANSWERS.get(one.state, same(one.state)).into(language)
    return (_clock(one.asked_at), matter, one.number, one.requester, state, one.approver)


def _who(one: VisitOfDay | SpellLine) -> str:
    return f"{one.staff_name} {one.staff}".strip()


def _instant(at: str) -> dt.datetime:
    return dt.datetime.fromisoformat(at)


def _clock(at: str | None) -> str:
    return branch_time(_instant(at)).strftime("%Y-%m-%d %H:%M:%S") if at else ""
