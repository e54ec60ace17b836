"""Pages without content, work that takes long, and the stripe of training data."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import announce, column, reveal, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.keycap import KeyHints
from counter_app.ui.widgets.label import IconLabel, Label


class EmptyState(QFrame):
    """Why there is nothing here, and which key leads on."""

    def __init__(
        self, theme: Theme, icon: str, words: str, hints: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__()
        self.theme = theme
        self._words = Label(theme, words, "strong", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hints = KeyHints(theme, hints)
        self._column = column(self)
        self._column.addStretch(1)
        self._column.addWidget(IconLabel(theme, icon, "ink2", 28), 0, Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._words)
        self._column.addWidget(self._hints, 0, Qt.AlignmentFlag.AlignCenter)
        self._column.addStretch(1)
        reveal(self._hints, bool(hints))
        theme.follow(self._restyle)

    def set_words(self, words: str, *hints: tuple[str, str]) -> None:
        """Say something else."""
        self._words.setText(words)
        self._hints.set_hints(*hints)
        reveal(self._hints, bool(hints))

    def _restyle(self) -> None:
        self._column.setSpacing(self.theme.px(8))
        self._column.setContentsMargins(*(4 * [self.theme.px(24)]))


class Progress(QFrame):
    """A sentence with its count, a bar, and a way to stop. Show it only after 3 s."""

    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._words = Label(theme)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(theme, "", "Esc", "small")
        self._stop.clicked.connect(self.stopped)
        self._top = row()
        self._top.addWidget(self._words, 1)
        self._top.addWidget(self._stop)
        self._column = column(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._bar)
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.follow(self._restyle)

    def set_progress(self, words: str, done: int, of: int) -> None:
        """Say how far it is; `of` 0 means that the end is not known."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _restyle(self) -> None:
        px = self.theme.px
        self._stop.set_words(self.tr("停"))
        self._column.setContentsMargins(px(16), px(8), px(16), px(12))
        self._column.setSpacing(px(8))


class Banner(QFrame):
    """A state of the whole page that stays: offline, read-only, raised. Not closable."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._tone = "warn"
        self._icon = IconLabel(theme, "triangle-alert", "warn")
        self._words = Label(theme, "", "body", wrap=True)
        self._row = row(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()
        theme.follow(self._restyle)

    def set_words(self, words: str, icon: str = "triangle-alert", tone: str = "warn") -> None:
        """Show the sentence, or hide the banner if it is empty. Tones: ok, warn, bad, info."""
        self._tone = tone
        self._words.setText(words)
        self._icon.set_icon(icon, "accent" if tone == "info" else tone)
        reveal(self, bool(words))
        self.update()
        if words:
            announce(self, words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self.theme.colour
        fill = "soft" if self._tone == "info" else f"{self._tone}s"
        edge = "accline" if self._tone == "info" else f"{self._tone}l"
        painter.fillRect(self.rect(), colour(edge))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), colour(fill))

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(12), px(6), px(12), px(6))
        self._row.setSpacing(px(8))


class TrainingStripe(QWidget):
    """The stripe under the bar that says: practice data."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._words = Label(theme, "", "small", "on")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row(self).addWidget(self._words, 0, Qt.AlignmentFlag.AlignCenter)
        theme.follow(self._restyle)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self.theme.colour
        painter.fillRect(self.rect(), colour("trains"))
        painter.fillRect(self.rect(), QBrush(colour("trainl"), Qt.BrushStyle.BDiagPattern))
        words = QFontMetrics(self.theme.font("small")).horizontalAdvance(self._words.text())
        plate = QRect(0, 0, words + self.theme.px(32), self.height())
        plate.moveCenter(self.rect().center())
        painter.fillRect(plate, colour("train"))

    def _restyle(self) -> None:
        self._words.setText(self.tr("培训　练习数据，不上账，不进统计"))
        self.setFixedHeight(self.theme.px(24))
