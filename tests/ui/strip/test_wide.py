"""Keys from the core's window: which are held when, and what they do to strip and keyboard."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.ui.strip.strip import Strip
from counter_app.ui.strip.wide import StripWideKeys
from tests.ui.desk.fakes import Counterside, press, type_keys
from tests.ui.desk.playing import Key, receive

STRIP, COPY, HELP = "Ctrl+Alt+J", "Ctrl+Shift+C", "Ctrl+Shift+H"


class FakeWideKeys(QObject):
    """Holds everything asked, and lets a test press it."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.held: tuple[str, ...] = ()

    def hold(self, keys: Sequence[str]) -> tuple[str, ...]:
        """As the port."""
        self.held = tuple(keys)
        return self.held


@pytest.fixture
def port(desk: Counterside, strip: Strip) -> Iterator[FakeWideKeys]:
    made = FakeWideKeys()
    keys = StripWideKeys(made, desk.frame, strip)
    yield made
    keys.rest()


@pytest.fixture
def core(qtbot: QtBot) -> QLineEdit:
    """A field of another window, as the core's."""
    made = QLineEdit()
    qtbot.addWidget(made)
    return made


def held(port: FakeWideKeys) -> tuple[str, ...]:
    """What is held now."""
    return port.held


def turn_to(core: QLineEdit, qtbot: QtBot) -> None:
    """A click into the core's window."""
    with qtbot.waitActive(core):
        core.show()
        core.activateWindow()


def test_other_programs_keep_their_keys_until_the_desk_is_folded(
    desk: Counterside, strip: Strip, port: FakeWideKeys
) -> None:
    assert held(port) == (STRIP,)
    strip.fold()
    assert held(port) == (STRIP, COPY, HELP)
    desk.frame.locker.lock("王敏 80231")
    assert held(port) == ()
    desk.frame.locker.unlock()
    assert held(port) == (STRIP, COPY, HELP)
    strip.unfold()
    assert held(port) == (STRIP,)


def test_the_key_calls_the_strip_from_the_core_and_unfolds_it_at_hand(
    desk: Counterside, strip: Strip, port: FakeWideKeys, core: QLineEdit, qtbot: QtBot
) -> None:
    receive(desk)
    turn_to(core, qtbot)
    port.pressed.emit(STRIP)
    qtbot.waitUntil(strip.isActiveWindow)
    assert not desk.frame.isVisible()
    assert QApplication.focusWidget() is strip.parts.work.picker.box
    port.pressed.emit(STRIP)
    assert desk.frame.isVisible()
    assert not strip.isVisible()


def test_copying_for_the_core_leaves_the_keyboard_with_the_core(
    desk: Counterside, strip: Strip, port: FakeWideKeys, core: QLineEdit, qtbot: QtBot
) -> None:
    receive(desk)
    type_keys("xjck")
    press(Key.Key_Return)
    strip.fold()
    turn_to(core, qtbot)
    port.pressed.emit(COPY)
    assert QGuiApplication.clipboard().text() == "李桂兰"
    assert core.isActiveWindow()
    desk.desk.parts.to_core.clear()
