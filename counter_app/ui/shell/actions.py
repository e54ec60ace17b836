"""What a page or the window offers: words, key, place, and the guard against doing it twice.

Owns the shortcuts of the window and when they may act. Knows nothing of what they do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from counter_app.ui.keys import EDITING, ONCE

Place = Literal["desk", "page", "back", "primary", "hidden"]

# Presses of one key closer together than this are one act: a held key, a nervous finger.
REPEAT_GAP_S = 0.25


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done. `place` says where its button stands; `hidden` has none.

    `why_not` makes the button explain instead of act: nothing is ever disabled.
    """

    code: str
    words: str
    run: Callable[[], None]
    key: str = ""
    place: Place = "page"
    icon: str = ""
    danger: bool = False
    why_not: str = ""


class OnceGate:
    """Lets the first of several quick presses through. A press renews the wait."""

    def __init__(self, clock: Callable[[], float], gap_s: float = REPEAT_GAP_S) -> None:
        self._clock = clock
        self._gap = gap_s
        self._last: dict[str, float] = {}

    def lets(self, code: str) -> bool:
        """Whether this press of `code` counts."""
        now = self._clock()
        before = self._last.get(code)
        self._last[code] = now
        return before is None or now - before >= self._gap


class Shortcuts(QObject):
    """The shortcuts of one window. They are silent while `paused`, as under a lock."""

    def __init__(
        self, window: QWidget, clock: Callable[[], float], explain: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._gate = OnceGate(clock)
        self._explain = explain
        self._shortcuts: list[QShortcut] = []
        self._paused = False

    def offer(self, actions: Sequence[Action]) -> None:
        """Replace all shortcuts by those of these actions; a key calls the action's own `run`."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [self._make(action) for action in actions if action.key]

    def pause(self, paused: bool) -> None:
        """Silence all shortcuts, or let them act again."""
        self._paused = paused
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not paused)

    def run(self, action: Action) -> None:
        """Do it, or say why it cannot be done; quick repetitions of a once-key act once."""
        if action.key in ONCE and not self._gate.lets(action.code):
            return
        if action.why_not:
            self._explain(action.why_not)
        else:
            action.run()

    def _make(self, action: Action) -> QShortcut:
        shortcut = QShortcut(QKeySequence(action.key), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.setEnabled(not self._paused)
        shortcut.activated.connect(lambda: self._pressed(action))
        return shortcut

    def _pressed(self, action: Action) -> None:
        if action.key in EDITING and _is_editor(QApplication.focusWidget()):
            return
        action.run()


def _is_editor(widget: QWidget | None) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)
