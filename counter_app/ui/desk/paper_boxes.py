"""What stands only on a paper, asked inside its row: its validity first, then its last four signs."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from counter_app.forms.run_views import ChecklistLine
from counter_app.ui.desk import checklist_model as model
from counter_app.ui.desk.expiry_box import ExpiryBox
from counter_app.ui.desk.last4_box import Last4Box
from counter_app.ui.desk.means import Means
from counter_app.ui.widgets.base import column


class PaperBoxes(QWidget):
    """One row's boxes; each is shown while it is what the line waits for."""

    def __init__(self, means: Means, item: str, today: dt.date) -> None:
        super().__init__()
        self.expiry = ExpiryBox(means, item, today)
        self.last4 = Last4Box(means, item)
        lines = column(self)
        lines.addWidget(self.expiry)
        lines.addWidget(self.last4)

    def show_line(self, line: ChecklistLine, title: str) -> None:
        """Show what the line waits for, and nothing when it waits for neither."""
        self.expiry.setVisible(model.wants_expiry(line))
        self.last4.setVisible(model.wants_last4(line))
        self.expiry.show_line(line, title)
        self.last4.show_line(line, title)
        self.setVisible(wanted(line))

    def take_caret(self) -> None:
        """The caret goes to the first box that waits and is empty."""
        for box in (self.expiry, self.last4):
            if box.isVisible() and not box.field.value():
                box.field.setFocus()
                return

    def settle(self) -> None:
        """Tell what was typed and not left yet, as before F8."""
        for box in (self.expiry, self.last4):
            if box.isVisible():
                box.settle()


def wanted(line: ChecklistLine) -> bool:
    """Whether the line waits for something that is typed from the paper."""
    return model.wants_expiry(line) or model.wants_last4(line)
