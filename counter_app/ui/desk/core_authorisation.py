"""核心授权: who authorised this business in the core, noted beside it. We ask for no approval again.

Asks by a small dialog, shows what is noted; what may be written is the service's.
"""

from PySide6.QtWidgets import QWidget

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.i18n import Language
from counter_app.services import sending
from counter_app.services.counter import Counter
from counter_app.services.sending import Authorisation
from counter_app.ui.desk.case_at_desk import Answer
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.keys import Key
from counter_app.ui.shell import Action
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import StateLabel
from counter_app.ui.words.marks import one_by_one
from counter_app.ui.words.sentences import refusal_sentence

AUTHORISED = "Alt+K"


class AuthorisationDialog(Dialog):
    """Who, under which reference, when; the time stands there already."""

    def __init__(self, theme: Theme, owner: QWidget, now: str, language: Language) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("记核心授权"))
        self._now, self._language = now, language
        self.told: Authorisation | None = None
        self.who, self.reference, self.at = TextField(theme), CodeField(theme), TextField(theme)
        self.at.setText(now)
        self._who_row = FieldRow(theme, self.tr("授权人（核心里的柜员号或姓名）"), self.who)
        self._reference_row = FieldRow(theme, self.tr("核心授权编号"), self.reference)
        self._at_row = FieldRow(theme, self.tr("授权时间"), self.at)
        for one in (self._who_row, self._reference_row, self._at_row):
            self.body.addWidget(one)
        self.add_action(self.tr("记核心授权"), self._accept, Key.NEXT, "primary")
        self.focus_first(self.who)

    def _accept(self) -> None:
        told = Authorisation(self.who.text(), self.reference.value(), self.at.text())
        refusal = sending.authorisation_fault(told, self._now)
        for one in (self._who_row, self._reference_row, self._at_row):
            one.set_error("")
        if refusal is None:
            self.told = told
            self.accept()
            return
        wrong = self._at_row
        if refusal.code == "authorisation_incomplete":
            wrong = self._reference_row if told.authoriser.strip() else self._who_row
        wrong.set_error(refusal_sentence(refusal, self._language))
        wrong.box.setFocus()


class AuthorisationLine(QWidget):
    """What is noted of the core's authorisation; nothing is shown while nothing is."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._words = StateLabel(parts.means.theme)
        row(self).addWidget(self._words)
        self.hide()

    def action(self) -> Action:
        """The key that asks."""
        words = self.tr("记核心授权")
        return Action("core.authorised", words, self.ask, AUTHORISED, "hidden")

    def render_case(self) -> None:
        """As the case stands."""
        opened = self._parts.case.opened
        noted = opened.case.core_authorisations if opened is not None else ()
        told = [f"{one.authoriser}　{one.reference}　{one.at}" for one in noted]
        words = self.tr("核心授权　{told}").format(told=one_by_one(told))
        self._words.set_state("shield-check", words, "ink2")
        self.setVisible(bool(told))

    def ask(self) -> None:
        """Ask who, the reference and the time."""
        means = self._parts.means
        now = branch_time(means.now()).strftime("%H:%M")
        dialog = AuthorisationDialog(means.theme, self.window(), now, means.language())
        dialog.accepted.connect(lambda: self._note(dialog.told))
        dialog.open()

    def _note(self, told: Authorisation | None) -> None:
        case, acting = self._parts.case, self._parts.means.acting
        if told is None:
            return
        opened, run, _runner = case.at_hand()

        def job(counter: Counter) -> Answer:
            noted = sending.note_authorisation(counter, acting, opened, told)
            return noted if isinstance(noted, Refusal) else noted.at(run, noted.place)

        case.keep()
        case.command(job)
