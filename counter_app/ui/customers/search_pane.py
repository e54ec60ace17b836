"""Search on a page of its own: a field, the results as a table, and why there are none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.services.read_models import CaseLine, Found, Reader
from counter_app.services.sight import sight_of
from counter_app.ui.customers.finding import (
    FindWords,
    find,
    found_columns,
    found_note,
    found_rows,
)
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.customers.service_names import ServiceNames
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.states import EmptyState
from counter_app.ui.widgets.table import Table


class SearchPane(QWidget):
    """`opened` with the subject of a row; `chosen` with the case of the selected row, or None.

    `searching` tells whether words stand in the field.
    """

    opened = Signal(str)
    chosen = Signal(object)
    searching = Signal(bool)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground, self.theme = ground, ground.theme
        self._found = Found((), ())
        self._names = ServiceNames(ground, self)
        self._words = FindWords(ground, self._names)
        self.field = _SearchField(self.theme)
        self.row = FieldRow(self.theme, "", self.field)
        self.table = Table(self.theme, "", found_columns())
        self.none = EmptyState(self.theme, "search", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.none)
        outer = column(self)
        outer.addWidget(self.row)
        outer.addWidget(self._stack, 1)
        self.field.edited.connect(self._typed)
        self.field.ended.connect(self._to_results)
        self.table.opened.connect(self.opened)
        self.table.moved.connect(lambda _code: self.chosen.emit(self.current_case()))
        self._names.changed.connect(self._show)
        self._stack.hide()
        self.retranslate()

    def load(self) -> None:
        """Ask what the services are called."""
        self._names.load()

    def current_case(self) -> CaseLine | None:
        """The case in the selected row."""
        code = self.table.current_code()
        return next((line for line in self._found.cases if line.subject == code), None)

    def service_words(self, code: str) -> str:
        """What a service is called."""
        return self._names.words(code)

    def look_for(self, words: str) -> None:
        """Look for these words as if they had been typed."""
        self.field.set_value(words)
        self._typed(words)

    def clear(self) -> None:
        """Nothing is looked for."""
        self.look_for("")

    def retranslate(self) -> None:
        """All words again."""
        self.row.set_label(self.tr("查找业务或客户"))
        self.row.set_hint(self.tr("受理编号、姓名、拼音首字母、号码后四位，或扫单据上的码"))
        self.table.setAccessibleName(self.tr("查找结果"))
        self.table.rows.columns = found_columns()
        self._show()

    def _typed(self, typed: str) -> None:
        self.searching.emit(bool(typed.strip()))
        if not typed.strip():
            self._found = Found((), ())
            self._stack.hide()
            self.chosen.emit(None)
            return

        sight = sight_of(self.ground.acting)

        def job(reader: Reader) -> Found | Refusal:
            return find(reader, typed, sight)

        self.ground.work.read(self, "search", told(job), lambda found: self._took(typed, found))

    def _took(self, typed: str, answer: Found | Refusal) -> None:
        if typed != self.field.value():
            return
        self._stack.show()
        if isinstance(answer, Refusal):
            self._found = Found((), ())
            self._say(self.ground.tell(answer))
            return
        self._found = answer
        self._show()
        if not answer.cases and not answer.customers:
            self._say(found_note(answer, self.ground.arriving()))

    def _show(self) -> None:
        self.table.rows.set_rows(found_rows(self._found, self._words))
        self._stack.setCurrentWidget(self.table)
        note = found_note(self._found, self.ground.arriving())
        self.row.set_hint(note if self._found.cases else self._hint())

    def _hint(self) -> str:
        return self.tr("受理编号、姓名、拼音首字母、号码后四位，或扫单据上的码")

    def _say(self, sentence: str) -> None:
        self.none.set_words(sentence)
        self._stack.setCurrentWidget(self.none)

    def _to_results(self) -> None:
        if self._stack.isVisible() and self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)


class _SearchField(TextField):
    """Enter leads to the results, not to the next field."""

    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit()
        else:
            super().keyPressEvent(event)
