"""The notice line above the action bar: what just happened, for 6 s, or 30 s with undo.

Stands in the layout, never over anything. Never carries an error: those stay until mended.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import announce, reveal, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import ElidedLabel, IconLabel, Label

SHORT_S = 6
UNDO_S = 30


@dataclass(frozen=True, slots=True)
class Notice:
    """What to say. With `undo` it stays 30 s and offers Ctrl+Z."""

    words: str
    icon: str = "info"
    undo: Callable[[], None] | None = None

    @property
    def seconds(self) -> int:
        """How long it stays, in seconds."""
        return SHORT_S if self.undo is None else UNDO_S


class NoticeLine(QFrame):
    """Shows one notice at a time and keeps the last ones to be read again."""

    closed = Signal()
    said = Signal(str)
    """The words of each notice as it is shown, for a window that stands in for this one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._notice: Notice | None = None
        self._left = 0
        self._kept: list[Notice] = []
        self._icon = IconLabel(theme, "info", "tipink")
        self._words = ElidedLabel(theme, "", "body", "tipink")
        self._seconds = Label(theme, "", "body", "tipink")
        self._undo = Button(theme, "", "Ctrl+Z", "small")
        self._undo.clicked.connect(self.undo)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._row = row(self)
        for part in (self._icon, self._words, self._seconds, self._undo):
            self._row.addWidget(part)
        self._row.setStretch(1, 1)
        self.hide()
        theme.follow(self._restyle)

    def say(self, notice: Notice) -> None:
        """Show a notice in place of the present one."""
        self._kept = [*self._kept[-19:], notice]
        self._show(notice)

    def say_again(self) -> None:
        """Show the last notice once more, without undo."""
        if self._kept:
            last = self._kept[-1]
            self._show(Notice(last.words, last.icon))

    def present(self) -> Notice | None:
        """The notice on show."""
        return self._notice

    def undo(self) -> bool:
        """Undo what the notice is about, if it offers that and is still on show."""
        if self._notice is None or self._notice.undo is None:
            return False
        act = self._notice.undo
        self.close_notice()
        act()
        return True

    def close_notice(self) -> None:
        """Take the notice away."""
        self._notice = None
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("tip"))

    def _show(self, notice: Notice) -> None:
        self._notice, self._left = notice, notice.seconds
        self._icon.set_icon(notice.icon, "tipink")
        self._words.setText(notice.words)
        reveal(self._undo, notice.undo is not None)
        reveal(self._seconds, notice.undo is not None)
        self._undo.set_words(self.tr("撤销"))
        self._count()
        self._timer.start()
        reveal(self, True)
        announce(self, notice.words)
        self.said.emit(notice.words)

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.close_notice()
        else:
            self._count()

    def _count(self) -> None:
        self._seconds.setText(f"{self._left // 60}:{self._left % 60:02}")

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(24), 0, px(16), 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(40))
