"""The lock of the window while somebody is signed on: covered, opened by the same person or handed over.

Joins the shell's lock screen with the door that judges passwords. Where the date of this PC is in
question, a second right password confirms it.
"""

from PySide6.QtCore import QObject, Signal

from counter_app.services.counter import Acting
from counter_app.services.signing_on import LockCause
from counter_app.ui.shell.locker import Locker
from counter_app.ui.signon.asked import HandedOver, Refused, SignedIn, Unlocked
from counter_app.ui.signon.hand_over_dialog import HandOverDialog
from counter_app.ui.signon.port import SignOnDoor
from counter_app.ui.signon.sentences import CLOCK_CODES, sentence
from counter_app.ui.theme import Theme


class WindowLock(QObject):
    """`handed_over`: the window is open again and nobody is signed on; show the sign-on page."""

    handed_over = Signal()

    def __init__(self, theme: Theme, locker: Locker, door: SignOnDoor, signed_in: SignedIn) -> None:
        super().__init__(locker)
        self._theme, self._locker, self._door = theme, locker, door
        self._acting: Acting = signed_in.acting
        self._sign_on = signed_in.sign_on
        self._subject, self._typed, self._confirms = "", "", False
        locker.screen.unlock_asked.connect(self._asked)
        locker.screen.handover_asked.connect(self._fetch_supervisor)

    def lock(self, cause: LockCause) -> None:
        """Cover the window at once and write it down."""
        if self._locker.locked:
            return
        self._subject, self._typed, self._confirms = "", "", False
        self._locker.lock(self._who())
        self._door.lock(self, self._acting, cause, self._locked)

    def let_go(self) -> None:
        """Signed off: this lock hears the screen no more."""
        self._locker.screen.unlock_asked.disconnect(self._asked)
        self._locker.screen.handover_asked.disconnect(self._fetch_supervisor)
        self.deleteLater()

    def _who(self) -> str:
        words = self.tr("{window} 号窗口，{name} {staff}")
        acting = self._acting
        return words.format(window=acting.window, name=acting.name, staff=acting.staff)

    def _locked(self, answer: str | Refused) -> None:
        if isinstance(answer, Refused):
            self._locker.refuse(sentence(answer))
            return
        self._subject = answer
        if self._typed:
            self._asked(self._typed)

    def _asked(self, password: str) -> None:
        if not self._subject:
            self._typed = password
            return
        self._typed = ""
        unlock = self._door.unlock_at_this_date if self._confirms else self._door.unlock
        unlock(self, self._acting, self._subject, password, self._answered)

    def _answered(self, answer: Unlocked | Refused) -> None:
        if isinstance(answer, Unlocked):
            self._locker.unlock()
            return
        self._confirms = answer.code in CLOCK_CODES
        told = Refused("clock_at_lock", answer.params) if self._confirms else answer
        self._locker.refuse(sentence(told))

    def _fetch_supervisor(self) -> None:
        dialog = HandOverDialog(self._theme, self._locker.screen, self._acting.name)
        dialog.asked.connect(
            lambda approver, password: self._door.hand_over(
                dialog, approver, password, self._sign_on, dialog.answer
            )
        )
        dialog.done_by.connect(self._handed_over)
        dialog.open()

    def _handed_over(self, _by: HandedOver) -> None:
        self._locker.unlock()
        self.handed_over.emit()
