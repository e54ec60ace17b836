"""This home's journal as the branch worker sees it: every question goes to the store's own thread.

Owns the crossing only. Foreign entries are taken in slices there: the teller's commits go first.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.views import View
from counter_app.services.branch_ports import Body, LabelledContent
from counter_app.services.ports import (
    NOTHING_BESIDE,
    Accepted,
    Beside,
    Content,
    Moved,
    NewFact,
    SignedHead,
    Stamp,
    Written,
)
from counter_app.sync.ahead_through import StoreThread
from counter_app.sync.meeting import Home
from counter_app.sync.scope_through import ScopeThroughStore

T = TypeVar("T")


class ThroughStore(ScopeThroughStore):
    """See `meeting.Home`. Raises `CancelledError` once the store's thread has ended."""

    def __init__(self, thread: StoreThread, journal_id: str) -> None:
        super().__init__(thread)
        self._journal_id = journal_id

    @property
    def journal_id(self) -> str:
        """The journal that this home writes."""
        return self._journal_id

    @property
    def contents(self) -> "ContentsThroughStore":
        """Its content."""
        return ContentsThroughStore(self._thread)

    def view(self, subject: str) -> View:
        """The subject's View."""
        return self._ask(lambda home: home.view(subject))

    def append(
        self,
        facts: Sequence[NewFact],
        seen: Mapping[str, tuple[str, ...]],
        stamp: Stamp,
        beside: Beside = NOTHING_BESIDE,
    ) -> Written | Moved:
        """One commit of this home's own."""
        return self._ask(lambda home: home.append(facts, seen, stamp, beside))

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        """Takes others' entries, between the teller's own commits."""
        return self._thread.accept(entries, signed).result()

    def heads(self) -> Mapping[str, ChainHead]:
        """The last entry held of each journal."""
        return self._ask(lambda home: home.heads())

    def entries_after(self, journal_id: str, seq: int, limit: int) -> list[Entry]:
        """A journal's entries beyond seq."""
        return self._ask(lambda home: home.entries_after(journal_id, seq, limit))

    def signed_heads(self, journal_id: str) -> list[SignedHead]:
        """Signatures held of another journal."""
        return self._ask(lambda home: home.signed_heads(journal_id))

    def opened(self, journal_id: str) -> JournalOpened | None:
        """How a journal begins."""
        return self._ask(lambda home: home.opened(journal_id))

    def with_bodies(self, hashes: Sequence[str]) -> list[Entry]:
        """Those of the entries whose bodies are here."""
        return self._ask(lambda home: home.with_bodies(hashes))

    def bodies_wanted(self, labels: Collection[str], after: str, limit: int) -> list[str]:
        """Hashes of entries of these labels whose bodies are elsewhere."""
        return self._ask(lambda home: home.bodies_wanted(labels, after, limit))

    def take_bodies(self, bodies: Sequence[Body]) -> tuple[str, ...]:
        """Keeps bodies that fit."""
        return self._ask(lambda home: home.take_bodies(bodies))

    def fork_noted(self) -> tuple[int, int] | None:
        """How far both ends of my journal agree, and up to where mine was brought aside."""
        return self._ask(lambda home: home.fork_noted())

    def note_fork(self, agreed_seq: int, upto: int) -> None:
        """Keeps this, for the next start."""
        self._ask(lambda home: home.note_fork(agreed_seq, upto))

    def hold_only(self, labels: Collection[str]) -> tuple[str, ...]:
        """Lets go of others' bodies of other labels."""
        return self._ask(lambda home: home.hold_only(labels))

    def _ask(self, job: Callable[[Home], T]) -> T:
        return self._thread.submit(job).result()


class ContentsThroughStore:
    """See `content_exchange.Contents`."""

    def __init__(self, thread: StoreThread) -> None:
        self._thread = thread

    def beyond(self, place: int, limit: int) -> list[tuple[int, str]]:
        """Places and hashes of what was kept after a place."""
        return self._ask(lambda home: home.contents.beyond(place, limit))

    def shared(self) -> list[str]:
        """The hashes of what concerns nobody in person."""
        return self._ask(lambda home: home.contents.shared())

    def labelled(self, hashes: Sequence[str]) -> list[LabelledContent]:
        """Content by hash with the label of its subject."""
        return self._ask(lambda home: home.contents.labelled(hashes))

    def take(self, contents: Sequence[Content]) -> int:
        """Keeps what fits its hash."""
        return self._ask(lambda home: home.contents.take(contents))

    def _ask(self, job: Callable[[Home], T]) -> T:
        return self._thread.submit(job).result()
