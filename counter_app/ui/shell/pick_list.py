"""A list to pick from by keys: results of the search, commands, the menu."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import announce
from counter_app.ui.widgets.painting import cap_size, draw_cap, elided

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to pick: words, a second line, and a kind or a key at the right."""

    code: str
    words: str
    line: str = ""
    kind: str = ""
    key: str = ""

    def spoken(self) -> str:
        """All words of the row."""
        return "  ".join(p for p in (self.words, self.line, self.kind, self.key) if p)


class PickList(QListView):
    """Rows to pick from; the focus may stay in a box above while up and down move here."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.activated.connect(self._pick)
        self.clicked.connect(self._pick)
        theme.follow(self.doItemsLayout)

    def set_picks(self, picks: Sequence[Pick], stay_at: str = "") -> None:
        """Show these rows; current is the one of the code `stay_at` if it is here, else the first."""
        self._model.set_picks(picks)
        if picks:
            codes = [one.code for one in picks]
            number = codes.index(stay_at) if stay_at in codes else 0
            self.setCurrentIndex(self._model.index(number, 0))

    def picks(self) -> tuple[Pick, ...]:
        """The rows on show."""
        return self._model.picks

    def current(self) -> str:
        """The code of the current row; empty without rows."""
        index = self.currentIndex()
        return self._model.picks[index.row()].code if index.isValid() else ""

    def move(self, step: int) -> None:  # type: ignore[override]
        """Make the next or previous row current, and say it."""
        count = len(self._model.picks)
        if count:
            number = min(max(self.currentIndex().row() + step, 0), count - 1)
            self.setCurrentIndex(self._model.index(number, 0))
            announce(self, self._model.picks[number].spoken())

    def take(self) -> None:
        """Pick the current row."""
        if self.current():
            self.picked.emit(self.current())

    def height_for(self, rows: int) -> int:
        """The height that shows up to `rows` rows."""
        shown = self._model.picks[:rows]
        return sum(self.theme.px(52 if pick.line else 36) for pick in shown)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._model.picks[index.row()].code)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.picks: tuple[Pick, ...] = ()

    def set_picks(self, picks: Sequence[Pick]) -> None:
        self.beginResetModel()
        self.picks = tuple(picks)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.picks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        pick = self.picks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return pick.spoken()
        return pick.spoken() if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: PickList) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        pick = self._view.picks()[index.row()]
        return QSize(self.theme.px(200), self.theme.px(52 if pick.line else 36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        pick = self._view.picks()[index.row()]
        px, colour, box = self.theme.px, self.theme.colour, QRect(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, colour("soft" if chosen else "surface"))
        if chosen:
            painter.fillRect(QRect(box.topLeft(), QSize(px(3), box.height())), colour("accent"))
        right = self._paint_end(painter, box, pick)
        top = box.top() + px(4 if pick.line else 6)
        self._put(painter, QRect(box.left() + px(16), top, right, px(24)), pick.words, True)
        if pick.line:
            place = QRect(box.left() + px(16), top + px(24), right, px(20))
            self._put(painter, place, pick.line, False)
        painter.restore()

    def _paint_end(self, painter: QPainter, box: QRect, pick: Pick) -> int:
        """Key or kind at the right; returns the width left for the words."""
        px, right = self.theme.px, box.right() - self.theme.px(16)
        if pick.key:
            cap = cap_size(self.theme, pick.key)
            right -= cap.width()
            corner = QPoint(right, box.top() + (box.height() - cap.height()) // 2)
            draw_cap(painter, self.theme, QRect(corner, cap), pick.key, ("ctl", "ink2"))
            right -= px(8)
        if pick.kind:
            width = QFontMetrics(self.theme.font("small")).horizontalAdvance(pick.kind) + 1
            right -= width
            self._put(painter, QRect(right, box.top(), width, box.height()), pick.kind, False)
            right -= px(8)
        return right - box.left() - px(16)

    def _put(self, painter: QPainter, place: QRect, words: str, first: bool) -> None:
        font = self.theme.font("body" if first else "small")
        painter.setFont(font)
        painter.setPen(self.theme.colour("ink" if first else "ink2"))
        shown = elided(QFontMetrics(font), words, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
