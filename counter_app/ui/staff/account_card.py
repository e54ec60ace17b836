"""An account as it is, with its roles to be changed. Ticks not yet saved are kept by the page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from counter_app.domain.roles import Role
from counter_app.services.staffing import AccountLine
from counter_app.ui.customers.ground import Ground
from counter_app.ui.staff.role_boxes import RoleBoxes
from counter_app.ui.staff.words import state_of
from counter_app.ui.widgets.base import column, reveal
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.panes import FactList
from counter_app.ui.words.marks import listed


class AccountCard(QFrame):
    """`ticked` with the roles after each change by hand."""

    ticked = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground, theme = ground, ground.theme
        self._line: AccountLine | None = None
        self._others: tuple[str, ...] = ()
        self._head = Label(theme, "", "head")
        self._state = StateLabel(theme, "", "")
        self._facts = FactList(theme)
        self.roles = RoleBoxes(ground)
        self.roles_row = FieldRow(theme, "", self.roles)
        self._advice = Label(theme, "", "body", "ink2", wrap=True)
        self._column = column(self)
        for part in (self._head, self._state, self._facts, self.roles_row, self._advice):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.roles.ticked.connect(self.ticked)
        self.retranslate()
        theme.follow(self._restyle)

    def show_account(
        self, line: AccountLine, others: Sequence[str], ticks: frozenset[Role] | None
    ) -> None:
        """Tell this account; `others` are the person's other numbers, `ticks` not yet saved."""
        self._line, self._others = line, tuple(others)
        self.roles.set_roles(line.roles if ticks is None else ticks)
        self.roles_row.set_error("")
        self.retranslate()

    def retranslate(self) -> None:
        """All words again."""
        self.roles_row.set_label(self.tr("角色"))
        self.roles.retranslate()
        self._tell_change()
        line = self._line
        if line is None:
            return
        self._head.setText(f"{line.name} {line.number}")
        state = state_of(line)
        self._state.set_state(state.icon, state.words, state.ink)
        facts = [Fact(self.tr("岗位"), line.post)]
        if self._others:
            facts.append(Fact(self.tr("同一人"), listed(self._others)))
        self._facts.set_facts(facts)
        reveal(self.roles_row, line.state != "left")
        self._advice.setText(self._advised(line))

    def _tell_change(self) -> None:
        changed = self._line is not None and self.roles.roles() != frozenset(self._line.roles)
        self.roles_row.set_hint(self.tr("改了还没有保存，按 F8") if changed else "")

    def tell_change(self) -> None:
        """Something was ticked."""
        self.roles_row.set_error("")
        self._tell_change()

    def _advised(self, line: AccountLine) -> str:
        advice = {
            "locked_out": self.tr("密码连错多次。主管可在登录页放行；忘了密码就重设，重设即解锁"),
            "no_password": self.tr("设了密码才能签到"),
            "given": self.tr("本人用首次密码签到时要先改成自己的"),
            "left": self.tr("工号已停用，做过的业务都还在"),
        }
        if line.number == self.ground.acting.staff:
            return self.tr("这是您自己；自己的密码在“我的”里改")
        return advice.get(line.state, "")

    def _restyle(self) -> None:
        self._column.setSpacing(self.ground.theme.px(8))
        self.roles_row.setMinimumHeight(self.roles_row.sizeHint().height())
