"""What a case's fold gives: the frozen View of one service for one customer, and its parts.

Owns no step of the fold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from counter_app.journal.facts import beside_core, lists
from counter_app.journal.facts import case as facts
from counter_app.journal.views import Register, View

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Owner:
    """Who works on the case, where, and since when (an entry's time)."""

    staff: str
    terminal: str
    window: str
    since: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper: its content, how often it was asked for, and what became of each copy.

    `copies` holds (copy number, state, place) with state `asked`, `sent` or `failed`. `form` is the
    id of the procedure's form, where it is one.
    """

    paper: str
    paper_kind: str
    content_hash: str
    layout: str
    issued_at: str
    copies: tuple[tuple[int, str, str], ...] = ((1, "asked", ""),)
    form: str = ""


@dataclass(frozen=True, slots=True)
class CopyAnswer:
    """What a person (`by`, an actor) said of a copy that waited, and when."""

    paper: str
    copy_number: int
    answer: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected value: the old one stays visible, with when and by whom."""

    name: str
    old: str
    new: str
    cause: str
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class CaseView(View):
    """One service for one customer.

    `state` is open, parked, handed_over, completed or cancelled. `step` is the last step confirmed.
    `draft` is what a parked case carries. `reached_core` is when the teller turned to the core, and
    `booking` the answer to "did the core book?". `serial_late_at` and `serial_late_by` tell when and
    by which actor a serial that had been put off was recorded after the end. `reprint_approvals`
    gives for each approval of a late reprint the paper and the copy it was used for, `continued_with`
    are the approvals by which somebody went on: each serves once. `verified_at` gives for a person and
    a check when it was made last.

    `put_down_at` is when a case that waits was parked or handed over.

    `takings` counts how often it changed hands; `apart` are the places where it goes on at the same
    time, none where one hand holds it.

    `relisted` is the list it goes on under, where its notice was not honoured any more.

    `from_code` are the starts made from a notice's code, `also_numbered` the numbers these gave, and
    `said_here` what that line has said itself (see `from_code`).
    """

    started: facts.CaseStarted | None = None
    state: str = "open"
    step: str = ""
    draft: str = ""
    waiting_reason: str | None = None
    owner: Register[Owner] = field(default_factory=Register)
    handed_to: str | None = None
    takings: int = 0
    apart: tuple[Owner, ...] = ()
    visits: tuple[str, ...] = ()
    parties: tuple[facts.PartyTaken, ...] = ()
    need: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    details: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    documents: Mapping[str, facts.DocumentChecked] = field(
        default_factory=lambda: MappingProxyType({})
    )
    checklist: facts.ChecklistDecided | None = None
    notice: facts.NoticeGiven | None = None
    notice_given_on: str | None = None
    relisted: lists.ListReplaced | None = None
    read_back: facts.ReadBackDone | None = None
    corrections: tuple[Correction, ...] = ()
    reached_core: str | None = None
    serial: str | None = None
    serial_put_off: bool = False
    booking: str | None = None
    serial_late_at: str | None = None
    serial_late_by: str = ""
    returned: tuple[str, ...] = ()
    returned_count: int = 0
    completed: facts.CaseCompleted | None = None
    completed_at: str | None = None
    cancelled_reason: str | None = None
    papers: tuple[PaperView, ...] = ()
    approvals: tuple[facts.ApprovalQuoted, ...] = ()
    reprint_approvals: Mapping[str, tuple[str, int]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    continued_with: tuple[str, ...] = ()
    put_down_at: str | None = None
    copies_answered: tuple[CopyAnswer, ...] = ()
    verified_at: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    verified: tuple[beside_core.IdentityVerified, ...] = ()
    sent_to_core: tuple[tuple[str, str], ...] = ()
    core_authorisations: tuple[beside_core.CoreAuthorisationNoted, ...] = ()
    from_code: tuple[str, ...] = ()
    also_numbered: tuple[str, ...] = ()
    said_here: frozenset[str] = frozenset()

    @property
    def number(self) -> str:
        """The 受理编号."""
        return self.started.number if self.started else ""

    @property
    def service(self) -> str:
        """The procedure's code."""
        return self.started.service if self.started else ""

    @property
    def procedure_hash(self) -> str:
        """The procedure's version that the case runs under."""
        if self.relisted is not None:
            return self.relisted.procedure_hash
        return self.started.procedure_hash if self.started else ""

    @property
    def rules_hash(self) -> str:
        """The rules' version that the case runs under."""
        if self.relisted is not None:
            return self.relisted.rules_hash
        return self.started.rules_hash if self.started else ""

    @property
    def is_restricted(self) -> bool:
        """Whether only who works on it, or may read what is restricted, may see it."""
        return self.started is not None and bool(self.started.restricted)

    @property
    def header(self) -> str:
        """The case that this one stands under; its own subject where it stands by itself."""
        under = self.started.under if self.started else None
        return under.case if under else self.subject

    @property
    def awaits_serial(self) -> bool:
        """Whether the business was taken in and its core serial is still to follow."""
        return self.state == "completed" and self.serial is None and self.serial_put_off

    @property
    def is_provisional(self) -> bool:
        """Whether only a notice's code is known of it here; the case itself has not arrived."""
        return self.started is not None and self.started.provisional

    @property
    def core_unanswered(self) -> bool:
        """Whether the core step was reached and nobody has said yet whether the core booked."""
        return self.reached_core is not None and self.serial is None and self.booking is None

    def may_reprint(self, paper: str, override: str) -> bool:
        """Whether this approval was given for a late reprint of the paper, and not used yet."""
        wanted = (override, "late_reprint", paper)
        given = any((one.override, one.matter, one.item) == wanted for one in self.approvals)
        return given and override not in self.reprint_approvals

    def reprint_granted(self, paper: str) -> str | None:
        """An approval for a late reprint of the paper that was not used yet."""
        given = (one.override for one in self.approvals if one.item == paper)
        return next((one for one in given if self.may_reprint(paper, one)), None)

    def paper(self, number: str) -> PaperView | None:
        """The paper with this number."""
        return next((one for one in self.papers if one.paper == number), None)
