"""A look at a number in full: bound to a page, written down before anything is shown.

Whoever holds the key sees the number for as long as he holds it; each look is a subject of its own.
"""

from dataclasses import dataclass

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.people import NumberShown
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.presence import CustomerView, VisitView
from counter_app.journal.views import View
from counter_app.services.accounts import account_view
from counter_app.services.counter import Acting, Counter, acting_as, write
from counter_app.services.ports import NewFact

LOOKERS = (
    Right.SERVE,
    Right.PRE_CHECK,
    Right.APPROVE,
    Right.HANDLE_COMPLAINT,
    Right.RECOMMEND,
    Right.READ_EVERYTHING,
)
"""Work that has a purpose in a customer's number."""


@dataclass(frozen=True, slots=True)
class NumberAsked:
    """Which number: of a case, visit or customer; of which person; `number` or `phone`.

    `page` is where it is looked at, which says what for.
    """

    about: str
    page: str
    person: str | None = None
    what: str = "number"


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """The number in full, and the look that was written down."""

    number: str
    look_up: str


def show_number(counter: Counter, acting: Acting, asked: NumberAsked) -> ShownNumber | Refusal:
    """Gives a number in full, once the look is in the journal."""
    account = account_view(counter, acting.staff)
    if account.left or not account.person:
        return Refusal("account_closed")
    if not any(acting_as(account, acting.window).may(right) for right in LOOKERS):
        return Refusal("not_allowed", {"right": Right.SERVE.value})
    number = number_in(counter.store.view(asked.about), asked)
    if not number:
        return Refusal("no_number")
    subject = counter.fresh("lookup")
    what = f"{asked.person}.{asked.what}" if asked.person else asked.what
    fact = NumberShown(about=asked.about, what=what, page=asked.page)
    written = write(counter, acting.actor, [NewFact(subject, fact)], [])
    return written if isinstance(written, Refusal) else ShownNumber(number, subject)


def number_in(view: View, asked: NumberAsked) -> str | None:
    """The number that is asked for, where the View holds it."""
    if isinstance(view, CustomerView):
        group = "contact" if asked.what == "phone" else "identity"
        return view.value(group, asked.what)
    if isinstance(view, VisitView) and asked.what == "number":
        person = view.person(asked.person or "")
        return person.identity.number if person and person.identity else None
    if isinstance(view, CaseView):
        party = next((one for one in view.parties if one.person == asked.person), None)
        if party is not None:
            return party.phone if asked.what == "phone" else party.number
    return None
