"""The readers of identity papers that this PC's settings name, and the demo's invented one.

Owns starting them and their state in one word. What a paper is used for is the desk's to say. Each is
imported only where it is named: a PC without readers loads none of it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.bootstrap.settings import Settings
from counter_app.ui.window.means import ReaderState

if TYPE_CHECKING:
    from counter_app.devices.simulator import SimulatedReader


class Readers(QObject):
    """`read` carries a PaperRead, or a Refusal for what could not be read."""

    read = Signal(object)

    def __init__(self, settings: Settings, today: Callable[[], date]) -> None:
        super().__init__()
        self._settings, self._today = settings, today
        self._simulated: SimulatedReader | None = None
        self.state: ReaderState = ""

    def start(self, *, simulate: bool = False) -> None:
        """Begins to watch and to listen."""
        if self._settings.reader_file:
            self._state(self._watch(Path(self._settings.reader_file)))
        if self._settings.reader_port:
            self._state(self._listen(self._settings.reader_port))
        if simulate:
            from counter_app.devices.simulator import SimulatedReader

            self._simulated = SimulatedReader(self)
            self._simulated.read.connect(self.read)
            self._state(True)

    def lay_on(self) -> None:
        """The next invented paper is laid on the demo's reader."""
        if self._simulated is not None:
            self._simulated.lay_on()

    def _watch(self, file: Path) -> bool:
        from counter_app.devices.watched_file import WatchedFile

        watched = WatchedFile(file, self._today, self)
        watched.read.connect(self.read)
        try:
            watched.start()
        except OSError:
            return False
        return file.parent.is_dir()

    def _listen(self, port: int) -> bool:
        from counter_app.devices.loopback import LoopbackReader

        loopback = LoopbackReader(self._today, self)
        loopback.read.connect(self.read)
        return loopback.listen(port)

    def _state(self, works: bool) -> None:
        """One reader that does not work is told, whatever the others do."""
        if not works:
            self.state = "down"
        elif not self.state:
            self.state = "ready"
