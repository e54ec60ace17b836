"""A table whose Enter opens the row and does nothing else: the window would go on to the next field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from counter_app.ui.widgets.table import Table


class OpenTable(Table):
    """See `Table`. `opened` on Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
