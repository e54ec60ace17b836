"""Views of visits, customers and follow-ups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from counter_app.journal.changing import replace
from counter_app.journal.entry import Entry
from counter_app.journal.facts.presence import (
    CustomerAmended,
    CustomerGroup,
    CustomerRegistered,
    CustomersJoined,
    FollowUpDone,
    FollowUpReassigned,
    FollowUpSet,
    IdentitySeen,
    PersonPresent,
    VisitEnded,
    VisitStarted,
)
from counter_app.journal.folding import Fold
from counter_app.journal.views import Register, Sees, View, with_fault

Fields = tuple[tuple[str, str], ...]
"""A group's fields, sorted by name."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person of a visit: the name, the customer if known, the identity last seen."""

    person: str
    name: str | None = None
    customer: str | None = None
    identity: IdentitySeen | None = None
    identity_entry: str | None = None


@dataclass(frozen=True, slots=True)
class VisitView(View):
    """A presence at a window."""

    started: VisitStarted | None = None
    persons: tuple[PersonView, ...] = ()
    ended: str | None = None
    outcome: str | None = None

    def person(self, ref: str) -> PersonView | None:
        """The person with this reference."""
        return next((one for one in self.persons if one.person == ref), None)


@dataclass(frozen=True, slots=True)
class CustomerView(View):
    """A customer: each group of fields with the values that stand, several when in conflict.

    `into` is the customer that this one was joined into, where it was registered twice.
    """

    customer_kind: str = "person"
    registered: bool = False
    into: str = ""
    groups: Mapping[str, Register[Fields]] = field(default_factory=lambda: MappingProxyType({}))

    def value(self, group: str, name: str) -> str | None:
        """A field's value, the latest when its group is in conflict."""
        register = self.groups.get(group)
        fields = register.value if register else None
        return dict(fields).get(name) if fields else None

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The groups that were amended apart and that nobody has settled."""
        return tuple(sorted(name for name, one in self.groups.items() if one.in_conflict))


@dataclass(frozen=True, slots=True)
class FollowUpView(View):
    """A promise: what, by when, whose, and how it ended."""

    promise: FollowUpSet | None = None
    staff: Register[str] = field(default_factory=Register)
    done: str | None = None
    result: str | None = None


def _started(view: VisitView, entry: Entry, fact: VisitStarted, _sees: Sees) -> VisitView:
    if view.started is not None:
        return with_fault(view, "started_twice", entry.hash)
    return replace(view, started=fact)


def _with_person(view: VisitView, person: PersonView) -> VisitView:
    if view.person(person.person) is None:
        return replace(view, persons=(*view.persons, person))
    swapped = tuple(person if one.person == person.person else one for one in view.persons)
    return replace(view, persons=swapped)


def _present(view: VisitView, _entry: Entry, fact: PersonPresent, _sees: Sees) -> VisitView:
    known = view.person(fact.person) or PersonView(fact.person)
    return _with_person(
        view,
        replace(known, name=fact.name or known.name, customer=fact.customer or known.customer),
    )


def _identity(view: VisitView, entry: Entry, fact: IdentitySeen, _sees: Sees) -> VisitView:
    known = view.person(fact.person) or PersonView(fact.person)
    return _with_person(
        view, replace(known, name=fact.name, identity=fact, identity_entry=entry.hash)
    )


def _ended(view: VisitView, entry: Entry, fact: VisitEnded, _sees: Sees) -> VisitView:
    if view.ended is not None:
        return with_fault(view, "ended_twice", entry.hash)
    left = fact.left_at or entry.occurred_at
    if left > entry.occurred_at:
        view, left = with_fault(view, "left_in_the_future", entry.hash, left), entry.occurred_at
    return replace(view, ended=left, outcome=fact.outcome)


def _set_groups(
    view: CustomerView, entry: Entry, groups: tuple[CustomerGroup, ...], sees: Sees
) -> CustomerView:
    changed = dict(view.groups)
    for group in groups:
        fields = tuple(sorted(group.fields.items()))
        changed[group.name] = changed.get(group.name, Register()).set(fields, entry.hash, sees)
    return replace(view, groups=MappingProxyType(changed))


def _registered(
    view: CustomerView, entry: Entry, fact: CustomerRegistered, sees: Sees
) -> CustomerView:
    kept = _set_groups(view, entry, fact.groups, sees)
    return replace(kept, registered=True, customer_kind=fact.customer_kind)


def _amended(view: CustomerView, entry: Entry, fact: CustomerAmended, sees: Sees) -> CustomerView:
    return _set_groups(view, entry, (fact.group,), sees)


def _joined(view: CustomerView, entry: Entry, fact: CustomersJoined, _sees: Sees) -> CustomerView:
    if fact.into == view.subject:
        return with_fault(view, "joined_into_itself", entry.hash)
    return replace(view, into=fact.into)


def _promised(view: FollowUpView, entry: Entry, fact: FollowUpSet, sees: Sees) -> FollowUpView:
    if view.promise is not None:
        return with_fault(view, "promised_twice", entry.hash)
    return replace(view, promise=fact, staff=view.staff.set(fact.staff, entry.hash, sees))


def _done(view: FollowUpView, entry: Entry, fact: FollowUpDone, _sees: Sees) -> FollowUpView:
    if view.done is not None:
        return with_fault(view, "done_twice", entry.hash)
    return replace(view, done=entry.occurred_at, result=fact.result)


def _reassigned(
    view: FollowUpView, entry: Entry, fact: FollowUpReassigned, sees: Sees
) -> FollowUpView:
    return replace(view, staff=view.staff.set(fact.staff, entry.hash, sees))


VISIT = Fold(
    VisitView,
    {
        VisitStarted: _started,
        PersonPresent: _present,
        IdentitySeen: _identity,
        VisitEnded: _ended,
    },
)
CUSTOMER = Fold(
    CustomerView,
    {CustomerRegistered: _registered, CustomerAmended: _amended, CustomersJoined: _joined},
)
FOLLOW_UP = Fold(
    FollowUpView,
    {FollowUpSet: _promised, FollowUpDone: _done, FollowUpReassigned: _reassigned},
)
