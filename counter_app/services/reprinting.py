"""Another copy of a paper that was issued: the same content, marked with count, person and reason.

Within the paper's business day by whoever may print, with a reason; after it with an approval, which
serves for one copy.
Owns that judgement and the order; what a copy looks like is the layouts'.
"""

import datetime as dt
from dataclasses import dataclass

from counter_app.domain.dates import business_date
from counter_app.domain.masks import scrub
from counter_app.domain.paper import PaperMark
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.i18n import same
from counter_app.journal.facts.case import PaperReprinted
from counter_app.journal.facts.people import OverrideRequested
from counter_app.journal.folds.case import CaseView, PaperView
from counter_app.services.counter import (
    Acting,
    Counter,
    branch_minute,
    instant_text,
    still_may,
    write,
)
from counter_app.services.handling_results import OverrideNeeded
from counter_app.services.overriding import ITEM
from counter_app.services.paper_content import mark_text
from counter_app.services.papers import practice_mark
from counter_app.services.ports import Beside, NewFact, PrintOrder


@dataclass(frozen=True, slots=True)
class ReprintWish:
    """Which paper and why; `override` the approval for a paper of an earlier day, quoted in the case.

    Without one the case's own unused approval for that paper serves.
    """

    paper: str
    reason: str
    override: str | None = None


@dataclass(frozen=True, slots=True)
class Reprinted:
    """The case with the copy asked for, and the order that the spool takes up."""

    case: CaseView
    order: PrintOrder


def reprint(
    counter: Counter, acting: Acting, case: CaseView, wish: ReprintWish
) -> Reprinted | OverrideNeeded | Refusal:
    """Orders one more copy of a paper of the case, on this terminal's printer."""
    refusal = still_may(counter, acting, Right.PRINT)
    if refusal:
        return refusal
    why = scrub(wish.reason.strip())
    if not why:
        return Refusal("reason_needed")
    issued = case.paper(wish.paper)
    if issued is None:
        return Refusal("unknown_paper", {"paper": wish.paper})
    if counter.store.content(issued.content_hash) is None:
        return Refusal("content_not_here", {"paper": wish.paper})
    late = is_late(counter, issued)
    # What was granted at another PC stands in the case: nobody is asked twice for one copy.
    override = wish.override or (case.reprint_granted(wish.paper) if late else None)
    if override is not None and override in case.reprint_approvals:
        return Refusal("approval_used", {"copy": case.reprint_approvals[override][1]})
    if late and not case.may_reprint(wish.paper, override or ""):
        copies = str(len(issued.copies))
        evidence = (issued.paper, issued.issued_at[:10], copies, why)
        return OverrideNeeded("late_reprint", issued.paper, evidence)
    order = _order(counter, acting, case, issued, why)
    fact = PaperReprinted(
        paper=issued.paper, copy_number=order.copy_number, reason=why, override=override
    )
    new = [NewFact(case.subject, fact)]
    written = write(counter, acting.actor, new, [case], Beside(orders=(order,)))
    if isinstance(written, Refusal):
        return written
    view = counter.store.view(case.subject)
    assert isinstance(view, CaseView)
    return Reprinted(view, order)


def granted_wish(asked: OverrideRequested, override: str) -> ReprintWish:
    """What was asked for in a request for a late reprint, now that `override` grants it."""
    _paper, _issued, _copies, *why = asked.evidence
    return ReprintWish(asked.about.partition(ITEM)[2], "".join(why), override)


def is_late(counter: Counter, issued: PaperView) -> bool:
    """Whether the paper was issued on an earlier business date."""
    at = dt.datetime.fromisoformat(issued.issued_at)
    return business_date(at, counter.cut_off_hour) < counter.today()


def _order(
    counter: Counter, acting: Acting, case: CaseView, issued: PaperView, why: str
) -> PrintOrder:
    count = max(copy for copy, _state, _place in issued.copies) + 1
    mark = practice_mark(counter, acting.staff, count) or PaperMark(
        "reprint", count, branch_minute(counter), acting.staff, same(why)
    )
    return PrintOrder(
        paper=issued.paper,
        case=case.subject,
        copy_number=count,
        content_hash=issued.content_hash,
        printer=counter.terminal.printer,
        mark=mark_text(mark),
        ordered_at=instant_text(counter.instant()),
    )
