"""When the lock falls due: by the PC's idle time, kept away for a while by a work state."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.work_state import WORK_STATE_NAMES, LockSettings, WorkState, lock_due

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
SETTINGS = LockSettings()
IDLE = timedelta(seconds=180)
SECOND = timedelta(seconds=1)


def test_every_state_has_a_name() -> None:
    assert set(WORK_STATE_NAMES) == set(WorkState)
    assert all(state.label.zh and state.label.en for state in WorkState)


@pytest.mark.parametrize(("idle", "due"), [(IDLE - SECOND, False), (IDLE, True)])
def test_an_idle_pc_is_locked(idle: timedelta, due: bool) -> None:
    assert lock_due(idle, None, None, NOW, SETTINGS) is due


@pytest.mark.parametrize("state", WorkState)
@pytest.mark.parametrize(
    ("held", "due"),
    [
        (timedelta(0), False),
        (timedelta(minutes=14, seconds=59), False),
        (timedelta(minutes=15), True),
        (timedelta(hours=2), True),
        (timedelta(minutes=-5), True),
    ],
)
def test_a_work_state_keeps_the_lock_away_for_a_while(
    state: WorkState, held: timedelta, due: bool
) -> None:
    assert lock_due(timedelta(minutes=10), state, NOW - held, NOW, SETTINGS) is due


def test_a_state_without_a_beginning_holds_nothing() -> None:
    assert lock_due(IDLE, WorkState.COUNTING_CASH, None, NOW, SETTINGS)


def test_both_times_are_settings() -> None:
    settings = LockSettings(idle=timedelta(seconds=60), held=timedelta(minutes=5))
    since = NOW - timedelta(minutes=6)
    assert lock_due(timedelta(seconds=61), None, None, NOW, settings)
    assert lock_due(timedelta(seconds=61), WorkState.AT_CORE, since, NOW, settings)
    assert not lock_due(timedelta(seconds=59), WorkState.AT_CORE, since, NOW, settings)


@given(
    st.timedeltas(timedelta(0), timedelta(days=2)), st.timedeltas(timedelta(0), timedelta(days=2))
)
def test_a_work_state_only_ever_delays(idle: timedelta, held: timedelta) -> None:
    with_state = lock_due(idle, WorkState.AT_CORE, NOW - held, NOW, SETTINGS)
    without = lock_due(idle, None, None, NOW, SETTINGS)
    assert without or not with_state
