"""Facts of the ground: the journal itself, the branch, the clock, versions of procedures and rules."""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact, Retention, Words


class JournalOpened(Fact):
    """The first entry of every journal: whose it is, and the last entry it follows, if any."""

    KIND: ClassVar[str] = "journal_opened"
    SUBJECT: ClassVar[str] = "journal"
    RETENTION: ClassVar[Retention] = "system"
    WRITER: ClassVar[Literal["staff", "terminal", "customer"]] = "terminal"

    branch: str
    terminal: str
    letter: str
    public_key: str
    program: str
    follows_journal: str | None = None
    follows_seq: int | None = None
    follows_hash: str | None = None


class BranchFounded(Fact):
    """The founding entry of a branch; it names the first administrator.

    `purpose` is "business" for a real branch; "demo" and "practice" homes carry ids that no branch
    admits. `cut_off_hour` is the hour before which an entry still belongs to the day before.
    """

    KIND: ClassVar[str] = "branch_founded"
    SUBJECT: ClassVar[str] = "branch"
    RETENTION: ClassVar[Retention] = "system"

    bank: Words
    outlet: Words
    address: Words
    hours: Words
    phone: str
    complaint_phone: str
    zone: str
    cut_off_hour: int
    first_administrator: str
    purpose: Literal["business", "demo", "practice"]


class ClockJumpConfirmed(Fact):
    """A person confirmed the date after this PC's clock jumped back, or more than a day ahead."""

    KIND: ClassVar[str] = "clock_jump_confirmed"
    SUBJECT: ClassVar[str] = "clock"
    RETENTION: ClassVar[Retention] = "system"

    last_known: str
    shown: str


class VersionProposed(Fact):
    """A procedure, rule pack or calendar was loaded and waits for an administrator.

    The subject's id is the content's hash. `name` is what it is a version of, e.g. `procedure/GRKH`.
    """

    KIND: ClassVar[str] = "version_proposed"
    SUBJECT: ClassVar[str] = "version"
    RETENTION: ClassVar[Retention] = "system"

    name: str
    media: str
    edition: str


class VersionPublished(Fact):
    """An administrator put a version in force from a date on."""

    KIND: ClassVar[str] = "version_published"
    SUBJECT: ClassVar[str] = "version"
    RETENTION: ClassVar[Retention] = "system"

    from_date: str
    right_entry: str
