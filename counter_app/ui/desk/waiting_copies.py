"""Copies that wait for a person: the list of them, and what is to be done with one.

Asks and passes the answer on. What each answer does, and whether the copy still waits, is `printed`'s.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.services import printed
from counter_app.services.printed import Answer
from counter_app.services.read_models import PaperLine
from counter_app.ui.desk.dialogs import ChoiceDialog, PickDialog
from counter_app.ui.desk.left_pane import copy_code
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.papers_model import copy_words, paper_name_of
from counter_app.ui.shell import Frame
from counter_app.ui.shell.pick_list import Pick
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.option_card import Option

WAITING = ("failed", "held", "unknown")
"""States of a copy that only a person ends."""

_ANSWERS: Mapping[str, Answer] = MappingProxyType(
    {"printed": "printed", "print_again": "print_again", "give_up": "give_up"}
)


class WaitingCopies(QObject):
    """What is asked about copies, at one desk. `refused` with why an answer changed nothing."""

    refused = Signal(object)

    def __init__(self, frame: Frame, means: Means) -> None:
        super().__init__(frame)
        self._frame, self._means = frame, means

    def choose(self, lines: Sequence[PaperLine]) -> None:
        """Pick one of the copies that wait, then ask what is to be done with it."""
        known = {copy_code(line): line for line in lines if line.state in WAITING}
        if not known:
            self._frame.say(self.tr("没有等人处理的单据"), "printer")
            return
        if len(known) == 1:
            self.ask(next(iter(known.values())))
            return
        picks = [
            Pick(code, f"{paper_name_of(line.paper)}  {line.paper}", copy_words(line))
            for code, line in known.items()
        ]
        title = self.tr("没打出的单据")
        theme = self._means.theme
        PickDialog(theme, self._frame, title, picks, lambda code: self.ask(known[code])).open()

    def ask(self, line: PaperLine) -> None:
        """Ask what is to be done with one copy."""
        if line.state not in WAITING:
            self._frame.say(self.tr("{paper} 正在打印").format(paper=line.paper), "printer")
            return
        _CopyDialog(self._means.theme, self._frame, line, self._options(line), self._answer).open()

    def _options(self, line: PaperLine) -> tuple[Option, ...]:
        again = Option("print_again", self.tr("现在打"), self.tr("客户还在，或要留底"))
        give_up = Option("give_up", self.tr("不打了"), self.tr("记下没有打出"))
        if line.state != "unknown":
            return again, give_up
        out = Option("printed", self.tr("已打好"), self.tr("纸在手里"))
        again = Option("print_again", self.tr("再打"), self.tr("没有出纸"))
        return out, again, give_up

    def _answer(self, line: PaperLine, code: str) -> None:
        """Judged on the store's thread; the spool is asked beside it, for it waits for the store."""
        acting, said = self._means.acting, _ANSWERS[code]
        self._means.work.do(
            self,
            lambda c: printed.take_answer(c, acting, line, said),
            lambda refusal: self._refuse(refusal) if refusal else self._pass_on(line, said),
        )

    def _pass_on(self, line: PaperLine, said: Answer) -> None:
        spooler = self._means.spooler
        self._means.work.aside(
            self,
            lambda: printed.answer(spooler, line.paper, line.copy_number, said),
            lambda refusal: self._refuse(refusal) if refusal else self._done(line, said),
        )

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)

    def _done(self, line: PaperLine, said: Answer) -> None:
        words = {
            "printed": self.tr("{paper} 已记下：打好了"),
            "print_again": self.tr("{paper} 已送去打印"),
            "give_up": self.tr("{paper} 已记下：不打了"),
        }
        self._frame.say(words[said].format(paper=line.paper), "printer")


class _CopyDialog(ChoiceDialog):
    """How the copy stands, and the ways on."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        line: PaperLine,
        options: Sequence[Option],
        done: Callable[[PaperLine, str], None],
    ) -> None:
        title = f"{paper_name_of(line.paper)}  {line.paper}"
        super().__init__(theme, owner, title, options, lambda code: done(line, code))
        self.body.insertWidget(0, Label(theme, copy_words(line), "body", "ink2", wrap=True))
