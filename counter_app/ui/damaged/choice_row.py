"""One way on, spelled out: its key, what it is, and what comes of it. The button stands below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.keycap import KeyCap
from counter_app.ui.widgets.label import Label


class ChoiceRow(QWidget):
    """A key cap, the words of its action, and a line on what happens."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.theme = theme
        self._cap = KeyCap(theme, key)
        self._words = Label(theme, "", "strong", wrap=True)
        self._line = Label(theme, "", "body", "ink2", wrap=True)
        self._row = row(self)
        self._row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = column()
        self._lines.addWidget(self._words)
        self._lines.addWidget(self._line)
        self._row.addLayout(self._lines, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.follow(self._restyle)

    def set_words(self, words: str, line: str) -> None:
        """Say what the key does and what comes of it."""
        self._words.setText(words)
        self._line.setText(line)

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(0, px(4), 0, px(4))
        self._row.setSpacing(px(12))
        self._cap.setMinimumWidth(px(56))
