"""Approvals asked of a supervisor elsewhere: what waits, what came back, and going on with it.

The desk goes on with whatever is there meanwhile. An answer is told in a quiet notice and stands in the
left pane until it was used or seen.
"""

from PySide6.QtCore import QObject, Signal

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.people import OverrideView
from counter_app.services import approved, overriding
from counter_app.services.counter import Counter
from counter_app.services.handling_results import OpenCase
from counter_app.services.overriding import ITEM
from counter_app.services.read_models import AskedLine
from counter_app.ui.approvals.matters import matter_words
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.dialogs import ChoiceDialog
from counter_app.ui.desk.taking import Taking
from counter_app.ui.shell import Frame
from counter_app.ui.widgets.option_card import Option

_WAIT, _WITHDRAW = "wait", "withdraw"


class RemoteApprovals(QObject):
    """`opened(answer)` with the case of an approval that came; `moved` when the lines changed."""

    opened = Signal(object)
    moved = Signal()

    def __init__(self, frame: Frame, parts: Parts, taking: Taking, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._parts, self._taking = frame, parts, taking
        self._lines: dict[str, AskedLine] = {}
        self._seen: set[str] = set()
        self._read = False

    def take(self, lines: tuple[AskedLine, ...]) -> tuple[AskedLine, ...]:
        """The requests as read last; tells of new answers. Gives those that are still shown."""
        fresh = {one.subject: one for one in lines}
        for subject, line in fresh.items():
            before = self._lines.get(subject)
            if self._read and before is not None and before.state == "asked" != line.state:
                self._tell(line)
        self._lines, self._read = fresh, True
        return tuple(one for one in lines if one.subject not in self._seen)

    def choose(self, subject: str) -> None:
        """A row of the left pane: go on with what was granted, see what was refused, take back."""
        line = self._lines.get(subject)
        if line is None:
            return
        if line.state == "granted":
            self._go_on(line)
        elif line.state == "refused":
            self._see(line)
        else:
            self._ask(line)

    def _go_on(self, line: AskedLine) -> None:
        case, acting = line.about.partition(ITEM)[0], self._parts.means.acting
        if line.matter == "continue_case":
            self._taking.resume(case, line.subject)
            return

        def job(counter: Counter) -> OpenCase | Refusal:
            return approved.go_on(counter, acting, line.subject)

        def went_on(answer: OpenCase | Refusal) -> None:
            self.opened.emit(answer)
            if isinstance(answer, OpenCase) and line.matter == "late_reprint":
                self._frame.say(self.tr("已按批准补打一份：{0}").format(line.number), "printer")

        self._parts.means.work.do(self, job, went_on)

    def _see(self, line: AskedLine) -> None:
        """The supervisor's words, with the case they are about."""
        self._parts.means.work.read(
            self, "override", lambda r: r.view(line.subject), self._say_refused
        )
        self._seen.add(line.subject)
        self.moved.emit()
        self._taking.open_case(line.about.partition(ITEM)[0])

    def _say_refused(self, view: object) -> None:
        if isinstance(view, OverrideView) and view.refused is not None:
            words = self.tr("没有批准：{comment}").format(comment=view.refused.comment)
            self._frame.say(words, "shield-alert")

    def _ask(self, line: AskedLine) -> None:
        options = (
            Option(_WAIT, self.tr("接着等"), self.tr("可以先接待别的客户")),
            Option(_WITHDRAW, self.tr("撤回申请"), self.tr("不用批了")),
        )
        title = f"{line.number}  {matter_words(line.matter)}"
        theme = self._parts.means.theme
        ChoiceDialog(
            theme, self._frame, title, options, lambda code: self._withdraw(line, code)
        ).open()

    def _withdraw(self, line: AskedLine, code: str) -> None:
        if code != _WITHDRAW:
            return
        acting = self._parts.means.acting

        def job(counter: Counter) -> OverrideView | Refusal:
            return overriding.withdraw(counter, acting, line.subject)

        self._parts.means.work.do(self, job, self._withdrawn)

    def _withdrawn(self, answer: OverrideView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._parts.case.refused.emit(answer)
        self.moved.emit()

    def _tell(self, line: AskedLine) -> None:
        granted = line.state == "granted"
        words = self.tr("已批准：{number} {matter}，在左栏接着办")
        if not granted:
            words = self.tr("没有批准：{number} {matter}，原因看左栏")
        matter = matter_words(line.matter)
        told = words.format(number=line.number, matter=matter)
        self._frame.say(told, "shield-check" if granted else "shield-alert")
