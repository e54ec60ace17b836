"""One case from its bodies alone: how it stands, and what of it is unusual or still open.

Written from `docs/facts.md`; see `reading` for what it must not use.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from counter_app.rehearsal.day.raw import Raw

ENDS = {"case_completed": "completed", "case_cancelled": "cancelled"}
WAITS = {"case_parked": "parked", "case_handed_over": "handed_over", "case_resumed": "open"}
LEFT_OPEN = {"open": "running", "parked": "parked", "handed_over": "handed_over"}


@dataclass(slots=True)
class ReadCase:
    """What its entries say, taken in one after the other."""

    subject: str
    own: Sequence[Raw]
    number: str = ""
    service: str = ""
    window: str = ""
    staff: str = ""
    holder: str = ""
    state: str = "open"
    begun: str = ""
    ended: str = ""
    waiting: str = ""
    handed_to: str = ""
    serial: str = ""
    serial_late: str = ""
    put_off: bool = False
    booking: str = ""
    reached_core: bool = False
    notice_on: str = ""
    valid_until: str = ""
    on_paper: str = ""
    restricted: bool = False
    visits: list[str] = field(default_factory=list)
    overrides: list[str] = field(default_factory=list)
    originals: dict[str, bool] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    returned: int = 0
    unconfirmed: bool = False
    corrected: bool = False
    completed: bool = False
    copies: dict[tuple[str, int], str] = field(default_factory=dict)

    def told(self) -> dict[str, object]:
        """What the line of the log must say."""
        return {
            "number": self.number,
            "service": self.service,
            "state": self.state,
            "window": self.window,
            "staff": self.staff,
            "holder": self.holder,
            "begun": self.begun,
            "ended": self.ended,
            "waiting": self.waiting,
            "handed_to": self.handed_to,
            "serial": self.serial,
            "serial_late": self.serial_late,
            "notice_on": self.notice_on,
            "valid_until": self.valid_until,
            "on_paper": self.on_paper,
            "restricted": self.restricted,
        }

    def exceptions(self) -> Iterator[str]:
        """Why a supervisor looks at it first."""
        ended = self.state == "completed"
        unanswered = self.reached_core and not self.serial and not self.booking
        copies = list(self.copies.values())
        yield from _chosen(
            booking_unclear=self.booking == "unclear" or (ended and unanswered),
            paper_failed="failed" in copies,
            cancelled_after=self.state == "cancelled" and self.completed,
            serial_missing=self.awaits_serial,
            originals_out=ended and self.returned < sum(self.originals.values()),
            not_confirmed=self.unconfirmed,
            approved=bool(self.overrides),
            deferred="deferred" in self.outcomes.values(),
            reprinted=any(number > 1 for _paper, number in self.copies),
            corrected=self.corrected,
            cancelled=self.state == "cancelled",
        )

    def left_open(self) -> Iterator[str]:
        """What of it a day's signature leaves open."""
        found = set(self.exceptions())
        kinds = {
            "booking_unclear": "booking",
            "originals_out": "originals",
            "serial_missing": "serial",
            "paper_failed": "paper",
        }
        yield from (kind for code, kind in kinds.items() if code in found)
        if self.state in LEFT_OPEN and "booking_unclear" not in found:
            yield LEFT_OPEN[self.state]

    @property
    def awaits_serial(self) -> bool:
        """Whether it was taken in and its serial is still to follow."""
        return self.state == "completed" and self.put_off and not self.serial


def read_case(subject: str, own: Sequence[Raw]) -> ReadCase:
    """The case that its entries, in order, tell of."""
    case = ReadCase(subject, own)
    for one in own:
        _TAKES.get(one.kind, _nothing)(case, one)
    return case


def _chosen(**checks: bool) -> Iterator[str]:
    yield from (code for code, holds in checks.items() if holds)


def _nothing(_case: ReadCase, _one: Raw) -> None:
    """Told as an event; changes nothing in how the case stands."""


def _started(case: ReadCase, one: Raw) -> None:
    case.number, case.service = one.text("number"), one.text("service")
    case.begun, case.restricted = one.at, one.audience == "restricted"
    case.on_paper = str((one.body.get("on_paper") or {}).get("paper", ""))
    _taken_up(case, one)


def _taken_up(case: ReadCase, one: Raw) -> None:
    case.window, case.staff = one.text("window"), one.text("staff")
    if one.text("visit") not in case.visits:
        case.visits.append(one.text("visit"))


def _parties(case: ReadCase, one: Raw) -> None:
    holders = [party for party in one.body["parties"] if party["part"] in ("self", "ward")]
    case.holder = str(holders[0].get("name") or "") if holders else ""


def _document(case: ReadCase, one: Raw) -> None:
    case.originals[one.text("item")] = bool(one.body.get("original"))
    case.outcomes[one.text("item")] = one.text("outcome")


def _notice(case: ReadCase, one: Raw) -> None:
    case.notice_on, case.valid_until = one.text("coming_on"), one.text("valid_until")


def _relisted(case: ReadCase, one: Raw) -> None:
    for item in [item for item in case.outcomes if item not in one.body["kept"]]:
        del case.outcomes[item]
        del case.originals[item]


def _read_back(case: ReadCase, one: Raw) -> None:
    case.unconfirmed = any(row["outcome"] == "not_confirmed" for row in one.body["rows"])


def _corrected(case: ReadCase, _one: Raw) -> None:
    case.corrected = True


def _core(case: ReadCase, _one: Raw) -> None:
    case.reached_core = True


def _serial(case: ReadCase, one: Raw) -> None:
    if case.completed:
        case.serial_late = one.at
    case.serial, case.put_off, case.booking = one.text("serial"), False, "booked"


def _put_off(case: ReadCase, _one: Raw) -> None:
    case.put_off, case.booking = True, case.booking or "booked"


def _booking(case: ReadCase, one: Raw) -> None:
    case.booking = "" if one.text("answer") == "not_booked" else one.text("answer")
    case.reached_core = case.reached_core and one.text("answer") != "not_booked"


def _returned(case: ReadCase, one: Raw) -> None:
    case.returned = int(one.body["count"])


def _ended(case: ReadCase, one: Raw) -> None:
    case.state, case.ended = ENDS[one.kind], case.ended if case.completed else one.at
    case.completed = case.completed or one.kind == "case_completed"


def _waits(case: ReadCase, one: Raw) -> None:
    case.state = WAITS[one.kind]
    case.waiting = one.text("reason") or one.text("note")
    case.handed_to = one.text("to_staff")
    if one.kind == "case_resumed":
        _taken_up(case, one)


def _copy(case: ReadCase, one: Raw) -> None:
    place = (one.text("paper"), int(one.body["copy_number"]))
    case.copies[place] = {"paper_failed": "failed"}.get(one.kind, "out")


def _approved(case: ReadCase, one: Raw) -> None:
    case.overrides.append(one.text("override"))


_TAKES = {
    "case_started": _started,
    "parties_taken": _parties,
    "document_checked": _document,
    "notice_given": _notice,
    "list_replaced": _relisted,
    "read_back_done": _read_back,
    "detail_corrected": _corrected,
    "core_step_reached": _core,
    "core_serial_recorded": _serial,
    "core_serial_put_off": _put_off,
    "core_booking_answered": _booking,
    "originals_returned": _returned,
    "case_completed": _ended,
    "case_cancelled": _ended,
    "case_parked": _waits,
    "case_handed_over": _waits,
    "case_resumed": _waits,
    "paper_sent": _copy,
    "paper_failed": _copy,
    "paper_reprinted": _copy,
    "approval_quoted": _approved,
}
