"""How long nobody has touched the PC, or at least our window."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.ui.shell.idle import WindowIdle, WindowsIdle, idle_time
from tests.ui.kit.conftest import Show


def test_input_to_any_window_starts_the_count_again(qapp: QApplication, show: Show) -> None:
    now = [100.0]
    idle = WindowIdle(lambda: now[0])
    idle.watch(qapp)
    desk, window = QWidget(), QWidget()
    for one in (desk, window):
        one.resize(100, 100)
        show(one)
    now[0] = 160.0
    assert idle.idle_seconds() == 60.0
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert idle.idle_seconds() == 0.0
    desk.activateWindow()
    now[0] = 190.0
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_A)
    assert idle.idle_seconds() == 0.0


def test_painting_and_timers_are_no_input(qapp: QApplication, show: Show) -> None:
    now = [100.0]
    idle = WindowIdle(lambda: now[0])
    window = QWidget()
    window.resize(100, 100)
    show(window)
    idle.watch(qapp)
    now[0] = 130.0
    window.repaint()
    window.resize(120, 120)
    assert idle.idle_seconds() == 30.0


def test_where_the_system_does_not_tell_it_says_so(show: Show) -> None:
    assert idle_time().whole_pc is False


@pytest.mark.parametrize("maker", [WindowsIdle])
def test_an_adapter_refuses_where_it_does_not_belong(maker: type[WindowsIdle]) -> None:
    assert sys.platform != "win32"
    with pytest.raises(OSError, match="Windows"):
        maker()
