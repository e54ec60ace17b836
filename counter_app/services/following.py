"""Promises to a customer after the visit: made, kept, given to a colleague, and what is due.

A promise belongs to a person and a post. What is overdue is reckoned when asked, and never a fact.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from counter_app.domain.dates import BRANCH_ZONE
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.presence import FollowUpDone, FollowUpReassigned, FollowUpSet
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.presence import FollowUpView
from counter_app.services.accounts import may_with, open_account, still_here
from counter_app.services.counter import Acting, Counter, instant_text, write
from counter_app.services.ports import NewFact
from counter_app.services.read_models import IN_PUBLIC, FollowUpLine, Reader, Sight, StaffLine


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """What is promised, by when, and whose it is: an account, and the post it goes with."""

    case: str
    what: str
    due: dt.date
    staff: str
    post: str


@dataclass(frozen=True, slots=True)
class DueLine:
    """A promise in the list of what is due. `overdue_days` is 0 on the day itself."""

    line: FollowUpLine
    overdue_days: int


@dataclass(frozen=True, slots=True)
class DueInBranch:
    """What anybody of the branch has promised up to a day, with names, and who signed on that day."""

    lines: tuple[DueLine, ...] = ()
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    here: frozenset[str] = frozenset()


NOTHING_DUE = DueInBranch()


def due_in_branch(reader: Reader, day: dt.date, sight: Sight = IN_PUBLIC) -> DueInBranch:
    """What is still open of what was promised up to a day; who has left still owes it.

    What was promised in restricted business stands in it for who may read that alone.
    """
    staff = reader.staff()
    found: list[FollowUpLine] = []
    for account in staff:
        due = reader.desk(account.number, "", day.isoformat()).due
        found.extend(one for one in due if sight.restricted or not one.restricted)
    names = MappingProxyType({one.number: one.name for one in staff})
    return DueInBranch(due_on(found, day), names, reader.signed_on_since(day_began(day)))


def day_began(day: dt.date) -> str:
    """The instant, as entries write it, at which a day begins in the branch."""
    midnight = dt.datetime.combine(day, dt.time(), BRANCH_ZONE)
    return instant_text(midnight.astimezone(dt.UTC))


def promise(counter: Counter, acting: Acting, told: PromiseTold) -> FollowUpView | Refusal:
    """Sets a follow-up for a case."""
    granted = may_with(counter, acting, Right.SERVE)
    if isinstance(granted, Refusal):
        return granted
    case = counter.store.view(told.case)
    if not isinstance(case, CaseView) or case.started is None:
        return Refusal("unknown_case")
    if not told.what.strip():
        return Refusal("text_needed")
    if told.due < counter.today():
        return Refusal("due_in_the_past")
    owner = open_account(counter, told.staff)
    if isinstance(owner, Refusal):
        return owner
    subject = counter.fresh("followup")
    fact = FollowUpSet(
        case=told.case,
        case_number=case.number,
        what=told.what.strip(),
        due=told.due.isoformat(),
        staff=told.staff,
        post=told.post or owner.post,
    )
    promised = NewFact(subject, fact, "restricted" if case.is_restricted else None)
    written = write(counter, acting.actor, [promised], [])
    return written if isinstance(written, Refusal) else follow_up_view(counter, subject)


def keep_promise(
    counter: Counter, acting: Acting, subject: str, result: str
) -> FollowUpView | Refusal:
    """Says how a promise ended: kept, or no longer needed."""
    view = _open(counter, acting, subject)
    if isinstance(view, Refusal):
        return view
    if not result.strip():
        return Refusal("text_needed")
    fact = FollowUpDone(result=result.strip())
    written = write(counter, acting.actor, [NewFact(subject, fact)], [view])
    return written if isinstance(written, Refusal) else follow_up_view(counter, subject)


def reassign(
    counter: Counter, acting: Acting, subject: str, staff: str, reason: str
) -> FollowUpView | Refusal:
    """Gives a promise to a colleague: its owner, or a supervisor."""
    view = _open(counter, acting, subject)
    if isinstance(view, Refusal):
        return view
    if not reason.strip():
        return Refusal("reason_needed")
    owner = open_account(counter, staff)
    if isinstance(owner, Refusal):
        return owner
    if view.staff.value == staff and not view.staff.in_conflict:
        return view
    fact = FollowUpReassigned(staff=staff, reason=reason.strip())
    written = write(counter, acting.actor, [NewFact(subject, fact)], [view])
    return written if isinstance(written, Refusal) else follow_up_view(counter, subject)


def of_absent(lines: Iterable[DueLine], here: Collection[str]) -> tuple[DueLine, ...]:
    """What is due of people who have not signed on today: somebody else has to see to it."""
    return tuple(one for one in lines if one.line.staff not in here)


def stand_in(due: DueLine, staff: Iterable[StaffLine], here: Collection[str]) -> StaffLine | None:
    """Who is here and goes with the promise: a colleague of the same post first, by number."""
    there = [one for one in staff if one.number in here and not one.left]
    others = [one for one in there if one.number != due.line.staff]
    same_post = [one for one in others if one.post == due.line.post]
    return next(iter(sorted(same_post or others, key=lambda one: one.number)), None)


def due_on(lines: Iterable[FollowUpLine], today: dt.date) -> tuple[DueLine, ...]:
    """What is due on a business date, the longest overdue first."""
    dated = [(dt.date.fromisoformat(line.due), line) for line in lines]
    due = [DueLine(line, (today - day).days) for day, line in dated if day <= today]
    return tuple(sorted(due, key=lambda one: (-one.overdue_days, one.line.subject)))


def follow_up_view(counter: Counter, subject: str) -> FollowUpView:
    """The View of a promise."""
    view = counter.store.view(subject)
    assert isinstance(view, FollowUpView)
    return view


def _open(counter: Counter, acting: Acting, subject: str) -> FollowUpView | Refusal:
    """A promise that stands, and that the acting person may end or pass on."""
    view = follow_up_view(counter, subject)
    if view.promise is None:
        return Refusal("unknown_follow_up")
    if view.done is not None:
        return Refusal("follow_up_done")
    owners = {one.value for one in view.staff.held}
    if acting.staff in owners:
        return still_here(counter, acting) or view
    granted = may_with(counter, acting, Right.REASSIGN)
    return granted if isinstance(granted, Refusal) else view
