"""The bar at the top: menu, branch, tabs, search, who works here, help, lock."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from counter_app.ui.keys import Key
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, panel, reveal, row, rule
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import ElidedLabel, StateLabel
from counter_app.ui.widgets.painting import draw_box
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.widgets.search_box import SearchBox


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the bar; `count` stands on it when it is not 0."""

    code: str
    words: str
    count: int = 0


class TopBar(QWidget):
    """48 high, 32 in the narrow layout, where it also says what the status line says."""

    tab_chosen = Signal(str)
    menu_asked = Signal()
    help_asked = Signal()
    lock_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._compact, self._signed_on = False, True
        self._tabs: tuple[Tab, ...] = ()
        self._current = ""
        self._states: tuple[State, ...] = ()
        self.menu = Button(theme, "", Key.MENU, "barflat", icon="menu")
        self.search = SearchBox(theme, Key.FIND)
        self._branch = ElidedLabel(theme, "", "strong", "barink")
        self._person = ElidedLabel(theme, "", "body", "barink")
        self._help = Button(theme, "", Key.HELP, "bar")
        self._lock = Button(theme, "", Key.LOCK, "bar")
        self._group = QButtonGroup(self)
        self._tab_row, self._state_row = row(), row()
        self._rule = rule("vbar")
        self._frame = panel("bar")
        self._build()
        self.menu.clicked.connect(self.menu_asked)
        self._help.clicked.connect(self.help_asked)
        self._lock.clicked.connect(self.lock_asked)
        self._group.idClicked.connect(self._tab_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()
        theme.follow(self._restyle)

    def set_branch(self, words: str) -> None:
        """Bank and branch."""
        self._branch.setText(words)

    def branch(self) -> str:
        """Bank and branch, as shown."""
        return self._branch.text()

    def set_person(self, words: str) -> None:
        """Window, name and number of who is signed on; before sign-on date and time."""
        self._person.setText(words)

    def set_tabs(self, tabs: Sequence[Tab], current: str) -> None:
        """Show these tabs, `current` chosen."""
        self._current = current
        if tuple(tabs) != self._tabs:
            self._tabs = tuple(tabs)
            self._fill_tabs()
        for number, tab in enumerate(self._tabs):
            self._group.button(number).setChecked(tab.code == current)
        self._restyle()

    def set_states(self, states: Sequence[State]) -> None:
        """The words of the status line, for the narrow layout."""
        self._states = tuple(states)
        self._fill_states()

    def set_signed_on(self, signed_on: bool) -> None:
        """Before sign-on there are only branch, time and help."""
        self._signed_on = signed_on
        self._restyle()

    def set_compact(self, compact: bool) -> None:
        """32 high, only the chosen tab, states in words."""
        self._compact = compact
        self._fill_states()
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._row = row(self._frame)
        for part in (self.menu, self._rule, self._branch):
            self._row.addWidget(part)
        self._row.addLayout(self._tab_row)
        self._row.addStretch(1)
        self._row.addWidget(self.search)
        self._row.addLayout(self._state_row)
        for part in (self._person, self._help, self._lock):
            self._row.addWidget(part)
        row(self).addWidget(self._frame)

    def _retranslate(self) -> None:
        self.menu.setAccessibleName(self.tr("菜单"))
        self.menu.setToolTip(self.tr("菜单"))
        self.search.set_words(self.tr("查找客户、受理编号、业务"), self.tr("查找"))
        self._help.set_words(self.tr("帮助"))
        self._lock.set_words(self.tr("锁屏"))

    def _fill_tabs(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._tab_row)
        for number, tab in enumerate(self._tabs):
            button = _TabButton(self.theme, tab)
            self._group.addButton(button, number)
            self._tab_row.addWidget(button)

    def _fill_states(self) -> None:
        clear(self._state_row)
        self._state_row.setSpacing(self.theme.px(12))
        if not self._compact:
            return
        for state in self._states[:2]:
            ink = {"ok": "barok", "warn": "barwarn", "bad": "barbad"}.get(state.ink, "barink2")
            words = StateLabel(self.theme, state.icon, state.words, ink)
            words.setMinimumWidth(words.sizeHint().width())
            self._state_row.addWidget(words)

    def _tab_clicked(self, number: int) -> None:
        self.tab_chosen.emit(self._tabs[number].code)

    def _restyle(self) -> None:
        px = self.theme.px
        for part in (self.menu, self._rule, self.search, self._lock):
            reveal(part, self._signed_on)
        for button in (self.menu, self._help, self._lock):
            button.set_compact(self._compact)
        self.search.set_compact(self._compact)
        reveal(self._branch, not self._compact or not self._signed_on)
        for number, tab in enumerate(self._tabs):
            tab_button = self._group.button(number)
            shown = self._signed_on and (not self._compact or tab.code == self._current)
            reveal(tab_button, shown)
            tab_button.setFixedHeight(px(32 if self._compact else 48))
        self._row.setContentsMargins(px(8), 0, px(16), 0)
        self._row.setSpacing(px(8 if self._compact else 12))
        self._branch.setMinimumWidth(self._branch.sizeHint().width() if self._signed_on else 0)
        self._rule.setFixedHeight(px(32 if self._compact else 48))
        self._fill_states()
        self.setFixedHeight(px(32 if self._compact else 48))
        self._fit()

    def _fit(self) -> None:
        """No word of a tab is cut: the search gives way first, then the room between tabs."""
        for short, close in ((False, False), (True, False), (True, True)):
            self.search.set_short(short)
            for tab in self._frame.findChildren(_TabButton):
                tab.set_close(close)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return


class _TabButton(QAbstractButton):
    def __init__(self, theme: Theme, tab: Tab) -> None:
        super().__init__()
        self.theme = theme
        self._tab = tab
        self._close = False
        self.setText(tab.words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if tab.count:
            self.setAccessibleDescription(str(tab.count))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def set_close(self, close: bool) -> None:
        """Nearer to its neighbours."""
        if close is not self._close:
            self._close = close
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        words = QFontMetrics(self.theme.font("body")).horizontalAdvance(self.text())
        width = words + 2 * self._beside()
        return QSize(width + (px(28) if self._tab.count else 0), px(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), self.theme.px(32))

    def _beside(self) -> int:
        return self.theme.px(8 if self._close else 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour, px = QPainter(self), self.theme.colour, self.theme.px
        lit = self.isChecked() or self.underMouse()
        painter.fillRect(self.rect(), colour("bar2" if lit else "bar"))
        if self.isChecked():
            line = QRect(0, self.height() - px(3), self.width(), px(3))
            painter.fillRect(line, colour("tab"))
        painter.setFont(self.theme.font("body"))
        painter.setPen(colour("barink" if self.isChecked() else "barink2"))
        words = self.rect().adjusted(self._beside(), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._tab.count:
            self._paint_count(painter)
        if self.hasFocus():
            draw_box(painter, self.rect().adjusted(1, 1, -1, -1), None, (colour("tab"), 2), 0)

    def _paint_count(self, painter: QPainter) -> None:
        px, colour = self.theme.px, self.theme.colour
        side = px(20)
        box = QRect(self.width() - px(12) - side, (self.height() - side) // 2, side, side)
        draw_box(painter, box, colour("countfill"), (colour("countfill"), 0), side / 2)
        painter.setFont(self.theme.font("small"))
        painter.setPen(colour("count"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._tab.count))
