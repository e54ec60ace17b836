"""The page of a damaged store: what is wrong and where, that the file is kept, and three ways on.

Asks once before going on; what is done is done behind its signals. Reads and writes nothing.
"""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from counter_app.ui.damaged.choice_row import ChoiceRow
from counter_app.ui.damaged.sentences import copy_words, damage_words, head_words
from counter_app.ui.damaged.told import DamageTold
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, reveal
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import FactList
from counter_app.ui.widgets.states import Banner, Progress

LOOK, AGAIN = "Alt+V", "Alt+R"


class DamagedPage(Page):
    """`look_asked`, `going_on` (asked and confirmed), `again_asked`: what the person chose."""

    look_asked = Signal()
    going_on = Signal()
    again_asked = Signal()

    def __init__(self, theme: Theme, told: DamageTold) -> None:
        super().__init__(theme, "damaged")
        self._told = told
        self._busy = False
        self._head = Label(theme, "", "title", wrap=True)
        self._calm = Label(theme, "", "body", wrap=True)
        self.banner = Banner(theme)
        self.progress = Progress(theme)
        self.progress.hide()
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._facts = FactList(theme)
        self._card_column = column(self._card)
        self._card_column.addWidget(self._facts)
        self._go_on, self._look, self._again = (
            ChoiceRow(theme, key) for key in (Key.NEXT, LOOK, AGAIN)
        )
        for part in (self._head, self._calm, self.banner, self.progress, self._card):
            self.body.addWidget(part)
        self.body.addSpacing(theme.px(8))
        for choice in (self._go_on, self._look, self._again):
            self.body.addWidget(choice)
        self.body.addStretch(1)
        theme.follow(self._space)
        self.retranslate()

    def title(self) -> str:
        return head_words(self._told.code)

    def offers(self) -> Sequence[Action]:
        why_not = self.tr("正在做，请等一下") if self._busy else ""
        again = Action(
            "damaged.again", self.tr("再打开一次"), self.again_asked.emit, AGAIN, why_not=why_not
        )
        look = Action(
            "damaged.look",
            self.tr("只看不写"),
            self.look_asked.emit,
            LOOK,
            icon="eye",
            why_not=why_not,
        )
        if not self._told.may_go_on:
            return (again, look)
        words = self.tr("接着用")
        return (
            again,
            look,
            Action("damaged.go_on", words, self._ask, Key.NEXT, "primary", why_not=why_not),
        )

    @property
    def told(self) -> DamageTold:
        """What is known of the damage."""
        return self._told

    def set_told(self, told: DamageTold) -> None:
        """More is known now."""
        self._told = told
        self.retranslate()
        self.offers_changed.emit()

    def set_busy(self, words: str) -> None:
        """Say what is being done; empty: it has ended."""
        self._busy = bool(words)
        if words:
            self.banner.set_words("")
            self.progress.set_progress(words, 0, 0)
        reveal(self.progress, self._busy)
        self.offers_changed.emit()

    def refuse(self, sentence: str) -> None:
        """What was asked could not be done, and why."""
        self.set_busy("")
        self.banner.set_words(sentence, "circle-x", "bad")

    def retranslate(self) -> None:
        told = self._told
        self._head.setText(head_words(told.code))
        self._calm.setText(self.tr("坏文件原样留着，什么都不会删。先不要关机或拔硬盘"))
        self._facts.set_facts(
            (
                Fact(self.tr("哪里"), damage_words(told)),
                Fact(self.tr("文件"), told.database),
                Fact(self.tr("副本"), copy_words(told)),
            )
        )
        self._go_on.set_words(
            self.tr("接着用"),
            self.tr("用最后一份好的副本，加上坏文件里完好的记录；缺了哪些会逐一列出"),
        )
        self._look.set_words(
            self.tr("只看不写"), self.tr("登录后查日志、业务和后续事项；什么都不写进去")
        )
        self._again.set_words(
            self.tr("再打开一次"), self.tr("文件换回来了，或硬盘重新接好了，用这个")
        )
        reveal(self._go_on, told.may_go_on)

    def _ask(self) -> None:
        """Once, and saying what comes of it."""
        dialog = Dialog(self.theme, self.window(), self.tr("用副本和完好的记录接着用？"))
        folder = str(PurePath(self._told.database).parent / "damaged")
        words = self.tr("坏文件先存进 {folder}，再建新的数据文件。然后请登录，照常办理")
        dialog.body.addWidget(Label(self.theme, words.format(folder=folder), wrap=True))
        dialog.accepted.connect(self.going_on)
        button = dialog.add_action(self.tr("接着用"), dialog.accept, Key.NEXT, "primary")
        dialog.open()
        dialog.focus_first(button)

    def _space(self) -> None:
        px = self.theme.px
        self._card_column.setContentsMargins(px(16), px(12), px(16), px(12))
        for part in (self._card, self._calm, self.progress):
            part.setMaximumWidth(px(968))
