"""A case that waits, changes hands, is noticed, ends early, or is corrected after its end.

Parking and hand-over carry the draft in their fact, so that another PC resumes it. Continuing a
colleague's open case, and cancelling a completed one, need an approver.
"""

from datetime import datetime

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.run_state import RunState
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.case import (
    CaseCancelled,
    CaseHandedOver,
    CaseParked,
    CaseResumed,
    DetailCorrected,
    NoticeGiven,
)
from counter_app.journal.facts.owning import HandOverAnswered
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.people import StaffView
from counter_app.services import papers
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.handling import decided_again, draft_key, not_mine, open_case
from counter_app.services.handling_results import NoticeWish, OpenCase, OverrideNeeded
from counter_app.services.handling_steps import document_facts
from counter_app.services.notice_paper import notice_valid_until
from counter_app.services.owning import ENDED, claim_draft, hand_over_view
from counter_app.services.paper_documents import SHOWN
from counter_app.services.ports import Beside, NewFact
from counter_app.services.runs import Place, to_travel


def park(
    counter: Counter, acting: Acting, opened: OpenCase, reason: str | None = None
) -> OpenCase | Refusal:
    """One key: the case waits, with everything half typed (`opened.at(run, place)`).

    A reason may follow when it is resumed.
    """
    return decided_again(counter, acting, opened, lambda now: _park(counter, acting, now, reason))


def _park(
    counter: Counter, acting: Acting, opened: OpenCase, reason: str | None
) -> OpenCase | Refusal:
    refusal = not_mine(opened, acting) or _ended(opened)
    if refusal:
        return refusal
    run = opened.run
    fact = CaseParked(step=run.step.value, draft=to_travel(run, opened.place), reason=reason)
    return _append(counter, acting, opened, [fact])


def resume(
    counter: Counter,
    acting: Acting,
    subject: str,
    visit: str | None = None,
    override: str | None = None,
) -> OpenCase | OverrideNeeded | Refusal:
    """Goes on with a parked, handed-over or noticed case, in the same or a new visit."""
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    opened = open_case(counter, acting, subject)
    if isinstance(opened, Refusal):
        return opened
    refusal = _ended(opened)
    if refusal:
        return refusal
    case = opened.case
    unused = override not in case.continued_with
    approved = unused and is_approved(case, "continue_case", override)
    if needs_approval(opened, acting) and not approved:
        return OverrideNeeded("continue_case", None, _who_holds(opened))
    fact = CaseResumed(
        visit=visit or (case.visits[-1] if case.visits else ""),
        terminal=counter.terminal.number,
        window=acting.window,
        staff=acting.staff,
        override=override,
    )
    beside = Beside(drop_draft=claim_draft(case))
    written = write(counter, acting.actor, [NewFact(subject, fact)], [case], beside)
    return written if isinstance(written, Refusal) else open_case(counter, acting, subject)


def _who_holds(opened: OpenCase) -> tuple[str, ...]:
    """What the approver is shown: the number, who works on it, at which window, since when."""
    holder = opened.holders[0]
    since = branch_time(datetime.fromisoformat(holder.since)) if holder.since else None
    at = f"{since:%m-%d %H:%M}" if since else ""
    return (opened.case.number, f"{holder.name} {holder.staff}".strip(), holder.window, at)


def granted_for(case: CaseView, matter: str) -> str | None:
    """The latest approval quoted for a matter of the case: asked for, and granted meanwhile."""
    return next((one.override for one in reversed(case.approvals) if one.matter == matter), None)


def is_approved(case: CaseView, matter: str, override: str | None) -> bool:
    """Whether the case quotes this approval, and it was given for this matter."""
    return any(one.override == override and one.matter == matter for one in case.approvals)


def needs_approval(opened: OpenCase, acting: Acting) -> bool:
    """Whether going on is taking over: the case is open or parked in a colleague's hands.

    A case handed over to me, or whose customer was given a notice, may be taken by anyone serving. One
    that goes on at two windows is closed by whoever works on it at either.
    """
    case = opened.case
    if any(one.staff == acting.staff for one in case.apart):
        return False
    if opened.held_by is None:
        return False
    if case.state == "handed_over":
        return case.handed_to != acting.staff
    return case.notice is None


def hand_over(
    counter: Counter, acting: Acting, opened: OpenCase, to_staff: str, note: str
) -> OpenCase | Refusal:
    """Gives the case to a colleague, with everything half typed (`opened.at(run, place)`)."""
    return decided_again(
        counter, acting, opened, lambda now: _hand_over(counter, acting, now, to_staff, note)
    )


def give(counter: Counter, acting: Acting, opened: OpenCase, asked: str) -> OpenCase | Refusal:
    """Gives the case to the colleague who asked for it, and says so to the request."""
    return decided_again(counter, acting, opened, lambda now: _give(counter, acting, now, asked))


def _give(counter: Counter, acting: Acting, opened: OpenCase, asked: str) -> OpenCase | Refusal:
    request = hand_over_view(counter, asked)
    if request.asked is None or request.asked.case != opened.case.subject:
        return Refusal("not_asked")
    fact = _handed(counter, acting, opened, request.asked.staff, "")
    if isinstance(fact, Refusal):
        return fact
    new = [NewFact(opened.case.subject, fact), NewFact(asked, HandOverAnswered(answer="given"))]
    beside = Beside(draft_key(acting, opened.case.subject))
    written = write(counter, acting.actor, new, [opened.case, request], beside)
    if isinstance(written, Refusal):
        return written
    return open_case(counter, acting, opened.case.subject)


def _hand_over(
    counter: Counter, acting: Acting, opened: OpenCase, to_staff: str, note: str
) -> OpenCase | Refusal:
    fact = _handed(counter, acting, opened, to_staff, note)
    return fact if isinstance(fact, Refusal) else _append(counter, acting, opened, [fact])


def _handed(
    counter: Counter, acting: Acting, opened: OpenCase, to_staff: str, note: str
) -> CaseHandedOver | Refusal:
    refusal = not_mine(opened, acting) or _ended(opened)
    if refusal:
        return refusal
    colleague = counter.store.view(f"staff/{to_staff}")
    if not isinstance(colleague, StaffView) or not colleague.person or colleague.left:
        return Refusal("unknown_staff", {"staff": to_staff})
    if to_staff == acting.staff:
        return Refusal("handed_to_oneself")
    run = opened.run
    draft = to_travel(run, opened.place)
    return CaseHandedOver(to_staff=to_staff, step=run.step.value, draft=draft, note=note)


def cancel(
    counter: Counter, acting: Acting, opened: OpenCase, reason: str, override: str | None = None
) -> OpenCase | OverrideNeeded | Refusal:
    """Ends the case without taking it in; a completed one only with an approval."""
    return decided_again(
        counter, acting, opened, lambda now: _cancel(counter, acting, now, reason, override)
    )


def _cancel(
    counter: Counter, acting: Acting, opened: OpenCase, reason: str, override: str | None
) -> OpenCase | OverrideNeeded | Refusal:
    if not reason.strip():
        return Refusal("reason_needed")
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting)
    if refusal:
        return refusal
    case = opened.case
    override = override or granted_for(case, "cancel_completed")
    if case.completed is not None and not is_approved(case, "cancel_completed", override):
        return OverrideNeeded("cancel_completed", None, (case.number, reason))
    return _append(counter, acting, opened, [CaseCancelled(reason=reason, override=override)])


def amend(
    counter: Counter, acting: Acting, opened: OpenCase, field: str, new: str
) -> OpenCase | Refusal:
    """Corrects a value at any point; the old one stays visible, also after completion."""
    return decided_again(
        counter, acting, opened, lambda now: _amend(counter, acting, now, field, new)
    )


def _amend(
    counter: Counter, acting: Acting, opened: OpenCase, field: str, new: str
) -> OpenCase | Refusal:
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting)
    if refusal:
        return refusal
    case = opened.case
    old = {**case.need, **case.details}.get(field)
    if old is None:
        return Refusal("unknown_field", {"field": field})
    if old == new:
        return opened
    fact = DetailCorrected(field=field, old=old, new=new, cause="amendment")
    return _append(counter, acting, opened, [fact])


def give_notice(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: NoticeWish
) -> OpenCase | Refusal:
    """Tells the customer once what is missing, for the day of coming; the case then waits."""
    return decided_again(
        counter, acting, opened, lambda now: _give_notice(counter, acting, now, run, wish)
    )


def _give_notice(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: NoticeWish
) -> OpenCase | Refusal:
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting) or _ended(opened)
    if refusal:
        return refusal
    if wish.manner == "spoken" and not (wish.reason or "").strip():
        return Refusal("reason_needed")
    coming = wish.coming_on or run.business_date
    if coming < run.business_date:
        return Refusal("coming_in_the_past")
    missing = [one for one in opened.runner.missing(run, coming) if one.standing not in SHOWN]
    if not missing:
        return Refusal("nothing_missing")
    issued = papers.for_notice(counter, acting, opened, run, wish)
    if isinstance(issued, Refusal):
        return issued
    case = opened.case
    started = case.started
    assert started is not None
    notice = NoticeGiven(
        coming_on=wish.coming_on.isoformat() if wish.coming_on else None,
        valid_until=notice_valid_until(opened, run, coming).isoformat(),
        missing=tuple(line.id for line in missing),
        manner=wish.manner,
        reason=wish.reason,
    )
    parked = CaseParked(step=run.step.value, draft=to_travel(run, Place()), reason=None)
    checked = document_facts(case, opened.runner, run, case.procedure_hash)
    facts = [*checked[:-1], notice, *issued.facts, parked]
    beside = Beside(contents=issued.contents, orders=issued.orders)
    return _append(counter, acting, opened, facts, beside)


def _ended(opened: OpenCase) -> Refusal | None:
    if opened.case.state in ENDED:
        return Refusal("case_ended")
    return None


def _append(
    counter: Counter,
    acting: Acting,
    opened: OpenCase,
    facts: list[Fact],
    beside: Beside | None = None,
) -> OpenCase | Refusal:
    subject = opened.case.subject
    kept = beside or Beside()
    beside = Beside(draft_key(acting, subject), kept.contents, kept.orders)
    new = [NewFact(subject, one) for one in facts]
    written = write(counter, acting.actor, new, [opened.case], beside)
    return written if isinstance(written, Refusal) else open_case(counter, acting, subject)
