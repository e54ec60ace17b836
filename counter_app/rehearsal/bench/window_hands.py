"""Keys sent to the real window one by one, each timed until what it changed has been painted.

Owns the stop-watch and the sign-on. The event loop waits for events as in the running program: polling
it would take the interpreter from the threads that are part of what is measured.
"""

from collections.abc import Callable
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.rehearsal.hands import TYPING_GAP_MS, Hands, HandsError
from counter_app.ui.shell import Frame

PATIENCE_S = 10.0
GUARD_MS = 50
TELLER = "80231"


class Measured(Protocol):
    """The window that is measured."""

    frame: Frame

    @property
    def usable_now(self) -> bool:
        """Whether somebody can sign on."""
        ...


class Stopwatch:
    """Times keys in one window."""

    def __init__(self, window: Measured) -> None:
        self._window = window
        self.hands = Hands(window.frame)
        self._sent = 10_000_000
        self._guard = QTimer()
        self._guard.start(GUARD_MS)

    def sign_on(self, staff: str = TELLER) -> None:
        """Number and password, up to the first page."""
        self.hands.wait_for("the sign-on page", lambda: self._window.usable_now)
        self.hands.type(staff)
        self.hands.type(PASSWORD)
        self.hands.press("F8")
        self.reach(lambda: self.page() not in ("signon", ""), "the first page")

    def page(self) -> str:
        """The code of the page shown."""
        page = self._window.frame.page()
        return page.code if page is not None else ""

    def shown(self) -> QWidget | None:
        """The page shown."""
        return self._window.frame.page()

    def reach(self, true: Callable[[], bool], what: str) -> None:
        """Waits for something, and for the window to be still."""
        self.hands.wait_for(what, true)
        self.hands.settle(0.3)

    def rest(self, milliseconds: int) -> None:
        """Lets the program run as between two keys of a typist."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def key_to_paint(self, key: Qt.Key, text: str, widget: QWidget) -> float:
        """Seconds from the key event to the end of the round that painted the widget."""
        self._sent += TYPING_GAP_MS
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self._sent)
        handle = self._window.frame.windowHandle()
        with _Painted(widget) as painted:
            begun = perf_counter()
            QApplication.sendEvent(handle, event)
            return self._until(lambda: painted.seen, begun, f"the paint of {text!r}")

    def step(self, target: str) -> float:
        """Seconds from F8 to the end of the round that painted the next page."""
        begun = perf_counter()
        QTest.keyClick(QApplication.focusWidget() or self._window.frame, Qt.Key.Key_F8)
        self._until(lambda: self.page() == target, begun, f"{target}, not {self.page()}")
        page = self._window.frame.page()
        assert page is not None
        with _Painted(page) as painted:
            page.update()
            return self._until(lambda: painted.seen, begun, f"the paint of {target}")

    def _until(self, true: Callable[[], bool], begun: float, what: str) -> float:
        while not true():
            if perf_counter() - begun > PATIENCE_S:
                raise HandsError(what)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return perf_counter() - begun


class _Painted(QObject):
    """Whether one widget was painted, while the `with` lasts."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget, self.seen = widget, False

    def __enter__(self) -> "_Painted":
        self._widget.installEventFilter(self)
        return self

    def __exit__(self, *_error: object) -> None:
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's name)
        """Sees the paint and lets it pass."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False
