"""The actions that every step of the desk offers: next customer, park, hand over, back, on.

Owns their words, keys and reasons. What they do is asked of the desk through `Wishes`.
"""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from counter_app.forms.run_state import STEPS, StepId
from counter_app.services import handling
from counter_app.services.handling import ENDED
from counter_app.services.handling_results import Holder, OpenCase
from counter_app.ui.desk.case_at_desk import CaseAtDesk
from counter_app.ui.desk.steps import step_name
from counter_app.ui.desk.timing import since_words
from counter_app.ui.keys import Key
from counter_app.ui.shell import Action
from counter_app.ui.words.marks import one_by_one

TAKE_OVER, ASK_FOR = "Alt+T", "Alt+A"
REFER, FORMS, VERIFY = "Ctrl+Shift+R", "Alt+Z", "Alt+H"


class Wishes(QObject):
    """What pages ask of the desk as a whole."""

    next_visit = Signal()
    park = Signal()
    park_and_leave = Signal()
    parked_list = Signal()
    hand_over = Signal()
    cancel = Signal()
    supervisor = Signal()
    notice = Signal()
    end_visit = Signal()
    another_case = Signal()
    next_person = Signal()
    batch = Signal()
    amend = Signal()
    reprint = Signal(str)
    take_over = Signal()
    ask_hand_over = Signal()
    work_state = Signal()
    serials = Signal()
    copies = Signal()
    forms = Signal()
    verify = Signal()
    refer = Signal()
    to_core = Signal()
    script = Signal()
    show_step = Signal(object)
    focus_field = Signal(str)


def waiting_actions(wishes: Wishes) -> list[Action]:
    """What may be seen to from every page: serials that follow, copies that did not go out."""
    serials = QCoreApplication.translate("StepActions", "补流水号")
    copies = QCoreApplication.translate("StepActions", "没打出的单据")
    refer = QCoreApplication.translate("StepActions", "转交（受限）")
    return [
        Action("desk.serials", serials, wishes.serials.emit, Key.SERIALS, "hidden"),
        Action("desk.copies", copies, wishes.copies.emit, Key.COPIES, "hidden"),
        Action("desk.refer", refer, wishes.refer.emit, REFER, "hidden"),
    ]


class StepActions(QObject):
    """Makes the common actions for the case as it stands."""

    def __init__(self, case: CaseAtDesk, wishes: Wishes) -> None:
        super().__init__()
        self._case, self._wishes = case, wishes

    def at_desk(self, *, free: bool) -> list[Action]:
        """The next customer, and what waits; `free` when nothing of the present one is open."""
        why = "" if free else self.tr("请先办结、挂起（F7）或结束这次到店")
        words = self.tr("接待下一位")
        run = self._wishes.next_visit.emit
        following = Action("desk.next", words, run, Key.CALL, "desk", why_not=why)
        return [following, *waiting_actions(self._wishes)]

    def of_case(self) -> list[Action]:
        """Park, hand over, supervisor, undo, cancel; without a case the list and the end."""
        wishes = self._wishes
        if not self._case.is_open:
            return [
                Action("desk.parked", self.tr("挂起清单"), wishes.parked_list.emit, Key.PARK),
                Action("desk.end", self.tr("结束到店"), wishes.end_visit.emit),
            ]
        if self._case.read_only:
            waiting = Action("desk.parked", self.tr("挂起清单"), wishes.parked_list.emit, Key.PARK)
            return [*self._of_held(), waiting]
        return [
            Action("desk.park", self.tr("挂起"), wishes.park.emit, Key.PARK),
            Action("desk.hand_over", self.tr("转交"), wishes.hand_over.emit, Key.TRANSFER),
            Action("desk.supervisor", self.tr("请主管"), wishes.supervisor.emit, Key.SUPERVISOR),
            *self._hidden(),
        ]

    def _of_held(self) -> list[Action]:
        """What may be done with a case that somebody else has; nothing with one that has ended."""
        opened, _run, _runner = self._case.at_hand()
        wishes = self._wishes
        if not opened.holders:
            return []
        if opened.case.apart:
            words = self.tr("由本窗继续")
            return [Action("desk.take_over", words, wishes.take_over.emit, TAKE_OVER)]
        ask = wishes.ask_hand_over.emit
        return [
            Action("desk.ask_hand_over", self.tr("请他转交"), ask, ASK_FOR),
            Action("desk.take_over", self.tr("接管"), wishes.take_over.emit, TAKE_OVER),
        ]

    def _hidden(self) -> list[Action]:
        wishes, case = self._wishes, self._case
        state, leaves = self.tr("工作状态"), self.tr("挂起，客户先走")
        return [
            Action("desk.leave", leaves, wishes.park_and_leave.emit, Key.PARK_LEFT, "hidden"),
            Action("desk.undo", self.tr("撤销"), case.undo, Key.UNDO, "hidden"),
            Action("desk.redo", self.tr("重做"), case.redo, Key.REDO, "hidden"),
            Action("desk.state", state, wishes.work_state.emit, Key.WORK_STATE, "hidden"),
            Action("desk.script", self.tr("话术开关"), wishes.script.emit, Key.SCRIPT, "hidden"),
            Action("desk.to_core", self.tr("送核心"), wishes.to_core.emit, Key.TO_CORE, "hidden"),
            Action("desk.forms", self.tr("打印签字单"), wishes.forms.emit, FORMS, "hidden"),
            Action("desk.verify", self.tr("记身份核查"), wishes.verify.emit, VERIFY, "hidden"),
            Action("desk.cancel", self.tr("取消这笔业务"), wishes.cancel.emit, "", "hidden"),
        ]

    def back(self, step: StepId) -> list[Action]:
        """The step before; none before the first."""
        number = STEPS.index(step)
        if not number:
            return []
        words = self.tr("上一步")
        before = STEPS[number - 1]
        run = self._wishes.show_step.emit
        return [Action("desk.back", words, lambda: run(before), Key.BACK, "back")]

    def on_words(self, step: StepId) -> str:
        """下一步：材料."""
        following = STEPS[STEPS.index(step) + 1]
        return self.tr("下一步：{step}").format(step=step_name(following))

    def read_only_words(self) -> str:
        """Why the case may only be looked at; empty when it may be worked on."""
        if not self._case.is_open or not self._case.read_only:
            return ""
        opened, _run, _runner = self._case.at_hand()
        if opened.case.state in ENDED:
            return self.tr("这笔业务已经结束，这里只能看")
        if opened.case.apart:
            return self._apart_words(opened)
        words = self.tr(
            "{who}，这里只能看。要接着办，按 Alt+A 请他转交；人或电脑不在，按 Alt+T 请主管批准接管"
        )
        return words.format(who=self._holder_words(opened.holders[0]))

    def _apart_words(self, opened: OpenCase) -> str:
        """Both hands, and what to do."""
        words = self.tr(
            "同一业务在 {windows} 号窗同时继续：{both}。先当面说好由谁办，"
            "再由那个窗口按 Alt+T，或请主管在日志里指定；确认过的两边都在"
        )
        both = one_by_one(map(self._holder_words, opened.holders))
        return words.format(windows=handling.windows_of(opened.case), both=both)

    def _holder_words(self, holder: Holder) -> str:
        """王敏 80231 在 2 号窗口办，10:02 起."""
        _opened, run, _runner = self._case.at_hand()
        since = since_words(holder.since, run.business_date) if holder.since else ""
        words = self.tr("{who} 在 {window} 号窗口办，{since} 起")
        who = f"{holder.name} {holder.staff}".strip()
        return words.format(who=who, window=holder.window or "?", since=since)
