"""The strip beside the core's window: an express visit by keys in it, and where the keyboard is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.ui.strip.strip import WIDTH, Strip
from tests.ui.desk.fakes import Counterside, press, type_keys
from tests.ui.desk.playing import CTRL, Key, opened, receive, run_of

SERIAL = "CB77301846"
ALTCTRL = CTRL | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def strip(desk: Counterside, qtbot: QtBot) -> Iterator[Strip]:
    made = Strip(desk.frame, desk.desk, desk.press_time)
    yield made
    made.hide()
    made.deleteLater()


def test_a_cash_deposit_in_the_strip_in_at_most_eight_presses(
    desk: Counterside,
    strip: Strip,
    qtbot: QtBot,
) -> None:
    receive(desk)
    strip.fold()
    with qtbot.waitActive(strip):
        strip.come_back()
    type_keys("xjck")
    press(Key.Key_Return)
    presses = 0
    for _round in range(12):
        focus = QApplication.focusWidget()
        code = strip.form.form.focused_field()
        if focus is strip.form.serial:
            type_keys(SERIAL)
            break
        told = {"amount": "3000", "account_last4": "4417"}
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
