"""One line of a checklist: closed, or opened in place with what to do about it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.badge import Badge, Mark
from counter_app.ui.widgets.base import clear, column, reveal, row
from counter_app.ui.widgets.field_box import ENTER_STOP
from counter_app.ui.widgets.label import ElidedLabel, Label
from counter_app.ui.widgets.option_card import Option, OptionGroup
from counter_app.ui.widgets.painting import draw_box
from counter_app.ui.widgets.tick_box import BoxState, draw_check

ItemState = Literal["todo", "done", "missing", "skipped"]

_BOX: dict[ItemState, BoxState] = {
    "todo": "empty",
    "done": "ticked",
    "missing": "crossed",
    "skipped": "none",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled sentence: `依据 … 第 6 条`. Quiet ones are in the second ink."""

    label: str
    words: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """What one row shows. Facts and options appear only while the row is open."""

    code: str
    title: str
    line: str = ""
    state: ItemState = "todo"
    mark: Mark | None = None
    facts: tuple[Fact, ...] = ()
    options: tuple[Option, ...] = ()
    chosen: str = ""
    open: bool = False


class ChecklistRow(QFrame):
    """A row; Space or a click on its box reports `toggled`, an option reports `chosen`."""

    toggled = Signal(str)
    chosen = Signal(str, str)
    asked_to_open = Signal(str)

    def __init__(self, theme: Theme, number: int, item: ChecklistItem) -> None:
        super().__init__()
        self.theme = theme
        self.item = item
        self._compact = False
        self._extra: QWidget | None = None
        self._number = Label(theme, str(number), "small", "ink2")
        self.box = _RowBox(self)
        self._title = ElidedLabel(theme, "", "strong")
        self._line = ElidedLabel(theme, "", "small", "ink2")
        self._badge = Badge(theme, Mark(""))
        self._facts = QGridLayout()
        self._options = OptionGroup(theme)
        self._options.chosen.connect(self._option_chosen)
        self.box.clicked.connect(self._box_clicked)
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_item(item)
        theme.follow(self._restyle)

    def show_item(self, item: ChecklistItem) -> None:
        """Show another state of the same line; focus stays where it is."""
        rebuilt = item.facts != self.item.facts or self._facts.count() == 0
        self.item = item
        self.box.setText(item.title)
        self.box.setAccessibleDescription(self._spoken())
        self._title.setText(item.title)
        self._title.set_ink("ink2" if item.state == "skipped" else "ink")
        self._title.set_role("body" if item.state == "skipped" else "strong")
        self._line.setText(item.line)
        if item.mark is not None:
            self._badge.set_mark(item.mark)
        if rebuilt:
            self._fill_facts()
        self._options.set_options(item.options)
        self._options.set_value(item.chosen)
        self._options.setAccessibleName(item.title)
        self._restyle()

    def set_extra(self, widget: QWidget | None) -> None:
        """A widget of the page under facts and options, shown while the row is open."""
        if self._extra is not None:
            self._extra.setParent(None)
        self._extra = widget
        if widget is not None:
            self._body.addWidget(widget)
        self._restyle()

    def set_number(self, number: int) -> None:
        """Change the number in front, which is also the row's digit key."""
        self._number.setText(str(number) if self.item.state != "skipped" else "")

    def set_compact(self, compact: bool) -> None:
        """Closed rows become one line of 36."""
        self._compact = compact
        self._restyle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        self.asked_to_open.emit(self.item.code)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self.theme.colour
        quiet = self.item.state == "skipped"
        painter.fillRect(self.rect(), colour("side" if quiet else "surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
        if self.item.state == "missing":
            painter.fillRect(0, 0, self.theme.px(3), self.height(), colour("bad"))
        if self.box.hasFocus():
            draw_box(painter, self.rect().adjusted(0, 0, 0, -1), None, (colour("accent"), 2), 0)

    def _build(self) -> None:
        self._words = column()
        self._words.addWidget(self._title)
        self._words.addWidget(self._line)
        self._body_frame = QWidget()
        self._body = column(self._body_frame)
        self._body.addLayout(self._facts)
        self._body.addWidget(self._options)
        middle = column()
        self._head = row()
        self._head.addLayout(self._words, 1)
        self._badge_place = column()
        self._badge_place.addWidget(self._badge)
        self._badge_place.addStretch(1)
        self._head.addLayout(self._badge_place)
        middle.addLayout(self._head)
        middle.addWidget(self._body_frame)
        self._row = row(self)
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(middle, 1)

    def _fill_facts(self) -> None:
        clear(self._facts)
        for number, fact in enumerate(self.item.facts):
            ink = "ink2" if fact.quiet else "ink"
            label = Label(self.theme, fact.label, "small", "ink2")
            label.setMinimumHeight(self.theme.px(24))
            words = Label(self.theme, fact.words, "body", ink, wrap=True)
            self._facts.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(words, number, 1)

    def _spoken(self) -> str:
        said = [self.item.line, self.item.mark.words if self.item.mark else ""]
        if self.item.open:
            said += [f"{fact.label} {fact.words}" for fact in self.item.facts]
        return " ".join(part for part in said if part)

    def _restyle(self) -> None:
        px, item = self.theme.px, self.item
        skipped = item.state == "skipped"
        one_line = self._compact or skipped or not item.line
        tall = 36 if self._compact else 40 if one_line else 60
        top = px((tall - (24 if one_line else 44)) // 2)
        # Option cards keep 4 free round them for their ring: words stand 4 further in.
        self._row.setContentsMargins(px(12), 0, px(12), px(8) if item.open else 0)
        self._row.setSpacing(px(3))
        self._facts.setContentsMargins(4, 0, 4, 0)
        self._number.setFixedSize(px(20), px(tall if one_line else 40))
        self.box.setFixedSize(px(32), px(36 if one_line else 40))
        self._words.setContentsMargins(4, top, 0, 0)
        self._title.setFixedHeight(px(24))
        self._line.setFixedHeight(px(20))
        reveal(self._line, bool(item.line) and not one_line)
        self._title.setToolTip(item.line if one_line else "")
        self._head.setContentsMargins(0, 0, 4, px(tall - 44 if not one_line else tall - 24) - top)
        reveal(self._badge, item.mark is not None)
        self._head.setSpacing(px(12))
        self._badge_place.setContentsMargins(0, top + px(1), 0, 0)
        self._place_body()
        self.updateGeometry()
        self.update()

    def _place_body(self) -> None:
        px, item = self.theme.px, self.item
        self._facts.setColumnMinimumWidth(0, px(64))
        self._facts.setColumnStretch(1, 1)
        self._facts.setVerticalSpacing(0)
        self._facts.setHorizontalSpacing(px(8))
        self._body.setSpacing(px(4))
        reveal(self._options, bool(item.options))
        has_body = bool(item.facts or item.options or self._extra)
        reveal(self._body_frame, item.open and has_body)

    def _box_clicked(self) -> None:
        self.toggled.emit(self.item.code)

    def _option_chosen(self, option: str) -> None:
        self.chosen.emit(self.item.code, option)


class _RowBox(QAbstractButton):
    """The box of a row: the row's focus and its name. The page decides what a press means."""

    def __init__(self, owner: ChecklistRow) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(ENTER_STOP, True)

    def sizeHint(self) -> QSize:
        return QSize(self._owner.theme.px(32), self._owner.theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._owner.theme.px(22)
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        draw_check(QPainter(self), self._owner.theme, place, _BOX[self._owner.item.state])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._owner.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._owner.update()
