"""How much of the past a PC keeps, and which subjects are over, so that their bodies may leave it.

Pure. Owns the rule; what becomes of the bytes is the store's, and whether the branch has them safely is
asked by `sync`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.presence import VisitView
from counter_app.journal.views import View

COUNTER_DAYS, OFFICE_DAYS = 35, 366
LEAST_DAYS, MOST_DAYS = 14, 3660
"""House rules: a window's day may be signed a week late, and its cases are read for that."""
COUNTER_LABELS = frozenset(("all", "restricted"))
"""A PC admitted for more than these is an office's: complaints and quality look back a year."""


AT_BRANCH = "at_branch"


@dataclass(frozen=True, slots=True)
class Scope:
    """Today, and the first business date of which a PC keeps everything (`2026-11-23`)."""

    today: str
    first_day: str


def scope_of(today: date, chosen_days: int, labels: Collection[str]) -> Scope:
    """The scope of a PC; without a choice of its own (0) by what it was admitted for."""
    usual = COUNTER_DAYS if COUNTER_LABELS.issuperset(labels) else OFFICE_DAYS
    days = min(max(chosen_days, LEAST_DAYS), MOST_DAYS) if chosen_days > 0 else usual
    return Scope(today.isoformat(), (today - timedelta(days=days)).isoformat())


class KnowsLetGo(Protocol):
    """Who can say what of this home lies at the branch alone."""

    def is_let_go(self, subject: str) -> bool:
        """Whether the bodies of a subject lie at the branch alone."""
        ...


def kept_at_branch(home: KnowsLetGo, subjects: Iterable[str]) -> Refusal | None:
    """Why nothing can be read or written of these now: the first whose content is at the branch.

    Whoever asked brings it (see `reaching.Reached`) and asks again.
    """
    let_go = next((one for one in subjects if home.is_let_go(one)), None)
    return None if let_go is None else Refusal(AT_BRANCH, {"subject": let_go})


def is_over(view: View, today: str) -> bool:
    """Whether nothing of a case or visit is open: nobody will write about it but by a new errand."""
    if view.in_two_minds or view.waiting or set(view.unreadable) - {"erased"}:
        return False
    if isinstance(view, VisitView):
        return view.ended is not None
    return isinstance(view, CaseView) and _is_over(view, today)


def _is_over(case: CaseView, today: str) -> bool:
    notice = case.notice
    answered = {(one.paper, one.copy_number) for one in case.copies_answered}
    waits = any(
        copy[1] == "asked" and (one.paper, copy[0]) not in answered
        for one in case.papers
        for copy in one.copies
    )
    return (
        case.started is not None
        and case.state in ("completed", "cancelled")
        and not (case.is_provisional or case.is_restricted)
        and not (case.apart or case.owner.in_conflict)
        and not (case.awaits_serial or case.core_unanswered or waits)
        and (notice is None or max(notice.valid_until or "", notice.coming_on or "") < today)
    )
