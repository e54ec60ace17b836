"""接待: who is here. Anonymous is allowed; a scanned ID fills number and kind; several persons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from counter_app.domain.identity import IdentityKind
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import StepId
from counter_app.services.visiting import PersonFault, faults_of
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.desk.person_block import PersonBlock
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import column, row, rule
from counter_app.ui.widgets.error_summary import Fault as ShownFault
from counter_app.ui.widgets.keycap import KeyHints
from counter_app.ui.widgets.label import Label
from counter_app.ui.words.sentences import refusal_sentence


class ReceptionPage(CasePage):
    """The persons of the visit, a block each."""

    step = StepId.RECEPTION

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.reception")
        self._title = Label(self.theme, "", "head")
        self._note = Label(self.theme, "", "body", "ink2", wrap=True)
        self._blocks: dict[str, PersonBlock] = {}
        self._of = ""
        self._column = column()
        self._hints = KeyHints(self.theme)
        top = row()
        top.addWidget(self._title)
        top.addWidget(self._note, 1)
        top.setSpacing(self.theme.px(12))
        self.body.addLayout(top)
        self.body.addLayout(self._column)
        self.body.addWidget(self._hints)
        self.body.addStretch(1)
        parts.sitting.changed.connect(self._people_changed)
        parts.sitting.faulty.connect(self._show_person_faults)
        parts.sitting.refused.connect(self.show_refusal)

    def first_focus(self) -> QWidget | None:
        for block in self._blocks.values():
            box = block.boxes["number" if block.boxes["name"].value() else "name"]
            if not box.value():
                return box
        return next((block.boxes["name"] for block in self._blocks.values()), None)

    def help_rows(self) -> Sequence[HelpRow]:
        return (HelpRow(self.tr("读卡器"), self.tr("填证件号码和种类，不动光标")),)

    def go_on(self) -> None:
        self._show_standing()
        self._show_person_faults(())
        self.parts.sitting.receive()

    def block(self, ref: str) -> PersonBlock:
        """The block of a person on show. Raises KeyError for an unknown one."""
        return self._blocks[ref]

    def focused_person(self) -> str:
        """The reference of the person whose field has the focus; empty if none."""
        return next((ref for ref, block in self._blocks.items() if block.focused_field()), "")

    def scan_refused(self, shown: str) -> None:
        """What the reader read is no identity number: say so, lose nothing."""
        self.show_refusal(Refusal("scan_unknown", {"shown": shown}))

    def _render(self) -> None:
        self._title.setText(self.tr("谁来办"))
        self._note.setText(self.tr("问清再登记；只咨询的可以先不登记，直接下一步"))
        self._hints.set_hints(
            ("Alt+A", self.tr("加一人")),
            (Key.FIND, self.tr("查找老客户")),
            (Key.UNDO, self.tr("撤销")),
        )
        self._show_people()

    def _page_actions(self) -> list[Action]:
        sitting = self.parts.sitting
        actions = [
            Action("reception.add", self.tr("加一人"), self._add, "Alt+A"),
            Action("reception.register", self.tr("登记为客户"), self._register, "Alt+R"),
            Action("reception.undo", self.tr("撤销"), sitting.undo, Key.UNDO, "hidden"),
        ]
        if len(sitting.people.persons) > 1:
            remove = Action("reception.remove", self.tr("去掉此人"), self._remove, "Alt+D")
            actions.insert(1, remove)
        return actions

    def _spot(self, where: str) -> Spot:
        ref, _dot, field = where.partition(".")
        block = self._blocks.get(ref)
        if block is None or field not in block.boxes:
            return self.first_focus(), None
        return block.boxes[field], block.rows[field]

    def _place_code(self) -> str:
        for ref, block in self._blocks.items():
            field = block.focused_field()
            if field:
                return f"{ref}.{field}"
        return ""

    def _show_people(self) -> None:
        sitting = self.parts.sitting
        persons = sitting.people.persons
        self._forget_others()
        if [one.ref for one in persons] != list(self._blocks):
            self._rebuild([one.ref for one in persons])
        for number, told in enumerate(persons, start=1):
            block = self._blocks[told.ref]
            block.show_person(told, number, alone=len(persons) == 1)
            block.lock(self.parts.case.is_open and self.parts.case.read_only)

    def _forget_others(self) -> None:
        """Nothing of the last customer stays in a box, not even in the one that has the focus."""
        if self._of != self.parts.sitting.subject:
            self._of = self.parts.sitting.subject
            self._rebuild(())

    def _people_changed(self) -> None:
        self._forget_others()
        if self.isVisible():
            before = list(self._blocks)
            self._show_people()
            if before != list(self._blocks):
                self.offers_changed.emit()

    def _rebuild(self, refs: Sequence[str]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, PersonBlock) and widget.ref in refs:
                continue
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        kept = {ref: block for ref, block in self._blocks.items() if ref in refs}
        self._blocks = {ref: kept.get(ref) or self._new_block(ref) for ref in refs}
        for number, block in enumerate(self._blocks.values()):
            if number:
                self._column.addWidget(rule())
            self._column.addWidget(block)
            # Only what is shown can take the focus, and a layout shows it later.
            block.show()
        self._column.setSpacing(self.theme.px(8))

    def _new_block(self, ref: str) -> PersonBlock:
        block = PersonBlock(self.parts.means, ref, self.parts.sitting.today)
        block.edited.connect(self._edited)
        block.left.connect(self._left)
        return block

    def _edited(self, ref: str, field: str, value: object) -> None:
        sitting = self.parts.sitting
        changes: dict[str, object] = {field: value}
        if field == "number":
            changes["by_reader"] = False
        typed = isinstance(value, str) and field not in ("part", "paper")
        people = sitting.people.changed(ref, **changes)
        if changes.get("paper") == IdentityKind.BUSINESS_LICENCE:
            people = people.of_organisation(ref)
        sitting.change(people, f"{ref}.{field}" if typed else "")
        if self._spot(f"{ref}.{field}")[1] is not None:
            self._mend(ref, field)

    def _left(self, ref: str, field: str) -> None:
        """Judge a field when it is left: its shape only, never that it is empty."""
        self.parts.sitting.keep()
        told = next((p for p in self.parts.sitting.people.persons if p.ref == ref), None)
        if told is None or ref not in self._blocks:
            return
        faults = [
            one
            for one in faults_of(told, self.parts.sitting.today)
            if one.field == field and one.refusal.code != "name_needed"
        ]
        words = refusal_sentence(faults[0].refusal, self.parts.means.language()) if faults else ""
        self._blocks[ref].rows[field].set_error(words)

    def _mend(self, ref: str, field: str) -> None:
        """While typing a fault may only go away, never come."""
        line = self._blocks[ref].rows[field]
        told = self.parts.sitting.people.person(ref)
        today = self.parts.sitting.today
        if line.error() and not [one for one in faults_of(told, today) if one.field == field]:
            line.set_error("")

    def _show_person_faults(self, faults: Sequence[PersonFault]) -> None:
        shown = []
        for block in self._blocks.values():
            block.show_faults(faults)
        for fault in faults:
            box, line = self._spot(f"{fault.ref}.{fault.field}")
            words = refusal_sentence(fault.refusal, self.parts.means.language())
            if box is not None:
                name = f"{line.label()}　{words}" if line is not None else words
                shown.append(ShownFault(name, box))
        self.faults.set_faults(shown)

    def _add(self) -> None:
        sitting = self.parts.sitting
        sitting.change(sitting.people.added())
        ref = sitting.people.persons[-1].ref
        self._blocks[ref].boxes["name"].setFocus()

    def _remove(self) -> None:
        sitting = self.parts.sitting
        ref = self.focused_person() or sitting.people.persons[-1].ref
        sitting.change(sitting.people.removed(ref))
        target = self.first_focus()
        if target is not None:
            target.setFocus()

    def _register(self) -> None:
        sitting = self.parts.sitting
        sitting.register(self.focused_person() or sitting.people.persons[0].ref)
