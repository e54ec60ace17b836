"""The next line of the checklist that waits, with one key for "seen" and one for "missing"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import Outcome
from counter_app.forms.run_views import ChecklistLine, Standing
from counter_app.ui.desk import checklist_model as model
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.keys import Key
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import ElidedLabel, Label


class NextItem(QWidget):
    """`changed` when a line was answered. A line only its paper answers is left to the desk."""

    changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        theme = parts.means.theme
        self._count = Label(theme, "", "small", "ink2")
        self._title = Label(theme, "", "strong", wrap=True)
        self._look = Label(theme, "", "small", "ink2", wrap=True)
        self._look_line = ElidedLabel(theme, "", "small", "ink2")
        self._after = Label(theme, "", "small", "ink2", wrap=True)
        self._left = Label(theme, "", "small", "warn", wrap=True)
        self.tick = Button(theme, "", "Space", "small")
        self._missing = Button(theme, "", "-", "small")
        self._buttons = buttons = row()
        buttons.addWidget(self.tick, 1)
        buttons.addWidget(self._missing)
        self._lines = lines = column(self)
        for part in (self._count, self._title, self._look, self._look_line):
            lines.addWidget(part)
        lines.addLayout(buttons)
        lines.addWidget(self._left)
        lines.addWidget(self._after)
        self.set_short(False)
        self.tick.clicked.connect(self._seen)
        self._missing.clicked.connect(lambda: self._answer(Outcome.MISSING))
        theme.follow(self._restyle)

    def render_case(self) -> None:
        """The line that waits, and the two after it."""
        say, lines = self._parts.means.say, self._asked()
        waiting = [one for one in lines if one.standing is Standing.NOT_YET]
        done = sum(one.settled for one in lines)
        words = self.tr("下一项　{done} / {all} 已齐").format(done=done, all=len(lines))
        self._count.setText(words)
        line = waiting[0] if waiting else None
        self._title.setText(say(line.title) if line else self.tr("都看过了"))
        look = say(line.look or line.why) if line else ""
        self._look.setText(look)
        self._look_line.setText(look)
        self._show_left(lines)
        self._after.setText("\n".join(say(one.title) for one in waiting[1:3]))
        self.tick.set_words(self.tr("已看"))
        self._missing.set_words(self.tr("缺"))

    def set_short(self, short: bool) -> None:
        """Where height is short, the lines after it are left out, and its own words are one line."""
        self._after.setVisible(not short)
        self._look.setVisible(not short)
        self._look_line.setVisible(short)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Minus:
            self._answer(Outcome.MISSING)
        else:
            super().keyPressEvent(event)

    def _show_left(self, lines: list[ChecklistLine]) -> None:
        """What a tick did not settle: a validity, the last signs, the way on for what is missing."""
        left = [one for one in lines if not one.settled and one.standing is not Standing.NOT_YET]
        words = self.tr("“{title}”还没办完，展开来办：{key}")
        title = self._parts.means.say(left[0].title) if left else ""
        self._left.setText(words.format(title=title, key=Key.STRIP.value))
        self._left.setVisible(bool(left))

    def _asked(self) -> list[ChecklistLine]:
        _opened, run, runner = self._parts.case.at_hand()
        return model.asked(runner.checklist(run))

    def _seen(self) -> None:
        line = next((one for one in self._asked() if one.standing is Standing.NOT_YET), None)
        _opened, run, _runner = self._parts.case.at_hand()
        if line is not None:
            self._parts.case.change(model.ticked(line, run))
            self.changed.emit()

    def _answer(self, outcome: Outcome) -> None:
        line = next((one for one in self._asked() if one.standing is Standing.NOT_YET), None)
        _opened, run, _runner = self._parts.case.at_hand()
        if line is not None:
            self._parts.case.change(model.with_outcome(line, run, outcome))
            self.changed.emit()

    def _restyle(self) -> None:
        px = self._parts.means.theme.px
        self._buttons.setSpacing(px(8))
        self._lines.setSpacing(px(3))
