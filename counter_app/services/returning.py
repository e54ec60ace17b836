"""The customer of a case that waits: gone, and back.

Owns which visit a case goes on in. A visit lasts while its persons are in the branch: at the latest it
ends with the window's day, and it never reaches into another. Where nobody said that they left, they
left when the case was put down.
"""

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.presence import VisitView
from counter_app.services import parking, reception, visiting
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import OpenCase, OverrideNeeded


def resume(
    counter: Counter, acting: Acting, opened: OpenCase, here: str = "", override: str | None = None
) -> OpenCase | OverrideNeeded | Refusal:
    """Goes on with a case: in the visit `here`, in its own while that lasts, else in a new one."""
    visit = _visit_for(counter, acting, opened, here)
    if isinstance(visit, Refusal):
        return visit
    return parking.resume(counter, acting, opened.case.subject, visit, override)


def park_and_leave(counter: Counter, acting: Acting, opened: OpenCase) -> OpenCase | Refusal:
    """The case waits and its customer goes: he comes back another time."""
    parked = parking.park(counter, acting, opened)
    if isinstance(parked, Refusal) or parked.visit is None:
        return parked
    ended = reception.end_visit(counter, acting, parked.visit.subject, "comes_back")
    return ended if isinstance(ended, Refusal) else parked


def _visit_for(counter: Counter, acting: Acting, opened: OpenCase, here: str) -> str | Refusal:
    last = opened.visit
    if last is not None and last.started is not None and last.ended is None:
        if last.subject == here or (not here and _is_of_today(counter, last)):
            return last.subject
        left = _left(counter, acting, opened, last)
        if isinstance(left, Refusal):
            return left
    if here:
        return here
    started = visiting.start_visit(counter, acting)
    return started if isinstance(started, Refusal) else started.subject


def _is_of_today(counter: Counter, visit: VisitView) -> bool:
    return visit.business_date == counter.today().isoformat()


def _left(
    counter: Counter, acting: Acting, opened: OpenCase, visit: VisitView
) -> VisitView | Refusal:
    at = opened.case.put_down_at
    return visiting.end_visit(counter, acting, visit.subject, "comes_back", at)
