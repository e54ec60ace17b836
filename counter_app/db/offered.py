"""What others offer, before anything is written: whole commits, and what of an entry is held already.

Pure. Whether a new entry follows the head is the chain's to say.
"""

from collections.abc import Iterator, Sequence

from counter_app.journal.chain import verify_body
from counter_app.journal.entry import Entry
from counter_app.services.ports import Rejected, RejectReason

ENVELOPE_COLUMNS = Entry._fields.index("body")


def why_not_again(held: Entry | None, offered: Entry) -> RejectReason | None:
    """What is wrong with an entry that is held already; None when it is the same, body or not."""
    if held is None or held.hash != offered.hash:
        return "fork"
    if held[:ENVELOPE_COLUMNS] != offered[:ENVELOPE_COLUMNS]:
        return "hash"
    return verify_body(offered)


def comes_back(held: Entry, offered: Entry) -> bool:
    """Whether a body that was elsewhere is here again. An erased one is never taken back."""
    return held.body_state == "elsewhere" and offered.body_state == "here"


def whole_commits(entries: Sequence[Entry], rejected: list[Rejected]) -> Iterator[list[Entry]]:
    """The commits in the order they came; one that is not complete is rejected as torn."""
    commit: list[Entry] = []
    for entry in entries:
        first = commit[0] if commit else entry
        if entry.journal_id != first.journal_id or entry.commit_seq != first.commit_seq:
            rejected.append(Rejected(commit[0], "torn"))
            commit = []
        commit.append(entry)
        if entry.seq == entry.commit_seq:
            yield commit
            commit = []
    if commit:
        rejected.append(Rejected(commit[0], "torn"))
