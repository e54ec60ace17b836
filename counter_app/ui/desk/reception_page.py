"""接待: who is here. Anonymous is allowed; a scanned ID fills number and kind; several persons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import StepId
from counter_app.services.visiting import PersonFault
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.desk.people import People
from counter_app.ui.desk.people_form import PeopleForm, person_in_focus
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.error_summary import Fault as ShownFault
from counter_app.ui.widgets.keycap import KeyHints
from counter_app.ui.widgets.label import Label
from counter_app.ui.words.sentences import refusal_sentence

WARD = "Alt+G"


class ReceptionPage(CasePage):
    """The persons of the visit, a block each."""

    step = StepId.RECEPTION

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.reception")
        self._title = Label(self.theme, "", "head")
        self._note = Label(self.theme, "", "body", "ink2", wrap=True)
        self.people = PeopleForm(parts)
        self._hints = KeyHints(self.theme)
        top = row()
        top.addWidget(self._title)
        top.addWidget(self._note, 1)
        top.setSpacing(self.theme.px(12))
        self.body.addLayout(top)
        self.body.addWidget(self.people)
        self.body.addWidget(self._hints)
        self.body.addStretch(1)
        self._count = 1
        parts.sitting.changed.connect(self._persons_changed)
        parts.sitting.faulty.connect(self._show_person_faults)
        parts.sitting.refused.connect(self.show_refusal)

    def first_focus(self) -> QWidget | None:
        return self.people.first_focus()

    def help_rows(self) -> Sequence[HelpRow]:
        return (HelpRow(self.tr("读卡器"), self.tr("填证件号码和种类，不动光标")),)

    def go_on(self) -> None:
        self._show_standing()
        self._show_person_faults(())
        self.parts.sitting.receive()

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
        self.people.render_people()

    def _page_actions(self) -> list[Action]:
        sitting = self.parts.sitting
        actions = [
            Action("reception.add", self.tr("加一人"), self._add, "Alt+A"),
            Action("reception.register", self.tr("登记为客户"), self._register, "Alt+R"),
            Action("reception.ward", self.tr("替孩子来的监护人"), self._add_ward, WARD, "hidden"),
            Action("reception.undo", self.tr("撤销"), sitting.undo, Key.UNDO, "hidden"),
        ]
        if len(sitting.people.persons) > 1:
            remove = Action("reception.remove", self.tr("去掉此人"), self._remove, "Alt+D")
            actions.insert(1, remove)
        return actions

    def _spot(self, where: str) -> Spot:
        return self.people.spot(where)

    def _place_code(self) -> str:
        return self.people.place_code()

    def _show_person_faults(self, faults: Sequence[PersonFault]) -> None:
        shown = []
        self.people.show_faults(faults)
        for fault in faults:
            box, line = self._spot(f"{fault.ref}.{fault.field}")
            words = refusal_sentence(fault.refusal, self.parts.means.language())
            if box is not None:
                name = f"{line.label()}　{words}" if line is not None else words
                shown.append(ShownFault(name, box))
        self.faults.set_faults(shown)

    def _persons_changed(self) -> None:
        """More or fewer persons than before: other keys, here and in the strip."""
        count = len(self.parts.sitting.people.persons)
        if count != self._count:
            self._count = count
            self.offers_changed.emit()

    def _add(self) -> None:
        self._take(self.parts.sitting.people.added())

    def _add_ward(self) -> None:
        self._take(self.parts.sitting.people.with_ward())

    def _take(self, people: People) -> None:
        """The persons told anew, the caret at the last one's name."""
        sitting = self.parts.sitting
        sitting.change(people)
        self.people.render_people()
        ref = sitting.people.persons[-1].ref
        self.people.blocks[ref].boxes["name"].setFocus()

    def _remove(self) -> None:
        sitting = self.parts.sitting
        ref = person_in_focus() or sitting.people.persons[-1].ref
        sitting.change(sitting.people.removed(ref))
        target = self.first_focus()
        if target is not None:
            target.setFocus()

    def _register(self) -> None:
        sitting = self.parts.sitting
        sitting.register(person_in_focus() or sitting.people.persons[0].ref)
