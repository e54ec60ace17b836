"""Keys of the strip that act from the core's window too, where the system can hold them for us.

Owns which are held when: to fold and to come back while somebody serves here; to copy and to call for
help only while the desk is folded, for other programs may want them. Under a lock none is held.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from counter_app.ui.keys import Key
from counter_app.ui.shell import Frame
from counter_app.ui.strip.strip import Strip

FOLDED_TOO = (Key.TO_CORE, Key.SILENT_HELP)


class WideKeysPort(Protocol):
    """`pressed`, a signal, carries a held key, whichever window has the keyboard."""

    pressed: Any

    def hold(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Hold these and no others; those that could be had."""
        ...


class StripWideKeys(QObject):
    """Lives as long as the strip: from sign-on to sign-off."""

    def __init__(self, port: WideKeysPort, frame: Frame, strip: Strip) -> None:
        super().__init__(strip)
        self._port, self._frame, self._strip = port, frame, strip
        port.pressed.connect(self._pressed)
        strip.turned.connect(self._hold)
        frame.locker.changed.connect(self._hold)
        self._hold()

    def rest(self) -> None:
        """Nobody serves here any more."""
        self._port.pressed.disconnect(self._pressed)
        self._port.hold(())

    def _hold(self) -> None:
        folded = self._strip.isVisible()
        wanted = [Key.STRIP.value, *(key.value for key in FOLDED_TOO if folded)]
        self._strip.set_wide(self._port.hold(() if self._frame.locker.locked else wanted))

    def _pressed(self, key: str) -> None:
        if self._frame.locker.locked or QApplication.activeModalWidget() is not None:
            return
        if key == Key.STRIP:
            self._turn()
            return
        found = self._frame.offers.with_key(key)
        if found is not None:
            self._frame.offers.run(found.code)

    def _turn(self) -> None:
        """At hand it folds or unfolds; from another window it brings the strip, and the caret."""
        strip = self._strip
        if strip.isVisible() and strip.isActiveWindow():
            strip.unfold()
            return
        called = not self._frame.isActiveWindow()
        if not strip.isVisible():
            strip.fold()
        if called:
            strip.come_back()
