"""Verification of a journal's chain, over envelopes and digests alone.

Pure. A chain verifies with bodies absent: an erased or withheld body never breaks it. A body that is
here must match its digest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from counter_app.journal.entry import Entry, body_digest, entry_hash

ChainBreak = Literal["gap", "prev", "hash", "digest", "state", "commit"]


@dataclass(frozen=True, slots=True)
class ChainFault:
    """Where a chain breaks: the journal, the sequence number, and what does not agree there."""

    journal_id: str
    seq: int
    what: ChainBreak


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last verified entry of a journal; seq 0 and no hash before the first."""

    seq: int = 0
    hash: str | None = None


def verify_entry(entry: Entry, after: ChainHead) -> ChainBreak | None:
    """What is wrong with `entry` as the successor of `after`, or None."""
    if entry.seq != after.seq + 1:
        return "gap"
    if entry.prev != after.hash:
        return "prev"
    if entry_hash(entry) != entry.hash:
        return "hash"
    return verify_body(entry)


def verify_body(entry: Entry) -> ChainBreak | None:
    """What is wrong with the entry's body columns, or None."""
    if entry.body_state == "here":
        if entry.body is None or entry.salt is None:
            return "state"
        return None if _digest_agrees(entry.salt, entry.body, entry.digest) else "digest"
    return "state" if entry.body is not None or entry.salt is not None else None


def _digest_agrees(salt: str, body: str, digest: str) -> bool:
    try:
        return body_digest(salt, body) == digest
    except ValueError:  # the salt is not hex: no writer of ours made it
        return False


def verify_chain(
    entries: Iterable[Entry], after: ChainHead | None = None
) -> Iterator[ChainFault | ChainHead]:
    """Walks one journal in order of seq and yields its faults, then the head it reached.

    After a fault the walk goes on from what the faulty entry claims, so that one flipped byte is told
    once and not for the whole rest of the journal.
    """
    head = after or ChainHead()
    closes = 0
    last: Entry | None = None
    for entry in entries:
        fault = verify_entry(entry, head) or _commit_fault(entry, closes)
        if fault is not None:
            yield ChainFault(entry.journal_id, entry.seq, fault)
        closes = entry.commit_seq
        head = ChainHead(entry.seq, entry.hash)
        last = entry
    if last is not None and last.seq < closes:
        yield ChainFault(last.journal_id, last.seq, "commit")
    yield head


def _commit_fault(entry: Entry, closes: int) -> ChainBreak | None:
    """A commit's entries all name the same last entry, and the next commit begins behind it."""
    inside = entry.seq <= closes
    if entry.commit_seq < entry.seq or (inside and entry.commit_seq != closes):
        return "commit"
    return None
