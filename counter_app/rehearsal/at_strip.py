"""A person at the strip beside the core's window, by keys; the click into it is the only one.

Owns folding, unfolding, choosing the edge, and filling the one screen of an express business there.
"""

from PySide6.QtWidgets import QApplication, QWidget

from counter_app.rehearsal.at_window import AtWindow
from counter_app.rehearsal.hands import HandsError
from counter_app.rehearsal.plain_cases import PlainCase
from counter_app.rehearsal.serving import Serving
from counter_app.ui.keys import Key
from counter_app.ui.profile.appearance import AppearanceForm
from counter_app.ui.strip.strip import Strip


class AtStrip(AtWindow):
    """The same hands, in the strip while the desk is folded."""

    def stay(self, *, folded: bool) -> None:
        """Ctrl+Alt+J, if the desk stands otherwise; then a click, as from the core's window."""
        if folded is (self.frame.stand_in is not None):
            return
        self.press(Key.STRIP)
        self.hands.turn_to(self.frame.front)
        self._rest()

    def strip(self) -> Strip:
        """The strip on show. Raises `HandsError` while the desk is not folded."""
        strip = self.frame.stand_in
        if not isinstance(strip, Strip):
            raise HandsError("the desk is not folded")
        return strip

    def fill_strip(self, case: PlainCase, serial: str) -> None:
        """Everything that the one screen of an express business asks."""
        form = self.strip().parts.work.form
        Serving(self.frame, self.hands, case.answers).fill_screen(form, serial)

    def stand_below(self) -> None:
        """On the own page the strip is set to the lower edge, as a person would: by Tab and arrow."""
        self.press(Key.ROOM_HOME)
        self._rest()
        choice = next(iter(self.frame.findChildren(AppearanceForm)))
        self.hands.reach(lambda: _is_in(choice.strip))
        self.press("Right")
        self.picture("own-page")
        self.press(Key.ROOM_DESK)
        self._rest()


def _is_in(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)
