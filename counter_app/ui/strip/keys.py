"""The keys of the desk, acting in the strip too while it has the keyboard.

What opens something of the whole window (search, commands, another room) unfolds the desk first:
nothing is opened where it cannot be seen.
"""

from collections.abc import Callable

from counter_app.ui.keys import Key
from counter_app.ui.shell import Action, Frame
from counter_app.ui.shell.actions import Shortcuts

_OF_THE_WINDOW = ("window.", "room.")
_STAYS = ("window.lock", "window.undo", "window.notices")


class StripKeys:
    """Keeps the strip's shortcuts in step with what the window offers."""

    def __init__(self, frame: Frame, shortcuts: Shortcuts, unfold: Callable[[], None]) -> None:
        self._frame, self._shortcuts, self._unfold = frame, shortcuts, unfold
        self._shape: tuple[tuple[str, str], ...] = ()

    def offer(self, words: str) -> None:
        """Take what is offered now; `words` name the unfolding."""
        offered = [one for one in self._frame.offers.all() if one.key and one.key != Key.STRIP]
        shape = tuple((one.code, one.key) for one in offered)
        if shape == self._shape:
            return
        self._shape = shape
        keys = [Action(one.code, one.words, self._run_of(one.code), one.key) for one in offered]
        fold = Action("strip.unfold", words, self._unfold, Key.STRIP.value)
        self._shortcuts.offer([*keys, fold])

    def _run_of(self, code: str) -> Callable[[], None]:
        run = self._frame.offers.run
        if code.startswith(_OF_THE_WINDOW) and code not in _STAYS:

            def unfolded() -> None:
                self._unfold()
                run(code)

            return unfolded
        return lambda: run(code)
