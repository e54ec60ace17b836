"""What stands in the side panes: heads, sections, facts, what to say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, column, panel, reveal, row
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.keycap import KeyCap
from counter_app.ui.widgets.label import IconLabel, Label, StateLabel


class PaneHead(QWidget):
    """The head of a pane or group, 40 high: icon, title, and at the right a state or a key."""

    def __init__(self, theme: Theme, icon: str, title: str, key: str = "") -> None:
        super().__init__()
        self.theme = theme
        frame = panel("side", "bottom")
        self._title = Label(theme, title, "body")
        self._note = StateLabel(theme, role="body")
        self._row = row(frame)
        self._row.addWidget(IconLabel(theme, icon, "ink"))
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self._note)
        if key:
            self._row.addWidget(KeyCap(theme, key))
        row(self).addWidget(frame)
        theme.follow(self._restyle)

    def set_title(self, title: str) -> None:
        """Change the words."""
        self._title.setText(title)

    def set_note(self, icon: str, words: str, ink: str = "ink2") -> None:
        """A state at the right."""
        self._note.set_state(icon, words, ink)

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(40))


class SectionFrame(QFrame):
    """A section of the context pane with a hairline under it; fill `body`."""

    def __init__(self, theme: Theme, title: str = "", key: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.body: QVBoxLayout = column()
        self._title = Label(theme, title, "smallstrong", "ink2")
        self._outer = column(self)
        self._head = row()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        if key:
            self._head.addWidget(KeyCap(theme, key))
        self._outer.addLayout(self._head)
        self._outer.addLayout(self.body)
        reveal(self._title, bool(title))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.follow(self._restyle)

    def set_title(self, title: str) -> None:
        """Change the small heading."""
        self._title.setText(title)
        reveal(self._title, bool(title))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour("line"))

    def _restyle(self) -> None:
        px = self.theme.px
        self._outer.setContentsMargins(px(16), px(12), px(16), px(12))
        self._outer.setSpacing(px(4))
        self.body.setSpacing(px(4))


class FactList(QWidget):
    """Labels and values in two columns: 身份证 110***********002X."""

    def __init__(self, theme: Theme, facts: Sequence[Fact] = ()) -> None:
        super().__init__()
        self.theme = theme
        self._facts = tuple(facts)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        theme.follow(self._fill)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts; the same are left as they are."""
        if tuple(facts) != self._facts:
            self._facts = tuple(facts)
            self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        px = self.theme.px
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnMinimumWidth(0, px(64))
        for number, fact in enumerate(self._facts):
            label = Label(self.theme, fact.label, "small", "ink2")
            label.setMinimumHeight(px(24))
            ink = "ink2" if fact.quiet else "ink"
            words = Label(self.theme, fact.words, "body", ink, wrap=True)
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, number, 1)


class Hint(QWidget):
    """One thing to heed in the context pane: icon, sentence, second line."""

    def __init__(
        self, theme: Theme, icon: str, words: str, line: str = "", ink: str = "warn"
    ) -> None:
        super().__init__()
        self.theme = theme
        self._row = row(self)
        self._row.addWidget(IconLabel(theme, icon, ink), 0, Qt.AlignmentFlag.AlignTop)
        lines = column()
        lines.addWidget(Label(theme, words, "body", wrap=True))
        if line:
            lines.addWidget(Label(theme, line, "small", "ink2", wrap=True))
        self._row.addLayout(lines, 1)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self._row.setSpacing(self.theme.px(8))
        self._row.setContentsMargins(0, self.theme.px(4), 0, self.theme.px(4))


class Script(QFrame):
    """What to say aloud: words behind an accent edge. The page gives the quotation marks."""

    def __init__(self, theme: Theme, words: str = "") -> None:
        super().__init__()
        self.theme = theme
        self._words = Label(theme, words, wrap=True)
        self._row = row(self)
        self._row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.follow(self._restyle)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words.setText(words)

    def words(self) -> str:
        """What is to be said."""
        return self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = self.theme.px(3)
        QPainter(self).fillRect(0, 0, edge, self.height(), self.theme.colour("accent"))

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(15), px(2), 0, px(2))
