"""The first page: who works here, how this PC does, and how the window looks.

Shown before store and use cases are loaded; `set_ready` brings what judges a password. What was
pressed before that waits for it. Keeps no password longer than the question it was typed for.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QWidget

from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.signon.asked import (
    Forgiven,
    Refused,
    SignedIn,
    SignOnMeans,
    SignOnPort,
    StandsBeside,
    Typed,
)
from counter_app.ui.signon.clock_form import ClockForm
from counter_app.ui.signon.forgive_form import ForgiveForm
from counter_app.ui.signon.form import Form
from counter_app.ui.signon.look_row import LookRow
from counter_app.ui.signon.secret_box import SHOW_KEY, SecretBox
from counter_app.ui.signon.sentences import AWAY_CODE, BESIDE_CODES, CLOCK_CODES
from counter_app.ui.signon.sign_on_form import SignOnForm
from counter_app.ui.signon.terminal_card import TerminalCard
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, panel, row, rule

CARD_WIDTH = 968
LEFT_SHARE = 432 / 968
SIDE_BY_SIDE_FROM = 720


class SignOnPage(Page):
    """`signed_in(SignedIn)` when somebody is signed on; the looks as soon as they are chosen."""

    signed_in = Signal(object)
    language_chosen = Signal(str)
    look_chosen = Signal(str)
    scale_chosen = Signal(int)

    wide = True

    def __init__(self, theme: Theme, means: SignOnMeans) -> None:
        super().__init__(theme, "signon")
        self._means = means
        self._port: SignOnPort | None = None
        self._waits = False
        self._password = ""
        self.form = SignOnForm(theme)
        self.forgive_form = ForgiveForm(theme)
        self.clock_form = ClockForm(theme)
        self.terminal = TerminalCard(theme)
        self.looks = LookRow(theme, means.language())
        self._left = QStackedWidget()
        self._card = QFrame()
        self._rule = rule("v")
        self._card_row: QBoxLayout = row(self._card)
        self._middle = column()
        self._build()
        self._connect()
        self.refresh()
        theme.follow(self._arrange)

    def set_ready(self, port: SignOnPort) -> None:
        """Passwords can be judged now; a press that came before goes on."""
        self._port = port
        self.form.set_busy("")
        if self._waits:
            self._waits = False
            self._sign_on()

    def set_trouble(self, sentence: str) -> None:
        """The store does not open: nobody can sign on here, and why."""
        self._port, self._waits = None, False
        self.form.set_busy("")
        self.form.banner.set_words(sentence, "circle-x", "bad")

    def work_failed(self, sentence: str) -> None:
        """The store could not do what was asked: the question is open again, and why."""
        self._show_form(self.form)
        self.form.set_busy("")
        self.form.banner.set_words(sentence, "circle-x", "bad")

    def refresh(self) -> None:
        """Ask again what is to be said of this PC."""
        self.form.set_usual_window(self._means.window())
        self.terminal.set_lines(self._means.terminal(), self._means.last())
        self.terminal.set_demo(self._means.demo())

    def take_scan(self, text: str) -> None:
        """A staff card was read."""
        form = self._form()
        if form is self.forgive_form:
            self.forgive_form.number.set_value(text)
            self.forgive_form.secret.setFocus()
        elif form is self.form and not form.primary.busy:
            self.form.start_again()
            self.form.staff.set_value(text)
            self.form.secret.setFocus()

    def title(self) -> str:
        return self.tr("登录")

    def offers(self) -> Sequence[Action]:
        form = self._form()
        show = self.tr("显示或隐藏密码")
        actions = [
            Action("signon.go", form.primary.text(), form.submit, Key.NEXT, "hidden"),
            Action("signon.show", show, self._show_password, SHOW_KEY, "hidden"),
        ]
        if form is self.form and self.form.is_locked_out():
            words, run = self.form.fetch.text(), self._fetch_supervisor
            actions.append(Action("signon.forgive", words, run, Key.SUPERVISOR, "hidden"))
        return actions

    def help_rows(self) -> Sequence[HelpRow]:
        here = self._form() is not self.form
        return (HelpRow(Key.CLOSE.value, self.tr("回到登录")),) if here else ()

    def first_focus(self) -> QWidget | None:
        return self._form().first_focus()

    def entered(self) -> None:
        self.form.start_again()
        self.refresh()
        self._show_form(self.form)

    def retranslate(self) -> None:
        for part in (self.form, self.forgive_form, self.clock_form, self.terminal, self.looks):
            part.retranslate()
        self.looks.set_language(self._means.language())
        self.refresh()

    def set_compact(self, compact: bool) -> None:
        for part in (self.form, self.forgive_form, self.clock_form, self.terminal):
            part.set_compact(compact)
        super().set_compact(compact)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        form, focus = self._form(), self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and form is self.form and self._is_typed(focus):
            if not event.isAutoRepeat():
                form.submit()
        elif event.key() == Qt.Key.Key_Escape and form is not self.form:
            self._show_form(self.form)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._card.setProperty("card", True)
        for form in (self.form, self.forgive_form, self.clock_form):
            self._left.addWidget(form)
        for part in (self._left, self._rule, self.terminal):
            self._card_row.addWidget(part)
        self._card_row.setContentsMargins(1, 1, 1, 1)
        ground = panel("canvas")
        across = row(ground)
        across.addStretch(1)
        across.addLayout(self._middle)
        across.addStretch(1)
        self._middle.addStretch(1)
        self._middle.addWidget(self._card)
        self._middle.addWidget(self.looks)
        self._middle.addStretch(1)
        self.body.addWidget(ground, 1)

    def _connect(self) -> None:
        self.form.submitted.connect(self._sign_on)
        self.form.help_asked.connect(self._fetch_supervisor)
        self.forgive_form.submitted.connect(self._forgive)
        self.clock_form.submitted.connect(self._confirm_date)
        for form in (self.forgive_form, self.clock_form):
            form.left_again.connect(lambda: self._show_form(self.form))
        self.looks.language_chosen.connect(self.language_chosen)
        self.looks.look_chosen.connect(self.look_chosen)
        self.looks.scale_chosen.connect(self.scale_chosen)

    def _sign_on(self) -> None:
        form = self.form
        if self._port is None:
            self._waits = True
            form.set_busy(self.tr("正在打开本机数据"))
            return
        form.begin(self.tr("正在核对"))
        self._password = form.secret.text()
        self._port.sign_on(
            self,
            Typed(form.staff.value(), self._password),
            form.window_field.value(),
            self._answered,
        )

    def _confirm_date(self) -> None:
        if self._port is None:
            return
        self.clock_form.set_busy(self.tr("正在核对"))
        self._port.sign_on(
            self,
            Typed(self.form.staff.value(), self._password, at_this_date=True),
            self.form.window_field.value(),
            self._answered,
        )

    def _answered(self, answer: SignedIn | Refused) -> None:
        self.form.set_busy("")
        self.clock_form.set_busy("")
        if isinstance(answer, Refused) and answer.code in CLOCK_CODES:
            self.clock_form.ask(answer)
            self._show_form(self.clock_form)
            return
        if isinstance(answer, Refused) and answer.code == AWAY_CODE:
            self.forgive_form.ask_for(self.form.staff.value(), answer)
            self._show_form(self.forgive_form)
            return
        self._password = ""
        if isinstance(answer, SignedIn):
            self.form.secret.put_away()
            self.forgive_form.secret.put_away()
            self.signed_in.emit(answer)
            return
        self._show_form(self.form)
        self.form.refuse(answer)
        self.offers_changed.emit()

    def _fetch_supervisor(self) -> None:
        self.forgive_form.ask_for(self.form.staff.value())
        self._show_form(self.forgive_form)

    def _forgive(self) -> None:
        form = self.forgive_form
        if self._port is None:
            return
        form.set_busy(self.tr("正在核对"))
        number, password = form.number.value(), form.secret.text()
        if form.is_away:
            self._port.stand_beside(self, number, password, self._beside_answered)
        else:
            self._port.forgive(self, number, password, form.staff, self._forgive_answered)

    def _beside_answered(self, answer: StandsBeside | Refused) -> None:
        """The supervisor is proved: what was typed before signs on now."""
        form = self.forgive_form
        if isinstance(answer, Refused) or self._port is None:
            form.set_busy("")
            if isinstance(answer, Refused):
                form.refuse(answer)
            return
        typed = Typed(self.form.staff.value(), self._password, beside=answer.acting)
        self._port.sign_on(self, typed, self.form.window_field.value(), self._let_in_answered)

    def _let_in_answered(self, answer: SignedIn | Refused) -> None:
        """What the supervisor may not is said where the supervisor typed."""
        self.forgive_form.set_busy("")
        if isinstance(answer, Refused) and answer.code in BESIDE_CODES:
            self.forgive_form.refuse(answer)
            return
        self._answered(answer)

    def _forgive_answered(self, answer: Forgiven | Refused) -> None:
        self.forgive_form.set_busy("")
        if isinstance(answer, Refused):
            self.forgive_form.refuse(answer)
            return
        self.form.forgiven()
        self._show_form(self.form)

    def _show_form(self, form: Form) -> None:
        """Put a form into the left half; going back forgets what was typed for the other."""
        if form is self.form:
            self._password = ""
            self.form.secret.put_away()
            self.forgive_form.secret.put_away()
        self._left.setCurrentWidget(form)
        form.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.offers_changed.emit()

    def _show_password(self) -> None:
        for box in self._form().findChildren(SecretBox):
            box.toggle()

    def _is_typed(self, focus: QWidget | None) -> bool:
        """Whether Enter signs on from here: in the password or after it, with nothing lacking."""
        after_number = focus in (self.form.secret, self.form.window_field)
        return after_number and self.form.is_filled()

    def _form(self) -> Form:
        shown = self._left.currentWidget()
        assert isinstance(shown, Form)
        return shown

    def _arrange(self) -> None:
        px = self.theme.px
        width = min(self.width() - 2 * px(16), px(CARD_WIDTH))
        across = width >= px(SIDE_BY_SIDE_FROM)
        left = round(width * LEFT_SHARE) if across else width - 2
        self._card_row.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )
        self._rule.setVisible(across)
        self._left.setFixedWidth(left)
        self._card.setFixedWidth(width)
        self.looks.setFixedWidth(width)
        self._middle.setSpacing(px(8 if self.compact else 24))
        self._middle.setContentsMargins(0, px(8), 0, px(8))
