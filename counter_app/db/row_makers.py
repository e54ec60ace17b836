"""From a View to its rows: pure, one subject each, masked.

Must not know SQL. What an exception is, is said here once: the supervisor's log shows these first.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from counter_app.domain.masks import mask_number, mask_phone
from counter_app.domain.names import search_key
from counter_app.journal.folds.care import RestrictedView, SilentHelpView
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.ground import VersionView
from counter_app.journal.folds.owning import HandOverView
from counter_app.journal.folds.people import (
    LookUpView,
    OverrideView,
    SignOnView,
    SpellView,
    StaffView,
)
from counter_app.journal.folds.presence import CustomerView, FollowUpView, VisitView
from counter_app.services.pinyin import name_readings

Row = Mapping[str, Any]


def plain_number(number: str) -> str:
    """A case number as it is looked up: no dash, upper case."""
    return number.replace("-", "").upper()


def case_rows(view: CaseView) -> Iterator[Row]:
    """One row a case."""
    started = view.started
    owner = view.owner.value
    holder = next((one for one in view.parties if one.part in ("self", "ward")), None)
    exceptions = case_exceptions(view)
    yield {
        "number": view.number,
        "plain_number": plain_number(view.number),
        "service": view.service,
        "state": view.state,
        "step": view.step,
        "staff": owner.staff if owner else None,
        "terminal": owner.terminal if owner else None,
        "window": owner.window if owner else None,
        "visit": view.visits[-1] if view.visits else None,
        "business_date": view.business_date,
        "started_at": view.first_at if started else None,
        "ended_at": view.completed_at or (view.last_at if view.state == "cancelled" else None),
        "last_at": view.last_at,
        "holder_name": holder.name if holder else None,
        "holder_customer": holder.customer if holder else None,
        "handed_to": view.handed_to,
        "waiting_reason": view.waiting_reason,
        "reached_core": view.reached_core,
        "serial": view.serial,
        "booking": view.booking,
        "serial_late_at": view.serial_late_at,
        "serial_late_by": view.serial_late_by.removeprefix("staff/") or None,
        "awaits_serial": int(view.awaits_serial),
        "notice_on": view.notice.coming_on if view.notice else None,
        "due_on": view.notice.valid_until if view.notice else None,
        **_standing_under(view),
        **_in_hands(view),
        "exceptions": ",".join(exceptions),
        "weight": min((EXCEPTIONS.index(one) for one in exceptions), default=len(EXCEPTIONS)),
        "missing": len(view.notice.missing) if view.notice else 0,
        "unsent": sum(1 for one in view.papers for copy in one.copies if copy[1] == "failed"),
        "reprints": sum(len(one.copies) - 1 for one in view.papers),
        "unread": len(view.unreadable),
    }


def _standing_under(view: CaseView) -> Row:
    """The case it belongs to, itself where it stands alone; and whether others may see it."""
    under = view.started.under if view.started else None
    paper = view.started.on_paper if view.started else None
    return {
        "on_paper": paper.paper if paper else None,
        "header": view.header,
        "header_number": under.number if under else None,
        "header_at": under.begun_at if under else view.first_at,
        "restricted": int(view.is_restricted),
    }


def _in_hands(view: CaseView) -> Row:
    """Since when its person has it, and the windows where it goes on at the same time."""
    owner = view.owner.value
    return {
        "held_since": (owner.since or None) if owner else None,
        "apart": ",".join(dict.fromkeys(one.window or one.staff for one in view.apart)) or None,
    }


EXCEPTIONS = (
    "booking_unclear",
    "two_minds",
    "faults",
    "paper_failed",
    "cancelled_after",
    "serial_missing",
    "originals_out",
    "not_confirmed",
    "approved",
    "deferred",
    "reprinted",
    "corrected",
    "cancelled",
)
"""What a supervisor looks at first, gravest first."""


def case_exceptions(view: CaseView) -> tuple[str, ...]:
    """Which exceptions a case is, gravest first."""
    ended = view.state == "completed"
    back = view.read_back
    checks = {
        "booking_unclear": view.booking == "unclear" or (view.core_unanswered and ended),
        "two_minds": view.in_two_minds or view.owner.in_conflict or bool(view.apart),
        "faults": bool(view.faults),
        "paper_failed": any(copy[1] == "failed" for one in view.papers for copy in one.copies),
        "cancelled_after": view.state == "cancelled" and view.completed is not None,
        "serial_missing": view.awaits_serial,
        "originals_out": ended and view.returned_count < originals_taken(view),
        "not_confirmed": back is not None and any(r.outcome == "not_confirmed" for r in back.rows),
        "approved": bool(view.approvals),
        "deferred": any(one.outcome == "deferred" for one in view.documents.values()),
        "reprinted": any(len(one.copies) > 1 for one in view.papers),
        "corrected": bool(view.corrections),
        "cancelled": view.state == "cancelled",
    }
    return tuple(code for code in EXCEPTIONS if checks[code])


def originals_taken(view: CaseView) -> int:
    """How many originals were taken in hand and must go back to the customer."""
    return sum(1 for one in view.documents.values() if one.original)


def visit_rows(view: VisitView) -> Iterator[Row]:
    """One row a visit."""
    started = view.started
    yield {
        "ticket": started.ticket if started else None,
        "staff": started.staff if started else None,
        "terminal": started.terminal if started else None,
        "window": started.window if started else None,
        "started_at": view.first_at,
        "ended_at": view.ended,
        "outcome": view.outcome,
        "names": "、".join(one.name for one in view.persons if one.name),
    }


def staff_rows(view: StaffView) -> Iterator[Row]:
    """One row an account."""
    yield {
        "number": view.subject.partition("/")[2],
        "name": view.name,
        "post": view.post,
        "person": view.person,
        "roles": ",".join(one.role for one in view.roles),
        "left": int(view.left),
    }


def sign_on_rows(view: SignOnView) -> Iterator[Row]:
    """One row a sign-on or refusal."""
    told = view.signed_on or view.refused
    yield {
        "staff": told.staff if told else None,
        "terminal": told.terminal if told else None,
        "window": view.signed_on.window if view.signed_on else None,
        "since": view.since,
        "until": view.until,
        "refused": view.refused.reason if view.refused else None,
    }


def spell_rows(view: SpellView) -> Iterator[Row]:
    """One row a lock or work state."""
    yield {
        "terminal": view.terminal,
        "what": view.what,
        "case_subject": view.case,
        "by": view.by,
        "since": view.since,
        "until": view.until,
    }


def override_rows(view: OverrideView) -> Iterator[Row]:
    """One row an approval asked for."""
    asked = view.requested
    answer = view.granted or view.refused
    yield {
        "matter": asked.matter if asked else None,
        "about": asked.about if asked else None,
        "state": view.state,
        "requester": asked.requester if asked else None,
        "approver": answer.approver if answer else None,
        "asked_at": view.first_at,
    }


def version_rows(view: VersionView) -> Iterator[Row]:
    """One row a version of a procedure, rule pack or calendar."""
    yield {
        "name": view.name,
        "media": view.media,
        "edition": view.edition,
        "from_date": view.from_date,
        "published_at": view.last_at if view.published else None,
    }


def follow_up_rows(view: FollowUpView) -> Iterator[Row]:
    """One row a promise."""
    promise = view.promise
    if promise is None:
        return
    yield {
        "case_subject": promise.case,
        "case_number": promise.case_number,
        "what": promise.what,
        "due": promise.due,
        "staff": view.staff.value,
        "post": promise.post,
        "done": view.done,
        "result": view.result,
    }


def customer_rows(view: CustomerView) -> Iterator[Row]:
    """One row a customer, with masked numbers; the full one, never shown, finds who is there twice."""
    number = view.value("identity", "number")
    phone = view.value("contact", "phone")
    yield {
        "name": view.value("identity", "name"),
        "kind": view.customer_kind,
        "masked_number": mask_number(number) if number else None,
        "masked_phone": mask_phone(phone) if phone else None,
        "last_at": view.last_at,
        "conflicts": ",".join(view.conflicts),
        "number": number.upper() if number else None,
        "into": view.into or None,
    }


def customer_terms(view: CustomerView) -> Iterator[Row]:
    """What a customer is found by: every ending of the name, its readings, last four of numbers.

    A look-up asks for terms that begin with what was typed, so the endings make any part of a name
    findable by an index, one or two characters included.
    """
    terms: dict[str, None] = {}
    terms.update(dict.fromkeys(name_terms(view.value("identity", "name") or "")))
    for group, key in (("identity", "number"), ("contact", "phone")):
        value = view.value(group, key)
        if value:
            terms[value[-4:].lower()] = None
            terms[value.lower()] = None
    yield from ({"term": term} for term in terms)


def case_terms(view: CaseView) -> Iterator[Row]:
    """What a case is found by: its numbers, also without the terminal's part, serial, and names.

    A case begun from a notice's code has given papers under a number of its own.
    """
    plain = plain_number(view.number).lower()
    _head, _dash, tail = view.number.lower().partition("-")
    found = [plain, tail, (view.serial or "").lower()]
    found += [plain_number(one).lower() for one in view.also_numbered]
    for one in view.parties:
        found.extend(name_terms(one.name or ""))
    yield from ({"term": term} for term in dict.fromkeys(found) if term)


def case_terms_basis(view: CaseView) -> object:
    """What a case's terms depend on."""
    return view.number, view.also_numbered, view.serial, tuple(one.name for one in view.parties)


def customer_terms_basis(view: CustomerView) -> object:
    """What a customer's terms depend on."""
    fields = (("identity", "name"), ("identity", "number"), ("contact", "phone"))
    return tuple(view.value(group, name) for group, name in fields)


def name_terms(name: str) -> Iterator[str]:
    """Every ending of a name, and its readings where it is not Latin already."""
    folded = search_key(name)
    for at in range(len(folded)):
        yield folded[at:]
    if not folded.isascii():
        yield from name_readings(folded)


def hand_over_rows(view: HandOverView) -> Iterator[Row]:
    """One row a request to hand a case over."""
    asked = view.asked
    if asked is None:
        return
    yield {
        "case_subject": asked.case,
        "case_number": asked.case_number,
        "from_staff": asked.from_staff,
        "staff": asked.staff,
        "window": asked.window,
        "asked_at": view.first_at,
        "answer": view.answer,
        "business_date": view.business_date,
    }


def help_rows(view: SilentHelpView) -> Iterator[Row]:
    """One row a silent call for help. What it is about stays out of every list."""
    call = view.call
    if call is None:
        return
    yield {
        "terminal": call.terminal,
        "window": call.window,
        "staff": call.staff,
        "called_at": view.called_at,
        "answer": view.answer.answer if view.answer else None,
    }


def restricted_rows(view: RestrictedView) -> Iterator[Row]:
    """One row a matter; the numbers of the officers' papers stay out of every list.

    Police that came to a case, or an order that came with nothing passed on, is told of as well.
    """
    passed, police, enquiry = view.referred, view.police, view.enquiry
    if passed is None and police is None and enquiry is None:
        return
    about = police.case if police else None
    yield {
        "matter": passed.matter if passed else "police" if police else "enquiry",
        "to_post": passed.to_post if passed else "",
        "to_staff": passed.to_staff if passed else "",
        "by": view.referred_by.removeprefix("staff/") if passed else None,
        "referred_at": view.referred_at if passed else view.first_at,
        "business_date": view.business_date,
        "at": police.at if police else enquiry.arrived_at if enquiry else None,
        "badge": police.badge if police else None,
        "authority": enquiry.authority if enquiry else None,
        "document": enquiry.document if enquiry else None,
        "case_subject": passed.case if passed else about,
        "officers": len(enquiry.officers) if enquiry else 0,
    }


def look_up_rows(view: LookUpView) -> Iterator[Row]:
    """One row a look at a full number."""
    shown = view.shown
    yield {
        "about": shown.about if shown else None,
        "what": shown.what if shown else None,
        "page": shown.page if shown else None,
        "by": view.by,
        "at": view.first_at,
    }
