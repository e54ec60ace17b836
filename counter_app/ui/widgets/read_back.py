"""The read-back: label, value, mark, and one button per row to correct it.

Digits act only while the list has the focus. A corrected row keeps the old value in sight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, column, reveal, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import ElidedLabel, Label, StateLabel

CheckState = Literal["unseen", "right", "changed", "wrong"]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A value as it is read back. `before` says what it was and when it was changed."""

    code: str
    label: str
    value: str
    state: CheckState = "unseen"
    before: str = ""


class CheckRow(QFrame):
    """One row of the read-back."""

    def __init__(self, theme: Theme, number: int, line: CheckLine) -> None:
        super().__init__()
        self.theme = theme
        self.line = line
        self._number = number
        self._label = Label(theme, line.label, "body", "ink2")
        self._value = Label(theme, line.value, "strong", wrap=True)
        self._before = ElidedLabel(theme, line.before, "small", "warn")
        self._mark = StateLabel(theme, role="body")
        self.button = Button(theme, "", str(number), "small")
        self.button.setAccessibleDescription(f"{line.label} {number}")
        self._words = column()
        self._words.addWidget(self._value)
        self._words.addWidget(self._before)
        self._row = row(self)
        self._row.addWidget(self._label)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._mark)
        self._row.addWidget(self.button)
        reveal(self._before, bool(line.before))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.follow(self._restyle)

    def label_width(self) -> int:
        """The room that the label wants."""
        return self._label.sizeHint().width()

    def set_label_width(self, width: int) -> None:
        """As wide as the widest label of the list."""
        self._label.setMinimumWidth(max(width, self.theme.px(104)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self.theme.colour
        fill = "warns" if self.line.state in ("changed", "wrong") else "surface"
        painter.fillRect(self.rect(), colour(fill))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))

    def _restyle(self) -> None:
        px = self.theme.px
        self.button.set_words(self.tr("修改"))
        icon, words, ink = {
            "unseen": ("circle-dashed", self.tr("未核对"), "ink2"),
            "right": ("circle-check", self.tr("无误"), "ok"),
            "changed": ("pencil", self.tr("待再看"), "warn"),
            "wrong": ("circle-x", self.tr("有误"), "bad"),
        }[self.line.state]
        self._mark.set_state(icon, words, ink)
        self._row.setContentsMargins(px(16), px(4), px(8), px(4))
        self._row.setSpacing(px(8))
        self._mark.setMinimumWidth(px(96))
        # What is read aloud stands there whole: a long value makes its row higher.
        self.setMinimumHeight(px(56 if self.line.before else 44))


class ReadBackList(QFrame):
    """All rows of the read-back. `correct` when a row's button or digit was pressed."""

    correct = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._rows: list[CheckRow] = []
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = column(self)
        self._column.setContentsMargins(1, 1, 1, 1)

    def set_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these rows; the focused row's button keeps the focus."""
        focused = [row.line.code for row in self._rows if row.button.hasFocus()]
        clear(self._column)
        self._rows = [
            CheckRow(self.theme, number, line) for number, line in enumerate(lines, start=1)
        ]
        widest = max((line_row.label_width() for line_row in self._rows), default=0)
        for line_row in self._rows:
            line_row.set_label_width(widest)
            self._column.addWidget(line_row)
            line_row.show()
            line_row.button.clicked.connect(self._pressed)
            if line_row.line.code in focused:
                line_row.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_row(self, code: str = "") -> None:
        """Focus the button of a row, or of the first one."""
        for line_row in self._rows:
            if code in (line_row.line.code, ""):
                line_row.button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = [n for n, line_row in enumerate(self._rows) if line_row.button.hasFocus()]
        key = event.key()
        if focused and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            number = min(max(focused[0] + step, 0), len(self._rows) - 1)
            self._rows[number].button.setFocus(Qt.FocusReason.TabFocusReason)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self._rows):
            self.correct.emit(self._rows[key - Qt.Key.Key_1].line.code)
        else:
            super().keyPressEvent(event)

    def _pressed(self) -> None:
        for line_row in self._rows:
            if line_row.button is self.sender():
                self.correct.emit(line_row.line.code)
                return
