"""The pages of a look at a store where nothing can be written: a banner stays above each.

The store behind refuses to write by itself; here only what would write is not offered.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent

from counter_app.ui.customers.customer_page import CustomerPage
from counter_app.ui.customers.ground import Ground
from counter_app.ui.shell.actions import Action
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.supervision.follow_ups_page import FollowUpsPage
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import reveal
from counter_app.ui.widgets.states import Banner

WRITES = frozenset(("log.note", "due.keep", "due.reassign"))


class LookBanner(Banner):
    """What stays above every page of the look, in the language of now."""

    def __init__(self, theme: Theme, words: Callable[[], str]) -> None:
        super().__init__(theme)
        self._said = words
        self.set_words(words(), "eye")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words(self._said(), "eye")


class LookLog(DayLogPage):
    """The day's log without remarks."""

    def __init__(self, ground: Ground, words: Callable[[], str]) -> None:
        super().__init__(ground)
        self.put_head(LookBanner(ground.theme, words))
        reveal(self.replay.note_row, False)
        reveal(self.due.result_row, False)

    def offers(self) -> Sequence[Action]:
        return without_writing(super().offers())


class LookFollowUps(FollowUpsPage):
    """What is due, without saying that it was done."""

    def __init__(self, ground: Ground, words: Callable[[], str]) -> None:
        super().__init__(ground)
        self.put_head(LookBanner(ground.theme, words))
        reveal(self.due.result_row, False)

    def offers(self) -> Sequence[Action]:
        return without_writing(super().offers())


class LookCustomer(CustomerPage):
    """A customer; this page writes nothing anyway."""

    def __init__(self, ground: Ground, words: Callable[[], str]) -> None:
        super().__init__(ground)
        self.put_head(LookBanner(ground.theme, words))


def without_writing(actions: Sequence[Action]) -> list[Action]:
    """The actions of a page that only read."""
    return [action for action in actions if action.code not in WRITES]
