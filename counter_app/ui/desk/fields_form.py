"""The fields of a step in two columns, or in one: shows what the runner asks, tells what was typed.

A field that stays keeps its box, its focus and its caret when others come and go with an answer.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from counter_app.forms.run_views import FieldLine
from counter_app.ui.desk.field_boxes import (
    Box,
    choices_of,
    focused,
    hear,
    is_wide,
    make_box,
)
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.sum_row import SumRow
from counter_app.ui.widgets.field_row import FieldRow, NarrowFieldRow, TightFieldRow
from counter_app.ui.widgets.option_card import OptionGroup
from counter_app.ui.widgets.value_fields import ChoiceField
from counter_app.ui.words.sums import outcome_told

Shape = Literal["plain", "tight", "narrow"]
"""Labels above in two columns; beside in two columns; beside in one."""


class FieldsForm(QWidget):
    """`edited(field, raw)` on each change by hand, `left(field)` when a field was left."""

    edited = Signal(str, str)
    left = Signal(str)

    def __init__(self, means: Means, shape: Shape = "plain") -> None:
        super().__init__()
        self._means, self._shape, self._narrow = means, shape, shape == "narrow"
        self._today = dt.date.min
        self._lines: dict[str, FieldLine] = {}
        self._rows: dict[str, FieldRow] = {}
        self._boxes: dict[str, Box] = {}
        self._grid = QGridLayout(self)
        # Room for the ring round a field that has both an error and the focus.
        self._grid.setContentsMargins(4, 4, 4, 4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        means.theme.follow(self._restyle)

    def show_lines(self, lines: Sequence[FieldLine], today: dt.date, *, locked: bool) -> None:
        """Show these fields with their values; `locked` shows them read-only."""
        self._today = today
        if [line.id for line in lines] != list(self._boxes):
            self._rebuild(lines)
        for line in lines:
            self._show(line, locked)
        self._chain()

    def clear(self) -> None:
        """Another case: no box of the last one stays."""
        self._rebuild(())
        self._lines = {}

    def row(self, field: str) -> FieldRow | None:
        """The row of a field on show."""
        return self._rows.get(field)

    def box(self, field: str) -> Box | None:
        """The box of a field on show."""
        return self._boxes.get(field)

    def rows(self) -> Mapping[str, FieldRow]:
        """All rows on show, in order."""
        return self._rows

    def first_open(self) -> Box | None:
        """The first field that holds nothing yet, else the first."""
        empty = [box for box in self._boxes.values() if not box.value() and not box_locked(box)]
        return next(iter(empty or self._boxes.values()), None)

    def focused_field(self) -> str:
        """The field that has the focus; empty if none."""
        return next((name for name, box in self._boxes.items() if focused(box)), "")

    def _rebuild(self, lines: Sequence[FieldLine]) -> None:
        kept = {line.id for line in lines}
        for name in [name for name in self._rows if name not in kept]:
            gone = self._rows.pop(name)
            self._boxes.pop(name)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        rows, boxes, at, side = {}, {}, 0, 0
        for line in lines:
            row, box = self._rows.get(line.id), self._boxes.get(line.id)
            if row is None or box is None:
                box = self._new_box(line)
                row = self._row_of(line)(self._means.theme, "", box)
            wide = self._narrow or is_wide(line)
            if wide and side:
                at, side = at + 1, 0
            self._grid.removeWidget(row)
            self._grid.addWidget(row, at, side, 1, 2 if wide else 1)
            # Only what is shown can take the focus, and a layout shows it later.
            row.show()
            at, side = (at, 1) if not side and not wide else (at + 1, 0)
            rows[line.id], boxes[line.id] = row, box
        self._rows, self._boxes = rows, boxes

    def _row_of(self, line: FieldLine) -> type[FieldRow]:
        if self._narrow:
            return NarrowFieldRow
        if line.sum is not None:
            return SumRow
        return TightFieldRow if self._shape == "tight" else FieldRow

    def _new_box(self, line: FieldLine) -> Box:
        box = make_box(self._means, line, self.tr("是"), self.tr("否"), self._today)
        hear(box, partial(self.edited.emit, line.id), partial(self.left.emit, line.id))
        return box

    def _show(self, line: FieldLine, locked: bool) -> None:
        row, box = self._rows[line.id], self._boxes[line.id]
        label = self._means.say(line.label)
        if line.required is False:
            label = self.tr("{label}（可不填）").format(label=label)
        row.set_label(label)
        row.set_hint(self._hint(line))
        if isinstance(row, SumRow) and line.sum is not None:
            row.show_sum(line.sum, self._means.language())
        self._say_options(line, box)
        value = self._worded(line) if line.read_only else line.value
        if box.value() != value and not (focused(box) and box.value()):
            box.set_value(value)
        if isinstance(box, ChoiceField | OptionGroup):
            box.setEnabled(not locked)
        else:
            box.setReadOnly(locked or line.read_only)
        self._lines[line.id] = line

    def _hint(self, line: FieldLine) -> str:
        if line.sum is not None and self._narrow:
            return outcome_told(line.sum, self._means.language())
        return self._means.say(line.hint) if line.hint else ""

    def _say_options(self, line: FieldLine, box: Box) -> None:
        if isinstance(box, ChoiceField):
            choices = choices_of(self._means, line)
            shown = [(box.itemData(at), box.itemText(at)) for at in range(box.count())]
            if shown != [(choice.code, choice.words) for choice in choices]:
                box.set_choices(choices)
        elif isinstance(box, OptionGroup):
            box.reword((self.tr("是"), self.tr("否")))

    def _worded(self, line: FieldLine) -> str:
        if line.sum is not None:
            return self._means.say(line.sum.total) if line.sum.total else ""
        for option in line.options:
            if option.id == line.value:
                return self._means.say(option.label)
        return line.value

    def _chain(self) -> None:
        """Tab goes in reading order, also past fields that came later."""
        boxes = list(self._boxes.values())
        for before, after in pairwise(boxes):
            QWidget.setTabOrder(before, after)
        if QApplication.focusWidget() is None and boxes and self.isVisible():
            boxes[0].setFocus()

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self._means.theme.px(24))
        self._grid.setVerticalSpacing(self._means.theme.px(6))


def box_locked(box: Box) -> bool:
    """Whether a box only shows its value."""
    if isinstance(box, ChoiceField | OptionGroup):
        return not box.isEnabled()
    return box.isReadOnly()
