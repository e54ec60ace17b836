"""Journals that this home wrote before its present one, and that the branch may lack the end of.

A PC whose store was salvaged goes on in a new journal. What it had written and not yet brought is in
the former one, which nobody else holds and only this home can sign: it is brought like one's own.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import Branch, PushAnswer, SignedBatch
from counter_app.services.ports import HeldEntries
from counter_app.sync.exchange import HeadSigner
from counter_app.sync.offering import Offering

AT_ONCE = 500


class FormerJournals:
    """Brings the ends of former journals. `signers` are the key pairs that this home kept, by journal.

    Where the branch holds another end of one, nothing is brought: the exchange names it.
    """

    def __init__(
        self, home: HeldEntries, branch: Branch, signers: Mapping[str, HeadSigner]
    ) -> None:
        self._home, self._branch, self._signers = home, branch, signers

    def bring(self) -> int:
        """Brings what the branch lacks of them; how many entries. Safe to repeat."""
        if not self._signers:
            return 0
        held, here = self._branch.heads(), self._home.heads()
        brought = 0
        for journal_id in self._signers.keys() & here.keys():
            at = held[journal_id].head if journal_id in held else ChainHead()
            if here[journal_id].seq > at.seq:
                brought += self._bring(journal_id, at)
        return brought

    def _bring(self, journal_id: str, head: ChainHead) -> int:
        opened = self._home.opened(journal_id)
        if opened is None:
            return 0
        shelf = _FormerShelf(self._branch, int(opened.terminal))
        offering = Offering(shelf, partial(_signed, self._signers[journal_id]))
        brought = 0
        while entries := self._home.entries_after(journal_id, head.seq, AT_ONCE):
            answer = offering.offer(entries)
            if answer.outcome != "ok":
                break
            brought += answer.head.seq - head.seq
            head = answer.head
        return brought


def _signed(signer: HeadSigner, entries: Sequence[Entry]) -> SignedBatch:
    last = entries[-1]
    return SignedBatch(tuple(entries), signer.sign(last.seq, last.hash))


class _FormerShelf:
    """The branch as it takes a journal that is not the caller's present one."""

    def __init__(self, branch: Branch, terminal: int) -> None:
        self._branch, self._terminal = branch, terminal

    def push(self, batch: SignedBatch) -> PushAnswer:
        """Offers a batch under the number of the terminal that began the journal."""
        return self._branch.give_back(self._terminal, batch)
