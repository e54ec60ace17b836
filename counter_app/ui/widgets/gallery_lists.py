"""Samples for the gallery: head of a case, checklist, read-back, left pane, table."""

from PySide6.QtWidgets import QLayout, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.badge import Mark
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.checklist import Checklist
from counter_app.ui.widgets.checklist_row import ChecklistItem, Fact
from counter_app.ui.widgets.gallery_states import tr
from counter_app.ui.widgets.option_card import Option
from counter_app.ui.widgets.queue_list import QueueGroup, QueueItem, QueuePane, State
from counter_app.ui.widgets.read_back import CheckLine, ReadBackList
from counter_app.ui.widgets.step_rail import RailStep, StepRail
from counter_app.ui.widgets.table import Column, GroupRow, Table, TableRow
from counter_app.ui.widgets.visit_head import VisitHead


def head_of_case(theme: Theme) -> QLayout:
    """Head and rail, wide and narrow."""
    lines = column()
    steps = [
        RailStep(code, words)
        for code, words in (
            ("receive", tr("接待")),
            ("need", tr("需求")),
            ("papers", tr("材料")),
            ("details", tr("受理")),
            ("check", tr("核对")),
            ("finish", tr("办结")),
        )
    ]
    for compact in (False, True):
        head, rail = VisitHead(theme), StepRail(theme)
        marks = [Mark(tr("代理办理"), "plain", "users"), Mark(tr("首次开户"), "info", "info")]
        head.set_case("03A-0338W", tr("个人开户"), marks)
        head.set_clock("04:21")
        rail.set_steps(steps, 2, 3)
        head.set_compact(compact)
        rail.set_compact(compact)
        lines.addWidget(head)
        lines.addWidget(rail)
    return lines


def checklist(theme: Theme) -> QWidget:
    """Every state of a row, one opened in place."""
    rows = Checklist(theme)
    rows.set_items([*_plain_items(), _missing_item(), *_last_items()])
    return rows


def _plain_items() -> list[ChecklistItem]:
    return [
        ChecklistItem(
            "seen",
            tr("身份证原件"),
            tr("看原件、看有效期、比对本人"),
            "done",
            Mark(tr("原件已见"), "ok", "circle-check"),
        ),
        ChecklistItem("todo", tr("本人实名手机号"), tr("验证码核对"), "todo"),
    ]


def _missing_item() -> ChecklistItem:
    return ChecklistItem(
        "missing",
        tr("用途证明"),
        tr("账户用途须有一份证明"),
        "missing",
        Mark(tr("缺 1 份"), "bad", "circle-x"),
        (
            Fact(tr("可替代"), tr("工作证、在读证明；公示页当面打开")),
            Fact(tr("谁可送来"), tr("本人或家人，报受理编号，任一网点")),
            Fact(tr("依据"), tr("个人开户规程 第 3 条"), quiet=True),
        ),
        (
            Option("bring", tr("补来"), tr("打印告知单，凭编号续办")),
            Option("defer", tr("容缺受理"), tr("限期补，须主管批准")),
            Option("later", tr("改期"), tr("另约时间窗口")),
        ),
        "bring",
        open=True,
    )


def _last_items() -> list[ChecklistItem]:
    return [
        ChecklistItem(
            "expired",
            tr("临时身份证"),
            tr("已过期，换有效证件"),
            "missing",
            Mark(tr("已过期"), "bad", "calendar"),
        ),
        ChecklistItem(
            "deferred",
            tr("居住证明"),
            tr("主管已批准，限期前补"),
            "done",
            Mark(tr("容缺"), "warn", "shield-alert"),
        ),
        ChecklistItem("agent", tr("代理人证件 不适用（本人办理）"), "", "skipped"),
    ]


def read_back(theme: Theme) -> QWidget:
    """Rows seen, changed and to come."""
    rows = ReadBackList(theme)
    rows.set_lines(
        [
            CheckLine("name", tr("姓名"), tr("李桂兰"), "right"),
            CheckLine("use", tr("账户用途"), tr("领取养老金"), "changed", tr("原：生活缴费")),
            CheckLine("sms", tr("短信通知"), tr("开通")),
            CheckLine("phone", tr("手机"), "138****5678", "wrong"),
        ]
    )
    return rows


def queue(theme: Theme) -> QWidget:
    """Groups with rows, a state, and one without rows."""
    pane = QueuePane(theme)
    opened = QueueItem(
        "a", "A012", tr("个人开户"), "04:21", State(tr("办理中　本人办理")), current=True
    )
    late = QueueItem(
        "b",
        "A009",
        tr("挂失"),
        tr("31 分"),
        State(tr("等主管批准"), "shield-alert", "bad"),
        time_ink="bad",
    )
    note = State(tr("最久 31 分"), "clock", "bad")
    pane.set_groups(
        [
            QueueGroup("open", "users", tr("在办 1"), (opened,)),
            QueueGroup("due", "calendar-clock", tr("到期 0"), empty=tr("今天没有到期的事项")),
            QueueGroup("parked", "circle-pause", tr("挂起 1"), (late,), note, "F7"),
        ]
    )
    pane.setFixedWidth(theme.px(280))
    return pane


def table(theme: Theme) -> QWidget:
    """Groups, a selected row, states with icons."""
    shown = Table(
        theme,
        tr("今日日志"),
        [
            Column(tr("时间"), 88),
            Column(tr("编号"), 120),
            Column(tr("业务")),
            Column(tr("用时"), 88, figures=True),
            Column(tr("状态"), 200),
        ],
    )
    waits = State(tr("等主管批准"), "shield-alert", "bad")
    done = State(tr("已办结"), "circle-check", "ok")
    shown.rows.set_rows(
        [
            GroupRow(tr("异常，先看　1")),
            TableRow("1", ("13:50", "03A-0331X", tr("挂失"), "31:02", waits)),
            GroupRow(tr("正常　2")),
            TableRow("2", ("14:07", "03A-0338W", tr("个人开户"), "11:36", done)),
            TableRow("3", ("13:22", "03A-0330P", tr("大额取现"), "18:06", done)),
        ]
    )
    shown.selectRow(1)
    shown.setFixedHeight(theme.px(32 + 2 * 28 + 3 * 36 + 4))
    return shown
