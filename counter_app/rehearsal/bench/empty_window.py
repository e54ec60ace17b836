"""What every Qt program costs: an empty window that says when it has painted, and ends.

Run as a file of its own, so that nothing of this program is imported.
"""

import os
import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class EmptyWindow(QWidget):
    """Says that it was painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's name)
        """The first paint is all."""
        sys.stdout.write("shown\n")
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = EmptyWindow()
    window.resize(1366, 768)
    window.show()
    app.exec()
