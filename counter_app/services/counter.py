"""What every use case stands on: the store, the clock, ids, the versions in force, and who acts.

Use cases run on the store's own thread: they read, decide and append there. They return values;
`StoreTrouble` passes through to whoever asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from counter_app.domain.calendar import BranchCalendar
from counter_app.domain.dates import Clock as ClockState
from counter_app.domain.dates import branch_time, business_date, judge_clock, stamp
from counter_app.domain.honouring import HONOURED
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, Role, may
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.care import HelpAskedSilently
from counter_app.journal.facts.case import CaseStarted
from counter_app.journal.facts.ground import ClockJumpConfirmed
from counter_app.journal.facts.people import SignedOff, TerminalLocked, WorkStateEnded
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.ground import BranchView, ClockView
from counter_app.journal.folds.people import RoleHeld, StaffView
from counter_app.journal.views import View
from counter_app.services.ports import (
    NOTHING_BESIDE,
    Beside,
    Clock,
    Ids,
    Moved,
    NewFact,
    Stamp,
    Store,
    Written,
)
from counter_app.services.scope import kept_at_branch
from counter_app.services.versions import Shelf

AT_ANY_DATE = (ClockJumpConfirmed, TerminalLocked, SignedOff, WorkStateEnded, HelpAskedSilently)
"""What must never wait for a right date: confirming it, covering the window, leaving it, and help."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """This PC's place in the branch: two digits, the letters of its journal, its spool printer.

    `honoured` is how long people may sign on without the branch.
    """

    number: str
    letters: str
    printer: str
    honoured: timedelta = HONOURED


@dataclass(frozen=True, slots=True)
class Counter:
    """The ground under the use cases of one terminal."""

    store: Store
    clock: Clock
    ids: Ids
    shelf: Shelf
    calendar: BranchCalendar
    terminal: Terminal
    branch: BranchView

    @property
    def cut_off_hour(self) -> int:
        """The hour before which an entry still belongs to the day before."""
        return self.branch.founded.cut_off_hour if self.branch.founded else 0

    def instant(self) -> datetime:
        """The present instant, never before the last entry's."""
        return judge_clock(self.clock.now(), last_instant(self.store)).time

    def today(self) -> date:
        """The business date."""
        return business_date(self.instant(), self.cut_off_hour)

    def calendar_day(self) -> date:
        """The business date by the clock alone, for lists on any thread."""
        return business_date(self.clock.now(), self.cut_off_hour)

    def fresh(self, kind: str) -> str:
        """A new subject of a kind."""
        return f"{kind}/{self.ids.fresh()}"


@dataclass(frozen=True, slots=True)
class Acting:
    """The person who acts: account, person, roles with the entries that gave them, and place."""

    staff: str
    person: str
    name: str
    roles: tuple[RoleHeld, ...]
    window: str

    @property
    def actor(self) -> str:
        """As it stands on entries."""
        return f"staff/{self.staff}"

    def may(self, right: Right) -> bool:
        """Whether one of the roles has the right."""
        return may(known_roles(self.roles), right)

    def right_entry(self, right: Right) -> str | None:
        """The entry that gave the role which has the right."""
        for held in self.roles:
            if may(known_roles((held,)), right):
                return held.entry
        return None


def known_roles(held: Sequence[RoleHeld]) -> tuple[Role, ...]:
    """The roles that this program knows, of those an account holds."""
    return tuple(Role(one.role) for one in held if one.role in set(Role))


def acting_as(account: StaffView, window: str) -> Acting:
    """The person of an account at a window."""
    number = account.subject.partition("/")[2]
    return Acting(number, account.person, account.name, account.roles, window)


def still_may(counter: Counter, acting: Acting, right: Right) -> Refusal | None:
    """Judges a right against the account as it is now, not as it was at sign-on.

    While somebody else knows the password, what is done with it is not yet the person's own.
    """
    account = counter.store.view(acting.actor)
    if not isinstance(account, StaffView) or account.left:
        return Refusal("account_closed")
    if account.password_given:
        return Refusal("password_to_change", {"staff": acting.staff})
    if not may(known_roles(account.roles), right):
        return Refusal("not_allowed", {"right": right.value})
    return None


def last_instant(store: Store) -> datetime | None:
    """The time of this journal's last entry."""
    text = store.last_instant()
    return datetime.fromisoformat(text) if text else None


def clock_to_confirm(counter: Counter) -> Refusal | None:
    """Why work must wait for a person to confirm the date; None also once somebody has.

    Ahead is judged from the last entry that a person meant: what the terminal wrote by itself at the
    new time confirms nothing. Behind the last entry a clock stays until time has caught up, so one
    confirmation holds for as long as the clock goes on from it.
    """
    now, last = counter.clock.now(), counter.store.last_instant()
    if last is None:
        return None
    back = judge_clock(now, datetime.fromisoformat(last)).clock is ClockState.JUMPED_BACK
    if back:
        confirmed = _confirmed_behind(counter, last, instant_text(now))
        return None if confirmed else Refusal(ClockState.JUMPED_BACK.value, {"shown": stamp(now)})
    deed = counter.store.last_deed()
    if deed and judge_clock(now, datetime.fromisoformat(deed)).clock is ClockState.JUMPED_AHEAD:
        return Refusal(ClockState.JUMPED_AHEAD.value, {"shown": stamp(now)})
    return None


def stamp_now(counter: Counter, actor: str) -> Stamp:
    """Who says it, and when: the corrected instant and its business date."""
    instant = counter.instant()
    return Stamp(
        actor, instant_text(instant), business_date(instant, counter.cut_off_hour).isoformat()
    )


def instant_text(instant: datetime) -> str:
    """An instant as entries write it: UTC with milliseconds."""
    return instant.strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant.microsecond // 1000:03d}Z"


def branch_minute(counter: Counter) -> str:
    """Branch time for people and papers, `2026-11-23 14:08`."""
    return branch_time(counter.instant()).strftime("%Y-%m-%d %H:%M")


def write(
    counter: Counter,
    actor: str,
    facts: Sequence[NewFact],
    views: Sequence[View],
    beside: Beside = NOTHING_BESIDE,
) -> Written | Refusal:
    """Appends what was decided on these Views; `moved` when somebody wrote meanwhile.

    A subject about which a newer program wrote is read-only for people here (`newer_program`); the
    terminal still says what its printer did. So is one whose content lies at the branch (`at_branch`)
    until it is brought. What a person does waits while the date of this PC has to be
    confirmed (`jumped_back`, `jumped_ahead`); the terminal goes on, at times that never fall.
    """
    if actor.startswith("staff/") and not all(isinstance(one.fact, AT_ANY_DATE) for one in facts):
        if any(view.needs_newer_program for view in views):
            return Refusal("newer_program")
        trouble = kept_at_branch(counter.store, (view.subject for view in views))
        trouble = trouble or clock_to_confirm(counter)
        if trouble:
            return trouble
    seen: Mapping[str, tuple[str, ...]] = {view.subject: view.heads for view in views}
    answer = counter.store.append(_labelled(facts, views), seen, stamp_now(counter, actor), beside)
    if isinstance(answer, Moved):
        return Refusal("moved", {"subject": answer.subjects[0]})
    return answer


def _labelled(facts: Sequence[NewFact], views: Sequence[View]) -> Sequence[NewFact]:
    """Everything said of restricted business is of the restricted audience, whatever its kind."""
    narrow = {one.subject for one in views if isinstance(one, CaseView) and one.is_restricted}
    narrow |= {one.subject for one in facts if _begins_restricted(one.fact)}
    if not narrow:
        return facts
    return [replace(one, audience="restricted") if one.subject in narrow else one for one in facts]


def _begins_restricted(fact: Fact) -> bool:
    return isinstance(fact, CaseStarted) and bool(fact.restricted)


def _confirmed_behind(counter: Counter, last: str, now: str) -> bool:
    found = [counter.store.view(one) for one in counter.store.subjects("clock")]
    told = [view.confirmed for view in found if isinstance(view, ClockView) and view.confirmed]
    return any(one.last_known == last and one.shown <= now for one in told)
