"""The teller's own day: what is open with the key that leads there, the own log, and the end of it.

Renders what `day_closing` reckons and forwards; decides nothing. What is left open takes a reason.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.day import WindowDayView
from counter_app.services import day_closing
from counter_app.services.counter import Counter
from counter_app.services.day_closing import OpenLine, OwnDay
from counter_app.services.handling_results import OpenCase
from counter_app.services.read_models import Reader
from counter_app.ui.customers.case_words import clock_time
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.customers.service_names import ServiceNames
from counter_app.ui.day.forms_dialog import FormsDialog, forms_action
from counter_app.ui.day.late_entry_dialog import LateEntryDialog
from counter_app.ui.day.open_words import (
    KEYED,
    DayWording,
    log_columns,
    log_rows,
    open_code,
    open_columns,
    open_rows,
    times_words,
)
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.widgets.base import column, panel, row, rule
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import ElidedLabel, Label, StateLabel
from counter_app.ui.widgets.states import EmptyState
from counter_app.ui.widgets.table import Table

LATE, AGAIN, LOG = "Alt+N", "Alt+R", "Alt+T"


class DayPage(Page):
    """`said` with what just happened; `case_wanted` and `copies_wanted` lead to the desk."""

    said = Signal(str)
    case_wanted = Signal(str)
    due_wanted = Signal()
    copies_wanted = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground.theme, "day.own")
        self.ground = ground
        self._own: OwnDay | None = None
        self._busy = False
        self.fill_whole()
        self.names = ServiceNames(ground, self)
        self.open = Table(self.theme, "", open_columns())
        self.none = EmptyState(self.theme, "circle-check", "")
        self.trouble = EmptyState(self.theme, "triangle-alert", "")
        self.log = Table(self.theme, "", log_columns())
        self.reason = TextField(self.theme)
        self.reason_row = FieldRow(self.theme, "", self.reason)
        self._heading = ElidedLabel(self.theme, "", "title")
        self._state = StateLabel(self.theme, role="body")
        self._times = Label(self.theme, "", "body", "ink2", wrap=True)
        self._build()
        self.names.changed.connect(self._show)
        self.open.opened.connect(self._opened)
        self.log.opened.connect(self.case_wanted)
        self.reason.edited.connect(lambda _words: self.reason_row.set_error(""))
        self.retranslate()
        self.theme.follow(self._restyle_day)

    def title(self) -> str:
        return self.tr("日终")

    def first_focus(self) -> QWidget | None:
        return self.open if self._own is not None and self._own.open else self.log

    def entered(self) -> None:
        self.names.load()
        self.refresh()

    def offers(self) -> Sequence[Action]:
        shown = [
            Action("day.late", self.tr("补录"), self.ask_late, LATE, icon="file-plus"),
            *forms_action(self.ask_forms, self.ground),
            Action("day.turn", self.tr("未了或日志"), self._turn, LOG),
        ]
        if self._own is not None and self._own.closed.closed is not None:
            shown.append(Action("day.again", self.tr("撤回日终"), self.reopen, AGAIN))
        else:
            shown.append(
                Action("day.close", self.tr("结束本日"), self.close_day, Key.NEXT, "primary")
            )
        lines = self._own.open[:KEYED] if self._own else ()
        ways = [
            Action(
                f"day.open.{number}",
                one.number or one.words,
                lambda line=one: self.lead_to(line),  # type: ignore[misc]
                f"Alt+{number}",
                "hidden",
            )
            for number, one in enumerate(lines, start=1)
        ]
        return [*shown, *ways]

    def refresh(self) -> None:
        """Read the day again."""
        ground = self.ground
        acting, terminal, today = ground.acting, ground.terminal, ground.today()

        def job(reader: Reader) -> OwnDay:
            return day_closing.read_own_day(reader, acting, terminal, today)

        ground.work.read(self, "own_day", told(job), self._took)

    def lead_to(self, line: OpenLine) -> None:
        """Go where the line is put right."""
        if line.kind == "follow_up":
            self.due_wanted.emit()
        elif line.kind == "paper" and not line.case:
            self.copies_wanted.emit()
        else:
            self.case_wanted.emit(line.case)

    def close_day(self) -> None:
        """End the own day; what is open takes a reason."""
        own, reason = self._own, self.reason.value()
        if own is None or self._busy:
            return
        self._busy = True
        acting = self.ground.acting

        def job(counter: Counter) -> WindowDayView | Refusal:
            return day_closing.close_window(counter, acting, own, reason)

        self.ground.work.do(self, told(job), self._closed)

    def reopen(self) -> None:
        """Take the end back."""
        acting = self.ground.acting

        def job(counter: Counter) -> WindowDayView | Refusal:
            return day_closing.reopen_window(counter, acting)

        self.ground.work.do(self, told(job), self._reopened)

    def ask_late(self) -> None:
        """Enter what was taken in on paper."""
        dialog = LateEntryDialog(self.ground, self.window(), self._services())
        dialog.entered.connect(self._entered)
        dialog.open()

    def ask_forms(self) -> None:
        """Emergency forms on paper, before they are needed."""
        dialog = FormsDialog(self.ground, self.window(), self._services())
        dialog.said.connect(self.said)
        dialog.open()

    def retranslate(self) -> None:
        self.open.setAccessibleName(self.tr("未了事项"))
        self.log.setAccessibleName(self.tr("本人当日业务"))
        self.open.rows.columns = open_columns()
        self.log.rows.columns = log_columns()
        self.none.set_words(self.tr("没有未了事项，可以结束本日"), (Key.NEXT, self.tr("结束本日")))
        self.reason_row.set_label(self.tr("未了原因"))
        self.reason_row.set_hint(
            self.tr("有未了事项时写，随日终记下；现金、重空以核心和登记簿为准")
        )
        self._show()

    def _build(self) -> None:
        self._head = panel("surface", "bottom")
        self._head_row = row(self._head)
        self._head_row.addWidget(self._heading, 1)
        self._head_row.addWidget(self._state)
        self._left = QStackedWidget()
        for one in (self.open, self.none, self.trouble):
            self._left.addWidget(one)
        self._bottom = panel("surface", "top")
        self._bottom_column = column(self._bottom)
        self._bottom_column.addWidget(self.reason_row)
        left = column()
        left.addWidget(self._left, 1)
        left.addWidget(self._bottom)
        split = row()
        split.addLayout(left, 1)
        split.addWidget(rule("v"))
        right = column()
        right.addWidget(self.log, 1)
        self._times_panel = panel("surface", "top")
        self._times_column = column(self._times_panel)
        self._times_column.addWidget(self._times)
        right.addWidget(self._times_panel)
        split.addLayout(right, 1)
        self.body.setSpacing(0)
        self.body.addWidget(self._head)
        self.body.addLayout(split, 1)

    def _took(self, answer: OwnDay | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._own = None
            self.trouble.set_words(self.ground.tell(answer))
            self._left.setCurrentWidget(self.trouble)
            self._bottom.hide()
            self.offers_changed.emit()
            return
        self._own = answer
        self._show()
        self.offers_changed.emit()

    def _show(self) -> None:
        own = self._own
        if own is None:
            return
        ground = self.ground
        parked = ground.longest_parked()
        wording = DayWording(self.names.words, ground.language(), ground.now(), parked)
        self.open.rows.set_rows(open_rows(own.open, wording))
        self.log.rows.set_rows(log_rows(own, wording))
        self._left.setCurrentWidget(self.open if own.open else self.none)
        self._bottom.setVisible(bool(own.open) and own.closed.closed is None)
        self._times.setText(times_words(own.times, wording.language))
        words = self.tr("{day}  受理 {taken}，办结 {done}，流水 {serials}，未了 {open}")
        self._heading.setText(
            words.format(
                day=own.date.isoformat(),
                taken=len(own.lines),
                done=own.done,
                serials=own.serials,
                open=len(own.open),
            )
        )
        if own.closed.closed is None:
            self._state.set_state("lock-open", self.tr("未日终"), "ink2")
        else:
            at = clock_time(own.closed.closed_at or "")
            self._state.set_state("circle-check", self.tr("{at} 已日终").format(at=at), "ok")

    def _opened(self, code: str) -> None:
        lines = self._own.open if self._own else ()
        found = next((one for one in lines if open_code(one) == code), None)
        if found is not None:
            self.lead_to(found)

    def _closed(self, answer: WindowDayView | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Refusal):
            self._bottom.show()
            self.reason_row.set_error(self.ground.tell(answer))
            self.reason.setFocus()
            return
        self.reason.set_value("")
        self.said.emit(self.tr("本日已结束，再办业务会自动撤回"))
        self.refresh()

    def _reopened(self, answer: WindowDayView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.said.emit(self.ground.tell(answer))
            return
        self.said.emit(self.tr("日终已撤回"))
        self.refresh()

    def _entered(self, opened: OpenCase) -> None:
        self.said.emit(self.tr("{number} 已开始补录").format(number=opened.case.number))
        self.case_wanted.emit(opened.case.subject)

    def _services(self) -> list[tuple[str, str]]:
        return [(code, self.names.words(code)) for code in self.names.codes()]

    def _turn(self) -> None:
        (self.open if self.log.hasFocus() else self.log).setFocus()

    def _restyle_day(self) -> None:
        px = self.theme.px
        self._head.setFixedHeight(px(56))
        self._head_row.setContentsMargins(px(16), 0, px(16), 0)
        self._bottom_column.setContentsMargins(px(16), px(8), px(16), 0)
        self._times_column.setContentsMargins(px(16), px(8), px(16), px(8))
