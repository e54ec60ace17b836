"""A subject's entries in the one order in which every replica folds them.

Pure. A fold is given only the causally closed set: an entry whose `saw` is not yet here waits, visibly.
The order is (`turn`, `occurred_at`, `journal_id`, `seq`), where the turn is computed from what was
seen, so that an entry that states a wrong turn cannot come before its cause.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counter_app.journal.entry import Entry


@dataclass(frozen=True, slots=True)
class History:
    """A subject's closed set in order, its heads, and what waits for a cause.

    `turns` gives the computed turn by hash. `heads` are the hashes nobody in the set saw, sorted.
    """

    ordered: tuple[Entry, ...]
    turns: Mapping[str, int]
    heads: tuple[str, ...]
    waiting: tuple[Entry, ...]


def arrange(entries: Iterable[Entry]) -> History:
    """Orders a subject's entries; the order they arrive in does not matter."""
    turns: dict[str, int] = {}
    closed: list[Entry] = []
    pending = {entry.hash: entry for entry in entries}
    progress = True
    while pending and progress:
        progress = False
        for digest, entry in list(pending.items()):
            seen = entry.seen
            if all(head in turns for head in seen):
                turns[digest] = 1 + max((turns[head] for head in seen), default=0)
                closed.append(pending.pop(digest))
                progress = True
    closed.sort(key=lambda entry: order_key(entry, turns))
    return History(tuple(closed), turns, heads_of(closed), _by_place(pending.values()))


def order_key(entry: Entry, turns: Mapping[str, int]) -> tuple[int, str, str, int]:
    """Where an entry stands among its subject's: effects after causes, then time, journal, number."""
    return (turns[entry.hash], entry.occurred_at, entry.journal_id, entry.seq)


def heads_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The hashes that no other entry of the set saw, sorted."""
    hashes = {entry.hash for entry in entries}
    for entry in entries:
        hashes.difference_update(entry.seen)
    return tuple(sorted(hashes))


def ancestors(entries: Sequence[Entry]) -> dict[str, frozenset[str]]:
    """For each entry of an ordered closed set, the hashes its writer had seen, directly or not."""
    seen_by: dict[str, frozenset[str]] = {}
    for entry in entries:
        direct = entry.seen
        seen_by[entry.hash] = frozenset(direct).union(*(seen_by[head] for head in direct))
    return seen_by


def _by_place(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.journal_id, entry.seq)))
