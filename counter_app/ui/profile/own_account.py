"""A person's own account and latest sign-ons, as the profile shows them. Reads, writes nothing."""

import datetime as dt
from dataclasses import dataclass

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.people import SignOnView, StaffView
from counter_app.services.accounts import open_account
from counter_app.services.counter import Acting, Counter

DAYS_BACK = 7
MOST = 8


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """The account as it is now, and its sign-ons of the last week, the latest first."""

    account: StaffView
    sign_ons: tuple[SignOnView, ...]


def own_account(counter: Counter, acting: Acting) -> OwnAccount | Refusal:
    """The account of the person who acts."""
    account = open_account(counter, acting.staff)
    if isinstance(account, Refusal):
        return account
    return OwnAccount(account, tuple(_sign_ons(counter, acting)[:MOST]))


def _sign_ons(counter: Counter, acting: Acting) -> list[SignOnView]:
    today, found = counter.today(), dict[str, SignOnView]()
    for back in range(DAYS_BACK):
        day = (today - dt.timedelta(days=back)).isoformat()
        for act in counter.store.acts_of_day(acting.actor, day, "signon"):
            view = counter.store.view(act.subject)
            if isinstance(view, SignOnView) and view.signed_on is not None:
                found[act.subject] = view
    return sorted(found.values(), key=lambda one: one.since or "", reverse=True)
