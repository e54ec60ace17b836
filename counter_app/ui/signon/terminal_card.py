"""The right half of the sign-on card: how this PC does, and how the last day ended here."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from counter_app.ui.signon.asked import StateLine
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, column, row, rule
from counter_app.ui.widgets.label import ElidedLabel, IconLabel, Label, StateLabel


class TerminalCard(QFrame):
    """Two lists of lines; shows what it is given and judges nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("ground", "side")
        self._compact = False
        self._terminal_lines: tuple[StateLine, ...] = ()
        self._last_lines: tuple[StateLine, ...] = ()
        self._head = Label(theme, "", "title")
        self._last_head = Label(theme, "", "title")
        self._demo = Label(theme, "", "small", "ink2", wrap=True)
        self._terminal, self._last = column(), column()
        self._column = column(self)
        self._column.addWidget(self._head)
        self._column.addLayout(self._terminal)
        self._column.addWidget(self._last_head)
        self._column.addLayout(self._last)
        self._column.addStretch(1)
        self._column.addWidget(self._demo)
        self.retranslate()
        theme.follow(self._restyle)

    def set_lines(self, terminal: Sequence[StateLine], last: Sequence[StateLine]) -> None:
        """Show these lines; without any about the last day its heading goes too."""
        lines = tuple(terminal), tuple(last)
        if lines != (self._terminal_lines, self._last_lines):
            self._terminal_lines, self._last_lines = lines
            self._fill()

    def set_demo(self, words: str) -> None:
        """In a demo: with which number and password to sign on. Empty otherwise."""
        self._demo.setText(words)
        self._demo.setVisible(bool(words))

    def set_compact(self, compact: bool) -> None:
        """Less air."""
        self._compact = compact
        self._restyle()

    def retranslate(self) -> None:
        """Set the headings again."""
        self._head.setText(self.tr("本终端"))
        self._last_head.setText(self.tr("上次"))

    def _fill(self) -> None:
        clear(self._terminal)
        clear(self._last)
        for line in self._terminal_lines:
            self._terminal.addWidget(self._line(line))
            self._terminal.addWidget(rule())
        for line in self._last_lines:
            self._last.addWidget(self._line(line))
        self._last_head.setVisible(bool(self._last_lines))

    def _line(self, line: StateLine) -> QWidget:
        px = self.theme.px
        holder = QWidget()
        across = row(holder)
        across.setSpacing(px(8))
        if line.icon:
            across.addWidget(IconLabel(self.theme, line.icon, "ink2"))
        name = ElidedLabel(self.theme, line.name, "body", "ink2")
        name.setFixedWidth(px(104 if line.icon else 128))
        across.addWidget(name)
        across.addWidget(StateLabel(self.theme, line.state, line.words, line.ink, "body"), 0)
        if line.note:
            across.addWidget(ElidedLabel(self.theme, line.note, "body", "ink2"), 1)
        across.addStretch(0 if line.note else 1)
        holder.setFixedHeight(px(28 if self._compact else 39 if line.icon else 32))
        return holder

    def _restyle(self) -> None:
        px = self.theme.px
        side = px(24 if self._compact else 40)
        top = px(12 if self._compact else 32)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(px(4 if self._compact else 8))
        self._last_head.setContentsMargins(0, px(4 if self._compact else 12), 0, 0)
        self._fill()
