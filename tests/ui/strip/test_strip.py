"""The strip beside the core's window: an express visit by keys in it, and where the keyboard is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.ui.keys import Key as Keys
from counter_app.ui.shell import Action
from counter_app.ui.strip.strip import WIDTH, Strip
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import CTRL, SHIFT, Key, open_account, opened, receive, run_of, to_core

SERIAL = "CB77301846"


@pytest.fixture
def strip(desk: Counterside, qtbot: QtBot) -> Iterator[Strip]:
    made = Strip(desk.frame, desk.desk, desk.press_time)
    yield made
    made.hide()
    made.deleteLater()


def turn_to(strip: Strip, qtbot: QtBot) -> None:
    """The keyboard is the strip's."""
    strip.fold()
    with qtbot.waitActive(strip):
        strip.come_back()


@pytest.mark.parametrize(
    ("initials", "told"),
    [
        ("xjck", {"amount": "3000", "account_last4": "4417"}),
        ("xjqk", {"amount": "3000", "account_last4": "4417"}),
        ("zhls", {"account_last4": "4417"}),
    ],
)
def test_an_express_business_in_the_strip_in_at_most_eight_presses(
    desk: Counterside, strip: Strip, qtbot: QtBot, initials: str, told: dict[str, str]
) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    type_keys(initials)
    press(Key.Key_Return)
    presses = 0
    for _round in range(12):
        focus = QApplication.focusWidget()
        code = strip.form.form.focused_field()
        if focus is strip.form.serial:
            type_keys(SERIAL)
            break
        if code in told and not run_of(desk).values.get(code):
            type_keys(told[code])
        presses += 1
        press(Key.Key_Space if focus is strip.form.originals else Key.Key_Return)
    press(Key.Key_F8)
    assert opened(desk).case.completed is not None, strip.message.text()
    assert opened(desk).case.serial == SERIAL
    assert presses + 1 <= 8


def test_folding_leaves_the_keyboard_where_it_is_and_unfolding_puts_the_caret_back(
    desk: Counterside,
    strip: Strip,
    qtbot: QtBot,
) -> None:
    receive(desk)
    before = QApplication.focusWidget()
    strip.fold()
    assert not desk.frame.isVisible()
    assert strip.width() == WIDTH
    strip.unfold()
    QApplication.processEvents()
    assert desk.frame.isVisible()
    assert QApplication.focusWidget() is before


def test_a_transfer_by_keys_in_the_strip(desk: Counterside, strip: Strip, qtbot: QtBot) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    type_keys("zz")
    press(Key.Key_Return)
    told = {
        "amount": "3000",
        "account_last4": "4417",
        "payee_name": "赵敏",
        "payee_last4": "8812",
    }
    for _round in range(30):
        focus = QApplication.focusWidget()
        code = strip.form.form.focused_field()
        if focus is strip.form.serial:
            type_keys(SERIAL)
            break
        if code in told and not run_of(desk).values.get(code):
            type_keys(told[code])
        press(Key.Key_Space if focus is strip.form.originals else Key.Key_Return)
    press(Key.Key_F8)
    assert opened(desk).case.completed is not None, (strip.message.text(), run_of(desk).values)


def test_the_serial_and_what_goes_to_the_core_are_in_sight_without_scrolling(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    receive(desk)
    type_keys("zz")
    press(Key.Key_Return)
    type_keys("1")
    strip.fold()
    for height in (768, 512):
        strip.resize(WIDTH, height)
        QApplication.processEvents()
        for part in (strip.form.serial, strip.core, strip.foot, strip.on):
            assert strip.rect().contains(QRect(part.mapTo(strip, QPoint()), part.size())), height


def test_the_serial_is_typed_in_the_strip_at_the_core_step(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    to_core(desk)
    turn_to(strip, qtbot)
    assert "核心系统办理中" in words(strip)
    assert QApplication.focusWidget() is strip.form.serial
    type_keys("cb77301846")
    press(Key.Key_F8)
    assert opened(desk).case.serial == SERIAL


def test_alt_s_the_lock_and_the_quiet_call_stand_in_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    calls, locks = [], []
    desk.frame.set_program_actions(
        [Action("session.help", "", lambda: calls.append(1), Keys.SILENT_HELP, "hidden")]
    )
    desk.frame.lock_asked.connect(lambda: locks.append(1))
    receive(desk)
    turn_to(strip, qtbot)
    type_keys("xjck")
    press(Key.Key_Return)
    assert "静默求助" in words(strip)
    assert "Ctrl+Shift+H" in words(strip)
    press(Key.Key_H, CTRL | SHIFT)
    press(Key.Key_F12)
    assert (calls, locks) == ([1], [1])
    desk.desk.errands._set_work_state("counting_cash")
    assert "清点现金，不会自动锁屏" in words(strip)


def test_a_lock_takes_the_strip_away_and_brings_it_back(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    desk.frame.locker.lock("王敏 80231")
    assert not strip.isVisible()
    assert desk.frame.isVisible()
    desk.frame.locker.unlock()
    assert strip.isVisible()
    assert not desk.frame.isVisible()


def test_where_height_is_short_the_script_is_one_line_and_the_later_items_are_left_out(
    desk: Counterside, strip: Strip
) -> None:
    open_account(desk)
    strip.fold()
    strip.resize(WIDTH, 768)
    assert "个人税收居民身份声明" in words(strip)
    strip.resize(WIDTH, 600)
    assert "个人税收居民身份声明" not in words(strip)
    assert "请这样说" in words(strip)
    assert "李桂兰" not in words(strip)


def test_f9_in_the_strip_wishes_the_receipt(desk: Counterside, strip: Strip, qtbot: QtBot) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    type_keys("xjck")
    press(Key.Key_Return)
    press(Key.Key_F9)
    assert "办结时打印受理回执" in words(strip)
