"""Going on in a new journal: who may, and what is said of it in the branch.

Owns the right and the facts about it: which journal this terminal's work goes on in, and that its key
is this terminal's. The new journal itself is made where the store's files are.
"""

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.facts.upkeep import JournalFollowed, TerminalKeyCountersigned
from counter_app.journal.folds.upkeep import TerminalView
from counter_app.services.accounts import may_with
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import NewFact
from counter_app.services.vouching import opened_as, terminal_view


def may_go_on(counter: Counter, acting: Acting) -> Refusal | None:
    """Why this person may not let the PC go on in a new journal."""
    granted = may_with(counter, acting, Right.MANAGE_TERMINALS)
    return granted if isinstance(granted, Refusal) else None


def say_gone_on(counter: Counter, acting: Acting, journal_id: str) -> TerminalView | Refusal:
    """Says which journal the work goes on in after a fork, and vouches for its key.

    Refuses as `may_go_on`, and `follows_nothing` for a journal that goes on from none.
    """
    granted = may_with(counter, acting, Right.MANAGE_TERMINALS)
    if isinstance(granted, Refusal):
        return granted
    opened = opened_as(counter, journal_id)
    followed = _followed(journal_id, opened, granted[1]) if opened else None
    if opened is None or followed is None:
        return Refusal("follows_nothing")
    signed = TerminalKeyCountersigned(
        journal=journal_id, public_key=opened.public_key, right_entry=granted[1]
    )
    subject = f"terminal/{opened.terminal}"
    news = [NewFact(subject, followed), NewFact(subject, signed)]
    written = write(counter, acting.actor, news, [terminal_view(counter, opened.terminal)])
    return written if isinstance(written, Refusal) else terminal_view(counter, opened.terminal)


def _followed(journal_id: str, opened: JournalOpened, right_entry: str) -> JournalFollowed | None:
    if opened.follows_journal is None or opened.follows_seq is None or opened.follows_hash is None:
        return None
    return JournalFollowed(
        journal=journal_id,
        letter=opened.letter,
        follows_journal=opened.follows_journal,
        follows_seq=opened.follows_seq,
        follows_hash=opened.follows_hash,
        cause="forked",
        right_entry=right_entry,
    )
