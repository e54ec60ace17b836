"""The administrator's page: all accounts at the left, at the right the chosen one or a new one.

Renders and forwards; who may, and which roles go together, is decided by services.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.folds.people import StaffView
from counter_app.services import staffing
from counter_app.services.counter import Counter
from counter_app.services.staffing import AccountLine, AccountTold
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.staff.account_card import AccountCard
from counter_app.ui.staff.dialogs import CloseAccountDialog, GivePasswordDialog
from counter_app.ui.staff.new_account import NewAccount, NewAccountForm
from counter_app.ui.staff.words import account_rows, columns
from counter_app.ui.widgets.base import column, panel, row
from counter_app.ui.widgets.states import Banner
from counter_app.ui.widgets.table import Table

NEW_KEY, PASSWORD_KEY, CLOSE_KEY = "Alt+N", "Alt+P", "Alt+E"
FORM_WIDTH, LIST_HEIGHT = 520, 240


class StaffPage(Page):
    """`said` with what just happened. `make` turns a password into its verifier, slowly."""

    said = Signal(str)

    def __init__(self, ground: Ground, make: Callable[[str], str]) -> None:
        super().__init__(ground.theme, "staff")
        self.ground, self._make = ground, make
        self._lines: tuple[AccountLine, ...] = ()
        self._ticks: dict[str, frozenset[Role]] = {}
        self._busy, self._wanted = False, ""
        self.banner = Banner(self.theme)
        self.table = Table(self.theme, "", columns())
        self.card = AccountCard(ground)
        self.new = NewAccountForm(ground)
        self._right = QStackedWidget()
        self._right.addWidget(self.card)
        self._right.addWidget(self.new)
        self._both: QBoxLayout = row()
        self._build()
        self._connect()
        self.retranslate()
        self.theme.follow(self._space)

    def title(self) -> str:
        return self.tr("人员")

    def first_focus(self) -> QWidget | None:
        return self.new.number if self._is_new() else self.table

    def entered(self) -> None:
        self.refresh()

    def help_rows(self) -> Sequence[HelpRow]:
        return [HelpRow("Enter", self.tr("到所选人员的角色"))]

    def offers(self) -> Sequence[Action]:
        if self._is_new():
            save = self.tr("正在保存") if self._busy else self.tr("登记")
            return (
                Action("staff.list", self.tr("回到名单"), self.show_list, Key.BACK, "back"),
                Action("staff.save", save, self.save, Key.NEXT, "primary"),
            )
        actions = [
            Action("staff.new", self.tr("登记人员"), self.show_new, NEW_KEY, icon="plus"),
            Action("staff.password", self.tr("重设密码"), self.ask_password, PASSWORD_KEY),
            Action("staff.close", self.tr("停用"), self.ask_close, CLOSE_KEY, danger=True),
            Action("staff.save", self.tr("保存角色"), self.save, Key.NEXT, "primary"),
        ]
        return [replace(one, why_not=self._why_not(one.code)) for one in actions]

    def set_compact(self, compact: bool) -> None:
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(under if compact else beside)
        super().set_compact(compact)
        self._space()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("人员名单"))
        self.table.rows.columns = columns()
        self.card.retranslate()
        self.new.retranslate()
        self._show()

    def forget(self) -> None:
        """Nothing secret stays in the window."""
        self.new.clear()

    def refresh(self) -> None:
        """Read the accounts again."""
        acting = self.ground.acting

        def job(counter: Counter) -> tuple[AccountLine, ...] | Refusal:
            return staffing.accounts(counter, acting)

        self.ground.work.do(self, told(job), self._took)

    def show_new(self) -> None:
        """A form for somebody new; what was typed into it before is still there."""
        self.banner.set_words("")
        self._right.setCurrentWidget(self.new)
        self._space()
        self.offers_changed.emit()
        self.new.focus_on("number")

    def show_list(self) -> None:
        """Back to the accounts there are; the form keeps what was typed, but no password."""
        self.banner.set_words("")
        self.new.forget_password()
        self._right.setCurrentWidget(self.card)
        self._space()
        self._moved()
        self.table.setFocus()

    def save(self) -> None:
        """Register the new account, or set the roles of the chosen one."""
        if self._busy:
            return
        if self._is_new():
            typed = self.new.typed()
            if typed is not None:
                self._set_busy(True)
                make = self._make
                self.ground.work.aside(
                    self, lambda: make(typed.password), lambda made: self._register(typed, made)
                )
            return
        line = self._current()
        if line is not None and line.number in self._ticks:
            self._set_roles(line, self._ticks[line.number])

    def ask_password(self) -> None:
        """A new password for the chosen account."""
        line = self._current()
        if line is not None:
            dialog = GivePasswordDialog(self.ground, self.window(), line, self._make)
            dialog.done_well.connect(self._done)
            dialog.open()

    def ask_close(self) -> None:
        """Close the chosen account."""
        line = self._current()
        if line is not None:
            dialog = CloseAccountDialog(self.ground, self.window(), line)
            dialog.done_well.connect(self._done)
            dialog.open()

    def _build(self) -> None:
        card = panel("surface")
        card.setProperty("card", True)
        self._card_column = column(card)
        self._card_column.addWidget(self._right)
        self._card = card
        self._both.addWidget(self.table, 1)
        self._both.addWidget(card)
        self.body.addWidget(self.banner)
        self.body.addLayout(self._both, 1)

    def _connect(self) -> None:
        self.table.moved.connect(self._moved)
        self.table.opened.connect(lambda _number: self.card.roles.setFocus())
        self.card.ticked.connect(self._ticked)

    def _register(self, typed: NewAccount, verifier: str) -> None:
        acting = self.ground.acting
        account = AccountTold(
            typed.number, typed.name, typed.post, typed.roles, typed.person, verifier
        )

        def job(counter: Counter) -> StaffView | Refusal:
            return staffing.register(counter, acting, account)

        self.ground.work.do(self, told(job), lambda answer: self._registered(answer, typed))

    def _registered(self, answer: StaffView | Refusal, typed: NewAccount) -> None:
        self._set_busy(False)
        if isinstance(answer, Refusal):
            self.banner.set_words("" if self.new.refuse(answer) else self.ground.tell(answer))
            return
        self.new.clear()
        self.show_list()
        self._wanted = typed.number
        words = self.tr("已登记 {name} {number}，可以用首次密码签到")
        self._done(words.format(name=typed.name, number=typed.number))

    def _set_roles(self, line: AccountLine, roles: frozenset[Role]) -> None:
        self._set_busy(True)
        acting = self.ground.acting

        def job(counter: Counter) -> StaffView | Refusal:
            return staffing.set_roles(counter, acting, line.number, roles)

        self.ground.work.do(self, told(job), lambda answer: self._roles_set(answer, line))

    def _roles_set(self, answer: StaffView | Refusal, line: AccountLine) -> None:
        self._set_busy(False)
        if isinstance(answer, Refusal):
            self.card.roles_row.set_error(self.ground.tell(answer))
            self.card.roles.setFocus()
            return
        self._ticks.pop(line.number, None)
        self._done(self.tr("已保存 {name} 的角色").format(name=line.name))

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self.refresh()

    def _ticked(self, roles: frozenset[Role]) -> None:
        line = self._current()
        if line is None:
            return
        self._ticks.pop(line.number, None)
        if roles != frozenset(line.roles):
            self._ticks[line.number] = roles
        self.card.tell_change()
        self.offers_changed.emit()

    def _took(self, answer: tuple[AccountLine, ...] | Refusal) -> None:
        self.banner.set_words(
            self.ground.tell(answer) if isinstance(answer, Refusal) else "", "circle-x", "bad"
        )
        self._lines = () if isinstance(answer, Refusal) else answer
        self.new.set_people(self._lines)
        self._show()

    def _show(self) -> None:
        self.table.rows.set_rows(account_rows(self._lines, self.ground.say))
        if self._wanted:
            self.table.select(self._wanted)
            self._wanted = ""
        if self._lines and self._current() is None:
            self.table.select(self._lines[0].number)
        self._moved()

    def _moved(self, _number: str = "") -> None:
        line = self._current()
        if line is not None:
            people = [one for one in self._lines if one.person == line.person]
            others = [one.number for one in people if one.number != line.number]
            self.card.show_account(line, others, self._ticks.get(line.number))
        self.offers_changed.emit()

    def _why_not(self, code: str) -> str:
        line = self._current()
        if code == "staff.new" or line is None:
            return ""
        own = line.number == self.ground.acting.staff
        if line.state == "left":
            return self.tr("这个工号已停用")
        if code == "staff.password" and own:
            return self.tr("自己的密码在“我的”里改")
        if code == "staff.save" and line.number not in self._ticks:
            return self.tr("角色没有改动；空格键勾选或取消")
        return ""

    def _current(self) -> AccountLine | None:
        number = self.table.current_code()
        return next((one for one in self._lines if one.number == number), None)

    def _is_new(self) -> bool:
        return self._right.currentWidget() is self.new

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.offers_changed.emit()

    def _space(self) -> None:
        px = self.theme.px
        self._card_column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._both.setSpacing(px(16))
        self.table.setVisible(not (self.compact and self._is_new()))
        if self.compact:
            self._card.setMinimumWidth(0)
            self._card.setMaximumWidth(px(2000))
            self.table.setFixedHeight(px(LIST_HEIGHT))
        else:
            self._card.setFixedWidth(px(FORM_WIDTH))
            self.table.setMinimumHeight(px(LIST_HEIGHT))
            self.table.setMaximumHeight(16_777_215)
