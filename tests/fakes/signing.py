"""Signatures that a test can make without keys, and an exchange by them."""

from collections.abc import Sequence
from hashlib import sha256
from math import inf

from counter_app.db.ahead import AheadStore
from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import Branch, SignedBatch
from counter_app.services.ports import Journal
from counter_app.sync.exchange import Exchange, Exchanged
from counter_app.sync.tail import BATCH, NothingAhead, TailOf

PUBLIC_KEY = "00"
"""What the journals of the tests state as theirs."""


class PlainSigner:
    """Signs as everybody can: for journals whose public key is `PUBLIC_KEY`."""

    def sign(self, seq: int, entry_hash: str) -> str:
        """Twice the hash of what is signed: as long as a real signature."""
        return sha256(f"{PUBLIC_KEY}:{seq}:{entry_hash}".encode()).hexdigest() * 2

    def sign_snapshot(self, name: str) -> str:
        """Likewise, of a snapshot's bytes."""
        return sha256(f"{PUBLIC_KEY}:snapshot:{name}".encode()).hexdigest() * 2


def is_plainly_signed(public_key: str, seq: int, entry_hash: str, signature: str) -> bool:
    """Whether `PlainSigner` signed it."""
    return public_key == PUBLIC_KEY and signature == PlainSigner().sign(seq, entry_hash)


def signed(entries: Sequence[Entry]) -> SignedBatch:
    """Entries as their writer pushes them."""
    return SignedBatch(tuple(entries), PlainSigner().sign(entries[-1].seq, entries[-1].hash))


def is_plainly_signed_snapshot(public_key: str, name: str, signature: str) -> bool:
    """Whether `PlainSigner` signed the snapshot of this name."""
    return public_key == PUBLIC_KEY and signature == PlainSigner().sign_snapshot(name)


def exchange(journal: Journal, branch: Branch, batch: int = BATCH) -> Exchanged:
    """One whole exchange, with whatever is held ahead of its chain."""
    tail = TailOf(journal, inf, batch) if isinstance(journal, AheadStore) else NothingAhead(batch)
    return Exchange(journal, branch, PlainSigner(), is_plainly_signed, tail).run()
