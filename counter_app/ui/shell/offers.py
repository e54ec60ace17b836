"""Everything that can be done now, from window, program and page: one list for shortcuts,
buttons, command list and help.

Where two offer the same key, the page wins over the program and the program over the window.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell.actions import Action, Shortcuts
from counter_app.ui.shell.pick_list import Pick
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.action_bar import ActionBar
from counter_app.ui.widgets.button import Button, Kind

_Look = tuple[str, str, Kind, str]
"""What a button shows: two of the same look are one button, kept from page to page."""


class OfferBoard(QObject):
    """Keeps shortcuts and buttons in step with what is offered."""

    def __init__(self, theme: Theme, shortcuts: Shortcuts, bar: ActionBar) -> None:
        super().__init__(bar)
        self.theme = theme
        self._shortcuts = shortcuts
        self._bar = bar
        self._actions: dict[str, Action] = {}
        self._shape: list[tuple[object, ...]] = []
        self._buttons: dict[str, Button] = {}
        self._looks: dict[str, _Look] = {}

    def offer(self, *sources: Sequence[Action]) -> None:
        """Take these actions instead; earlier sources win a key over later ones."""
        kept: dict[str, Action] = {}
        taken: set[str] = set()
        for action in (action for source in sources for action in source):
            if action.code in kept or (action.key and action.key in taken):
                continue
            kept[action.code] = action
            taken.add(action.key)
        self._actions = kept
        shape: list[tuple[object, ...]] = [
            (a.code, a.words, a.key, a.place, a.icon, a.danger) for a in self._actions.values()
        ]
        if shape != self._shape:
            self._shape = shape
            self._shortcuts.offer([*map(self._late, kept.values()), *self._aliases()])
            self._make_buttons()

    def run(self, code: str) -> None:
        """Do what is offered under this code now."""
        action = self._actions.get(code)
        if action is not None:
            self._shortcuts.run(action)

    def action(self, code: str) -> Action | None:
        """The action offered under a code."""
        return self._actions.get(code)

    def all(self) -> list[Action]:
        """Everything offered now, for another window with the same keys."""
        return list(self._actions.values())

    def with_key(self, key: str) -> Action | None:
        """The action that has a key."""
        return next((a for a in self._actions.values() if a.key == key), None)

    def button(self, code: str) -> Button | None:
        """The button of an action, if it has one."""
        return self._buttons.get(code)

    def primary(self) -> Button | None:
        """The one filled button."""
        for code, action in self._actions.items():
            if action.place == "primary":
                return self._buttons.get(code)
        return None

    def commands(self) -> list[Pick]:
        """All actions as rows of the command list."""
        order = {"primary": 0, "page": 1, "desk": 2, "back": 3, "hidden": 4}
        actions = sorted(self._actions.values(), key=lambda a: order[a.place])
        return [
            Pick(a.code, a.words, key=a.key)
            for a in actions
            if a.code != "window.commands" and a.words
        ]

    def help_rows(self) -> list[HelpRow]:
        """All keys that act now."""
        return [HelpRow(a.key, a.words) for a in self._actions.values() if a.key and a.words]

    def _late(self, action: Action) -> Action:
        """The same action, but looked up when pressed: pages offer new ones all the time."""
        return Action(action.code, action.words, lambda: self.run(action.code), action.key)

    def _aliases(self) -> list[Action]:
        """Ctrl+Enter is F8; both Enter keys count."""
        following = self.with_key(Key.NEXT)
        if following is None or self.with_key(Key.NEXT_TOO) is not None:
            return []
        return [
            Action(f"alias.{key}", "", lambda: self.run(following.code), key)
            for key in (Key.NEXT_TOO.value, "Ctrl+Enter")
        ]

    def _make_buttons(self) -> None:
        focused = [code for code, button in self._buttons.items() if button.hasFocus()]
        looks = {a.code: _look(a) for a in self._actions.values() if a.place != "hidden"}
        self._buttons = {
            code: self._buttons[code] if self._looks.get(code) == look else self._made(code, look)
            for code, look in looks.items()
        }
        self._looks = looks
        places: dict[str, list[Button]] = {"desk": [], "page": [], "back": [], "primary": []}
        for code, button in self._buttons.items():
            places[self._actions[code].place].append(button)
        end = [*places["back"], *places["primary"]]
        self._bar.set_buttons(places["desk"], places["page"], end)
        if focused and focused[0] in self._buttons:
            button = self._buttons[focused[0]]
            # One that is not shown yet would take the focus later, from whatever has it by then.
            button.show()
            button.setFocus()

    def _made(self, code: str, look: _Look) -> Button:
        words, key, kind, icon = look
        button = Button(self.theme, words, key, kind, icon=icon)
        button.clicked.connect(lambda: self.run(code))
        return button


def _look(action: Action) -> _Look:
    kind: Kind = "plain"
    if action.place == "primary":
        kind = "primary"
    elif action.danger:
        kind = "danger"
    return action.words, action.key, kind, action.icon
