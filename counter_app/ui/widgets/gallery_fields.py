"""Samples for the gallery: fields in all their states."""

import datetime as dt

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.code_field import IDENTITY_GROUPS, PHONE_GROUPS, CodeField
from counter_app.ui.widgets.field_box import FieldBox, SecretField, TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.gallery_states import tr
from counter_app.ui.widgets.tick_box import CheckBox, Radio, Switch
from counter_app.ui.widgets.value_fields import AmountField, Choice, ChoiceField, DateField

_DAY = dt.date(2026, 11, 23)


def _masked(code: str) -> str:
    """Three signs, stars, four signs."""
    return code[:3] + "*" * max(len(code) - 7, 0) + code[-4:]


def _holding(box: FieldBox, value: str) -> FieldBox:
    box.set_value(value)
    return box


def code_fields(theme: Theme) -> QLayout:
    """Text, codes with mask and counter, error, amount, password."""
    wrong = FieldRow(
        theme, tr("有错"), _holding(CodeField(theme, 11, PHONE_GROUPS, _masked), "1381234567")
    )
    wrong.set_error(tr("手机号码应为 11 位数字，现为 10 位"))
    identity = _holding(CodeField(theme, 18, IDENTITY_GROUPS), "11010519491231002X")
    return _grid(
        theme,
        FieldRow(theme, tr("空"), TextField(theme, tr("姓名或手机后四位"))),
        FieldRow(theme, tr("证件号码"), identity, tr("读卡或键入")),
        FieldRow(
            theme,
            tr("已填，离开后遮盖"),
            _holding(CodeField(theme, 11, PHONE_GROUPS, _masked), "13812345678"),
        ),
        wrong,
        FieldRow(
            theme,
            tr("金额"),
            _holding(AmountField(theme, tr("元")), "5000"),
            tr("大写：伍仟元整"),
        ),
        FieldRow(theme, tr("密码"), SecretField(theme), tr("可以粘贴")),
        FieldRow(
            theme,
            tr("生僻字姓名"),
            _holding(TextField(theme), "阿卜杜热合曼·吉买提·𠮷"),
            tr("30 字内全显示，超出提示全文"),
        ),
    )


def choice_fields(theme: Theme) -> QLayout:
    """Date, choice, and a value that was carried over."""
    date = DateField(theme, lambda: _DAY)
    date.set_date(_DAY)
    jobs = ChoiceField(theme, (Choice("r", tr("离退休人员")), Choice("s", tr("学生"))))
    jobs.set_value("r")
    kept = TextField(theme, read_only=True)
    kept.set_value(tr("储蓄卡　尾号 4417"))
    return _grid(
        theme,
        FieldRow(theme, tr("日期"), date, tr("可只填月日")),
        FieldRow(theme, tr("下拉"), jobs, tr("↓ 打开，拼音首字母可找")),
        FieldRow(theme, tr("只读，带入"), kept, tr("登记时带入")),
    )


def ticks(theme: Theme) -> QLayout:
    """Radios, check boxes, switches."""
    line = row()
    line.setSpacing(theme.px(24))
    own = Radio(theme, tr("本人"))
    own.setChecked(True)
    widgets: tuple[QWidget, ...] = (
        own,
        Radio(theme, tr("代理")),
        CheckBox(theme, tr("大字"), True),
        CheckBox(theme, tr("两联")),
        Switch(theme, tr("短信通知"), True),
        Switch(theme, tr("电话回访")),
    )
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def _grid(theme: Theme, *rows: FieldRow) -> QLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(6))
    for number, field_row in enumerate(rows):
        grid.addWidget(field_row, number // 4, number % 4)
    for place in range(4):
        grid.setColumnStretch(place, 1)
    return grid
