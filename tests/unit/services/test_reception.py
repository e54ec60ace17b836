"""Persons half told at reception: kept at once, laid back as they were, gone with the visit."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.roles import Role
from counter_app.journal.folds.presence import VisitView
from counter_app.services import reception, visiting
from counter_app.services.counter import Acting
from counter_app.services.handling import draft_key
from counter_app.services.ports import Draft
from counter_app.services.runs import Place
from counter_app.services.visiting import PersonTold
from tests.unit.services.standing import Standing


@pytest.fixture
def teller(here: Standing) -> Acting:
    return here.hire("80231", Role.TELLER)


@pytest.fixture
def visit(here: Standing, teller: Acting) -> str:
    begun = visiting.start_visit(here.counter, teller)
    assert isinstance(begun, VisitView)
    return begun.subject


@given(
    st.text(max_size=30),
    st.booleans(),
    st.sampled_from(["self", "ward", "companion"]),
    st.none() | st.builds(Place, st.text(max_size=8), st.integers(0, 99)),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_persons_and_place_come_back(  # noqa: PLR0917
    here: Standing,
    teller: Acting,
    visit: str,
    name: str,
    gone: bool,
    part: str,
    place: Place | None,
) -> None:
    told = (PersonTold("p1", part, name=name, no_expiry=gone), PersonTold("p2"))  # type: ignore[arg-type]
    reception.keep_reception(here.counter, teller, visit, told, place)
    found = reception.kept_reception(here.counter, teller, visit)
    assert (found.persons, found.place) == (told, place)
    assert found.visit.subject == visit


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"persons":[{"x":1}],"place":null}', '{"persons":[],"place":[1]}']
)
def test_a_draft_that_cannot_be_read_changes_nothing(
    here: Standing, teller: Acting, visit: str, text: str
) -> None:
    here.store.save_draft(Draft(draft_key(teller, visit), teller.actor, text, "now"))
    found = reception.kept_reception(here.counter, teller, visit)
    assert (found.persons, found.place) == ((), None)


def test_a_colleagues_half_told_persons_are_not_mine(
    here: Standing, teller: Acting, visit: str
) -> None:
    other = here.hire("80232", Role.TELLER, name="陈亮")
    reception.keep_reception(here.counter, other, visit, [PersonTold("p1", name="甲")], None)
    assert reception.kept_reception(here.counter, teller, visit).persons == ()


@pytest.mark.parametrize("way", ["end", "next", "forget"])
def test_names_do_not_outlive_the_visit(
    here: Standing, teller: Acting, visit: str, way: str
) -> None:
    reception.keep_reception(here.counter, teller, visit, [PersonTold("p1", name="甲")], Place())
    if way == "end":
        reception.end_visit(here.counter, teller, visit, "left")
    elif way == "next":
        begun = reception.next_visit(here.counter, teller, visit)
        assert isinstance(begun, VisitView)
        assert begun.subject != visit
        assert visiting.visit_view(here.counter, visit).outcome == "served"
    else:
        reception.forget_reception(here.counter, teller, visit)
    assert here.store.draft(draft_key(teller, visit)) is None


def test_a_visit_that_does_not_end_keeps_what_was_told(
    here: Standing, teller: Acting, visit: str
) -> None:
    reception.keep_reception(here.counter, teller, visit, [PersonTold("p1", name="甲")], Place())
    reception.end_visit(here.counter, teller, visit, "nonsense")
    assert here.store.draft(draft_key(teller, visit)) is not None
