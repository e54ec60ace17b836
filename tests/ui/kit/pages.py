"""A small desk page and a window round it, for the tests of the frame."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell import Action, Frame, Page, rail_actions
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.badge import Mark
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.code_field import PHONE_GROUPS, CodeField
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.panes import FactList, PaneHead, Script, SectionFrame
from counter_app.ui.widgets.queue_list import QueueGroup, QueueItem, State
from counter_app.ui.widgets.step_rail import RailStep, StepRail
from counter_app.ui.widgets.tick_box import CheckBox
from counter_app.ui.widgets.top_bar import Tab
from counter_app.ui.widgets.visit_head import VisitHead

NUMBER = "110***********002X"


class DeskPage(Page):
    """Three fields, a right pane, and a list of what was done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "desk")
        self.done: list[str] = []
        self.why_not = ""
        head, self.steps = VisitHead(theme), StepRail(theme)
        head.set_case("03A-0338W", "个人开户", [Mark("本人办理", "plain", "user")])
        head.set_clock("04:21")
        self.steps.set_steps([RailStep(w, w) for w in ("接待", "需求", "材料", "受理")], 2, 2)
        self.put_head(head, self.steps)
        self.name, self.phone = TextField(theme), CodeField(theme, 11, PHONE_GROUPS)
        self.large = CheckBox(theme, "大字")
        self.body.addWidget(FieldRow(theme, "姓名", self.name, "与证件一致"))
        self.body.addWidget(FieldRow(theme, "手机", self.phone))
        self.body.addWidget(self.large)
        self.body.addStretch(1)
        self._sections = self._make_sections()

    def title(self) -> str:
        return "受理"

    def first_focus(self) -> QWidget:
        return self.name

    def context(self) -> Sequence[QWidget]:
        return self._sections

    def help_rows(self) -> Sequence[HelpRow]:
        return [HelpRow("1-9", "勾选")]

    def offers(self) -> list[Action]:
        return [
            self._action("start", "接待", Key.CALL, "desk"),
            self._action("park", "挂起", Key.PARK, "page"),
            self._action("print", "打印告知单", Key.PRINT, "page"),
            self._action("undo", "撤销勾选", Key.UNDO, "hidden"),
            self._action("back", "上一步", Key.BACK, "back"),
            Action(
                "next",
                "下一步：核对",
                lambda: self.done.append("next"),
                Key.NEXT,
                "primary",
                why_not=self.why_not,
            ),
            *rail_actions(self.steps),
        ]

    def _action(self, code: str, words: str, key: Key, place: str) -> Action:
        return Action(code, words, lambda: self.done.append(code), key, place)  # type: ignore[arg-type]

    def _make_sections(self) -> list[QWidget]:
        customer, say = SectionFrame(self.theme), SectionFrame(self.theme, "话术", "F5")
        customer.body.addWidget(FactList(self.theme, [Fact("身份证", NUMBER)]))
        say.body.addWidget(Script(self.theme, "“请您报一遍自己的手机号，我逐位核对。”"))
        return [PaneHead(self.theme, "user", "客户"), customer, say]


def dress(frame: Frame) -> None:
    """Fill the bars and the left pane of a window."""
    frame.bar.set_branch("安澜银行 城东支行")
    frame.bar.set_person("3 号窗口 王敏 80231")
    frame.bar.set_tabs([Tab("desk", "柜面"), Tab("log", "日志", 2)], "desk")
    one = QueueItem("c1", "A012", "个人开户", "04:21", State("本人办理"), current=True)
    two = QueueItem("c2", "A009", "挂失", "31 分", State("等主管批准", "shield-alert", "bad"))
    frame.set_groups(
        [
            QueueGroup("open", "users", "在办 1", (one,)),
            QueueGroup("parked", "circle-pause", "挂起 1", (two,), key="F7"),
        ]
    )
    frame.set_states(
        [State("已保存 14:34:05", "circle-check", "ok"), State("全部已上传", "cloud-upload")]
    )
    frame.status.set_note("本终端只作引导与存证，不记账", "11-23 周一 14:34")


class Clock:
    """Seconds that go on only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def focus() -> QWidget:
    """The widget that has the focus; there always is one."""
    QApplication.processEvents()
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(widget: QWidget) -> list[str]:
    """The words on show."""
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
