"""One exchange with the branch: push what it lacks of my journal, pull what others wrote.

Owns the order of the two and the cursors. The only record of what the branch holds is the branch's
own head: nothing here is marked as sent. Raises `BranchUnreachable` as it comes; repeating an exchange
is always safe.
"""

from dataclasses import dataclass

from counter_app.services.ports import Branch, Journal, Rejected

BATCH = 500


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What one exchange did. `forked` says that the branch holds another end of my journal."""

    pushed: int
    pulled: int
    forked: bool
    rejected: tuple[Rejected, ...]
    subjects: tuple[str, ...]


def exchange(journal: Journal, branch: Branch, batch: int = BATCH) -> Exchanged:
    """Pushes, then pulls, until neither has anything more."""
    pushed, forked = push(journal, branch, batch)
    pulled, rejected, subjects = pull(journal, branch, batch)
    return Exchanged(pushed, pulled, forked, rejected, subjects)


def push(journal: Journal, branch: Branch, batch: int) -> tuple[int, bool]:
    """Offers my journal beyond the branch's head; how many it took, and whether it forked."""
    head = branch.head(journal.journal_id)
    pushed = 0
    while entries := journal.entries_after(journal.journal_id, head.seq, batch):
        answer = branch.push(entries)
        if answer.outcome == "gap" and answer.head.seq < head.seq:
            head = answer.head
            continue
        if answer.outcome != "ok":
            return pushed, answer.outcome == "fork"
        pushed += answer.head.seq - head.seq
        head = answer.head
    return pushed, False


def pull(
    journal: Journal, branch: Branch, batch: int
) -> tuple[int, tuple[Rejected, ...], tuple[str, ...]]:
    """Takes what others wrote, by vector cursor."""
    taken = 0
    rejected: list[Rejected] = []
    subjects: dict[str, None] = {}
    own = {journal.journal_id: branch.head(journal.journal_id)}
    while entries := branch.pull({**journal.heads(), **own}, batch):
        accepted = journal.accept(entries)
        taken += accepted.taken
        rejected.extend(accepted.rejected)
        subjects.update(dict.fromkeys(accepted.subjects))
        if not accepted.taken:
            break
    return taken, tuple(rejected), tuple(subjects)
