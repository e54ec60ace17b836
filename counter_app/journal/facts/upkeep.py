"""Facts about the branch's upkeep: terminals, erasures, backups, quarantined entries.

None of them holds personal data: they name entries and content by hash and subjects by id.
"""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact, Retention, Value

WriterKind = Literal["staff", "terminal", "customer"]


class TerminalAdmitted(Fact):
    """A PC may meet the branch: its role there, and the labels whose bodies it may hold."""

    KIND: ClassVar[str] = "terminal_admitted"
    SUBJECT: ClassVar[str] = "terminal"
    RETENTION: ClassVar[Retention] = "system"

    role: str
    audiences: tuple[str, ...]
    right_entry: str


class TerminalKeyCountersigned(Fact):
    """An administrator vouches that a journal's public key is this terminal's."""

    KIND: ClassVar[str] = "terminal_key_countersigned"
    SUBJECT: ClassVar[str] = "terminal"
    RETENTION: ClassVar[Retention] = "system"

    journal: str
    public_key: str
    right_entry: str


class TerminalRevoked(Fact):
    """The PC meets the branch no more; what it wrote stays."""

    KIND: ClassVar[str] = "terminal_revoked"
    SUBJECT: ClassVar[str] = "terminal"
    RETENTION: ClassVar[Retention] = "system"

    reason: str
    right_entry: str


class JournalFollowed(Fact):
    """A terminal's work goes on in another journal, from the last entry known of the one before."""

    KIND: ClassVar[str] = "journal_followed"
    SUBJECT: ClassVar[str] = "terminal"
    RETENTION: ClassVar[Retention] = "system"

    journal: str
    letter: str
    follows_journal: str
    follows_seq: int
    follows_hash: str
    cause: Literal["replaced", "restored", "reinstalled", "forked"]
    right_entry: str


class BodyErased(Fact):
    """Personal data are erased for ever: every holder obeys, and takes none of it back.

    `entries` are the hashes of the entries whose bodies go, `contents` those of content. Everything
    local about `subjects` goes as well: content that names them, drafts, copies waiting for a printer.
    `basis` is the ground in 个人信息保护法, `order` the number of the written order and
    `ordered_by` who gave it. An order in several facts has the same number in each.
    """

    KIND: ClassVar[str] = "body_erased"
    SUBJECT: ClassVar[str] = "erasure"
    RETENTION: ClassVar[Retention] = "system"

    entries: tuple[str, ...]
    contents: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    basis: Literal["period_ended", "purpose_ended", "consent_withdrawn", "unlawful", "ordered"]
    order: str
    ordered_by: str
    right_entry: str


class BackupMade(Fact):
    """A copy of a store, or of the branch, was made and looked over."""

    KIND: ClassVar[str] = "backup_made"
    SUBJECT: ClassVar[str] = "backup"
    RETENTION: ClassVar[Retention] = "system"
    WRITER: ClassVar[WriterKind] = "terminal"

    of: Literal["terminal", "branch"]
    place: str
    began_at: str
    entries: int
    digest: str = ""


class BackupTried(Fact):
    """Somebody restored it elsewhere, to see whether it is good."""

    KIND: ClassVar[str] = "backup_tried"
    SUBJECT: ClassVar[str] = "backup"
    RETENTION: ClassVar[Retention] = "system"

    entries: int
    faults: int
    right_entry: str


class BackupRestored(Fact):
    """It was put in the place of what was lost. `lost` names what is known to be missing since."""

    KIND: ClassVar[str] = "backup_restored"
    SUBJECT: ClassVar[str] = "backup"
    RETENTION: ClassVar[Retention] = "system"

    reason: str
    right_entry: str
    lost: tuple[str, ...] = ()


class LosingEntry(Value):
    """One entry of a losing end: its envelope in short, and the hash of its bytes as content."""

    hash: str
    seq: int
    kind: str
    subject: str
    actor: str
    occurred_at: str
    content: str


class ForkFound(Fact):
    """The branch holds another end of a journal than this PC: the entries of the losing end, by name.

    `journal` agrees up to `agreed_seq`. Their bytes are content, each under its own subject.
    """

    KIND: ClassVar[str] = "fork_found"
    SUBJECT: ClassVar[str] = "quarantine"
    RETENTION: ClassVar[Retention] = "system"
    WRITER: ClassVar[WriterKind] = "terminal"

    journal: str
    agreed_seq: int
    entries: tuple[LosingEntry, ...]


class FactEnteredAgain(Fact):
    """What a quarantined entry says was entered once more, by a person, in the same commit as this."""

    KIND: ClassVar[str] = "fact_entered_again"
    SUBJECT: ClassVar[str] = "quarantine"
    RETENTION: ClassVar[Retention] = "system"

    entry: str
    right_entry: str


class FactDroppedByName(Fact):
    """A person decided that a quarantined entry does not count, and why; its bytes stay."""

    KIND: ClassVar[str] = "fact_dropped_by_name"
    SUBJECT: ClassVar[str] = "quarantine"
    RETENTION: ClassVar[Retention] = "system"

    entry: str
    reason: str
    right_entry: str
