"""Why an approval is not given: one line of words, needed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from counter_app.ui.keys import Key
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow


class RefuseDialog(Dialog):
    """Calls `done` with the reason."""

    def __init__(self, theme: Theme, owner: QWidget, done: Callable[[str], None]) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("退回"))
        self._done = done
        self.reason = TextField(theme)
        self._row = FieldRow(theme, self.tr("原因"), self.reason, self.tr("柜员会看到"))
        self.body.addWidget(self._row)
        self.add_action(self.tr("退回"), self._accept, Key.NEXT, "primary")
        self.focus_first(self.reason)

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self._row.set_error(self.tr("退回请写明原因"))
            self.reason.setFocus()
            return
        self.accept()
        self._done(reason)
