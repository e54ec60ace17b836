"""Our own approvals (批准): asked for one named thing, signed at this PC by another person.

Owns who may ask and who may approve. The maker is whoever asked and whoever worked on the case; an
approver is none of them, under any account. What is granted is quoted in the case with everything a
fold needs to judge it again.
"""

from collections.abc import Mapping
from types import MappingProxyType

from counter_app.domain.masks import scrub
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, Role, approval_refusal
from counter_app.journal.facts.base import Audience
from counter_app.journal.facts.case import ApprovalQuoted, CaseNoted
from counter_app.journal.facts.people import (
    OverrideGranted,
    OverrideRefused,
    OverrideRequested,
    OverrideWithdrawn,
)
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.people import OverrideView, StaffView
from counter_app.services.accounts import account_view, may_with
from counter_app.services.counter import Acting, Counter, known_roles, write
from counter_app.services.day_duties import day_refusal
from counter_app.services.handling_results import OverrideNeeded
from counter_app.services.ports import NewFact

ASKED_BY: Mapping[str, Right] = MappingProxyType(
    {
        "deferral": Right.SERVE,
        "continue_case": Right.SERVE,
        "cancel_completed": Right.SERVE,
        "late_reprint": Right.PRINT,
        "against_advice": Right.SERVE,
    }
)
"""What may be asked for, and the right of who asks. Every one of them is approved by APPROVE."""

ITEM = "#"


def about_of(case: str, item: str | None) -> str:
    """The one named thing: a case, or one line of its checklist."""
    return f"{case}{ITEM}{item}" if item else case


def request(
    counter: Counter, acting: Acting, case: str, needed: OverrideNeeded, note: str = ""
) -> OverrideView | Refusal:
    """Asks for an approval, with the evidence that the approver will be shown, masked."""
    right = ASKED_BY.get(needed.matter)
    if right is None:
        return Refusal("unknown_matter", {"matter": needed.matter})
    granted = may_with(counter, acting, right)
    if isinstance(granted, Refusal):
        return granted
    account, _right_entry = granted
    if not counter.store.view(case).exists:
        return Refusal("unknown_case")
    subject = counter.fresh("override")
    fact = OverrideRequested(
        matter=needed.matter,
        about=about_of(case, needed.item),
        right=Right.APPROVE.value,
        requester=acting.staff,
        requester_person=account.person,
        evidence=tuple(map(scrub, needed.evidence)),
        note=scrub(note.strip()),
    )
    new = NewFact(subject, fact, _audience(counter, case))
    written = write(counter, acting.actor, [new], [])
    return written if isinstance(written, Refusal) else override_view(counter, subject)


def grant_here(
    counter: Counter, approver: Acting, override: str, comment: str = ""
) -> OverrideView | Refusal:
    """The approver, who signed at this PC by password for this one thing, says yes."""
    view, judged = override_view(counter, override), _answerable(counter, approver, override)
    if isinstance(judged, Refusal):
        return judged
    account, right_entry = judged
    fact = OverrideGranted(
        approver=approver.staff,
        approver_person=account.person,
        right=Right.APPROVE.value,
        right_entry=right_entry,
        comment=comment.strip(),
    )
    return _answered(counter, approver, view, fact)


def refuse_here(
    counter: Counter, approver: Acting, override: str, comment: str
) -> OverrideView | Refusal:
    """The approver says no, and why."""
    view, judged = override_view(counter, override), _answerable(counter, approver, override)
    if isinstance(judged, Refusal):
        return judged
    if not comment.strip():
        return Refusal("reason_needed")
    account, _right_entry = judged
    fact = OverrideRefused(
        approver=approver.staff, approver_person=account.person, comment=comment.strip()
    )
    return _answered(counter, approver, view, fact)


def withdraw(counter: Counter, acting: Acting, override: str) -> OverrideView | Refusal:
    """Who asked takes it back: it is not needed any more. What was answered stays answered."""
    view = override_view(counter, override)
    if view.requested is None or view.requested.requester != acting.staff:
        return Refusal("not_asked")
    if view.state != "asked":
        return Refusal("answered_already", {"state": view.state})
    return _answered(counter, acting, view, OverrideWithdrawn(reason="not_needed"))


def quote(counter: Counter, case: CaseView, override: str) -> ApprovalQuoted | Refusal:
    """What a case says of an approval that was granted for it."""
    view = override_view(counter, override)
    asked, granted = view.requested, view.granted
    if asked is None:
        return Refusal("not_asked")
    if granted is None:
        return Refusal("not_granted", {"state": view.state})
    about, _stroke, item = asked.about.partition(ITEM)
    if about != case.subject:
        return Refusal("granted_for_another_case")
    return ApprovalQuoted(
        override=override,
        matter=asked.matter,
        item=item or None,
        right=granted.right,
        requester=asked.requester,
        requester_person=asked.requester_person,
        approver=granted.approver,
        approver_person=granted.approver_person,
        right_entry=granted.right_entry,
        comment=granted.comment,
    )


def quote_in_case(
    counter: Counter, acting: Acting, case: CaseView, override: str
) -> CaseView | Refusal:
    """Writes a granted approval into its case, once; who asked for it goes on with it."""
    if any(one.override == override for one in case.approvals):
        return case
    fact = quote(counter, case, override)
    if isinstance(fact, Refusal):
        return fact
    if fact.requester != acting.staff:
        return Refusal("asked_by_another", {"staff": fact.requester})
    written = write(counter, acting.actor, [NewFact(case.subject, fact)], [case])
    if isinstance(written, Refusal):
        return written
    view = counter.store.view(case.subject)
    assert isinstance(view, CaseView)
    return view


def override_view(counter: Counter, subject: str) -> OverrideView:
    """The View of an approval asked for."""
    view = counter.store.view(subject)
    assert isinstance(view, OverrideView)
    return view


def case_of(asked: OverrideRequested) -> str:
    """The case that an approval was asked for in."""
    return asked.about.partition(ITEM)[0]


def _answered(
    counter: Counter,
    acting: Acting,
    view: OverrideView,
    fact: OverrideGranted | OverrideRefused | OverrideWithdrawn,
) -> OverrideView | Refusal:
    """For all, whatever the case: an answer has to reach the PC that asked, and that may hold no more
    of restricted business than it wrote itself."""
    written = write(counter, acting.actor, [NewFact(view.subject, fact)], [view])
    return written if isinstance(written, Refusal) else override_view(counter, view.subject)


def _audience(counter: Counter, case: str) -> Audience | None:
    """What is shown to an approver is for whom its case is for."""
    view = counter.store.view(case)
    return "restricted" if isinstance(view, CaseView) and view.is_restricted else None


def _answerable(
    counter: Counter, approver: Acting, override: str
) -> tuple[StaffView, str] | Refusal:
    """The approver's account as it is now and the entry of the right; or why he must not answer."""
    view = override_view(counter, override)
    asked = view.requested
    if asked is None:
        return Refusal("not_asked")
    if view.state != "asked":
        return Refusal("answered_already", {"state": view.state})
    granted = may_with(counter, approver, Right.APPROVE)
    if isinstance(granted, Refusal):
        return granted
    account, right_entry = granted
    for maker in _makers(counter, asked):
        refusal = approval_refusal(account.person, maker, known_roles(account.roles))
        if refusal:
            return refusal
    return day_refusal(counter, account.person, Role.SUPERVISOR) or (account, right_entry)


def _makers(counter: Counter, asked: OverrideRequested) -> frozenset[str]:
    """Persons who must not approve: who asked, under either name, and who worked on the case.

    A remark for the day log is a supervisor's own business and makes nobody a maker.
    """
    case = case_of(asked)
    worked = {
        act.actor.removeprefix("staff/")
        for act in counter.store.acts_about(case)
        if act.actor.startswith("staff/") and act.kind != CaseNoted.KIND
    }
    persons = {account_view(counter, one).person for one in {asked.requester, *worked}}
    return frozenset({asked.requester_person, *persons} - {""})
