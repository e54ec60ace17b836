"""The day's log: every case of a business date, exceptions first, with the replay of the chosen one.

Renders what the reader gives page by page, and forwards the supervisor's remark. What an exception is,
is decided where rows are made.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.case import CaseView
from counter_app.services import noting
from counter_app.services.counter import Counter
from counter_app.services.read_models import CaseLine, LogFilter, LogPage, Reader, StaffLine
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.supervision.beside import BesideCases
from counter_app.ui.supervision.follow_up_pane import FollowUpPane, due_actions
from counter_app.ui.supervision.log_filters import WORDS_KEY, LogFilters, next_page
from counter_app.ui.supervision.log_rows import RowWording, group_count, log_columns, log_rows
from counter_app.ui.supervision.replay_controls import PLAY_KEY
from counter_app.ui.supervision.replay_pane import ReplayPane
from counter_app.ui.supervision.replay_source import Fetched, ReplaySource
from counter_app.ui.supervision.restricted import RestrictedMatters
from counter_app.ui.supervision.signing import DaySigning
from counter_app.ui.supervision.taking_over import TakingOver
from counter_app.ui.widgets.base import row, rule
from counter_app.ui.widgets.focus import give_focus
from counter_app.ui.widgets.states import EmptyState
from counter_app.ui.widgets.table import GroupRow, Table, TableRow

PAGE = 200
BESIDE_FROM = 1180
"""From this width on, at 100 %, list and replay stand side by side."""

READ_AGAIN, CLEAR, TURN, DUE = "Ctrl+R", "Alt+Q", "Alt+T", "Alt+U"

_Answer = tuple[LogPage, tuple[StaffLine, ...]]


class DayLogPage(Page):
    """`said` with what just happened, for a notice of the window."""

    said = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground.theme, "supervision.log")
        self.ground = ground
        self._lines: list[CaseLine] = []
        self._counts = (0, 0)
        self._wanted: LogFilter | None = None
        self._case = ""
        self._saving = False
        self._detail = False
        self._one_at_a_time = True
        self.fill_whole()
        self.filters = LogFilters(ground)
        self.table = Table(ground.theme, "", log_columns())
        self.none = EmptyState(ground.theme, "inbox", "")
        self.trouble = EmptyState(ground.theme, "triangle-alert", "")
        self.replay = ReplayPane(ground, self.filters.staff_words, self.filters.service_words)
        self.due = FollowUpPane(ground)
        self.source = ReplaySource(ground, self)
        self.signing = DaySigning(ground, self)
        self.restricted = RestrictedMatters(ground, self)
        self.beside = BesideCases(ground, self)
        self.taking = TakingOver(ground, self)
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._edge = rule("v")
        self._build()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return self.tr("日志")

    def first_focus(self) -> QWidget | None:
        return self.table if self._left.currentWidget() is self.table else self.filters.words

    def entered(self) -> None:
        self.filters.load()
        self.refresh()

    def offers(self) -> Sequence[Action]:
        shown = [
            Action("log.before", self.tr("上一笔"), lambda: self._move(-1), "Alt+Up"),
            Action("log.after", self.tr("下一笔"), lambda: self._move(1), "Alt+Down"),
            Action("log.turn", self._turn_words(), self._turn, TURN),
            *self._due_actions(),
            *self.signing.actions(self.filters.day),
            *self.restricted.actions(self.filters.day),
            *self.beside.actions(self.filters.day),
            *self.taking.actions(self._line()),
            *self._right_actions(),
        ]
        hidden = [
            (WORDS_KEY, "log.words", self.tr("在结果里筛"), self._to_words),
            (CLEAR, "log.clear", self.tr("清除筛选"), self._clear),
            (READ_AGAIN, "log.again", self.tr("重新读入"), self.refresh),
            (PLAY_KEY, "log.play", self.tr("播放或暂停"), self.replay.play_or_pause),
            ("Alt+Right", "log.on", self.tr("回放进一步"), lambda: self.replay.step(1)),
            ("Alt+Left", "log.back", self.tr("回放退一步"), lambda: self.replay.step(-1)),
            ("Alt+Home", "log.start", self.tr("回放到开头"), lambda: self.replay.step(-2)),
        ]
        return [
            *shown,
            *(Action(code, words, run, key, "hidden") for key, code, words, run in hidden),
        ]

    def help_rows(self) -> Sequence[HelpRow]:
        return [
            HelpRow("↑ ↓", self.tr("清单里换一笔，事件里换一步")),
            HelpRow("PgUp PgDn", self.tr("回放进度上按步骤跳")),
        ]

    def refresh(self) -> None:
        """Read again what is on show; the chosen case stays chosen."""
        self._read(max(PAGE, len(self._lines)))
        self.due.refresh()
        if self._case:
            self.source.ask(self._case)

    def open_case(self, case: str) -> None:
        """Show a case from elsewhere, with the focus in its replay."""
        self.show_case(case)
        self._focus_detail()

    def show_case(self, case: str) -> None:
        """Show a case's replay, wherever it stands in the log."""
        self._detail = True
        self._right.setCurrentWidget(self.replay)
        self._ask(case)
        self._select_shown()
        self._arrange()

    def retranslate(self) -> None:
        self.filters.retranslate()
        self.table.setAccessibleName(self.tr("当日业务"))
        self.table.rows.columns = log_columns()
        self.replay.retranslate()
        self.due.retranslate()
        self._show_lines()
        if self._case:
            self.source.ask(self._case)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        one = self.width() < self.theme.px(BESIDE_FROM)
        if one != self._one_at_a_time:
            self._one_at_a_time = one
            self._arrange()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.filters.set_compact(compact)

    def _build(self) -> None:
        for page in (self.table, self.none, self.trouble):
            self._left.addWidget(page)
        for part in (self.replay, self.due):
            self._right.addWidget(part)
        split = row()
        split.addWidget(self._left, 765)
        split.addWidget(self._edge)
        split.addWidget(self._right, 600)
        self.body.setSpacing(0)
        self.body.addWidget(self.filters)
        self.body.addLayout(split, 1)
        self.trouble.setProperty("ground", "surface")
        self._arrange()

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.filters.renamed.connect(self._show_lines)
        self.filters.ended.connect(lambda: give_focus(self.table))
        self.table.moved.connect(self._chosen)
        self.table.opened.connect(self.open_case)
        self.table.rows.more_wanted.connect(lambda _rows: self._read_more())
        self.source.fetched.connect(self._fetched)
        self.source.refused.connect(self.replay.show_refusal)
        self.replay.noted.connect(self._note)
        self.due.said.connect(self.said)
        self.signing.said.connect(self.said)
        self.restricted.said.connect(self.said)
        self.beside.said.connect(self.said)
        self.taking.said.connect(self.said)
        self.due.opened.connect(self.show_case)
        self.due.counted.connect(lambda _count: self.offers_changed.emit())

    def _due_actions(self) -> list[Action]:
        """Who only reads has no promises to keep."""
        if not noting.may_note(self.ground.acting):
            return []
        words, turn = self._due_words(), self._toggle_due
        return [Action("log.due", words, turn, DUE, icon="calendar-clock")]

    def _right_actions(self) -> list[Action]:
        if self._right.currentWidget() is self.due:
            return due_actions(self.due)
        if not noting.may_note(self.ground.acting):
            return []
        why_not = "" if self.replay.case else self.tr("请先选一笔业务")
        words, keep = self.tr("记下备注"), self.replay.save_note
        return [Action("log.note", words, keep, Key.NEXT, "primary", why_not=why_not)]

    def _turn_words(self) -> str:
        if not self._one_at_a_time:
            return self.tr("清单或回放")
        return self.tr("回到清单") if self._detail else self.tr("到回放")

    def _due_words(self) -> str:
        if self._right.currentWidget() is self.due:
            return self.tr("看回放")
        return self.tr("后续事项 {count}").format(count=len(self.due.lines()))

    def _filter(self) -> None:
        self.table.scrollToTop()
        self._read(PAGE)

    def _read(self, limit: int) -> None:
        wanted = next_page(self.filters.wanted(), 0, limit)
        self._wanted = wanted

        def job(reader: Reader) -> _Answer:
            return reader.day_log(wanted), reader.staff()

        self.ground.work.read(self, "day_log", told(job), lambda page: self._took(wanted, page))

    def _read_more(self) -> None:
        if self._wanted is None:
            return
        asked, first = self._wanted, next_page(self._wanted, len(self._lines), PAGE)

        def job(reader: Reader) -> LogPage:
            return reader.day_log(first)

        self.ground.work.read(
            self, "day_log.more", told(job), lambda page: self._took_more(asked, page)
        )

    def _took(self, wanted: LogFilter, answer: _Answer | Refusal) -> None:
        if wanted != self._wanted:
            return
        if isinstance(answer, Refusal):
            self._show_trouble(answer)
            return
        page, staff = answer
        self.filters.set_staff(staff)
        self._lines = list(page.lines)
        self._counts = (page.total, page.exceptions)
        self._show_lines()

    def _took_more(self, asked: LogFilter, answer: LogPage | Refusal) -> None:
        if asked != self._wanted:
            return
        if isinstance(answer, Refusal):
            self._show_trouble(answer)
            return
        start = len(self._lines)
        self._lines.extend(answer.lines)
        self.table.rows.add_rows(self._rows(answer.lines, start))

    def _show_trouble(self, refusal: Refusal) -> None:
        again = (READ_AGAIN, self.tr("重新读入"))
        self.trouble.set_words(self.ground.tell(refusal), again)
        self._left.setCurrentWidget(self.trouble)

    def _show_lines(self) -> None:
        total, exceptions = self._counts
        self.filters.set_counts(total, exceptions)
        with QSignalBlocker(self.table):
            rows = self._rows(self._lines, 0)
            self.table.rows.set_rows(rows, total + group_count(*self._counts))
        self._select_shown()
        if total or self._wanted is None:
            self._left.setCurrentWidget(self.table)
        else:
            self._say_nothing_here()

    def _say_nothing_here(self) -> None:
        if self.filters.narrows():
            self.none.set_words(self.tr("没有符合条件的业务"), (CLEAR, self.tr("清除筛选")))
        else:
            self.none.set_words(self.tr("这一天没有业务"), (READ_AGAIN, self.tr("重新读入")))
        self._left.setCurrentWidget(self.none)

    def _rows(self, lines: Sequence[CaseLine], start: int) -> list[TableRow | GroupRow]:
        ground = self.ground
        parked = ground.longest_parked()
        wording = RowWording(self.filters.service_words, ground.language(), ground.now(), parked)
        return log_rows(lines, start, self._counts, wording)

    def _chosen(self, case: str) -> None:
        if case and case != self._case:
            self._ask(case)

    def _ask(self, case: str) -> None:
        self._case = case
        self.source.ask(case)

    def _select_shown(self) -> None:
        """The row of the case on show; where it has none, the row under the focus leads."""
        if self.table.rows.find(self._case) >= 0:
            with QSignalBlocker(self.table):
                self.table.select(self._case)
        elif self.table.hasFocus() or not self._case:
            self._chosen(self.table.current_code())

    def _fetched(self, fetched: Fetched) -> None:
        self.replay.show_replay(fetched, self._line(fetched.case.subject))
        self.offers_changed.emit()

    def _line(self, case: str = "") -> CaseLine | None:
        """The line of a case, of the chosen one by default."""
        wanted = case or self._case
        return next((one for one in self._lines if one.subject == wanted), None)

    def _note(self, case: str, words: str) -> None:
        if self._saving:
            return
        self._saving = True
        acting = self.ground.acting

        def job(counter: Counter) -> CaseView | Refusal:
            return noting.note(counter, acting, case, words)

        self.ground.work.do(self, told(job), self._noted)

    def _noted(self, answer: CaseView | Refusal) -> None:
        self._saving = False
        if isinstance(answer, Refusal):
            self.replay.note_row.set_error(self.ground.tell(answer))
            return
        self.replay.note_kept()
        self.said.emit(self.tr("备注已记入 {number}").format(number=answer.number))
        self.source.ask(answer.subject)

    def _move(self, by: int) -> None:
        number = self.table.currentIndex().row() + by
        while isinstance(self.table.rows.row_at(number), GroupRow):
            number += by
        if self.table.rows.row_at(number) is not None:
            self.table.selectRow(number)

    def _to_words(self) -> None:
        self._detail = False
        self._arrange()
        self.filters.words.setFocus()
        self.filters.words.selectAll()

    def _clear(self) -> None:
        self.filters.clear_all()
        self.table.setFocus()

    def _toggle_due(self) -> None:
        due = self._right.currentWidget() is not self.due
        self._right.setCurrentWidget(self.due if due else self.replay)
        self._detail = True
        self._arrange()
        give_focus(self.due.table if due else self.replay.events)
        self.offers_changed.emit()

    def _turn(self) -> None:
        self._detail = not self._in_detail()
        self._arrange()
        if self._detail:
            self._focus_detail()
        else:
            give_focus(self.first_focus())

    def _in_detail(self) -> bool:
        if self._one_at_a_time:
            return self._detail
        focus = QApplication.focusWidget()
        return focus is not None and self._right.isAncestorOf(focus)

    def _focus_detail(self) -> None:
        due = self._right.currentWidget() is self.due
        give_focus(self.due.table if due else self.replay.events)
        self.offers_changed.emit()

    def _arrange(self) -> None:
        """Side by side where there is room, else one of the two."""
        one, detail = self._one_at_a_time, self._detail
        self.filters.setVisible(not one or not detail)
        self._left.setVisible(not one or not detail)
        self._right.setVisible(not one or detail)
        self._edge.setVisible(not one)
        self.offers_changed.emit()
