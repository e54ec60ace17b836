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
        self._name = Label(theme, "", "small", "ink2")
        self._whole, self._line = Script(theme), ElidedLabel(theme, "", "body")
        self._folded = QWidget()
        across = row(self._folded)
        across.addWidget(self._name)
        across.addWidget(self._line, 1)
        across.addWidget(KeyCap(theme, Key.SCRIPT.value))
        across.setSpacing(theme.px(8))
        lines = column(self)
        lines.addWidget(self._whole)
        lines.addWidget(self._folded)
        self.set_short(False)

    def set_words(self, sentences: list[str]) -> None:
        """Say these; nothing is shown for none."""
        self._name.setText(self.tr("请这样说"))
        self._whole.set_words("\n".join(sentences))
        self._line.setText(" ".join(sentences))

    def set_short(self, short: bool) -> None:
        """One line, or all of it."""
        self._whole.setVisible(not short)
        self._folded.setVisible(short)
