"""A new PC joins its branch: the join code, typed or scanned, and what is this PC's own.

Shows fields and tells what was typed; the caller joins. The code leaves the field when it was taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.join_code import JoinCode, parse_join_code
from counter_app.domain.refusal import Refusal
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.signon.set_up_model import field_fault
from counter_app.ui.signon.set_up_words import fault_sentence, hint, label
from counter_app.ui.signon.state_lines import FOLDER
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner
from counter_app.ui.widgets.value_fields import Choice, ChoiceField
from counter_app.ui.words.sentences import refusal_sentence

CODE_WIDTH, FIELD_WIDTH = 968, 472


@dataclass(frozen=True, slots=True)
class JoinTold:
    """A join code and this PC, as told and found right."""

    code: JoinCode
    window: str
    printer: str


class JoinPage(Page):
    """`join_asked(JoinTold)` when everything is right; `back_wanted` when this is the first PC."""

    join_asked = Signal(object)
    back_wanted = Signal()

    def __init__(self, theme: Theme, queues: Sequence[str]) -> None:
        super().__init__(theme, "join")
        self._queues = tuple(queues)
        self._busy = False
        self.banner = Banner(theme)
        self._intro = Label(theme, "", "body", "ink2", wrap=True)
        self.code_field = TextField(theme)
        self.window_field = CodeField(theme)
        self.printer = ChoiceField(theme)
        self.rows = {
            "code": FieldRow(theme, "", self.code_field),
            "window": FieldRow(theme, "", self.window_field),
            "printer": FieldRow(theme, "", self.printer),
        }
        for part in (self.banner, self._intro, *self.rows.values()):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.retranslate()
        self.printer.set_value(FOLDER)
        theme.follow(self._space)

    def title(self) -> str:
        return self.tr("加入网点")

    def offers(self) -> Sequence[Action]:
        words = self.tr("正在加入") if self._busy else self.tr("加入")
        return (
            Action("join.back", self.tr("改为建立网点"), self._back, Key.BACK, "back"),
            Action("join.go", words, self._go, Key.NEXT, "primary"),
        )

    def first_focus(self) -> QWidget | None:
        return self.code_field

    def retranslate(self) -> None:
        self._intro.setText(
            self.tr("网点已经建立的，请管理员发一个加入码，照着输入或扫码。终端号由网点库给")
        )
        self.rows["code"].set_label(self.tr("加入码"))
        self.rows["code"].set_hint(self.tr("每组 5 位，组间可空格；只能用一次"))
        for name in ("window", "printer"):
            self.rows[name].set_label(label(name))
            self.rows[name].set_hint(hint(name))
        folder = Choice(FOLDER, self.tr("存成 PDF 文件，不打印"))
        self.printer.set_choices([folder, *(Choice(queue, queue) for queue in self._queues)])

    def refuse(self, sentence: str) -> None:
        """It could not join, and why; everything typed stays."""
        self._set_busy(False)
        self.banner.set_words(sentence, "circle-x", "bad")

    def say_progress(self, done: int, of: int) -> None:
        """How much of the branch is here."""
        words = self.tr("正在接收网点的记录，{done} / {of}")
        self.banner.set_words(words.format(done=done, of=of), "circle-check", "ok")

    def _go(self) -> None:
        if self._busy:
            return
        window = " ".join(self.window_field.value().split()).upper()
        fault = field_fault("window", {"window": window or "-"})
        code = parse_join_code(self.code_field.value())
        wrong = refusal_sentence(code, "zh") if isinstance(code, Refusal) else ""
        self.rows["code"].set_error(wrong)
        self.rows["window"].set_error(fault_sentence(fault) if fault else "")
        self.banner.set_words("")
        if isinstance(code, Refusal):
            self.code_field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif fault:
            self.window_field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._set_busy(True)
            self.join_asked.emit(JoinTold(code, window, self.printer.value() or FOLDER))

    def _back(self) -> None:
        if not self._busy:
            self.back_wanted.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.offers_changed.emit()

    def _space(self) -> None:
        self.rows["code"].setMaximumWidth(self.theme.px(CODE_WIDTH))
        for name in ("window", "printer"):
            self.rows[name].setMaximumWidth(self.theme.px(FIELD_WIDTH))
