"""Offering my journal to the branch so that no entry ever stops those behind it.

Owns what is done about an entry whose body the branch cannot hold: it goes without its body, which is
then elsewhere, and never without its envelope. Raises `BranchUnreachable` as it comes.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import BranchRefused, PushAnswer, SignedBatch

BYTES_AT_ONCE = 4_000_000
"""What a slow line carries within the deadline of one call."""


class Takes(Protocol):
    """Where batches go."""

    def push(self, batch: SignedBatch) -> PushAnswer:
        """Takes a batch whole, or says why not. Safe to repeat."""
        ...


Sign = Callable[[Sequence[Entry]], SignedBatch]


class Offering:
    """Offers batches of my journal. `withheld` are the hashes of entries that went bare."""

    def __init__(self, branch: Takes, sign: Sign) -> None:
        self._branch, self._sign = branch, sign
        self.withheld: list[str] = []

    def offer(self, entries: Sequence[Entry]) -> PushAnswer:
        """The answer to as many whole commits from the first as go together."""
        answer = self._pushed(_within_bytes(entries))
        if answer is not None:
            return answer
        return self._commit_by_commit(entries)

    def _commit_by_commit(self, entries: Sequence[Entry]) -> PushAnswer:
        answer: PushAnswer | None = None
        for commit in _commits(entries):
            answer = self._pushed(commit) or self._bare(commit)
            if answer.outcome != "ok":
                break
        assert answer is not None
        return answer

    def _bare(self, commit: Sequence[Entry]) -> PushAnswer:
        """Takes bodies away, the longest first, until the commit is taken.

        Raises `BranchRefused` when not even the envelopes can be stored: then nothing can be done here.
        """
        longest = sorted(commit, key=lambda one: len(one.body or ""), reverse=True)
        bare: set[str] = set()
        for one in longest:
            bare.add(one.hash)
            answer = self._pushed([_bodiless(e) if e.hash in bare else e for e in commit])
            if answer is not None:
                self.withheld += sorted(bare)
                return answer
        raise BranchRefused("unstorable")

    def _pushed(self, entries: Sequence[Entry]) -> PushAnswer | None:
        """The branch's answer; None when something of it cannot be stored there."""
        try:
            answer = self._branch.push(self._sign(entries))
        except BranchRefused as refusal:
            if refusal.code != "unstorable":
                raise
            return None
        return None if answer.outcome == "too_big" else answer


def _bodiless(entry: Entry) -> Entry:
    return entry._replace(body=None, salt=None, body_state="elsewhere") if entry.body else entry


def _commits(entries: Sequence[Entry]) -> list[list[Entry]]:
    commits: list[list[Entry]] = [[]]
    for entry in entries:
        commits[-1].append(entry)
        if entry.seq == entry.commit_seq:
            commits.append([])
    return [one for one in commits if one]


def _within_bytes(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Whole commits from the first, one at least, up to so many bytes."""
    size, end = 0, 0
    for at, entry in enumerate(entries):
        size += len((entry.body or "").encode())
        if size > BYTES_AT_ONCE and end:
            break
        if entry.seq == entry.commit_seq:
            end = at + 1
    return entries[:end]
