"""What the three forms in the left half of the card share: heading, sentence, fields, buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner


class Form(QFrame):
    """`submitted`: all is filled and the primary button was pressed. `left_again`: Esc."""

    submitted = Signal()
    left_again = Signal()

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.theme = theme
        self.head = Label(theme, "", "title")
        self.banner = Banner(theme)
        self.fields: QVBoxLayout = column()
        self.buttons: QBoxLayout = row()
        self.primary = Button(theme, "", key, "primary")
        self.primary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.primary.clicked.connect(self.submit)
        self._compact = False
        self._column = column(self)
        for part in (self.head, self.banner):
            self._column.addWidget(part)
        self._column.addLayout(self.fields)
        self._column.addLayout(self.buttons)
        self._column.addStretch(1)
        theme.follow(self._restyle)

    def submit(self) -> None:
        """As the primary button: goes on, or says what is not filled."""
        if not self.primary.busy and self.is_whole():
            self.submitted.emit()

    def is_whole(self) -> bool:
        """Whether everything is filled; what is not says so and has the focus then."""
        return True

    def set_busy(self, words: str) -> None:
        """Say what is going on; empty: ready again."""
        if words:
            self.primary.set_busy(words)
        else:
            self.primary.set_ready()

    def set_compact(self, compact: bool) -> None:
        """Less air."""
        self._compact = compact
        self._restyle()

    def first_focus(self) -> QWidget:
        """Where the focus belongs when the form appears."""
        return self.primary

    def retranslate(self) -> None:
        """Set the words again."""

    def _restyle(self) -> None:
        px = self.theme.px
        side, top = px(24 if self._compact else 40), px(12 if self._compact else 32)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(px(4 if self._compact else 12))
        self.fields.setSpacing(px(0 if self._compact else 12))
        self.buttons.setSpacing(px(8))
        self.buttons.setContentsMargins(0, px(0 if self._compact else 8), 0, 0)


def lacking(*wants: tuple[FieldRow, str, str]) -> bool:
    """Marks the fields whose value is empty with their sentence and focuses the first of them."""
    empty = [line for line, value, _sentence in wants if not value.strip()]
    for line, _value, sentence in wants:
        line.set_error(sentence if line in empty else "")
    if empty:
        empty[0].box.setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(empty)
