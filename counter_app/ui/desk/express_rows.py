"""The rows of an express business: a name, what is done in it, and its state with its key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.field_box import ENTER_STOP
from counter_app.ui.widgets.keycap import KeyCap
from counter_app.ui.widgets.label import ElidedLabel, Label, StateLabel

NAME_WIDTH, FOCUS_WIDTH = 104, 2


class ExpressRow(QFrame):
    """Name at the left, `content` in the middle, state at the right; `narrow` stands them below."""

    def __init__(self, theme: Theme, content: QWidget, *, narrow: bool = False) -> None:
        super().__init__()
        self.theme, self._narrow, self._brief = theme, narrow, False
        # Across the head of a narrow row a long name gives way: its content must not be pushed out.
        self._name: Label = (
            ElidedLabel(theme, "", "strong") if narrow else Label(theme, "", "strong", wrap=True)
        )
        self._note = Label(theme, "", "small", "ink2", wrap=True)
        self.state = StateLabel(theme)
        self._key = KeyCap(theme, "")
        middle = column()
        middle.addWidget(content)
        middle.addWidget(self._note)
        self._outer, self._across = column(self), row()
        self._outer.addLayout(self._across)
        self._across.addWidget(self._name)
        if narrow:
            self._outer.addLayout(middle)
            self._across.addStretch(1)
        else:
            self._across.addLayout(middle, 1)
        self._across.addWidget(self.state)
        self._across.addWidget(self._key)
        theme.follow(self._restyle)

    def show_words(self, name: str, note: str = "") -> None:
        """What the row is called, and what helps with it."""
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._key.setVisible(bool(name and self._key.text()))
        self._note.setText("" if self._brief else note)
        self._note.setVisible(bool(self._note.text()))
        self.setToolTip(note if self._brief else "")

    def set_brief(self) -> None:
        """What helps with the row is in the tooltip alone: a narrow window has no room for it."""
        self._brief = True

    def show_state(self, done: bool, words: str, key: str = "") -> None:
        """How the row stands, and the key that answers it."""
        self.state.set_state(
            "circle-check" if done else "circle-dashed", words, "ok" if done else "ink2"
        )
        self._key.setText(key)
        self._key.setVisible(bool(key))

    def _restyle(self) -> None:
        px = self.theme.px
        if not self._narrow:
            self._name.setFixedWidth(px(NAME_WIDTH))
        self._across.setSpacing(px(8))
        side, above = px(0 if self._narrow else 12), px(3 if self._narrow else 6)
        self._outer.setContentsMargins(side, above, side, above)


class KeyLine(QFrame):
    """A line of words that takes the focus and is answered by one key. `answered` when pressed."""

    answered = Signal()

    def __init__(self, theme: Theme, keys: tuple[Qt.Key, ...]) -> None:
        super().__init__()
        self._theme, self._keys = theme, keys
        self.words = Label(theme, "", "body", wrap=True)
        self._inner = column(self)
        self._inner.addWidget(self.words)
        theme.follow(self._restyle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(ENTER_STOP, True)
        self.setProperty("card", True)

    def set_words(self, words: str) -> None:
        """The words of the line, which are its name too."""
        self.words.setText(words)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._keys and not event.isAutoRepeat():
            self.answered.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        px = self._theme.px
        self._inner.setContentsMargins(px(8), px(6), px(8), px(6))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.colour("accent"), FOCUS_WIDTH))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()
