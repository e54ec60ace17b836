"""One customer, two windows: which of two values stands, and which of two registrations is the one.

One entry settles each. Nothing is lost: the other value and the other registration stay in the record.
"""

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.presence import CustomerAmended, CustomerGroup, CustomersJoined
from counter_app.journal.folds.presence import CustomerView
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.ports import NewFact


def settle(
    counter: Counter, acting: Acting, customer: str, group: str, entry: str
) -> CustomerView | Refusal:
    """Of a group amended apart, the value that this entry set stands from now on."""
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    view = customer_view(counter, customer)
    register = view.groups.get(group)
    chosen = next((one for one in register.held if one.entry == entry), None) if register else None
    if chosen is None or register is None or not register.in_conflict:
        return Refusal("settled_already")
    fact = CustomerAmended(
        group=CustomerGroup(name=group, fields=dict(chosen.value)), source="settled"
    )
    written = write(counter, acting.actor, [NewFact(customer, fact)], [view])
    return written if isinstance(written, Refusal) else customer_view(counter, customer)


def join(counter: Counter, acting: Acting, customer: str, double: str) -> CustomerView | Refusal:
    """The other registration is the same customer: it goes into this one, which stays."""
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    stays, other = customer_view(counter, customer), customer_view(counter, double)
    if not stays.registered or not other.registered or stays.into or customer == double:
        return Refusal("unknown_customer")
    if other.into:
        return Refusal("settled_already")
    if stays.value("identity", "number") != other.value("identity", "number"):
        return Refusal("not_the_same_number")
    fact = CustomersJoined(into=customer)
    written = write(counter, acting.actor, [NewFact(double, fact)], [other])
    return written if isinstance(written, Refusal) else customer_view(counter, customer)


def customer_view(counter: Counter, subject: str) -> CustomerView:
    """The View of a customer."""
    view = counter.store.view(subject)
    assert isinstance(view, CustomerView)
    return view
