"""The events of a replay as a list: time, step, what happened, and under it what it rests on.

Owns its drawing. The selected row is the moment shown; `moved` with its number when a person chose it.
"""

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
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from counter_app.ui.theme import Role, Theme
from counter_app.ui.widgets.painting import draw_box

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TIME, _STEP, _EDGE = 72, 56, 10


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in words."""

    time: str
    step: str
    what: str
    evidence: str = ""

    def spoken(self) -> str:
        """All words of the row."""
        return "  ".join(one for one in (self.time, self.step, self.what, self.evidence) if one)


class EventList(QListView):
    """The rows; up and down move through the replay."""

    moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._model = _Model()
        self._told = False
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentRowChanged.connect(self._moved)
        theme.follow(self._restyle)

    def set_events(self, events: Sequence[EventLine]) -> None:
        """Show these rows, none of them chosen yet."""
        self._told = True
        self._model.set_events(events)
        self._told = False

    def events(self) -> tuple[EventLine, ...]:
        """The rows on show."""
        return self._model.events

    def set_current(self, number: int) -> None:
        """Choose a row without reporting it, and scroll to it."""
        self._told = True
        self.setCurrentIndex(self._model.index(number, 0))
        self._told = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._told:
            self.moved.emit(current.row())

    def _restyle(self) -> None:
        self.doItemsLayout()
        self.viewport().update()


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.events: tuple[EventLine, ...] = ()

    def set_events(self, events: Sequence[EventLine]) -> None:
        self.beginResetModel()
        self.events = tuple(events)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.events)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.events[index.row()].spoken()
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: EventList) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        px, event = self.theme.px, self._view.events()[index.row()]
        width = self._view.viewport().width()
        room = width - px(_EDGE + _TIME + _STEP + _EDGE)
        height = self._height("body", event.what, room)
        if event.evidence:
            height += self._height("small", event.evidence, room)
        return QSize(width, height + px(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        event = self._view.events()[index.row()]
        px, colour, box = self.theme.px, self.theme.colour, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), colour("accent"))
            if self._view.hasFocus():
                draw_box(painter, box, None, (colour("accent"), 2), 0)
        top, left = box.top() + px(2), box.left() + px(_EDGE)
        line = px(24)
        self._put(painter, QRect(left, top, px(_TIME), line), event.time, ("body", "ink2"))
        left += px(_TIME)
        self._put(painter, QRect(left, top, px(_STEP - 4), line), event.step, ("body", "ink"))
        left += px(_STEP)
        room = box.right() - px(_EDGE) - left
        height = self._height("body", event.what, room)
        self._put(painter, QRect(left, top, room, height), event.what, ("body", "ink"))
        below = QRect(left, top + height, room, box.bottom() - top - height)
        self._put(painter, below, event.evidence, ("small", "ink2"))
        painter.restore()

    def _height(self, role: Role, words: str, width: int) -> int:
        room = QRect(0, 0, max(width, 1), 10_000)
        metrics = QFontMetrics(self.theme.font(role))
        line = self.theme.px(24 if role == "body" else 20)
        return max(metrics.boundingRect(room, _WRAP, words).height(), line)

    def _put(self, painter: QPainter, place: QRect, words: str, look: tuple[Role, str]) -> None:
        role, ink = look
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.colour(ink))
        painter.drawText(place, int(_WRAP), words)
