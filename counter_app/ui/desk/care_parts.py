"""The questions against fraud as a list, and the ways it may end in words. Decides nothing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from counter_app.services.caring import CareAnswer
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, column, row
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.option_card import Option, OptionGroup

translate = QCoreApplication.translate


def answer_options() -> list[Option]:
    """One key each: 1 yes, 2 no, 3 not sure."""
    return [
        Option("yes", translate("care", "1 是")),
        Option("no", translate("care", "2 不是")),
        Option("unsure", translate("care", "3 说不清")),
    ]


def outcome_options(outcomes: Sequence[str]) -> list[Option]:
    """The ways offered, numbered as their keys."""
    words = {
        "proceed": translate("care", "接着办"),
        "not_today": translate("care", "今天不办"),
        "delayed": translate("care", "延时到账"),
        "family": translate("care", "等家人"),
        "police": translate("care", "报警"),
        "against_advice": translate("care", "客户坚持要办"),
    }
    return [Option(one, f"{number} {words[one]}") for number, one in enumerate(outcomes, 1)]


class _Question(QWidget):
    """One question with its answers; says when the answer is to be heeded."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.text = Label(theme, words, "strong", wrap=True)
        self.answers = OptionGroup(theme, answer_options(), cards=False)
        self.answers.setAccessibleName(words)
        for answer in self.answers.findChildren(QAbstractButton):
            answer.setAccessibleDescription(words)
        self.heed = StateLabel(theme, role="body")
        self.heed.setVisible(False)
        below = row()
        below.addWidget(self.answers)
        below.addWidget(self.heed)
        lines = column(self)
        lines.setSpacing(theme.px(4))
        lines.addWidget(self.text)
        lines.addLayout(below)


class AskedList(QWidget):
    """The questions in order. `answered` when a person answered one."""

    answered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._questions: dict[str, _Question] = {}
        self._words: list[tuple[str, str]] = []
        self._lines = column(self)
        self._lines.setSpacing(theme.px(12))

    def set_questions(self, questions: Sequence[tuple[str, str]]) -> None:
        """Show these, none answered yet."""
        if list(questions) == self._words:
            return
        clear(self._lines)
        self._questions, self._words = {}, list(questions)
        for code, words in questions:
            made = _Question(self.theme, words)
            made.answers.chosen.connect(lambda _answer: self.answered.emit())
            self._questions[code] = made
            self._lines.addWidget(made)
            made.show()

    def answers(self) -> dict[str, CareAnswer]:
        """What was answered so far."""
        told: dict[str, CareAnswer] = {}
        for code, one in self._questions.items():
            match one.answers.value():
                case "yes":
                    told[code] = "yes"
                case "no":
                    told[code] = "no"
                case "unsure":
                    told[code] = "unsure"
        return told

    def set_answers(self, given: Mapping[str, str]) -> None:
        """Show these answers; a question without one is open again. Reports nothing."""
        for code, one in self._questions.items():
            one.answers.set_value(given.get(code, ""))

    def groups(self) -> list[tuple[str, OptionGroup]]:
        """Each question's answers, in order."""
        return [(code, one.answers) for code, one in self._questions.items()]

    def first_open(self) -> QWidget | None:
        """The first question not answered yet; None when all are."""
        given = self.answers()
        for code, one in self._questions.items():
            if code not in given:
                return one.answers.focusProxy()
        return None

    def show_alarms(self, codes: Sequence[str]) -> None:
        """Mark the answers that are to be heeded."""
        for code, one in self._questions.items():
            one.heed.set_state("triangle-alert", translate("care", "要留意"), "warn")
            one.heed.setVisible(code in codes)
