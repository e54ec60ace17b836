"""The losing end of my journal: what this PC wrote that the branch has another end for.

Owns finding where both ends part, and bringing this one to quarantine. The branch's end stands; nothing
here is taken away: going on in another journal is done when the store is opened next.
"""

from collections.abc import Iterator
from typing import NamedTuple

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import Branch, QuarantinedPart
from counter_app.services.ports import Journal
from counter_app.sync.body_exchange import entry_text

BEYOND = ChainHead(2**62)
AT_ONCE = 100


class LosingEnd(NamedTuple):
    """Both ends agree up to `agreed`. No entries when this PC only has less than the branch."""

    agreed: ChainHead
    entries: tuple[Entry, ...]


def losing_end(journal: Journal, branch: Branch) -> LosingEnd:
    """Where the ends part, by halving: each question is one entry."""
    mine = journal.journal_id
    head = journal.heads()[mine]
    others = dict.fromkeys(branch.heads(), BEYOND)
    agreed, parted = ChainHead(), min(head.seq, branch.head(mine).seq) + 1
    while parted - agreed.seq > 1:
        middle = (agreed.seq + parted) // 2
        here = journal.entries_after(mine, middle - 1, 1)[0]
        there = branch.pull({**others, mine: ChainHead(middle - 1)}, 1)
        if there and there[0].entries[0].hash == here.hash:
            agreed = ChainHead(middle, here.hash)
        else:
            parted = middle
    return LosingEnd(agreed, tuple(_beyond(journal, agreed.seq)))


def quarantine(journal_id: str, end: LosingEnd, branch: Branch) -> None:
    """Brings the losing end to the branch's quarantine, byte for byte. Safe to repeat."""
    parts = [QuarantinedPart(one.hash, one.subject, entry_text(one)) for one in end.entries]
    for at in range(0, len(parts), AT_ONCE):
        branch.quarantine(journal_id, "fork", parts[at : at + AT_ONCE])


def _beyond(journal: Journal, seq: int) -> Iterator[Entry]:
    while entries := journal.entries_after(journal.journal_id, seq, AT_ONCE):
        yield from entries
        seq = entries[-1].seq
