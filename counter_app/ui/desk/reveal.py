"""A masked number shown while its key is held, at most ten seconds; each look is written down first."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.services import looking
from counter_app.services.looking import NumberAsked, ShownNumber
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.shell import Frame

LONGEST_MS = 10_000


class HeldReveal(QObject):
    """Watches Ctrl+H in one window."""

    def __init__(self, frame: Frame, parts: Parts) -> None:
        super().__init__(frame)
        self._frame, self._parts = frame, parts
        self._held = False
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(LONGEST_MS)
        self._limit.timeout.connect(self._hide)

    def watch(self, window: QWidget) -> None:
        """Watch the keys of a top-level window."""
        window.winId()
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.type() == QEvent.Type.KeyPress and _is_reveal(event):
                self._show()
                return True
            if event.type() == QEvent.Type.KeyRelease and self._held and _ends(event):
                self._hide()
        elif event.type() == QEvent.Type.WindowDeactivate and self._held:
            self._hide()
        return False

    def _show(self) -> None:
        page, party = self._frame.page(), self._parts.aside.visitor()
        if not isinstance(page, CasePage) or party is None or not party.number:
            return
        opened = self._parts.case.opened
        about = opened.case.subject if opened else self._parts.sitting.subject
        asked = NumberAsked(about, page.code, party.person)
        acting = self._parts.means.acting
        self._held = True
        self._limit.start()
        self._parts.means.work.do(
            self, lambda c: looking.show_number(c, acting, asked), self._shown
        )

    def _shown(self, answer: ShownNumber | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._hide()
            self._parts.case.refused.emit(answer)
        elif self._held:
            self._parts.aside.reveal(answer.number)

    def _hide(self) -> None:
        self._held = False
        self._limit.stop()
        self._parts.aside.reveal("")


def _is_reveal(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_H


def _ends(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_H, Qt.Key.Key_Control)
