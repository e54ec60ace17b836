"""送核心 and the serial: always in sight at the strip's lower edge, however long the rest is."""

from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import StepId
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.desk.express_form import ExpressForm
from counter_app.ui.desk.express_page import ExpressPage, sending_words
from counter_app.ui.keys import Key
from counter_app.ui.shell import Page
from counter_app.ui.widgets.base import column, mark, panel, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import Label


class CoreLines(QWidget):
    """The next value for the core with its key, and the express form's serial below it."""

    def __init__(self, parts: Parts, form: ExpressForm) -> None:
        super().__init__()
        theme = parts.means.theme
        self._parts, self._form = parts, form
        self._words = Label(theme, "", "small", "ink2", wrap=True)
        self._send = Button(theme, "", Key.TO_CORE.value, "small")
        self._line = panel("surface", "top")
        self._across = row(self._line)
        self._across.addWidget(self._words, 1)
        self._across.addWidget(self._send)
        lines = column(self)
        lines.addWidget(self._line)
        lines.addWidget(form.core)
        self._send.clicked.connect(parts.wishes.to_core)
        theme.follow(self._restyle)

    def set_flat(self, flat: bool) -> None:
        """Beside the rest, as in a strip along the lower edge: no line above."""
        mark(self._line, "edge", "" if flat else "top")

    def show_sending(self) -> None:
        """The next value, masked, and how far the sending has come."""
        words = sending_words(self._parts)
        self._send.set_words(self.tr("复制"))
        self._words.setText(words)
        self._line.setVisible(bool(words))
        self._give_way()

    def show_serial(self, page: Page | None) -> bool:
        """Whether the serial is asked here: on the one screen, and at the core step."""
        case = self._parts.case
        at_core = isinstance(page, CasePage) and page.step is StepId.CORE
        asked = case.is_open and not case.read_only and not case.asks_booking
        shown = asked and (at_core or isinstance(page, ExpressPage))
        shown = shown and self._form.render_serial()
        self._form.core.setVisible(shown)
        self._give_way()
        return shown

    def _restyle(self) -> None:
        px = self._parts.means.theme.px
        self._across.setContentsMargins(px(12), px(2), px(12), px(2))
        self._across.setSpacing(px(8))
        self._form.core.setContentsMargins(px(12), 0, px(12), 0)

    def _give_way(self) -> None:
        """With nothing for the core the room is for the rest."""
        self.setVisible(not (self._line.isHidden() and self._form.core.isHidden()))
