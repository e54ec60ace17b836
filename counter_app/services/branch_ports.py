"""The branch as terminals see it, as Protocols, and the values that cross.

Owns no behaviour. The branch is a shelf: journals with heads, content, claims, verifiers. It judges
envelope, chain and size only. The adapter lives in `db`; the simulated branch passes the same contract
suite.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.services.ports import Content

BRANCH_DAMAGED = "branch_damaged"
"""The code of a branch whose server finds its own files damaged."""


BRANCH_FULL = "branch_full"
"""The code of a branch whose server has no room: it takes nothing until somebody makes some."""


class BranchUnreachable(Exception):  # noqa: N818 - says what is so
    """The branch did not answer; whether it did what was asked is not known."""


class BranchRefused(Exception):  # noqa: N818 - says what is so
    """The branch answered that it will not: `not_admitted`, `not_yours`, `other_version`, …

    `unstorable` is what its server cannot hold, whoever asks and however often.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BranchIsFull(BranchRefused):
    """The branch has no room for what is mine; `subjects` changed by what of others it still gave."""

    def __init__(self, subjects: tuple[str, ...]) -> None:
        super().__init__(BRANCH_FULL)
        self.subjects = subjects


@dataclass(frozen=True, slots=True)
class SignedBatch:
    """Whole commits of one journal in order, and their writer's signature under the last entry.

    `signature` is the one that `vault.signatures` makes over the last entry's number and hash.
    """

    entries: tuple[Entry, ...]
    signature: str

    @property
    def last(self) -> Entry:
        """The entry that is signed; all before it stand in its chain."""
        return self.entries[-1]


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """What the branch says to a batch: taken up to `head`, or why not."""

    outcome: Literal["ok", "gap", "fork", "bad_hash", "too_big"]
    head: ChainHead


@dataclass(frozen=True, slots=True)
class BranchHead:
    """How far the branch holds a journal, and how far a backup of the branch does."""

    head: ChainHead
    backed_up: int


@dataclass(frozen=True, slots=True)
class BranchGreeting:
    """Who answers, and what it takes us for. `audiences` are labels whose bodies this PC may hold."""

    branch_id: str
    name: str
    terminal: int
    audiences: tuple[str, ...]
    now: datetime
    schema_step: int


class Body(NamedTuple):
    """The body of an entry that is held elsewhere, by the entry's hash."""

    hash: str
    body: str
    salt: str


class QuarantinedPart(NamedTuple):
    """An entry that cannot stand in the branch as it is, byte for byte, with its hash and subject."""

    hash: str
    subject: str
    data: str


class LabelledContent(NamedTuple):
    """Content and the label of who may hold it: that of its subject, `all` where it has none."""

    content: Content
    audience: str


@dataclass(frozen=True, slots=True)
class TerminalState:
    """One terminal as the branch last saw it. Ages are in seconds, None where it never happened."""

    terminal: int
    revoked: bool
    program: str
    skew_ms: int | None
    waiting: int | None
    asked_s: int | None
    pushed_s: int | None
    journals: Sequence[str]
    entries: int
    quarantined: int


class Branch(Protocol):
    """The branch as a shelf of journals and content. Raises `BranchUnreachable`, `BranchRefused`."""

    def greet(self, program: str, now: datetime, waiting: int) -> BranchGreeting:
        """Says who asks, with the program's version, this PC's clock and how many entries wait."""
        ...

    def head(self, journal_id: str) -> ChainHead:
        """The last entry the branch holds of a journal."""
        ...

    def heads(self) -> Mapping[str, BranchHead]:
        """How far the branch holds each journal."""
        ...

    def push(self, batch: SignedBatch) -> PushAnswer:
        """Offers a batch of one's own journal. Safe to repeat."""
        ...

    def give_back(self, terminal: int, batch: SignedBatch) -> PushAnswer:
        """Offers a batch of another terminal's journal that the branch no longer holds."""
        ...

    def give_bodies(self, entries: Sequence[Entry]) -> int:
        """Offers bodies of entries that the branch holds without; how many it took."""
        ...

    def bodies_wanted(self, journals: Sequence[str], after: str, limit: int) -> list[str]:
        """Hashes of entries that the branch holds without their bodies, beyond a hash, in order.

        Erased ones are not among them.
        """
        ...

    def bodies(self, hashes: Sequence[str]) -> list[Body]:
        """Bodies of these entries, as far as the branch has them and this terminal may hold them."""
        ...

    def kept(self, hashes: Sequence[str]) -> list[str]:
        """Those of the hashes, of entries or content, that it holds and a backup of it covers."""
        ...

    def quarantine(self, journal_id: str, reason: str, parts: Sequence[QuarantinedPart]) -> None:
        """Brings what cannot stand in the branch as it is. Safe to repeat."""
        ...

    def pull(self, cursor: Mapping[str, ChainHead], limit: int) -> list[SignedBatch]:
        """What lies beyond a vector cursor, read in one snapshot, each batch up to its signature.

        About `limit` entries; commits are never cut. Bodies of labels that this terminal may not hold
        are `elsewhere`.
        """
        ...

    def lacks_content(self, hashes: Sequence[str]) -> list[str]:
        """Those of the hashes that the branch does not hold."""
        ...

    def put_content(self, contents: Sequence[LabelledContent]) -> None:
        """Brings content; what does not fit its hash is not taken."""
        ...

    def shared_content(self) -> list[str]:
        """The hashes of all content that concerns nobody in person."""
        ...

    def content(self, hashes: Sequence[str]) -> list[Content]:
        """Content by hash, as far as the branch has it and this terminal may hold it."""
        ...


class Claims(Protocol):
    """What needs the whole branch to be unique. Raises as `Branch` does."""

    def claim_first(self, keys: Sequence[str], holder: str, request_id: str) -> str | None:
        """The first key that is free, now the holder's; None when none is.

        The same answer to the same request id, for ever: it is committed here before it is asked, and
        asked until the fact is written.
        """
        ...

    def claims(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Who holds which of the keys."""
        ...


class BranchOffice(Protocol):
    """What the branch keeps beside journals. Raises as `Branch` does."""

    def put_verifier(self, staff: str, verifier: str) -> None:
        """Keeps the verifier of an account for the whole branch."""
        ...

    def verifier(self, staff: str) -> str | None:
        """The verifier of an account."""
        ...

    def terminals(self) -> list[TerminalState]:
        """All terminals of the branch, as it last saw them."""
        ...
