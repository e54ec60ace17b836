"""What stands at the strip's lower edge: the state of work, the quiet call for help, what is saved.

Shows and names keys; the actions themselves are the desk's and the window's.
"""

import datetime as dt

from PySide6.QtWidgets import QBoxLayout, QWidget

from counter_app.domain.dates import branch_time
from counter_app.domain.work_state import WorkState
from counter_app.journal.folds.people import SpellView
from counter_app.services import work_states
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.keys import Key, meaning
from counter_app.ui.widgets.base import column, panel, row
from counter_app.ui.widgets.keycap import KeyCap
from counter_app.ui.widgets.label import ElidedLabel, Label, StateLabel

SAVED_HEIGHT = 24


class StripFoot(QWidget):
    """State of work with Alt+S, 静默求助 in plain words, and when something was last kept."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts, self._flat = parts, False
        self._kept: WorkState | None = None
        theme = parts.means.theme
        self.theme = theme
        self._state = ElidedLabel(theme, "", "small", "ink2")
        self._change = Label(theme, "", "small", "ink2")
        self._help = Label(theme, "", "small", "ink2")
        self._key = KeyCap(theme, Key.WORK_STATE.value)
        self._lines, self._first, self._second = column(), row(), row()
        self._saved = StateLabel(theme)
        self._saved_at = ""
        lines = column(self)
        lines.addWidget(self._states())
        self._last = panel("sunken", "top")
        row(self._last).addWidget(self._saved)
        lines.addWidget(self._last)
        theme.follow(self._restyle)

    def saved(self, at: str) -> None:
        """Something was kept durably at this instant (UTC text)."""
        self._saved_at = branch_time(dt.datetime.fromisoformat(at)).strftime("%H:%M:%S")
        self.retranslate()

    def retranslate(self) -> None:
        """The words in the language of the window."""
        self._change.setText(self.tr("换状态"))
        self._help.setText(meaning(Key.SILENT_HELP))
        words = self.tr("已保存 {at}").format(at=self._saved_at) if self._saved_at else ""
        self._saved.set_state("circle-check" if words else "", words, "ok")
        self._word_state()

    def set_flat(self, flat: bool) -> None:
        """As low as it can be, as in a strip along the lower edge."""
        self._flat = flat
        self.set_short(flat)

    def set_short(self, short: bool) -> None:
        """Where height is short, the state and the help stand on one line."""
        short = short or self._flat
        across = QBoxLayout.Direction.LeftToRight
        self._lines.setDirection(across if short else QBoxLayout.Direction.TopToBottom)
        for part in (self._change, self._key):
            part.setVisible(not short)

    def look(self) -> None:
        """Read again what keeps the lock away at this terminal."""
        acting = self._parts.means.acting
        self._parts.means.work.do(
            self, lambda c: work_states.own_work_state(c, acting), self._show_state
        )

    def _show_state(self, spell: SpellView | None) -> None:
        known = spell is not None and spell.what in set(WorkState)
        self._kept = WorkState(spell.what) if spell is not None and known else None
        self._word_state()

    def _word_state(self) -> None:
        if self._kept is None:
            self._state.setText(self.tr("没有人动键盘就自动锁屏"))
        else:
            label = self._parts.means.say(self._kept.label)
            self._state.setText(self.tr("{state}，不会自动锁屏").format(state=label))

    def _states(self) -> QWidget:
        whole = panel("sunken", "top")
        column(whole).addLayout(self._lines)
        first, second = self._first, self._second
        first.addWidget(self._state, 1)
        first.addWidget(self._change)
        first.addWidget(self._key)
        second.addStretch(1)
        second.addWidget(self._help)
        second.addWidget(KeyCap(self.theme, Key.SILENT_HELP.value))
        self._lines.addLayout(first, 1)
        self._lines.addLayout(second)
        return whole

    def _restyle(self) -> None:
        px = self.theme.px
        self._lines.setContentsMargins(px(12), px(4), px(12), px(4))
        for one in (self._first, self._second, self._lines):
            one.setSpacing(px(6))
        self._last.setFixedHeight(px(SAVED_HEIGHT))
        self._last.setContentsMargins(px(12), 0, px(12), 0)
