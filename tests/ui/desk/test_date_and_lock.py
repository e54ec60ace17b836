"""A clock that jumps while somebody works, and the lock: who is asked what, and what goes on."""

from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.work_state import LockSettings
from counter_app.journal.facts.ground import ClockJumpConfirmed
from counter_app.journal.folds.ground import ClockView
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell.idle import IdleTime
from counter_app.ui.signon.date_dialog import DateDialog
from counter_app.ui.window.dates import LOOKS_LEFT_OUT, DateKeeper
from counter_app.ui.window.locking import LockKeeper
from counter_app.ui.window.means import WindowMeans
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import Key, open_account, opened, run_of

PASSWORD = "verifier of 80231"


class Rested:
    """A PC that nobody has touched for so long."""

    seconds = 0.0

    def idle_seconds(self) -> float:
        return self.seconds


@pytest.fixture
def means(desk: Counterside, language: WindowLanguage) -> WindowMeans:
    return WindowMeans(
        theme=desk.theme,
        language=language,
        work=desk.work,
        verifiers=desk.standing.verifiers,
        judge=lambda verifier, password: verifier == password,
        verifier_of=str,
        idle=cast(IdleTime, Rested()),
        terminal="03",
        branch=str,
        now=desk.standing.clock.now,
        today=desk.standing.counter.calendar_day,
        initials=str,
    )


@pytest.fixture
def dates(desk: Counterside, means: WindowMeans) -> DateKeeper:
    made = DateKeeper(desk.frame, means)
    made.watch(desk.standing.acting("80231"))
    return made


@pytest.fixture
def locking(desk: Counterside, means: WindowMeans) -> LockKeeper:
    made = LockKeeper(desk.frame, means, LockSettings())
    made.watch(desk.standing.acting("80231"))
    return made


def unlock(here: Counterside) -> None:
    """The password, Enter to the button, Enter."""
    type_keys(PASSWORD)
    press(Key.Key_Return)
    press(Key.Key_Return)


def asked(here: Counterside) -> DateDialog | None:
    found = [one for one in here.frame.findChildren(DateDialog) if one.isVisible()]
    return found[0] if found else None


def confirmations(here: Counterside) -> list[ClockJumpConfirmed]:
    store = here.standing.store
    views = [store.view(one) for one in store.subjects("clock")]
    return [one.confirmed for one in views if isinstance(one, ClockView) and one.confirmed]


@pytest.mark.parametrize("jump", [{"hours": -3}, {"days": 3}])
def test_a_jump_is_asked_about_and_one_key_confirms_it(
    desk: Counterside, dates: DateKeeper, jump: dict[str, float]
) -> None:
    open_account(desk)
    press(Key.Key_1)
    desk.standing.clock.go(**jump)
    before = desk.standing.fact_count()
    press(Key.Key_F7)
    assert "请先确认日期" in words(desk.frame.page())
    assert desk.standing.fact_count() == before
    assert len(run_of(desk).results) == 1
    dates.look()
    dialog = asked(desk)
    assert dialog is not None
    assert "请对照墙上的钟和日历" in words(dialog)
    press(Key.Key_F8)
    assert len(confirmations(desk)) == 1
    case = opened(desk).case.subject
    press(Key.Key_F7)
    assert desk.standing.kinds(case)[-1] == "case_parked"
    dates.look()
    assert asked(desk) is None
    dates.rest()


def test_the_focus_is_on_setting_the_clock_first_and_it_is_asked_again_later(
    desk: Counterside, dates: DateKeeper, qtbot: QtBot
) -> None:
    desk.standing.clock.go(hours=-3)
    dates.look()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is asked(desk))
    press(Key.Key_Escape)
    assert confirmations(desk) == []
    for _look in range(LOOKS_LEFT_OUT):
        dates.look()
        assert asked(desk) is None
    dates.look()
    assert asked(desk) is not None
    dates.rest()
    assert asked(desk) is None


def test_a_clock_put_right_is_not_asked_about(desk: Counterside, dates: DateKeeper) -> None:
    desk.standing.clock.go(hours=-3)
    desk.standing.clock.go(hours=3)
    dates.look()
    assert asked(desk) is None
    dates.rest()


def test_a_covered_window_asks_nothing_and_unlocking_offers_the_date(
    desk: Counterside, dates: DateKeeper, locking: LockKeeper
) -> None:
    locking.lock("key")
    desk.standing.clock.go(days=-2)
    dates.look()
    assert asked(desk) is None
    unlock(desk)
    screen = words(desk.frame.locker.screen)
    assert "没错就再输一次密码" in screen
    assert "日期没错，解锁" in screen
    assert desk.frame.locker.locked
    unlock(desk)
    assert not desk.frame.locker.locked
    assert len(confirmations(desk)) == 1
    dates.rest()
    locking.rest()


def test_a_password_typed_before_the_lock_is_written_unlocks(
    desk: Counterside, locking: LockKeeper
) -> None:
    desk.work.holding = True
    locking.lock("key")
    unlock(desk)
    assert desk.frame.locker.locked
    desk.work.let_go()
    assert not desk.frame.locker.locked
    locking.rest()
