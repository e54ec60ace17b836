"""The actions that the window itself offers on every page: help, find, panes, menu, lock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from counter_app.ui.keys import HelpRow, Key, meaning
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.body import Body
from counter_app.ui.shell.offers import OfferBoard
from counter_app.ui.shell.page import Knowing
from counter_app.ui.shell.panels import Panels
from counter_app.ui.widgets.action_bar import ActionBar
from counter_app.ui.widgets.focus import give_focus, stops
from counter_app.ui.widgets.notice import NoticeLine
from counter_app.ui.widgets.top_bar import TopBar

PAGE_UNDO = "page.undo"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the window that its own actions work on."""

    bar: TopBar
    body: Body
    notices: NoticeLine
    actions_bar: ActionBar
    panels: Panels
    offers: OfferBoard


class WindowActs(QObject):
    """What the window can do by itself."""

    lock_asked = Signal()

    def __init__(self, window: QWidget, parts: Parts) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        self._program: tuple[Action, ...] = ()
        self._last_in: dict[QWidget, QWidget] = {}

    def set_program(self, actions: Sequence[Action]) -> None:
        """What the program adds to the menu."""
        self._program = tuple(actions)

    def offered(self, *, signed_on: bool) -> list[Action]:
        """The actions that exist at this moment; before sign-on there is little."""
        always = [_hidden("window.help", Key.HELP, self.open_help)]
        if not signed_on:
            return always
        actions = [
            *always,
            _hidden("window.find", Key.FIND, self.open_find),
            _hidden("window.pane", Key.PANE, lambda: self.turn_pane(1)),
            _hidden("window.pane_back", Key.PANE_BACK, lambda: self.turn_pane(-1)),
            _hidden("window.menu", Key.MENU, self.open_menu),
            _hidden("window.lock", Key.LOCK, self.lock_asked.emit),
            _hidden("window.commands", Key.COMMANDS, self.open_commands),
            _hidden("window.notices", Key.NOTICES, self._parts.notices.say_again),
            _hidden("window.undo", Key.UNDO, self.undo),
        ]
        if self._parts.body.has_drawer():
            actions.append(_hidden("window.drawer", Key.DRAWER, self.toggle_drawer))
        return actions

    def open_help(self) -> None:
        """The keys that act now."""
        page = self._parts.body.page()
        own = list(page.help_rows()) if page is not None else []
        fixed = [
            HelpRow("Enter", self.tr("到下一栏，最后到主按钮")),
            HelpRow(Key.CLOSE.value, meaning(Key.CLOSE)),
        ]
        title = page.title() if page is not None else ""
        words = self.tr("键：{page}").format(page=title) if title else self.tr("键")
        known: list[HelpRow] = list(page.knowledge_rows()) if isinstance(page, Knowing) else []
        self._parts.panels.open_help(words, [*known, *own, *self._parts.offers.help_rows(), *fixed])

    def open_find(self) -> None:
        """The search box."""
        self._parts.panels.enter_search(QApplication.focusWidget())

    def open_commands(self) -> None:
        """All that can be done now."""
        self._parts.panels.open_commands(self._parts.offers.commands())

    def open_menu(self) -> None:
        """What the program offers on every page, and what the window does."""
        menu = QMenu(self._window)
        menu.setAccessibleName(meaning(Key.MENU))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in (*self._program, *self.offered(signed_on=True)):
            if action.code != "window.menu":
                self._add_entry(menu, action)
        button = self._parts.bar.menu
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])

    def toggle_drawer(self) -> None:
        """The right pane over the page, in windows too narrow for it."""
        layers, body = self._parts.panels.layers, self._parts.body
        if body.toggle_drawer():
            layers.push("drawer", body.close_drawer)
        else:
            layers.drop("drawer")

    def turn_pane(self, step: int) -> None:
        """Focus the next pane, where it had the focus last."""
        panes = [
            pane for pane in (*self._parts.body.panes(), self._parts.actions_bar) if stops(pane)
        ]
        focus = QApplication.focusWidget()
        here = [n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)]
        if not panes:
            return
        if here and focus is not None:
            self._last_in[panes[here[0]]] = focus
        pane = panes[(here[0] + step) % len(panes)] if here else panes[0]
        last = self._last_in.get(pane)
        if last not in stops(pane) or not give_focus(last):
            stops(pane)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def undo(self) -> None:
        """Undo what the notice is about, or what the page can undo."""
        if not self._parts.notices.undo():
            self._parts.offers.run(PAGE_UNDO)

    def _add_entry(self, menu: QMenu, action: Action) -> None:
        words = f"{action.words}\t{action.key}" if action.key else action.words
        entry = QAction(words, menu)
        entry.triggered.connect(lambda _checked=False: self._parts.offers.run(action.code))
        menu.addAction(entry)


def _hidden(code: str, key: Key, run: Callable[[], None]) -> Action:
    return Action(code, meaning(key), run, key.value, "hidden")
