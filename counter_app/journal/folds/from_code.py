"""A case opened from a notice's code where it was not held, and the case itself when it arrives.

Both lines are of one subject, and at first neither writer had seen the other. The line begun from the
code is what the customer's second coming brought, so what it says of a thing stands before what the
first line says, in whatever order the entries come. What it does not say is taken from the first line;
what is only ever added to (papers, notes, corrections, approvals) and an end come from both.
"""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from counter_app.journal.changing import replace
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case as facts
from counter_app.journal.facts import copies
from counter_app.journal.facts.base import Fact
from counter_app.journal.folding import Step
from counter_app.journal.folds.case_view import CaseView, Owner
from counter_app.journal.views import Held, Register, Sees

SAID = (
    *("state", "step", "draft", "waiting_reason", "handed_to", "parties", "need", "details"),
    *("checklist", "notice", "notice_given_on", "relisted", "read_back", "reached_core", "serial"),
    *("serial_put_off", "booking"),
    *("returned", "returned_count", "serial_late_at", "serial_late_by"),
)
"""What has one value, which either line may say."""
FROM_THE_START = frozenset({"state", "draft"})
"""What a start from the code says by itself: the case is open here, with nothing half typed."""
_BOTH = (
    facts.CaseStarted,
    facts.CaseCompleted,
    facts.CaseCancelled,
    facts.PaperIssued,
    facts.PaperSent,
    facts.PaperFailed,
    facts.PaperReprinted,
    copies.CopyAnswered,
    facts.CaseNoted,
    facts.ApprovalQuoted,
)
"""What counts from either line alike."""


def started_from_code(
    view: CaseView, entry: Entry, fact: facts.CaseStarted, owner: Owner
) -> CaseView:
    """The case goes on from its code: the first line is a waiting one, so nobody holds it there.

    Two windows that did so apart are in conflict about whose it is.
    """
    others = view.owner.held if view.from_code else ()
    return replace(
        view,
        started=view.started or fact,
        owner=Register((*others, Held(owner, entry.hash))),
        takings=view.takings + 1,
        visits=(*view.visits, fact.visit),
        from_code=(*view.from_code, entry.hash),
        also_numbered=(*view.also_numbered, fact.number),
        said_here=view.said_here | FROM_THE_START,
    )


def original_arrived(view: CaseView, fact: facts.CaseStarted) -> CaseView:
    """The case itself is here: its number, versions and first visit stand; whose it is does not."""
    return replace(view, started=fact, visits=(fact.visit, *view.visits))


def in_two_lines(steps: Mapping[type[Fact], Step]) -> Mapping[type[Fact], Step]:
    """The steps of a case that know which of the two lines an entry is of."""
    return MappingProxyType(
        {kind: step if kind in _BOTH else _step_in_line(step) for kind, step in steps.items()}
    )


def _step_in_line(step: Step) -> Step:
    def stepped(view: CaseView, entry: Entry, fact: Fact, sees: Sees) -> CaseView:
        if not view.from_code:
            after: CaseView = step(view, entry, fact, sees)
            return after
        if any(sees(start) for start in view.from_code):
            return _said(view, step(view, entry, fact, sees), fact)
        # An end that this writer could not know of is no reason to find fault with what he wrote.
        return _behind(view, step(replace(view, state="open"), entry, fact, sees), entry, sees)

    return stepped


def _said(before: CaseView, after: CaseView, fact: Fact) -> CaseView:
    """Remembers what the line from the code has said itself."""
    changed = {name for name in SAID if getattr(after, name) != getattr(before, name)}
    if isinstance(fact, facts.DocumentChecked):
        changed.add(_document(fact.item))
    return replace(after, said_here=after.said_here | changed)


def _behind(before: CaseView, after: CaseView, entry: Entry, sees: Sees) -> CaseView:
    """What the first line says, where the line from the code is silent."""
    kept: dict[str, Any] = {
        one.name: getattr(before, one.name)
        for one in fields(before)
        if one.name in SAID and one.name in before.said_here
    }
    here = {
        item: found
        for item, found in before.documents.items()
        if _document(item) in before.said_here
    }
    return replace(
        after,
        **kept,
        documents=MappingProxyType({**after.documents, **here}),
        owner=_owner(before, after, entry, sees),
        visits=_visits(before, after),
    )


def _owner(before: CaseView, after: CaseView, entry: Entry, sees: Sees) -> Register[Owner]:
    """The first line's claim stands before ours; a case that it put down is not claimed by it."""
    unseen = tuple(one for one in before.owner.held if not sees(one.entry))
    claimed = tuple(one for one in after.owner.held if one.entry == entry.hash)
    if claimed:
        return Register((*claimed, *unseen))
    put_down = after.state in ("parked", "handed_over")
    return Register(unseen) if put_down and unseen else before.owner


def _visits(before: CaseView, after: CaseView) -> tuple[str, ...]:
    """The visit at hand stays the last."""
    if after.visits == before.visits:
        return before.visits
    return (*before.visits[:-1], after.visits[-1], before.visits[-1])


def _document(item: str) -> str:
    return f"documents.{item}"
