"""Customers of a new PC come before all other history: so searching misses nobody after seconds.

Owns whose entry is believed ahead of its chain: one that stands before a signature of its writer, each
envelope between them as the successor of the one before. The branch cannot make one up; it could leave
one out, which then comes with its journal.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from time import monotonic
from typing import Protocol

from counter_app.journal.chain import ChainHead, verify_body, verify_entry
from counter_app.journal.entry import Entry, entry_hash
from counter_app.journal.facts.ground import JournalOpened
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable, SignedBatch
from counter_app.services.snapshot_ports import CustomerShelf

MOST, LEAST = 200, 1
"""So many customers cross at a time; fewer on a line that did not carry as many."""

_log = logging.getLogger(__name__)
IsSigned = Callable[[str, int, str, str], bool]


class CustomersHome(Protocol):
    """This home, as far as customers may be here before their chains."""

    def ahead_heads(self) -> Mapping[str, ChainHead]:
        """How far each journal is known ahead of its chain."""
        ...

    def opened(self, journal_id: str) -> JournalOpened | None:
        """How a journal begins, where that is here."""
        ...

    def customers_after(self) -> str | None:
        """The last customer that came ahead; None where none is still to come so."""
        ...

    def hold_customers(self, entries: Sequence[Entry], upto: str | None) -> tuple[str, ...]:
        """Keeps whole customers ahead of their chains; None for the last of them."""
        ...


class Pins(Protocol):
    """Takes the key of a journal from the branch."""

    def pin(self, journal_id: str) -> None:
        """Takes how a journal begins, where that is not here yet."""
        ...


class CustomersFirst:
    """Brings a new home its customers. On the branch worker's thread."""

    def __init__(
        self, home: CustomersHome, shelf: CustomerShelf, pins: Pins, is_signed: IsSigned
    ) -> None:
        self._home, self._shelf, self._pins, self._is_signed = home, shelf, pins, is_signed
        self._at_once = MOST
        self._keys: dict[str, str] = {}

    def bring(self, until: float) -> tuple[str, ...]:
        """Takes customers until a moment of the monotonic clock; the subjects that changed."""
        changed: dict[str, None] = {}
        while monotonic() < until and (after := self._home.customers_after()) is not None:
            changed.update(dict.fromkeys(self._page(after)))
        return tuple(changed)

    def _page(self, after: str) -> tuple[str, ...]:
        heads = self._home.ahead_heads()
        try:
            page = self._shelf.customers(after, self._at_once, heads)
        except BranchUnreachable:
            self._at_once = max(LEAST, self._at_once // 4)
            raise
        except BranchRefused as refusal:
            if refusal.code != "other_version":
                raise
            return self._home.hold_customers((), None)  # an older branch: they come with history
        doubted = {
            one.subject
            for batch in page.batches
            if not self._is_sound(batch)
            for one in batch.entries
        }
        wanted = [one for b in page.batches for one in b.entries if one.hash in page.wanted]
        subjects = {one.subject for one in wanted}
        upto = max(subjects) if len(subjects) >= self._at_once else None
        return self._home.hold_customers([o for o in wanted if o.subject not in doubted], upto)

    def _is_sound(self, batch: SignedBatch) -> bool:
        last = batch.last
        key = self._key_of(last.journal_id)
        signs = key and self._is_signed(key, last.seq, last.hash, batch.signature)
        sound = bool(signs) and _hangs_together(batch.entries)
        if not sound:
            _log.info("customers ahead of a journal are not believed")
        return sound

    def _key_of(self, journal_id: str) -> str:
        """The key that is pinned for a journal; empty where how it begins is not to be had."""
        if journal_id not in self._keys:
            self._pins.pin(journal_id)
            opened = self._home.opened(journal_id)
            self._keys[journal_id] = opened.public_key if opened is not None else ""
        return self._keys[journal_id]


def _hangs_together(entries: Sequence[Entry]) -> bool:
    """Whether each is itself, and the successor of the one before."""
    first = entries[0]
    if entry_hash(first) != first.hash or verify_body(first) is not None:
        return False
    return all(
        verify_entry(one, ChainHead(before.seq, before.hash)) is None
        for before, one in pairwise(entries)
    )
