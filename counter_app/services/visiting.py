"""A visit: somebody at the window, the persons with their parts, the identity papers looked at.

Anonymous until a name is needed. One look at an identity paper serves all cases of the visit.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counter_app.domain.identity import IdentityKind, IdentityNumber, check_number
from counter_app.domain.names import check_name, check_organisation_name
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.case import PartyTaken
from counter_app.journal.facts.presence import (
    CustomerGroup,
    CustomerRegistered,
    IdentitySeen,
    Part,
    PersonPresent,
    VisitEnded,
    VisitStarted,
)
from counter_app.journal.folds.presence import CustomerView, PersonView, VisitView
from counter_app.services import day_closing
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.ports import NewFact

ENDINGS = ("served", "comes_back", "left", "advised")


@dataclass(frozen=True, slots=True)
class PersonTold:
    """One person as typed or read at reception. Empty text is "not told".

    `part` is what the person is in the business at hand. `customer` is the subject of a known one.
    `sex` comes from a reader alone, for papers whose number does not tell it.
    """

    ref: str
    part: Part = "self"
    name: str = ""
    paper: str = ""
    number: str = ""
    valid_until: str = ""
    no_expiry: bool = False
    phone: str = ""
    birth: str = ""
    customer: str | None = None
    present: bool = True
    by_reader: bool = False
    sex: str = ""


@dataclass(frozen=True, slots=True)
class PersonFault:
    """What is to be mended, at which person's which field."""

    ref: str
    field: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Received:
    """The visit, and the parts its persons take."""

    visit: VisitView
    parties: tuple[PartyTaken, ...]


def start_visit(counter: Counter, acting: Acting, ticket: str | None = None) -> VisitView | Refusal:
    """Somebody came. Nothing is asked yet."""
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    visit = counter.fresh("visit")
    fact = VisitStarted(
        terminal=counter.terminal.number, window=acting.window, staff=acting.staff, ticket=ticket
    )
    again = day_closing.going_on(counter, acting)
    written = write(counter, acting.actor, [NewFact(visit, fact), *again.facts], again.views)
    return written if isinstance(written, Refusal) else visit_view(counter, visit)


def receive(
    counter: Counter, acting: Acting, visit: str, told: Sequence[PersonTold]
) -> Received | tuple[PersonFault, ...] | Refusal:
    """Records who is here and which identity papers were seen; says what has to be mended.

    Only what is new is written, so confirming the step again costs nothing.
    """
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    today = counter.today()
    faults = tuple(fault for one in told for fault in faults_of(one, today))
    if faults:
        return faults
    view = visit_view(counter, visit)
    facts = [NewFact(visit, fact) for one in told for fact in _news(view, one, today)]
    if facts:
        written = write(counter, acting.actor, facts, [view])
        if isinstance(written, Refusal):
            return written
    view = visit_view(counter, visit)
    return Received(view, tuple(_party(view, one) for one in told))


def faults_of(told: PersonTold, today: dt.date) -> tuple[PersonFault, ...]:
    """What is wrong with what was told of a person: pure, also asked while the page stands."""
    found: list[PersonFault] = []
    if told.name:
        organisation = told.paper == IdentityKind.BUSINESS_LICENCE
        name = check_organisation_name(told.name) if organisation else check_name(told.name)
        if isinstance(name, Refusal):
            found.append(PersonFault(told.ref, "name", name))
    if told.number and not told.name:
        found.append(PersonFault(told.ref, "name", Refusal("name_needed")))
    if told.number:
        checked = checked_number(told, today)
        if isinstance(checked, Refusal):
            found.append(PersonFault(told.ref, "number", checked))
    for field, text in (("valid_until", told.valid_until), ("birth", told.birth)):
        if text and _date(text) is None:
            found.append(PersonFault(told.ref, field, Refusal("date_shape")))
    return tuple(found)


def checked_number(told: PersonTold, today: dt.date) -> IdentityNumber | Refusal:
    """The identity number of a person as told, normalised."""
    if told.paper not in set(IdentityKind):
        return Refusal("paper_needed")
    return check_number(IdentityKind(told.paper), told.number, today)


def register_customer(
    counter: Counter, acting: Acting, visit: str, ref: str, phone: str
) -> CustomerView | Refusal:
    """Makes the person of a visit, whose paper was seen, a customer of this branch; once."""
    refusal = still_may(counter, acting, Right.REGISTER_CUSTOMER)
    if refusal:
        return refusal
    view = visit_view(counter, visit)
    person = view.person(ref)
    if person is None or person.identity is None:
        return Refusal("identity_needed")
    known = counter.store.view(person.customer) if person.customer else None
    if isinstance(known, CustomerView) and (
        known.value("identity", "number") == person.identity.number
    ):
        return known
    subject = counter.fresh("customer")
    facts = [
        NewFact(subject, _registered(person, phone)),
        NewFact(visit, PersonPresent(person=ref, customer=subject)),
    ]
    written = write(counter, acting.actor, facts, [view])
    if isinstance(written, Refusal):
        return written
    customer = counter.store.view(subject)
    assert isinstance(customer, CustomerView)
    return customer


def end_visit(
    counter: Counter, acting: Acting, visit: str, outcome: str, left_at: str | None = None
) -> VisitView | Refusal:
    """The persons left the window; `left_at` where it is told afterwards (UTC, as entries write it)."""
    if outcome not in ENDINGS:
        return Refusal("unknown_outcome")
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    view = visit_view(counter, visit)
    if view.ended is not None:
        return view
    fact = VisitEnded.model_validate({"outcome": outcome, "left_at": left_at})
    written = write(counter, acting.actor, [NewFact(visit, fact)], [view])
    return written if isinstance(written, Refusal) else visit_view(counter, visit)


def visit_view(counter: Counter, visit: str) -> VisitView:
    """The View of a visit."""
    view = counter.store.view(visit)
    assert isinstance(view, VisitView)
    return view


def _news(view: VisitView, told: PersonTold, today: dt.date) -> list[Fact]:
    known = view.person(told.ref)
    facts: list[Fact] = []
    number = checked_number(told, today) if told.number else None
    if isinstance(number, IdentityNumber):
        seen = _identity_seen(told, number)
        if known is None or known.identity != seen:
            facts.append(seen)
    elif known is None or (told.name and known.name != told.name):
        facts.append(PersonPresent(person=told.ref, name=told.name or None))
    if told.customer and (known is None or known.customer != told.customer):
        facts.append(PersonPresent(person=told.ref, customer=told.customer))
    return facts


def _identity_seen(told: PersonTold, number: IdentityNumber) -> IdentitySeen:
    birth = number.birth.isoformat() if number.birth else told.birth or None
    return IdentitySeen(
        person=told.ref,
        paper=told.paper,
        name=told.name,
        number=number.number,
        valid_until=told.valid_until or None,
        no_expiry=told.no_expiry or None,
        birth=birth,
        sex=number.sex.value if number.sex else told.sex or None,
        manner="reader" if told.by_reader else "typed",
    )


def _party(view: VisitView, told: PersonTold) -> PartyTaken:
    person = view.person(told.ref) or PersonView(told.ref)
    seen = person.identity
    return PartyTaken(
        person=told.ref,
        part=told.part,
        name=person.name,
        customer=told.customer,  # another number was told since: the visit may still name the former
        paper=seen.paper if seen else (told.paper or None),
        number=seen.number if seen else None,
        valid_until=seen.valid_until if seen else None,
        no_expiry=seen.no_expiry if seen else None,
        birth=seen.birth if seen else (told.birth or None),
        sex=seen.sex if seen else None,
        phone=told.phone or None,
        present=told.present,
        identity_entry=person.identity_entry,
    )


def _registered(person: PersonView, phone: str) -> CustomerRegistered:
    seen = person.identity
    organisation = seen is not None and seen.paper == IdentityKind.BUSINESS_LICENCE
    kind: Literal["person", "company"] = "company" if organisation else "person"
    return CustomerRegistered(customer_kind=kind, groups=_groups(person, phone))


def _groups(person: PersonView, phone: str) -> tuple[CustomerGroup, ...]:
    seen = person.identity
    assert seen is not None
    identity = {
        "name": seen.name,
        "paper": seen.paper,
        "number": seen.number,
        "valid_until": seen.valid_until or "",
        "birth": seen.birth or "",
        "sex": seen.sex or "",
    }
    told = {key: value for key, value in identity.items() if value}
    groups = [CustomerGroup(name="identity", fields=told)]
    if phone:
        groups.append(CustomerGroup(name="contact", fields={"phone": phone}))
    return tuple(groups)


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
