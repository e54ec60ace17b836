"""A checklist: rows in a card, moved through and ticked by keys while it has the focus."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.checklist_row import ChecklistItem, ChecklistRow


class Checklist(QFrame):
    """Rows of a list. Up and down move, Space ticks the row, a digit ticks the n-th.

    What a tick means is the page's to say: it hears `toggled` and gives the items again.
    """

    toggled = Signal(str)
    chosen = Signal(str, str)
    asked_to_open = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._compact = False
        self._rows: dict[str, ChecklistRow] = {}
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column = column(self)
        self._column.setContentsMargins(1, 1, 1, 1)

    def set_items(self, items: Sequence[ChecklistItem]) -> None:
        """Show these items; a row that stays keeps its focus and its extra widget."""
        wanted = [item.code for item in items]
        if wanted != list(self._rows):
            self._rebuild(items)
        for item in items:
            self._rows[item.code].show_item(item)

    def row(self, code: str) -> ChecklistRow:
        """The row of an item. Raises KeyError for an unknown code."""
        return self._rows[code]

    def set_extra(self, code: str, widget: QWidget | None) -> None:
        """Put a widget of the page into an item's row, shown while it is open."""
        self._rows[code].set_extra(widget)

    def set_compact(self, compact: bool) -> None:
        """Closed rows become one line."""
        self._compact = compact
        for line in self._rows.values():
            line.set_compact(compact)

    def focus_row(self, code: str = "") -> None:
        """Focus an item's row, or the first that is not done."""
        open_rows = [row for row in self._rows.values() if row.item.state in ("todo", "missing")]
        target = self._rows.get(code) or next(iter(open_rows or self._rows.values()), None)
        if target is not None:
            target.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> str:
        """The code of the row that has the focus, itself or inside it; empty if none."""
        focus = QApplication.focusWidget()
        for code, line in self._rows.items():
            if focus is not None and line.isAncestorOf(focus):
                return code
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, boxes = event.key(), [row.box for row in self._rows.values()]
        focused = [number for number, box in enumerate(boxes) if box.hasFocus()]
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not focused or not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            number = min(max(focused[0] + step, 0), len(boxes) - 1)
            boxes[number].setFocus(Qt.FocusReason.TabFocusReason)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(boxes):
            boxes[key - Qt.Key.Key_1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            boxes[key - Qt.Key.Key_1].click()
        else:
            super().keyPressEvent(event)

    def _rebuild(self, items: Sequence[ChecklistItem]) -> None:
        kept = {item.code for item in items}
        for code in [code for code in self._rows if code not in kept]:
            gone = self._rows.pop(code)
            gone.setParent(None)
            gone.deleteLater()
        rows = {}
        for number, item in enumerate(items):
            line = self._rows.get(item.code) or self._new_row(number + 1, item)
            line.set_number(number + 1)
            self._column.removeWidget(line)
            self._column.insertWidget(number, line)
            line.show()
            rows[item.code] = line
        self._rows = rows

    def _new_row(self, number: int, item: ChecklistItem) -> ChecklistRow:
        line = ChecklistRow(self.theme, number, item)
        line.set_compact(self._compact)
        line.toggled.connect(self.toggled)
        line.chosen.connect(self.chosen)
        line.asked_to_open.connect(self.asked_to_open)
        return line
