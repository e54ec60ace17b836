"""Finding by keys: results under the search box, the list of all commands, the help.

Owns the three panels. What is found comes from outside.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from counter_app.ui.keys import HelpRow
from counter_app.ui.shell.overlay import Overlay
from counter_app.ui.shell.pick_list import Pick, PickList
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, column, reveal, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.field_box import FieldBox
from counter_app.ui.widgets.keycap import KeyCap
from counter_app.ui.widgets.label import Label

_MOST = 8
_PRESS = QEvent.Type.KeyPress


class ResultsPanel(Overlay):
    """What the search found, under its box; the focus stays in the box."""

    picked = Signal(str)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host)
        self.rows = PickList(theme, "")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.picked.connect(self.picked)
        self._typed = ""
        self._note = Label(theme, "", "small", "ink2", wrap=True)
        self._column = column(self)
        self._column.addWidget(self.rows)
        self._column.addWidget(self._note)
        theme.follow(self._restyle)

    def show_results(self, typed: str, picks: Sequence[Pick], note: str) -> None:
        """Show results; `note` says why there are none, or that there are more.

        What comes again for the same words leaves the hand where it was.
        """
        stay_at = self.rows.current() if typed == self._typed else ""
        self._typed = typed
        self.rows.setAccessibleName(self.tr("查找结果"))
        self.rows.set_picks(picks, stay_at)
        self._note.setText(note)
        reveal(self._note, bool(note))
        self._restyle()

    def _restyle(self) -> None:
        px = self.theme.px
        self.rows.setFixedHeight(self.rows.height_for(_MOST))
        reveal(self.rows, bool(self.rows.picks()))
        self._note.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setContentsMargins(1, 1, 1, 1)
        self.adjustSize()


class CommandPanel(Overlay):
    """All that can be done now, found by its Chinese name or its pinyin initials."""

    picked = Signal(str)

    def __init__(self, theme: Theme, host: QWidget, initials: Callable[[str], str]) -> None:
        super().__init__(theme, host)
        self._initials = initials
        self._all: tuple[Pick, ...] = ()
        self.box = FieldBox(theme)
        self.rows = PickList(theme, "")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = Label(theme, "", "small", "ink2")
        self.box.textChanged.connect(self._filter)
        self.box.installEventFilter(self)
        self.rows.picked.connect(self.picked)
        self._column = column(self)
        for part in (self.box, self.rows, self._none):
            self._column.addWidget(part)
        theme.follow(self._restyle)

    def set_commands(self, commands: Sequence[Pick]) -> None:
        """What can be done now."""
        self._all = tuple(commands)
        self.box.clear()
        self.box.setAccessibleName(self.tr("命令"))
        self.box.setPlaceholderText(self.tr("打名称或拼音首字母"))
        self.rows.setAccessibleName(self.tr("命令"))
        self._none.setText(self.tr("没有这样的命令，退格重打"))
        self._filter("")

    def first_focus(self) -> QWidget | None:
        return self.box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == _PRESS:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.rows.move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.rows.take()
                return True
        return False

    def _filter(self, typed: str) -> None:
        wanted = typed.strip().lower()
        found = [pick for pick in self._all if self._fits(pick, wanted)]
        self.rows.set_picks(found)
        reveal(self._none, not found)
        self._restyle()

    def _fits(self, pick: Pick, wanted: str) -> bool:
        return wanted in pick.words.lower() or wanted in self._initials(pick.words).lower()

    def _restyle(self) -> None:
        px = self.theme.px
        self.rows.setFixedHeight(self.rows.height_for(_MOST))
        self._column.setContentsMargins(px(8), px(8), px(8), px(8))
        self._column.setSpacing(px(4))
        self.setFixedWidth(px(480))
        self.adjustSize()


class HelpPanel(Overlay):
    """The keys that act on this page, in two columns."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host)
        self._rows: tuple[HelpRow, ...] = ()
        self._title = Label(theme, "", "title")
        self._close = Button(theme, "", "Esc", "small")
        self._close.clicked.connect(self.close_over)
        self._inner = QWidget()
        self._inner.setProperty("ground", "surface")
        self._grid = QGridLayout(self._inner)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._inner)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = row()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self._column = column(self)
        self._column.addLayout(head)
        self._column.addWidget(self._scroll, 1)
        theme.follow(self._restyle)

    def show_rows(self, title: str, rows: Sequence[HelpRow]) -> None:
        """The keys of this moment under the page's title."""
        self._rows = tuple(rows)
        self._title.setText(title)
        self._close.set_words(self.tr("关闭"))
        self._restyle()

    def first_focus(self) -> QWidget | None:
        return self._close

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 10,
            Qt.Key.Key_PageUp: -10,
        }
        if event.key() in step:
            bar.setValue(bar.value() + step[Qt.Key(event.key())] * self.theme.px(32))
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        px = self.theme.px
        clear(self._grid)
        half = (len(self._rows) + 1) // 2
        for number, line in enumerate(self._rows):
            at, side = number % max(half, 1), 0 if number < half else 2
            cap = KeyCap(self.theme, line.key)
            self._grid.addWidget(cap, at, side, Qt.AlignmentFlag.AlignRight)
            words = Label(self.theme, line.words, "body", wrap=True)
            self._grid.addWidget(words, at, side + 1)
        for place in (1, 3):
            self._grid.setColumnStretch(place, 1)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setRowStretch(half, 1)
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(12))
