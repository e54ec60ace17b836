"""Why a PC rests: one state at a time, kept over a restart, holding the lock for a while only."""

import datetime as dt

import pytest

from counter_app.domain.roles import Role
from counter_app.domain.work_state import LockSettings, WorkState
from counter_app.journal.folds.people import SpellView
from counter_app.services import staffing
from counter_app.services.work_states import (
    be_at_core,
    current_work_state,
    end_work_state,
    lock_is_due,
    own_work_state,
    set_work_state,
)
from tests.unit.services.standing import Standing, code_of

SETTINGS = LockSettings()
LONG_IDLE = dt.timedelta(minutes=10)


def test_one_state_at_a_time_for_a_terminal(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    first = set_work_state(here.counter, teller, WorkState.AT_CORE, "case/1")
    assert isinstance(first, SpellView)
    assert (first.what, first.case, first.by) == ("at_core", "case/1", "staff/80231")
    second = set_work_state(here.counter, teller, WorkState.COUNTING_CASH)
    assert isinstance(second, SpellView)
    assert here.store.open_spells("work", "03") == [second.subject]
    former = here.store.view(first.subject)
    assert isinstance(former, SpellView)
    assert former.until is not None
    current = current_work_state(here.counter)
    assert current is not None
    assert current.what == "counting_cash"
    ended = end_work_state(here.counter, teller)
    assert isinstance(ended, SpellView)
    assert current_work_state(here.counter) is None
    assert end_work_state(here.counter, teller) is None


def test_being_at_the_core_again_writes_nothing_new(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    first = be_at_core(here.counter, teller, "case/1")
    count = here.fact_count()
    assert be_at_core(here.counter, teller, "case/1") == first
    assert here.fact_count() == count
    other = be_at_core(here.counter, teller, "case/2")
    assert isinstance(other, SpellView)
    assert here.store.open_spells("work", "03") == [other.subject]


def test_a_predecessors_state_holds_nobodys_lock(here: Standing) -> None:
    teller, colleague = here.hire("80231", Role.TELLER), here.hire("80232", Role.TELLER)
    set_work_state(here.counter, teller, WorkState.COUNTING_CASH)
    assert own_work_state(here.counter, teller) is not None
    assert own_work_state(here.counter, colleague) is None


def test_another_terminals_state_is_not_ours(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    set_work_state(here.counter, teller, WorkState.AT_CORE)
    assert here.store.open_spells("work", "04") == []


def test_who_has_left_sets_nothing(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    staffing.close_account(here.counter, here.admin, "80231", "离职")
    assert code_of(set_work_state(here.counter, teller, WorkState.AT_CORE)) == "account_closed"


@pytest.mark.parametrize(("minutes", "due"), [(0, False), (14, False), (15, True), (16, True)])
def test_a_state_keeps_the_lock_away_for_a_while(here: Standing, minutes: int, due: bool) -> None:
    teller = here.hire("80231", Role.TELLER)
    spell = set_work_state(here.counter, teller, WorkState.COUNTING_CASH)
    assert isinstance(spell, SpellView)
    here.clock.go(minutes=minutes)
    assert lock_is_due(LONG_IDLE, spell, here.clock.now(), SETTINGS) is due


def test_without_a_state_or_with_an_ended_or_unknown_one_the_lock_falls(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    set_work_state(here.counter, teller, WorkState.AT_CORE)
    ended = end_work_state(here.counter, teller)
    assert isinstance(ended, SpellView)
    now = here.clock.now()
    unknown = SpellView("work/x", what="dozing", since="2026-11-23T01:00:00.000Z")
    for spell in (None, ended, unknown):
        assert lock_is_due(LONG_IDLE, spell, now, SETTINGS)
        assert not lock_is_due(dt.timedelta(seconds=5), spell, now, SETTINGS)
