"""An approval in restricted business: the evidence stays where it may be, the answer arrives."""

from collections.abc import Callable

from counter_app.journal.facts import people
from counter_app.journal.folds.people import OverrideView
from counter_app.services.ports import NewFact
from tests.branch.test_absent_bodies import EVERY, MARKER, Pc, make, owner

__all__ = ["make", "owner"]
PLACE = "override/1"


def state(pc: Pc) -> OverrideView:
    view = pc.store.view(PLACE)
    assert isinstance(view, OverrideView)
    return view


def test_the_answer_comes_back_and_nobody_else_reads_the_evidence(
    make: Callable[..., Pc],
) -> None:
    teller, chief, other = make(3), make(4, EVERY), make(5)
    asked = people.OverrideRequested(
        matter="cancel_completed",
        about="case/1",
        right="approve",
        requester="80232",
        requester_person="person/1",
        evidence=(MARKER,),
    )
    teller.hand.write_all([NewFact(PLACE, asked, "restricted")])
    teller.meet()
    chief.meet()
    assert state(chief).requested == asked
    granted = people.OverrideGranted(
        approver="80231", approver_person="person/2", right="approve", right_entry="e"
    )
    chief.hand.write(PLACE, granted)
    chief.meet()
    for pc in (teller, other):
        pc.meet()
    assert (state(teller).requested, state(teller).granted) == (asked, granted)
    assert state(other).requested is None
    assert not other.knows(MARKER)
