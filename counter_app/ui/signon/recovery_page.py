"""The recovery sheet, shown once: copied or printed, and proved by typing one of its groups back.

Never keeps, copies or writes the signs; they are gone when the page is.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.signon.set_up_model import SetUpFault, is_group
from counter_app.ui.signon.set_up_words import fault_sentence
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, reveal
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner

_ACROSS = 4


class RecoveryPage(Page):
    """`proved` when the asked group was typed back; `print_asked` as often as wished.

    `asked` says which group has to be typed, counted from 0.
    """

    proved = Signal()
    print_asked = Signal()

    def __init__(self, theme: Theme, mark: str, groups: Sequence[str], asked: int) -> None:
        super().__init__(theme, "recovery")
        self._mark, self._groups, self._asked = mark, tuple(groups), asked
        self._proving, self._printable = False, True
        self.banner = Banner(theme)
        self._words = Label(theme, "", "body", wrap=True)
        self._sheet = QFrame()
        self._sheet.setProperty("card", True)
        self._grid = QGridLayout(self._sheet)
        self._mark_label = Label(theme, "", "small", "ink2")
        self.group = CodeField(theme)
        self.group_row = FieldRow(theme, "", self.group)
        self._fill_sheet()
        for part in (self.banner, self._words, self._sheet, self._mark_label, self.group_row):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._show_state()
        theme.follow(self._space)

    def title(self) -> str:
        return self.tr("恢复单")

    def offers(self) -> Sequence[Action]:
        if self._proving:
            return (
                Action("recovery.again", self.tr("再看恢复单"), self._back, Key.BACK, "back"),
                Action("recovery.prove", self.tr("完成"), self._prove, Key.NEXT, "primary"),
            )
        kept = Action("recovery.kept", self.tr("已抄好或打好"), self._ask, Key.NEXT, "primary")
        words, ask = self.tr("打印"), self.print_asked.emit
        if not self._printable:
            return (kept,)
        return (Action("recovery.print", words, ask, Key.PRINT, "page"), kept)

    def first_focus(self) -> QWidget | None:
        return self.group if self._proving else None

    def set_printable(self, printable: bool) -> None:
        """Without a printer the sheet is copied by hand, and no key pretends otherwise."""
        self._printable = printable
        self.offers_changed.emit()

    def say_printed(self, sentence: str, *, failed: bool) -> None:
        """What became of the printing."""
        icon, tone = ("circle-x", "bad") if failed else ("circle-check", "ok")
        self.banner.set_words(sentence, icon, tone)

    def retranslate(self) -> None:
        self._show_state()

    def _fill_sheet(self) -> None:
        for number, group in enumerate(self._groups):
            cell = column()
            cell.addWidget(Label(self.theme, str(number + 1), "small", "ink2"))
            cell.addWidget(Label(self.theme, group, "figure"))
            self._grid.addLayout(cell, number // _ACROSS, number % _ACROSS)

    def _show_state(self) -> None:
        """Either the groups or the question for one of them, never both."""
        self._words.setText(
            self.tr("请看抄好或打好的那张恢复单，照着输入其中一组")
            if self._proving
            else self.tr(
                "这台电脑坏了或系统重装后，只有这张恢复单能打开数据。"
                "请打印或抄下来，锁进网点保险柜；这里只显示这一次"
            )
        )
        mark = self.tr("恢复单编号 {mark}，换电脑时用来认是哪一张")
        self._mark_label.setText(mark.format(mark=self._mark))
        ask = self.tr("恢复单第 {number} 组").format(number=self._asked + 1)
        self.group_row.set_label(ask)
        reveal(self._sheet, not self._proving)
        reveal(self._mark_label, not self._proving)
        reveal(self.group_row, self._proving)

    def _ask(self) -> None:
        self._proving = True
        self.banner.set_words("")
        self.group.set_value("")
        self._turn()
        self.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self._proving = False
        self.group_row.set_error("")
        self._turn()

    def _turn(self) -> None:
        self._show_state()
        self.offers_changed.emit()

    def _prove(self) -> None:
        if is_group(self.group.value(), self._groups[self._asked]):
            self.group_row.set_error("")
            self.proved.emit()
            return
        self.group_row.set_error(fault_sentence(SetUpFault("group", "group_differs")))
        self.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def _space(self) -> None:
        px = self.theme.px
        self._grid.setContentsMargins(px(24), px(16), px(24), px(16))
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(16))
        self.group_row.setMaximumWidth(px(352))
        self._sheet.setMaximumWidth(px(968))
