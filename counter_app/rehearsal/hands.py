"""A teller's hands on the real window: presses that are counted, typing and scans that are not.

Sends key events to whatever has the focus, as the window system would. Knows no page.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

SCAN_GAP_MS = 3
TYPING_GAP_MS = 120
PATIENCE_S = 30.0
STEP_S = 0.005
MOST_TABS = 60


class HandsError(Exception):
    """What was waited for did not come."""


class Hands:
    """Presses keys in one window and counts them. `sent` is when the next event is said to be sent."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._sent = 10_000
        self.presses: list[str] = []

    def press(self, keys: str) -> None:
        """One counted press, e.g. `F8`, `Alt+C`, `1`."""
        combination = combination_of(keys)
        self.presses.append(keys)
        self._wait_a_moment()
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
        self.settle()

    def type(self, text: str, end: str = "Return") -> None:
        """Typed text with the key that ends it; typing is not counted."""
        for sign in text:
            self._sign(sign, TYPING_GAP_MS)
        if end:
            combination = combination_of(end)
            self._wait_a_moment()
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
        self.settle()

    def scan(self, text: str) -> None:
        """What a reader sends: the signs at once, then Enter."""
        for sign in text:
            self._sign(sign, SCAN_GAP_MS)
        self._event(Qt.Key.Key_Return, "\r", SCAN_GAP_MS)
        self.settle()

    def scan_paper(self, number: str, name: str) -> None:
        """A paper is scanned; the name is typed where the branch does not know it."""
        field = QApplication.focusWidget()
        self.scan(number)
        self.settle(0.3)
        if QApplication.focusWidget() is field:  # who is recognised has the caret further on
            self.type(name)

    def settle(self, seconds: float = 0.15) -> None:
        """Lets the window and its workers answer."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            QApplication.processEvents()
            # Without a loop of its own Qt keeps for ever what is to be deleted later.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(STEP_S)

    def wait_for(self, what: str, true: Callable[[], bool]) -> None:
        """Waits until something is so. Raises `HandsError` with its name when it does not come."""
        until = time.monotonic() + PATIENCE_S
        while not true():
            if time.monotonic() > until:
                raise HandsError(what)
            self.settle(0.02)
        self.settle(0.05)

    def reach(self, there: Callable[[], bool]) -> None:
        """Tab until the focus is where it is wanted. Raises `HandsError` when it does not get there."""
        for _press in range(MOST_TABS):
            if there():
                return
            self.press("Tab")
        raise HandsError("Tab does not lead there")

    def turn_to(self, window: QWidget) -> None:
        """From now on in this window, as after a click into it."""
        self._window = window
        window.activateWindow()
        self.wait_for("the window", window.isActiveWindow)

    def photograph(self, file: Path) -> None:
        """What the window shows now."""
        self.settle()
        file.parent.mkdir(parents=True, exist_ok=True)
        self._window.grab().save(str(file))

    def count(self) -> int:
        """How many presses since the last time it was asked."""
        pressed, self.presses = len(self.presses), []
        return pressed

    def _target(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        return QApplication.focusWidget() or modal or self._window

    def _window_now(self) -> QObject:
        """The system window that has the keyboard: readers are told apart there."""
        modal = QApplication.activeModalWidget()
        handle = (modal or self._window).windowHandle()
        return handle if handle is not None else self._target()

    def _sign(self, sign: str, gap: int) -> None:
        key = combination_of(sign).key() if sign.isascii() and sign.isalnum() else 0
        self._event(Qt.Key(key), sign, gap)

    def _event(self, key: Qt.Key, text: str, gap: int) -> None:
        self._sent += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._sent)
            QApplication.sendEvent(self._window_now(), event)

    def _wait_a_moment(self) -> None:
        self._sent += 10 * TYPING_GAP_MS


def combination_of(keys: str) -> QKeyCombination:
    """The key with its modifiers, of words as they stand on buttons."""
    sequence: Any = QKeySequence(keys)
    combination: QKeyCombination = sequence[0]
    return combination
