"""A dialog: heading, body, actions; Esc closes it and loses nothing that was typed elsewhere.

No button is an automatic default; the focus goes back to where it was.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.button import Button, Kind
from counter_app.ui.widgets.focus import give_focus, go_on
from counter_app.ui.widgets.label import Label


class Dialog(QDialog):
    """Fill `body`, add actions, then `open()`. Emits Qt's `accepted`, `rejected`, `finished`.

    Made for one use: it deletes itself once it is closed.
    """

    def __init__(self, theme: Theme, owner: QWidget, title: str) -> None:
        super().__init__(_front(owner))
        self.theme = theme
        self._before = QApplication.focusWidget()
        self._first: QWidget | None = None
        self.setWindowTitle(title)
        self.body: QVBoxLayout = column()
        self._title = Label(theme, title, "title", wrap=True)
        self._close = Button(theme, self.tr("关闭"), "Esc", "small")
        self._close.clicked.connect(self.reject)
        self._head = row()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._foot = row()
        self._foot.addStretch(1)
        self._outer = column(self)
        self._outer.addLayout(self._head)
        self._outer.addLayout(self.body)
        self._outer.addStretch(1)
        self._outer.addLayout(self._foot)
        self.finished.connect(self._give_back)
        self.finished.connect(self.deleteLater)
        theme.follow(self._restyle)

    def add_action(
        self, words: str, run: Callable[[], None], key: str = "", kind: Kind = "plain"
    ) -> Button:
        """Add a button at the right; give the primary one last. Its key works in here only."""
        button = Button(self.theme, words, key, kind)
        button.clicked.connect(lambda _checked=False: run())
        if key:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)
        self._foot.addWidget(button)
        return button

    def focus_first(self, widget: QWidget) -> None:
        """Which widget has the focus when the dialog opens."""
        self._first = widget
        widget.setFocus(Qt.FocusReason.PopupFocusReason)

    def retitle(self, title: str) -> None:
        """Change heading and window title."""
        self._title.setText(title)
        self.setWindowTitle(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            go_on(self)
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        owner = self.parentWidget()
        if owner is not None:
            owner.activateWindow()
        give_focus(self._before)

    def _restyle(self) -> None:
        px = self.theme.px
        self._outer.setContentsMargins(px(24), px(16), px(24), px(16))
        self._outer.setSpacing(px(16))
        self._foot.setSpacing(px(8))
        self._head.setSpacing(px(16))
        self.body.setSpacing(px(8))
        self.setMinimumWidth(px(480))


def _front(owner: QWidget) -> QWidget:
    """Who owns it on the screen: what stands in for a window that is folded away, else that window."""
    stand_in = getattr(owner.window(), "stand_in", None)
    return stand_in if isinstance(stand_in, QWidget) else owner
