"""The last four signs of a paper, asked inside its row of the checklist: read from the paper itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.forms.run_views import ChecklistLine
from counter_app.ui.desk.field_boxes import LAST_SIGNS
from counter_app.ui.desk.means import Means
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.label import Label


class Last4Box(QWidget):
    """`told(item, signs)` once all four are there and the field was left."""

    told = Signal(str, str)

    def __init__(self, means: Means, item: str) -> None:
        super().__init__()
        self._item = item
        self.field = CodeField(means.theme, LAST_SIGNS)
        self._label = Label(means.theme, "", "small", "ink2")
        self._note = Label(means.theme, "", "small", "bad")
        self._row = row(self)
        for part in (self._label, self.field, self._note):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._theme = means.theme
        self._theme.follow(self._restyle)
        self.field.left.connect(self.settle)

    def show_line(self, line: ChecklistLine, title: str) -> None:
        """Words, and the signs that are noted."""
        self._label.setText(self.tr("末四位"))
        self._label.setMinimumWidth(self._label.sizeHint().width())
        self.field.setAccessibleName(self.tr("末四位"))
        self.field.setAccessibleDescription(title)
        if not self.field.hasFocus() and self.field.value() != (line.last4 or ""):
            self.field.set_value(line.last4 or "")

    def _restyle(self) -> None:
        self.field.setFixedWidth(self._theme.px(120))
        self._row.setSpacing(self._theme.px(8))

    def settle(self) -> None:
        """Tell what was typed, as on leaving and before F8."""
        signs = self.field.value()
        if len(signs) == LAST_SIGNS:
            self._note.setText("")
            self.told.emit(self._item, signs)
        elif signs:
            self._note.setText(self.tr("请照着实物写四位"))
