"""核心: what is done in the core system's window, and its serial number.

After an interruption here the question comes first: did the core book? Our program books nothing.
"""

from dataclasses import replace

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.typed_short import whole_serial
from counter_app.forms.run_state import StepId
from counter_app.journal.folds.people import SpellView
from counter_app.services import handling, work_states
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.desk.core_authorisation import AUTHORISED, AuthorisationLine
from counter_app.ui.keys import Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.keycap import KeyHints
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.option_card import Option, OptionGroup
from counter_app.ui.widgets.panes import Script

SERIAL = "core_serial"


class CorePage(CasePage):
    """The work in the core, the serial, and after an interruption the question."""

    step = StepId.CORE

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.core")
        self._title = Label(self.theme, "", "head")
        self._work = Script(self.theme)
        self._state = StateLabel(self.theme, role="body")
        self.serial = CodeField(self.theme)
        self._shown = ""
        self._away = False
        self._row = FieldRow(self.theme, "", self.serial)
        self.authorised = AuthorisationLine(parts)
        self._hints = KeyHints(self.theme)
        self._question = QWidget()
        self._asked = Label(self.theme, "", "strong", wrap=True)
        self.answers = OptionGroup(self.theme)
        self._options: tuple[Option, ...] = ()
        self._lines = column(self._question)
        self._lines.addWidget(self._asked)
        self._lines.addWidget(self.answers)
        for part in (self._title, self._question, self._work, self._row, self._state):
            self.body.addWidget(part)
        self.body.addWidget(self.authorised)
        self.body.addWidget(self._hints)
        self.body.addStretch(1)
        self.serial.edited.connect(self._edited)
        self.serial.left.connect(parts.case.keep)
        parts.case.changed.connect(self._run_changed)
        self.theme.follow(self._measure)

    def first_focus(self) -> QWidget | None:
        if self.parts.case.asks_booking:
            return self.answers.focusProxy()
        return self.serial if self._wants_serial() else None

    def entered(self) -> None:
        super().entered()
        self._turn_to_core()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown: the person is back. A window that closes or sinks says nothing."""
        super().hideEvent(event)
        if not event.spontaneous() and self.window().isVisible():
            self._turn_back()

    def go_on(self) -> None:
        case = self.parts.case
        if not case.asks_booking:
            super().go_on()
        elif self.answers.value():
            self._answer(self.answers.value())
        else:
            self.banner.set_words(self.tr("请先选一个答案"), "circle-x", "bad")

    def scanned(self, text: str) -> None:
        """A serial read from the core's voucher."""
        if self._wants_serial() and not self.parts.case.read_only:
            self.serial.set_value(text)
            self._edited(self.serial.value())
            self.parts.case.keep()

    def _page_actions(self) -> list[Action]:
        if self.parts.case.read_only:
            return []
        noted = self.authorised.action()
        if not self._wants_serial():
            return [noted]
        words = self.tr("流水号稍后补")
        return [Action("core.later", words, self._later, Key.SERIAL_LATER), noted]

    def _on_words(self) -> str:
        if self.parts.case.asks_booking:
            return self.tr("记下这个答案")
        return super()._on_words()

    def _render(self) -> None:
        case = self.parts.case
        if not case.is_open:
            return
        opened, run, runner = case.at_hand()
        asking = case.asks_booking
        self._title.setText(self.tr("在核心系统办理"))
        self._work.set_words(self.parts.means.say(runner.procedure.spec.core.work))
        self._row.set_label(self.tr("核心流水号"))
        self._row.set_hint(self.tr("扫凭证、粘贴或键入"))
        later_key = (Key.SERIAL_LATER, self.tr("流水号稍后补"))
        hints = [later_key] if self._wants_serial() else []
        authorised = (AUTHORISED, self.tr("记核心授权"))
        self._hints.set_hints(*hints, authorised, (Key.WORK_STATE, self.tr("工作状态")))
        self.authorised.render_case()
        self._ask()
        self._question.setVisible(asking)
        self._work.setVisible(not asking)
        self._hints.setVisible(not asking)
        self._row.setVisible(not asking and self._wants_serial())
        another = opened.case.subject != self._shown
        self._shown = opened.case.subject
        typed_here = self.serial.hasFocus() and not another
        if self.serial.value() != (run.core_serial or "") and not typed_here:
            self.serial.set_value(run.core_serial or "")
        later = self.tr("流水号稍后补：办结后在日志里列着，直到补上")
        self._state.set_state("clock", later, "warn")
        self._state.setVisible(run.serial_later and not asking)

    def _ask(self) -> None:
        self._asked.setText(self.tr("上次在这一步中断了。核心是否已记账？请先到核心系统查一下"))
        options = (
            Option("booked", self.tr("已记账"), self.tr("填流水号，接着办")),
            Option("not_booked", self.tr("没有记账"), self.tr("在核心重新办理")),
            Option("unclear", self.tr("说不清"), self.tr("列入主管要看的异常")),
        )
        if options != self._options:
            self._options = options
            self.answers.set_options(options)
        self.answers.setAccessibleName(self._asked.text())

    def _answer(self, answer: str) -> None:
        case, acting = self.parts.case, self.parts.means.acting
        opened, _run, _runner = case.at_hand()
        case.asks_booking = False
        case.command(lambda c: handling.answer_booking(c, acting, opened, answer))

    def _turn_to_core(self) -> None:
        """The keyboard rests from here on; confirming the step before has written it already."""
        case, acting = self.parts.case, self.parts.means.acting
        if not case.is_open or case.read_only or case.asks_booking:
            return
        opened, run, _runner = case.at_hand()
        if run.core_serial or run.serial_later or opened.case.booking:
            return
        self._away, subject = True, opened.case.subject
        self.parts.means.work.do(
            self, lambda c: work_states.be_at_core(c, acting, subject), self._turned
        )

    def _turn_back(self) -> None:
        """Typed, scanned, put off or gone elsewhere: hands are on the keyboard again."""
        if not self._away:
            return
        self._away, acting = False, self.parts.means.acting
        self.parts.means.work.do(
            self, lambda c: work_states.end_work_state(c, acting), self._turned
        )

    def _turned(self, answer: SpellView | Refusal | None) -> None:
        if isinstance(answer, Refusal):
            self.parts.case.refused.emit(answer)

    def _wants_serial(self) -> bool:
        if not self.parts.case.is_open:
            return False
        _opened, _run, runner = self.parts.case.at_hand()
        return runner.procedure.spec.core.serial == "expected"

    def _spot(self, where: str) -> Spot:
        if where in (SERIAL, "") and self._wants_serial():
            return self.serial, self._row
        return self.first_focus(), None

    def _place_code(self) -> str:
        return SERIAL if self.serial.hasFocus() else ""

    def _clear_faults(self) -> None:
        super()._clear_faults()
        self._row.set_error("")

    def _edited(self, raw: str) -> None:
        _opened, run, _runner = self.parts.case.at_hand()
        pattern, today = self.parts.means.serial_pattern, self.parts.sitting.today
        serial = whole_serial(pattern, today, raw) or None
        self._turn_back()
        self.parts.case.change(replace(run, core_serial=serial, serial_later=False), SERIAL)
        if raw:
            self._row.set_error("")

    def _later(self) -> None:
        _opened, run, _runner = self.parts.case.at_hand()
        self.serial.set_value("")
        self._row.set_error("")
        self._turn_back()
        self.parts.case.change(run.with_serial(None))
        self.parts.case.keep()

    def _run_changed(self) -> None:
        if self.isVisible():
            self._render()

    def _measure(self) -> None:
        self._row.setMaximumWidth(self.theme.px(480))
        self._lines.setSpacing(self.theme.px(8))
