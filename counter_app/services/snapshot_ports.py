"""Signed snapshots of entries, from which a new PC works at once: the values that cross, and the shelf.

A snapshot holds whole subjects with all their entries as they were at a vector of heads. Owns no
behaviour; how its bytes are made stands in `sync`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import SignedBatch


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Whole subjects at a moment of one PC.

    `maker` is the journal whose key signed it, `day` the business date it was made on. `heads` says
    how far each journal was held: no entry of it lies beyond, and the entry at a head is known by hash.
    """

    branch: str
    maker: str
    day: str
    heads: Mapping[str, ChainHead]
    entries: tuple[Entry, ...]

    @property
    def upto(self) -> int:
        """How many entries its maker held."""
        return sum(one.seq for one in self.heads.values())


@dataclass(frozen=True, slots=True)
class SnapshotOnShelf:
    """A snapshot as the branch lists it.

    `name` is the SHA-256 of its bytes, `signature` its maker's under that, `upto` how many entries its
    maker held then, `age_s` how long ago it came, by the branch's clock.
    """

    name: str
    parts: int
    maker: str
    signature: str
    day: str
    upto: int
    age_s: int


@dataclass(frozen=True, slots=True)
class Arriving:
    """How much of the journals is here, in entries: `done` of `of`.

    `lied` names the maker of a snapshot that a journal has belied, and the entry that did, where one
    ever was: `01979f3e… 01979f3f…:17`. `customers` is how many are here while more are on their way,
    who come before all other history; None once they have come.
    """

    done: int = 0
    of: int = 0
    lied: str = ""
    customers: int | None = None

    @property
    def without_customers(self) -> bool:
        """Whether a search may miss a customer."""
        return self.customers is not None

    @property
    def is_whole(self) -> bool:
        """Whether no entry is here before its chain."""
        return self.done >= self.of


ALL_HERE = Arriving()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a snapshot of this PC would hold: the subjects, and the heads at that moment."""

    subjects: Sequence[str]
    heads: Mapping[str, ChainHead]


@dataclass(frozen=True, slots=True)
class CustomersPage:
    """Whole customers, in order, as their writers' journals have them.

    Each batch goes from an entry of theirs to one that is signed; `wanted` are the hashes of theirs,
    whatever else stands between comes without its body.
    """

    batches: Sequence[SignedBatch]
    wanted: frozenset[str]


class CustomerShelf(Protocol):
    """Customers at the branch, ahead of the journals. Raises as `branch_ports.Branch` does."""

    def customers(self, after: str, limit: int, heads: Mapping[str, ChainHead]) -> CustomersPage:
        """The customers after one, each with all its entries within a vector of heads."""
        ...


class SnapshotShelf(CustomerShelf, Protocol):
    """Snapshots at the branch, which judges their size only. Raises as `branch_ports.Branch` does."""

    def put(self, shown: SnapshotOnShelf, parts: Sequence[bytes], snapshot: Snapshot) -> bool:
        """Brings a snapshot of one's own journal; older ones go.

        False when it is too big, or was made before an erasure that the branch obeyed since.
        """
        ...

    def newest(self) -> Sequence[SnapshotOnShelf]:
        """The whole ones of PCs that are still admitted, the newest first; at most two."""
        ...

    def part(self, name: str, number: int) -> bytes | None:
        """One part of a snapshot, from 1; None when it has gone."""
        ...


class AheadHome(Protocol):
    """A home as far as entries may be here before their chains."""

    def arriving(self) -> Arriving:
        """How much of the journals is here."""
        ...

    def ahead_heads(self) -> Mapping[str, ChainHead]:
        """How far each journal is known ahead of its chain; none once all of them are here."""
        ...

    def hold_snapshot(self, snapshot: Snapshot) -> bool:
        """Keeps the entries of a snapshot ahead of their chains; False when what is here belies it."""
        ...

    def choose_snapshot(self, since: str) -> Chosen:
        """What a new PC needs: the ground, what is open, and all from this business date on."""
        ...

    def customers_after(self) -> str | None:
        """The last customer that came ahead, in order; None where none is still to come so."""
        ...

    def hold_customers(self, entries: Sequence[Entry], upto: str | None) -> tuple[str, ...]:
        """Keeps whole customers ahead of their chains, up to one; None says that these are the last.

        The subjects that changed.
        """
        ...

    def entries_within(
        self, subjects: Sequence[str], heads: Mapping[str, ChainHead]
    ) -> list[Entry]:
        """All entries of these subjects that lie within a vector of heads."""
        ...
