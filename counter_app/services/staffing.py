"""Accounts of staff: registered, given and relieved of roles, given a password, closed.

An administrator's work. Incompatible duties are judged over the person, all accounts together, and
the last administrator who can sign on is never removed.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from counter_app.domain.names import check_name
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, Role, conflict
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.people import (
    PasswordSet,
    RoleEnded,
    RoleGranted,
    StaffLeft,
    StaffRegistered,
)
from counter_app.journal.folds.people import StaffView
from counter_app.services.accounts import (
    account_view,
    accounts_of,
    all_accounts,
    is_locked_out,
    may_with,
    open_account,
    roles_of,
)
from counter_app.services.counter import Acting, Counter, known_roles, still_may, write
from counter_app.services.day_duties import day_refusal
from counter_app.services.ports import NOTHING_BESIDE, Beside, NewFact

STAFF_NUMBER = re.compile(r"[0-9A-Za-z]{1,12}")
PASSWORD_LEAST = 8
"""Signs a password has at least (house rule; any signs, so that a phrase is welcome)."""

AccountState = Literal["good", "given", "locked_out", "no_password", "left"]
"""`given`: signs on with a password that is to be changed at once."""


@dataclass(frozen=True, slots=True)
class AccountTold:
    """A new account. `person` is named when the person has an account already.

    `verifier` is of the first password, which the person changes at the first sign-on.
    """

    number: str
    name: str
    post: str
    roles: tuple[Role, ...] = ()
    person: str | None = None
    verifier: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account as an administrator looks it over."""

    number: str
    name: str
    post: str
    person: str
    roles: tuple[Role, ...]
    state: AccountState


def accounts(counter: Counter, acting: Acting) -> tuple[AccountLine, ...] | Refusal:
    """Every account by its number, closed ones last."""
    refusal = still_may(counter, acting, Right.MANAGE_STAFF)
    if refusal:
        return refusal
    lines = [_line(counter, one) for one in all_accounts(counter)]
    return tuple(sorted(lines, key=lambda one: (one.state == "left", one.number)))


def register(counter: Counter, acting: Acting, told: AccountTold) -> StaffView | Refusal:
    """Opens an account for a person. It cannot be used before a password is set."""
    right_entry = _manager(counter, acting)
    if isinstance(right_entry, Refusal):
        return right_entry
    refusal = _told_well(counter, told)
    if refusal:
        return refusal
    person = told.person or counter.fresh("person")
    refusal = _roles_conflict({*roles_of(counter, person), *told.roles})
    if refusal:
        return refusal
    registered = StaffRegistered(person=person, name=told.name.strip(), post=told.post)
    granted = [RoleGranted(role=one.value, right_entry=right_entry) for one in told.roles]
    if not told.verifier:
        return _written(counter, acting, told.number, [registered, *granted])
    facts = [registered, *granted, PasswordSet(by_reset=True)]
    beside = Beside(verifiers=((told.number, told.verifier),))
    return _written(counter, acting, told.number, facts, beside)


def set_roles(
    counter: Counter, acting: Acting, staff: str, roles: Collection[Role]
) -> StaffView | Refusal:
    """From now on the account acts in exactly these roles. What it wrote in others stays."""
    account = _managed(counter, acting, staff)
    if isinstance(account, Refusal):
        return account
    view, right_entry = account
    held, wanted = set(known_roles(view.roles)), set(roles)
    ended = [one for one in Role if one in held - wanted]
    granted = [one for one in Role if one in wanted - held]
    if Role.ADMINISTRATOR in ended and _is_last_administrator(counter, staff):
        return Refusal("last_administrator")
    refusal = _roles_conflict({*_roles_elsewhere(counter, view), *wanted}) if granted else None
    if refusal:
        return refusal
    facts: list[Fact] = [RoleEnded(role=one.value, right_entry=right_entry) for one in ended]
    facts += [RoleGranted(role=one.value, right_entry=right_entry) for one in granted]
    return _written(counter, acting, staff, facts) if facts else view


def reset_password(
    counter: Counter, acting: Acting, staff: str, verifier: str
) -> StaffView | Refusal:
    """An administrator gives another account a new password, which also ends a lock-out.

    The person has to change it at the next sign-on and can do nothing else before.
    """
    account = _managed(counter, acting, staff)
    if isinstance(account, Refusal):
        return account
    if staff == acting.staff:
        return Refusal("own_password_is_changed")
    beside = Beside(verifiers=((staff, verifier),))
    return _written(counter, acting, staff, [PasswordSet(by_reset=True)], beside)


def change_password(counter: Counter, acting: Acting, verifier: str) -> StaffView | Refusal:
    """A person sets the password of the own account; the old one was judged right before."""
    account = open_account(counter, acting.staff)
    if isinstance(account, Refusal):
        return account
    beside = Beside(verifiers=((acting.staff, verifier),))
    return _written(counter, acting, acting.staff, [PasswordSet()], beside)


def close_account(counter: Counter, acting: Acting, staff: str, reason: str) -> StaffView | Refusal:
    """The person left; nothing the account wrote changes."""
    account = _managed(counter, acting, staff)
    if isinstance(account, Refusal):
        return account
    if not reason.strip():
        return Refusal("reason_needed")
    if _is_last_administrator(counter, staff):
        return Refusal("last_administrator")
    return _written(counter, acting, staff, [StaffLeft(reason=reason.strip())])


def _manager(counter: Counter, acting: Acting) -> str | Refusal:
    """The entry that lets the acting person manage staff today."""
    granted = may_with(counter, acting, Right.MANAGE_STAFF)
    if isinstance(granted, Refusal):
        return granted
    account, right_entry = granted
    return day_refusal(counter, account.person, Role.ADMINISTRATOR) or right_entry


def _managed(counter: Counter, acting: Acting, staff: str) -> tuple[StaffView, str] | Refusal:
    right_entry = _manager(counter, acting)
    if isinstance(right_entry, Refusal):
        return right_entry
    account = open_account(counter, staff)
    return account if isinstance(account, Refusal) else (account, right_entry)


def _told_well(counter: Counter, told: AccountTold) -> Refusal | None:
    if not STAFF_NUMBER.fullmatch(told.number):
        return Refusal("staff_number_shape")
    if account_view(counter, told.number).exists:
        return Refusal("staff_number_taken", {"staff": told.number})
    name = check_name(told.name)
    if isinstance(name, Refusal):
        return name
    if told.person is not None and not accounts_of(counter, told.person):
        return Refusal("unknown_person")
    return None


def _line(counter: Counter, view: StaffView) -> AccountLine:
    number = view.subject.partition("/")[2]
    state = _state(counter, number, view)
    return AccountLine(number, view.name, view.post, view.person, known_roles(view.roles), state)


def _state(counter: Counter, number: str, view: StaffView) -> AccountState:
    if view.left:
        return "left"
    if not view.password_set:
        return "no_password"
    if is_locked_out(counter, number):
        return "locked_out"
    return "given" if view.password_given else "good"


def _roles_elsewhere(counter: Counter, view: StaffView) -> set[Role]:
    """The roles that the person holds under other numbers."""
    others = [one for one in accounts_of(counter, view.person) if one.subject != view.subject]
    return {role for one in others for role in known_roles(one.roles)}


def _roles_conflict(roles: set[Role]) -> Refusal | None:
    pair = conflict(roles)
    if pair is None:
        return None
    return Refusal("roles_conflict", {"first": pair.first.value, "second": pair.second.value})


def _is_last_administrator(counter: Counter, staff: str) -> bool:
    """Whether nobody else could sign on and manage staff. A closed account holds no roles."""
    able = {
        one.subject
        for one in all_accounts(counter)
        if Role.ADMINISTRATOR in known_roles(one.roles) and one.password_set
    }
    return able <= {f"staff/{staff}"} and Role.ADMINISTRATOR in known_roles(
        account_view(counter, staff).roles
    )


def _written(
    counter: Counter,
    acting: Acting,
    staff: str,
    facts: Sequence[Fact],
    beside: Beside = NOTHING_BESIDE,
) -> StaffView | Refusal:
    view = account_view(counter, staff)
    news = [NewFact(view.subject, one) for one in facts]
    written = write(counter, acting.actor, news, [view], beside)
    return written if isinstance(written, Refusal) else account_view(counter, staff)
