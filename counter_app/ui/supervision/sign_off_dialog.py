"""The supervisor's end of the day: its figures, remarks, and the signature.

Renders the day's sheet and forwards; what changed after a signature is shown, never hidden.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.day import DayView
from counter_app.services import day_closing
from counter_app.services.counter import Counter
from counter_app.services.day_sheet import DaySheet
from counter_app.ui.customers.case_words import clock_time
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label

REMARK = "Alt+N"
SHOWN_REMARKS = 5


class SignOffDialog(Dialog):
    """`changed` when the day was noted or signed; `said` with what just happened."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, ground: Ground, owner: QWidget, sheet: DaySheet) -> None:
        super().__init__(ground.theme, owner, "")
        self.ground, self.sheet = ground, sheet
        day = f"{sheet.date:%m-%d}"
        self.retitle(self.tr("{day} 日终签字").format(day=day))
        theme = ground.theme
        self.figures = Label(theme, self._figures(), "body", wrap=True)
        self.standing = Label(theme, self._standing(), "body", "ink2", wrap=True)
        self.remarks = Label(theme, self._remarks(), "body", "ink2", wrap=True)
        self.remark = TextField(theme)
        self.remark_row = FieldRow(theme, self.tr("当日备注"), self.remark)
        for one in (self.figures, self.standing, self.remarks, self.remark_row):
            self.body.addWidget(one)
        self.add_action(self.tr("记备注"), self.note, REMARK)
        self._button = self.add_action(self.tr("签字"), self.sign, Key.NEXT, "primary")
        self.focus_first(self.remark)

    def note(self) -> None:
        """Add a remark for the day."""
        acting, date, words = self.ground.acting, self.sheet.date, self.remark.value()

        def job(counter: Counter) -> DayView | Refusal:
            return day_closing.note_day(counter, acting, date, words)

        self._do(job, self.tr("备注已记入当日"))

    def sign(self) -> None:
        """Sign what is on show."""
        acting, signature = self.ground.acting, self.sheet.signature

        def job(counter: Counter) -> DayView | Refusal:
            return day_closing.sign_off(counter, acting, signature)

        self._do(job, self.tr("已签字"))

    def _do(self, job: Callable[[Counter], DayView | Refusal], words: str) -> None:
        if self._button.busy:
            return
        self._button.set_busy(self.tr("正在保存"))
        self.ground.work.do(self, told(job), lambda answer: self._took(answer, words))

    def _took(self, answer: DayView | Refusal, words: str) -> None:
        self._button.set_ready()
        if isinstance(answer, Refusal):
            self.remark_row.set_error(self.ground.tell(answer))
            self.remark.setFocus()
            return
        self.accept()
        self.said.emit(words)
        self.changed.emit()

    def _figures(self) -> str:
        sheet = self.sheet
        words = self.tr("受理 {taken}，办结 {done}，异常 {exceptions}，未了 {open}")
        done = sheet.states()["completed"]
        return words.format(
            taken=len(sheet.lines), done=done, exceptions=sheet.exceptions, open=len(sheet.open)
        )

    def _standing(self) -> str:
        day = self.sheet.day
        if day.signed is None:
            return self.tr("未签字；现金、重空以核心和登记簿为准")
        at = clock_time(day.signed_at or "")
        words = self.tr("{at} 已签字").format(at=at)
        if not self.sheet.later and day.signed.sheet == self.sheet.hash:
            return words
        later = ", ".join(one.number for one in self.sheet.later)
        return self.tr("{signed}，签字后有变动：{cases}").format(signed=words, cases=later)

    def _remarks(self) -> str:
        latest = self.sheet.day.remarks[-SHOWN_REMARKS:]
        return "\n".join(f"{clock_time(one.at)}  {one.text}" for one in latest)
