"""Tables: a paged model, group rows, a state column with icon and word, figures at the right.

Rows are handed in by pages and asked for again as the person scrolls; nothing is loaded whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.painting import draw_box, elided
from counter_app.ui.widgets.queue_list import State

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, width at 100 % (0 shares what is left), figures stand right."""

    heading: str
    width: int = 0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its code and one cell per column; a cell is words or a state."""

    code: str
    cells: tuple[str | State, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading across the table: 异常，先看 7."""

    words: str


class TableModel(QAbstractTableModel):
    """Rows given page by page. `more_wanted` asks for the rows from a position on."""

    more_wanted = Signal(int)

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: list[TableRow | GroupRow] = []
        self._total = 0
        self._asked = -1

    def set_rows(self, rows: Sequence[TableRow | GroupRow], total: int = 0) -> None:
        """Replace all rows; `total` says how many there are in all, if there are more."""
        self.beginResetModel()
        self._rows = list(rows)
        self._total = max(total, len(rows))
        self._asked = -1
        self.endResetModel()

    def add_rows(self, rows: Sequence[TableRow | GroupRow]) -> None:
        """Add the next page."""
        if not rows:
            return
        start = len(self._rows)
        self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
        self._rows.extend(rows)
        self._total = max(self._total, len(self._rows))
        self.endInsertRows()

    def row_at(self, number: int) -> TableRow | GroupRow | None:
        """The row at a position, or None."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def find(self, code: str) -> int:
        """The position of a row by its code; -1 if it is not here."""
        for number, row in enumerate(self._rows):
            if isinstance(row, TableRow) and row.code == code:
                return number
        return -1

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        words = _words(row, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return words
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if self.columns[section].figures
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], GroupRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and len(self._rows) < self._total

    def fetchMore(self, _parent: _Index) -> None:
        if self._asked != len(self._rows):
            self._asked = len(self._rows)
            self.more_wanted.emit(self._asked)


class Table(QTableView):
    """The table itself. `opened` with a row's code on Enter or double click; `moved` on selection.

    Enter opens the row and goes no further: the window would take it on to the next field. What is
    current when the focus comes is selected, too.
    """

    opened = Signal(str)
    moved = Signal(str)

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.theme = theme
        self.rows = TableModel(columns)
        self._kept, self._top = "", ""
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.rows.modelAboutToBeReset.connect(self._remember)
        self.rows.modelReset.connect(self._after_reset)
        self.rows.rowsInserted.connect(self._span)
        theme.follow(self._restyle)

    def current_code(self) -> str:
        """The code of the selected row; empty on a group or without rows."""
        row = self.rows.row_at(self.currentIndex().row())
        return row.code if isinstance(row, TableRow) else ""

    def select(self, code: str) -> None:
        """Select a row by its code, if it is here."""
        number = self.rows.find(code)
        if number >= 0:
            self.selectRow(number)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Headings of groups are passed over."""
        index = super().moveCursor(action, held)
        step = 1 if index.row() >= self.currentIndex().row() else -1
        number = index.row()
        while isinstance(self.rows.row_at(number), GroupRow):
            number += step
        if self.rows.row_at(number) is None:
            return self.currentIndex()
        return self.rows.index(number, max(index.column(), 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._select_first()
        if self.current_code() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def _remember(self) -> None:
        top = self.rows.row_at(self.rowAt(0)) if self.verticalScrollBar().value() else None
        self._kept, self._top = self.current_code(), top.code if isinstance(top, TableRow) else ""

    def _after_reset(self) -> None:
        """The row that was selected stays so, if it is still there; what is read stays where it is.

        Rows that come in above must not move the list under the eyes: who is at its beginning stays
        there, who has gone further keeps the row that was the first on show.
        """
        self._span()
        self.select(self._kept)
        if self.hasFocus():
            self._select_first()
        top = self.rows.find(self._top)
        if top >= 0:
            self.scrollTo(self.rows.index(top, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def _select_first(self) -> None:
        if not self.current_code():
            for number in range(self.rows.rowCount()):
                if isinstance(self.rows.row_at(number), TableRow):
                    self.selectRow(number)
                    return

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if isinstance(row, TableRow):
            self.opened.emit(row.code)

    def _moved(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.moved.emit(self.current_code())

    def _span(self) -> None:
        px = self.theme.px
        self.clearSpans()
        for number in range(self.rows.rowCount()):
            if isinstance(self.rows.row_at(number), GroupRow):
                self.setSpan(number, 0, 1, len(self.rows.columns))
                self.setRowHeight(number, px(28))

    def _restyle(self) -> None:
        px, header = self.theme.px, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(px(36))
        self.verticalHeader().setMinimumSectionSize(px(24))
        for number, column in enumerate(self.rows.columns):
            mode = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)
            if column.width:
                header.resizeSection(number, px(column.width))
        self._span()


class _Delegate(QStyledItemDelegate):
    """Paints cells: hairline, selection bar, focus rectangle, state with its icon."""

    def __init__(self, theme: Theme, view: Table) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._view.rows.row_at(index.row())
        box, colour = QRect(option.rect), self.theme.colour
        painter.save()
        if isinstance(row, GroupRow):
            painter.fillRect(box, colour("side"))
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), colour("line"))
            self._put(painter, box.adjusted(self.theme.px(16), 0, 0, 0), row.words, "ink2", False)
        elif row is not None:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, box, index, selected)
            self._paint_cell(painter, box, row.cells[index.column()], index.column())
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, index: _Index, selected: bool) -> None:
        colour = self.theme.colour
        painter.fillRect(box, colour("soft" if selected else "surface"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), colour("line"))
        if not selected:
            return
        if index.column() == 0:
            bar = QRect(box.left(), box.top(), self.theme.px(3), box.height())
            painter.fillRect(bar, colour("accent"))
        if self._view.hasFocus():
            first, last = index.column() == 0, index.column() == len(self._view.rows.columns) - 1
            painter.setClipRect(box)
            frame = box.adjusted(0 if first else -4, 0, 0 if last else 4, -1)
            draw_box(painter, frame, None, (colour("accent"), 2), 0)

    def _paint_cell(self, painter: QPainter, box: QRect, cell: str | State, column: int) -> None:
        px, last = self.theme.px, column == len(self._view.rows.columns) - 1
        inner = box.adjusted(px(16 if column == 0 else 8), 0, -px(16 if last else 8), 0)
        if isinstance(cell, str):
            self._put(painter, inner, cell, "ink", self._view.rows.columns[column].figures)
            return
        if cell.icon:
            side = px(16)
            place = QRect(inner.left(), box.top() + (box.height() - side) // 2, side, side)
            self.theme.draw_icon(painter, place, cell.icon, cell.ink)
            inner.setLeft(inner.left() + side + px(4))
        self._put(painter, inner, cell.words, cell.ink, False)

    def _put(self, painter: QPainter, place: QRect, words: str, ink: str, right: bool) -> None:
        font = self.theme.font("body")
        painter.setFont(font)
        painter.setPen(self.theme.colour(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = elided(QFontMetrics(font), words, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)


def _words(row: TableRow | GroupRow, column: int) -> str:
    if isinstance(row, GroupRow):
        return row.words if column == 0 else ""
    cell = row.cells[column]
    return cell if isinstance(cell, str) else cell.words
