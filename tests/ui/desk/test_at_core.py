"""Turning to the core is written before the desk gives way, and ends when the person is back."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from counter_app.domain.work_state import LockSettings
from counter_app.journal.folds.people import SpellView
from counter_app.services.read_models import LogFilter
from counter_app.services.work_states import current_work_state, lock_is_due
from counter_app.ui.desk.core_page import CorePage
from counter_app.ui.desk.done_page import DonePage
from counter_app.ui.desk.read_back_page import ReadBackPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    SHIFT,
    Key,
    opened,
    read_pane,
    to_core,
    to_details,
    to_read_back,
)

LONG_IDLE = dt.timedelta(minutes=5)


def spell(here: Counterside) -> SpellView | None:
    return current_work_state(here.standing.counter)


def is_due(here: Counterside) -> bool:
    """Whether the window would lock now, the PC having rested for five minutes."""
    return lock_is_due(LONG_IDLE, spell(here), here.standing.clock.now(), LockSettings())


def test_it_is_written_with_the_read_back_in_one_commit(desk: Counterside) -> None:
    to_read_back(desk)
    assert spell(desk) is None
    press(Key.Key_C, ALT)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), CorePage)
    state = spell(desk)
    assert state is not None
    assert (state.what, state.case, state.by) == (
        "at_core",
        opened(desk).case.subject,
        "staff/80231",
    )
    store, case = desk.standing.store, opened(desk).case.subject
    (reached,) = [e for e in store.entries_of(case) if e.kind == "core_step_reached"]
    (told,) = [e for e in store.entries_of(state.subject) if e.kind == "work_state_set"]
    assert reached.commit_seq == told.commit_seq
    assert len(store.entries_of(state.subject)) == 1


def test_it_is_stored_while_the_next_page_is_not_painted_yet(desk: Counterside) -> None:
    """The answer of the store has not come back: a kill now finds the turn to the core on disk."""
    to_read_back(desk)
    press(Key.Key_C, ALT)
    answers: list[Callable[[], None]] = []
    give = desk.work._answer
    desk.work._answer = lambda *answer: answers.append(lambda: give(*answer))  # type: ignore[method-assign]
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), ReadBackPage)
    assert spell(desk) is not None
    desk.work._answer = give  # type: ignore[method-assign]
    for answer in answers:
        answer()


def test_the_lock_stays_away_for_a_quarter_of_an_hour_then_comes(desk: Counterside) -> None:
    to_core(desk)
    assert not is_due(desk)
    desk.standing.clock.go(minutes=14, seconds=59)
    assert not is_due(desk)
    desk.standing.clock.go(seconds=1)
    assert is_due(desk)


def test_typing_the_serial_is_being_back(desk: Counterside) -> None:
    to_core(desk)
    type_keys("c")
    assert spell(desk) is None
    assert is_due(desk)


@pytest.mark.parametrize("how", ["scan", "later", "back", "park", "log"])
def test_every_other_way_on_is_being_back_too(desk: Counterside, how: str) -> None:
    to_core(desk)
    if how == "scan":
        desk.desk.scanned("CB99887766")
    elif how == "later":
        press(Key.Key_L, ALT)
    elif how == "back":
        press(Key.Key_F8, SHIFT)
    elif how == "park":
        press(Key.Key_F7)
    else:
        desk.frame.show_page(desk.desk.home)
    QCoreApplication.processEvents()
    assert spell(desk) is None


def test_coming_to_the_step_again_turns_to_the_core_again(desk: Counterside) -> None:
    to_core(desk)
    press(Key.Key_F8, SHIFT)
    assert spell(desk) is None
    press(Key.Key_6, ALT)
    assert isinstance(desk.frame.page(), CorePage)
    assert spell(desk) is not None


def test_a_state_set_by_key_ends_when_the_step_is_confirmed(desk: Counterside) -> None:
    to_core(desk)
    type_keys("cb1")
    press(Key.Key_S, ALT)
    press(Key.Key_Down)
    press(Key.Key_Return)
    state = spell(desk)
    assert state is not None
    assert state.what == "counting_cash"
    press(Key.Key_F8)
    assert spell(desk) is None


def test_after_a_crash_the_question_comes_and_the_answer_ends_the_state(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_core(desk)
    restart()
    read_pane(desk)
    assert "核心是否已记账？" in words(desk.frame.page())
    press(Key.Key_Space)
    press(Key.Key_F8)
    assert opened(desk).case.booking == "booked"
    page = desk.frame.page()
    assert isinstance(page, CorePage)
    assert "核心是否已记账？" not in words(page)
    assert spell(desk) is None


def test_not_booked_turns_to_the_core_once_more(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_core(desk)
    restart()
    read_pane(desk)
    press(Key.Key_Right)
    press(Key.Key_F8)
    assert opened(desk).case.core_unanswered
    state = spell(desk)
    assert state is not None
    assert state.what == "at_core"


def test_the_question_comes_also_when_an_earlier_step_was_on_show(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_core(desk)
    press(Key.Key_4, ALT)
    desk.desk.parts.case.keep()
    restart()
    read_pane(desk)
    assert isinstance(desk.frame.page(), CorePage)
    assert "核心是否已记账？" in words(desk.frame.page())


def test_unclear_heads_the_exceptions_until_the_serial_comes(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_core(desk)
    restart()
    read_pane(desk)
    press(Key.Key_End)
    press(Key.Key_Right)
    press(Key.Key_Right)
    press(Key.Key_F8)
    assert opened(desk).case.booking == "unclear"
    press(Key.Key_L, ALT)
    press(Key.Key_F8)
    press(Key.Key_Space)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), DonePage)
    lines = desk.work.reader.day_log(LogFilter("2026-11-23")).lines
    assert lines[0].exceptions[:2] == ("booking_unclear", "serial_missing")
    press(Key.Key_B, ALT)
    type_keys("cb1")
    press(Key.Key_F8)
    lines = desk.work.reader.day_log(LogFilter("2026-11-23")).lines
    assert lines[0].exceptions == ()


def test_before_the_core_nothing_is_asked(desk: Counterside, restart: Callable[[], None]) -> None:
    to_details(desk)
    restart()
    read_pane(desk)
    assert "核心是否已记账？" not in words(desk.frame.page())
