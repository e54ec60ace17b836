"""The last valid day of a paper, asked inside its row of the checklist."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.forms.run_views import ChecklistLine
from counter_app.ui.desk.means import Means
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.tick_box import CheckBox
from counter_app.ui.widgets.value_fields import DateField


class ExpiryBox(QWidget):
    """`told(item, day or None, unlimited)` once a day is complete or the box is ticked."""

    told = Signal(str, object, bool)

    def __init__(self, means: Means, item: str, today: dt.date) -> None:
        super().__init__()
        self._item = item
        self.field = DateField(means.theme, lambda: today)
        self._label = Label(means.theme, "", "small", "ink2")
        self._note = Label(means.theme, "", "small", "bad")
        self._unlimited = CheckBox(means.theme, "")
        self._row = row(self)
        for part in (self._label, self.field, self._unlimited, self._note):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self.field.left.connect(self._left)
        self._unlimited.clicked.connect(lambda on: self.told.emit(item, None, on))
        self._theme = means.theme
        self._theme.follow(self._restyle)

    def show_line(self, line: ChecklistLine, title: str) -> None:
        """Words, and the day that is noted."""
        self._label.setText(self.tr("有效期至"))
        self._label.setMinimumWidth(self._label.sizeHint().width())
        self._unlimited.setText(self.tr("长期有效"))
        self._unlimited.setAccessibleDescription(title)
        self.field.setAccessibleName(self.tr("有效期至"))
        self.field.setAccessibleDescription(title)
        if self.field.hasFocus():
            return
        if line.valid_until is not None:
            self.field.set_date(line.valid_until)
        elif self.field.date() is not None:
            # A day of another paper, or of the last customer's: it does not stay.
            self.field.set_value("")

    def settle(self) -> None:
        """Tell a day that was typed and not left yet, as before F8."""
        self._left()

    def _restyle(self) -> None:
        self.field.setFixedWidth(self._theme.px(180))
        self._row.setSpacing(self._theme.px(8))

    def _left(self) -> None:
        day = self.field.date()
        if day is not None:
            self._note.setText("")
            self.told.emit(self._item, day, False)
        elif self.field.value():
            self._note.setText(self.tr("请写成 2031-09-30"))
