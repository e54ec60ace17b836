"""Who may see restricted business 受限: whoever works on it, and who has the right to read it.

Everybody else is told that there is no such case: that there is one would say too much.
"""

from counter_app.domain.roles import Right
from counter_app.journal.folds.case import CaseView
from counter_app.services.counter import Acting
from counter_app.services.read_models import Sight


def sight_of(acting: Acting) -> Sight:
    """What a person's own lists and searches may show."""
    return Sight(acting.staff, acting.may(Right.READ_RESTRICTED))


def may_see(case: CaseView, acting: Acting) -> bool:
    """Whether a case may be shown to a person."""
    if not case.is_restricted or acting.may(Right.READ_RESTRICTED):
        return True
    owners = {one.value.staff for one in case.owner.held}
    return acting.staff in owners or acting.staff == case.handed_to
