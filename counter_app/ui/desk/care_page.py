"""问清再办: the questions against fraud, for the teller's eyes, before anything is done in the core.

One key answers one question, and one says how it ended. What is asked, what may be said and which
ways are offered is the procedure's; what is recorded is decided by services.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtWidgets import QAbstractButton, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import NOTHING_SAID, CareSaid, StepId
from counter_app.forms.run_views import CareView, PlannedForm
from counter_app.services import caring, handling, paper_forms
from counter_app.services.care_gate import GOES_ON
from counter_app.services.caring import CareTold
from counter_app.services.counter import Counter
from counter_app.services.handling_results import OpenCase, PaperWish
from counter_app.ui.desk.care_parts import AskedList, outcome_options
from counter_app.ui.desk.case_at_desk import Answer, with_approval
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.option_card import OptionGroup
from counter_app.ui.widgets.panes import Script
from counter_app.ui.widgets.tick_box import CheckBox


class CarePage(CasePage):
    """Questions, what to say when an answer alarms, and the way on."""

    step = StepId.DETAILS

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.care")
        self._title = Label(self.theme, "", "head")
        self._how = Label(self.theme, "", "body", "ink2", wrap=True)
        self.asked = AskedList(self.theme)
        self._calm = StateLabel(self.theme, role="body")
        self.advice = Script(self.theme)
        self._ended = Label(self.theme, "", "strong")
        self.ways = OptionGroup(self.theme, cards=False)
        self.at, self.badge = CodeField(self.theme), CodeField(self.theme)
        self._at_row = FieldRow(self.theme, "", self.at)
        self._badge_row = FieldRow(self.theme, "", self.badge)
        self.signed = CheckBox(self.theme, "")
        self.taken = CheckBox(self.theme, "")
        self._alarmed = QWidget()
        inside = column(self._alarmed)
        inside.setSpacing(self.theme.px(8))
        for part in (self.advice, self._ended, self.ways, self._at_row, self._badge_row):
            inside.addWidget(part)
        inside.addWidget(self.signed)
        inside.addWidget(self.taken)
        for whole in (self._title, self._how, self.asked, self._calm, self._alarmed):
            self.body.addWidget(whole)
        self.body.addStretch(1)
        self.asked.answered.connect(self._answered)
        self.ways.chosen.connect(lambda _code: self._told_here())
        for box in (self.signed, self.taken):
            box.clicked.connect(lambda _on: self._told_here())
        for field in (self.at, self.badge):
            field.edited.connect(lambda _text: self._told_here("care"))
        parts.case.changed.connect(self._run_changed)

    def begun(self) -> bool:
        """Whether the questions of the case at the desk were begun and are not settled."""
        open_here = not self.parts.case.read_only and self._care() is not None
        return open_here and self._said() != NOTHING_SAID

    def title(self) -> str:
        return self.tr("问清再办")

    def first_focus(self) -> QWidget | None:
        return self.asked.first_open() or self.ways.focusProxy()

    def help_rows(self) -> list[HelpRow]:
        return [HelpRow("1–3", self.tr("回答这一题：是、不是、说不清"))]

    def go_on(self) -> None:
        """Record what was heard and what came of it."""
        care = self._care()
        if care is None:
            super().go_on()
            return
        open_question = self.asked.first_open()
        if open_question is not None:
            self._stop(self.tr("还有没问到的，一题一键"), open_question)
        elif self._alarms(care) and not self.ways.value():
            self._stop(self.tr("请选怎样处理"), self.ways.focusProxy())
        else:
            self._settle(self._told(care))

    def _page_actions(self) -> list[Action]:
        if self.parts.case.read_only or self._notice() is None:
            return []
        words = self.tr("打印提示书")
        return [Action("care.notice", words, self._print, Key.PRINT, icon="printer")]

    def _on_words(self) -> str:
        return self.tr("记下，接着办")

    def _render(self) -> None:
        care = self._care()
        if care is None:
            return
        self._retitle()
        say = self.parts.means.say
        self.asked.set_questions([(one.id, say(one.text)) for one in care.questions])
        self.advice.set_words("\n".join(say(one) for one in care.advice))
        self.ways.set_options(outcome_options(care.outcomes))
        self._order_keys()
        self._lay_back()
        self._show_state(care)

    def _order_keys(self) -> None:
        """The ways are made anew with the questions: what stands under them follows by key as well."""
        last: QWidget = self.ways.findChildren(QAbstractButton)[-1]
        for widget in (self.at, self.badge, self.signed, self.taken):
            QWidget.setTabOrder(last, widget)
            last = widget

    def _retitle(self) -> None:
        self._title.setText(self.title())
        self._how.setText(self.tr("只给您看，用平常的口气问，不必解释为什么"))
        self._ended.setText(self.tr("怎样处理"))
        self.ways.setAccessibleName(self.tr("怎样处理"))
        self._at_row.set_label(self.tr("出警时间"))
        self._at_row.set_hint(self.tr("例如 14:05"))
        self._badge_row.set_label(self.tr("警号"))
        self.signed.setText(self.tr("客户已在提示书上签名"))
        self.taken.setText(self.tr("客户联已交给客户"))
        calm = self.tr("没有要留意的，F8 接着办")
        self._calm.set_state("circle-check", calm, "ok")

    def _show_state(self, care: CareView) -> None:
        alarms = self._alarms(care)
        self.asked.show_alarms(alarms)
        self._alarmed.setVisible(bool(alarms))
        self._calm.setVisible(not alarms and self.asked.first_open() is None)
        self._show_way()

    def _show_way(self) -> None:
        way = self.ways.value()
        for row in (self._at_row, self._badge_row):
            row.setVisible(way == "police")
        sheet, copy = self._printed()
        self.signed.setVisible(bool(sheet))
        self.taken.setVisible(bool(copy))

    def _answered(self) -> None:
        self._told_here()
        care = self._care()
        if care is None:
            return
        self._show_standing()
        self._show_state(care)
        following = self.asked.first_open()
        if following is None and self._alarms(care):
            following = self.ways.focusProxy()
        if following is not None:
            following.setFocus()

    def _stop(self, words: str, where: QWidget | None) -> None:
        self.banner.set_words(words, "circle-x", "bad")
        self.show_widget(self.banner)
        if where is not None:
            where.setFocus()

    def _told(self, care: CareView) -> CareTold:
        chosen = self.ways.value() if self._alarms(care) else "proceed"
        offered = caring.ways_of(care, self.asked.answers())
        sheet, copy = self._printed()
        return CareTold(
            answers=self.asked.answers(),
            outcome=next((one for one in offered if one == chosen), offered[0]),
            police_at=self.at.value(),
            badge=self.badge.value(),
            paper=sheet,
            signed=self.signed.isChecked(),
            copy_taken=copy if self.taken.isChecked() else "",
        )

    def _settle(self, told: CareTold, override: str | None = None) -> None:
        case, acting = self.parts.case, self.parts.means.acting
        opened, run, _runner = case.at_hand()
        held = opened.at(run, case.where())

        def job(c: Counter) -> Answer:
            now = held
            if override is not None:
                quoted = with_approval(c, acting, held.case.subject, override)
                if isinstance(quoted, Refusal):
                    return quoted
                now = quoted.at(run, held.place)
            answer = caring.settle(c, acting, now, run, replace(told, override=override))
            if not isinstance(answer, OpenCase) or told.outcome not in GOES_ON:
                return answer
            return handling.confirm(c, acting, answer, run, PaperWish())

        case.command(job, lambda granted: self._settle(told, granted))

    def _print(self) -> None:
        form = self._notice()
        if form is None:
            return
        case, acting = self.parts.case, self.parts.means.acting
        opened, run, _runner = case.at_hand()
        held = opened.at(run, case.where())
        self.parts.means.work.do(
            self,
            lambda c: paper_forms.print_form(c, acting, held, form.id, PaperWish()),
            self._form_issued,
        )

    def _form_issued(self, answer: OpenCase | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.show_refusal(answer)
            return
        case, said = self.parts.case, self._said()
        case.opened = answer
        if case.run is not None:
            # A new notice: nobody has signed it yet.
            case.change(case.run.with_care(replace(said, signed=False, taken=False)))
        self._show_way()
        self.signed.setFocus()

    def _care(self) -> CareView | None:
        if not self.parts.case.is_open:
            return None
        _opened, run, runner = self.parts.case.at_hand()
        return runner.beside(run).care

    def _alarms(self, care: CareView) -> tuple[str, ...]:
        return caring.alarms_of(care, self.asked.answers())

    def _notice(self) -> PlannedForm | None:
        care = self._care()
        if care is None or care.notice is None:
            return None
        _opened, run, runner = self.parts.case.at_hand()
        forms = runner.beside(run).forms
        return next((one for one in forms if one.id == care.notice), None)

    def _printed(self) -> tuple[str, str]:
        """The numbers of the notice issued last: the sheet that stays here, and the customer's."""
        form, opened = self._notice(), self.parts.case.opened
        if form is None or opened is None:
            return "", ""
        return paper_forms.last_form(opened.case, form), paper_forms.customers_copy(
            opened.case, form
        )

    # --- what was heard is kept with the case, as everything half typed is

    def _said(self) -> CareSaid:
        run = self.parts.case.run
        return run.care if run is not None else NOTHING_SAID

    def _told_here(self, key: str = "") -> None:
        """A person answered, chose, ticked or typed: it is the case's now."""
        case = self.parts.case
        if case.run is None:
            return
        said = CareSaid(
            answers=MappingProxyType(dict(self.asked.answers())),
            way=self.ways.value(),
            signed=self.signed.isChecked(),
            taken=self.taken.isChecked(),
            police_at=self.at.value(),
            badge=self.badge.value(),
        )
        case.change(case.run.with_care(said), key)

    def _run_changed(self) -> None:
        """Taken back, or changed here: as the case has it."""
        care = self._care()
        if care is not None and self.isVisible():
            self._lay_back()
            self._show_state(care)

    def _lay_back(self) -> None:
        said = self._said()
        self.asked.set_answers(said.answers)
        self.ways.set_value(said.way)
        self.signed.setChecked(said.signed)
        self.taken.setChecked(said.taken)
        for field, told in ((self.at, said.police_at), (self.badge, said.badge)):
            if field.value() != told:
                field.set_value(told)

    def _places(self) -> Mapping[str, QWidget]:
        """What can have the caret, by the code kept with the draft."""
        named: dict[str, QWidget] = {f"ask.{code}": one for code, one in self.asked.groups()}
        own = {"way": self.ways, "at": self.at, "badge": self.badge}
        return {**named, **own, "signed": self.signed, "taken": self.taken}

    def _place_code(self) -> str:
        focus = self.focusWidget()
        for code, one in self._places().items():
            if focus is not None and (focus is one or one.isAncestorOf(focus)):
                return code
        return ""

    def _spot(self, where: str) -> Spot:
        return self._places().get(where) or self.first_focus(), None
