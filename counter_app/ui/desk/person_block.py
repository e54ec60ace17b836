"""One person at reception: part, name, paper, number, validity, phone.

Renders a `PersonTold` and tells which field was changed to what. Judges nothing.
"""

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QWidget

from counter_app.domain.identity import IdentityKind
from counter_app.domain.masks import mask_number, mask_phone
from counter_app.forms.run_state import Part
from counter_app.services.visiting import PersonFault, PersonTold
from counter_app.ui.desk.field_boxes import Box, focused, hear
from counter_app.ui.desk.means import Means
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.code_field import PHONE_GROUPS, CodeField
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow, NarrowFieldRow
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.segmented import Segmented
from counter_app.ui.widgets.tick_box import CheckBox
from counter_app.ui.widgets.value_fields import Choice, ChoiceField, DateField
from counter_app.ui.words.sentences import part_words, refusal_sentence

_FIELDS = ("name", "paper", "number", "valid_until", "phone", "birth")
_WITHOUT_BIRTH = frozenset(
    {
        IdentityKind.HK_MACAO_PERMIT,
        IdentityKind.TAIWAN_PERMIT,
        IdentityKind.FOREIGN_PASSPORT,
        IdentityKind.CHINESE_PASSPORT,
        IdentityKind.MILITARY_ID,
        IdentityKind.ARMED_POLICE_ID,
    }
)
"""Papers whose number does not tell the birth date."""


class PersonBlock(QWidget):
    """`edited(ref, field, value)` on a change by hand, `left(ref, field)` when a field was left."""

    edited = Signal(str, str, object)
    left = Signal(str, str)
    line_of: ClassVar[type[FieldRow]] = FieldRow

    def __init__(self, means: Means, ref: str, today: dt.date) -> None:
        super().__init__()
        self.ref, self._means = ref, means
        theme = means.theme
        self._heading = Label(theme, "", "head")
        self._known = StateLabel(theme)
        self._part = Segmented(theme, ())
        self._parts: list[Choice] = []
        self._away = CheckBox(theme, "")
        self._no_expiry = CheckBox(theme, "")
        self.boxes: dict[str, Box] = {
            "name": TextField(theme),
            "paper": ChoiceField(theme, (), means.initials),
            "number": CodeField(theme, 0, (), mask=mask_number),
            "valid_until": DateField(theme, lambda: today),
            "phone": CodeField(theme, 0, PHONE_GROUPS, mask=mask_phone),
            "birth": DateField(theme, lambda: today),
        }
        self.rows = {name: self.line_of(theme, "", self.boxes[name]) for name in _FIELDS}
        self._lay_out()
        self._listen()
        theme.follow(self._restyle)

    def show_person(self, told: PersonTold, number: int, *, alone: bool) -> None:
        """Show one person; what is being typed keeps its caret."""
        self._retranslate(number, alone)
        self._part.set_value(told.part)
        for name, box in self.boxes.items():
            value = str(getattr(told, name))
            if box.value() != value and not focused(box):
                box.set_value(value)
        scanned = told.by_reader and isinstance(self.boxes["number"], CodeField)
        if scanned and self.boxes["number"].value() != told.number:
            self.boxes["number"].set_value(told.number)
        self._no_expiry.setChecked(told.no_expiry)
        self._away.setChecked(not told.present)
        organisation = told.paper == IdentityKind.BUSINESS_LICENCE
        self._away.setVisible(told.part == "self" and not alone and not organisation)
        self._name_holder(organisation)
        self.rows["birth"].setVisible(told.paper in _WITHOUT_BIRTH)
        known = self.tr("已登记客户") if told.customer else ""
        self._known.set_state("circle-check" if known else "", known, "ok")

    def show_read(self, told: PersonTold) -> None:
        """Show what a reader filled, in the field in focus too: the caret goes on to an empty one."""
        for name, box in self.boxes.items():
            value = str(getattr(told, name))
            if value and not box.value():
                box.set_value(value)
        focus = self.boxes.get(self.focused_field())
        if focus is not None and focus.value():
            self.boxes["phone"].setFocus()

    def show_faults(self, faults: Sequence[PersonFault]) -> None:
        """The sentence at each field; none takes it away."""
        wrong = {fault.field: fault for fault in faults if fault.ref == self.ref}
        for name, line in self.rows.items():
            fault = wrong.get(name)
            words = refusal_sentence(fault.refusal, self._means.language()) if fault else ""
            line.set_error(words)

    def lock(self, locked: bool) -> None:
        """Show only, or let type again."""
        for box in self.boxes.values():
            box.setEnabled(not locked)
        for control in (self._part, self._away, self._no_expiry):
            control.setEnabled(not locked)

    def focused_field(self) -> str:
        """The field in focus; empty if none."""
        return next((name for name, box in self.boxes.items() if focused(box)), "")

    def _listen(self) -> None:
        for name, box in self.boxes.items():
            hear(
                box,
                lambda raw, field=name: self.edited.emit(self.ref, field, raw),  # type: ignore[misc]
                lambda field=name: self.left.emit(self.ref, field),  # type: ignore[misc]
            )
        self._part.chosen.connect(lambda part: self.edited.emit(self.ref, "part", part))
        self._away.clicked.connect(lambda away: self.edited.emit(self.ref, "present", not away))
        self._no_expiry.clicked.connect(
            lambda unlimited: self.edited.emit(self.ref, "no_expiry", unlimited)
        )

    def _lay_out(self) -> None:
        self._top = row()
        for part in (self._heading, self._part):
            self._top.addWidget(part)
        self._top.addStretch(1)
        self._top.addWidget(self._known)
        until_and_box = self._until_line()
        self._grid = QGridLayout()
        for at, name in enumerate(("name", "paper", "number")):
            self._grid.addWidget(self.rows[name], at // 2, at % 2)
        self._grid.addLayout(until_and_box, 1, 1)
        self._grid.addWidget(self.rows["phone"], 2, 0)
        self._grid.addWidget(self.rows["birth"], 2, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._column = column(self)
        self._column.addLayout(self._top)
        # On a line of its own: beside the parts it is too wide in English.
        self._column.addWidget(self._away, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._grid)

    def _until_line(self) -> QBoxLayout:
        """The validity, and beside it that there is no end to it."""
        line = row()
        line.addWidget(self.rows["valid_until"], 1)
        line.addWidget(self._no_expiry)
        return line

    def _retranslate(self, number: int, alone: bool) -> None:
        labels = {
            "name": self.tr("姓名"),
            "paper": self.tr("证件种类"),
            "number": self.tr("证件号码"),
            "valid_until": self.tr("证件有效期至"),
            "phone": self.tr("手机"),
            "birth": self.tr("出生日期"),
        }
        hints = {
            "name": self.tr("与证件一致；先不登记也可以"),
            "number": self.tr("读卡或键入"),
            "valid_until": self.tr("写在证件背面"),
            "phone": self.tr("可不填"),
        }
        whose = self.tr("第 {number} 人").format(number=number)
        for name, line in self.rows.items():
            line.set_label(labels[name])
            hint = hints.get(name, "")
            line.set_hint(hint)
            if not line.error():
                spoken = hint if alone else f"{whose} {hint}".strip()
                self.boxes[name].setAccessibleDescription(spoken)
        self._heading.setText(whose)
        self._heading.setVisible(not alone)
        parts = [Choice(part.value, part_words(part.value)) for part in Part]
        if parts != self._parts:
            self._parts = parts
            self._part.set_choices(parts)
        for choice in self._part.findChildren(QAbstractButton):
            choice.setAccessibleDescription("" if alone else whose)
        self._away.setText(self.tr("本人没有来"))
        self._away.setAccessibleDescription(whose)
        self._no_expiry.setText(self.tr("长期"))
        self._no_expiry.setAccessibleDescription(whose)
        self._name_papers()

    def _name_holder(self, organisation: bool) -> None:
        """An organisation has a registered name and a credit code."""
        if organisation:
            self.rows["name"].set_label(self.tr("单位名称"))
            self.rows["number"].set_label(self.tr("统一社会信用代码"))
            self.rows["phone"].set_label(self.tr("单位电话"))
            self.rows["name"].set_hint(self.tr("与营业执照一致"))

    def _name_papers(self) -> None:
        papers = self.boxes["paper"]
        if isinstance(papers, ChoiceField):
            shown = [(kind.value, self._means.say(kind.label)) for kind in IdentityKind]
            if shown != [
                (papers.itemData(at), papers.itemText(at)) for at in range(papers.count())
            ]:
                papers.set_choices([Choice(*each) for each in shown])

    def _restyle(self) -> None:
        px = self._means.theme.px
        self._top.setSpacing(px(16))
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(6))
        self._column.setSpacing(px(8))


class NarrowPersonBlock(PersonBlock):
    """For the strip: labels beside the boxes, in one column or two; the part stands in the heading."""

    line_of = NarrowFieldRow

    def show_person(self, told: PersonTold, number: int, *, alone: bool) -> None:
        super().show_person(told, number, alone=alone)
        whose = self._heading.text()
        organisation = told.paper == IdentityKind.BUSINESS_LICENCE
        part = self.tr("单位") if organisation else part_words(told.part)
        self._heading.setText(self.tr("{whose} · {part}").format(whose=whose, part=part))

    def set_flat(self, flat: bool) -> None:
        """Two columns, where width is there and height is not."""
        lines = (*(self.rows[name] for name in ("name", "number", "paper")), self._until)
        more = (self.rows["phone"], self.rows["birth"])
        for at, line in enumerate((*lines, *more)):
            place = (at // 2, at % 2) if flat else (at, 0)
            self._grid.addWidget(line, *place)
        self._grid.setColumnStretch(1, int(flat))

    def _lay_out(self) -> None:
        self._until = QWidget()
        column(self._until).addLayout(self._until_line())
        self._top, self._grid = row(), QGridLayout()
        self._top.addWidget(self._heading)
        self._top.addStretch(1)
        self._top.addWidget(self._known)
        self._column = column(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._away, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._grid)
        self._grid.setColumnStretch(0, 1)
        self.set_flat(False)
        # No room for four parts abreast: the keys that add somebody say who it is.
        self._part.setParent(self)
        self._part.hide()
