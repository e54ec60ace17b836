"""需求: which service, then what the procedure has to know before it can ask for papers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import StepId
from counter_app.services.versions import InForce
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.fields_page import FieldsPage
from counter_app.ui.desk.service_picker import ServicePicker
from counter_app.ui.keys import Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.label import Label


class NeedPage(FieldsPage):
    """Before a case is begun a picker, afterwards the fields of the need."""

    step = StepId.NEED
    service_chosen = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.need")
        self.picker = ServicePicker(parts.means)
        self.services: InForce | None = None
        self._title = Label(self.theme, "", "head")
        self._version = Label(self.theme, "", "body", "ink2")
        self._nothing = Label(self.theme, "", "body", "ink2", wrap=True)
        top = row()
        top.addWidget(self._title)
        top.addWidget(self._version)
        top.addStretch(1)
        top.setSpacing(self.theme.px(12))
        self.body.addLayout(top)
        self.body.addWidget(self.picker)
        self.body.addWidget(self.form)
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)
        self.picker.picked.connect(self.service_chosen)

    def set_services(self, in_force: InForce) -> None:
        """The services of the day."""
        self.services = in_force
        self.picker.set_services(in_force)

    def first_focus(self) -> QWidget | None:
        if not self.parts.case.is_open:
            return self.picker.box
        return super().first_focus()

    def go_on(self) -> None:
        if self.parts.case.is_open:
            super().go_on()
        else:
            self.picker.take()

    def _render(self) -> None:
        begun = self.parts.case.is_open
        self.picker.setVisible(not begun)
        self.form.setVisible(begun)
        self.picker.retranslate()
        self._nothing.setText(self.tr("这项业务没有要先问的，直接下一步"))
        if not begun:
            self._title.setText(self.tr("选业务"))
            self._version.setText("")
            self._nothing.setVisible(False)
            return
        _opened, _run, runner = self.parts.case.at_hand()
        spec = runner.procedure.spec
        self._title.setText(self.tr("先问清"))
        self._version.setText(self.tr("版本 {edition}").format(edition=spec.edition))
        super()._render()
        self._nothing.setVisible(not self._lines())

    def _on_words(self) -> str:
        if self.parts.case.is_open:
            return super()._on_words()
        return self.tr("办这项业务")

    def _page_actions(self) -> list[Action]:
        if self.parts.case.is_open:
            return []
        words = self.tr("撤销")
        return [Action("need.undo", words, self.picker.box.undo, Key.UNDO, "hidden")]
