"""The page of follow-ups due: a person's own, or the whole branch's for who may reassign them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.ui.customers.ground import Ground
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.supervision.follow_up_pane import FollowUpPane, due_actions


class FollowUpsPage(Page):
    """`said` with what just happened; `case_wanted` when the case of a promise was opened."""

    said = Signal(str)
    case_wanted = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground.theme, "supervision.follow_ups")
        self.fill_whole()
        self.due = FollowUpPane(ground)
        self.body.addWidget(self.due, 1)
        self.due.said.connect(self.said)
        self.due.opened.connect(self.case_wanted)
        self.due.counted.connect(lambda _count: self.offers_changed.emit())

    def title(self) -> str:
        return self.tr("后续事项")

    def first_focus(self) -> QWidget | None:
        return self.due.table if self.due.lines() else None

    def entered(self) -> None:
        self.due.refresh()

    def refresh(self) -> None:
        self.due.refresh()

    def offers(self) -> Sequence[Action]:
        return due_actions(self.due)

    def retranslate(self) -> None:
        self.due.retranslate()
