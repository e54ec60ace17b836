"""The fold of a case: where it stands, what was decided, what was printed, and what is wrong.

Judges again what services decided: an approval by the requester's own person, or without the named
right, has no effect and is a fault. Two windows that went on apart show as an owner in conflict. A
confirmed step ends the draft that a waiting case carried: laid over what came after, it would lead
back to where the case was put down.
"""

from types import MappingProxyType

from counter_app.journal.changing import replace
from counter_app.journal.entry import Entry
from counter_app.journal.facts import beside_core, copies, lists, owning
from counter_app.journal.facts import case as facts
from counter_app.journal.folding import Fold
from counter_app.journal.folds.case_view import (
    CaseView,
    CopyAnswer,
    Correction,
    Owner,
    PaperView,
)
from counter_app.journal.folds.from_code import in_two_lines, original_arrived, started_from_code
from counter_app.journal.folds.owning import HANDS_APART, resumed_unseen, taken_over
from counter_app.journal.views import Sees, with_fault

__all__ = ("CASE", "CaseView", "Owner", "PaperView")


def _started(view: CaseView, entry: Entry, fact: facts.CaseStarted, sees: Sees) -> CaseView:
    owner = Owner(fact.staff, fact.terminal, fact.window, entry.occurred_at)
    if fact.provisional:
        return started_from_code(view, entry, fact, owner)
    if view.is_provisional:
        return original_arrived(view, fact)
    if view.started is not None:
        return with_fault(view, "started_twice", entry.hash)
    return replace(
        view,
        started=fact,
        takings=view.takings + 1,
        owner=view.owner.set(owner, entry.hash, sees),
        visits=(*view.visits, fact.visit),
    )


def _parties(view: CaseView, _entry: Entry, fact: facts.PartiesTaken, _sees: Sees) -> CaseView:
    return replace(view, parties=fact.parties)


def _need(view: CaseView, _entry: Entry, fact: facts.NeedRecorded, _sees: Sees) -> CaseView:
    return replace(view, need=MappingProxyType(dict(fact.values)), step="need", draft="")


def _document(view: CaseView, _entry: Entry, fact: facts.DocumentChecked, _sees: Sees) -> CaseView:
    return replace(view, documents=MappingProxyType({**view.documents, fact.item: fact}))


def _checklist(
    view: CaseView, _entry: Entry, fact: facts.ChecklistDecided, _sees: Sees
) -> CaseView:
    return replace(view, checklist=fact, step="documents", draft="")


def _notice(view: CaseView, entry: Entry, fact: facts.NoticeGiven, _sees: Sees) -> CaseView:
    return replace(view, notice=fact, notice_given_on=entry.business_date)


def _list_replaced(view: CaseView, entry: Entry, fact: lists.ListReplaced, _sees: Sees) -> CaseView:
    """From the need on everything is confirmed again; what the new list asks alike stays answered."""
    if view.state in ("completed", "cancelled"):
        return with_fault(view, "list_replaced_after_end", entry.hash)
    documents = {item: one for item, one in view.documents.items() if item in fact.kept}
    return replace(
        view,
        relisted=fact,
        documents=MappingProxyType(documents),
        checklist=None,
        step="",
        draft="",
    )


def _details(view: CaseView, _entry: Entry, fact: facts.DetailsRecorded, _sees: Sees) -> CaseView:
    return replace(view, details=MappingProxyType(dict(fact.values)), step="details", draft="")


def _corrected(view: CaseView, entry: Entry, fact: facts.DetailCorrected, _sees: Sees) -> CaseView:
    one = Correction(fact.field, fact.old, fact.new, fact.cause, entry.occurred_at, entry.actor)
    values = MappingProxyType({**view.details, fact.field: fact.new})
    return replace(view, corrections=(*view.corrections, one), details=values)


def _read_back(view: CaseView, _entry: Entry, fact: facts.ReadBackDone, _sees: Sees) -> CaseView:
    return replace(view, read_back=fact, step="read_back", draft="")


def _core(view: CaseView, entry: Entry, _fact: facts.CoreStepReached, _sees: Sees) -> CaseView:
    return replace(view, reached_core=view.reached_core or entry.occurred_at)


def _serial(view: CaseView, entry: Entry, fact: facts.CoreSerialRecorded, _sees: Sees) -> CaseView:
    if view.completed is None:
        return replace(
            view, serial=fact.serial, serial_put_off=False, booking="booked", step="core", draft=""
        )
    if view.serial is not None:
        again = view.serial == fact.serial
        return view if again else with_fault(view, "serial_twice", entry.hash, fact.serial)
    return replace(
        view,
        serial=fact.serial,
        serial_put_off=False,
        booking="booked",
        serial_late_at=entry.occurred_at,
        serial_late_by=entry.actor,
    )


def _put_off(view: CaseView, _entry: Entry, _fact: facts.CoreSerialPutOff, _sees: Sees) -> CaseView:
    if view.serial is not None:
        return view
    return replace(
        view, serial_put_off=True, booking=view.booking or "booked", step="core", draft=""
    )


def _booking(
    view: CaseView, _entry: Entry, fact: facts.CoreBookingAnswered, _sees: Sees
) -> CaseView:
    reached = None if fact.answer == "not_booked" else view.reached_core
    booking = None if fact.answer == "not_booked" else fact.answer
    step = "core" if fact.ends_step else view.step
    draft = "" if fact.ends_step else view.draft
    return replace(view, booking=booking, reached_core=reached, step=step, draft=draft)


def _returned(view: CaseView, _entry: Entry, fact: facts.OriginalsReturned, _s: Sees) -> CaseView:
    return replace(view, returned=fact.items, returned_count=fact.count)


def _completed(view: CaseView, entry: Entry, fact: facts.CaseCompleted, _sees: Sees) -> CaseView:
    if view.completed is not None:
        return with_fault(view, "completed_twice", entry.hash)
    if view.state == "cancelled":
        return with_fault(view, "completed_after_cancelling", entry.hash)
    return replace(
        view, completed=fact, completed_at=entry.occurred_at, state="completed", step="completion"
    )


def _issued(view: CaseView, entry: Entry, fact: facts.PaperIssued, _sees: Sees) -> CaseView:
    if view.paper(fact.paper) is not None:
        return with_fault(view, "paper_number_twice", entry.hash, fact.paper)
    paper = PaperView(
        fact.paper,
        fact.paper_kind,
        fact.content_hash,
        fact.layout,
        entry.occurred_at,
        form=fact.form or "",
    )
    return replace(view, papers=(*view.papers, paper))


def _copy(view: CaseView, number: str, copy: tuple[int, str, str], entry: Entry) -> CaseView:
    paper = view.paper(number)
    if paper is None:
        return with_fault(view, "unknown_paper", entry.hash, number)
    copies = (*(one for one in paper.copies if one[0] != copy[0]), copy)
    changed = replace(paper, copies=tuple(sorted(copies)))
    papers = tuple(changed if one.paper == number else one for one in view.papers)
    return replace(view, papers=papers)


def _sent(view: CaseView, entry: Entry, fact: facts.PaperSent, _sees: Sees) -> CaseView:
    return _copy(view, fact.paper, (fact.copy_number, "sent", fact.printer), entry)


def _failed(view: CaseView, entry: Entry, fact: facts.PaperFailed, _sees: Sees) -> CaseView:
    return _copy(view, fact.paper, (fact.copy_number, "failed", fact.reason), entry)


def _reprinted(view: CaseView, entry: Entry, fact: facts.PaperReprinted, _sees: Sees) -> CaseView:
    """The copy exists whatever is said of it; an approval serves for one copy of its own paper."""
    view = _copy(view, fact.paper, (fact.copy_number, "asked", fact.reason), entry)
    if fact.override is None:
        return view
    if fact.override in view.reprint_approvals:
        return with_fault(view, "approval_used_twice", entry.hash, fact.paper)
    if not view.may_reprint(fact.paper, fact.override):
        return with_fault(view, "reprinted_without_approval", entry.hash, fact.paper)
    used = {**view.reprint_approvals, fact.override: (fact.paper, fact.copy_number)}
    return replace(view, reprint_approvals=MappingProxyType(used))


def _answered(view: CaseView, entry: Entry, fact: copies.CopyAnswered, _sees: Sees) -> CaseView:
    said = CopyAnswer(fact.paper, fact.copy_number, fact.answer, entry.actor, entry.occurred_at)
    return replace(view, copies_answered=(*view.copies_answered, said))


def _parked(view: CaseView, entry: Entry, fact: facts.CaseParked, sees: Sees) -> CaseView:
    if view.state in ("completed", "cancelled"):
        return with_fault(view, "parked_after_end", entry.hash)
    if resumed_unseen(view, sees):
        return view
    return replace(
        view,
        state="parked",
        draft=fact.draft,
        waiting_reason=fact.reason,
        put_down_at=entry.occurred_at,
    )


def _resumed(view: CaseView, entry: Entry, fact: facts.CaseResumed, sees: Sees) -> CaseView:
    if view.state in ("completed", "cancelled"):
        return with_fault(view, "resumed_after_end", entry.hash)
    if fact.override is not None and fact.override in view.continued_with:
        return with_fault(view, "approval_used_twice", entry.hash)
    used = (fact.override,) if fact.override is not None else ()
    visits = view.visits if fact.visit in view.visits else (*view.visits, fact.visit)
    owner = Owner(fact.staff, fact.terminal, fact.window, entry.occurred_at)
    return replace(
        view,
        state="open",
        takings=view.takings + 1,
        owner=view.owner.set(owner, entry.hash, sees),
        visits=visits,
        handed_to=None,
        waiting_reason=None,
        put_down_at=None,
        continued_with=(*view.continued_with, *used),
    )


def _handed(view: CaseView, entry: Entry, fact: facts.CaseHandedOver, sees: Sees) -> CaseView:
    if view.state in ("completed", "cancelled"):
        return with_fault(view, "handed_over_after_end", entry.hash)
    if resumed_unseen(view, sees):
        return view
    return replace(
        view,
        takings=view.takings + 1,
        state="handed_over",
        draft=fact.draft,
        handed_to=fact.to_staff,
        waiting_reason=fact.note or None,
        put_down_at=entry.occurred_at,
    )


def _cancelled(view: CaseView, entry: Entry, fact: facts.CaseCancelled, _sees: Sees) -> CaseView:
    if view.state == "cancelled":
        return with_fault(view, "cancelled_twice", entry.hash)
    approved = any(
        one.override == fact.override and one.matter == "cancel_completed" for one in view.approvals
    )
    if view.completed is not None and not approved:
        return with_fault(view, "cancelled_without_approval", entry.hash)
    return replace(view, state="cancelled", cancelled_reason=fact.reason)


def _noted(view: CaseView, _entry: Entry, fact: facts.CaseNoted, _sees: Sees) -> CaseView:
    return replace(view, notes=(*view.notes, fact.text))


def _approved(view: CaseView, entry: Entry, fact: facts.ApprovalQuoted, _sees: Sees) -> CaseView:
    if fact.approver_person == fact.requester_person or fact.approver == fact.requester:
        return with_fault(view, "approved_own", entry.hash, fact.matter)
    if not fact.right or not fact.right_entry:
        return with_fault(view, "approved_without_right", entry.hash, fact.matter)
    if any(one.override == fact.override for one in view.approvals):
        again = fact in view.approvals
        return view if again else with_fault(view, "approval_quoted_twice", entry.hash, fact.matter)
    return replace(view, approvals=(*view.approvals, fact))


def _verified(
    view: CaseView, entry: Entry, fact: beside_core.IdentityVerified, _sees: Sees
) -> CaseView:
    kept = tuple(
        one for one in view.verified if (one.person, one.check) != (fact.person, fact.check)
    )
    at = {**view.verified_at, (fact.person, fact.check): entry.occurred_at}
    return replace(view, verified=(*kept, fact), verified_at=MappingProxyType(at))


def _sent_to_core(
    view: CaseView, entry: Entry, fact: beside_core.ValueSentToCore, _sees: Sees
) -> CaseView:
    return replace(view, sent_to_core=(*view.sent_to_core, (fact.field, entry.occurred_at)))


def _authorised_in_core(
    view: CaseView, _entry: Entry, fact: beside_core.CoreAuthorisationNoted, _sees: Sees
) -> CaseView:
    return replace(view, core_authorisations=(*view.core_authorisations, fact))


CASE = Fold(
    CaseView,
    in_two_lines(
        {
            facts.CaseStarted: _started,
            facts.PartiesTaken: _parties,
            facts.NeedRecorded: _need,
            facts.DocumentChecked: _document,
            facts.ChecklistDecided: _checklist,
            facts.NoticeGiven: _notice,
            lists.ListReplaced: _list_replaced,
            facts.DetailsRecorded: _details,
            facts.DetailCorrected: _corrected,
            facts.ReadBackDone: _read_back,
            facts.CoreStepReached: _core,
            facts.CoreSerialRecorded: _serial,
            facts.CoreSerialPutOff: _put_off,
            facts.CoreBookingAnswered: _booking,
            facts.OriginalsReturned: _returned,
            facts.CaseCompleted: _completed,
            facts.PaperIssued: _issued,
            facts.PaperSent: _sent,
            facts.PaperFailed: _failed,
            facts.PaperReprinted: _reprinted,
            copies.CopyAnswered: _answered,
            facts.CaseParked: _parked,
            facts.CaseResumed: _resumed,
            facts.CaseHandedOver: _handed,
            owning.CaseTakenOver: taken_over,
            facts.CaseCancelled: _cancelled,
            facts.CaseNoted: _noted,
            facts.ApprovalQuoted: _approved,
            beside_core.IdentityVerified: _verified,
            beside_core.ValueSentToCore: _sent_to_core,
            beside_core.CoreAuthorisationNoted: _authorised_in_core,
        }
    ),
    HANDS_APART,
)
