"""Accounts and the persons they belong to, as use cases ask for them.

One person may have several accounts: whoever judges duties compares persons. Writes nothing.
"""

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, Role, may
from counter_app.journal.folds.people import StaffView
from counter_app.services.counter import Acting, Counter, known_roles, still_may

ATTEMPTS = 5
"""So many wrong passwords in a row, and a supervisor has to look (house rule)."""


def account_view(counter: Counter, staff: str) -> StaffView:
    """The View of an account, by its number."""
    view = counter.store.view(f"staff/{staff}")
    assert isinstance(view, StaffView)
    return view


def open_account(counter: Counter, staff: str) -> StaffView | Refusal:
    """An account that exists and whose person has not left."""
    account = account_view(counter, staff)
    if not account.person:
        return Refusal("unknown_staff", {"staff": staff})
    return Refusal("account_left", {"staff": staff}) if account.left else account


def is_locked_out(counter: Counter, staff: str) -> bool:
    """Whether too many wrong passwords in a row have shut the account."""
    return counter.store.wrong_passwords_in_a_row(staff) >= ATTEMPTS


def all_accounts(counter: Counter) -> list[StaffView]:
    """Every account, closed ones too, in the order they were registered."""
    views = [counter.store.view(one) for one in counter.store.subjects("staff")]
    return [view for view in views if isinstance(view, StaffView) and view.person]


def staff_names(counter: Counter) -> dict[str, str]:
    """The name of every account's person, by number."""
    return {one.subject.partition("/")[2]: one.name for one in all_accounts(counter)}


def accounts_of(counter: Counter, person: str) -> list[StaffView]:
    """Every account of a person, closed ones too."""
    return [one for one in all_accounts(counter) if one.person == person]


def roles_of(counter: Counter, person: str) -> frozenset[Role]:
    """The roles that a person holds, over all accounts."""
    return frozenset(
        role for account in accounts_of(counter, person) for role in known_roles(account.roles)
    )


def still_here(counter: Counter, acting: Acting) -> Refusal | None:
    """Whether the account of the acting person is still open, whatever its roles."""
    account = account_view(counter, acting.staff)
    return Refusal("account_closed") if account.left or not account.person else None


def may_with(counter: Counter, acting: Acting, right: Right) -> tuple[StaffView, str] | Refusal:
    """The account as it is now and the entry that gave it the right; or why it may not."""
    refusal = still_may(counter, acting, right)
    if refusal:
        return refusal
    account = account_view(counter, acting.staff)
    given_by = next(held.entry for held in account.roles if may(known_roles((held,)), right))
    return account, given_by
