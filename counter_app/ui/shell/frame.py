"""The main window: bars and panes round the page on show, its keys, its layers, its lock.

Knows a page only as `Page`. What is found, who may unlock, what a tab means comes from outside.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action, Shortcuts
from counter_app.ui.shell.body import Body
from counter_app.ui.shell.focus_keeper import FocusKeeper
from counter_app.ui.shell.layout import layout_for
from counter_app.ui.shell.locker import Locker
from counter_app.ui.shell.offers import OfferBoard
from counter_app.ui.shell.own_actions import PAGE_UNDO, Parts, WindowActs
from counter_app.ui.shell.page import Page
from counter_app.ui.shell.panels import Panels
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.action_bar import ActionBar
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.focus import go_on, stops
from counter_app.ui.widgets.notice import Notice, NoticeLine
from counter_app.ui.widgets.queue_list import QueueGroup, State
from counter_app.ui.widgets.states import TrainingStripe
from counter_app.ui.widgets.status_line import StatusLine
from counter_app.ui.widgets.top_bar import TopBar

_LEAF = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Frame(QMainWindow):
    """The window. From outside also used: `bar`, `status`, `body.queue`, `panels`, `locker`."""

    lock_asked = Signal()
    page_shown = Signal(object)
    """Another page, or the same again, stands in the middle."""

    def __init__(
        self,
        theme: Theme,
        initials: Callable[[str], str] = str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("ground", "canvas")
        self._signed_on = True
        self.stand_in: QWidget | None = None
        self._program: Sequence[Action] = ()
        self._entering = False
        self.bar = TopBar(theme)
        self.stripe = TrainingStripe(theme)
        self.body = Body(theme)
        self.notices = NoticeLine(theme)
        self.actions_bar = ActionBar(theme)
        self.status = StatusLine(theme)
        self._content = QWidget()
        self._build()
        self.locker = Locker(theme, self, self._content)
        self.panels = Panels(theme, self._content, self.bar.search, initials)
        self.shortcuts = Shortcuts(self, clock, self._explain)
        self.offers = OfferBoard(theme, self.shortcuts, self.actions_bar)
        parts = Parts(self.bar, self.body, self.notices, self.actions_bar, self.panels, self.offers)
        self.acts = WindowActs(self, parts)
        self._keeper = FocusKeeper(self, self._home)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._connect()
        theme.follow(self._relayout)

    def show_page(self, page: Page) -> None:
        """Put a page into the middle and the focus where it wants it."""
        if self.body.pages.indexOf(page) < 0:
            page.offers_changed.connect(self._page_changed)
        self.panels.close_all()
        self.body.show_page(page)
        page.set_compact(self._compact())
        self._entering = True
        try:
            page.entered()
            self.page_shown.emit(page)
        finally:
            self._entering = False
        self.body.refresh_context()
        self._relayout()
        home = self._home()
        if home is not None:
            home.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def front(self) -> QWidget:
        """The window that the person sees now: this one, or what stands in for it. Dialogs go there."""
        return self.stand_in or self

    def page(self) -> Page | None:
        """The page on show."""
        return self.body.page()

    def set_program_actions(self, actions: Sequence[Action]) -> None:
        """What the program offers on every page, in the menu too: start a visit, change size…"""
        self._program = tuple(actions)
        self.acts.set_program(self._program)
        self._offer()

    def set_signed_on(self, signed_on: bool) -> None:
        """Before sign-on the window shows only bar, page and status line."""
        self._signed_on = signed_on
        self.bar.set_signed_on(signed_on)
        self.body.set_signed_on(signed_on)
        self._relayout()

    def set_left(self, shown: bool) -> None:
        """Whether the pages on show have a left pane beside them; a desk's have, others not."""
        if self.body.set_left(shown):
            self._relayout()

    def set_groups(self, groups: Sequence[QueueGroup]) -> None:
        """What is open, parked and due."""
        self.body.set_groups(groups)

    def set_states(self, states: Sequence[State]) -> None:
        """Saved, waiting, devices; in the narrow layout the first two stand in the top bar."""
        self.status.set_states(states)
        self.bar.set_states(states)

    def say(self, words: str, icon: str = "info", undo: Callable[[], None] | None = None) -> None:
        """A notice above the action bar; never for errors."""
        self.notices.say(Notice(words, icon, undo))
        self.panels.layers.push("notice", self.notices.close_notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.page()
        if event.key() == Qt.Key.Key_Escape:
            self.panels.layers.close_top()
        elif event.key() in _LEAF and page is not None:
            page.leaf(_LEAF[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and page is not None:
            go_on(page, self.offers.primary())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._relayout()

    def _build(self) -> None:
        inner = column(self._content)
        inner.addWidget(self.bar)
        inner.addWidget(self.stripe)
        inner.addWidget(self.body, 1)
        inner.addWidget(self.notices)
        inner.addWidget(self.actions_bar)
        inner.addWidget(self.status)
        self.stripe.hide()
        self.setCentralWidget(self._content)

    def _connect(self) -> None:
        self.acts.lock_asked.connect(self.lock_asked)
        self.bar.lock_asked.connect(self.lock_asked)
        self.bar.help_asked.connect(self.acts.open_help)
        self.bar.menu_asked.connect(self.acts.open_menu)
        self.actions_bar.more_asked.connect(self.acts.open_commands)
        self.body.drawer_button.clicked.connect(self.acts.toggle_drawer)
        self.panels.silence.connect(self.shortcuts.pause)
        self.panels.command_picked.connect(self.offers.run)
        self.panels.nowhere.connect(self._go_home)
        self._keeper.moved.connect(self._show_focus)
        self._settled.timeout.connect(self._show_again)
        self.locker.changed.connect(self._lock_changed)
        self.notices.closed.connect(lambda: self.panels.layers.drop("notice"))

    def _compact(self) -> bool:
        return layout_for(self.width(), self.height(), self.theme.scale).compact

    def _relayout(self) -> None:
        layout = layout_for(self.width(), self.height(), self.theme.scale)
        for part in (self.bar, self.actions_bar):
            part.set_compact(layout.compact)
        self.status.setVisible(not layout.compact)
        self.body.set_layout(layout)
        page = self.page()
        if page is not None and page.compact != layout.compact:
            page.set_compact(layout.compact)
        self._offer()
        self.panels.place()

    def _page_changed(self) -> None:
        """The page on show offers something else; while it is entered it is asked once, at the end."""
        if self.sender() is self.page() and not self._entering:
            self.body.refresh_context()
            self._offer()

    def _offer(self) -> None:
        page = self.page()
        offered = [_without_undo_key(action) for action in page.offers()] if page else []
        own = self.acts.offered(signed_on=self._signed_on)
        self.offers.offer(offered, self._program if self._signed_on else (), own)
        self.actions_bar.setVisible(bool(self.actions_bar.buttons()))
        if page is not None:
            self._retitle(page)

    def _retitle(self, page: Page) -> None:
        title = " - ".join(part for part in (page.title(), self.bar.branch()) if part)
        if not self.locker.locked:
            self.setWindowTitle(title)
        page.setAccessibleName(page.title())

    def _home(self) -> QWidget | None:
        """Where the focus belongs when nothing has it."""
        if self.locker.locked:
            return self.locker.screen.first_focus()
        page = self.page()
        if page is None:
            return None
        first = page.first_focus()
        if first is not None and first.isVisibleTo(self):
            return first
        return next(iter(stops(page)), None) or self.offers.primary()

    def _show_focus(self, widget: QWidget) -> None:
        """What has the focus is never hidden below the edge of the page."""
        page = self.page()
        if page is not None and page.isAncestorOf(widget):
            page.show_widget(widget)
            self._settled.start()

    def _show_again(self) -> None:
        """Once more when the layout has settled: a row may have opened at the same time."""
        page, focus = self.page(), QApplication.focusWidget()
        if page is not None and focus is not None:
            page.show_widget(focus)

    def _go_home(self) -> None:
        home = self._home()
        if home is not None:
            home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, sentence: str) -> None:
        self.say(sentence, "info")

    def _lock_changed(self, locked: bool) -> None:
        self.shortcuts.pause(locked or self.panels.modal())
        if not locked:
            self._relayout()


def _without_undo_key(action: Action) -> Action:
    """Ctrl+Z is the window's: it first undoes what a notice offers, then the page's own."""
    return replace(action, code=PAGE_UNDO, key="") if action.key == Key.UNDO else action
