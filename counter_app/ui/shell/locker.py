"""Locking the window: all leaves the screen and the accessible tree, and comes back as it was."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from counter_app.ui.shell.lock import LockScreen
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.focus import give_focus


class Locker(QObject):
    """Takes the content out of the window and puts the lock in. Decides nothing about who may."""

    changed = Signal(bool)

    def __init__(self, theme: Theme, window: QMainWindow, content: QWidget) -> None:
        super().__init__(window)
        self._window, self._content = window, content
        self._focus: QWidget | None = None
        self._dialogs: list[QDialog] = []
        self._title = ""
        self.locked = False
        self.screen = LockScreen(theme)
        self.screen.hide()

    def lock(self, who: str) -> None:
        """Cover everything; `who` says whose window it is. A second lock changes nothing."""
        if self.locked:
            return
        self.locked = True
        self._focus = QApplication.focusWidget()
        self._title = self._window.windowTitle()
        self._put_dialogs_away()
        # A hidden child would still be read by a screen reader: it has to leave the window.
        self._swap(self.screen)
        self._window.setWindowTitle(self.tr("已锁屏"))
        self.screen.show_for(who)
        self.screen.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(True)

    def refuse(self, sentence: str) -> None:
        """Say why it stays locked."""
        self.screen.refuse(sentence)

    def ask_date(self, sentence: str) -> None:
        """Say what date this PC shows, and that the password vouches for it."""
        self.screen.ask_date(sentence)

    def unlock(self) -> None:
        """Put everything back, the focus too."""
        if not self.locked:
            return
        self.locked = False
        self.screen.ready()
        self._swap(self._content)
        self._window.setWindowTitle(self._title)
        for dialog in self._dialogs:
            dialog.show()
            dialog.activateWindow()
        self._dialogs = []
        self.changed.emit(False)
        give_focus(self._focus)
        self._focus = None

    def _put_dialogs_away(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        # Those of a window that stands in for this one too: a lock covers everything.
        self._dialogs = [
            dialog
            for dialog in QApplication.topLevelWidgets()
            if isinstance(dialog, QDialog) and dialog.isVisible()
        ]
        for dialog in self._dialogs:
            dialog.hide()
        if self._dialogs:
            self._window.activateWindow()

    def _swap(self, shown: QWidget) -> None:
        """Put `shown` into the window; what stood there is kept, without a parent."""
        gone = self._window.takeCentralWidget()
        if gone is not None:
            gone.hide()
            gone.setParent(None)
        self._window.setCentralWidget(shown)
        shown.show()
