"""The persons of the visit, a block each: what is typed goes to the sitting, faults to the fields.

A view of the sitting, for the reception page and for the strip; judges nothing itself.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.domain.identity import IdentityKind
from counter_app.services.visiting import PersonFault, faults_of
from counter_app.ui.desk.case_page import Parts, Spot
from counter_app.ui.desk.person_block import NarrowPersonBlock, PersonBlock
from counter_app.ui.widgets.base import column, rule
from counter_app.ui.words.sentences import refusal_sentence


def person_in_focus() -> str:
    """The reference of the person whose block has the focus, in whichever form; empty if none."""
    part = QApplication.focusWidget()
    while part is not None and not isinstance(part, PersonBlock):
        part = part.parentWidget()
    return part.ref if part is not None else ""


class PeopleForm(QWidget):
    """`reshaped` when there are more or fewer persons than before."""

    reshaped = Signal()

    def __init__(self, parts: Parts, *, narrow: bool = False) -> None:
        super().__init__()
        self.parts, self._narrow = parts, narrow
        self.blocks: dict[str, PersonBlock] = {}
        self._of = ""
        self._column = column(self)
        parts.sitting.changed.connect(self._people_changed)
        parts.sitting.read.connect(self._was_read)

    def render_people(self) -> None:
        """Everybody as told."""
        sitting = self.parts.sitting
        persons = sitting.people.persons
        self._forget_others()
        if [one.ref for one in persons] != list(self.blocks):
            self._rebuild([one.ref for one in persons])
        for number, told in enumerate(persons, start=1):
            block = self.blocks[told.ref]
            block.show_person(told, number, alone=len(persons) == 1)
            block.lock(self.parts.case.is_open and self.parts.case.read_only)

    def first_focus(self) -> QWidget | None:
        """The first name or number that is wanting."""
        for block in self.blocks.values():
            box = block.boxes["number" if block.boxes["name"].value() else "name"]
            if not box.value():
                return box
        return next((block.boxes["name"] for block in self.blocks.values()), None)

    def place_code(self) -> str:
        """The person and the field in focus; empty if none."""
        return next(
            (
                f"{ref}.{block.focused_field()}"
                for ref, block in self.blocks.items()
                if block.focused_field()
            ),
            "",
        )

    def spot(self, where: str) -> Spot:
        """The field of a place, and its row."""
        ref, _dot, field = where.partition(".")
        block = self.blocks.get(ref)
        if block is None or field not in block.boxes:
            return self.first_focus(), None
        return block.boxes[field], block.rows[field]

    def show_faults(self, faults: Sequence[PersonFault]) -> None:
        """The sentence at each field; none takes it away."""
        for block in self.blocks.values():
            block.show_faults(faults)

    def _forget_others(self) -> None:
        """Nothing of the last customer stays in a box, not even in the one that has the focus."""
        if self._of != self.parts.sitting.subject:
            self._of = self.parts.sitting.subject
            self._rebuild(())

    def _people_changed(self) -> None:
        self._forget_others()
        if self.isVisible():
            before = list(self.blocks)
            self.render_people()
            if before != list(self.blocks):
                self.reshaped.emit()

    def _was_read(self, ref: str) -> None:
        if self.isVisible():
            self.blocks[ref].show_read(self.parts.sitting.people.person(ref))

    def _rebuild(self, refs: Sequence[str]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, PersonBlock) and widget.ref in refs:
                continue
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        kept = {ref: block for ref, block in self.blocks.items() if ref in refs}
        self.blocks = {ref: kept.get(ref) or self._new_block(ref) for ref in refs}
        for number, block in enumerate(self.blocks.values()):
            if number:
                self._column.addWidget(rule())
            self._column.addWidget(block)
            # Only what is shown can take the focus, and a layout shows it later.
            block.show()
        self._column.setSpacing(self.parts.means.theme.px(8))

    def _new_block(self, ref: str) -> PersonBlock:
        kind = NarrowPersonBlock if self._narrow else PersonBlock
        block = kind(self.parts.means, ref, self.parts.sitting.today)
        block.edited.connect(self._edited)
        block.left.connect(self._left)
        return block

    def _edited(self, ref: str, field: str, value: object) -> None:
        sitting = self.parts.sitting
        changes: dict[str, object] = {field: value}
        if field == "number":  # whose number it is now is not known
            changes |= {"by_reader": False, "customer": None}
        typed = isinstance(value, str) and field not in ("part", "paper")
        people = sitting.people.changed(ref, **changes)
        if changes.get("paper") == IdentityKind.BUSINESS_LICENCE:
            people = people.of_organisation(ref)
        sitting.change(people, f"{ref}.{field}" if typed else "")
        if self.spot(f"{ref}.{field}")[1] is not None:
            self._mend(ref, field)

    def _left(self, ref: str, field: str) -> None:
        """Judge a field when it is left: its shape only, never that it is empty."""
        self.parts.sitting.keep()
        told = next((p for p in self.parts.sitting.people.persons if p.ref == ref), None)
        if told is None or ref not in self.blocks:
            return
        faults = [
            one
            for one in faults_of(told, self.parts.sitting.today)
            if one.field == field and one.refusal.code != "name_needed"
        ]
        words = refusal_sentence(faults[0].refusal, self.parts.means.language()) if faults else ""
        self.blocks[ref].rows[field].set_error(words)

    def _mend(self, ref: str, field: str) -> None:
        """While typing a fault may only go away, never come."""
        line = self.blocks[ref].rows[field]
        told = self.parts.sitting.people.person(ref)
        today = self.parts.sitting.today
        if line.error() and not [one for one in faults_of(told, today) if one.field == field]:
            line.set_error("")
