"""What is done with a case as a whole: park, resume, hand over, notice, cancel, amend, approve.

Each asks what it needs, runs one use case, and leaves the showing to the desk.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from counter_app.domain.masks import mask_number, mask_phone
from counter_app.domain.refusal import Refusal
from counter_app.domain.work_state import WorkState
from counter_app.journal.folds.people import SpellView
from counter_app.journal.folds.presence import VisitView
from counter_app.services import (
    handling,
    parking,
    reception,
    reprinting,
    returning,
    work_states,
)
from counter_app.services.completing import deferrals_to_approve
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import NoticeWish, OpenCase, OverrideNeeded
from counter_app.services.read_models import CaseLine, StaffLine
from counter_app.services.read_models import Desk as DeskLines
from counter_app.services.reprinting import ReprintWish
from counter_app.services.sight import sight_of
from counter_app.ui.approvals.dialog import ApprovalDialog, ApprovalMeans
from counter_app.ui.desk.case_at_desk import Answer, Retry, with_approval
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.dialogs import (
    AmendDialog,
    ChoiceDialog,
    HandOverDialog,
    PickDialog,
    ReasonDialog,
)
from counter_app.ui.desk.group_errands import GroupErrands
from counter_app.ui.desk.left_pane import APPROVALS, PaneNow, groups_of
from counter_app.ui.desk.remote_approvals import RemoteApprovals
from counter_app.ui.desk.scans import CaseScanned
from counter_app.ui.desk.taking import Taking
from counter_app.ui.shell import Frame, Pick
from counter_app.ui.widgets.option_card import Option
from counter_app.ui.widgets.value_fields import Choice

_BACK = "back"


class Errands(QObject):
    """`resumed(answer)` with what opening a case gave; `left` when the visit has ended.

    `turned` when another state of work was set.
    """

    resumed = Signal(object)
    left = Signal()
    turned = Signal()

    def __init__(self, frame: Frame, parts: Parts, approvals: ApprovalMeans) -> None:
        super().__init__(frame)
        self._frame, self._parts, self._approvals = frame, parts, approvals
        wishes = parts.wishes
        wishes.park.connect(self.park)
        wishes.park_and_leave.connect(self._park_and_leave)
        wishes.hand_over.connect(self.hand_over)
        wishes.cancel.connect(self.cancel)
        wishes.amend.connect(self.amend)
        wishes.end_visit.connect(self.end_visit)
        wishes.supervisor.connect(self.ask_supervisor)
        wishes.work_state.connect(self.choose_work_state)
        wishes.reprint.connect(self.reprint)
        parts.case.approval_wanted.connect(self.ask_approval)
        self.taking = Taking(frame, parts, approvals, self)
        self.taking.opened.connect(self.resumed)
        self.taking.waiting.connect(self.say_waiting)
        self.remote = RemoteApprovals(frame, parts, self.taking, self)
        self.remote.opened.connect(self.resumed)
        group = GroupErrands(frame, parts, self)
        group.begun.connect(self.resumed)
        group.wanted.connect(self.taking.open_case)

    @property
    def _acting(self) -> Acting:
        return self._parts.means.acting

    def park(self) -> None:
        """One key: the case waits with everything half typed."""
        case, acting = self._parts.case, self._acting
        opened, run, _runner = case.at_hand()
        held = opened.at(run, case.where())
        case.command(lambda c: parking.park(c, acting, held))

    def _park_and_leave(self) -> None:
        """One key: the case waits, and its customer goes."""
        case, acting = self._parts.case, self._acting
        opened, run, _runner = case.at_hand()
        held = opened.at(run, case.where())
        case.command(lambda c: returning.park_and_leave(c, acting, held))

    def open_scanned(self, found: CaseScanned) -> None:
        """A paper of ours was scanned: its case, if it is held here."""
        number, sight = found.number, sight_of(self._acting)
        self._parts.means.work.read(
            self, "scan", lambda r: r.case_by_number(number, sight), self._found_by_number
        )

    def hand_over(self) -> None:
        """Ask to whom, then give the case away."""
        self._parts.means.work.read(self, "staff", lambda r: r.staff(), self._hand_over_to)

    def cancel(self) -> None:
        """Ask why, then end the case without doing it."""
        dialog = ReasonDialog(
            self._parts.means.theme,
            self._frame,
            self.tr("取消这笔业务"),
            self.tr("填过的都留在记录里，单据上写明没有办"),
            self._cancel,
        )
        dialog.open()

    def amend(self) -> None:
        """Ask which value, then record the correction."""
        opened, _run, runner = self._parts.case.at_hand()
        say, values = self._parts.means.say, []
        for name, old in {**opened.case.need, **opened.case.details}.items():
            spec = runner.procedure.spec.field(name)
            if spec is not None and spec.carried_from is None:
                words = {o.id: say(o.label) for o in spec.options}.get(old, old)
                masks = {"id_number": mask_number, "phone": mask_phone}
                shown = masks[spec.type](old) if spec.type in masks else words
                values.append((Choice(name, say(spec.label)), shown))
        means = self._parts.means
        AmendDialog(means.theme, self._frame, values, self._amend, means.initials).open()

    def end_visit(self) -> None:
        """Ask how the visit ended, where no case did."""
        options = (
            Option("advised", self.tr("只咨询"), self.tr("问清了，今天不办")),
            Option("left", self.tr("客户走了"), self.tr("没有办成，也没有等")),
        )
        title = self.tr("结束到店")
        ChoiceDialog(self._parts.means.theme, self._frame, title, options, self._end_visit).open()

    def ask_supervisor(self) -> None:
        """Show what has to be approved now, if anything has."""
        opened, run, _runner = self._parts.case.at_hand()
        needed = deferrals_to_approve(opened, run)
        if needed is None:
            self._frame.say(self.tr("现在没有要批准的事"), "shield-check")
        else:
            self._parts.case.confirm()

    def ask_approval(self, needed: OverrideNeeded, again: Retry | None) -> None:
        """The approver signs here; then what waited goes on."""
        opened, _run, _runner = self._parts.case.at_hand()
        dialog = ApprovalDialog(
            self._approvals, self._frame, self._acting, opened.case.subject, needed
        )
        if again is not None:
            dialog.granted.connect(again)
        dialog.refused_here.connect(self._not_approved)
        dialog.left_waiting.connect(self.say_waiting)
        dialog.ask()

    def answer(self, group: str, code: str, lines: DeskLines) -> None:
        """A row of the left pane that asks for an answer, or brings one."""
        if group == APPROVALS:
            self.remote.choose(code)
        else:
            asked = lines.asked.of_mine
            self.taking.answer(next(one for one in asked if one.subject == code))

    def say_waiting(self) -> None:
        """A supervisor elsewhere is asked; the answer comes into the left pane."""
        words = self.tr("已请主管批，批下来左栏会告诉您；可以挂起（F7）先接待别的客户")
        self._frame.say(words, "hourglass")

    def give_notice(self, wish: NoticeWish) -> None:
        """Give the one-time notice; the customer leaves and comes back."""
        case, acting, visit = self._parts.case, self._acting, self._parts.sitting.subject
        opened, run, _runner = case.at_hand()

        def job(c: Counter) -> Answer:
            given = parking.give_notice(c, acting, opened, run, wish)
            if isinstance(given, OpenCase) and visit:
                ended = reception.end_visit(c, acting, visit, "comes_back")
                return ended if isinstance(ended, Refusal) else given
            return given

        case.command(job)

    def speak_notice(self, wish: NoticeWish) -> None:
        """The customer wants no paper: why, then give it by word only."""
        dialog = ReasonDialog(
            self._parts.means.theme,
            self._frame,
            self.tr("只念，不打印"),
            self.tr("逐项念给客户听；不要纸的原因会记下"),
            lambda reason: self.give_notice(NoticeWish(wish.coming_on, "spoken", reason)),
        )
        dialog.open()

    def reprint(self, paper: str) -> None:
        """Ask why, then order one more copy; after the paper's day with an approval."""
        if not paper:
            self._frame.say(self.tr("这笔业务没有单据"), "printer")
            return
        dialog = ReasonDialog(
            self._parts.means.theme,
            self._frame,
            self.tr("补打"),
            self.tr("补打的单据会标明第几次、谁、为什么"),
            lambda reason: self._reprint(ReprintWish(paper, reason)),
        )
        dialog.open()

    def choose_work_state(self) -> None:
        """Why the keyboard rests: keeps the lock away for a while."""
        means = self._parts.means
        picks = [
            Pick(state.value, means.say(state.label))
            for state in WorkState
            if state is not WorkState.WAITING_FOR_APPROVAL
        ]
        picks.append(Pick(_BACK, self.tr("回来了")))
        title = self.tr("工作状态")
        PickDialog(means.theme, self._frame, title, picks, self._set_work_state).open()

    def list_parked(self, desk: DeskLines, pane: PaneNow) -> None:
        """What waits, to be picked by keys also where the left pane has no room."""
        rows = [item for group in groups_of(desk, pane)[1:] for item in group.items]
        resumable = {line.subject for line in (*desk.parked, *desk.handed_over)}
        picks = [
            Pick(one.code, f"{one.number}  {one.title}", one.line.words, one.time)
            for one in rows
            if one.code in resumable
        ]
        if not picks:
            self._frame.say(self.tr("没有挂起的业务"), "circle-pause")
            return
        title = self.tr("挂起清单")
        PickDialog(self._parts.means.theme, self._frame, title, picks, self.taking.resume).open()

    def _found_by_number(self, lines: tuple[CaseLine, ...]) -> None:
        if len(lines) == 1:
            self.taking.open_case(lines[0].subject)
        elif lines:
            picks = [Pick(one.subject, one.number, one.holder_name) for one in lines]
            theme, title = self._parts.means.theme, self.tr("两笔业务用了这个编号")
            PickDialog(theme, self._frame, title, picks, self.taking.open_case).open()
        else:
            self.resumed.emit(Refusal("unknown_case"))

    def _not_approved(self, comment: str) -> None:
        self._frame.say(self.tr("没有批准：{comment}").format(comment=comment), "shield-alert")

    def _hand_over_to(self, staff: tuple[StaffLine, ...]) -> None:
        others = [one for one in staff if not one.left and one.number != self._acting.staff]
        HandOverDialog(self._parts.means.theme, self._frame, others, self._hand_over).open()

    def _hand_over(self, number: str, note: str) -> None:
        case, acting = self._parts.case, self._acting
        opened, run, _runner = case.at_hand()
        held = opened.at(run, case.where())
        case.command(lambda c: parking.hand_over(c, acting, held, number, note))

    def _cancel(self, reason: str) -> None:
        case, acting = self._parts.case, self._acting
        opened, _run, _runner = case.at_hand()

        def approved(override: str) -> None:
            case.command(lambda c: cancel_with(c, acting, opened, reason, override))

        case.command(lambda c: parking.cancel(c, acting, opened, reason), approved)

    def _amend(self, field: str, new: str) -> None:
        case, acting = self._parts.case, self._acting
        opened, _run, _runner = case.at_hand()
        case.command(lambda c: parking.amend(c, acting, opened, field, new))

    def _reprint(self, wish: ReprintWish) -> None:
        case, acting = self._parts.case, self._acting
        opened, _run, _runner = case.at_hand()
        subject = opened.case.subject
        case.command(
            lambda c: reprint_of(c, acting, subject, wish),
            lambda override: self._reprint(replace(wish, override=override)),
        )

    def _end_visit(self, outcome: str) -> None:
        acting, visit = self._acting, self._parts.sitting.subject
        self._parts.means.work.do(
            self, lambda c: reception.end_visit(c, acting, visit, outcome), self._visit_ended
        )

    def _visit_ended(self, answer: VisitView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._parts.case.refused.emit(answer)
        else:
            self.left.emit()

    def _set_work_state(self, code: str) -> None:
        acting, case = self._acting, self._parts.case
        about = case.opened.case.subject if case.opened else None

        def job(c: Counter) -> SpellView | Refusal | None:
            if code == _BACK:
                return work_states.end_work_state(c, acting)
            return work_states.set_work_state(c, acting, WorkState(code), about)

        self._parts.means.work.do(self, job, lambda answer: self._state_set(code, answer))

    def _state_set(self, code: str, answer: SpellView | Refusal | None) -> None:
        if isinstance(answer, Refusal):
            self._parts.case.refused.emit(answer)
            return
        self.turned.emit()
        if code != _BACK:
            words = self._parts.means.say(WorkState(code).label)
            self._frame.say(self.tr("{state}：这段时间不锁屏").format(state=words), "hourglass")


def cancel_with(
    counter: Counter, acting: Acting, opened: OpenCase, reason: str, override: str
) -> Answer:
    """Cancels a completed case with the approval that was granted for it."""
    fresh = with_approval(counter, acting, opened.case.subject, override)
    if isinstance(fresh, Refusal):
        return fresh
    return parking.cancel(counter, acting, fresh, reason, override)


def reprint_of(counter: Counter, acting: Acting, subject: str, wish: ReprintWish) -> Answer:
    """One more copy of a paper of a case, with the approval that was granted for it."""
    if wish.override is not None:
        quoted = with_approval(counter, acting, subject, wish.override)
        if isinstance(quoted, Refusal):
            return quoted
    answer = reprinting.reprint(counter, acting, handling.case_view(counter, subject), wish)
    if isinstance(answer, Refusal | OverrideNeeded):
        return answer
    return handling.open_case(counter, acting, subject)
