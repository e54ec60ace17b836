"""Whose a case is: taken over, asked for, and worked on by two hands apart.

A hand is somebody's work on a case that nobody after has seen. A straight history has one at most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counter_app.journal.changing import replace
from counter_app.journal.codec import read_entry
from counter_app.journal.entry import Entry
from counter_app.journal.facts import beside_core, copies, owning
from counter_app.journal.facts import case as facts
from counter_app.journal.folding import Apart, Fold
from counter_app.journal.folds.case_view import CaseView, Owner
from counter_app.journal.views import Sees, View, with_fault

_TAKES = (facts.CaseStarted.KIND, facts.CaseResumed.KIND)
_PUTS_DOWN = frozenset(
    one.KIND
    for one in (
        facts.CaseParked,
        facts.CaseHandedOver,
        owning.CaseTakenOver,
        facts.CaseCompleted,
        facts.CaseCancelled,
    )
)
_NO_WORK = frozenset(
    one.KIND
    for one in (
        facts.CaseNoted,
        facts.ApprovalQuoted,
        facts.PaperReprinted,
        copies.CopyAnswered,
        beside_core.ValueSentToCore,
    )
)
"""What a person may say of a case that somebody else works on."""


@dataclass(frozen=True, slots=True)
class HandOverView(View):
    """A request to hand a case over, and what was said to it."""

    asked: owning.HandOverAsked | None = None
    answer: str | None = None


def taken_over(view: CaseView, entry: Entry, fact: owning.CaseTakenOver, _sees: Sees) -> CaseView:
    """It waits for the colleague named; half-typed input that was parked with it stays with it."""
    if view.state in ("completed", "cancelled"):
        return with_fault(view, "taken_over_after_end", entry.hash)
    if not fact.right_entry:
        return with_fault(view, "taken_over_without_right", entry.hash)
    return replace(
        view,
        state="handed_over",
        handed_to=fact.to_staff,
        waiting_reason=fact.reason,
        takings=view.takings + 1,
    )


def resumed_unseen(view: CaseView, sees: Sees) -> bool:
    """Whether somebody went on with the case whom this writer had not seen: it is not his to put down.

    Beside a line begun from a code the two lines are laid together otherwise; see `from_code`.
    """
    return not view.from_code and any(not sees(one.entry) for one in view.owner.held)


def _hands_apart(
    ordered: Sequence[Entry], seen_by: Mapping[str, frozenset[str]]
) -> Mapping[str, object]:
    """The places where work goes on apart; none where one hand is left, or nobody's."""
    held: list[Entry] = []
    for entry in ordered:
        if not entry.actor.startswith("staff/") or entry.kind in _NO_WORK:
            continue
        seen = seen_by[entry.hash]
        held = [*(one for one in held if one.hash not in seen), entry]
    working = [one for one in held if one.kind not in _PUTS_DOWN]
    if len({(one.actor, one.journal_id) for one in working}) < 2:
        return {"apart": ()}
    places = [_place(one, ordered, seen_by) for one in working]
    return {"apart": tuple(dict.fromkeys(places))}


def _place(hand: Entry, ordered: Sequence[Entry], seen_by: Mapping[str, frozenset[str]]) -> Owner:
    """Where that person took the case up last, in the line of this hand."""
    found = Owner(hand.actor.partition("/")[2], "", "", hand.occurred_at)
    for one in ordered:
        mine = (one.actor, one.journal_id) == (hand.actor, hand.journal_id)
        if one.kind in _TAKES and mine and (one == hand or one.hash in seen_by[hand.hash]):
            fact = read_entry(one).fact
            if isinstance(fact, facts.CaseStarted | facts.CaseResumed):
                found = Owner(fact.staff, fact.terminal, fact.window, one.occurred_at)
    return found


def _stands(view: Any) -> bool:
    return isinstance(view, CaseView) and bool(view.apart)


HANDS_APART = Apart(_hands_apart, _stands)


def _asked(view: HandOverView, entry: Entry, fact: owning.HandOverAsked, _s: Sees) -> HandOverView:
    if view.asked is not None:
        return with_fault(view, "asked_twice", entry.hash)
    return replace(view, asked=fact)


def _answered(
    view: HandOverView, _entry: Entry, fact: owning.HandOverAnswered, _sees: Sees
) -> HandOverView:
    """What was given is given, whatever else was said apart."""
    return replace(view, answer="given" if view.answer == "given" else fact.answer)


HAND_OVER = Fold(HandOverView, {owning.HandOverAsked: _asked, owning.HandOverAnswered: _answered})
