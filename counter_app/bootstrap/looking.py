"""Somebody looks at a store that may not be written: let in by password, then pages to read.

Owns the workers on the private copy from the question for the password until the look ends.
"""

from PySide6.QtCore import QObject, Signal

from counter_app.bootstrap.adapters import entropy
from counter_app.bootstrap.bridge import Bridge
from counter_app.bootstrap.ground import USUAL_COST
from counter_app.bootstrap.mending import Looked
from counter_app.db.verifiers import LocalVerifiers
from counter_app.db.worker import ReaderWorker, StoreWorker
from counter_app.domain.refusal import Refusal
from counter_app.services.accounts import account_view, is_locked_out, open_account
from counter_app.services.counter import Acting, Counter, acting_as
from counter_app.services.pinyin import initials
from counter_app.services.ports import StoreTrouble, Verifiers
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.damaged.look_dialog import LookDialog
from counter_app.ui.damaged.look_rooms import LookRooms
from counter_app.ui.damaged.sentences import look_words
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.theme import Theme
from counter_app.ui.words.sentences import refusal_sentence
from counter_app.vault.passwords import Passwords


class Looking(QObject):
    """`left` when the look ends or was not begun; `mistyped` for each wrong password.

    Nothing can be written down here, so whoever began the look counts those.
    """

    left = Signal()
    mistyped = Signal()

    def __init__(
        self,
        frame: Frame,
        theme: Theme,
        language: WindowLanguage,
        looked: Looked,
        attempts: int,
    ) -> None:
        super().__init__(frame)
        self._frame, self._theme, self._language, self._looked = frame, theme, language, looked
        self._store = StoreWorker(looked.opened.store)
        self._reader = ReaderWorker(looked.reader)
        self._bridge = Bridge(looked.counter, self._store, self._reader)
        self._verifiers = LocalVerifiers(looked.opened.store)
        self._passwords = Passwords(USUAL_COST, entropy)
        self._dialog: LookDialog | None = None
        self._rooms: LookRooms | None = None
        self._attempts = attempts
        self._bridge.trouble.connect(self._trouble)

    def begin(self) -> None:
        """Asks who wants to look."""
        self._store.start()
        self._reader.start()
        self._dialog = LookDialog(self._theme, self._frame)
        self._dialog.asked.connect(self._judge)
        self._dialog.rejected.connect(self.left)
        self._dialog.open()

    def stop(self) -> None:
        """Ends it; the private copy is gone afterwards."""
        if self._dialog is not None:
            self._dialog.rejected.disconnect(self.left)
            self._dialog.reject()
            self._dialog = None
        if self._rooms is not None:
            self._rooms.clear()
            self._rooms = None
        self._bridge.stop()
        self._looked.close()
        self.deleteLater()

    def _judge(self, number: str, password: str) -> None:
        def job(counter: Counter) -> str | Refusal:
            return verifier_of(counter, self._verifiers, number)

        def asked(answer: str | Refusal) -> None:
            if isinstance(answer, Refusal):
                self._refuse(answer)
                return
            self._bridge.aside(
                self,
                lambda: self._passwords.judge(answer, password).is_match,
                lambda matched: self._judged(number, matched),
            )

        self._bridge.do(self, told(job), asked)

    def _judged(self, number: str, matched: bool) -> None:
        if not matched:
            self._attempts -= 1
            self._refuse(Refusal("password_wrong", {"left": self._attempts}))
            self.mistyped.emit()
            return

        def job(counter: Counter) -> Acting:
            return acting_as(account_view(counter, number), "")

        self._bridge.do(self, told(job), self._let_in)

    def _let_in(self, answer: Acting | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        if self._dialog is not None:
            self._dialog.rejected.disconnect(self.left)
            self._dialog.accept()
            self._dialog = None
        self._rooms = LookRooms(self._frame, self._ground(answer), look_words)
        self._rooms.left.connect(self.left)
        self._rooms.open()

    def _ground(self, acting: Acting) -> Ground:
        counter = self._looked.counter
        return Ground(
            self._theme,
            self._bridge,
            acting,
            counter.terminal.number,
            lambda: self._language.language,
            counter.calendar_day,
            counter.clock.now,
            initials,
        )

    def _refuse(self, refusal: Refusal) -> None:
        if self._dialog is not None:
            self._dialog.refuse(refusal)

    def _trouble(self, error: BaseException) -> None:
        """What cannot be read is said; a mistake of the program is not hidden."""
        if not isinstance(error, StoreTrouble):
            raise error
        sentence = refusal_sentence(Refusal(error.code), self._language.language)
        self._frame.say(sentence, "triangle-alert")
        self._refuse(Refusal(error.code))


def verifier_of(counter: Counter, verifiers: Verifiers, staff: str) -> str | Refusal:
    """What a password is judged by, or why not; unlike signing on, this writes nothing down."""
    account = open_account(counter, staff)
    if isinstance(account, Refusal):
        return account
    if is_locked_out(counter, staff):
        return Refusal("locked_out", {"staff": staff})
    return verifiers.get(staff) or Refusal("no_password", {"staff": staff})
