"""A clock that jumped while somebody works: asked about once it is seen, and again if it stays.

Whether the date is in question, and what waits for it, is the use cases' to say.
"""

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.ground import ClockView
from counter_app.services import signing_on
from counter_app.services.counter import Acting, clock_to_confirm
from counter_app.ui.shell import Frame
from counter_app.ui.signon.asked import Refused
from counter_app.ui.signon.date_dialog import DateDialog
from counter_app.ui.window.means import WindowMeans
from counter_app.ui.words.sentences import refusal_sentence

LOOK_EVERY_S = 5
LOOKS_LEFT_OUT = 12
"""After 先改时间 a minute goes by before it is asked again: setting a clock takes a while."""


class DateKeeper(QObject):
    """Asks the person who is signed on; never while the window is covered."""

    def __init__(self, frame: Frame, means: WindowMeans) -> None:
        super().__init__(frame)
        self._frame, self._means = frame, means
        self._acting: Acting | None = None
        self._dialog: DateDialog | None = None
        self._left_out = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_S * 1000)
        self._timer.timeout.connect(self.look)

    def watch(self, acting: Acting) -> None:
        """Somebody is signed on."""
        self._acting, self._left_out = acting, 0
        self._timer.start()

    def rest(self) -> None:
        """Nobody is signed on: nobody can be asked."""
        self._timer.stop()
        self._acting = None
        if self._dialog is not None:
            self._dialog.reject()

    def look(self) -> None:
        """Ask, if the date is in question now."""
        if self._left_out > 0:
            self._left_out -= 1
        elif self._may_ask():
            self._means.work.do(self, clock_to_confirm, self._seen)

    def _may_ask(self) -> bool:
        covered = self._frame.locker.locked
        return self._acting is not None and self._dialog is None and not covered

    def _seen(self, trouble: Refusal | None) -> None:
        if trouble is None or not self._may_ask():
            return
        refused = Refused(trouble.code, trouble.params)
        self._dialog = DateDialog(self._means.theme, self._frame, refused)
        self._dialog.confirmed.connect(self._confirm)
        self._dialog.rejected.connect(self._put_off)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _put_off(self) -> None:
        self._left_out = LOOKS_LEFT_OUT

    def _closed(self) -> None:
        self._dialog = None

    def _confirm(self) -> None:
        acting = self._acting
        if acting is not None:
            self._means.work.do(self, lambda c: signing_on.confirm_clock(c, acting), self._answered)

    def _answered(self, answer: ClockView | Refusal) -> None:
        if isinstance(answer, Refusal) and answer.code != "clock_is_good":
            self._frame.say(refusal_sentence(answer, self._means.language.language), "clock")
        else:
            self._frame.say(self.tr("日期已确认，请再按一次刚才的键"), "clock")
