"""A home that cannot be opened now and is not damaged: one sentence, the next step, and once more."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner


class HinderedPage(Page):
    """`again_asked` when the person has done what was said. `words` in the language of now."""

    again_asked = Signal()

    def __init__(self, theme: Theme, words: Callable[[], str], step: Callable[[], str]) -> None:
        super().__init__(theme, "hindered")
        self._words, self._step_words = words, step
        self._head = Label(theme, "", "title", wrap=True)
        self.banner = Banner(theme)
        self.step = Label(theme, "", "body", wrap=True)
        for part in (self._head, self.banner, self.step):
            self.body.addWidget(part)
        self.body.addStretch(1)
        theme.follow(self._space)
        self.retranslate()

    def title(self) -> str:
        return self.tr("现在还不能登录")

    def offers(self) -> Sequence[Action]:
        words = self.tr("再打开一次")
        return (Action("hindered.again", words, self.again_asked.emit, Key.NEXT, "primary"),)

    def retranslate(self) -> None:
        self._head.setText(self.title())
        self.banner.set_words(self._words(), "circle-x", "bad")
        self.step.setText(self._step_words())

    def _space(self) -> None:
        for part in (self.banner, self.step):
            part.setMaximumWidth(self.theme.px(968))
