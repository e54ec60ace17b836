"""The lock: F12 at once, or when nobody has touched the PC; back to the same place by the same person.

Which states of work keep it away, and for how long, is `work_states`' to say.
"""

import datetime as dt

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.refusal import Refusal
from counter_app.domain.work_state import LockSettings
from counter_app.services import work_states
from counter_app.services.counter import Acting, Counter
from counter_app.services.signing_on import LockCause
from counter_app.ui.shell import Frame
from counter_app.ui.signon.asked import Refused, Typed, Unlocked
from counter_app.ui.signon.port import SignOnDoor
from counter_app.ui.signon.sentences import CLOCK_CODES, sentence
from counter_app.ui.window.means import WindowMeans
from counter_app.ui.words.sentences import refusal_sentence

LOOK_EVERY_MS = 5000


class LockKeeper(QObject):
    """Locks and unlocks the window of the person signed on. `handed_over`: somebody else signs on."""

    handed_over = Signal()

    def __init__(self, frame: Frame, means: WindowMeans, settings: LockSettings) -> None:
        super().__init__(frame)
        self._frame, self._means, self._settings = frame, means, settings
        self._door = SignOnDoor(means.work, means.verifiers, means.judge)
        self._acting: Acting | None = None
        self._asks_date = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        frame.lock_asked.connect(lambda: self.lock("key"))
        frame.locker.screen.unlock_asked.connect(self._unlock_asked)
        frame.locker.screen.handover_asked.connect(self.handed_over)

    def watch(self, acting: Acting) -> None:
        """Somebody is signed on."""
        self._acting = acting
        self._timer.start()

    def rest(self) -> None:
        """Nobody is signed on: there is nothing to cover."""
        self._timer.stop()
        self._acting = None
        self._frame.locker.unlock()

    def lock(self, cause: LockCause) -> None:
        """Covers the window at once, then writes it down."""
        acting = self._acting
        if acting is None or self._frame.locker.locked:
            return
        self._frame.locker.lock(f"{acting.name} {acting.staff}")
        self._asks_date = False
        self._door.lock(self, acting, cause, _covered)

    def _look(self) -> None:
        idle = dt.timedelta(seconds=self._means.idle.idle_seconds())
        if self._acting is None or self._frame.locker.locked or idle < self._settings.idle:
            return
        acting = self._acting
        self._means.work.do(self, lambda counter: self._due(counter, acting, idle), self._judged)

    def _due(self, counter: Counter, acting: Acting, idle: dt.timedelta) -> bool:
        spell = work_states.own_work_state(counter, acting)
        return work_states.lock_is_due(idle, spell, counter.clock.now(), self._settings)

    def _judged(self, due: bool) -> None:
        if due:
            self.lock("idle")

    def _unlock_asked(self, password: str) -> None:
        if self._acting is not None:
            typed = Typed(self._acting.staff, password, at_this_date=self._asks_date)
            self._door.unlock(self, self._acting, typed, self._answered)

    def _answered(self, answer: Unlocked | Refused) -> None:
        if isinstance(answer, Unlocked):
            self._frame.locker.unlock()
            return
        if answer.code in CLOCK_CODES:
            self._asks_date = True
            words = self.tr("{sentence}；没错就再输一次密码，会记下是谁确认的")
            self._frame.locker.ask_date(words.format(sentence=sentence(answer)))
            return
        refusal = Refusal(answer.code, answer.params)
        self._frame.locker.refuse(refusal_sentence(refusal, self._means.language.language))


def _covered(_lock: str | Refused) -> None:
    """The window is covered whether or not that could be written down."""
