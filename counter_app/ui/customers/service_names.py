"""What the services are called, for lists that hold only their codes."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from counter_app.domain.refusal import Refusal
from counter_app.i18n import Text
from counter_app.services.counter import Counter
from counter_app.ui.customers.ground import Ground, told

_NONE: Mapping[str, Text] = MappingProxyType({})


class ServiceNames(QObject):
    """The titles of the services in force today; a service no longer offered keeps its code."""

    changed = Signal()

    def __init__(self, ground: Ground, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._titles = _NONE

    def load(self) -> None:
        """Ask for the titles; `changed` when they are others than before."""
        self._ground.work.do(self, told(titles_in_force), self._took)

    def words(self, code: str) -> str:
        """The title of a service in the language of the window."""
        title = self._titles.get(code)
        return self._ground.say(title) if title else code

    def codes(self) -> tuple[str, ...]:
        """The services in force, in the order of their numbers."""
        return tuple(self._titles)

    def _took(self, answer: Mapping[str, Text] | Refusal) -> None:
        if not isinstance(answer, Refusal) and answer != self._titles:
            self._titles = answer
            self.changed.emit()


def titles_in_force(counter: Counter) -> Mapping[str, Text]:
    """Code to title, by number."""
    today = counter.today()
    specs = counter.shelf.in_force(today).catalogue.in_force(today)
    return MappingProxyType({spec.code: spec.title for spec in specs})
