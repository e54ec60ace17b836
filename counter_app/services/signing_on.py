"""Sign-on, lock and sign-off; who may try again; and a clock that a person has to confirm.

A password is judged off this thread, because it takes long on purpose. So each use comes in two halves:
`account_for` gives what the password is compared with, and a second call says what came of it. Both
judge the account, for it may change between them. Only a mismatch is a wrong password: a verifier that
cannot be read is told to an administrator and never counted.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from counter_app.domain.honouring import is_honoured
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, Role, approval_refusal, may
from counter_app.journal.facts.ground import ClockJumpConfirmed
from counter_app.journal.facts.people import (
    AttemptsForgiven,
    SignedOff,
    SignedOn,
    SignOnRefused,
    TerminalLocked,
    TerminalUnlocked,
    WorkStateEnded,
)
from counter_app.journal.folds.ground import ClockView
from counter_app.journal.folds.people import SignOnView, SpellView, StaffView
from counter_app.journal.views import View
from counter_app.services.accounts import (
    ATTEMPTS,
    account_view,
    is_locked_out,
    may_with,
    open_account,
    still_here,
)
from counter_app.services.counter import (
    Acting,
    Counter,
    acting_as,
    clock_to_confirm,
    instant_text,
    known_roles,
    write,
)
from counter_app.services.day_duties import day_refusal
from counter_app.services.ports import NewFact, Verifiers

RefusedReason = Literal["wrong_password", "locked_out", "left", "unknown"]
LockCause = Literal["key", "idle", "start"]
_REASONS: dict[str, RefusedReason] = {
    "unknown_staff": "unknown",
    "account_left": "left",
    "locked_out": "locked_out",
}


@dataclass(frozen=True, slots=True)
class PasswordAsked:
    """What the typed password is compared with."""

    staff: str
    verifier: str


@dataclass(frozen=True, slots=True)
class SignedOnHere:
    """Who works at this window now, and the sign-on that will be ended.

    `password_given`: before anything else the person has to choose a password of the own.
    """

    acting: Acting
    sign_on: SignOnView
    password_given: bool = False


def account_for(counter: Counter, verifiers: Verifiers, staff: str) -> PasswordAsked | Refusal:
    """First half: the verifier of an account that may sign on, or why it may not."""
    refusal = _closed(counter, staff)
    if refusal:
        return _told(counter, staff, refusal)
    verifier = verifiers.get(staff)
    if verifier is None:
        code = "password_elsewhere" if account_view(counter, staff).password_set else "no_password"
        return Refusal(code, {"staff": staff})
    return PasswordAsked(staff, verifier)


def signed_on(
    counter: Counter, staff: str, window: str, matched: bool, beside: Acting | None = None
) -> SignedOnHere | Refusal:
    """Second half: begins the work at a window, or records a wrong password.

    A clock that jumped refuses (`jumped_back`, `jumped_ahead`) until `confirm_clock`. A PC that has not
    seen its branch for too long refuses (`away_too_long`) unless a supervisor stands `beside`. What an
    interruption left open at this terminal ends with it.
    """
    account = _judged(counter, staff, matched)
    if isinstance(account, Refusal):
        return account
    trouble = clock_to_confirm(counter)
    if trouble:
        return trouble
    let_in = _let_in(counter, account, beside)
    if isinstance(let_in, Refusal):
        return let_in
    subject = counter.fresh("signon")
    fact = SignedOn(
        staff=staff,
        terminal=counter.terminal.number,
        window=window,
        roles=tuple(one.role for one in account.roles),
        let_in_by=let_in.staff,
        right_entry=let_in.right_entry,
    )
    acting = acting_as(account, window)
    facts, views = _endings(counter)
    written = write(counter, acting.actor, [*facts, NewFact(subject, fact)], views)
    if isinstance(written, Refusal):
        return written
    return SignedOnHere(acting, sign_on_view(counter, subject), account.password_given)


def away_too_long(counter: Counter) -> Refusal | None:
    """Why nobody signs on here alone: rights that ended elsewhere are not known here for too long."""
    told = counter.store.last_met()
    met = datetime.fromisoformat(told) if told else None
    now, honoured = counter.instant(), counter.terminal.honoured
    if met is None or is_honoured(met, now, honoured):
        return None
    hours = int((now - met).total_seconds() // 3600)
    return Refusal("away_too_long", {"hours": hours})


def approving_here(counter: Counter, staff: str, window: str, matched: bool) -> Acting | Refusal:
    """Second half for one thing only: somebody signs at this PC without signing on."""
    account = _judged(counter, staff, matched)
    return account if isinstance(account, Refusal) else acting_as(account, window)


def sign_off(counter: Counter, acting: Acting, sign_on: str) -> SignOnView | Refusal:
    """Ends the work at this window: one's own, or, as a supervisor, an absent colleague's."""
    view = sign_on_view(counter, sign_on)
    if view.signed_on is None:
        return Refusal("not_signed_on")
    if view.until is not None:
        return view
    if view.signed_on.staff != acting.staff:
        granted = may_with(counter, acting, Right.TAKE_OVER)
        if isinstance(granted, Refusal):
            return granted
    facts, views = _endings(counter)
    if view.signed_on.terminal != counter.terminal.number:
        facts, views = [NewFact(sign_on, SignedOff())], [view]
    written = write(counter, acting.actor, facts, views)
    return written if isinstance(written, Refusal) else sign_on_view(counter, sign_on)


def sign_on_here(counter: Counter) -> SignOnView | None:
    """The sign-on of this terminal that has not ended: after an interruption its window is locked."""
    found = counter.store.open_spells("signon", counter.terminal.number)
    return sign_on_view(counter, found[0]) if found else None


def lock(counter: Counter, acting: Acting, cause: LockCause) -> SpellView | Refusal:
    """Covers the window. Whoever is locked out meanwhile stays so."""
    subject = counter.fresh("lock")
    fact = TerminalLocked(terminal=counter.terminal.number, cause=cause)
    written = write(counter, acting.actor, [NewFact(subject, fact)], [])
    return written if isinstance(written, Refusal) else lock_view(counter, subject)


def unlock(counter: Counter, acting: Acting, matched: bool) -> SpellView | Refusal | None:
    """Second half: the same person comes back to the same place; or one more wrong password.

    Whatever lock of this person stands here is ended, so nobody has to know which it was. None when
    none stands: a full disk covers the window all the same, and must not keep it covered.
    """
    place, store = counter.terminal.number, counter.store
    here = [lock_view(counter, one) for one in store.open_spells("lock", place)]
    mine = [one for one in here if one.by == acting.actor]
    if here and not mine and not _works_here(counter, acting):
        return Refusal("locked_by_another", {"staff": here[0].by.partition("/")[2]})
    account = _judged(counter, acting.staff, matched)
    if isinstance(account, Refusal):
        return account
    trouble = clock_to_confirm(counter)
    if trouble or not mine:
        return trouble
    facts = [NewFact(one.subject, TerminalUnlocked()) for one in mine]
    written = write(counter, acting.actor, facts, mine)
    return written if isinstance(written, Refusal) else lock_view(counter, mine[0].subject)


def forgive_attempts(counter: Counter, approver: Acting, staff: str) -> StaffView | Refusal:
    """A supervisor lets a colleague's account try again. Nobody forgives himself."""
    account = open_account(counter, staff)
    if isinstance(account, Refusal):
        return account
    granted = may_with(counter, approver, Right.APPROVE)
    if isinstance(granted, Refusal):
        return granted
    own, right_entry = granted
    refusal = approval_refusal(own.person, account.person, known_roles(own.roles)) or day_refusal(
        counter, own.person, Role.SUPERVISOR
    )
    if refusal:
        return refusal
    fact = AttemptsForgiven(right_entry=right_entry)
    written = write(counter, approver.actor, [NewFact(account.subject, fact)], [account])
    return written if isinstance(written, Refusal) else account_view(counter, staff)


def confirm_clock(counter: Counter, acting: Acting) -> ClockView | Refusal:
    """A person (`approving_here`, or already signed on) confirms the date that this PC shows."""
    refusal = still_here(counter, acting)
    if refusal:
        return refusal
    last = counter.store.last_instant()
    if last is None or clock_to_confirm(counter) is None:
        return Refusal("clock_is_good")
    subject = counter.fresh("clock")
    fact = ClockJumpConfirmed(last_known=last, shown=instant_text(counter.clock.now()))
    written = write(counter, acting.actor, [NewFact(subject, fact)], [])
    if isinstance(written, Refusal):
        return written
    view = counter.store.view(subject)
    assert isinstance(view, ClockView)
    return view


def sign_on_view(counter: Counter, subject: str) -> SignOnView:
    """The View of a sign-on."""
    view = counter.store.view(subject)
    assert isinstance(view, SignOnView)
    return view


def lock_view(counter: Counter, subject: str) -> SpellView:
    """The View of a lock."""
    view = counter.store.view(subject)
    assert isinstance(view, SpellView)
    return view


def _endings(counter: Counter) -> tuple[list[NewFact], list[View]]:
    """What ends the open sign-ons and work states of this terminal."""
    place, store = counter.terminal.number, counter.store
    facts = [NewFact(one, SignedOff()) for one in store.open_spells("signon", place)]
    facts += [NewFact(one, WorkStateEnded()) for one in store.open_spells("work", place)]
    return facts, [store.view(one.subject) for one in facts]


def _works_here(counter: Counter, acting: Acting) -> bool:
    on = sign_on_here(counter)
    return on is not None and on.signed_on is not None and on.signed_on.staff == acting.staff


@dataclass(frozen=True, slots=True)
class _LetIn:
    """Who let somebody in, and by which right; nobody on a PC that sees its branch."""

    staff: str | None = None
    right_entry: str | None = None


def _let_in(counter: Counter, account: StaffView, beside: Acting | None) -> _LetIn | Refusal:
    """A supervisor needs nobody else: whoever may let in is there."""
    away = away_too_long(counter)
    if away is None or may(known_roles(account.roles), Right.APPROVE):
        return _LetIn()
    if beside is None:
        return away
    granted = may_with(counter, beside, Right.APPROVE)
    if isinstance(granted, Refusal):
        return granted
    supervisor, right_entry = granted
    if supervisor.person == account.person:
        return Refusal("approver_is_requester")
    return _LetIn(beside.staff, right_entry)


def _closed(counter: Counter, staff: str) -> Refusal | None:
    account = open_account(counter, staff)
    if isinstance(account, Refusal):
        return account
    if is_locked_out(counter, staff):
        return Refusal("locked_out", {"staff": staff})
    return None


def _judged(counter: Counter, staff: str, matched: bool) -> StaffView | Refusal:
    refusal = _closed(counter, staff)
    if refusal:
        return _told(counter, staff, refusal)
    if matched:
        return account_view(counter, staff)
    left = ATTEMPTS - 1 - counter.store.wrong_passwords_in_a_row(staff)
    return _refused(counter, staff, "wrong_password") or Refusal(
        "password_wrong" if left else "locked_out", {"staff": staff, "left": left}
    )


def _told(counter: Counter, staff: str, refusal: Refusal) -> Refusal:
    return _refused(counter, staff, _REASONS[refusal.code]) or refusal


def _refused(counter: Counter, staff: str, reason: RefusedReason) -> Refusal | None:
    """What was typed for an unknown account is not kept: it may be somebody's password."""
    fact = SignOnRefused(
        staff="" if reason == "unknown" else staff,
        terminal=counter.terminal.number,
        reason=reason,
    )
    actor = f"terminal/{counter.terminal.number}"
    written = write(counter, actor, [NewFact(counter.fresh("signon"), fact)], [])
    return written if isinstance(written, Refusal) else None
