"""The date of this PC looks wrong while somebody works: right as it is, or to be set first.

Owns the question; what a confirmation is worth is judged behind `confirmed`.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.ui.keys import Key
from counter_app.ui.signon.asked import Refused
from counter_app.ui.signon.sentences import sentence
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.label import Label


class DateDialog(Dialog):
    """`confirmed`: the date is right. Closed otherwise: the clock is set first."""

    confirmed = Signal()

    def __init__(self, theme: Theme, owner: QWidget, refused: Refused) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("请确认日期"))
        shown = str(refused.params.get("shown", ""))
        what = self.tr("没确认前不写业务记录，填着的都留着。日期没错就按 F8，会记下是谁确认的")
        self.body.addWidget(Label(theme, shown, "figure"))
        self.body.addWidget(Label(theme, sentence(refused), "body", wrap=True))
        self.body.addWidget(Label(theme, what, "body", "ink2", wrap=True))
        later = self.add_action(self.tr("先改时间"), self.reject)
        self.add_action(self.tr("日期没错"), self._confirm, Key.NEXT, "primary")
        self.focus_first(later)

    def _confirm(self) -> None:
        self.confirmed.emit()
        self.accept()
