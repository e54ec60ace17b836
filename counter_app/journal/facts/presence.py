"""Facts of a visit (a presence at the counter), of customers, and of promises to follow up."""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact, Retention, Value

Part = Literal["self", "agent", "guardian", "ward", "companion"]


class VisitStarted(Fact):
    """Somebody came to a window."""

    KIND: ClassVar[str] = "visit_started"
    SUBJECT: ClassVar[str] = "visit"

    terminal: str
    window: str
    staff: str
    ticket: str | None = None


class PersonPresent(Fact):
    """One of the persons of the visit, by a reference of the visit (`p1`); a name when known."""

    KIND: ClassVar[str] = "person_present"
    SUBJECT: ClassVar[str] = "visit"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"name", "customer"})

    person: str
    name: str | None = None
    customer: str | None = None


class IdentitySeen(Fact):
    """An identity paper's original was looked at; serves all cases of the visit."""

    KIND: ClassVar[str] = "identity_seen"
    SUBJECT: ClassVar[str] = "visit"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset(
        {"name", "number", "valid_until", "birth", "sex"}
    )

    person: str
    paper: str
    name: str
    number: str
    valid_until: str | None = None
    no_expiry: bool | None = None
    birth: str | None = None
    sex: str | None = None
    manner: Literal["reader", "typed"] = "typed"


class VisitEnded(Fact):
    """The persons left the window.

    `left_at` is when they were there last (UTC), where it is told afterwards: of a case that was put
    down nobody says so before it is taken up again, or the window's day ends.
    """

    KIND: ClassVar[str] = "visit_ended"
    SUBJECT: ClassVar[str] = "visit"

    outcome: Literal["served", "comes_back", "left", "advised"]
    left_at: str | None = None


class CustomerGroup(Value):
    """Fields that belong together; amended apart they are a conflict a person settles."""

    name: Literal["identity", "contact", "address", "preferences"]
    fields: dict[str, str]


class CustomerRegistered(Fact):
    """A customer of this branch became known. `groups` are as on the papers seen."""

    KIND: ClassVar[str] = "customer_registered"
    SUBJECT: ClassVar[str] = "customer"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"groups"})

    customer_kind: Literal["person", "company"] = "person"
    groups: tuple[CustomerGroup, ...]


class CustomerAmended(Fact):
    """One group of a customer's fields changed."""

    KIND: ClassVar[str] = "customer_amended"
    SUBJECT: ClassVar[str] = "customer"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"group"})

    group: CustomerGroup
    source: str


class CustomersJoined(Fact):
    """Registered twice: this customer and the one named `into` are the same, and that one stays."""

    KIND: ClassVar[str] = "customers_joined"
    SUBJECT: ClassVar[str] = "customer"
    RETENTION: ClassVar[Retention] = "identity"

    into: str


class FollowUpSet(Fact):
    """Something is promised after the visit; belongs to a person and a post."""

    KIND: ClassVar[str] = "follow_up_set"
    SUBJECT: ClassVar[str] = "followup"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"what"})

    case: str
    case_number: str
    what: str
    due: str
    staff: str
    post: str


class FollowUpDone(Fact):
    """The promise was kept, or is no longer needed; says how."""

    KIND: ClassVar[str] = "follow_up_done"
    SUBJECT: ClassVar[str] = "followup"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"result"})

    result: str


class FollowUpReassigned(Fact):
    """Another person takes the promise over."""

    KIND: ClassVar[str] = "follow_up_reassigned"
    SUBJECT: ClassVar[str] = "followup"

    staff: str
    reason: str
