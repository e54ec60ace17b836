"""Counting a store against the driver's list: what is stored, lost, doubled.

Owns what counts as an effect of an offer: its mark among the facts, or a draft that holds it. Opens the
store as the program would, so that what a start must recover is recovered.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from secrets import token_bytes

from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.rehearsal.drills.offers import Ledger, Offer
from counter_app.rehearsal.drills.store_work import is_stored

ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Count:
    """How many offers took effect, drafts that a later deed replaced among them; and what is wrong."""

    stored: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)


def count_store(files: StoreFiles, key: bytes, ledger: Ledger) -> Count:
    """Counts a closed store. Raises `StoreTrouble` when it does not open."""
    store = open_store(files, key, token_bytes)
    try:
        return _count(store, ledger)
    finally:
        store.close()


def _count(store: SqliteStore, ledger: Ledger) -> Count:
    bodies = [
        (entry.kind, json.loads(entry.body or "{}"))
        for entry in store.entries_after(store.journal_id, 0, ALL)
    ]
    marks = Counter(body["text"] for kind, body in bodies if kind == "case_noted")
    numbers = Counter(body["number"] for kind, body in bodies if kind == "case_started")
    ordered = Counter(order.paper for order, _state in store.pending_orders())
    issued = Counter(body["paper"] for kind, body in bodies if kind == "paper_issued")
    facts = [one for one in ledger.offers.values() if one.deed != "draft"]
    lost = [
        f"{one.deed} {one.ident}"
        for one in facts
        if one.ident in ledger.acknowledged and not marks[one.ident]
    ]
    lost += [f"draft {ident}" for ident in _lost_drafts(store, ledger)]
    stored = len(ledger.acknowledged) - len(lost)
    stored += sum(is_stored(store, one) for one in ledger.unanswered())
    lost += [f"order of {paper}" for paper in issued - ordered]
    doubled = [ident for ident, times in marks.items() if times > 1 or ident not in ledger.offers]
    doubled += [f"number {number}" for number, times in numbers.items() if times > 1]
    doubled += [f"paper {paper}" for paper, times in issued.items() if times > 1]
    doubled += [f"order of {paper}" for paper in ordered - issued]
    return Count(stored, lost, doubled)


def _drafts(ledger: Ledger) -> Iterator[tuple[str, list[Offer]]]:
    """The deeds of each subject after which its draft is still there: those behind the last drop."""
    deeds: dict[str, list[Offer]] = {}
    for offer in ledger.offers.values():
        if offer.deed == "draft":
            deeds.setdefault(offer.subject, []).append(offer)
        elif offer.deed in ("confirm", "complete"):
            deeds[offer.subject] = []
    yield from ((subject, drafts) for subject, drafts in deeds.items() if drafts)


def _lost_drafts(store: SqliteStore, ledger: Ledger) -> Iterator[str]:
    """Drafts that were acknowledged, where an older one stands, or none."""
    for subject, drafts in _drafts(ledger):
        saved = [at for at, one in enumerate(drafts) if one.ident in ledger.acknowledged]
        held = store.draft(subject)
        newest = {one.ident for one in drafts[saved[-1] :]} if saved else set()
        if saved and (held is None or held.data not in newest):
            yield drafts[saved[-1]].ident
