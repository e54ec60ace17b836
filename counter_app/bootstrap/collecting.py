"""Python's collection of reference cycles, on the window's thread alone.

Owns when it runs. Left to itself the collection runs on whichever thread happens to allocate: a worker
would then destroy widgets that stand in a cycle, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1_000


class CollectsHere(QObject):
    """While it lives, cycles are collected on its own thread, a generation at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects the oldest generation that is due, as the interpreter itself would."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [at for at, (count, limit) in enumerate(due) if count > limit]
        if generations:
            gc.collect(generations[-1])

    def stop(self) -> None:
        """Hands the collection back to the interpreter."""
        self._timer.stop()
        gc.enable()
