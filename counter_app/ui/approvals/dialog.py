"""The approval asked for here: the approver sees the evidence and signs with number and password.

Owns the dialog and the order of its calls. Who may approve is `overriding`'s to say; the password is
judged aside, and only whether it matched goes on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.i18n import Language
from counter_app.journal.folds.people import OverrideView
from counter_app.services import overriding, signing_on
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import OverrideNeeded
from counter_app.services.ports import Verifiers
from counter_app.services.signing_on import PasswordAsked
from counter_app.ui.approvals.matters import evidence_facts, matter_words
from counter_app.ui.keys import Key
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import SecretField, TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import FactList
from counter_app.ui.widgets.states import Banner
from counter_app.ui.words.sentences import refusal_sentence
from counter_app.ui.work import Work

REMOTE = "Alt+Y"


class PasswordJudge(Protocol):
    """Compares a password with its verifier; slow on purpose, never on the UI thread."""

    def __call__(self, verifier: str, password: str) -> bool | None:
        """Whether they match; None when the verifier cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class ApprovalMeans:
    """What the dialog works with."""

    theme: Theme
    work: Work
    language: Callable[[], Language]
    verifiers: Verifiers
    judge: PasswordJudge


class ApprovalDialog(Dialog):
    """`granted(override)` when another person has signed; `refused_here(comment)` when not.

    `left_waiting(override)` when a supervisor elsewhere is asked. Closed without any of these, the
    request is taken back.
    """

    granted = Signal(str)
    left_waiting = Signal(str)
    refused_here = Signal(str)

    def __init__(
        self,
        means: ApprovalMeans,
        owner: QWidget,
        requester: Acting,
        case: str,
        needed: OverrideNeeded,
    ) -> None:
        super().__init__(means.theme, owner, "")
        self.retitle(self.tr("请主管批准"))
        self._means, self._requester = means, requester
        self._case, self._needed, self._override = case, needed, ""
        self._settled = False
        self.rejected.connect(self._take_back)
        theme = means.theme
        self.banner = Banner(theme)
        self.number = CodeField(theme)
        self.secret = SecretField(theme)
        self.comment = TextField(theme)
        self._number_row = FieldRow(theme, self.tr("批准人工号"), self.number)
        self._secret_row = FieldRow(theme, self.tr("密码"), self.secret, self.tr("可以粘贴"))
        self._comment_row = FieldRow(
            theme, self.tr("意见"), self.comment, self.tr("退回时要写；批准可不写")
        )
        self._build()

    def ask(self) -> None:
        """Write the request, then show the evidence."""
        case, needed, acting = self._case, self._needed, self._requester
        self._means.work.do(
            self, lambda c: overriding.request(c, acting, case, needed), self._requested
        )
        self.open()

    def _build(self) -> None:
        theme = self.theme
        self.body.addWidget(Label(theme, matter_words(self._needed.matter), "strong", wrap=True))
        self.body.addWidget(FactList(theme, evidence_facts(self._needed)))
        self.body.addWidget(self.banner)
        for line in (self._number_row, self._secret_row, self._comment_row):
            self.body.addWidget(line)
        self.add_action(self.tr("请主管在他那边批"), self._leave, REMOTE)
        self._no = self.add_action(self.tr("退回"), lambda: self._answer(False), "Alt+R")
        self._yes = self.add_action(
            self.tr("批准"), lambda: self._answer(True), Key.NEXT, "primary"
        )
        self.focus_first(self.number)

    def _leave(self) -> None:
        """It waits for whoever may approve, at whichever PC; here somebody else may be served."""
        if self._override:
            self._settled = True
            self.accept()
            self.left_waiting.emit(self._override)

    def _take_back(self) -> None:
        override, acting = self._override, self._requester
        if override and not self._settled:
            work = self._means.work
            work.do(
                self.parentWidget() or self,
                lambda c: overriding.withdraw(c, acting, override),
                lambda _answer: None,
            )

    def _requested(self, answer: OverrideView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
        else:
            self._override = answer.subject

    def _answer(self, yes: bool) -> None:
        self.banner.set_words("")
        if not self._is_filled(yes):
            return
        staff, password = self.number.value(), self.secret.text()
        self._busy(True)
        verifiers = self._means.verifiers
        self._means.work.do(
            self,
            lambda c: signing_on.account_for(c, verifiers, staff),
            lambda asked: self._compare(asked, password, yes),
        )

    def _is_filled(self, yes: bool) -> bool:
        wants = (
            (self._number_row, self.number, self.tr("请输入批准人工号"), True),
            (self._secret_row, self.secret, self.tr("请输入密码"), True),
            (self._comment_row, self.comment, self.tr("退回请写明原因"), not yes),
        )
        first: QWidget | None = None
        for line, box, words, wanted in wants:
            lacking = wanted and not box.text().strip()
            line.set_error(words if lacking else "")
            first = first or (box if lacking else None)
        if first is not None:
            first.setFocus()
        return first is None and bool(self._override)

    def _compare(self, asked: PasswordAsked | Refusal, password: str, yes: bool) -> None:
        if isinstance(asked, Refusal):
            self._refuse(asked)
            return
        judge = self._means.judge
        self._means.work.aside(
            self,
            lambda: judge(asked.verifier, password),
            lambda matched: self._sign(asked.staff, matched, yes),
        )

    def _sign(self, staff: str, matched: bool | None, yes: bool) -> None:
        if matched is None:
            self._refuse(Refusal("verifier_damaged", {"staff": staff}))
            return
        window, override = self._requester.window, self._override
        comment = self.comment.text().strip()

        def job(c: Counter) -> OverrideView | Refusal:
            approver = signing_on.approving_here(c, staff, window, matched)
            if isinstance(approver, Refusal):
                return approver
            if yes:
                return overriding.grant_here(c, approver, override, comment)
            return overriding.refuse_here(c, approver, override, comment)

        self._means.work.do(self, job, self._answered)

    def _answered(self, answer: OverrideView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
        elif answer.state == "granted":
            self._settled = True
            self.accept()
            self.granted.emit(answer.subject)
        else:
            self.accept()
            self.refused_here.emit(self.comment.text().strip())

    def _refuse(self, refusal: Refusal) -> None:
        self._busy(False)
        self.secret.clear()
        words = refusal_sentence(refusal, self._means.language())
        self.banner.set_words(words, "circle-x", "bad")
        self.secret.setFocus()

    def _busy(self, busy: bool) -> None:
        for button in (self._yes, self._no):
            if busy:
                button.set_busy(self.tr("正在核对"))
            else:
                button.set_ready()
