"""Facts of a case (业务): one service for one customer, from its start to the papers taken home.

A case outlives the visit and links to it. It quotes what the visit saw as values with the entry.
"""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact, Retention, Value, Words
from counter_app.journal.facts.presence import Part


class PartyTaken(Value):
    """A person's part in a case, quoting the identity as the visit saw it.

    `identity_entry` is the hash of the `identity_seen` entry; None when no paper was seen yet.
    """

    person: str
    part: Part
    name: str | None = None
    customer: str | None = None
    paper: str | None = None
    number: str | None = None
    valid_until: str | None = None
    no_expiry: bool | None = None
    phone: str | None = None
    present: bool = True
    birth: str | None = None
    sex: str | None = None
    identity_entry: str | None = None


class ChecklistLine(Value):
    """One line of the checklist as decided: whether it was needed, why, and what came of it."""

    item: str
    need: Literal["required", "optional", "not_needed", "undecided"]
    outcome: str
    why: Words
    source: str
    deferred_until: str | None = None


class ReadBackMark(Value):
    """One row as read back."""

    row: str
    value: str
    outcome: Literal["confirmed", "corrected", "not_confirmed"]
    old_value: str | None = None


class NextStepSet(Value):
    """What follows, with its real date and the source of the rule that made it."""

    step: str
    date: str | None = None
    provisional: bool
    actor: Literal["branch", "customer"]
    action: Words
    day: Words
    source: str


class OnPaper(Value):
    """What was taken in on paper and typed later: when it happened, by whom, the paper's number.

    `happened_at` is branch time as the paper says it, `2026-11-23 10:40`.
    """

    paper: str
    happened_at: str
    served_by: str


class UnderHeader(Value):
    """The first of many cases that belong together; `begun_at` keeps the others beneath it in lists."""

    case: str
    number: str
    begun_at: str


class CaseStarted(Fact):
    """A service was chosen for the visit. Names the procedure's and the rules' exact versions.

    `provisional` marks a case opened from a notice's QR where the original is not held. `on_paper`
    marks a late entry: it stays out of all figures of time. Facts of a `restricted` case are of that
    audience. `under` names the case whose firm, batch and persons this one carries.
    """

    KIND: ClassVar[str] = "case_started"
    SUBJECT: ClassVar[str] = "case"

    number: str
    visit: str
    service: str
    procedure_hash: str
    rules_hash: str
    terminal: str
    window: str
    staff: str
    provisional: bool = False
    continues: str | None = None
    on_paper: OnPaper | None = None
    restricted: bool | None = None
    under: UnderHeader | None = None


class PartiesTaken(Fact):
    """Who takes which part in this case, today."""

    KIND: ClassVar[str] = "parties_taken"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"parties"})

    visit: str
    parties: tuple[PartyTaken, ...]


class NeedRecorded(Fact):
    """What the customer wants: the values that steer the checklist."""

    KIND: ClassVar[str] = "need_recorded"
    SUBJECT: ClassVar[str] = "case"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"values"})

    values: dict[str, str]


class DocumentChecked(Fact):
    """One paper of the checklist was looked at, or is missing."""

    KIND: ClassVar[str] = "document_checked"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"note", "valid_until"})

    case: str
    item: str
    person: str | None = None
    outcome: Literal["seen", "copied", "alternative", "refused", "missing", "deferred"]
    original: bool | None = None
    alternative: str | None = None
    valid_until: str | None = None
    no_expiry: bool | None = None
    last4: str | None = None
    reason: str | None = None
    note: str | None = None


class ChecklistDecided(Fact):
    """The checklist as a whole, as decided at a date, with the procedure's version."""

    KIND: ClassVar[str] = "checklist_decided"
    SUBJECT: ClassVar[str] = "case"

    for_date: str
    procedure_hash: str
    lines: tuple[ChecklistLine, ...]


class NoticeGiven(Fact):
    """The customer was told once what is missing, for the day of coming; `replaces` a former paper."""

    KIND: ClassVar[str] = "notice_given"
    SUBJECT: ClassVar[str] = "case"

    coming_on: str | None = None
    valid_until: str
    missing: tuple[str, ...]
    manner: Literal["printed", "spoken"]
    reason: str | None = None
    replaces: str | None = None


class DetailsRecorded(Fact):
    """The details of the business, validated and normalised."""

    KIND: ClassVar[str] = "details_recorded"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"values"})

    values: dict[str, str]


class DetailCorrected(Fact):
    """One value was corrected; the old one stays visible."""

    KIND: ClassVar[str] = "detail_corrected"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"old", "new"})

    field: str
    old: str
    new: str
    cause: Literal["read_back", "staff", "amendment"]


class ReadBackDone(Fact):
    """The details were read back to the customer; what was not confirmed says so."""

    KIND: ClassVar[str] = "read_back_done"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"rows"})

    manner: Literal["oral", "screen"]
    person: str
    rows: tuple[ReadBackMark, ...]


class CoreStepReached(Fact):
    """The teller turned to the core system; written before the desk gives way."""

    KIND: ClassVar[str] = "core_step_reached"
    SUBJECT: ClassVar[str] = "case"


class CoreSerialRecorded(Fact):
    """The core system's serial of this business."""

    KIND: ClassVar[str] = "core_serial_recorded"
    SUBJECT: ClassVar[str] = "case"

    serial: str
    manner: Literal["scan", "typed"] = "typed"


class CoreSerialPutOff(Fact):
    """The serial comes later; the case stays in the list of missing serials."""

    KIND: ClassVar[str] = "core_serial_put_off"
    SUBJECT: ClassVar[str] = "case"


class CoreBookingAnswered(Fact):
    """Did the core book? Asked after an interruption; `unclear` heads the exceptions.

    `ends_step` where the core gives no serial: the answer itself is the end of the core step.
    """

    KIND: ClassVar[str] = "core_booking_answered"
    SUBJECT: ClassVar[str] = "case"

    answer: Literal["booked", "not_booked", "unclear"]
    ends_step: bool = False


class OriginalsReturned(Fact):
    """So many originals were handed back."""

    KIND: ClassVar[str] = "originals_returned"
    SUBJECT: ClassVar[str] = "case"

    items: tuple[str, ...]
    count: int


class CaseCompleted(Fact):
    """The business was taken in; what follows stands in it with real dates."""

    KIND: ClassVar[str] = "case_completed"
    SUBJECT: ClassVar[str] = "case"

    outcome: Literal["accepted", "done", "declined"]
    next_steps: tuple[NextStepSet, ...]
    reason: str | None = None


class PaperIssued(Fact):
    """A paper's content is final, before anything prints. `form`: which of the procedure's forms."""

    KIND: ClassVar[str] = "paper_issued"
    SUBJECT: ClassVar[str] = "case"

    paper: str
    paper_kind: str
    content_hash: str
    layout: str
    form: str | None = None


class PaperSent(Fact):
    """The printer took the paper's bytes; sent is not printed."""

    KIND: ClassVar[str] = "paper_sent"
    SUBJECT: ClassVar[str] = "case"
    WRITER: ClassVar[Literal["staff", "terminal", "customer"]] = "terminal"

    paper: str
    copy_number: int
    printer: str
    pdf_hash: str


class PaperFailed(Fact):
    """The printer did not take it, or nobody knows."""

    KIND: ClassVar[str] = "paper_failed"
    SUBJECT: ClassVar[str] = "case"
    WRITER: ClassVar[Literal["staff", "terminal", "customer"]] = "terminal"

    paper: str
    copy_number: int
    printer: str
    reason: str


class PaperReprinted(Fact):
    """Another copy was asked for: which, by whom (the actor), and why."""

    KIND: ClassVar[str] = "paper_reprinted"
    SUBJECT: ClassVar[str] = "case"

    paper: str
    copy_number: int
    reason: str
    override: str | None = None


class CaseParked(Fact):
    """The case waits. Carries the draft, so that another PC can resume it."""

    KIND: ClassVar[str] = "case_parked"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"draft", "reason"})

    step: str
    draft: str
    reason: str | None = None


class CaseResumed(Fact):
    """The case goes on, in the same or another visit."""

    KIND: ClassVar[str] = "case_resumed"
    SUBJECT: ClassVar[str] = "case"

    visit: str
    terminal: str
    window: str
    staff: str
    override: str | None = None


class CaseHandedOver(Fact):
    """The owner gives the case to a colleague, draft included."""

    KIND: ClassVar[str] = "case_handed_over"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"draft", "note"})

    to_staff: str
    step: str
    draft: str
    note: str = ""


class CaseCancelled(Fact):
    """The case ends without being taken in, or a completed one is taken back with an approval."""

    KIND: ClassVar[str] = "case_cancelled"
    SUBJECT: ClassVar[str] = "case"

    reason: str
    override: str | None = None


class CaseNoted(Fact):
    """A remark for the day log."""

    KIND: ClassVar[str] = "case_noted"
    SUBJECT: ClassVar[str] = "case"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str


class ApprovalQuoted(Fact):
    """An override, quoted in the case with everything a fold needs to judge it again."""

    KIND: ClassVar[str] = "approval_quoted"
    SUBJECT: ClassVar[str] = "case"

    override: str
    matter: str
    item: str | None = None
    right: str
    requester: str
    requester_person: str
    approver: str
    approver_person: str
    right_entry: str
    comment: str = ""
