"""The persons of a visit as they are being told: who they are, in which part. Pure.

Owns adding, removing and a scanned number. Judges nothing: what is wrong with a person is
`visiting.faults_of`'s to say.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from counter_app.domain.identity import IdentityKind, kinds_for
from counter_app.journal.facts.case import PartyTaken
from counter_app.journal.facts.presence import Part
from counter_app.journal.folds.presence import CustomerView, VisitView
from counter_app.services.visiting import PersonTold

MOST = 6


@dataclass(frozen=True, slots=True)
class People:
    """The persons in the order they were told. There is always one at least."""

    persons: tuple[PersonTold, ...] = (PersonTold("p1"),)

    def person(self, ref: str) -> PersonTold:
        """The person of a reference. Raises KeyError for an unknown one."""
        for one in self.persons:
            if one.ref == ref:
                return one
        raise KeyError(ref)

    def changed(self, ref: str, **changes: Any) -> "People":
        """One person told otherwise."""
        return People(
            tuple(replace(one, **changes) if one.ref == ref else one for one in self.persons)
        )

    def added(self) -> "People":
        """One more person: beside oneself an agent, beside a ward a guardian, then companions."""
        if len(self.persons) >= MOST:
            return self
        part = self._lacking_part()
        told = People((*self.persons, PersonTold(self._fresh_ref(), part)))
        if part != "agent":
            return told
        # With an agent the holder is usually not here; the box beside the name says otherwise.
        return People(
            tuple(
                replace(one, present=False) if one.part == "self" else one for one in told.persons
            )
        )

    def with_ward(self) -> "People":
        """Who is here alone comes as the guardian of one more person, who is told next."""
        if len(self.persons) != 1:
            return self
        return self.changed(self.persons[0].ref, part="guardian").added()

    def removed(self, ref: str) -> "People":
        """Without that person; the last one stays."""
        if len(self.persons) == 1:
            return self
        return People(tuple(one for one in self.persons if one.ref != ref))

    def scanned(self, number: str, today: dt.date, focused: str = "") -> "People | None":
        """A number read by the reader: kind and number of the person it is for; None if it is none.

        It is for the person in focus while that one has no number, else for the first without, else
        for one more person.
        """
        kinds = kinds_for(number, today)
        if not kinds:
            return None
        people = self
        ref = next((one.ref for one in self._without_number(focused)), "")
        if not ref:
            people = self.added()
            ref = people.persons[-1].ref
        read = people.changed(ref, paper=kinds[0].value, number=number, by_reader=True)
        return read.of_organisation(ref) if kinds[0] is IdentityKind.BUSINESS_LICENCE else read

    def of_organisation(self, ref: str) -> "People":
        """The holder is an organisation: it is never here itself, somebody comes for it."""
        people = self.changed(
            ref, part="self", paper=IdentityKind.BUSINESS_LICENCE.value, present=False
        )
        others = [one for one in people.persons if one.ref != ref]
        if not others:
            return people.added()
        return people.changed(others[0].ref, part="agent")

    def with_customer(self, ref: str, customer: CustomerView) -> "People":
        """A known customer's details for a person; what was typed already is replaced."""

        def held(group: str, name: str) -> str:
            return customer.value(group, name) or ""

        return self.changed(
            ref,
            customer=customer.subject,
            name=held("identity", "name"),
            paper=held("identity", "paper"),
            number=held("identity", "number"),
            valid_until=held("identity", "valid_until"),
            birth=held("identity", "birth"),
            phone=held("contact", "phone"),
        )

    def recognised(self, ref: str, customer: CustomerView) -> "People":
        """A person whose paper was read is this customer, unless another name was told.

        What stands on the paper is asked again: its last day may have changed since.
        """
        told, name = self.person(ref), customer.value("identity", "name") or ""
        if told.customer or told.name not in ("", name):
            return self
        birth = told.birth or customer.value("identity", "birth") or ""
        return self.changed(ref, customer=customer.subject, name=name, birth=birth)

    def number_taken(self, before: "People") -> PersonTold | None:
        """Whose number was read since then."""
        had = {one.ref: one.number for one in before.persons}
        return next((one for one in self.persons if one.number != had.get(one.ref, "")), None)

    def _without_number(self, focused: str) -> list[PersonTold]:
        bare = [one for one in self.persons if not one.number]
        return sorted(bare, key=lambda one: one.ref != focused)

    def _lacking_part(self) -> Part:
        parts = {one.part for one in self.persons}
        if "ward" in parts and "guardian" not in parts:
            return "guardian"
        if "guardian" in parts and "ward" not in parts:
            return "ward"
        if parts & {"ward", "guardian"} or {"self", "agent"} <= parts:
            return "companion"
        return "agent" if "self" in parts else "self"

    def _fresh_ref(self) -> str:
        taken = {one.ref for one in self.persons}
        return next(ref for ref in (f"p{number}" for number in range(1, 99)) if ref not in taken)


def of_visit(view: VisitView, parties: Sequence[PartyTaken]) -> People:
    """The persons as the facts have them: the visit's identities, the business's parts."""
    told = tuple(_told(view, party) for party in parties)
    if told:
        return People(told)
    seen = tuple(
        PersonTold(
            one.person,
            name=one.name or "",
            customer=one.customer,
            paper=one.identity.paper if one.identity else "",
            number=one.identity.number if one.identity else "",
            valid_until=(one.identity.valid_until or "") if one.identity else "",
            no_expiry=bool(one.identity and one.identity.no_expiry),
            birth=(one.identity.birth or "") if one.identity else "",
            by_reader=bool(one.identity and one.identity.manner == "reader"),
            sex=(one.identity.sex or "") if one.identity else "",
        )
        for one in view.persons
    )
    return People(seen) if seen else People()


def _told(view: VisitView, party: PartyTaken) -> PersonTold:
    known = view.person(party.person)
    return PersonTold(
        ref=party.person,
        part=party.part,
        name=party.name or "",
        paper=party.paper or "",
        number=party.number or "",
        valid_until=party.valid_until or "",
        no_expiry=bool(party.no_expiry),
        phone=party.phone or "",
        birth=party.birth or "",
        customer=party.customer or (known.customer if known else None),
        present=party.present,
        by_reader=bool(known and known.identity and known.identity.manner == "reader"),
        sex=party.sex or "",
    )
