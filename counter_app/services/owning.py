"""Whose a case is: asked for, taken over by a supervisor, claimed before it is taken up.

Owns who may take what, and the names of claims. A claim orders windows that reach for one case while
the branch answers; without the branch the fact alone decides, and two hands are shown until a person
closes it.
"""

from dataclasses import dataclass

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, may
from counter_app.journal.facts.owning import CaseTakenOver, HandOverAnswered, HandOverAsked
from counter_app.journal.folds.case import CaseView, Owner
from counter_app.journal.folds.owning import HandOverView
from counter_app.services.accounts import may_with, open_account
from counter_app.services.branch_ports import Claims
from counter_app.services.counter import (
    Acting,
    Counter,
    instant_text,
    known_roles,
    still_may,
    write,
)
from counter_app.services.ports import Draft, NewFact

ENDED = ("completed", "cancelled")
PASSED = 5
"""So many claims that came to nothing a supervisor's approval passes over."""


@dataclass(frozen=True, slots=True)
class ClaimWish:
    """What is claimed before a case is taken up: keys in order, for this terminal, by one request."""

    subject: str
    keys: tuple[str, ...]
    holder: str
    request_id: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """Whether the case may be taken up; else the terminal that reached for it first."""

    won: bool
    terminal: str = ""


def held_elsewhere(case: CaseView, acting: Acting) -> Owner | None:
    """Who else works on the case, where and since when; None when nobody does."""
    owner = case.owner.value
    return owner if owner is not None and owner.staff != acting.staff else None


def claim_key(case: CaseView, passed: int = 0) -> str:
    """The name of the next taking of a case: each has one, whoever takes it."""
    return f"{case.subject}/owner/{case.takings + 1 + passed}"


def claim_draft(case: CaseView) -> str:
    """Under this name the request is kept here until the case was taken up."""
    return f"claim {case.subject}"


def wish_for(counter: Counter, subject: str, *, approved: bool) -> ClaimWish:
    """The claim of a case that waits; the same request until the case has changed hands.

    An approved take-over passes over claims whose PC never came to write.
    """
    case = counter.store.view(subject)
    assert isinstance(case, CaseView)
    keys = tuple(claim_key(case, more) for more in range(PASSED if approved else 1))
    name, basis = claim_draft(case), " ".join(keys)
    kept = counter.store.draft(name)
    request, _stroke, known = kept.data.partition(" ") if kept else ("", "", "")
    if known != basis:
        request = counter.ids.fresh()
        now = instant_text(counter.instant())
        counter.store.save_draft(Draft(name, "", f"{request} {basis}", now))
    return ClaimWish(subject, keys, f"terminal/{counter.terminal.number}", request)


def claim(claims: Claims, wish: ClaimWish) -> Claimed:
    """Asks the branch. A PC that claimed the same before, and forgot it, has it still."""
    if claims.claim_first(wish.keys, wish.holder, wish.request_id) is not None:
        return Claimed(True)
    holders = claims.claims(wish.keys)
    first = next((holders[key] for key in wish.keys if key in holders), "")
    return Claimed(first == wish.holder, first.partition("/")[2])


def ask_hand_over(counter: Counter, acting: Acting, subject: str) -> HandOverView | Refusal:
    """Asks whoever works on a case to hand it over. Asked once, however often it is pressed."""
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    case = counter.store.view(subject)
    if not isinstance(case, CaseView) or case.started is None:
        return Refusal("unknown_case")
    owner = held_elsewhere(case, acting)
    if case.state in ENDED or owner is None:
        return Refusal("case_ended" if case.state in ENDED else "held_by_nobody")
    fact = HandOverAsked(
        case=subject,
        case_number=case.number,
        from_staff=owner.staff,
        staff=acting.staff,
        terminal=counter.terminal.number,
        window=acting.window,
    )
    asked = counter.fresh("handover")
    written = write(counter, acting.actor, [NewFact(asked, fact)], [])
    return written if isinstance(written, Refusal) else hand_over_view(counter, asked)


def not_now(counter: Counter, acting: Acting, asked: str) -> HandOverView | Refusal:
    """Whoever works on the case says that it cannot be given now."""
    view = hand_over_view(counter, asked)
    if view.asked is None or view.asked.from_staff != acting.staff:
        return Refusal("not_asked")
    answer = HandOverAnswered(answer="not_now")
    written = write(counter, acting.actor, [NewFact(asked, answer)], [view])
    return written if isinstance(written, Refusal) else hand_over_view(counter, asked)


def take_over(
    counter: Counter, acting: Acting, subject: str, to_staff: str, reason: str
) -> CaseView | Refusal:
    """A supervisor takes a case from whoever cannot go on, and gives it to a colleague who serves.

    The one who gets it takes it up like any case that was handed over. Closes two hands as well.
    """
    granted = may_with(counter, acting, Right.TAKE_OVER)
    if isinstance(granted, Refusal):
        return granted
    case = counter.store.view(subject)
    if not isinstance(case, CaseView) or case.started is None:
        return Refusal("unknown_case")
    if case.state in ENDED:
        return Refusal("case_ended")
    if not reason.strip():
        return Refusal("reason_needed")
    colleague = open_account(counter, to_staff)
    if isinstance(colleague, Refusal):
        return colleague
    if not may(known_roles(colleague.roles), Right.SERVE):
        return Refusal("does_not_serve", {"staff": to_staff})
    owner = case.owner.value
    fact = CaseTakenOver(
        from_staff=owner.staff if owner else "",
        to_staff=to_staff,
        reason=reason.strip(),
        right_entry=granted[1],
    )
    written = write(counter, acting.actor, [NewFact(subject, fact)], [case])
    if isinstance(written, Refusal):
        return written
    taken = counter.store.view(subject)
    assert isinstance(taken, CaseView)
    return taken


def hand_over_view(counter: Counter, subject: str) -> HandOverView:
    """The View of a request to hand over."""
    view = counter.store.view(subject)
    assert isinstance(view, HandOverView)
    return view
