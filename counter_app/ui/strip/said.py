"""What to say at this step, behind an accent edge; folded to one line where height is short."""

from PySide6.QtWidgets import QWidget

from counter_app.ui.keys import Key
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.keycap import KeyCap
from counter_app.ui.widgets.label import ElidedLabel, Label
from counter_app.ui.widgets.panes import Script


class Said(QWidget):
    """The first sentences of the step; F5 hides and shows them as on the desk."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._above, self._name = (
            Label(theme, "", "small", "ink2"),
            Label(theme, "", "small", "ink2"),
        )
        self._script, self._line = Script(theme), ElidedLabel(theme, "", "body")
        self._whole, self._folded = QWidget(), QWidget()
        self._head, self._across = row(), row(self._folded)
        self._head.addWidget(self._above, 1)
        self._head.addWidget(KeyCap(theme, Key.SCRIPT.value))
        whole = column(self._whole)
        whole.addLayout(self._head)
        whole.addWidget(self._script)
        whole.addStretch(1)
        self._across.addWidget(self._name)
        self._across.addWidget(self._line, 1)
        self._across.addWidget(KeyCap(theme, Key.SCRIPT.value))
        lines = column(self)
        lines.addWidget(self._whole)
        lines.addWidget(self._folded)
        self.set_short(False)
        theme.follow(self._restyle)

    def set_words(self, sentences: list[str]) -> None:
        """Say these; nothing is shown for none."""
        for name in (self._above, self._name):
            name.setText(self.tr("请这样说"))
        self._script.set_words("\n".join(sentences))
        self._line.setText(" ".join(sentences))

    def set_short(self, short: bool) -> None:
        """One line, or all of it."""
        self._whole.setVisible(not short)
        self._folded.setVisible(short)

    def _restyle(self) -> None:
        self._across.setSpacing(self.theme.px(8))
