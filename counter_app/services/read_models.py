"""What lists, search and logs show: frozen read models, and the reader that gives them.

Numbers are masked here already. Times are UTC texts as in the entries; `ui` words them.
"""

from dataclasses import dataclass
from typing import Protocol

from counter_app.journal.codec import Happened
from counter_app.journal.views import View


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose eyes a list is for: restricted business is shown to who works on it, and by right.

    The plain one sees none of it; so does whatever is exported or printed.
    """

    staff: str = ""
    restricted: bool = False


IN_PUBLIC = Sight()


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list: left pane, search results, day log.

    `exceptions` are the codes of `row_makers.EXCEPTIONS`, gravest first. `serial_late_at` and the
    name `serial_late_by` tell of a serial that followed after the end. `on_paper` is the number of the
    emergency form that a late entry was taken in on; it stays out of figures of time. `header` is the
    case it stands under, itself where it stands alone, `header_number` that one's number. `held_since`
    is when its person took it up, `apart` the windows where it goes on at the same time.
    """

    subject: str
    number: str
    service: str
    state: str
    step: str
    staff: str
    staff_name: str
    window: str
    visit: str
    holder_name: str
    business_date: str
    started_at: str
    ended_at: str | None
    last_at: str
    waiting_reason: str | None
    handed_to: str | None
    reached_core: str | None
    serial: str | None
    booking: str | None
    notice_on: str | None
    due_on: str | None
    exceptions: tuple[str, ...]
    terminal: str = ""
    serial_late_at: str | None = None
    serial_late_by: str = ""
    on_paper: str = ""
    header: str = ""
    header_number: str = ""
    restricted: bool = False
    held_since: str = ""
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A promise that is due, or will be; `restricted` one of a case that others may not see."""

    subject: str
    case: str
    case_number: str
    what: str
    due: str
    staff: str
    post: str
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class VisitLine:
    """An open visit at a window."""

    subject: str
    ticket: str | None
    started_at: str
    names: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A copy in the spool that has not been sent, or that nobody knows about."""

    paper: str
    case: str
    copy_number: int
    state: str
    reason: str
    ordered_at: str


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """A request for a case that somebody works on: who asks whom, and what was said to it."""

    subject: str
    case: str
    case_number: str
    from_staff: str
    from_name: str
    staff: str
    staff_name: str
    window: str
    asked_at: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class HandOvers:
    """Requests for what I have, and mine for what others have, as far as they still matter."""

    of_mine: tuple[HandOverLine, ...] = ()
    by_me: tuple[HandOverLine, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedLine:
    """An approval that was asked for, also one that was refused or never answered.

    `about` is the case, or one line of its list; `number` that case's number.
    """

    subject: str
    matter: str
    about: str
    number: str
    state: str
    requester: str
    approver: str
    asked_at: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The left pane of a teller: open here, parked, handed over to me, due, unprinted, serials.

    `serials` are completed cases whose core serial is still to follow: mine, and this terminal's.
    `asked` are requests to hand cases over, `approvals` mine of today that wait or were answered and
    not used yet.
    """

    visits: tuple[VisitLine, ...]
    open: tuple[CaseLine, ...]
    parked: tuple[CaseLine, ...]
    handed_over: tuple[CaseLine, ...]
    due: tuple[FollowUpLine, ...]
    papers: tuple[PaperLine, ...]
    serials: tuple[CaseLine, ...] = ()
    asked: HandOvers = HandOvers()
    approvals: tuple[AskedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer in search results, masked; `twice` where another has the same identity number."""

    subject: str
    name: str
    kind: str
    masked_number: str | None
    masked_phone: str | None
    last_at: str
    conflicts: tuple[str, ...]
    twice: bool = False


@dataclass(frozen=True, slots=True)
class StaffLine:
    """An account in a list."""

    number: str
    name: str
    post: str
    person: str
    roles: tuple[str, ...]
    left: bool


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A silent call for help that nobody has answered yet."""

    subject: str
    window: str
    staff: str
    staff_name: str
    called_at: str


@dataclass(frozen=True, slots=True)
class RestrictedLine:
    """A matter that others handle: to whom it went, when, by whom; for who may read it alone."""

    subject: str
    matter: str
    to_post: str
    to_staff: str
    staff: str
    staff_name: str
    referred_at: str
    at: str
    badge: str
    authority: str
    document: str
    officers: int
    case_number: str


@dataclass(frozen=True, slots=True)
class VisitOfDay:
    """A presence at a window: who received, from when to when, and how it ended."""

    subject: str
    window: str
    staff: str
    staff_name: str
    started_at: str
    ended_at: str | None
    outcome: str


@dataclass(frozen=True, slots=True)
class SpellLine:
    """Why a PC rested while its teller worked, and how long; `what` is a `WorkState`."""

    subject: str
    terminal: str
    what: str
    staff: str
    staff_name: str
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class CallLine:
    """A silent call for help of a day, with what came of it."""

    subject: str
    window: str
    staff: str
    staff_name: str
    called_at: str
    answer: str


@dataclass(frozen=True, slots=True)
class DayBeside:
    """What a day holds beside its cases, by time; `calls` and `matters` for who may read them."""

    visits: tuple[VisitOfDay, ...] = ()
    spells: tuple[SpellLine, ...] = ()
    approvals: tuple[AskedLine, ...] = ()
    calls: tuple[CallLine, ...] = ()
    matters: tuple[RestrictedLine, ...] = ()


NOTHING_BESIDE_CASES = DayBeside()


@dataclass(frozen=True, slots=True)
class LastWork:
    """How work stood here last: the latest sign-off at a terminal, cases parked in the branch."""

    signed_off_at: str | None
    window: str
    parked: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first in each group."""

    cases: tuple[CaseLine, ...]
    customers: tuple[CustomerLine, ...]


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which cases of a day; empty text means all. `words` is found in number, name and service."""

    business_date: str
    staff: str = ""
    service: str = ""
    state: str = ""
    words: str = ""
    only_exceptions: bool = False
    offset: int = 0
    limit: int = 200
    sight: Sight = IN_PUBLIC


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the day's log, exceptions first, then the latest first; many of one under it."""

    lines: tuple[CaseLine, ...]
    total: int
    exceptions: int


class ScopeReader(Protocol):
    """What lies beyond this PC's scope; see `Reader`."""

    def is_let_go(self, subject: str) -> bool:
        """Whether the bodies of a subject lie at the branch alone."""
        ...

    def number_of(self, case: str) -> str:
        """The number of a case by its line, wherever its content is; empty where there is none."""
        ...


class BetweenWindows(Protocol):
    """What one window asks of another; see `Reader`."""

    def approvals_waiting(self) -> tuple[AskedLine, ...]:
        """Approvals asked for and not answered, the oldest first."""
        ...

    def doubles(self, customer: str) -> tuple[CustomerLine, ...]:
        """Other customers with the same identity number, not joined yet."""
        ...

    def customer_of_number(self, number: str) -> str:
        """The customer with an identity number; empty where there is none, or more than one."""
        ...


class Reader(BetweenWindows, ScopeReader, Protocol):
    """Reads on a connection of its own; each call is one snapshot. Raises `StoreTrouble`."""

    def desk(self, staff: str, terminal: str, today: str) -> Desk:
        """The left pane of this teller at this terminal; follow-ups due up to `today`."""
        ...

    def search(self, words: str, limit: int = 20, sight: Sight = IN_PUBLIC) -> Found:
        """Cases by number, customers by any part of the name, initials, last four or a whole number."""
        ...

    def day_log(self, wanted: LogFilter) -> LogPage:
        """A page of the day's log."""
        ...

    def case_by_number(self, number: str, sight: Sight = IN_PUBLIC) -> tuple[CaseLine, ...]:
        """The cases that carry a number; several when two things carry it."""
        ...

    def cases_of_customer(self, customer: str, limit: int = 10) -> tuple[CaseLine, ...]:
        """A customer's latest cases; never a restricted one, whoever looks."""
        ...

    def cases_under(self, header: str) -> tuple[CaseLine, ...]:
        """A case and those that stand under it, in the order in which they began."""
        ...

    def beside_cases(self, business_date: str, sight: Sight = IN_PUBLIC) -> DayBeside:
        """What a day holds beside its cases, as these eyes may see it."""
        ...

    def last_work(self, terminal: str) -> LastWork:
        """How the work ended last at a terminal."""
        ...

    def help_calls(self) -> tuple[HelpLine, ...]:
        """Silent calls for help still open, the oldest first; for supervisor and lobby alone."""
        ...

    def staff(self) -> tuple[StaffLine, ...]:
        """All accounts."""
        ...

    def signed_on_since(self, instant: str) -> frozenset[str]:
        """The accounts that signed on at or after an instant, at any terminal held here."""
        ...

    def view(self, subject: str) -> View:
        """A subject's View."""
        ...

    def history(self, subject: str) -> tuple[Happened, ...]:
        """A subject's entries in the order of the fold, each with its fact."""
        ...
