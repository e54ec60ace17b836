"""The panels over the page and what Esc closes: results, commands, help, drawer, notice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.ui.keys import HelpRow
from counter_app.ui.shell.finder import CommandPanel, HelpPanel, ResultsPanel
from counter_app.ui.shell.overlay import Layers, Overlay
from counter_app.ui.shell.pick_list import Pick
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.focus import give_focus
from counter_app.ui.widgets.search_box import SearchBox


class Panels(QObject):
    """Opens and places the panels. While commands or help are open, other keys are silent."""

    silence = Signal(bool)
    command_picked = Signal(str)
    hit_picked = Signal(str)
    searched = Signal(str)
    nowhere = Signal()

    def __init__(
        self, theme: Theme, host: QWidget, box: SearchBox, initials: Callable[[str], str]
    ) -> None:
        super().__init__(host)
        self.theme = theme
        self._host, self._box = host, box
        self.layers = Layers()
        self.results = ResultsPanel(theme, host)
        self.commands = CommandPanel(theme, host, initials)
        self.help = HelpPanel(theme, host)
        self._before_search: QWidget | None = None
        for name, panel in self._named().items():
            panel.closed.connect(lambda of=name: self._closed(of))
        self.commands.picked.connect(self._picked_command)
        self.results.picked.connect(self._picked_hit)
        box.textEdited.connect(self._typed)
        box.moved.connect(self.results.rows.move)
        box.taken.connect(self.results.rows.take)
        box.left_by_key.connect(self.leave_search)
        box.lost.connect(self._fold_results)

    def open_commands(self, commands: Sequence[Pick]) -> None:
        """Show what can be done."""
        self.commands.set_commands(commands)
        self._open("commands")

    def open_help(self, title: str, rows: Sequence[HelpRow]) -> None:
        """Show the keys of this moment."""
        self.help.show_rows(title, rows)
        self._open("help")

    def show_results(self, typed: str, picks: Sequence[Pick], note: str) -> None:
        """Results for what was typed; late ones for other words are dropped."""
        if typed != self._box.text() or not self._box.hasFocus():
            return
        self.results.show_results(typed, picks, note)
        self.results.show()
        self.layers.push("results", self.leave_search)
        self.place()
        self.results.raise_()

    def enter_search(self, focused: QWidget | None) -> None:
        """Focus the box and remember where to go back to."""
        if not self._box.hasFocus():
            self._before_search = focused
        self._box.setFocus()
        self._box.selectAll()

    def leave_search(self) -> None:
        """Close the results, empty the box, and go back."""
        self._fold_results()
        if not give_focus(self._before_search):
            self.nowhere.emit()

    def place(self) -> None:
        """Put the panels where they belong for the present size."""
        px, host = self.theme.px, self._host
        corner = self._box.mapTo(host, self._box.rect().bottomLeft())
        width = max(self._box.width(), px(420))
        self.results.setFixedWidth(width)
        self.results.adjustSize()
        left = min(corner.x(), host.width() - width - px(8))
        self.results.move(max(left, 0), corner.y() + px(4))
        self.commands.adjustSize()
        self.commands.move((host.width() - self.commands.width()) // 2, px(64))
        wide, high = min(px(880), host.width() - px(32)), min(px(560), host.height() - px(64))
        self.help.resize(wide, high)
        self.help.move((host.width() - wide) // 2, (host.height() - high) // 2)

    def modal(self) -> bool:
        """Whether a panel is open under which other keys are silent."""
        return any(self.layers.is_open(name) for name in self._named())

    def close_all(self) -> None:
        """Close everything, as before a lock."""
        while self.layers.close_top():
            pass

    def _fold_results(self) -> None:
        self.results.hide()
        self.results.rows.set_picks(())
        self.layers.drop("results")
        self._box.clear()

    def _named(self) -> dict[str, Overlay]:
        return {"commands": self.commands, "help": self.help}

    def _open(self, name: str) -> None:
        panel = self._named()[name]
        self.place()
        panel.open_over()
        self.layers.push(name, panel.close_over)
        self.silence.emit(True)

    def _closed(self, name: str) -> None:
        self.commands.rows.set_picks(())
        self.layers.drop(name)
        self.silence.emit(self.modal())

    def _picked_command(self, code: str) -> None:
        self.commands.close_over()
        self.command_picked.emit(code)

    def _picked_hit(self, code: str) -> None:
        self.leave_search()
        self.hit_picked.emit(code)

    def _typed(self, typed: str) -> None:
        if typed.strip():
            self.searched.emit(typed)
        else:
            self.results.hide()
            self.results.rows.set_picks(())
            self.layers.drop("results")
