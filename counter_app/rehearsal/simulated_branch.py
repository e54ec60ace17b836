"""A branch in memory: the shelf of journals with the promises of the real one.

It judges envelope, chain and size only, and can lose an acknowledgement after it has stored, refuse to
be reached, or go back to an older copy of itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counter_app.journal.chain import ChainHead, verify_entry
from counter_app.journal.entry import Entry
from counter_app.services.ports import BranchUnreachable, PushAnswer


@dataclass
class SimulatedBranch:
    """See `ports.Branch`.

    A drill turns `lose_acks` and `unreachable` on and off; `answers_left` cuts the line after so many
    answers.
    """

    journals: dict[str, list[Entry]] = field(default_factory=dict)
    unreachable: bool = False
    answers_left: int | None = None
    lose_acks: bool = False

    def push(self, entries: Sequence[Entry]) -> PushAnswer:
        """Takes a batch, or says why not; with `lose_acks` it takes it and does not answer."""
        self._answer_or_not()
        journal_id = entries[0].journal_id
        held = self.journals.setdefault(journal_id, [])
        fresh: list[Entry] = []
        for entry in entries:
            if entry.seq <= len(held):
                if held[entry.seq - 1].hash != entry.hash:
                    return PushAnswer("fork", self._head(journal_id))
                continue
            last = fresh[-1] if fresh else (held[-1] if held else None)
            head = ChainHead(last.seq, last.hash) if last else ChainHead()
            fault = verify_entry(entry, head)
            if fault is not None:
                outcome = {"gap": "gap", "prev": "fork"}.get(fault, "bad_hash")
                return PushAnswer(outcome, self._head(journal_id))  # type: ignore[arg-type]
            fresh.append(entry)
        if fresh and fresh[-1].seq != fresh[-1].commit_seq:
            return PushAnswer("bad_hash", self._head(journal_id))
        held.extend(fresh)
        if self.lose_acks:
            raise BranchUnreachable
        return PushAnswer("ok", self._head(journal_id))

    def head(self, journal_id: str) -> ChainHead:
        """The last entry held of a journal."""
        self._answer_or_not()
        return self._head(journal_id)

    def pull(self, cursor: Mapping[str, ChainHead], limit: int) -> list[Entry]:
        """Entries beyond the cursor, commits never cut."""
        self._answer_or_not()
        found: list[Entry] = []
        for journal_id, held in sorted(self.journals.items()):
            after = cursor.get(journal_id, ChainHead()).seq
            for entry in held[after:]:
                if len(found) >= limit and found[-1].seq == found[-1].commit_seq:
                    return found
                found.append(entry)
        return found

    def copy(self) -> dict[str, list[Entry]]:
        """A backup of the shelf."""
        return {journal_id: list(held) for journal_id, held in self.journals.items()}

    def _head(self, journal_id: str) -> ChainHead:
        held = self.journals.get(journal_id)
        return ChainHead(held[-1].seq, held[-1].hash) if held else ChainHead()

    def _answer_or_not(self) -> None:
        if self.unreachable or self.answers_left == 0:
            raise BranchUnreachable
        if self.answers_left is not None:
            self.answers_left -= 1
