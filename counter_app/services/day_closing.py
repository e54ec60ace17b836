"""The end of the day: a teller's own window, and the supervisor's remarks and signature.

Pure where it reckons what is open; writes the few facts of the day. Cash, vouchers and seals are
balanced in the core and its registers only: the sheet has a line to sign for that, no figure.
"""

import datetime as dt
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counter_app.domain.masks import scrub
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.day import (
    DayNoted,
    DayReopened,
    DaySignedOff,
    OpenItem,
    WindowClosed,
    WindowReopened,
)
from counter_app.journal.facts.presence import VisitEnded
from counter_app.journal.folds.day import DayView, WindowDayView
from counter_app.journal.folds.presence import VisitView
from counter_app.services.accounts import may_with
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.following import NOTHING_DUE, DueInBranch, DueLine
from counter_app.services.ports import NewFact
from counter_app.services.read_models import CaseLine, Desk, LogFilter, PaperLine, Reader, Sight
from counter_app.services.work_times import WorkTimes, late_visits, times_of

LONGEST_REMARK = 500
EVERY_CASE = 5000
"""More than any window or small branch takes in on a day; a sheet reads them whole."""

ENDED_AT_ONCE = 90
"""Visits that end with a window's day, within what one commit holds; the rest end with the next."""

FROM_EXCEPTIONS = {"booking_unclear": "booking", "originals_out": "originals"}
"""What of a case's exceptions has to be settled before the window goes home."""


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Something still open: its kind, what it is about, and the words to know it by.

    `kind` is parked, paper, serial, originals, booking, follow_up, running or handed_over. `case` is
    where it is put right, empty where there is none. A follow-up comes with the promise, its owner's
    name, and whether the owner has not signed on that day, so that somebody else sees to it.
    """

    kind: str
    about: str
    case: str
    number: str
    service: str
    words: str
    promise: DueLine | None = None
    owner: str = ""
    absent: bool = False

    @property
    def item(self) -> OpenItem:
        """As the fact keeps it."""
        return OpenItem(kind=self.kind, about=self.about)


@dataclass(frozen=True, slots=True)
class ServiceTotal:
    """How many of one service were taken in, and how many of these are done."""

    service: str
    taken: int
    done: int


@dataclass(frozen=True, slots=True)
class LeftVisit:
    """A visit that nobody ended, all of whose business waits; when the last of it was put down."""

    visit: str
    left_at: str


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A teller's day at one window: own log, totals by service, what is open, and the end of it.

    `times` None while no visit has ended. The persons of `left` are gone at the end of the day.
    """

    date: dt.date
    lines: tuple[CaseLine, ...]
    totals: tuple[ServiceTotal, ...]
    open: tuple[OpenLine, ...]
    closed: WindowDayView
    times: WorkTimes | None = None
    left: tuple[LeftVisit, ...] = ()

    @property
    def done(self) -> int:
        """Cases completed."""
        return sum(one.state == "completed" for one in self.lines)

    @property
    def serials(self) -> int:
        """Core serials recorded."""
        return sum(one.serial is not None for one in self.lines)


def read_own_day(reader: Reader, acting: Acting, terminal: str, date: dt.date) -> OwnDay:
    """The teller's own day, read on the reader's thread."""
    day, own = date.isoformat(), Sight(acting.staff)
    wanted = LogFilter(day, staff=acting.staff, limit=EVERY_CASE, sight=own)
    lines = reader.day_log(wanted).lines
    desk = reader.desk(acting.staff, terminal, date.isoformat())
    closed = reader.view(window_day(terminal, date))
    assert isinstance(closed, WindowDayView)
    ordered = tuple(sorted(lines, key=lambda one: one.started_at, reverse=True))
    found = times_of(reader.beside_cases(day, own), late_visits(lines))
    times = next((one for one in found if one.staff == acting.staff), None)
    still = open_lines(lines, desk)
    return OwnDay(date, ordered, totals(lines), still, closed, times, tuple(left_visits(desk)))


def left_visits(desk: Desk) -> Iterator[LeftVisit]:
    """The visits at this terminal that lasted only for business that waits."""
    going_on = {one.visit for one in (*desk.open, *desk.handed_over)}
    for visit in desk.visits:
        put_down = [one.last_at for one in desk.parked if one.visit == visit.subject]
        if put_down and visit.subject not in going_on:
            yield LeftVisit(visit.subject, max(put_down))


def totals(lines: Sequence[CaseLine]) -> tuple[ServiceTotal, ...]:
    """Cases by service, the most frequent first."""
    taken = Tally(one.service for one in lines)
    done = Tally(one.service for one in lines if one.state == "completed")
    ordered = sorted(taken, key=lambda code: (-taken[code], code))
    return tuple(ServiceTotal(code, taken[code], done[code]) for code in ordered)


def open_lines(lines: Sequence[CaseLine], desk: Desk) -> tuple[OpenLine, ...]:
    """What hinders the end of a day, gravest first."""
    return (
        *_of_exceptions(lines),
        *(_of_case("serial", one) for one in desk.serials),
        *(_of_case("running", one) for one in desk.open if not _is_unclear(one)),
        *(_of_case("handed_over", one) for one in desk.handed_over),
        *(_of_case("parked", one) for one in desk.parked),
        *map(_of_copy, desk.papers),
        *(
            OpenLine("follow_up", one.subject, one.case, one.case_number, "", one.what)
            for one in desk.due
        ),
    )


def window_day(terminal: str, date: dt.date) -> str:
    """The subject of a window's day."""
    return f"windowday/{terminal}-{date.isoformat()}"


def day_of(date: dt.date) -> str:
    """The subject of the branch's day."""
    return f"day/{date.isoformat()}"


def close_window(
    counter: Counter, acting: Acting, own: OwnDay, reason: str
) -> WindowDayView | Refusal:
    """Ends the own day here. What is left open stands in the fact, and needs a reason.

    Whoever came for business that waits has left by now: these visits end with it.
    """
    granted = may_with(counter, acting, Right.SERVE)
    if isinstance(granted, Refusal):
        return granted
    if own.date != counter.today():
        return Refusal("day_is_over", {"day": own.date.isoformat()})
    if own.open and not reason.strip():
        return Refusal("reason_for_open", {"count": len(own.open)})
    view = window_view(counter, counter.terminal.number, own.date)
    if view.closed is not None:
        return view
    fact = WindowClosed(
        staff=acting.staff,
        cases=len(own.lines),
        serials=own.serials,
        left_open=tuple(one.item for one in own.open),
        reason=scrub(reason.strip()),
    )
    ends = _visits_ended(counter, own.left)
    new = [NewFact(view.subject, fact), *(end for end, _visit in ends)]
    written = write(counter, acting.actor, new, [view, *(visit for _end, visit in ends)])
    if isinstance(written, Refusal):
        return written
    return window_view(counter, counter.terminal.number, own.date)


def _visits_ended(counter: Counter, left: Sequence[LeftVisit]) -> list[tuple[NewFact, VisitView]]:
    ends = []
    for one in left[:ENDED_AT_ONCE]:
        view = counter.store.view(one.visit)
        if isinstance(view, VisitView) and view.started is not None and view.ended is None:
            fact = VisitEnded(outcome="comes_back", left_at=one.left_at)
            ends.append((NewFact(one.visit, fact), view))
    return ends


@dataclass(frozen=True, slots=True)
class GoingOn:
    """What is written along when work begins again: nothing while the window's day is open."""

    facts: tuple[NewFact, ...] = ()
    views: tuple[WindowDayView, ...] = ()


def going_on(counter: Counter, acting: Acting) -> GoingOn:
    """Work after the end reopens the window's day, in the same commit."""
    view = window_view(counter, counter.terminal.number, counter.today())
    if view.closed is None:
        return GoingOn()
    return GoingOn((NewFact(view.subject, WindowReopened(staff=acting.staff)),), (view,))


def reopen_window(counter: Counter, acting: Acting) -> WindowDayView | Refusal:
    """Takes the end of the own day back. Nothing to do while it is open."""
    granted = may_with(counter, acting, Right.SERVE)
    if isinstance(granted, Refusal):
        return granted
    again = going_on(counter, acting)
    if again.facts:
        written = write(counter, acting.actor, again.facts, again.views)
        if isinstance(written, Refusal):
            return written
    return window_view(counter, counter.terminal.number, counter.today())


def note_day(counter: Counter, acting: Acting, date: dt.date, text: str) -> DayView | Refusal:
    """Adds a remark for the day as a whole."""
    granted = may_with(counter, acting, Right.SIGN_OFF_DAY)
    if isinstance(granted, Refusal):
        return granted
    words = scrub(text.strip())
    if not words:
        return Refusal("text_needed")
    if len(words) > LONGEST_REMARK:
        return Refusal("text_too_long", {"longest": LONGEST_REMARK, "actual": len(words)})
    view = day_view(counter, date)
    facts = [NewFact(view.subject, DayNoted(text=words))]
    if view.signed is not None:
        facts.append(NewFact(view.subject, DayReopened(reason=words)))
    written = write(counter, acting.actor, facts, [view])
    return written if isinstance(written, Refusal) else day_view(counter, date)


@dataclass(frozen=True, slots=True)
class Signature:
    """What is signed: the day, the hash of its sheet, and its figures."""

    date: dt.date
    sheet: str
    cases: int
    exceptions: int
    left_open: tuple[OpenItem, ...] = ()


def sign_off(counter: Counter, acting: Acting, signature: Signature) -> DayView | Refusal:
    """Signs the day's log as its sheet shows it. The same sheet signed again changes nothing."""
    granted = may_with(counter, acting, Right.SIGN_OFF_DAY)
    if isinstance(granted, Refusal):
        return granted
    if signature.date > counter.today():
        return Refusal("day_to_come", {"day": signature.date.isoformat()})
    view = day_view(counter, signature.date)
    if view.signed is not None and view.signed.sheet == signature.sheet:
        return view
    again = "签字后有变动，重新签字"
    facts = [NewFact(view.subject, DayReopened(reason=again))] if view.signed is not None else []
    fact = DaySignedOff(
        sheet=signature.sheet,
        cases=signature.cases,
        exceptions=signature.exceptions,
        right_entry=granted[1],
        left_open=signature.left_open,
    )
    written = write(counter, acting.actor, [*facts, NewFact(view.subject, fact)], [view])
    return written if isinstance(written, Refusal) else day_view(counter, signature.date)


def after_signature(lines: Sequence[CaseLine], day: DayView) -> tuple[CaseLine, ...]:
    """The cases that went on after the day was signed; none while nobody has signed."""
    signed = day.signed_at if day.signed is not None else None
    return tuple(one for one in lines if one.last_at > signed) if signed else ()


def window_view(counter: Counter, terminal: str, date: dt.date) -> WindowDayView:
    """How a window's day stands."""
    view = counter.store.view(window_day(terminal, date))
    assert isinstance(view, WindowDayView)
    return view


def day_view(counter: Counter, date: dt.date) -> DayView:
    """How the branch's day stands."""
    view = counter.store.view(day_of(date))
    assert isinstance(view, DayView)
    return view


def of_branch(lines: Sequence[CaseLine], due: DueInBranch = NOTHING_DUE) -> tuple[OpenLine, ...]:
    """What is open over all windows: from the log, and the promises that are due."""
    waiting = {"open": "running", "parked": "parked", "handed_over": "handed_over"}
    return (
        *_of_exceptions(lines),
        *(_of_case("serial", one) for one in lines if "serial_missing" in one.exceptions),
        *(_of_case("paper", one) for one in lines if "paper_failed" in one.exceptions),
        *(
            _of_case(waiting[one.state], one)
            for one in lines
            if one.state in waiting and not _is_unclear(one)
        ),
        *(_of_promise(one, due) for one in due.lines),
    )


def _is_unclear(line: CaseLine) -> bool:
    """Told once, by what is graver than that it still runs."""
    return "booking_unclear" in line.exceptions


def _of_exceptions(lines: Sequence[CaseLine]) -> Iterator[OpenLine]:
    for code, kind in FROM_EXCEPTIONS.items():
        yield from (_of_case(kind, one) for one in lines if code in one.exceptions)


def _of_promise(due: DueLine, branch: DueInBranch) -> OpenLine:
    line = due.line
    owner = " ".join(one for one in (branch.names.get(line.staff, ""), line.staff) if one)
    absent = line.staff not in branch.here
    return OpenLine(
        "follow_up", line.subject, line.case, line.case_number, "", line.what, due, owner, absent
    )


def _of_copy(line: PaperLine) -> OpenLine:
    """Emergency forms are no case's: where they wait, the copies themselves are asked about."""
    case = line.case if line.case.startswith("case/") else ""
    return OpenLine("paper", f"{line.paper}#{line.copy_number}", case, line.paper, "", line.state)


def _of_case(kind: str, line: CaseLine) -> OpenLine:
    words = line.waiting_reason or ""
    return OpenLine(kind, line.subject, line.subject, line.number, line.service, words)
