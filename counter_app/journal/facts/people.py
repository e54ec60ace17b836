"""Facts about staff: their accounts, roles, sign-ons, locks, work states and approvals.

The journal says that a password was set, never its verifier.
"""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact, Retention

WriterKind = Literal["staff", "terminal", "customer"]


class StaffRegistered(Fact):
    """An account for a person. Accounts belong to persons; one person may have several roles."""

    KIND: ClassVar[str] = "staff_registered"
    SUBJECT: ClassVar[str] = "staff"
    RETENTION: ClassVar[Retention] = "staff"

    person: str
    name: str
    post: str


class RoleGranted(Fact):
    """The account may act in a role from now on. `right_entry` gave the granter the right to."""

    KIND: ClassVar[str] = "role_granted"
    SUBJECT: ClassVar[str] = "staff"
    RETENTION: ClassVar[Retention] = "staff"

    role: str
    right_entry: str | None = None


class RoleEnded(Fact):
    """The account no longer has a role."""

    KIND: ClassVar[str] = "role_ended"
    SUBJECT: ClassVar[str] = "staff"
    RETENTION: ClassVar[Retention] = "staff"

    role: str
    right_entry: str | None = None


class PasswordSet(Fact):
    """A password was set, by whoever the entry's actor is."""

    KIND: ClassVar[str] = "password_set"
    SUBJECT: ClassVar[str] = "staff"
    RETENTION: ClassVar[Retention] = "staff"

    by_reset: bool = False


class StaffLeft(Fact):
    """The account is closed; nothing it wrote changes."""

    KIND: ClassVar[str] = "staff_left"
    SUBJECT: ClassVar[str] = "staff"
    RETENTION: ClassVar[Retention] = "staff"

    reason: str


class SignedOn(Fact):
    """A person began to work at a window. Each sign-on is a subject of its own.

    `let_in_by` is the supervisor who stood by where the PC had not seen its branch for too long, by the
    right that `right_entry` gave.
    """

    KIND: ClassVar[str] = "signed_on"
    SUBJECT: ClassVar[str] = "signon"
    RETENTION: ClassVar[Retention] = "staff"

    staff: str
    terminal: str
    window: str
    roles: tuple[str, ...]
    let_in_by: str | None = None
    right_entry: str | None = None


class SignOnRefused(Fact):
    """Somebody was not let in. Five wrong passwords in a row need a supervisor."""

    KIND: ClassVar[str] = "sign_on_refused"
    SUBJECT: ClassVar[str] = "signon"
    RETENTION: ClassVar[Retention] = "staff"
    WRITER: ClassVar[WriterKind] = "terminal"

    staff: str
    terminal: str
    reason: Literal["wrong_password", "locked_out", "left", "unknown"]


class AttemptsForgiven(Fact):
    """A supervisor let an account try again after five wrong passwords."""

    KIND: ClassVar[str] = "attempts_forgiven"
    SUBJECT: ClassVar[str] = "staff"
    RETENTION: ClassVar[Retention] = "staff"

    right_entry: str


class SignedOff(Fact):
    """The person ended the work at this window."""

    KIND: ClassVar[str] = "signed_off"
    SUBJECT: ClassVar[str] = "signon"
    RETENTION: ClassVar[Retention] = "staff"


class TerminalLocked(Fact):
    """The window was covered. Each lock is a subject of its own."""

    KIND: ClassVar[str] = "terminal_locked"
    SUBJECT: ClassVar[str] = "lock"
    RETENTION: ClassVar[Retention] = "staff"

    terminal: str
    cause: Literal["key", "idle", "start"]


class TerminalUnlocked(Fact):
    """The same person came back to the same place."""

    KIND: ClassVar[str] = "terminal_unlocked"
    SUBJECT: ClassVar[str] = "lock"
    RETENTION: ClassVar[Retention] = "staff"


class WorkStateSet(Fact):
    """The person is busy away from the keyboard; keeps the idle lock away for a limited time."""

    KIND: ClassVar[str] = "work_state_set"
    SUBJECT: ClassVar[str] = "work"
    RETENTION: ClassVar[Retention] = "staff"

    terminal: str
    state: str
    case: str | None = None


class WorkStateEnded(Fact):
    """The person is back."""

    KIND: ClassVar[str] = "work_state_ended"
    SUBJECT: ClassVar[str] = "work"
    RETENTION: ClassVar[Retention] = "staff"


class OverrideRequested(Fact):
    """A named thing needs an approver. The requester is the maker.

    `evidence` is what the approver is shown on the page, already masked.
    """

    KIND: ClassVar[str] = "override_requested"
    SUBJECT: ClassVar[str] = "override"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"evidence", "note"})

    matter: str
    about: str
    right: str
    requester: str
    requester_person: str
    evidence: tuple[str, ...] = ()
    note: str = ""


class OverrideGranted(Fact):
    """The approver signed for that one thing, with the entry that gave the right to."""

    KIND: ClassVar[str] = "override_granted"
    SUBJECT: ClassVar[str] = "override"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"comment"})

    approver: str
    approver_person: str
    right: str
    right_entry: str
    comment: str = ""


class OverrideRefused(Fact):
    """The approver said no, and why."""

    KIND: ClassVar[str] = "override_refused"
    SUBJECT: ClassVar[str] = "override"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"comment"})

    approver: str
    approver_person: str
    comment: str


class OverrideWithdrawn(Fact):
    """It is not needed any more: who asked signed for it elsewhere, or went another way."""

    KIND: ClassVar[str] = "override_withdrawn"
    SUBJECT: ClassVar[str] = "override"

    reason: Literal["answered_here", "not_needed"]


class NumberShown(Fact):
    """A full number was looked at: whose, which, on what page. Each look is its own subject."""

    KIND: ClassVar[str] = "number_shown"
    SUBJECT: ClassVar[str] = "lookup"

    about: str
    what: str
    page: str
