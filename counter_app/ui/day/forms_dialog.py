"""Emergency forms on paper: the whole pack, or blanks of one service, from this PC's printer.

Asks how many and forwards; the numbers and the record of who gave them out are `fallback_giving`'s.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.services import fallback_giving
from counter_app.services.counter import Counter
from counter_app.services.fallback_giving import FormsWanted
from counter_app.services.fallback_pack import COPIES, Pack
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.value_fields import Choice, ChoiceField

FORMS = "Alt+E"
WHOLE = "*"

_FORMS = QT_TRANSLATE_NOOP("FormsDialog", "应急单")


class FormsDialog(Dialog):
    """`said` with what was ordered."""

    said = Signal(str)

    def __init__(self, ground: Ground, owner: QWidget, services: Sequence[tuple[str, str]]) -> None:
        super().__init__(ground.theme, owner, "")
        self.retitle(self.tr("打印应急单"))
        self.ground = ground
        theme = ground.theme
        whole = Choice(WHOLE, self.tr("全套：各项业务、告知单、排队号"))
        choices = [whole, *(Choice(code, words) for code, words in services)]
        self.what = ChoiceField(theme, choices, ground.initials)
        self.what.set_value(WHOLE)
        self.copies = CodeField(theme)
        self.copies.set_value(str(COPIES))
        hint = self.tr("编号接着今天已发的往下排，发放记入日志")
        self.what_row = FieldRow(theme, self.tr("打印什么"), self.what, hint)
        self.copies_row = FieldRow(theme, self.tr("每项业务几份"), self.copies)
        for one in (self.what_row, self.copies_row):
            self.body.addWidget(one)
        self._button = self.add_action(self.tr("打印"), self.order, Key.PRINT, "primary")
        self.focus_first(self.what)

    def order(self) -> None:
        """Give the forms out by the printer."""
        if self._button.busy:
            return
        typed, chosen = self.copies.value(), self.what.value()
        copies = int(typed) if typed.isascii() and typed.isdecimal() else 0
        wanted = FormsWanted("" if chosen == WHOLE else chosen, copies)
        acting = self.ground.acting
        self._button.set_busy(self.tr("正在保存"))

        def job(counter: Counter) -> Pack | Refusal:
            return fallback_giving.order_forms(counter, acting, wanted)

        self.ground.work.do(self, told(job), self._took)

    def _took(self, answer: Pack | Refusal) -> None:
        self._button.set_ready()
        if isinstance(answer, Refusal):
            wrong = answer.code == "copies_out_of_range"
            field, row = (self.copies, self.copies_row) if wrong else (self.what, self.what_row)
            row.set_error(self.ground.tell(answer))
            field.setFocus()
            return
        self.accept()
        sheets = sum(one.count for one in answer.series)
        words = self.tr("应急单 {number} 已送去打印，共 {count} 张")
        self.said.emit(words.format(number=answer.label, count=sheets))


def forms_action(ask: Callable[[], None], ground: Ground) -> list[Action]:
    """The key of a page that offers them, for who may give them out."""
    if not fallback_giving.may_give(ground.acting):
        return []
    words = QCoreApplication.translate("FormsDialog", str(_FORMS))
    return [Action("day.forms", words, ask, FORMS, icon="printer")]
