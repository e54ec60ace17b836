"""补录: the few things an emergency form says, then the desk goes on with the case as usual."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.services import late_entry
from counter_app.services.counter import Counter
from counter_app.services.handling_results import OpenCase
from counter_app.services.late_entry import CAUSES, FormTold
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.value_fields import Choice, ChoiceField

_ROW_OF = {
    "paper_needed_for_late": "paper",
    "paper_entered": "paper",
    "paper_not_given": "paper",
    "paper_of_other_service": "service",
    "happened_later": "at",
    "unknown_staff": "by",
    "account_left": "by",
}


class LateEntryDialog(Dialog):
    """`entered` with the case once it has begun."""

    entered = Signal(object)

    def __init__(self, ground: Ground, owner: QWidget, services: Sequence[tuple[str, str]]) -> None:
        super().__init__(ground.theme, owner, "")
        self.retitle(self.tr("补录应急单"))
        self.ground = ground
        theme = ground.theme
        now = branch_time(ground.now())
        self.paper, self.at, self.by = TextField(theme), TextField(theme), TextField(theme)
        choices = [Choice(code, words) for code, words in services]
        self.service = ChoiceField(theme, choices, ground.initials, self.tr("选业务"))
        causes = dict(zip(CAUSES, self._cause_words(), strict=True))
        named = [Choice(code, words) for code, words in causes.items()]
        self.cause = ChoiceField(theme, named, ground.initials, self.tr("选原因"))
        self.at.set_value(f"{now:%Y-%m-%d %H:%M}")
        self.by.set_value(ground.acting.staff)
        self._rows = {
            "paper": FieldRow(theme, self.tr("应急单编号"), self.paper),
            "service": FieldRow(theme, self.tr("业务"), self.service),
            "at": FieldRow(theme, self.tr("发生时间"), self.at, self.tr("2026-11-23 10:40")),
            "by": FieldRow(theme, self.tr("经办工号"), self.by),
            "cause": FieldRow(theme, self.tr("停用原因"), self.cause),
        }
        for one in self._rows.values():
            self.body.addWidget(one)
        self.paper.left.connect(self._take_service)
        self._button = self.add_action(self.tr("开始补录"), self.take, Key.NEXT, "primary")
        self.focus_first(self.paper)

    def take(self) -> None:
        """Begin the case, or say what is missing."""
        at, cause = _moment(self.at.value()), self.cause.value()
        self._say("service", "" if self.service.value() else self.tr("请选业务"))
        self._say("cause", "" if cause else self.tr("请选原因"))
        self._say("at", "" if at else self.tr("时间请写成 2026-11-23 10:40"))
        if at is None or not self.service.value() or not cause or self._button.busy:
            self._to_first_fault()
            return
        named = next(one for one in CAUSES if one == cause)
        form = FormTold(self.paper.value(), self.service.value(), at, self.by.value(), named)
        acting = self.ground.acting
        self._button.set_busy(self.tr("正在保存"))

        def job(counter: Counter) -> OpenCase | Refusal:
            return late_entry.enter(counter, acting, form)

        self.ground.work.do(self, told(job), self._took)

    def _take_service(self) -> None:
        """A form of ours says in its number what it was printed for."""
        told_by_number = late_entry.service_of_form(self.paper.value())
        if told_by_number and not self.service.value():
            self.service.set_value(told_by_number)

    def _took(self, answer: OpenCase | Refusal) -> None:
        self._button.set_ready()
        if isinstance(answer, Refusal):
            self._say(_ROW_OF.get(answer.code, "service"), self.ground.tell(answer))
            self._to_first_fault()
            return
        self.accept()
        self.entered.emit(answer)

    def _say(self, name: str, words: str) -> None:
        self._rows[name].set_error(words)

    def _to_first_fault(self) -> None:
        boxes = {"paper": self.paper, "service": self.service, "at": self.at, "by": self.by}
        for name, found in self._rows.items():
            if found.error():
                boxes.get(name, self.cause).setFocus()
                return

    def _cause_words(self) -> tuple[str, ...]:
        return self.tr("停电"), self.tr("程序不能用"), self.tr("打印机不能用"), self.tr("其他")


def _moment(typed: str) -> dt.datetime | None:
    """Branch time as the form has it."""
    try:
        return dt.datetime.strptime(typed.strip(), "%Y-%m-%d %H:%M")  # noqa: DTZ007 - branch time
    except ValueError:
        return None
