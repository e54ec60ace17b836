"""A teller's day as commits on the store, for the drill that kills it: cases, drafts, papers.

Owns which facts an offer is, and the look before offering again. Goes on until it is killed.
"""

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from counter_app.db.store import SqliteStore
from counter_app.domain.numbers import CaseNumber
from counter_app.journal.facts import case
from counter_app.journal.facts.base import Fact
from counter_app.journal.folds.case import CaseView
from counter_app.rehearsal.drills.offers import Deed, Offer, Task, Teller
from counter_app.services.ports import (
    Beside,
    Content,
    Draft,
    NewFact,
    PrintOrder,
    Stamp,
    Written,
)

STAMP = Stamp("staff/80231", "2026-11-23T02:00:00.000Z", "2026-11-23")
DRAFTS_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Work:
    """What a script of work is given: the store, the pipe to the driver, and the task."""

    store: SqliteStore
    teller: Teller
    task: Task


Script = Callable[[Work], None]
"""Works until it is killed."""


def serve(work: Work) -> None:
    """First settles what nobody knows about, as the desk asks after a crash; then serves on."""
    for offer in work.task.unanswered:
        if not is_stored(work.store, offer):
            attempt(work, offer)
        else:
            work.teller.acknowledge(offer)
    for offer in endless_offers(work.task):
        work.teller.offer(offer)
        attempt(work, offer)


def endless_offers(task: Task) -> Iterator[Offer]:
    """One customer after the other."""
    chance = random.Random(task.seed)
    number = 0
    while True:
        number += 1
        subject = f"case/{task.run}-{number}"
        typed: list[Deed] = ["draft"] * chance.randint(0, DRAFTS_AT_MOST)
        deeds: list[Deed] = ["start", *typed, "confirm", "draft", "complete"]
        for step, deed in enumerate(deeds):
            yield Offer(f"{task.run}-{number}-{step}", deed, subject)


def attempt(work: Work, offer: Offer) -> None:
    """One commit, and the word that it is stored."""
    store = work.store
    if offer.deed == "draft":
        store.save_draft(Draft(offer.subject, "80231", offer.ident, STAMP.occurred_at))
    else:
        facts, beside = deed_of(store, offer)
        new = [NewFact(offer.subject, fact) for fact in facts]
        answer = store.append(new, {offer.subject: store.view(offer.subject).heads}, STAMP, beside)
        if not isinstance(answer, Written):
            raise RuntimeError("nobody else writes here, and yet the heads moved")
    work.teller.acknowledge(offer)


def is_stored(store: SqliteStore, offer: Offer) -> bool:
    """Whether an offer that nobody answered has taken effect."""
    if offer.deed == "draft":
        draft = store.draft(offer.subject)
        return draft is not None and draft.data == offer.ident
    view = store.view(offer.subject)
    return isinstance(view, CaseView) and offer.ident in view.notes


def deed_of(store: SqliteStore, offer: Offer) -> tuple[tuple[Fact, ...], Beside]:
    """The facts of a deed, the offer's own mark among them, and what goes beside them."""
    mark = case.CaseNoted(text=offer.ident)
    if offer.deed == "start":
        counter = store.last_case_counter() + 1
        return (_started(str(CaseNumber(3, "A", counter))), mark), Beside(case_counter=counter)
    if offer.deed == "confirm":
        details = case.DetailsRecorded(values={"card_tail": "4417"})
        return (details, mark), Beside(drop_draft=offer.subject)
    paper = f"{offer.subject}-R1"
    data = f"paper of {offer.subject}\n".encode()
    content = Content(hashlib.sha256(data).hexdigest(), "application/json", data, offer.subject)
    issued = case.PaperIssued(
        paper=paper, paper_kind="receipt", content_hash=content.hash, layout="receipt/1"
    )
    order = PrintOrder(paper, offer.subject, 1, content.hash, "folder", None, STAMP.occurred_at)
    completed = case.CaseCompleted(outcome="done", next_steps=())
    beside = Beside(drop_draft=offer.subject, contents=(content,), orders=(order,))
    return (completed, issued, mark), beside


def _started(number: str) -> Fact:
    return case.CaseStarted(
        number=number,
        visit="visit/drill",
        service="GS",
        procedure_hash="p",
        rules_hash="r",
        terminal="03",
        window="3",
        staff="80231",
    )
