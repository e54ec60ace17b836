"""Reception as it is being told: its persons half typed, kept and laid back, and the visit's end.

What is half typed is a draft of this PC, durable at once; it names persons, so it goes when the visit
ends. What was confirmed is `visiting`'s.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.presence import VisitView
from counter_app.services import visiting
from counter_app.services.counter import Acting, Counter, instant_text
from counter_app.services.handling import draft_key
from counter_app.services.ports import Draft
from counter_app.services.runs import Place
from counter_app.services.visiting import PersonTold


@dataclass(frozen=True, slots=True)
class Reception:
    """A visit with the persons half told for it; none when nothing was kept.

    `place` is where the person was at reception; None when another page was on show.
    """

    visit: VisitView
    persons: tuple[PersonTold, ...] = ()
    place: Place | None = None


def keep_reception(
    counter: Counter,
    acting: Acting,
    visit: str,
    told: Sequence[PersonTold],
    place: Place | None,
) -> str:
    """Keeps what is half told, durably. Gives the time it was kept."""
    now = instant_text(counter.instant())
    data = json.dumps(
        {
            "persons": [asdict(one) for one in told],
            "place": [place.focus, place.caret] if place else None,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    counter.store.save_draft(Draft(draft_key(acting, visit), acting.actor, data, now))
    return now


def forget_reception(counter: Counter, acting: Acting, visit: str) -> None:
    """What was half told stands in facts now, or nobody wants it any more."""
    counter.store.drop_draft(draft_key(acting, visit))


def kept_reception(counter: Counter, acting: Acting, visit: str) -> Reception:
    """The visit, with what was half told for it and where the person was."""
    view = visiting.visit_view(counter, visit)
    draft = counter.store.draft(draft_key(acting, visit))
    return _read(view, draft.data) if draft else Reception(view)


def end_visit(counter: Counter, acting: Acting, visit: str, outcome: str) -> VisitView | Refusal:
    """The persons left the window; what was half told for the visit is forgotten."""
    ended = visiting.end_visit(counter, acting, visit, outcome)
    if not isinstance(ended, Refusal):
        forget_reception(counter, acting, visit)
    return ended


def next_visit(counter: Counter, acting: Acting, last: str) -> VisitView | Refusal:
    """The visit `last`, if there is one, is served and ends; the next one begins."""
    if last:
        ended = end_visit(counter, acting, last, "served")
        if isinstance(ended, Refusal):
            return ended
    return visiting.start_visit(counter, acting)


def _read(view: VisitView, text: str) -> Reception:
    """A draft that cannot be read changes nothing; the facts stand."""
    try:
        data: Mapping[str, Any] = json.loads(text)
        persons = tuple(PersonTold(**one) for one in data["persons"])
        at = data["place"]
        place = None if at is None else Place(str(at[0]), int(at[1]))
    except (ValueError, KeyError, TypeError, IndexError):
        return Reception(view)
    return Reception(view, persons, place)
