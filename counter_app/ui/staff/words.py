"""The words of accounts: columns, rows, states. Owns no behaviour."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from counter_app.domain.roles import Role
from counter_app.i18n import Text
from counter_app.services.staffing import AccountLine
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.widgets.table import Column, TableRow
from counter_app.ui.words.marks import listed

translate = QCoreApplication.translate

Say = Callable[[Text], str]


def columns() -> tuple[Column, ...]:
    """The headings of the list."""
    return (
        Column(translate("staff", "工号"), 96),
        Column(translate("staff", "姓名"), 104),
        Column(translate("staff", "岗位"), 120),
        Column(translate("staff", "角色")),
        Column(translate("staff", "状态"), 184),
    )


def account_rows(lines: Sequence[AccountLine], say: Say) -> list[TableRow]:
    """A row for each account, by its number."""
    return [
        TableRow(
            one.number,
            (one.number, one.name, one.post, roles_words(one.roles, say), state_of(one)),
        )
        for one in lines
    ]


def roles_words(roles: Sequence[Role], say: Say) -> str:
    """The names of the roles, one after the other."""
    return listed(say(one.label) for one in roles)


def state_of(line: AccountLine) -> State:
    """Whether the account can be signed on with, and why not."""
    states = {
        "good": State(translate("staff", "可签到"), "circle-check", "ok"),
        "given": State(translate("staff", "首次签到要改密码"), "key-round", "ink2"),
        "locked_out": State(translate("staff", "密码连错，已锁"), "lock", "bad"),
        "no_password": State(translate("staff", "还没有密码"), "triangle-alert", "warn"),
        "left": State(translate("staff", "已停用"), "circle-x", "ink2"),
    }
    return states[line.state]
