"""Signing on while the branch has not been seen for long: at first alone, then with a supervisor."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.facts.people import SignedOn
from counter_app.journal.folds.people import SignOnView
from counter_app.services import signing_on
from counter_app.services.counter import Acting, Counter, clock_to_confirm, instant_text
from counter_app.services.signing_on import SignedOnHere
from tests.unit.services.standing import Standing, code_of

TELLER, CHIEF = "80231", "80201"


@pytest.fixture
def away(here: Standing) -> Callable[[float], None]:
    """The PC met its branch, and then did not for so many hours."""
    here.hire(TELLER, Role.TELLER)
    here.hire(CHIEF, Role.SUPERVISOR, name="周岚")

    def go(hours: float) -> None:
        here.store.note_met(instant_text(here.clock.now()))
        here.clock.go(hours=hours)
        # Somebody compared the date: what is asked here comes after that.
        if clock_to_confirm(here.counter):
            signing_on.confirm_clock(here.counter, here.acting(CHIEF))

    return go


def on(
    counter: Counter, staff: str = TELLER, beside: Acting | None = None
) -> SignedOnHere | Refusal:
    return signing_on.signed_on(counter, staff, "3", True, beside)


def test_within_the_hours_nobody_is_asked(here: Standing, away: Callable[[float], None]) -> None:
    away(72)
    done = on(here.counter)
    assert isinstance(done, SignedOnHere)
    assert done.sign_on.signed_on is not None
    assert done.sign_on.signed_on.let_in_by is None


def test_after_them_a_supervisor_lets_in_and_that_stands_in_the_journal(
    here: Standing, away: Callable[[float], None]
) -> None:
    away(72.1)
    refused = on(here.counter)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.params["hours"]) == ("away_too_long", 72)
    chief = here.acting(CHIEF)
    done = on(here.counter, beside=chief)
    assert isinstance(done, SignedOnHere)
    fact = done.sign_on.signed_on
    assert fact is not None
    assert fact.let_in_by == CHIEF
    assert fact.right_entry == chief.roles[0].entry
    assert done.sign_on.faults == ()


def test_a_supervisor_signs_on_alone(here: Standing, away: Callable[[float], None]) -> None:
    away(200)
    assert isinstance(on(here.counter, CHIEF), SignedOnHere)


def test_a_meeting_with_the_branch_ends_it(here: Standing, away: Callable[[float], None]) -> None:
    away(200)
    here.store.note_met(instant_text(here.clock.now()))
    assert isinstance(on(here.counter), SignedOnHere)


def test_a_pc_that_never_met_a_branch_stands_alone(
    here: Standing, away: Callable[[float], None]
) -> None:
    here.clock.go(hours=20)
    assert here.store.last_met() is None
    assert isinstance(on(here.counter), SignedOnHere)


def test_the_number_is_the_pc_s_setting(here: Standing, away: Callable[[float], None]) -> None:
    away(10)
    short = replace(here.counter.terminal, honoured=timedelta(hours=8))
    assert code_of(on(replace(here.counter, terminal=short))) == "away_too_long"
    assert isinstance(on(here.counter), SignedOnHere)


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.SUPERVISOR])
def test_nobody_else_lets_in(here: Standing, away: Callable[[float], None], role: Role) -> None:
    away(80)
    other = here.hire("80501", role, name="别人")
    assert code_of(on(here.counter, beside=other)) == "not_allowed"


def test_nobody_lets_in_the_own_other_account(
    here: Standing, away: Callable[[float], None]
) -> None:
    away(80)
    chief = here.acting(CHIEF)
    here.hire("80299", Role.TELLER, name="周岚", person=chief.person)
    assert code_of(on(here.counter, "80299", chief)) == "approver_is_requester"


def test_a_clock_set_back_gives_no_more_hours(
    here: Standing, away: Callable[[float], None]
) -> None:
    away(80)
    here.clock.go(hours=-70)
    assert code_of(on(here.counter)) in ("jumped_back", "away_too_long")
    signing_on.confirm_clock(here.counter, here.acting(CHIEF))
    assert code_of(on(here.counter)) == "away_too_long"


@pytest.mark.parametrize("told", [{"let_in_by": TELLER, "right_entry": "e"}, {"let_in_by": CHIEF}])
def test_the_fold_judges_again(here: Standing, told: dict[str, str]) -> None:
    fact = SignedOn(staff=TELLER, terminal="03", window="3", roles=("teller",), **told)
    here.write(f"staff/{TELLER}", ("signon/x", fact))
    view = here.store.view("signon/x")
    assert isinstance(view, SignOnView)
    assert [one.code for one in view.faults] == ["let_in_by_nobody"]
