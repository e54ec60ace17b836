"""Remarks for the day log. They are added, never changed; numbers in them are masked."""

from counter_app.domain.masks import scrub
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.case import CaseNoted
from counter_app.journal.folds.case import CaseView
from counter_app.services.accounts import may_with
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import NewFact

LONGEST_NOTE = 500
"""In code points. Longer is a report, which has its own place."""


def may_note(acting: Acting) -> bool:
    """Whether the person may add remarks: who serves or approves. An auditor only reads."""
    return acting.may(Right.SERVE) or acting.may(Right.APPROVE)


def note(counter: Counter, acting: Acting, case: str, text: str) -> CaseView | Refusal:
    """Adds a remark to a case: who serves, or who reads the day log."""
    granted = may_with(counter, acting, Right.SERVE)
    if isinstance(granted, Refusal):
        granted = may_with(counter, acting, Right.APPROVE)
    if isinstance(granted, Refusal):
        return granted
    view = counter.store.view(case)
    if not isinstance(view, CaseView) or view.started is None:
        return Refusal("unknown_case")
    words = scrub(text.strip())
    if not words:
        return Refusal("text_needed")
    if len(words) > LONGEST_NOTE:
        return Refusal("text_too_long", {"most": LONGEST_NOTE})
    written = write(counter, acting.actor, [NewFact(case, CaseNoted(text=words))], [view])
    if isinstance(written, Refusal):
        return written
    noted = counter.store.view(case)
    assert isinstance(noted, CaseView)
    return noted
