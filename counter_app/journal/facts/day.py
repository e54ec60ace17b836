"""Facts of the branch's day: its ends and signature, what was on paper, what left as a file."""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact, Value


class OpenItem(Value):
    """Something left open at the end of a day: what, and which case or paper."""

    kind: str
    about: str


class WindowClosed(Fact):
    """A teller ended the day at a window; what was left open was seen and stands here."""

    KIND: ClassVar[str] = "window_closed"
    SUBJECT: ClassVar[str] = "windowday"

    staff: str
    cases: int
    serials: int
    left_open: tuple[OpenItem, ...] = ()
    reason: str = ""


class WindowReopened(Fact):
    """Work went on after the end: what was closed counts no longer."""

    KIND: ClassVar[str] = "window_reopened"
    SUBJECT: ClassVar[str] = "windowday"

    staff: str


class DayNoted(Fact):
    """A remark of the supervisor's for the day as a whole."""

    KIND: ClassVar[str] = "day_noted"
    SUBJECT: ClassVar[str] = "day"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str


class DaySignedOff(Fact):
    """The supervisor has read the day's log. `sheet` is the hash of the day sheet signed."""

    KIND: ClassVar[str] = "day_signed_off"
    SUBJECT: ClassVar[str] = "day"

    sheet: str
    cases: int
    exceptions: int
    right_entry: str
    left_open: tuple[OpenItem, ...] = ()


class DayReopened(Fact):
    """Something came after the signature; the day is read and signed again."""

    KIND: ClassVar[str] = "day_reopened"
    SUBJECT: ClassVar[str] = "day"

    reason: str


class FallbackFormGiven(Fact):
    """Forms of the emergency pack were handed to a window, by their paper numbers."""

    KIND: ClassVar[str] = "fallback_form_given"
    SUBJECT: ClassVar[str] = "lateentry"

    form: str
    first: str
    last: str
    edition: str


class FallbackFormEntered(Fact):
    """What was taken in on paper is entered: when it happened, by whom, on which paper.

    `happened_at` is branch time as the paper says it; the entry's own time is when it was typed.
    """

    KIND: ClassVar[str] = "fallback_form_entered"
    SUBJECT: ClassVar[str] = "lateentry"

    paper: str
    case: str
    happened_at: str
    served_by: str
    cause: Literal["power", "program", "printer", "other"]


class FileExported(Fact):
    """Data leaves the program as a file: what, of which day, in which form, and where to.

    Written before the file. `digest` is the SHA-256 of its bytes, `size` their number.
    """

    KIND: ClassVar[str] = "file_exported"
    SUBJECT: ClassVar[str] = "export"

    what: str
    about: str
    form: Literal["xlsx", "pdf"]
    to: str
    digest: str
    size: int
    right_entry: str


class ExportFailed(Fact):
    """The file did not come to be: the place refused it."""

    KIND: ClassVar[str] = "export_failed"
    SUBJECT: ClassVar[str] = "export"

    reason: str
