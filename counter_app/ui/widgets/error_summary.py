"""The summary of faults at the top of a page: each one a link to its field."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import announce, clear, column, reveal, row
from counter_app.ui.widgets.button import LinkButton
from counter_app.ui.widgets.label import IconLabel, Label
from counter_app.ui.widgets.painting import draw_box


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the sentence that also stands at its field, and what to focus."""

    sentence: str
    field: QWidget


class ErrorSummary(QFrame):
    """Hidden without faults. Announces itself once when faults appear."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._heading = Label(theme, "", "strong", "bad", wrap=True)
        self._links = column()
        words = column()
        words.addWidget(self._heading)
        words.addLayout(self._links)
        self._row = row(self)
        self._row.addWidget(IconLabel(theme, "circle-x", "bad", 20), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()
        theme.follow(self._restyle)

    def set_faults(self, faults: Sequence[Fault], *, focus_first: bool = True) -> None:
        """Show the faults, and put the focus into the first field unless told not to."""
        clear(self._links)
        self._heading.setText(self.tr("有 {count} 处需要修改").format(count=len(faults)))
        for number, fault in enumerate(faults, start=1):
            link = LinkButton(self.theme, f"{number}    {fault.sentence}", "bad")
            link.clicked.connect(
                lambda _checked=False, field=fault.field: field.setFocus(
                    Qt.FocusReason.ShortcutFocusReason
                )
            )
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            reveal(link, True)
        reveal(self, bool(faults))
        if faults:
            announce(self, "  ".join([self._heading.text(), *(f.sentence for f in faults)]))
            if focus_first:
                faults[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour, px = QPainter(self), self.theme.colour, self.theme.px
        draw_box(painter, self.rect(), colour("bads"), (colour("bad"), 1), px(3))
        painter.fillRect(QRect(0, 0, px(4), self.height()), colour("bad"))

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(16), px(8), px(16), px(8))
        self._row.setSpacing(px(8))
