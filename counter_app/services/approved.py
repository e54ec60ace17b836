"""Going on with what an approver elsewhere has granted: what was asked for is done, and asked once.

Owns what follows at the teller's step. Who may, and whether the approval still serves, the use cases
behind it judge again.
"""

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.case import CaseView
from counter_app.services import overriding, reprinting, returning
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling import case_view, open_case
from counter_app.services.handling_results import OpenCase, OverrideNeeded
from counter_app.services.overriding import case_of, override_view
from counter_app.services.reprinting import ReprintWish


def go_on(counter: Counter, acting: Acting, override: str) -> OpenCase | Refusal:
    """Quotes the approval in its case and takes the case up where the question was asked.

    A late reprint is ordered with the reason that the approver saw. Refuses `not_asked`, `not_granted`
    and `asked_by_another`; `approval_used` where the copy was ordered before.
    """
    asked = override_view(counter, override).requested
    if asked is None:
        return Refusal("not_asked")
    case = case_of(asked)
    quoted = overriding.quote_in_case(counter, acting, case_view(counter, case), override)
    if isinstance(quoted, Refusal):
        return quoted
    if asked.matter == "late_reprint":
        refusal = _reprinted(counter, acting, quoted, reprinting.granted_wish(asked, override))
        if refusal:
            return refusal
    elif quoted.state == "parked":
        return _taken_up(counter, acting, case)
    return open_case(counter, acting, case)


def _taken_up(counter: Counter, acting: Acting, case: str) -> OpenCase | Refusal:
    """A case that a colleague has taken up meanwhile is only looked at."""
    opened = open_case(counter, acting, case)
    if isinstance(opened, Refusal):
        return opened
    resumed = returning.resume(counter, acting, opened)
    return opened if isinstance(resumed, OverrideNeeded) else resumed


def _reprinted(
    counter: Counter, acting: Acting, case: CaseView, wish: ReprintWish
) -> Refusal | None:
    answer = reprinting.reprint(counter, acting, case, wish)
    if isinstance(answer, OverrideNeeded):
        return Refusal("granted_for_another_case")
    return answer if isinstance(answer, Refusal) else None
