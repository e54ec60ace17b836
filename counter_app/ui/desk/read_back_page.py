"""核对: every row read to the customer. One key for all that are right; a digit for what is not.

Oral only: what is recorded is that the customer answered aloud, and who wrote it down.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import ReadBackMark, StepId
from counter_app.forms.run_views import ReadBackLine, RowState
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.keycap import KeyHints
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.read_back import CheckLine, CheckState, ReadBackList

_STATES: dict[RowState, CheckState] = {
    RowState.UNSEEN: "unseen",
    RowState.SCREEN: "right",
    RowState.ORAL: "right",
    RowState.WRONG: "wrong",
    RowState.CHANGED: "changed",
}


class ReadBackPage(CasePage):
    """Rows with their answers; 修改 leads to the field and back here."""

    step = StepId.READ_BACK

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.read_back")
        self.list = ReadBackList(self.theme)
        self._title = Label(self.theme, "", "head")
        self._count = Label(self.theme, "", "body", "ink2")
        self._note = Label(self.theme, "", "small", "ink2", wrap=True)
        self._hints = KeyHints(self.theme)
        top = row()
        top.addWidget(self._title)
        top.addWidget(self._count)
        top.addStretch(1)
        top.setSpacing(self.theme.px(12))
        self.body.addLayout(top)
        self.body.addWidget(self.list)
        self.body.addWidget(self._hints)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self.list.correct.connect(self._correct)
        parts.case.changed.connect(self._run_changed)

    def first_focus(self) -> QWidget | None:
        """The list: its digits act at once."""
        return self._first_row()

    def help_rows(self) -> Sequence[HelpRow]:
        return (HelpRow("1–9", self.tr("第几项有误，去修改")),)

    def _page_actions(self) -> list[Action]:
        if self.parts.case.read_only:
            return []
        words = self.tr("客户口头确认")
        return [Action("read_back.oral", words, self._confirm_all, Key.ORAL_CONFIRMED)]

    def _render(self) -> None:
        if not self.parts.case.is_open:
            return
        lines = self._lines()
        self._title.setText(self.tr("念给客户核对"))
        self._count.setText(self.tr("{count} 项").format(count=len(lines)))
        self._note.setText(self.tr("口头确认会如实记为“口头”，并记柜员工号"))
        self._hints.set_hints(
            (Key.ORAL_CONFIRMED, self.tr("都对")), ("1–9", self.tr("这一项有误，去修改"))
        )
        self.list.set_lines([self._check_line(line) for line in lines])

    def _spot(self, where: str) -> Spot:
        self.list.focus_row(where)
        return self.focusWidget() or self._first_row(), None

    def _spot_name(self, where: str) -> str:
        line = self._line(where)
        return self.parts.means.say(line.label) if line else ""

    def _place_code(self) -> str:
        focus = self.focusWidget()
        for line in self._lines() if self.parts.case.is_open else ():
            if focus is not None and focus.accessibleDescription() == self._spoken(line):
                return line.id
        return ""

    def _first_row(self) -> QWidget | None:
        buttons = [one for one in self.list.findChildren(QWidget) if one.focusPolicy()]
        return next((one for one in buttons if one.isVisibleTo(self)), None)

    def _spoken(self, line: ReadBackLine) -> str:
        return f"{self.parts.means.say(line.label)} {line.number}"

    def _lines(self) -> tuple[ReadBackLine, ...]:
        _opened, run, runner = self.parts.case.at_hand()
        return runner.read_back(run)

    def _line(self, code: str) -> ReadBackLine | None:
        return next((line for line in self._lines() if line.id == code), None)

    def _check_line(self, line: ReadBackLine) -> CheckLine:
        say = self.parts.means.say
        joint = self.tr("，")
        before = ""
        if line.old is not None and line.correction is not None:
            old = joint.join(say(one) for one in line.old)
            before = self.tr("原：{old}　{at} 改，{by}").format(
                old=old, at=line.correction.at, by=line.correction.by
            )
        value = joint.join(say(one) for one in line.lines)
        return CheckLine(line.id, say(line.label), value, _STATES[line.state], before)

    def _run_changed(self) -> None:
        if self.isVisible():
            self._render()

    def _confirm_all(self) -> None:
        """The customer said that it is right: every row that was read and not said to be wrong.

        When nothing else is left, what was said to be wrong and stands unchanged is right after all.
        """
        case = self.parts.case
        if case.read_only:
            return
        _opened, run, _runner = case.at_hand()
        left = [line for line in self._lines() if line.state in (RowState.UNSEEN, RowState.CHANGED)]
        for line in self._lines():
            if line in left or (not left and line.state is RowState.WRONG):
                run = run.with_mark(line.id, ReadBackMark("oral", line.lines))
        case.change(run)
        case.keep()

    def _correct(self, code: str) -> None:
        """The customer said that a row is wrong: mark it, and go where it is mended."""
        case, line = self.parts.case, self._line(code)
        if line is None or case.read_only:
            return
        _opened, run, runner = case.at_hand()
        case.change(run.with_mark(line.id, ReadBackMark("wrong", line.lines)))
        step, field = StepId.RECEPTION, ""
        for one in (StepId.NEED, StepId.DETAILS):
            for shown in runner.fields(run, one):
                if shown.id in line.fields and not shown.read_only:
                    step, field = one, shown.id
        case.correct(step)
        self.parts.wishes.focus_field.emit(field)
