"""The administrator's page of procedures: what the program's folder offers, put in force from a day.

Renders and forwards; who may publish, and whether all fits together, is decided by services.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.forms.loading import Loaded
from counter_app.services import publishing
from counter_app.services.counter import Counter
from counter_app.services.publishing import Change, Waiting, parts_of
from counter_app.ui.content.words import columns, content_rows, names_of, problem_sentence
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.states import Banner, EmptyState
from counter_app.ui.widgets.table import Table
from counter_app.ui.widgets.value_fields import DateField

FIELD_WIDTH = 240

Reviewed = tuple[Waiting, ...]


class ContentPage(Page):
    """`said` with what just happened. `load` reads the program's folder, slowly."""

    said = Signal(str)

    def __init__(self, ground: Ground, load: Callable[[], Loaded]) -> None:
        super().__init__(ground.theme, "content")
        self.ground, self._load = ground, load
        self._loaded: Loaded | None = None
        self._waits: tuple[Waiting, ...] = ()
        self._busy = False
        self.banner = Banner(self.theme)
        self.table = Table(self.theme, "", columns())
        self.none = EmptyState(self.theme, "circle-check", "")
        self.from_date = DateField(self.theme, ground.today)
        self.from_row = FieldRow(self.theme, "", self.from_date)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.none)
        self._stack.addWidget(self.table)
        for part in (self.banner, self._stack, self.from_row):
            self.body.addWidget(part)
        self.body.setStretch(1, 1)
        self.from_date.set_date(ground.today())
        self.retranslate()
        self.theme.follow(self._bound_date)

    def _bound_date(self) -> None:
        self.from_row.setMaximumWidth(self.theme.px(FIELD_WIDTH))

    def title(self) -> str:
        return self.tr("规程")

    def first_focus(self) -> QWidget | None:
        return self.table if self._stack.currentWidget() is self.table else None

    def entered(self) -> None:
        if self._loaded is None:
            self.ground.work.aside(self, self._load, self._took_files)

    def offers(self) -> Sequence[Action]:
        if not self._waits:
            return ()
        words = self.tr("正在保存") if self._busy else self.tr("启用")
        return (Action("content.publish", words, self.publish, Key.NEXT, "primary"),)

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("等待启用的规程"))
        self.table.rows.columns = columns()
        self.from_row.set_label(self.tr("启用日期"))
        self.from_row.set_hint(self.tr("当天起新受理的业务用新版本"))
        self._show()

    def publish(self) -> None:
        """Put everything that waits in force from the day."""
        day = self.from_date.date()
        self.from_row.set_error("" if day else self.tr("日期请写成 2026-11-23"))
        if day is None:
            self.from_date.setFocus()
            return
        if self._busy:
            return
        self._set_busy(True)
        acting, versions = self.ground.acting, [one.version for one in self._waits]

        def job(counter: Counter) -> tuple[Change, ...] | Refusal:
            return publishing.publish(counter, acting, versions, day)

        self.ground.work.do(self, told(job), self._published)

    def _published(self, answer: tuple[Change, ...] | Refusal) -> None:
        self._set_busy(False)
        if isinstance(answer, Refusal):
            self.from_row.set_error(self.ground.tell(answer))
            self.from_date.setFocus()
            return
        words = self.tr("{count} 项规程从 {day} 起启用")
        self.said.emit(words.format(count=len(answer), day=self.from_date.value()))
        self._review()

    def _took_files(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._review()

    def _review(self) -> None:
        loaded = self._loaded
        if loaded is None:
            return

        def job(counter: Counter) -> Reviewed:
            return publishing.waiting(counter, parts_of(loaded))

        self.ground.work.do(self, told(job), self._took)

    def _took(self, answer: Reviewed | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._waits = ()
            self.banner.set_words(self.ground.tell(answer), "circle-x", "bad")
            return
        self._waits = answer
        self._show()

    def _show(self) -> None:
        loaded, language = self._loaded, self.ground.language()
        problems = loaded.problems if loaded else ()
        names = names_of(loaded) if loaded else {}
        self.none.set_words(
            self.tr("程序自带的规程都已启用") if loaded else self.tr("正在读规程文件")
        )
        rows = content_rows(self._waits, problems, names, language)
        self.table.rows.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self.none)
        self.banner.set_words(problem_sentence(problems, language))
        self.from_row.setVisible(bool(self._waits))
        self.offers_changed.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.offers_changed.emit()
