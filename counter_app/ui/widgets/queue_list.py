"""The left pane: groups of visits that are open, parked or due; and all of it in one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from counter_app.ui.theme import Role, Theme
from counter_app.ui.widgets.base import clear, column, reveal, row, rule
from counter_app.ui.widgets.label import ElidedLabel, StateLabel
from counter_app.ui.widgets.painting import draw_box, elided
from counter_app.ui.widgets.panes import PaneHead

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class State:
    """A state in words: icon, words, token of its ink."""

    words: str
    icon: str = ""
    ink: str = "ink2"


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One visit in the list: number, title, time at the right, and a second line of state."""

    code: str
    number: str
    title: str
    time: str = ""
    line: State = State("")
    time_ink: str = "ink2"
    current: bool = False

    def spoken(self) -> str:
        """All words of the row, for screen readers and tooltips."""
        return "  ".join(
            part for part in (self.number, self.title, self.time, self.line.words) if part
        )


@dataclass(frozen=True, slots=True)
class QueueGroup:
    """A headed part of the left pane; `empty` is what it says without rows."""

    code: str
    icon: str
    title: str
    items: tuple[QueueItem, ...] = ()
    note: State = State("")
    key: str = ""
    empty: str = ""


class _Model(QAbstractListModel):
    def __init__(self, items: Sequence[QueueItem]) -> None:
        super().__init__()
        self.items = tuple(items)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.spoken()
        if role == Qt.ItemDataRole.UserRole:
            return item
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(56))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item: QueueItem = index.data(Qt.ItemDataRole.UserRole)
        px, colour, box = self.theme.px, self.theme.colour, QRect(option.rect)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and self._view.hasFocus()
        painter.fillRect(box, colour("soft" if item.current or selected else "side"))
        if item.current:
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), colour("accent"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), colour("line"))
        if focused:
            draw_box(painter, box.adjusted(0, 0, 0, -1), None, (colour("accent"), 2), 0)
        self._paint_words(painter, box, item)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, item: QueueItem) -> None:
        px = self.theme.px
        first, second = box.top() + px(6), box.top() + px(30)
        left, right = box.left() + px(16), box.right() - px(15)
        number_width = max(
            px(60),
            QFontMetrics(self.theme.font("headbold")).horizontalAdvance(item.number) + px(12),
        )
        self._put(
            painter,
            QRect(left, first, number_width, px(24)),
            item.number,
            ("headbold", "accent" if item.current else "ink"),
        )
        time = QFontMetrics(self.theme.font("body")).horizontalAdvance(item.time)
        self._put(
            painter,
            QRect(right - time, first, time + 1, px(24)),
            item.time,
            ("body", "accent" if item.current else item.time_ink),
        )
        text = left + number_width
        self._put(
            painter,
            QRect(text, first, right - time - px(8) - text, px(24)),
            item.title,
            ("body", "ink"),
        )
        if item.line.icon:
            side = px(14)
            place = QRect(text, second + px(3), side, side)
            self.theme.draw_icon(painter, place, item.line.icon, item.line.ink)
            text += side + px(4)
        self._put(
            painter,
            QRect(text, second, right - text, px(20)),
            item.line.words,
            ("small", item.line.ink),
        )

    def _put(self, painter: QPainter, place: QRect, words: str, look: tuple[Role, str]) -> None:
        role, ink = look
        font = self.theme.font(role)
        painter.setFont(font)
        painter.setPen(self.theme.colour(ink))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, middle, elided(QFontMetrics(font), words, place.width()))


class QueueList(QListView):
    """The rows of one group. `opened` with the code of a row on Enter or a click."""

    opened = Signal(str)

    def __init__(self, theme: Theme, title: str, items: Sequence[QueueItem]) -> None:
        super().__init__()
        self.theme = theme
        self._model = _Model(items)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(title)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        theme.follow(self._restyle)

    def items(self) -> tuple[QueueItem, ...]:
        """The rows on show."""
        return self._model.items

    def set_items(self, items: Sequence[QueueItem]) -> None:
        """Show other rows; the selected visit stays selected."""
        selected = self._code_at(self.currentIndex())
        self._model.beginResetModel()
        self._model.items = tuple(items)
        self._model.endResetModel()
        for number, item in enumerate(items):
            if item.code == selected:
                self.setCurrentIndex(self._model.index(number, 0))
        self._restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.items:
            self.setCurrentIndex(self._model.index(0, 0))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(280), self.theme.px(56) * len(self._model.items))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), min(self.sizeHint().height(), self.theme.px(56)))

    def _open(self, index: QModelIndex) -> None:
        code = self._code_at(index)
        if code:
            self.opened.emit(code)

    def _code_at(self, index: QModelIndex) -> str:
        return self._model.items[index.row()].code if index.isValid() else ""

    def _restyle(self) -> None:
        reveal(self, bool(self._model.items))
        self.setMaximumHeight(self.sizeHint().height())
        self.doItemsLayout()
        self.updateGeometry()


class QueuePane(QFrame):
    """All groups of the left pane. `opened(group, code)` when a person opened a visit."""

    opened = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._groups: tuple[QueueGroup, ...] = ()
        self._lists: dict[str, QueueList] = {}
        self._heads: dict[str, PaneHead] = {}
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = column(self)

    def set_groups(self, groups: Sequence[QueueGroup]) -> None:
        """Show these groups, the last one at the bottom; the same are left as they are."""
        if tuple(groups) == self._groups:
            return
        same = [g.code for g in groups] == [g.code for g in self._groups]
        unchanged = same and all(
            bool(a.items) == bool(b.items) and (a.key, a.title) == (b.key, b.title)
            for a, b in zip(groups, self._groups, strict=True)
        )
        self._groups = tuple(groups)
        if not unchanged:
            self._rebuild()
        for group in groups:
            self._lists[group.code].set_items(group.items)
            self._heads[group.code].set_note(group.note.icon, group.note.words, group.note.ink)

    def groups(self) -> tuple[QueueGroup, ...]:
        """The groups on show."""
        return self._groups

    def _rebuild(self) -> None:
        clear(self._column)
        self._lists, self._heads = {}, {}
        for number, group in enumerate(self._groups):
            if number and number == len(self._groups) - 1:
                self._column.addStretch(1)
                self._column.addWidget(rule())
            self._add(group)
        if len(self._groups) == 1:
            self._column.addStretch(1)

    def _add(self, group: QueueGroup) -> None:
        head = PaneHead(self.theme, group.icon, group.title, group.key)
        rows = QueueList(self.theme, group.title, group.items)
        rows.opened.connect(lambda code, of=group.code: self.opened.emit(of, code))
        self._heads[group.code], self._lists[group.code] = head, rows
        self._column.addWidget(head)
        self._column.addWidget(rows)
        if not group.items and group.empty:
            words = ElidedLabel(self.theme, group.empty, "small", "ink2")
            words.setContentsMargins(self.theme.px(16), 0, self.theme.px(16), 0)
            words.setFixedHeight(self.theme.px(36))
            self._column.addWidget(words)


class QueueLine(QWidget):
    """The left pane in one line, for narrow windows: 办理 1, 挂起 2…"""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._row = row(self)
        self._groups: tuple[QueueGroup, ...] = ()
        theme.follow(self._fill)

    def set_groups(self, groups: Sequence[QueueGroup]) -> None:
        """Sum up these groups; the same are left as they are."""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._fill()

    def _fill(self) -> None:
        clear(self._row)
        self._row.setSpacing(self.theme.px(8))
        for number, group in enumerate([group for group in self._groups if group.items]):
            if number:
                divider = rule("v")
                divider.setFixedHeight(self.theme.px(16))
                self._row.addWidget(divider)
            self._put(State(group.title, group.icon, "ink"))
            if group.note.ink in ("warn", "bad"):
                self._put(group.note)

    def _put(self, state: State) -> None:
        words = StateLabel(self.theme, state.icon, state.words, state.ink)
        words.setMinimumWidth(words.sizeHint().width())
        self._row.addWidget(words)
