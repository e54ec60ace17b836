"""The key meter of an express business: how many presses its one screen has taken so far.

A press counts unless it types: the signs typed into a field, and the Enter or Tab that ends them, are
the customer's data and not the teller's way. The serial is typed, so it does not count either. Desk
and strip count together.
"""

from PySide6.QtCore import QObject, Signal

MOST = 8
"""So many presses an express business takes at most, the last F8 among them."""


class KeyCount(QObject):
    """`changed` with each press that counts."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.presses = 0
        self._typing, self._of = False, ""

    def start(self, case: str) -> None:
        """This business is on a screen; one that was on another screen already goes on."""
        if case != self._of:
            self.presses, self._typing, self._of = 0, False, case
            self.changed.emit()

    def typed(self) -> None:
        """A sign went into a field."""
        self._typing = True

    def moved_on(self) -> None:
        """Enter or Tab: it ends what was typed, or it is a press of its own."""
        if self._typing:
            self._typing = False
        else:
            self.pressed()

    def pressed(self) -> None:
        """A press that counts."""
        self._typing = False
        self.presses += 1
        self.changed.emit()
