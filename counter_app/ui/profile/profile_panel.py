"""One's own profile: who I am here, roles, latest sign-ons, how the window looks, the password."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import ROLE_NAMES
from counter_app.journal.folds.people import SignOnView, StaffView
from counter_app.services.counter import Counter, known_roles
from counter_app.ui.customers.case_words import clock_time, day_and_time
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.profile.appearance import AppearanceForm, AppearancePort
from counter_app.ui.profile.own_account import OwnAccount, own_account
from counter_app.ui.profile.password_dialog import PasswordDialog, PasswordPort
from counter_app.ui.widgets.base import clear, column, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import FactList
from counter_app.ui.widgets.states import Banner
from counter_app.ui.words.marks import listed

PASSWORD_KEY = "Alt+M"


class ProfilePanel(QWidget):
    """`said` with what just happened."""

    said = Signal(str)

    def __init__(self, ground: Ground, appearance: AppearancePort, passwords: PasswordPort) -> None:
        super().__init__()
        self.ground, self.theme = ground, ground.theme
        self._passwords = passwords
        self._own: OwnAccount | None = None
        self.trouble = Banner(self.theme)
        self.facts = FactList(self.theme)
        self._sign_ons = column()
        self.appearance = AppearanceForm(self.theme, appearance)
        self.change = Button(self.theme, "", PASSWORD_KEY, icon="key-round")
        self.change.clicked.connect(lambda _checked=False: self.ask_password())
        self._titles = [Label(self.theme, "", "head") for _ in range(4)]
        self._build()
        self.retranslate()
        self.theme.follow(self._restyle)

    def refresh(self) -> None:
        """Read the account again."""
        acting = self.ground.acting

        def job(counter: Counter) -> OwnAccount | Refusal:
            return own_account(counter, acting)

        self.ground.work.do(self, told(job), self._took)

    def ask_password(self) -> None:
        """Change the own password."""
        dialog = PasswordDialog(self.ground, self.window(), self._passwords)
        dialog.changed.connect(self._password_changed)
        dialog.open()

    def set_compact(self, compact: bool) -> None:
        """One column in the narrow layout."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(under if compact else beside)

    def retranslate(self) -> None:
        """All words again."""
        titles = (self.tr("我的资料"), self.tr("最近签到"), self.tr("显示"), self.tr("密码"))
        for label, words in zip(self._titles, titles, strict=True):
            label.setText(words)
        self.change.set_words(self.tr("改密码"))
        self.appearance.retranslate()
        self._show()

    def _build(self) -> None:
        left, right = QFrame(), QFrame()
        self._left, self._right = column(left), column(right)
        for card in (left, right):
            card.setProperty("card", True)
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        me, lately, look, secret = self._titles
        for part in (me, self.facts, lately):
            self._left.addWidget(part)
        self._left.addLayout(self._sign_ons)
        self._left.addStretch(1)
        for thing in (look, self.appearance, secret):
            self._right.addWidget(thing)
        line = row()
        line.addWidget(self.change)
        line.addStretch(1)
        self._right.addLayout(line)
        self._right.addStretch(1)
        self._cards = row()
        self._cards.addWidget(left, 1)
        self._cards.addWidget(right, 1)
        self._column = column(self)
        self._column.addWidget(self.trouble)
        self._column.addLayout(self._cards)
        self._column.addStretch(1)

    def _took(self, answer: OwnAccount | Refusal) -> None:
        words = self.ground.tell(answer) if isinstance(answer, Refusal) else ""
        self.trouble.set_words(words, "circle-x", "bad")
        self._own = None if isinstance(answer, Refusal) else answer
        self._show()

    def _show(self) -> None:
        own = self._own
        self.facts.set_facts(self._facts(own.account) if own else ())
        clear(self._sign_ons)
        for view in own.sign_ons if own else ():
            self._sign_ons.addWidget(Label(self.theme, self._sign_on(view), "body", wrap=True))
        if own and not own.sign_ons:
            none = Label(self.theme, self.tr("七天内没有签到"), "body", "ink2", wrap=True)
            self._sign_ons.addWidget(none)

    def _facts(self, account: StaffView) -> Sequence[Fact]:
        roles = [self.ground.say(ROLE_NAMES[role]) for role in known_roles(account.roles)]
        return [
            Fact(self.tr("姓名"), account.name),
            Fact(self.tr("工号"), self.ground.acting.staff),
            Fact(self.tr("岗位"), account.post),
            Fact(self.tr("角色"), listed(roles)),
        ]

    def _sign_on(self, view: SignOnView) -> str:
        since = day_and_time(view.since or "", self.ground.today())
        until = clock_time(view.until or "")
        window = view.signed_on.window if view.signed_on else ""
        words = self.tr("{since} 到 {until}，{window} 号窗口")
        if not until:
            words = self.tr("{since} 起，{window} 号窗口，现在")
        return words.format(since=since, until=until, window=window)

    def _password_changed(self) -> None:
        self.said.emit(self.tr("密码已改，下次签到用新密码"))

    def _restyle(self) -> None:
        px = self.theme.px
        self._cards.setSpacing(px(16))
        self._column.setSpacing(px(8))
        self._sign_ons.setSpacing(px(4))
        for card in (self._left, self._right):
            card.setContentsMargins(px(16), px(12), px(16), px(12))
            card.setSpacing(px(8))
