"""Nobody is at the window: what is waiting stands at the left, F2 begins the next visit."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.step_actions import Wishes, waiting_actions
from counter_app.ui.keys import Key
from counter_app.ui.shell import Action, Page
from counter_app.ui.widgets.states import Banner, EmptyState
from counter_app.ui.words.sentences import refusal_sentence


class HomePage(Page):
    """An empty desk says why it is empty and which key leads on."""

    def __init__(self, means: Means, wishes: Wishes) -> None:
        super().__init__(means.theme, "desk.home")
        self._means, self._wishes = means, wishes
        self.banner = Banner(means.theme)
        self._empty = EmptyState(means.theme, "users", "")
        self.body.addWidget(self.banner)
        self.body.addWidget(self._empty, 1)
        self.retranslate()

    def title(self) -> str:
        return self.tr("柜面")

    def retranslate(self) -> None:
        self._empty.set_words(
            self.tr("窗口没有客户"),
            (Key.CALL, self.tr("接待下一位")),
            (Key.PARK, self.tr("挂起清单")),
            (Key.FIND, self.tr("查找")),
        )

    def entered(self) -> None:
        self.banner.set_words("")
        self.retranslate()

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why it could not be done."""
        words = refusal_sentence(refusal, self._means.language())
        self.banner.set_words(words, "circle-x", "bad")

    def context(self) -> Sequence[QWidget]:
        return ()

    def offers(self) -> Sequence[Action]:
        wishes = self._wishes
        words = self.tr("接待下一位")
        parked = self.tr("挂起清单")
        return [
            Action("desk.parked", parked, wishes.parked_list.emit, Key.PARK, "desk"),
            Action("desk.state", self.tr("工作状态"), wishes.work_state.emit, Key.WORK_STATE),
            *waiting_actions(wishes),
            Action("desk.next", words, wishes.next_visit.emit, Key.CALL, "primary"),
        ]
