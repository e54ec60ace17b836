"""What the use cases need from the outside, as Protocols, and the values that cross.

Owns no behaviour. Adapters live in `db`, `vault`, `printing`; the fakes of the tests pass the same
contract suites.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from counter_app.journal.chain import ChainBreak, ChainHead
from counter_app.journal.entry import Entry
from counter_app.journal.facts.base import Audience, Fact
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.views import View


class Clock(Protocol):
    """The time, as this PC believes it."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class Ids(Protocol):
    """Fresh random ids."""

    def fresh(self) -> str:
        """A new UUIDv7 in its text form."""
        ...


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact to be written, and the subject it is about.

    `audience` narrows who may read it: None is what its kind says.
    """

    subject: str
    fact: Fact
    audience: Audience | None = None

    @property
    def read_by(self) -> Audience:
        """The label that stands on the entry."""
        return self.audience or self.fact.AUDIENCE


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who says it, when, and on which business date.

    `actor` is `staff/80231`, `customer` or `terminal/03`; `occurred_at` is UTC with milliseconds.
    """

    actor: str
    occurred_at: str
    business_date: str


@dataclass(frozen=True, slots=True)
class Content:
    """Canonical bytes shared by hash: a procedure, a rule pack, a paper's content, a rendered paper.

    `subject` is named when the bytes hold personal data; they follow its audience and erasure.
    """

    hash: str
    media: str
    data: bytes
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Half-typed input of one step: local, durable within a second, gone when the step is confirmed."""

    key: str
    owner: str
    data: str
    saved_at: str


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """A copy to be printed, committed together with the fact that asked for it.

    `mark` is the JSON of a `PaperMark`, absent on the first copy. `printer` is a spool name.
    """

    paper: str
    case: str
    copy_number: int
    content_hash: str
    printer: str
    mark: str | None
    ordered_at: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What is written in the same transaction as the facts: all of it, or nothing.

    `verifiers` are (staff number, verifier), new passwords whose facts are in the commit.
    """

    drop_draft: str | None = None
    contents: tuple[Content, ...] = ()
    orders: tuple[PrintOrder, ...] = ()
    case_counter: int | None = None
    verifiers: tuple[tuple[str, str], ...] = ()


NOTHING_BESIDE = Beside()


@dataclass(frozen=True, slots=True)
class Written:
    """The entries as chained, and the subjects that changed."""

    entries: tuple[Entry, ...]

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects that changed, each once."""
        return tuple(dict.fromkeys(entry.subject for entry in self.entries))


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody wrote meanwhile: the service re-reads these subjects and decides once again."""

    subjects: tuple[str, ...]


SpellKind = Literal["signon", "lock", "work"]
"""What lasts at a terminal from a beginning to an end."""


@dataclass(frozen=True, slots=True)
class Act:
    """Who wrote which kind of fact, about what: an entry's envelope."""

    actor: str
    kind: str
    subject: str


RejectReason = ChainBreak | Literal["fork", "torn"]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that was not taken, and why. A fork goes to quarantine; nothing is dropped."""

    entry: Entry
    why: RejectReason


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of others' entries."""

    subjects: tuple[str, ...]
    taken: int
    rejected: tuple[Rejected, ...]


class SignedHead(NamedTuple):
    """An entry of a journal that its writer signed."""

    journal_id: str
    seq: int
    hash: str
    signature: str


class StoreTrouble(Exception):  # noqa: N818 - the word of the trade, said to people
    """The store cannot do its work now: `full`, `damaged`, `read_only`, `wrong_key`, `newer`.

    On opening also `missing`, `exists`, and `behind` when an acknowledged entry is not there; `locked`
    and `disk` for what the system refuses; `interrupted` for a read nobody wants any more. Nothing of
    the attempted transaction remains.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class HeldEntries(Protocol):
    """Entries of journals as an exchange sees them: what is held, and taking more."""

    @property
    def journal_id(self) -> str:
        """The journal that this installation writes."""
        ...

    def heads(self) -> Mapping[str, ChainHead]:
        """The last entry held of each journal."""
        ...

    def entries_after(self, journal_id: str, seq: int, limit: int) -> list[Entry]:
        """A journal's entries beyond seq, in order, whole commits; about `limit` of them."""
        ...

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        """Takes others' entries as they are: whole commits, chain-checked, in order of their seq.

        `signed` are the signatures that came with them, checked; those under entries that are taken are
        kept, so that the entries can be given back.
        """
        ...

    def signed_heads(self, journal_id: str) -> list[SignedHead]:
        """Signatures held of another journal, in order of seq, the latest among them."""
        ...

    def opened(self, journal_id: str) -> JournalOpened | None:
        """How a journal begins: whose it is, and the public key that this PC saw first."""
        ...


class Journal(HeldEntries, Protocol):
    """The entries of all journals held here. Used on the store's own thread only."""

    def view(self, subject: str) -> View:
        """The subject's View; one that does not exist yet is empty."""
        ...

    def append(
        self,
        facts: Sequence[NewFact],
        seen: Mapping[str, tuple[str, ...]],
        stamp: Stamp,
        beside: Beside = NOTHING_BESIDE,
    ) -> Written | Moved:
        """Stamps, chains and folds my own facts in one durable transaction.

        `seen` gives, for each subject, the heads of the View the decision was made on; a subject not
        named was decided on as empty. Heads are never filled in: when they moved, nothing is written.
        Raises `StoreTrouble`; nothing is half written then.
        """
        ...


class Store(Journal, Protocol):
    """The journal with what is local to this PC."""

    def content(self, digest: str) -> Content | None:
        """Content by its hash."""
        ...

    def save_draft(self, draft: Draft) -> None:
        """Keeps half-typed input durably, replacing the draft of the same key."""
        ...

    def drop_draft(self, key: str) -> None:
        """Forgets a draft."""
        ...

    def draft(self, key: str) -> Draft | None:
        """The draft of this key."""
        ...

    def is_let_go(self, subject: str) -> bool:
        """Whether the bodies of a subject lie at the branch alone, for it is beyond this PC's scope."""
        ...

    def last_case_counter(self) -> int:
        """The last counter given to a case by this journal; 0 before the first."""
        ...

    def last_instant(self) -> str | None:
        """`occurred_at` of this journal's last entry."""
        ...

    def subjects(self, kind: str) -> list[str]:
        """All subjects of a kind, for the few kinds that are small: branch, version, staff."""
        ...

    def wrong_passwords_in_a_row(self, staff: str) -> int:
        """How many were typed for an account since one was right, or since it was forgiven."""
        ...

    def last_met(self) -> str | None:
        """When this PC last agreed with its branch, within minutes; None where it never did."""
        ...

    def last_deed(self) -> str | None:
        """`occurred_at` of the last entry that a person meant to write in this journal.

        Not the terminal's own, and no lock, for a window is covered by itself.
        """
        ...

    def acts_of_day(self, actor: str, business_date: str, about: str) -> list[Act]:
        """What an actor wrote on a business date about subjects of one of the smaller kinds."""
        ...

    def acts_about(self, subject: str) -> list[Act]:
        """What was written about a subject, and by whom; bodies need not be here."""
        ...

    def open_spells(self, kind: SpellKind, terminal: str) -> list[str]:
        """The sign-ons, locks or work states of a terminal that have not ended, latest first."""
        ...


class Verifiers(Protocol):
    """Verifiers of passwords by staff number. The journal never holds one."""

    def get(self, staff: str) -> str | None:
        """The verifier of an account; None when this PC has none."""
        ...

    def set(self, staff: str, verifier: str) -> None:
        """Keeps a verifier made anew from the same password, at another cost."""
        ...
