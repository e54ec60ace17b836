"""The form of a new account: number, name, post, whose it is, roles, a first password.

Shows and tells what was typed, and where a refusal belongs. The password leaves it only for where its
verifier is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.domain.typed import half_width
from counter_app.services.staffing import PASSWORD_LEAST, AccountLine
from counter_app.ui.customers.ground import Ground
from counter_app.ui.staff.role_boxes import RoleBoxes
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_box import SecretField, TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.value_fields import Choice, ChoiceField

NEW_PERSON = "new"


@dataclass(frozen=True, slots=True)
class NewAccount:
    """A new account as typed and found whole."""

    number: str
    name: str
    post: str
    person: str | None
    roles: tuple[Role, ...]
    password: str = field(repr=False)


class NewAccountForm(QFrame):
    """Fields in the order in which they are asked. `typed` says first what is wanting."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground, theme = ground, ground.theme
        self.number, self.name, self.post = CodeField(theme), TextField(theme), TextField(theme)
        self.person = ChoiceField(theme, (), ground.initials)
        self.roles = RoleBoxes(ground)
        self.password, self.again = SecretField(theme), SecretField(theme)
        self._head = Label(theme, "", "head")
        self.rows: dict[str, FieldRow] = {
            name: FieldRow(theme, "", box)
            for name, box in (
                ("number", self.number),
                ("name", self.name),
                ("post", self.post),
                ("person", self.person),
                ("roles", self.roles),
                ("password", self.password),
                ("again", self.again),
            )
        }
        self._grid = QGridLayout()
        self._whole = column(self)
        self._whole.addWidget(self._head)
        self._whole.addLayout(self._grid)
        self._whole.addStretch(1)
        self._build()
        self._people: tuple[AccountLine, ...] = ()
        self.retranslate()
        self.clear()
        theme.follow(self._space)

    def set_people(self, accounts: Sequence[AccountLine]) -> None:
        """Whose a further account may be."""
        self._people = tuple(one for one in accounts if one.state != "left")
        choices = [Choice(one.person, f"{one.name} {one.number}") for one in self._people]
        self.person.set_choices([Choice(NEW_PERSON, self.tr("新来的人")), *choices])

    def clear(self) -> None:
        """Empty for the next one."""
        for box in (self.number, self.name, self.post):
            box.set_value("")
        self.person.set_value(NEW_PERSON)
        self.roles.set_roles(())
        self.forget_password()
        for line in self.rows.values():
            line.set_error("")

    def forget_password(self) -> None:
        """Nothing secret stays."""
        self.password.clear()
        self.again.clear()

    def typed(self) -> NewAccount | None:
        """The account; None when something is wanting, which is then said at its field."""
        wanting = self._wanting()
        for name, line in self.rows.items():
            line.set_error(wanting.get(name, ""))
        if wanting:
            self.focus_on(next(name for name in self.rows if name in wanting))
            return None
        person = self.person.value()
        return NewAccount(
            half_width(self.number.value().strip()),
            self.name.value().strip(),
            self.post.value().strip(),
            None if person in ("", NEW_PERSON) else person,
            tuple(role for role in Role if role in self.roles.roles()),
            self.password.value(),
        )

    def refuse(self, refusal: Refusal) -> bool:
        """Say it at the field it belongs to; False when it belongs to none."""
        name = _place_of(refusal.code)
        if not name:
            return False
        self.rows[name].set_error(self.ground.tell(refusal))
        self.focus_on(name)
        return True

    def focus_on(self, name: str) -> None:
        """Put the focus into a field."""
        box: QWidget = self.rows[name].box
        box.setFocus()

    def retranslate(self) -> None:
        """All words again."""
        self._head.setText(self.tr("登记人员"))
        least = self.tr("至少 {least} 位；本人首次签到时必须改").format(least=PASSWORD_LEAST)
        words = {
            "number": (self.tr("工号"), self.tr("登记后不改")),
            "name": (self.tr("姓名"), ""),
            "post": (self.tr("岗位"), self.tr("如 柜员")),
            "person": (self.tr("这个人"), self.tr("已有工号的人，在这里选")),
            "roles": (self.tr("角色"), self.tr("空格键勾选；管理员当天不能再做主管的事")),
            "password": (self.tr("首次密码"), least),
            "again": (self.tr("再输一次首次密码"), ""),
        }
        for name, (label, hint) in words.items():
            self.rows[name].set_label(label)
            self.rows[name].set_hint(hint)
        self.roles.retranslate()
        self.set_people(self._people)

    def _build(self) -> None:
        """Two beside each other; the roles take a whole line."""
        at = 0
        for name, line in self.rows.items():
            if name == "roles":
                at += at % 2
                self._grid.addWidget(line, at // 2, 0, 1, 2)
                at += 2
            else:
                self._grid.addWidget(line, at // 2, at % 2)
                at += 1
        for column_number in (0, 1):
            self._grid.setColumnStretch(column_number, 1)

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self.ground.theme.px(16))
        self._whole.setContentsMargins(*(4 * [self.ground.theme.px(4)]))  # room for focus rings
        line = self.rows["roles"]
        line.setMinimumHeight(line.sizeHint().height())

    def _wanting(self) -> dict[str, str]:
        password = self.password.value()
        short = self.tr("密码至少 {least} 位").format(least=PASSWORD_LEAST)
        rules = (
            ("number", self.tr("请输入工号"), not self.number.value().strip()),
            ("name", self.tr("请输入姓名"), not self.name.value().strip()),
            ("post", self.tr("请输入岗位"), not self.post.value().strip()),
            ("roles", self.tr("请至少勾选一个角色"), not self.roles.roles()),
            ("password", short, len(password) < PASSWORD_LEAST),
            ("again", self.tr("两次输入的密码不同，请再输一次"), self.again.value() != password),
        )
        return {name: words for name, words, wrong in rules if wrong}


def _place_of(code: str) -> str:
    if code.startswith("staff_number"):
        return "number"
    if code.startswith("name_"):
        return "name"
    return {"roles_conflict": "roles", "unknown_person": "person"}.get(code, "")
