"""What is to be done now, and nothing else of it: persons, service, the one screen, the next item.

Each is a view that the desk's pages have too. What the strip has no room for is said in one sentence
with the key that unfolds the desk.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QSizePolicy, QWidget

from counter_app.forms.run_state import StepId
from counter_app.ui.desk.case_page import CasePage
from counter_app.ui.desk.desk import Desk
from counter_app.ui.desk.done_page import DonePage
from counter_app.ui.desk.express_form import ExpressForm
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.desk.home_page import HomePage
from counter_app.ui.desk.people_form import PeopleForm
from counter_app.ui.desk.person_block import NarrowPersonBlock
from counter_app.ui.desk.reception_page import ReceptionPage
from counter_app.ui.desk.service_picker import ServicePicker
from counter_app.ui.keys import Key
from counter_app.ui.shell import Page
from counter_app.ui.strip.head import step_of
from counter_app.ui.strip.next_item import NextItem
from counter_app.ui.strip.said import Said
from counter_app.ui.widgets.base import column, panel
from counter_app.ui.widgets.label import Label


class StripWork(QWidget):
    """A message, what is done now, what to say. `changed` when a checklist line was answered."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._parts = desk, desk.parts
        self.theme = theme = desk.means.theme
        self._flat = self._short = False
        self.message = Label(theme, "", "small", "bad", wrap=True)
        self.people = PeopleForm(self._parts, narrow=True)
        self.picker = ServicePicker(desk.means)
        self.form = ExpressForm(self._parts, narrow=True)
        self.item = NextItem(self._parts)
        self.hint = Label(theme, "", "body", "ink2", wrap=True)
        self.said = Said(theme)
        self._inner = panel("surface")
        self._middle = column(self._inner)
        for part in (self.people, self.picker, self.form, self.item, self.hint):
            self._middle.addWidget(part)
        self._middle.addStretch(1)
        self._scroll = self._scrolled()
        self._lines, self._pair = column(self), column()
        self._lines.addWidget(self.message)
        self._lines.addLayout(self._pair, 1)
        self._pair.addWidget(self._scroll, 1)
        self._pair.addWidget(self.said)
        self.tell("")
        self.picker.picked.connect(desk.need.service_chosen)
        self.item.changed.connect(self.changed)
        self.people.reshaped.connect(self.changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        theme.follow(self._restyle)

    def set_flat(self, flat: bool) -> None:
        """What stands below each other stands abreast, as in a strip along the lower edge."""
        self._flat = flat
        self.form.set_flat(flat)
        self.picker.set_flat(flat)

    def set_short(self, short: bool) -> None:
        """Where height is short, only the very next thing is shown."""
        self._short = short
        self.item.set_short(short or self._flat)
        self.said.set_short(short)

    def first_focus(self) -> QWidget | None:
        """What waits first; None where nothing is done here."""
        for part, first in (
            (self.people, self.people.first_focus),
            (self.form, self.form.first_focus),
            (self.picker, lambda: self.picker.box),
            (self.item, lambda: self.item.tick),
        ):
            if part.isVisibleTo(self):
                return first()
        return None

    def render_page(self, page: Page | None, *, serial: bool) -> None:
        """What this page works on; `serial` when the strip asks the core's serial beside it."""
        case = self._parts.case
        at_once = isinstance(page, ExpressPage) and case.is_open
        picking = page is self._desk.need and not case.is_open
        step = step_of(page)
        documents = case.is_open and step is StepId.DOCUMENTS and isinstance(page, CasePage)
        documents = documents and not at_once and not isinstance(page, DonePage)
        received = isinstance(page, ReceptionPage)
        if picking and self.picker.isHidden():
            # Nothing typed for the last customer stays in the box.
            self.picker.clear()
        self.people.setVisible(received)
        self.form.setVisible(at_once)
        self.picker.setVisible(picking)
        self.item.setVisible(documents)
        if received:
            self._render_people()
        if picking and self._desk.need.services is not None:
            self.picker.set_services(self._desk.need.services)
            self.picker.retranslate()
        if at_once:
            self.form.render_case()
        if documents:
            self.item.render_case()
        here = received or at_once or picking or documents
        self.hint.setVisible(not (here or serial))
        self.hint.setText(self._elsewhere(page))
        self._show_said(page)
        self._abreast(documents or not (here or serial))

    def tell(self, words: str, ink: str = "bad") -> None:
        """What stands in the way, in one sentence; empty takes it away."""
        self.message.setText(words)
        self.message.set_ink(ink)
        self.message.setVisible(bool(words))

    def _render_people(self) -> None:
        self.people.render_people()
        for block in self.people.blocks.values():
            if isinstance(block, NarrowPersonBlock):
                block.set_flat(self._flat)

    def _elsewhere(self, page: Page | None) -> str:
        """One sentence with the key: what is done at the whole desk, or that nobody is here."""
        key = Key.STRIP.value
        if isinstance(page, HomePage):
            return self.tr("窗口没有客户。接待下一位按 {key}").format(key=Key.CALL.value)
        if isinstance(page, DonePage):
            words = self.tr("{result}。接待下一位按 {call}；单据和接下来的事，展开看：{key}")
            return words.format(result=page.result_words(), call=Key.CALL.value, key=key)
        if not isinstance(page, CasePage):
            return self.tr("这一页要展开来看：{key}").format(key=key)
        words = self.tr("“{step}”这一步要填的多，展开来办：{key}。已填的都在")
        return words.format(step=page.title(), key=key)

    def _show_said(self, page: Page | None) -> None:
        case, said = self._parts.case, list[str]()
        if case.is_open:
            _opened, run, runner = case.at_hand()
            script, say = runner.script(run, step_of(page)), self._desk.means.say
            said = [say(line.text) for line in script if line.kind != "watch"]
        self.said.set_words(said[:2])
        self.said.setVisible(bool(said) and self._parts.aside.script_on)

    def _abreast(self, room: bool) -> None:
        """In a flat strip the sentence stands beside a single item, and in one line under a form."""
        beside = self._flat and room
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(across if beside else down)
        self._pair.setStretchFactor(self._scroll, 1)
        self._pair.setStretchFactor(self.said, int(beside))
        self.said.set_short(not room if self._flat else self._short)

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        scroll.setWidget(self._inner)
        return scroll

    def _follow(self, _before: object, now: QWidget | None) -> None:
        """What has the focus is never out of sight."""
        if now is not None and self._inner.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, self.theme.px(8))

    def _restyle(self) -> None:
        px = self.theme.px
        self._middle.setSpacing(px(6))
        self._middle.setContentsMargins(px(12), px(4), px(12), px(4))
        self._lines.setSpacing(px(2))
        self._pair.setSpacing(px(6))
        self.message.setContentsMargins(px(12), 0, px(12), 0)
        self.said.setContentsMargins(px(12), 0, px(12), px(4))
