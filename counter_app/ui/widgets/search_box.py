"""The search box in the top bar; it only takes words and says which keys moved the choice."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.painting import cap_size, draw_cap

_POPUP = Qt.FocusReason.PopupFocusReason
_WINDOW = Qt.FocusReason.ActiveWindowFocusReason


class SearchBox(QLineEdit):
    """`moved` by up and down, `taken` on Enter, `left_by_key` on Esc, `lost` with the focus."""

    moved = Signal(int)
    taken = Signal()
    left_by_key = Signal()
    lost = Signal()

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.theme = theme
        self._key = key
        self._compact = self._short = False
        self._words = ("", "")
        self.setProperty("place", "bar")
        theme.follow(self._restyle)

    def set_words(self, words: str, short: str) -> None:
        """The placeholder, also the name of the box; a shorter one for narrow windows."""
        self._words = (words, short)
        self._restyle()

    def set_compact(self, compact: bool) -> None:
        """Narrower and lower."""
        self._compact = compact
        self._restyle()

    def set_short(self, short: bool) -> None:
        """Narrower, where tabs need the room."""
        if short is not self._short:
            self._short = short
            self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left_by_key.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (_POPUP, _WINDOW):
            self.lost.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px, painter = self.theme.px, QPainter(self)
        side = px(16)
        place = QRect(px(10), (self.height() - side) // 2, side, side)
        self.theme.draw_icon(painter, place, "search", "barink2")
        cap = cap_size(self.theme, self._key)
        box = QRect(
            self.width() - cap.width() - px(6),
            (self.height() - cap.height()) // 2,
            cap.width(),
            cap.height(),
        )
        draw_cap(painter, self.theme, box, self._key, ("barkey", "barink"))

    def _restyle(self) -> None:
        px = self.theme.px
        short = self._compact or self._short
        words = self._words[1 if short else 0]
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setFixedSize(px(160 if short else 248), px(26 if self._compact else 32))
        self.setFont(self.theme.font("small"))
        self.setTextMargins(px(34), 0, cap_size(self.theme, self._key).width() + px(12), 0)
        palette = self.palette()
        palette.setColor(palette.ColorRole.PlaceholderText, self.theme.colour("barink2"))
        self.setPalette(palette)
