"""The first page of a new home: the branch, this PC, its first administrator.

Shows fields and tells what was typed; `set_up_model` judges, the caller sets up. Passwords leave the
fields as soon as they are told.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.signon.secret_box import SHOW_KEY, SecretBox
from counter_app.ui.signon.set_up_model import (
    REQUIRED,
    SetUpFault,
    SetUpTold,
    field_fault,
    told,
)
from counter_app.ui.signon.set_up_words import fault_sentence, hint, label
from counter_app.ui.signon.state_lines import FOLDER
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_box import FieldBox, TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner
from counter_app.ui.widgets.value_fields import Choice, ChoiceField

FIELD_WIDTH = 472

_CODES = ("terminal", "window", "number")
_SECRETS = ("password", "again")
_GROUPS = (REQUIRED[:10], (*REQUIRED[10:12], "printer"), REQUIRED[12:])


class SetUpPage(Page):
    """`set_up_asked(SetUpTold)` when everything is filled and right; `join_wanted` when the branch is
    there already."""

    set_up_asked = Signal(object)
    join_wanted = Signal()

    def __init__(self, theme: Theme, queues: Sequence[str]) -> None:
        super().__init__(theme, "setup")
        self._queues = tuple(queues)
        self._busy = False
        self._found: tuple[SetUpFault, ...] = ()
        self.banner = Banner(theme)
        self._intro = Label(theme, "", "body", "ink2", wrap=True)
        self._titles = [Label(theme, "", "head") for _group in _GROUPS]
        self.boxes: dict[str, FieldBox] = {name: self._box(name) for name in REQUIRED}
        self.printer = ChoiceField(theme)
        self.rows: dict[str, FieldRow] = {}
        self._grids = [self._grid(group) for group in _GROUPS]
        self._build()
        self.retranslate()
        self.printer.set_value(FOLDER)

    def typed(self) -> Mapping[str, str]:
        """What stands in the fields, by name."""
        values = {name: box.value() for name, box in self.boxes.items()}
        return {**values, "printer": self.printer.value()}

    def refuse(self, sentence: str) -> None:
        """The home could not be set up, and why; everything typed stays."""
        self._set_busy(False)
        self.banner.set_words(sentence, "circle-x", "bad")

    def title(self) -> str:
        return self.tr("建立本机")

    def offers(self) -> Sequence[Action]:
        words = self.tr("正在建立") if self._busy else self.tr("建立")
        return (
            Action("setup.go", words, self._go, Key.NEXT, "primary"),
            Action("setup.join", self.tr("加入已有的网点"), self._join),
            Action(
                "setup.show", self.tr("显示或隐藏密码"), self._show_passwords, SHOW_KEY, "hidden"
            ),
        )

    def first_focus(self) -> QWidget | None:
        return self.boxes["bank_zh"]

    def retranslate(self) -> None:
        self._intro.setText(
            self.tr(
                "这台电脑还没有数据。填好这一页就建立网点和第一位管理员，柜员由管理员登录后添加。"
                "网点已经在别的电脑上建立的，请按“加入已有的网点”"
            )
        )
        titles = (self.tr("网点"), self.tr("这台电脑"), self.tr("第一位系统管理员"))
        for head, words in zip(self._titles, titles, strict=True):
            head.setText(words)
        for name, line in self.rows.items():
            line.set_label(label(name))
            line.set_hint(hint(name))
        for name in _SECRETS:
            box = self.boxes[name]
            if isinstance(box, SecretBox):
                box.retranslate()
        folder = Choice(FOLDER, self.tr("存成 PDF 文件，不打印"))
        self.printer.set_choices([folder, *(Choice(queue, queue) for queue in self._queues)])
        self._tell_faults()

    def _box(self, name: str) -> FieldBox:
        if name in _SECRETS:
            return SecretBox(self.theme)
        return CodeField(self.theme) if name in _CODES else TextField(self.theme)

    def _grid(self, group: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        for number, name in enumerate(group):
            box: QWidget = self.printer if name == "printer" else self.boxes[name]
            self.rows[name] = FieldRow(self.theme, "", box)
            grid.addWidget(self.rows[name], number // 2, number % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 100)
        grid.setColumnStretch(2, 1)  # takes what the fields, once wide enough, leave
        return grid

    def _build(self) -> None:
        for part in (self.banner, self._intro):
            self.body.addWidget(part)
        for head, grid in zip(self._titles, self._grids, strict=True):
            self.body.addWidget(head)
            self.body.addLayout(grid)
        self.body.addStretch(1)
        for name, box in self.boxes.items():
            box.left.connect(lambda name=name: self._check(name))
        self.theme.follow(self._space)

    def _space(self) -> None:
        for line in self.rows.values():
            line.setMaximumWidth(self.theme.px(FIELD_WIDTH))
        for title in self._titles:
            title.setContentsMargins(0, self.theme.px(12), 0, 0)
        for grid in self._grids:
            grid.setHorizontalSpacing(self.theme.px(24))
            grid.setVerticalSpacing(self.theme.px(4))

    def _check(self, name: str) -> None:
        """A field that was left says at once what is wrong with it; an empty one waits."""
        fault = field_fault(name, self.typed())
        self.rows[name].set_error(fault_sentence(fault) if fault else "")

    def _go(self) -> None:
        if self._busy:
            return
        answer = told(self.typed())
        self._found = () if isinstance(answer, SetUpTold) else answer
        self._tell_faults()
        if isinstance(answer, SetUpTold):
            self._set_busy(True)
            self.set_up_asked.emit(answer)
            return
        first = self._found[0].name
        self.boxes[first].setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_widget(self.rows[first])

    def _join(self) -> None:
        if not self._busy:
            self.join_wanted.emit()

    def _tell_faults(self) -> None:
        """Every fault at its field, and above all how many there are."""
        words = self.tr("有 {count} 处需要修改").format(count=len(self._found))
        self.banner.set_words(words if self._found else "", "circle-x", "bad")
        self.body.activate()
        told_of = {fault.name: fault_sentence(fault) for fault in self._found}
        for name in REQUIRED:
            self.rows[name].set_error(told_of.get(name, ""))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.offers_changed.emit()

    def _show_passwords(self) -> None:
        for name in _SECRETS:
            box = self.boxes[name]
            if isinstance(box, SecretBox):
                box.toggle()
