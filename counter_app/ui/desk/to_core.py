"""送核心: one value after another on the clipboard for the core's window, cleared after 15 seconds.

The only place of the window that puts a number in full on the clipboard. What is written down, and
whether it may be, is the service's. Clears only what it put there itself.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from counter_app.domain.masks import mask_number, mask_phone
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_views import SentValue
from counter_app.services import sending
from counter_app.services.sending import SentNow
from counter_app.ui.desk.case_at_desk import CaseAtDesk
from counter_app.ui.desk.means import Means

KEPT_S = 15
SECOND_MS = 1000


class ToCore(QObject):
    """`changed` when another value is next, and each second while one is on the clipboard."""

    changed = Signal()

    def __init__(self, means: Means, case: CaseAtDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._means, self._case = means, case
        self._of, self._sent, self._ours = "", 0, ""
        self.seconds = 0
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND_MS)
        self._tick.timeout.connect(self._second)
        case.stepped.connect(self._case_stepped)

    def values(self) -> tuple[SentValue, ...]:
        """What the core asks for, as far as this case has it; nothing where the bank does not wish."""
        if not self._means.send_to_core or not self._case.is_open or self._case.read_only:
            return ()
        opened, run, runner = self._case.at_hand()
        return tuple(
            one
            for one in runner.beside(run).sent_values
            if sending.full_value(opened.case.parties, run, one.name)
        )

    def place(self) -> tuple[int, int]:
        """How many were sent already, and how many there are."""
        count = len(self.values())
        return min(self._sent, count), count

    def next_words(self) -> tuple[str, str]:
        """The name of the next value, and the value masked; empty when none is left."""
        values = self.values()
        if not values:
            return "", ""
        opened, run, _runner = self._case.at_hand()
        what = values[self._sent % len(values)]
        value = sending.full_value(opened.case.parties, run, what.name)
        return self._means.say(what.label), masked(what.name, value)

    def send(self) -> None:
        """Put the next value on the clipboard; after the last one the first comes again."""
        values = self.values()
        if not values:
            return
        opened, run, _runner = self._case.at_hand()
        acting, name = self._means.acting, values[self._sent % len(values)].name
        if self._sent >= len(values):
            self._sent = 0
        self._means.work.do(
            self, lambda c: sending.send_value(c, acting, opened, run, name), self._given
        )

    def clear(self) -> None:
        """Take our value off the clipboard, unless something else stands there by now."""
        self._tick.stop()
        self.seconds = 0
        clipboard = QGuiApplication.clipboard()
        if self._ours and clipboard.text() == self._ours:
            clipboard.clear()
        self._ours = ""
        self.changed.emit()

    def _given(self, answer: SentNow | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._case.refused.emit(answer)
            return
        self._ours, self.seconds = answer.value, KEPT_S
        QGuiApplication.clipboard().setText(answer.value)
        self._sent += 1
        self._tick.start()
        self.changed.emit()

    def _second(self) -> None:
        self.seconds -= 1
        if self.seconds <= 0:
            self.clear()
        else:
            self.changed.emit()

    def _case_stepped(self) -> None:
        subject = self._case.opened.case.subject if self._case.opened else ""
        if subject != self._of:
            self._of, self._sent = subject, 0
            self.clear()


def masked(name: str, value: str) -> str:
    """A value as it may stand on a screen."""
    if name.endswith(("number", "id_number")):
        return mask_number(value)
    return mask_phone(value) if name.endswith("phone") else value
