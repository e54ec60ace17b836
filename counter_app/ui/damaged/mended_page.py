"""After the salvage: what is here again, what is not by name, where the file lies; then signing on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from counter_app.ui.damaged.sentences import next_words, saved_words, unsaved_lines
from counter_app.ui.damaged.told import MendedTold
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, column, reveal
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import FactList
from counter_app.ui.widgets.states import Banner

SHOWN = 200
"""More lines than that are in the file only."""


class MendedPage(Page):
    """`sign_on_asked` when the list was read."""

    sign_on_asked = Signal()

    def __init__(self, theme: Theme, told: MendedTold) -> None:
        super().__init__(theme, "mended")
        self._told = told
        self._head = Label(theme, "", "title", wrap=True)
        self.banner = Banner(theme)
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._facts = FactList(theme)
        self._card_column = column(self._card)
        self._card_column.addWidget(self._facts)
        self._unsaved = Label(theme, "", "head")
        self._lines = column()
        for part in (self._head, self.banner, self._card, self._unsaved):
            self.body.addWidget(part)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        theme.follow(self._space)
        self.retranslate()

    def title(self) -> str:
        return self.tr("数据已接上")

    def offers(self) -> Sequence[Action]:
        words = self.tr("去登录")
        return (Action("mended.sign_on", words, self.sign_on_asked.emit, Key.NEXT, "primary"),)

    def lines(self) -> list[str]:
        """What is listed as not saved."""
        return unsaved_lines(self._told)

    def retranslate(self) -> None:
        told = self._told
        icon, tone = ("circle-check", "ok") if told.whole else ("triangle-alert", "warn")
        self._head.setText(self.title())
        self.banner.set_words(next_words(told), icon, tone)
        facts = [Fact(self.tr("已接上"), saved_words(told)), Fact(self.tr("坏文件"), told.kept)]
        if told.report:
            facts.append(Fact(self.tr("清单"), told.report))
        self._facts.set_facts(facts)
        lines = self.lines()
        self._unsaved.setText(self.tr("没有救回的 {count} 项").format(count=len(lines)))
        reveal(self._unsaved, bool(lines))
        clear(self._lines)
        for words in lines[:SHOWN]:
            self._lines.addWidget(Label(self.theme, words, "body", wrap=True))
        if len(lines) > SHOWN:
            more = self.tr("其余 {count} 项见清单").format(count=len(lines) - SHOWN)
            self._lines.addWidget(Label(self.theme, more, "body", "ink2", wrap=True))

    def _space(self) -> None:
        px = self.theme.px
        self._card_column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._lines.setSpacing(px(4))
        for part in (self._card, self.banner):
            part.setMaximumWidth(px(968))
