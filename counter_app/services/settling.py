"""Settling a quarantine: each entry of a losing end is entered again or dropped, by name, by a person.

Owns who may, and that both stand in one commit: the fact once more, and that it was. The bytes of what
was quarantined stay, as content under the entry's own subject. An entry made again is said by whoever
makes it; the one it stands for says who did it first.
"""

import json

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.codec import read_entry
from counter_app.journal.entry import Entry, entry_hash
from counter_app.journal.facts import FACT_BY_KIND
from counter_app.journal.facts.upkeep import FactDroppedByName, FactEnteredAgain, LosingEntry
from counter_app.journal.folds.upkeep import QuarantineView
from counter_app.services.accounts import may_with
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import Content, NewFact

ENTRY_MEDIA = "application/vnd.counter.entry+json"


def enter_again(
    counter: Counter, acting: Acting, quarantine: str, digest: str
) -> QuarantineView | Refusal:
    """Enters what an entry says once more, under the same subject and label.

    Refuses `not_in_quarantine`, `settled_before`, `bytes_not_here`, `newer_program`.
    """
    open_one = _open(counter, acting, quarantine, digest)
    if isinstance(open_one, Refusal):
        return open_one
    view, losing, right_entry = open_one
    entry = quarantined_entry(counter.store.content(losing.content), losing)
    if entry is None:
        return Refusal("bytes_not_here")
    fact = read_entry(entry).fact
    if fact is None:
        return Refusal("newer_program" if entry.kind not in FACT_BY_KIND else "bytes_not_here")
    about = counter.store.view(losing.subject)
    news = [
        NewFact(losing.subject, fact, entry.audience),  # type: ignore[arg-type]
        NewFact(quarantine, FactEnteredAgain(entry=digest, right_entry=right_entry)),
    ]
    written = write(counter, acting.actor, news, [about, view])
    return written if isinstance(written, Refusal) else quarantine_view(counter, quarantine)


def drop_by_name(
    counter: Counter, acting: Acting, quarantine: str, digest: str, reason: str
) -> QuarantineView | Refusal:
    """Says that an entry does not count, and why. Refuses `reason_needed` and as above."""
    open_one = _open(counter, acting, quarantine, digest)
    if isinstance(open_one, Refusal):
        return open_one
    if not reason.strip():
        return Refusal("reason_needed")
    view, _losing, right_entry = open_one
    fact = FactDroppedByName(entry=digest, reason=reason.strip(), right_entry=right_entry)
    written = write(counter, acting.actor, [NewFact(quarantine, fact)], [view])
    return written if isinstance(written, Refusal) else quarantine_view(counter, quarantine)


def quarantine_view(counter: Counter, subject: str) -> QuarantineView:
    """The losing end, and what became of each of its entries."""
    view = counter.store.view(subject)
    assert isinstance(view, QuarantineView)
    return view


def quarantined_entry(content: Content | None, losing: LosingEntry) -> Entry | None:
    """The entry as it was written; None where its bytes are not here, erased, or not its own."""
    if content is None or content.media != ENTRY_MEDIA:
        return None
    entry = Entry(**json.loads(content.data))
    return entry if entry.hash == losing.hash == entry_hash(entry) else None


def _open(
    counter: Counter, acting: Acting, quarantine: str, digest: str
) -> tuple[QuarantineView, LosingEntry, str] | Refusal:
    granted = may_with(counter, acting, Right.SETTLE_QUARANTINE)
    if isinstance(granted, Refusal):
        return granted
    view = quarantine_view(counter, quarantine)
    losing = next((one for one in view.open if one.hash == digest), None)
    if losing is not None:
        return view, losing, granted[1]
    known = view.found is not None and any(one.hash == digest for one in view.found.entries)
    return Refusal("settled_before" if known else "not_in_quarantine")
