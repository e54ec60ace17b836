"""Snapshots between this home and its branch: taken by a new PC, made by one that has everything.

Owns whose snapshot is believed, and when another one is due. A new PC believes the maker's key, which
it takes from the branch as it takes every key; each entry's chain is looked at when it comes. A
snapshot that is not believed is left, and the journals come as they would without.
"""

import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import in_public
from counter_app.services.branch_ports import Branch, BranchHead
from counter_app.services.ports import HeldEntries
from counter_app.services.snapshot_ports import (
    AheadHome,
    Snapshot,
    SnapshotOnShelf,
    SnapshotShelf,
)
from counter_app.sync.snapshot_bytes import in_parts, name_of, read_snapshot, snapshot_bytes

WORTH = 2_000
"""So many entries come in a second or two without a snapshot."""
NEW = 1_000
"""Who holds more of others' journals than this is not new, and goes on as it does."""
OLD_S = 4 * 3600
GROWN = 6_000
"""Older than this, or with so many entries since, another one is due."""
LOOK_S = (200.0, 400.0)
SUBJECTS_AT_ONCE = 50
"""Read at a time on the store's thread: a teller's key waits no longer for it."""

_log = logging.getLogger(__name__)
IsSnapshotSigned = Callable[[str, str, str], bool]
"""Whether the holder of a public key signed the snapshot of this name."""


class SnapshotSigner(Protocol):
    """Signs for one's own journal."""

    def sign_snapshot(self, name: str) -> str:
        """The signature under the hash of a snapshot's bytes."""
        ...


class SnapshotHome(AheadHome, HeldEntries, Protocol):
    """This home, as snapshots see it."""


class Pins(Protocol):
    """Takes the key of a journal from the branch."""

    def pin(self, journal_id: str) -> None:
        """Takes how a journal begins, where that is not here yet."""
        ...


@dataclass(frozen=True, slots=True)
class SnapshotMeans:
    """What snapshots are made and judged with; `today` is the business date now.

    `worth` is how many entries must be lacking before a snapshot is worth its while.
    """

    shelf: SnapshotShelf
    signer: SnapshotSigner
    is_signed: IsSnapshotSigned
    today: Callable[[], str]
    worth: int = WORTH


class Snapshots:
    """Takes and makes snapshots of one home. On the branch worker's thread."""

    def __init__(
        self, home: SnapshotHome, branch: Branch, branch_id: str, means: SnapshotMeans
    ) -> None:
        self._home, self._branch, self._branch_id, self._means = home, branch, branch_id, means
        self._look_at = monotonic() + random.uniform(0, LOOK_S[0])

    def take(self, pins: Pins) -> bool:
        """Works from the newest snapshot that is believed, where this home is new; whether it does."""
        there = self._branch.heads()
        if not self._is_new(there):
            return False
        newest = self._means.shelf.newest()
        return any(self._hold(self._believed(one, pins), there) for one in newest)

    def offer(self) -> bool:
        """Makes another one where it is due and everything is here; whether the branch took it.

        Looked at every few minutes only, at another moment on each PC.
        """
        if monotonic() < self._look_at:
            return False
        self._look_at = monotonic() + random.uniform(*LOOK_S)
        return self.make_due()

    def make_due(self) -> bool:
        """The same, without waiting for the moment."""
        there = self._branch.heads()
        held = sum(one.head.seq for one in there.values())
        if held < self._means.worth or not self._has_all(there) or not self._is_due(held):
            return False
        return self._make()

    def _is_due(self, held: int) -> bool:
        newest = next(iter(self._means.shelf.newest()), None)
        if newest is None:
            return True
        aged = newest.age_s >= OLD_S or newest.day != self._means.today()
        return held > newest.upto and (aged or held - newest.upto >= GROWN)

    def _make(self) -> bool:
        chosen = self._home.choose_snapshot(self._means.today())
        entries = []
        for at in range(0, len(chosen.subjects), SUBJECTS_AT_ONCE):
            few = chosen.subjects[at : at + SUBJECTS_AT_ONCE]
            entries += self._home.entries_within(few, chosen.heads)
        maker, day = self._home.journal_id, self._means.today()
        public = tuple(map(in_public, entries))
        snapshot = Snapshot(self._branch_id, maker, day, chosen.heads, public)
        data = snapshot_bytes(snapshot)
        parts, name = in_parts(data), name_of(data)
        signature = self._means.signer.sign_snapshot(name)
        shown = SnapshotOnShelf(name, len(parts), maker, signature, day, snapshot.upto, age_s=0)
        return self._means.shelf.put(shown, parts, snapshot)

    def _hold(self, snapshot: Snapshot | None, there: Mapping[str, BranchHead]) -> bool:
        """Whether it is held. What the branch has no chain for would never be shown to be true."""
        if snapshot is None or not all(
            journal in there and _may_stand(head, there[journal].head)
            for journal, head in snapshot.heads.items()
        ):
            _log.info("a snapshot at the branch is not believed")
            return False
        return self._home.hold_snapshot(snapshot)

    def _believed(self, shown: SnapshotOnShelf, pins: Pins) -> Snapshot | None:
        """The snapshot, where it is its maker's, whole in itself and of this branch."""
        pins.pin(shown.maker)
        opened = self._home.opened(shown.maker)
        if opened is None or opened.branch != self._branch_id:
            return None
        if not self._means.is_signed(opened.public_key, shown.name, shown.signature):
            return None
        parts = [self._means.shelf.part(shown.name, one) for one in range(1, shown.parts + 1)]
        data = b"".join(one for one in parts if one is not None)
        if name_of(data) != shown.name:
            return None
        snapshot = read_snapshot(data)
        told = (shown.maker, self._branch_id)
        if snapshot is None or (snapshot.maker, snapshot.branch) != told:
            return None
        return snapshot

    def _is_new(self, there: Mapping[str, BranchHead]) -> bool:
        """Whether so much is lacking, so little is here, and no snapshot was ever belied here."""
        arriving, here = self._home.arriving(), dict(self._home.heads())
        here.pop(self._home.journal_id, None)
        held = sum(one.seq for one in here.values())
        lacking = sum(
            max(0, one.head.seq - here.get(journal, ChainHead()).seq)
            for journal, one in there.items()
            if journal != self._home.journal_id
        )
        return (
            arriving.is_whole and not arriving.lied and held <= NEW and lacking >= self._means.worth
        )

    def _has_all(self, there: Mapping[str, BranchHead]) -> bool:
        here = self._home.heads()
        known = self._home.journal_id in there and self._home.arriving().is_whole
        return known and all(
            journal in here and here[journal].seq >= one.head.seq for journal, one in there.items()
        )


def _may_stand(told: ChainHead, there: ChainHead) -> bool:
    """Whether the branch's chain may go through this entry."""
    return told.seq < there.seq or told == there
