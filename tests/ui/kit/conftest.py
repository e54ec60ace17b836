"""The theme, the fonts and a shown widget for the tests of the kit."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.shell import Frame
from counter_app.ui.theme import Theme
from tests.ui.kit.pages import Clock, DeskPage, dress

INITIALS = {"挂起": "gq", "打印告知单": "dygzd"}

Show = Callable[[QWidget], QWidget]


def type_in(widget: QWidget, text: str) -> None:
    """Type `text` by hand into a widget."""
    for sign in text:
        if sign.isascii():
            QTest.keyClick(widget, ord(sign))
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(widget, event)


def press(
    widget: QWidget,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press one key, with modifiers, where `widget` has the focus."""
    QTest.keyClick(widget, key, held)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a widget, active and laid out, and keep it until the test has ended."""
    kept: list[QWidget] = []

    def shown(widget: QWidget) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return shown


@pytest.fixture
def clock() -> Clock:
    """The clock of the window's guard against doing a thing twice."""
    return Clock()


@pytest.fixture
def frame(theme: Theme, show: Show, clock: Clock) -> Frame:
    """A dressed window of 1366 by 768."""
    window = Frame(theme, lambda words: INITIALS.get(words, ""), clock)
    dress(window)
    window.resize(1366, 768)
    show(window)
    return window


@pytest.fixture
def page(theme: Theme, frame: Frame) -> DeskPage:
    """A small desk page in it."""
    made = DeskPage(theme)
    frame.show_page(made)
    return made
