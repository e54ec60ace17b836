"""Keeps the focus somewhere useful: when it would be nowhere, it goes back into the page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper(QObject):
    """Watches one window. `home` says where the focus belongs when its widget has gone.

    `moved` carries the widget of the window that has the focus now.
    """

    moved = Signal(object)

    def __init__(self, window: QWidget, home: Callable[[], QWidget | None]) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self.settle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._changed)

    def settle(self) -> None:
        """Focus something, if nothing in the active window has the focus."""
        if not self._window.isActiveWindow() or QApplication.activePopupWidget() is not None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self._window and focus.isVisible():
            return
        target = self._home()
        if target is not None:
            target.setFocus()

    def _changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._window:
            if self._window.isVisible():  # a strip that is folded away keeps nothing
                self._waiting.start()
        elif self._window.isAncestorOf(now):
            self.moved.emit(now)
