"""Roles, the rights that go with them, and the duties that one person must not join.

Owns the tables of the product's roles; pure functions over them. Who holds a role, and since when,
is a fact elsewhere. Judged twice, by services before writing and by folds after.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from counter_app.domain.refusal import Refusal
from counter_app.i18n import Text


class Role(StrEnum):
    """What somebody does in the branch. The value is what facts store."""

    TELLER = "teller"
    LOBBY_MANAGER = "lobby_manager"
    SUPERVISOR = "supervisor"
    COMPLAINT_OFFICER = "complaint_officer"
    TRAINER = "trainer"
    WEALTH_MANAGER = "wealth_manager"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"

    @property
    def label(self) -> Text:
        """What the role is called."""
        return ROLE_NAMES[self]


ROLE_NAMES: Mapping[Role, Text] = MappingProxyType(
    {
        Role.TELLER: Text("柜员", "Teller"),
        Role.LOBBY_MANAGER: Text("大堂经理", "Lobby manager"),
        Role.SUPERVISOR: Text("运营主管", "Supervisor"),
        Role.COMPLAINT_OFFICER: Text("消保专员", "Complaint officer"),
        Role.TRAINER: Text("培训师", "Trainer"),
        Role.WEALTH_MANAGER: Text("理财经理", "Wealth manager"),
        Role.ADMINISTRATOR: Text("系统管理员", "Administrator"),
        Role.AUDITOR: Text("审计", "Auditor"),
    }
)


class Right(StrEnum):
    """One thing that a role may do. The value is what facts store."""

    SEARCH = "search"
    SEE_OWN_PROFILE = "see_own_profile"
    SERVE = "serve"
    REGISTER_CUSTOMER = "register_customer"
    REGISTER_COMPLAINT = "register_complaint"
    PRINT = "print"
    ADMIT_ARRIVALS = "admit_arrivals"
    GIVE_PRIORITY = "give_priority"
    PRE_CHECK = "pre_check"
    APPROVE = "approve"
    SIGN_OFF_DAY = "sign_off_day"
    REASSIGN = "reassign"
    TAKE_OVER = "take_over"
    SEE_DAY_LOG = "see_day_log"
    HANDLE_COMPLAINT = "handle_complaint"
    TRAIN = "train"
    EXAMINE = "examine"
    RECOMMEND = "recommend"
    SELL_PRODUCT = "sell_product"
    MANAGE_STAFF = "manage_staff"
    MANAGE_TERMINALS = "manage_terminals"
    PUBLISH_CONTENT = "publish_content"
    MANAGE_KEYS = "manage_keys"
    ERASE = "erase"
    SETTLE_QUARANTINE = "settle_quarantine"
    READ_EVERYTHING = "read_everything"
    READ_RESTRICTED = "read_restricted"
    VERIFY = "verify"
    EXPORT = "export"


_EVERYBODY = frozenset({Right.SEARCH, Right.SEE_OWN_PROFILE})

RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.TELLER: _EVERYBODY
        | {Right.SERVE, Right.REGISTER_CUSTOMER, Right.REGISTER_COMPLAINT, Right.PRINT},
        Role.LOBBY_MANAGER: _EVERYBODY
        | {
            Right.ADMIT_ARRIVALS,
            Right.GIVE_PRIORITY,
            Right.PRE_CHECK,
            Right.REGISTER_COMPLAINT,
            Right.PRINT,
        },
        Role.SUPERVISOR: _EVERYBODY
        | {
            Right.APPROVE,
            Right.SIGN_OFF_DAY,
            Right.REASSIGN,
            Right.TAKE_OVER,
            Right.SETTLE_QUARANTINE,
            Right.SEE_DAY_LOG,
            Right.READ_RESTRICTED,
            Right.REGISTER_COMPLAINT,
            Right.PRINT,
        },
        Role.COMPLAINT_OFFICER: _EVERYBODY
        | {Right.HANDLE_COMPLAINT, Right.REGISTER_COMPLAINT, Right.PRINT},
        Role.TRAINER: _EVERYBODY | {Right.TRAIN, Right.EXAMINE, Right.PRINT},
        Role.WEALTH_MANAGER: _EVERYBODY
        | {Right.RECOMMEND, Right.SELL_PRODUCT, Right.REGISTER_COMPLAINT, Right.PRINT},
        Role.ADMINISTRATOR: _EVERYBODY
        | {
            Right.MANAGE_STAFF,
            Right.MANAGE_TERMINALS,
            Right.PUBLISH_CONTENT,
            Right.MANAGE_KEYS,
            Right.ERASE,
        },
        Role.AUDITOR: _EVERYBODY
        | {
            Right.SEE_DAY_LOG,
            Right.READ_RESTRICTED,
            Right.READ_EVERYTHING,
            Right.VERIFY,
            Right.EXPORT,
        },
    }
)


class Within(StrEnum):
    """How far two duties must be kept apart."""

    ALWAYS = "always"
    SAME_DAY = "same_day"
    SAME_MATTER = "same_matter"


class Duty(StrEnum):
    """A part in one matter that must not fall to the person who has the other part."""

    MAKER = "maker"
    APPROVER = "approver"
    COMPLAINT_HANDLER = "complaint_handler"
    COMPLAINT_CONCERNED = "complaint_concerned"
    EXAMINER = "examiner"
    CANDIDATE = "candidate"
    ASSESSOR = "assessor"
    ANSWERED_FOR_CUSTOMER = "answered_for_customer"


@dataclass(frozen=True, slots=True)
class Incompatible:
    """Two roles or two duties that one person must not join, how far, and why."""

    first: Role | Duty
    second: Role | Duty
    within: Within
    reason: Text


INCOMPATIBLE: tuple[Incompatible, ...] = (
    *(
        Incompatible(
            Role.AUDITOR,
            role,
            Within.ALWAYS,
            Text("审计只看不做", "An auditor reads everything and does nothing else"),
        )
        for role in Role
        if role is not Role.AUDITOR
    ),
    Incompatible(
        Role.ADMINISTRATOR,
        Role.SUPERVISOR,
        Within.SAME_DAY,
        Text(
            "管理员同日不得兼任主管",
            "Who gives rights on a day must not use a supervisor's on that day",
        ),
    ),
    Incompatible(
        Duty.MAKER,
        Duty.APPROVER,
        Within.SAME_MATTER,
        Text("经办与批准须为两人", "Nobody approves what he asked for himself"),
    ),
    Incompatible(
        Duty.COMPLAINT_CONCERNED,
        Duty.COMPLAINT_HANDLER,
        Within.SAME_MATTER,
        Text("被投诉或在场的人须回避", "Who is named, or served that visit, does not handle it"),
    ),
    Incompatible(
        Duty.CANDIDATE,
        Duty.EXAMINER,
        Within.SAME_MATTER,
        Text("不得考自己", "Nobody examines himself"),
    ),
    Incompatible(
        Duty.ANSWERED_FOR_CUSTOMER,
        Duty.ASSESSOR,
        Within.SAME_MATTER,
        Text("代客户作答者不得评估", "Who answered for the customer does not assess"),
    ),
)


def rights_of(roles: Iterable[Role]) -> frozenset[Right]:
    """All rights of the roles together."""
    return frozenset().union(*(RIGHTS[role] for role in roles))


def may(roles: Iterable[Role], right: Right) -> bool:
    """Whether one of the roles has the right."""
    return right in rights_of(roles)


def conflict(roles: Collection[Role]) -> Incompatible | None:
    """The first pair among the roles that one person must never hold together, or None."""
    return _first_pair(roles, {Within.ALWAYS})


def conflict_on_day(acted_as: Collection[Role]) -> Incompatible | None:
    """The first pair among the roles acted in on one day that must not meet on a day, or None."""
    return _first_pair(acted_as, {Within.ALWAYS, Within.SAME_DAY})


def apart_in_one_matter(first: Duty, second: Duty) -> bool:
    """Whether the two duties in one matter must fall to two persons."""
    return any({rule.first, rule.second} == {first, second} for rule in INCOMPATIBLE)


def approval_refusal(
    approver_person: str, requester_person: str, roles: Collection[Role]
) -> Refusal | None:
    """Why the approver, a person holding `roles`, cannot approve what the requester asked for.

    Compares persons, not accounts: one person with two accounts is still one. None when he may.
    """
    if approver_person == requester_person:
        return Refusal("approver_is_requester")
    if not may(roles, Right.APPROVE):
        return Refusal("approver_without_right")
    if conflict(roles):
        return Refusal("approver_roles_conflict")
    return None


def may_approve(approver_person: str, requester_person: str, roles: Collection[Role]) -> bool:
    """Whether the approver may approve what the requester asked for."""
    return approval_refusal(approver_person, requester_person, roles) is None


def _first_pair(roles: Collection[Role], within: Collection[Within]) -> Incompatible | None:
    pairs = {frozenset(pair) for pair in combinations(set(roles), 2)}
    for rule in INCOMPATIBLE:
        if rule.within in within and frozenset((rule.first, rule.second)) in pairs:
            return rule
    return None
