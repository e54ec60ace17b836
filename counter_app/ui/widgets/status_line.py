"""The line at the bottom that says in words how things stand: saved, waiting, devices, date."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import announce, clear, panel, row, rule
from counter_app.ui.widgets.label import StateLabel
from counter_app.ui.widgets.queue_list import State


class StatusLine(QWidget):
    """States at the left, a standing sentence and the date at the right; 28 high."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._states: tuple[State, ...] = ()
        self._labels: list[StateLabel] = []
        self._frame = panel("canvas", "top")
        self._outer = row(self._frame)
        self._left = row()
        self._note = StateLabel(theme)
        self._date = StateLabel(theme)
        self._outer.addLayout(self._left)
        self._outer.addStretch(1)
        self._outer.addWidget(self._note)
        self._outer.addWidget(rule("v"))
        self._outer.addWidget(self._date)
        row(self).addWidget(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self._restyle)

    def set_states(self, states: Sequence[State]) -> None:
        """Show these states; one that turned to warning or error is said aloud."""
        before = {state.words for state in self._states}
        self._states = tuple(states)
        for state in states:
            if state.ink in ("warn", "bad") and state.words not in before:
                announce(self, state.words)
        if len(self._states) != len(self._labels):
            self._fill()
        for label, state in zip(self._labels, self._states, strict=True):
            label.set_state(state.icon, state.words, state.ink)

    def states(self) -> tuple[State, ...]:
        """The states on show."""
        return self._states

    def set_note(self, words: str, date: str) -> None:
        """The standing sentence and the date at the right."""
        self._note.set_state("info" if words else "", words, "ink2")
        self._date.set_state("", date, "ink2")

    def _fill(self) -> None:
        clear(self._left)
        self._labels = []
        self._left.setSpacing(self.theme.px(16))
        for number, state in enumerate(self._states):
            if number:
                divider = rule("v")
                divider.setFixedHeight(self.theme.px(16))
                self._left.addWidget(divider)
            self._labels.append(StateLabel(self.theme, state.icon, state.words, state.ink))
            self._left.addWidget(self._labels[-1])

    def _restyle(self) -> None:
        px = self.theme.px
        self._outer.setContentsMargins(px(16), 0, px(16), 0)
        self._outer.setSpacing(px(16))
        self.setFixedHeight(px(28))
        self._fill()
