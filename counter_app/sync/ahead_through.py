"""What is held ahead of its chain, as the branch worker sees it: asked on the store's own thread.

Owns the crossing only; the rest of it stands in `through_store.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.services.ports import Accepted, SignedHead
from counter_app.services.snapshot_ports import AheadHome, Arriving, Chosen, Snapshot

T = TypeVar("T")


class StoreThread(Protocol):
    """The thread that owns the store."""

    def submit(self, job: Callable[[Any], T], *, urgent: bool = True) -> "Future[T]":
        """Runs a job whole."""
        ...

    def accept(
        self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()
    ) -> "Future[Accepted]":
        """Takes others' entries, a few whole commits at a time."""
        ...


class AheadThroughStore:
    """See `snapshot_ports.AheadHome`. Raises `CancelledError` once the store's thread has ended."""

    def __init__(self, thread: StoreThread) -> None:
        self._thread = thread

    def arriving(self) -> Arriving:
        """How much of the journals is here."""
        return self._ahead(lambda home: home.arriving())

    def ahead_heads(self) -> Mapping[str, ChainHead]:
        """How far each journal is known ahead of its chain."""
        return self._ahead(lambda home: home.ahead_heads())

    def hold_snapshot(self, snapshot: Snapshot) -> bool:
        """Keeps a snapshot's entries ahead of their chains: whole, so only while nobody works here."""
        return self._ahead(lambda home: home.hold_snapshot(snapshot))

    def choose_snapshot(self, since: str) -> Chosen:
        """What a new PC needs."""
        return self._later(lambda home: home.choose_snapshot(since))

    def customers_after(self) -> str | None:
        """The last customer that came ahead."""
        return self._ahead(lambda home: home.customers_after())

    def hold_customers(self, entries: Sequence[Entry], upto: str | None) -> tuple[str, ...]:
        """Keeps whole customers ahead of their chains."""
        return self._ahead(lambda home: home.hold_customers(entries, upto))

    def entries_within(
        self, subjects: Sequence[str], heads: Mapping[str, ChainHead]
    ) -> list[Entry]:
        """All entries of these subjects within a vector of heads."""
        return self._later(lambda home: home.entries_within(subjects, heads))

    def _ahead(self, job: Callable[[AheadHome], T]) -> T:
        return self._thread.submit(job).result()

    def _later(self, job: Callable[[AheadHome], T]) -> T:
        """What nobody waits for."""
        return self._thread.submit(job, urgent=False).result()
