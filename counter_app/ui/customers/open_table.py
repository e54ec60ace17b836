"""A table whose Enter opens the row and does nothing else: the window would go on to the next field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from counter_app.ui.widgets.table import Table


class OpenTable(Table):
    """See `Table`. `opened` on Enter. What is current when the focus comes is selected, too."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_code() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
