"""From a typed password to an answer: the account on the store's thread, the comparison aside.

Implements `asked.SignOnPort` over `ui.work.Work`. Passes on only whether a password matched; keeps
none. What may be done is the use cases' to say.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from counter_app.domain.refusal import Refusal
from counter_app.services import signing_on
from counter_app.services.counter import Acting, Counter, clock_to_confirm
from counter_app.services.ports import Verifiers
from counter_app.services.signing_on import LockCause, PasswordAsked, SignedOnHere
from counter_app.ui.approvals.dialog import PasswordJudge
from counter_app.ui.signon.asked import (
    Forgiven,
    HandedOver,
    Refused,
    SignedIn,
    StandsBeside,
    Typed,
    Unlocked,
)
from counter_app.ui.work import Work

T = TypeVar("T")

ELSEWHERE = "password_elsewhere"
Fetch = Callable[[str], None]
"""Brings the verifier of an account from the branch, where it answers soon; not on the UI thread."""


def fetch_nothing(_staff: str) -> None:
    """A PC that stands alone has nobody to ask."""


class SignOnDoor:
    """See `asked.SignOnPort`; also opens the lock for the one who is signed on."""

    def __init__(
        self, work: Work, verifiers: Verifiers, judge: PasswordJudge, fetch: Fetch = fetch_nothing
    ) -> None:
        self._work, self._verifiers, self._judge = work, verifiers, judge
        self._fetch = fetch

    def sign_on(
        self,
        receiver: QObject,
        typed: Typed,
        window: str,
        done: Callable[[SignedIn | Refused], None],
    ) -> None:
        """Signs a person on at a window."""

        def job(counter: Counter, matched: bool) -> SignedIn | Refused:
            refused = _date_confirmed(counter, typed, matched)
            if refused is not None:
                return refused
            return _signed_in(
                signing_on.signed_on(counter, typed.staff, window, matched, typed.beside)
            )

        self._judged(receiver, typed, job, done)

    def forgive(
        self,
        receiver: QObject,
        approver: str,
        password: str,
        staff: str,
        done: Callable[[Forgiven | Refused], None],
    ) -> None:
        """A supervisor lets a colleague's account try again."""

        def job(counter: Counter, matched: bool) -> Forgiven | Refused:
            acting = signing_on.approving_here(counter, approver, "", matched)
            if isinstance(acting, Refusal):
                return _refused(acting)
            answer = signing_on.forgive_attempts(counter, acting, staff)
            return _refused(answer) if isinstance(answer, Refusal) else Forgiven(staff)

        self._judged(receiver, Typed(approver, password), job, done)

    def stand_beside(
        self,
        receiver: QObject,
        approver: str,
        password: str,
        done: Callable[[StandsBeside | Refused], None],
    ) -> None:
        """Proves a supervisor who is to let a colleague in."""

        def job(counter: Counter, matched: bool) -> StandsBeside | Refused:
            acting = signing_on.approving_here(counter, approver, "", matched)
            return _refused(acting) if isinstance(acting, Refusal) else StandsBeside(acting)

        self._judged(receiver, Typed(approver, password), job, done)

    def lock(
        self,
        receiver: QObject,
        acting: Acting,
        cause: LockCause,
        done: Callable[[str | Refused], None],
    ) -> None:
        """Writes that the window is covered; `done` gets the lock's subject."""

        def job(counter: Counter) -> str | Refused:
            answer = signing_on.lock(counter, acting, cause)
            return _refused(answer) if isinstance(answer, Refusal) else answer.subject

        self._work.do(receiver, job, done)

    def hand_over(
        self,
        receiver: QObject,
        approver: str,
        password: str,
        sign_on: str,
        done: Callable[[HandedOver | Refused], None],
    ) -> None:
        """A supervisor ends an absent colleague's work at this window."""

        def job(counter: Counter, matched: bool) -> HandedOver | Refused:
            acting = signing_on.approving_here(counter, approver, "", matched)
            if isinstance(acting, Refusal):
                return _refused(acting)
            answer = signing_on.sign_off(counter, acting, sign_on)
            return _refused(answer) if isinstance(answer, Refusal) else HandedOver(approver)

        self._judged(receiver, Typed(approver, password), job, done)

    def unlock(
        self,
        receiver: QObject,
        acting: Acting,
        typed: Typed,
        done: Callable[[Unlocked | Refused], None],
    ) -> None:
        """The person who is signed on comes back to the window."""

        def job(counter: Counter, matched: bool) -> Unlocked | Refused:
            refused = _date_confirmed(counter, typed, matched)
            return refused or _unlocked(signing_on.unlock(counter, acting, matched))

        self._judged(receiver, typed, job, done)

    def _judged(
        self,
        receiver: QObject,
        typed: Typed,
        job: Callable[[Counter, bool], T | Refused],
        done: Callable[[T | Refused], None],
    ) -> None:
        staff, password = typed.staff, typed.password
        work, judge = self._work, self._judge

        def asked(answer: PasswordAsked | Refusal) -> None:
            if isinstance(answer, Refusal) and answer.code == ELSEWHERE:
                fetch = self._fetch
                work.aside(receiver, lambda: fetch(staff), lambda _none: again())
                return
            asked_again(answer)

        def again() -> None:
            work.do(receiver, account, asked_again)

        def asked_again(answer: PasswordAsked | Refusal) -> None:
            if isinstance(answer, Refusal):
                done(_refused(answer))
                return
            work.aside(receiver, lambda: judge(answer.verifier, password), compared)

        def compared(matched: bool | None) -> None:
            if matched is None:
                done(Refused("verifier_damaged", {"staff": staff}))
                return
            work.do(receiver, lambda counter: job(counter, matched), done)

        def account(counter: Counter) -> PasswordAsked | Refusal:
            return signing_on.account_for(counter, self._verifiers, staff)

        work.do(receiver, account, asked)


def _date_confirmed(counter: Counter, typed: Typed, matched: bool) -> Refused | None:
    """Confirms the date that this person vouches for, if it is still in question."""
    if not typed.at_this_date or clock_to_confirm(counter) is None:
        return None
    acting = signing_on.approving_here(counter, typed.staff, "", matched)
    if isinstance(acting, Refusal):
        return _refused(acting)
    answer = signing_on.confirm_clock(counter, acting)
    return _refused(answer) if isinstance(answer, Refusal) else None


def _signed_in(answer: SignedOnHere | Refusal) -> SignedIn | Refused:
    if isinstance(answer, Refusal):
        return _refused(answer)
    return SignedIn(answer.acting, answer.sign_on.subject, answer.password_given)


def _unlocked(answer: object) -> Unlocked | Refused:
    return _refused(answer) if isinstance(answer, Refusal) else Unlocked()


def _refused(refusal: Refusal) -> Refused:
    return Refused(refusal.code, refusal.params)
