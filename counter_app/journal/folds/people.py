"""Views of staff, their sign-ons, locks, work states, approvals and looks at full numbers."""

from dataclasses import dataclass

from counter_app.journal.changing import replace
from counter_app.journal.entry import Entry
from counter_app.journal.facts.people import (
    AttemptsForgiven,
    NumberShown,
    OverrideGranted,
    OverrideRefused,
    OverrideRequested,
    OverrideWithdrawn,
    PasswordSet,
    RoleEnded,
    RoleGranted,
    SignedOff,
    SignedOn,
    SignOnRefused,
    StaffLeft,
    StaffRegistered,
    TerminalLocked,
    TerminalUnlocked,
    WorkStateEnded,
    WorkStateSet,
)
from counter_app.journal.folding import Fold
from counter_app.journal.views import Sees, View, with_fault


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role and the entry that gave it, which approvals quote as the right they rest on."""

    role: str
    entry: str


@dataclass(frozen=True, slots=True)
class StaffView(View):
    """An account: whose, under what post, with which roles.

    `password_given`: somebody else set the password, and the person has not changed it since.
    """

    person: str = ""
    name: str = ""
    post: str = ""
    roles: tuple[RoleHeld, ...] = ()
    password_set: bool = False
    password_given: bool = False
    forgiven_at: str | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class SignOnView(View):
    """One sign-on, or one refusal."""

    signed_on: SignedOn | None = None
    refused: SignOnRefused | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class SpellView(View):
    """Something with a beginning and an end: a lock, a work state."""

    terminal: str = ""
    what: str = ""
    case: str | None = None
    by: str = ""
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class OverrideView(View):
    """A request for approval and its answer. A grant without effect is a fault.

    What was answered stays so, whatever was withdrawn apart.
    """

    requested: OverrideRequested | None = None
    granted: OverrideGranted | None = None
    refused: OverrideRefused | None = None
    withdrawn: OverrideWithdrawn | None = None

    @property
    def state(self) -> str:
        """`asked`, `granted`, `refused` or `withdrawn`."""
        if self.granted is not None:
            return "granted"
        if self.refused is not None:
            return "refused"
        return "withdrawn" if self.withdrawn is not None else "asked"


@dataclass(frozen=True, slots=True)
class LookUpView(View):
    """One look at a full number."""

    shown: NumberShown | None = None
    by: str = ""


def _registered(view: StaffView, entry: Entry, fact: StaffRegistered, _sees: Sees) -> StaffView:
    if view.person:
        return with_fault(view, "registered_twice", entry.hash)
    return replace(view, person=fact.person, name=fact.name, post=fact.post)


def _granted_role(view: StaffView, entry: Entry, fact: RoleGranted, _sees: Sees) -> StaffView:
    kept = tuple(one for one in view.roles if one.role != fact.role)
    return replace(view, roles=(*kept, RoleHeld(fact.role, entry.hash)))


def _ended_role(view: StaffView, _entry: Entry, fact: RoleEnded, _sees: Sees) -> StaffView:
    return replace(view, roles=tuple(one for one in view.roles if one.role != fact.role))


def _password(view: StaffView, _entry: Entry, fact: PasswordSet, _sees: Sees) -> StaffView:
    return replace(view, password_set=True, password_given=fact.by_reset)


def _forgiven(view: StaffView, entry: Entry, _fact: AttemptsForgiven, _sees: Sees) -> StaffView:
    return replace(view, forgiven_at=entry.occurred_at)


def _left(view: StaffView, _entry: Entry, _fact: StaffLeft, _sees: Sees) -> StaffView:
    return replace(view, left=True, roles=())


def _signed_on(view: SignOnView, entry: Entry, fact: SignedOn, _sees: Sees) -> SignOnView:
    if fact.let_in_by is not None and (fact.let_in_by == fact.staff or not fact.right_entry):
        view = with_fault(view, "let_in_by_nobody", entry.hash, fact.let_in_by)
    return replace(view, signed_on=fact, since=entry.occurred_at)


def _refused(view: SignOnView, entry: Entry, fact: SignOnRefused, _sees: Sees) -> SignOnView:
    return replace(view, refused=fact, since=entry.occurred_at, until=entry.occurred_at)


def _signed_off(view: SignOnView, entry: Entry, _fact: SignedOff, _sees: Sees) -> SignOnView:
    return replace(view, until=view.until or entry.occurred_at)


def _locked(view: SpellView, entry: Entry, fact: TerminalLocked, _sees: Sees) -> SpellView:
    return replace(
        view, terminal=fact.terminal, what=fact.cause, by=entry.actor, since=entry.occurred_at
    )


def _work_set(view: SpellView, entry: Entry, fact: WorkStateSet, _sees: Sees) -> SpellView:
    return replace(
        view,
        terminal=fact.terminal,
        what=fact.state,
        case=fact.case,
        by=entry.actor,
        since=entry.occurred_at,
    )


def _ended(
    view: SpellView, entry: Entry, _fact: TerminalUnlocked | WorkStateEnded, _sees: Sees
) -> SpellView:
    return replace(view, until=view.until or entry.occurred_at)


def _asked(view: OverrideView, entry: Entry, fact: OverrideRequested, _sees: Sees) -> OverrideView:
    if view.requested is not None:
        return with_fault(view, "asked_twice", entry.hash)
    return replace(view, requested=fact)


def _granted(view: OverrideView, entry: Entry, fact: OverrideGranted, _sees: Sees) -> OverrideView:
    asked = view.requested
    if asked is None:
        return with_fault(view, "not_asked", entry.hash)
    if view.granted is not None or view.refused is not None:
        return with_fault(view, "answered_twice", entry.hash)
    if entry.actor != f"staff/{fact.approver}":
        return with_fault(view, "approved_for_another", entry.hash)
    if fact.approver_person == asked.requester_person or fact.approver == asked.requester:
        return with_fault(view, "approved_own", entry.hash)
    if fact.right != asked.right or not fact.right_entry:
        return with_fault(view, "approved_without_right", entry.hash)
    return replace(view, granted=fact)


def _refused_override(
    view: OverrideView, entry: Entry, fact: OverrideRefused, _sees: Sees
) -> OverrideView:
    if view.granted is not None or view.refused is not None:
        return with_fault(view, "answered_twice", entry.hash)
    return replace(view, refused=fact)


def _withdrawn(
    view: OverrideView, entry: Entry, fact: OverrideWithdrawn, _sees: Sees
) -> OverrideView:
    asked = view.requested
    if asked is None:
        return with_fault(view, "not_asked", entry.hash)
    if entry.actor != f"staff/{asked.requester}":
        return with_fault(view, "withdrawn_by_another", entry.hash)
    return replace(view, withdrawn=view.withdrawn or fact)


def _shown(view: LookUpView, entry: Entry, fact: NumberShown, _sees: Sees) -> LookUpView:
    return replace(view, shown=fact, by=entry.actor)


STAFF = Fold(
    StaffView,
    {
        StaffRegistered: _registered,
        RoleGranted: _granted_role,
        RoleEnded: _ended_role,
        PasswordSet: _password,
        AttemptsForgiven: _forgiven,
        StaffLeft: _left,
    },
)
SIGN_ON = Fold(SignOnView, {SignedOn: _signed_on, SignOnRefused: _refused, SignedOff: _signed_off})
LOCK = Fold(SpellView, {TerminalLocked: _locked, TerminalUnlocked: _ended})
WORK = Fold(SpellView, {WorkStateSet: _work_set, WorkStateEnded: _ended})
OVERRIDE = Fold(
    OverrideView,
    {
        OverrideRequested: _asked,
        OverrideGranted: _granted,
        OverrideRefused: _refused_override,
        OverrideWithdrawn: _withdrawn,
    },
)
LOOK_UP = Fold(LookUpView, {NumberShown: _shown})
