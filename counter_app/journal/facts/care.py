"""Facts of care for the customer: questions against fraud, silent help, and what is restricted.

A restricted body never reaches a customer's paper or screen, nor a PC outside its audience.
"""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Audience, Fact, Retention

CareOutcome = Literal["proceed", "not_today", "delayed", "family", "police", "against_advice"]


class FraudAsked(Fact):
    """The questions against fraud were asked of a customer, and what was answered.

    `alarms` are the questions whose answer gave reason to stop.
    """

    KIND: ClassVar[str] = "fraud_asked"
    SUBJECT: ClassVar[str] = "dissuasion"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"answers"})

    case: str
    case_number: str
    visit: str
    answers: dict[str, Literal["yes", "no", "unsure"]]
    alarms: tuple[str, ...] = ()


class FraudOutcomeSet(Fact):
    """How it ended; `override` belongs to going on. Time and badge of the police stand apart."""

    KIND: ClassVar[str] = "fraud_outcome_set"
    SUBJECT: ClassVar[str] = "dissuasion"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"note"})

    outcome: CareOutcome
    dissuaded: bool
    note: str = ""
    override: str | None = None
    second_signature: bool = False


class WarningSigned(Fact):
    """The customer took the written warning, and whether it was signed.

    `copy_taken` is the number of the customer's own sheet, once it was handed over.
    """

    KIND: ClassVar[str] = "warning_signed"
    SUBJECT: ClassVar[str] = "dissuasion"

    paper: str
    signed: bool
    copy_taken: str | None = None


class HelpAskedSilently(Fact):
    """Somebody at a window needs help, and nobody there may notice that it was called."""

    KIND: ClassVar[str] = "help_asked_silently"
    SUBJECT: ClassVar[str] = "silenthelp"
    AUDIENCE: ClassVar[Audience] = "restricted"

    terminal: str
    window: str
    staff: str
    case: str | None = None


class HelpAnswered(Fact):
    """Somebody goes there, or it was found to be nothing."""

    KIND: ClassVar[str] = "help_answered"
    SUBJECT: ClassVar[str] = "silenthelp"
    AUDIENCE: ClassVar[Audience] = "restricted"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"note"})

    answer: Literal["going", "was_there", "by_mistake"]
    note: str = ""


class ReferredOn(Fact):
    """A matter that others handle was passed on: to whom and when, never what was thought."""

    KIND: ClassVar[str] = "referred_on"
    SUBJECT: ClassVar[str] = "restricted"
    AUDIENCE: ClassVar[Audience] = "restricted"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"case", "visit"})

    matter: Literal["observation", "enquiry", "police"]
    to_post: str
    to_staff: str
    case: str | None = None
    visit: str | None = None


class PoliceContacted(Fact):
    """The police were called, or came: who answered, with the badge."""

    KIND: ClassVar[str] = "police_contacted"
    SUBJECT: ClassVar[str] = "restricted"
    AUDIENCE: ClassVar[Audience] = "restricted"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"badge", "case"})

    at: str
    badge: str = ""
    case: str | None = None


class EnquiryReceived(Fact):
    """An authority came with a written order; arrival only, the post named takes it from there."""

    KIND: ClassVar[str] = "enquiry_received"
    SUBJECT: ClassVar[str] = "restricted"
    AUDIENCE: ClassVar[Audience] = "restricted"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"officers", "document"})

    authority: str
    officers: tuple[str, ...]
    document: str
    arrived_at: str
