"""What opens over the page inside the window, and the order in which Esc closes it.

An overlay takes the focus and gives it back. Closing never discards anything.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.focus import give_focus


class Overlay(QFrame):
    """A panel over the page. Subclasses fill it and say where the focus goes."""

    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self.theme = theme
        self._before: QWidget | None = None
        self.setProperty("overlay", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def open_over(self) -> None:
        """Show it above the page and take the focus."""
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        target = self.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_over(self) -> None:
        """Hide it and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        give_focus(self._before)
        self._before = None
        self.closed.emit()

    def first_focus(self) -> QWidget | None:
        """What has the focus while it is open; None leaves the focus alone."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
        else:
            super().keyPressEvent(event)


class Layers:
    """The things that Esc closes, topmost last."""

    def __init__(self) -> None:
        self._open: list[tuple[str, Callable[[], None]]] = []

    def push(self, name: str, close: Callable[[], None]) -> None:
        """Something has opened on top."""
        self.drop(name)
        self._open.append((name, close))

    def drop(self, name: str) -> None:
        """It has closed by itself."""
        self._open = [entry for entry in self._open if entry[0] != name]

    def close_top(self) -> bool:
        """Close the topmost thing; False if there was none."""
        if not self._open:
            return False
        _name, close = self._open.pop()
        close()
        return True

    def is_open(self, name: str) -> bool:
        """Whether it is among the open ones."""
        return any(entry[0] == name for entry in self._open)
