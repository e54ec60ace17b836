"""What every step of the desk has: head, rail, faults, refusal, draft's place, common actions.

Pages render the run and forward keys; they decide nothing about the business.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import STEPS, Part, StepId
from counter_app.forms.run_views import Fault
from counter_app.services.runs import Place
from counter_app.ui.desk.aside import CaseAside
from counter_app.ui.desk.case_at_desk import CaseAtDesk
from counter_app.ui.desk.express_count import KeyCount
from counter_app.ui.desk.group_words import place_words
from counter_app.ui.desk.knowledge import knowledge_of
from counter_app.ui.desk.list_words import honoured_words
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.sitting import Sitting
from counter_app.ui.desk.step_actions import StepActions, Wishes
from counter_app.ui.desk.steps import rail_steps, step_name
from counter_app.ui.desk.timing import running_words
from counter_app.ui.desk.to_core import ToCore
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell import Action, Page, rail_actions
from counter_app.ui.widgets.badge import Mark
from counter_app.ui.widgets.error_summary import ErrorSummary
from counter_app.ui.widgets.error_summary import Fault as ShownFault
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.states import Banner
from counter_app.ui.widgets.step_rail import StepRail
from counter_app.ui.widgets.visit_head import VisitHead
from counter_app.ui.words.sentences import fault_sentence, part_words, refusal_sentence

Spot = tuple[QWidget | None, FieldRow | None]
"""What is focused for a fault, and the row that shows its sentence."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the pages of one desk share."""

    means: Means
    sitting: Sitting
    case: CaseAtDesk
    wishes: Wishes
    actions: StepActions
    aside: CaseAside
    to_core: ToCore
    count: KeyCount = field(default_factory=KeyCount)


class CasePage(Page):
    """A step of the desk. Subclasses fill the body under banner and summary, and `_render`.

    `moved` when the focus has gone to another field: the draft's place is another now.
    """

    step: ClassVar[StepId]
    moved = Signal()

    def __init__(self, parts: Parts, code: str) -> None:
        super().__init__(parts.means.theme, code)
        self.parts = parts
        self._last_place = ""
        self._head, self._rail = VisitHead(self.theme), StepRail(self.theme)
        self.put_head(self._head, self._rail)
        self.banner = Banner(self.theme)
        self.faults = ErrorSummary(self.theme)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.faults)
        self._rail.step_chosen.connect(lambda number: parts.wishes.show_step.emit(STEPS[number]))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def refresh(self) -> None:
        """Render head, rail and what is particular to the step."""
        self._show_head()
        self._render()
        self.offers_changed.emit()

    def tick_clock(self) -> None:
        """A second has passed."""
        visit = self.parts.sitting.visit
        since = visit.first_at if visit else None
        self._head.set_clock(running_words(since, self.parts.means.now()) if since else "")

    def retranslate(self) -> None:
        self.refresh()

    def entered(self) -> None:
        self._last_place = ""
        self.faults.set_faults(())
        self.refresh()
        self.tick_clock()

    def title(self) -> str:
        return step_name(self.step)

    def context(self) -> Sequence[QWidget]:
        return self.parts.aside.sections(self.step)

    def own_sections(self) -> Sequence[QWidget]:
        """What this page alone puts into the right pane; it goes when the page goes."""
        return ()

    def offers(self) -> Sequence[Action]:
        make = self.parts.actions
        return [
            *make.at_desk(free=self._free()),
            *self._page_actions(),
            *make.of_case(),
            *make.back(self.step),
            self._on_action(),
            *rail_actions(self._rail),
        ]

    def knowledge_rows(self) -> Sequence[HelpRow]:
        """What customers ask about this service, with answer and source, and its usual time."""
        return knowledge_of(self.parts.means, self.parts.case)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why not; it stays until the next step or the next press."""
        self.banner.set_words(
            refusal_sentence(refusal, self.parts.means.language()), "circle-x", "bad"
        )
        self.show_widget(self.banner)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """The summary on top, the same sentence at each field, the focus at the first."""
        shown = []
        self._clear_faults()
        for fault in (one for one in faults if one.step is self.step):
            sentence = fault_sentence(fault, self.parts.means.language())
            box, row = self._spot(fault.where)
            if row is not None:
                row.set_error(sentence)
            if box is not None:
                name = row.label() if row is not None else self._spot_name(fault.where)
                shown.append(ShownFault(f"{name}　{sentence}" if name else sentence, box))
        self.faults.set_faults(shown)
        if shown:
            self.show_widget(self.faults)

    def trouble_words(self, answer: object) -> str:
        """What stands in the way, in one sentence, for a window that shows no summary."""
        language = self.parts.means.language()
        if isinstance(answer, Refusal):
            return refusal_sentence(answer, language)
        faults = answer if isinstance(answer, tuple) else ()
        return fault_sentence(faults[0], language) if faults else ""

    def place(self) -> Place:
        """Where the person is on this page."""
        focus = self.focusWidget()
        caret = focus.cursorPosition() if isinstance(focus, QLineEdit) else 0
        return Place(self._place_code() or self._last_place, caret)

    def restore(self, place: Place) -> None:
        """Put the focus and the caret back."""
        box, _row = self._spot(place.focus) if place.focus else (None, None)
        if box is not None and box.isVisible():
            box.setFocus()
            if isinstance(box, QLineEdit):
                box.setCursorPosition(place.caret)

    def go_on(self) -> None:
        """Confirm this step."""
        self._show_standing()
        self.parts.case.confirm()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the focus is never hidden behind the edge of the scrolled part."""
        if now is None or not self.isVisible() or not self.isAncestorOf(now):
            return
        self.show_widget(now)
        code = self._place_code()
        if code != self._last_place:
            # A field is left before the next one has the focus: the last one is remembered.
            self._last_place = code
            self.moved.emit()

    # --- what a step overrides

    def _render(self) -> None:
        """Render what is particular to the step."""

    def _page_actions(self) -> list[Action]:
        """What this step alone offers."""
        return []

    def _free(self) -> bool:
        """Whether the next customer may be called from here."""
        return False

    def _on_words(self) -> str:
        """The words of the primary button."""
        return self.parts.actions.on_words(self.step)

    def _on_action(self) -> Action:
        """The primary button."""
        why = self.parts.actions.read_only_words()
        return Action("desk.on", self._on_words(), self.go_on, Key.NEXT, "primary", why_not=why)

    def _clear_faults(self) -> None:
        self.faults.set_faults(())

    def _spot(self, _where: str) -> Spot:
        return self.first_focus(), None

    def _spot_name(self, _where: str) -> str:
        """What a thing without a field row is called in the summary."""
        return ""

    def _place_code(self) -> str:
        """The code of the focused thing."""
        return ""

    def _show_head(self) -> None:
        case, means = self.parts.case, self.parts.means
        reached = self.step
        if case.is_open:
            opened, run, runner = case.at_hand()
            title = means.say(runner.procedure.spec.title)
            self._head.set_case(opened.case.number, title, self._marks())
            reached = max(run.reached, self.step, key=STEPS.index)
        else:
            self._head.set_case("", self.tr("接待"), ())
        self._rail.set_steps(rail_steps(), STEPS.index(self.step), STEPS.index(reached))
        self._show_standing()

    def _show_standing(self) -> None:
        """What holds for the whole page: held by another, ended, begun from a notice."""
        locked = self.parts.actions.read_only_words()
        if not locked and self._is_provisional():
            words = self.tr("本机没有这笔业务，先按告知单接办；原记录传到后自动并入")
            self.banner.set_words(words, "file-text", "warn")
            return
        opened = self.parts.case.opened
        honoured = honoured_words(opened) if opened and not locked else ""
        if honoured:
            self.banner.set_words(honoured, "file-text", "info")
            return
        raised = self._raised_words() if not locked else ""
        self.banner.set_words(locked or raised, "triangle-alert" if raised else "lock", "warn")

    def _raised_words(self) -> str:
        """Why an express business goes the standard way."""
        if not self.parts.case.is_open:
            return ""
        _opened, run, runner = self.parts.case.at_hand()
        because = runner.beside(run).raised_because
        if because is None:
            return ""
        words = self.tr("已由快办升为标准：{why}。已填的都在")
        return words.format(why=self.parts.means.say(because))

    def _is_provisional(self) -> bool:
        opened = self.parts.case.opened
        return opened is not None and opened.case.is_provisional

    def _marks(self) -> list[Mark]:
        _opened, run, _runner = self.parts.case.at_hand()
        marks = [Mark(self.tr("临时接办"), "warn", "file-text")] if self._is_provisional() else []
        acting = [one for one in run.parties if one.part in (Part.AGENT, Part.GUARDIAN)]
        if acting:
            words = self.tr("{part}办理").format(part=part_words(acting[0].part.value))
            marks.append(Mark(words, "plain", "users"))
        return [*marks, *self._group_marks(), *self._weight_marks()]

    def _group_marks(self) -> list[Mark]:
        """Which person of a batch the case is for."""
        case = self.parts.case
        opened, group = case.opened, case.group
        if opened is None or group is None or group.header != opened.case.header:
            return []
        words = place_words(group, opened.case.subject)
        return [Mark(words, "info", "users")] if words else []

    def _weight_marks(self) -> list[Mark]:
        case = self.parts.case
        _opened, run, runner = case.at_hand()
        if runner.procedure.spec.weight != "express" or case.read_only:
            return []
        if runner.beside(run).raised_because is not None:
            return [Mark(self.tr("快办 → 标准"), "warn", "arrow-up")]
        return [Mark(self.tr("快办"), "info", "zap")] if case.way.chosen() else []
