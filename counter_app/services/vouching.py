"""Keys of terminals: which is pinned, and for which an administrator has vouched.

A PC pins the key that a journal's first entry states and takes nothing that another key signed. That
the key is this terminal's at all, a person says who has compared it at the terminal itself.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.facts.upkeep import TerminalKeyCountersigned
from counter_app.journal.folds.ground import JournalView
from counter_app.journal.folds.upkeep import TerminalView
from counter_app.services.accounts import may_with
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import NewFact

MARK_SIGNS = 16
"""Signs of a key that a person compares: 64 bits, more than anybody can make a key for."""

KeyStanding = Literal["pinned", "vouched", "another"]
"""`another`: an administrator vouched for another key than the one this journal states."""


@dataclass(frozen=True, slots=True)
class JournalKey:
    """The key of a journal held here: of which terminal, how it stands, and who vouched for it."""

    terminal: str
    public_key: str
    standing: KeyStanding
    by: str = ""

    @property
    def mark(self) -> str:
        """The signs that are compared, in groups of four."""
        signs = self.public_key[:MARK_SIGNS].upper()
        return "-".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def journal_keys(counter: Counter) -> Mapping[str, JournalKey]:
    """The key of every journal that is held here with its beginning."""
    found = {}
    for journal_id in counter.store.heads():
        opened = opened_as(counter, journal_id)
        if opened is not None:
            found[journal_id] = _key(counter, journal_id, opened)
    return found


def vouch(
    counter: Counter, acting: Acting, journals: Collection[str]
) -> Mapping[str, JournalKey] | Refusal:
    """An administrator says that these journals' keys are their terminals'; what is said stays so.

    Refuses `not_allowed`, `key_vouched` when nobody needs to say it any more, and `another_key`.
    """
    granted = may_with(counter, acting, Right.MANAGE_TERMINALS)
    if isinstance(granted, Refusal):
        return granted
    keys = journal_keys(counter)
    asked = {one: keys[one] for one in journals if one in keys}
    if any(one.standing == "another" for one in asked.values()):
        return Refusal("another_key")
    news = [
        NewFact(
            f"terminal/{one.terminal}",
            TerminalKeyCountersigned(
                journal=journal, public_key=one.public_key, right_entry=granted[1]
            ),
        )
        for journal, one in asked.items()
        if one.standing == "pinned"
    ]
    if not news:
        return Refusal("key_vouched")
    views = [terminal_view(counter, one) for one in {key.terminal for key in asked.values()}]
    written = write(counter, acting.actor, news, views)
    return written if isinstance(written, Refusal) else journal_keys(counter)


def terminal_view(counter: Counter, terminal: str) -> TerminalView:
    """What is known of a terminal, by its two digits."""
    view = counter.store.view(f"terminal/{terminal}")
    assert isinstance(view, TerminalView)
    return view


def opened_as(counter: Counter, journal_id: str) -> JournalOpened | None:
    """The first entry of a journal, where it is held here."""
    view = counter.store.view(f"journal/{journal_id}")
    return view.opened if isinstance(view, JournalView) else None


def _key(counter: Counter, journal_id: str, opened: JournalOpened) -> JournalKey:
    signed = [
        one for one in terminal_view(counter, opened.terminal).keys if one.journal == journal_id
    ]
    if not signed:
        return JournalKey(opened.terminal, opened.public_key, "pinned")
    same = all(one.public_key == opened.public_key for one in signed)
    standing: KeyStanding = "vouched" if same else "another"
    return JournalKey(opened.terminal, opened.public_key, standing, signed[0].by)
