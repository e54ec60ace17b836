"""受理: the details of the business, as the procedure asks them."""

from counter_app.forms.run_state import StepId
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.fields_page import FieldsPage
from counter_app.ui.widgets.label import Label


class DetailsPage(FieldsPage):
    """The fields, and the minutes the business usually takes."""

    step = StepId.DETAILS

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.details")
        self._nothing = Label(self.theme, "", "body", "ink2", wrap=True)
        self.body.addWidget(self.form)
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)

    def _render(self) -> None:
        super()._render()
        self._nothing.setText(self.tr("这项业务没有要填的，直接下一步"))
        self._nothing.setVisible(not self._lines())
