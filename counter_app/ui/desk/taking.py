"""Taking a case up: mine, one that waits, one that somebody else has; asking for it, giving it.

Owns the order: what may be taken is claimed at the branch first, where it answers, so that two windows
never take one case up at the same moment. Without the branch the desk goes on as it always does.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter_app.domain.refusal import Refusal
from counter_app.domain.staff_naming import named
from counter_app.journal.folds.owning import HandOverView
from counter_app.services import handling, owning, parking, returning
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import OpenCase, OverrideNeeded
from counter_app.services.owning import Claimed, ClaimWish
from counter_app.services.read_models import HandOverLine
from counter_app.ui.approvals.dialog import ApprovalDialog, ApprovalMeans
from counter_app.ui.bringing import Bringing
from counter_app.ui.desk.case_at_desk import with_approval
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.dialogs import ChoiceDialog, ReasonDialog
from counter_app.ui.shell import Frame
from counter_app.ui.widgets.option_card import Option
from counter_app.ui.work import ask_nobody

Opened = OpenCase | OverrideNeeded | Refusal
_GIVE, _NOT_NOW = "give", "not_now"


class Taking(QObject):
    """`opened(answer)` with what opening or taking up a case gave; `waiting` for one elsewhere."""

    opened = Signal(object)
    waiting = Signal()

    def __init__(
        self, frame: Frame, parts: Parts, approvals: ApprovalMeans, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._frame, self._parts, self._approvals = frame, parts, approvals
        self._bringing = Bringing(lambda: parts.means.reach or ask_nobody, self)
        parts.wishes.take_over.connect(self.take_over)
        parts.wishes.ask_hand_over.connect(self.ask)

    def open_case(self, subject: str) -> None:
        """Go on with a case that is mine or waits for me, else look at it."""
        self._bringing.begin(subject)
        self._open(subject)

    def _open(self, subject: str) -> None:
        acting = self._parts.means.acting

        def looked(answer: OpenCase | Refusal) -> None:
            again, tell = partial(self._open, subject), partial(self.opened.emit, answer)
            if isinstance(answer, OpenCase) and waits_for(answer, acting):
                self._claimed(subject, "")
            elif not self._bringing.helps(answer, again, tell):
                tell()

        self._parts.means.work.do(self, lambda c: handling.open_case(c, acting, subject), looked)

    def resume(self, subject: str, override: str = "") -> None:
        """Take a case up, in the visit at the desk or in a new one."""
        acting = self._parts.means.acting

        def looked(answer: Opened) -> None:
            if isinstance(answer, OpenCase):
                self._claimed(subject, override)
            else:
                self._resumed(subject, answer)

        self._parts.means.work.do(self, lambda c: may_resume(c, acting, subject, override), looked)

    def take_over(self) -> None:
        """Take up the case on show, which somebody else has, or which goes on at two windows."""
        opened, _run, _runner = self._parts.case.at_hand()
        self.resume(opened.case.subject)

    def ask(self) -> None:
        """Ask whoever works on the case on show to hand it over."""
        opened, _run, _runner = self._parts.case.at_hand()
        acting, subject = self._parts.means.acting, opened.case.subject
        self._parts.means.work.do(
            self, lambda c: owning.ask_hand_over(c, acting, subject), self._was_asked
        )

    def look_again(self) -> None:
        """Others wrote: whose the case on show is now. What is typed is kept before it is locked."""
        case, acting = self._parts.case, self._parts.means.acting
        shown = case.opened
        if self._parts.means.reach is None or shown is None or case.busy:
            return

        def seen(answer: OpenCase | None) -> None:
            if answer is not None and case.opened is shown and not case.busy:
                case.keep()
                case.load(answer)

        self._parts.means.work.do(self, lambda c: in_other_hands(c, acting, shown), seen)

    def answer(self, line: HandOverLine) -> None:
        """A colleague asks for a case of mine: give it, or not now."""
        who = named(line.staff_name, line.staff)
        options = (
            Option(_GIVE, self.tr("转交给 {who}").format(who=who), self.tr("没填完的一起转过去")),
            Option(_NOT_NOW, self.tr("现在不行"), self.tr("对方会看到")),
        )
        words = self.tr("{window} 号窗口请转交 {number}")
        title = words.format(window=line.window, number=line.case_number)
        theme = self._parts.means.theme
        ChoiceDialog(
            theme, self._frame, title, options, lambda code: self._answer(line, code)
        ).open()

    def _claimed(self, subject: str, override: str) -> None:
        """Claims, where there is a branch; else the fact alone decides."""
        means = self._parts.means
        if means.reach is None:
            self._take(subject, override)
            return
        ask = means.reach

        def claim(wish: ClaimWish) -> None:
            ask(self, lambda reached: owning.claim(reached.claims, wish), told)

        def told(answer: Claimed | Refusal) -> None:
            if isinstance(answer, Claimed) and not answer.won:
                terminal = answer.terminal
                self.opened.emit(Refusal("claimed_elsewhere", {"terminal": terminal}))
            else:
                self._take(subject, override)

        approved = bool(override)
        means.work.do(self, lambda c: owning.wish_for(c, subject, approved=approved), claim)

    def _take(self, subject: str, override: str) -> None:
        acting = self._parts.means.acting
        here = self._parts.sitting.subject if not self._parts.case.is_open else ""
        self._parts.means.work.do(
            self,
            lambda c: resume_here(c, acting, subject, here, override),
            lambda answer: self._resumed(subject, answer),
        )

    def _resumed(self, subject: str, answer: Opened) -> None:
        if not isinstance(answer, OverrideNeeded):
            self.opened.emit(answer)
            return
        ReasonDialog(
            self._parts.means.theme,
            self._frame,
            self.tr("请主管批准接管"),
            self.tr("写明为什么要接管；同事没填完的留在他的电脑上，确认过的都在"),
            lambda reason: self._ask_approval(subject, answer, reason),
        ).open()

    def _ask_approval(self, subject: str, needed: OverrideNeeded, reason: str) -> None:
        wanted = replace(needed, evidence=(*needed.evidence, reason))
        acting = self._parts.means.acting
        dialog = ApprovalDialog(self._approvals, self._frame, acting, subject, wanted)
        dialog.granted.connect(lambda override: self.resume(subject, override))
        dialog.refused_here.connect(self._not_approved)
        dialog.left_waiting.connect(lambda _override: self.waiting.emit())
        dialog.ask()

    def _not_approved(self, comment: str) -> None:
        self._frame.say(self.tr("没有批准：{comment}").format(comment=comment), "shield-alert")

    def _was_asked(self, answer: HandOverView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._parts.case.refused.emit(answer)
            return
        asked = answer.asked
        assert asked is not None
        words = self.tr("已请 {staff} 转交 {number}，转来后在左栏“交给我”")
        self._frame.say(words.format(staff=asked.from_staff, number=asked.case_number), "users")

    def _answer(self, line: HandOverLine, code: str) -> None:
        parts, acting = self._parts, self._parts.means.acting
        if code == _NOT_NOW:
            parts.means.work.do(
                self,
                lambda c: owning.not_now(c, acting, line.subject),
                self._said,
            )
            return
        opened = parts.case.opened
        if opened is not None and opened.case.subject == line.case and parts.case.run is not None:
            held = opened.at(parts.case.run, parts.case.where())
            parts.case.command(lambda c: parking.give(c, acting, held, line.subject))
            return
        parts.means.work.do(self, lambda c: give_parked(c, acting, line), self._given)

    def _given(self, answer: OpenCase | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._parts.case.refused.emit(answer)
        else:
            words = self.tr("{number} 已转交").format(number=answer.case.number)
            self._frame.say(words, "users")

    def _said(self, answer: HandOverView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._parts.case.refused.emit(answer)


def in_other_hands(counter: Counter, acting: Acting, shown: OpenCase) -> OpenCase | None:
    """The case again, where it is in other hands than shown, or moved on while only looked at.

    Also where it was begun from a notice's code and its original has come since: it has another number.
    """
    case = handling.case_view(counter, shown.case.subject)
    if case.heads == shown.case.heads:
        return None
    fresh = handling.open_case(counter, acting, shown.case.subject)
    if isinstance(fresh, Refusal):
        return None
    joined = shown.case.is_provisional and not fresh.case.is_provisional
    return fresh if joined or fresh.holders != shown.holders or shown.holders else None


def waits_for(opened: OpenCase, acting: Acting) -> bool:
    """Whether opening the case is taking it up: it waits, and nobody has to approve that."""
    waiting = opened.case.state in ("parked", "handed_over")
    return waiting and not opened.case.apart and not parking.needs_approval(opened, acting)


def may_resume(counter: Counter, acting: Acting, subject: str, override: str) -> Opened:
    """The case as it may be taken up, with the approval quoted that was granted for it."""
    opened = handling.open_case(counter, acting, subject)
    if isinstance(opened, Refusal):
        return opened
    if override:
        return with_approval(counter, acting, subject, override)
    if parking.needs_approval(opened, acting):
        return parking.resume(counter, acting, subject)
    return opened


def resume_here(counter: Counter, acting: Acting, subject: str, here: str, override: str) -> Opened:
    """Goes on with a case: in the visit `here`, in its own when that lasts, else in a new one."""
    opened = may_resume(counter, acting, subject, override)
    if not isinstance(opened, OpenCase):
        return opened
    return returning.resume(counter, acting, opened, here, override or None)


def give_parked(counter: Counter, acting: Acting, line: HandOverLine) -> OpenCase | Refusal:
    """Gives a case that is not at the desk, as it waits."""
    opened = handling.open_case(counter, acting, line.case)
    if isinstance(opened, Refusal):
        return opened
    return parking.give(counter, acting, opened, line.subject)
