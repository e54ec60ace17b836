"""材料: the checklist, line by line, with the date of each paper and what to do when one is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import Outcome, RunState, StepId
from counter_app.forms.run_views import ChecklistLine
from counter_app.services import express
from counter_app.ui.desk import checklist_model as model
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.desk.identity_checks import IdentityChecks
from counter_app.ui.desk.line_menu import LineMenu
from counter_app.ui.desk.list_words import ahead_words, known_ahead
from counter_app.ui.desk.paper_boxes import PaperBoxes, wanted
from counter_app.ui.desk.paper_reads import expiry_noted
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.badge import Badge, Mark
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.checklist import Checklist
from counter_app.ui.widgets.keycap import KeyHints
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner


class DocumentsPage(CasePage):
    """Digits and Space tick; a line that is missing stands open with its ways on."""

    step = StepId.DOCUMENTS

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.documents")
        self.list = Checklist(self.theme)
        self._title = Label(self.theme, "", "head")
        self._version = Label(self.theme, "", "body", "ink2")
        self._complete = Label(self.theme, "", "body", "ink2")
        self._missing = Badge(self.theme, Mark(""))
        self._hints = KeyHints(self.theme)
        self._unfolded = ""
        self._boxes: dict[str, PaperBoxes] = {}
        self._top = row()
        for part in (self._title, self._version):
            self._top.addWidget(part)
        self._top.addStretch(1)
        self._top.addWidget(self._complete)
        self._top.addWidget(self._missing)
        self._top.setSpacing(self.theme.px(12))
        self._ahead = Banner(self.theme)
        self.body.addLayout(self._top)
        self.body.addWidget(self._ahead)
        self.checks = IdentityChecks(parts)
        self.body.addWidget(self.checks)
        self.body.addWidget(self.list)
        self.body.addWidget(self._hints)
        self.body.addStretch(1)
        self.list.toggled.connect(self._toggled)
        self.list.chosen.connect(self._way_chosen)
        self.list.asked_to_open.connect(self._unfold)
        parts.case.changed.connect(self._run_changed)

    def first_focus(self) -> QWidget | None:
        codes = [line.id for line in self._asked()]
        todo = [line.id for line in self._asked() if line.outcome is None]
        code = next(iter(todo or codes), None)
        return self.list.row(code).box if code else None

    def help_rows(self) -> Sequence[HelpRow]:
        return (
            HelpRow("1–9", self.tr("勾第几项：见并复印、只见、取消")),
            HelpRow("Space", self.tr("勾这一项")),
            HelpRow("-", self.tr("缺这一项")),
            HelpRow("Alt+M", self.tr("这一项的其他处理")),
        )

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.list.set_compact(compact)
        self._hints.setVisible(not compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        code = self.list.current()
        if event.key() == Qt.Key.Key_Minus and not plain and code and code != model.SKIPPED:
            self._outcome(code, Outcome.MISSING, None)
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        for boxes in list(self._boxes.values()):
            boxes.settle()
        super().go_on()

    def paper_read(self, read: PaperRead) -> None:
        """A reader gave a paper: the expiry of that person's line, once its original was seen."""
        if self.parts.case.read_only or not self.parts.case.is_open:
            return
        run, people = self._run(), self.parts.sitting.people
        noted = expiry_noted(self._lines(), run, people, read)
        if isinstance(noted, Refusal):
            self.show_refusal(noted)
        elif noted != run:
            self._change(noted)

    def _page_actions(self) -> list[Action]:
        if self.parts.case.read_only:
            return []
        wishes = self.parts.wishes
        notice = self.tr("打印告知单")
        return [
            Action("documents.notice", notice, wishes.notice.emit, Key.PRINT, icon="printer"),
            Action("documents.all", self.tr("原件均已验"), self._tick_together, "Shift+Space"),
            Action("documents.line", self.tr("这一项"), self._open_menu, "Alt+M"),
        ]

    def _render(self) -> None:
        if not self.parts.case.is_open:
            return
        self.checks.show_case()
        lines = self._lines()
        showing = self._showing()
        self.list.set_items(model.items_of(lines, showing))
        self._place_expiries(lines)
        settled, required, bad = model.counts(lines)
        _opened, _run, runner = self.parts.case.at_hand()
        edition = runner.procedure.spec.edition
        words = ahead_words(self.parts.means, known_ahead(self.parts.case))
        self._ahead.set_words(words, "calendar-clock", "info")
        self._title.setText(self.tr("材料清单"))
        self._version.setText(self.tr("版本 {edition}").format(edition=edition))
        self._complete.setText(self.tr("已齐 {done} / {all}").format(done=settled, all=required))
        self._missing.set_mark(Mark(self.tr("缺 {count}").format(count=bad), "bad", "circle-x"))
        self._missing.setVisible(bool(bad))
        self._hints.set_hints(
            ("1–9", self.tr("勾选")),
            ("-", self.tr("缺")),
            ("Alt+M", self.tr("这一项")),
            (Key.UNDO, self.tr("撤销")),
        )

    def _spot(self, where: str) -> Spot:
        if where in {line.id for line in self._asked()}:
            return self.list.row(where).box, None
        return self.first_focus(), None

    def _spot_name(self, where: str) -> str:
        for line in self._asked():
            if line.id == where:
                return self.parts.means.say(line.title)
        return ""

    def _place_code(self) -> str:
        return self.list.current()

    def _lines(self) -> tuple[ChecklistLine, ...]:
        _opened, run, runner = self.parts.case.at_hand()
        return runner.checklist(run)

    def _asked(self) -> list[ChecklistLine]:
        return model.asked(self._lines()) if self.parts.case.is_open else []

    def _showing(self) -> model.Showing:
        means = self.parts.means
        return model.Showing(means.language(), self.parts.sitting.today, self._unfolded)

    def _run_changed(self) -> None:
        if self.isVisible():
            self._render()

    def _toggled(self, code: str) -> None:
        if code == model.SKIPPED:
            self._unfold(code)
            return
        line = self._line(code)
        if line is not None:
            self._change(model.ticked(line, self._run()))
            self._to_box(code)

    def _way_chosen(self, code: str, way: str) -> None:
        line = self._line(code)
        if line is None:
            return
        if way == model.INSTEAD:
            self._instead(line)
        else:
            outcome = Outcome.DEFERRED if way == model.DEFER else Outcome.MISSING
            self._outcome(code, outcome, None)

    def _instead(self, line: ChecklistLine) -> None:
        if len(line.alternatives) == 1:
            self._outcome(line.id, Outcome.ALTERNATIVE, line.alternatives[0].id)
        else:
            self._open_menu_of(line)

    def _outcome(self, code: str, outcome: Outcome | None, which: str | None) -> None:
        line = self._line(code)
        if line is None:
            return
        run = self._run()
        if outcome is None:
            self._change(run.without_result(code))
        else:
            self._change(model.with_outcome(line, run, outcome, which))
        self.list.focus_row(code)
        self._to_box(code)
        # Only after the layout has opened the row is its height known.
        QTimer.singleShot(0, self, lambda: self._show_row(code))

    def _show_row(self, code: str) -> None:
        if self._line(code) is not None:
            self.show_widget(self.list.row(code))

    def _to_box(self, code: str) -> None:
        """A paper just seen of which something is to be typed: the caret goes there."""
        boxes = self._boxes.get(code)
        if boxes is not None:
            boxes.take_caret()

    def _open_menu(self) -> None:
        line = self._line(self.list.current())
        if line is not None:
            self._open_menu_of(line)

    def _open_menu_of(self, line: ChecklistLine) -> None:
        menu = LineMenu(
            self.parts.means,
            line,
            self,
            lambda outcome, which: self._outcome(line.id, outcome, which),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.open_at(self.list.row(line.id).box)

    def _unfold(self, code: str) -> None:
        self._unfolded = "" if self._unfolded == code else code
        self._render()

    def _place_expiries(self, lines: Sequence[ChecklistLine]) -> None:
        asked = {line.id: line for line in model.asked(lines)}
        for code in [code for code in self._boxes if code not in asked]:
            self._boxes.pop(code)
        for code, line in asked.items():
            if wanted(line) and code not in self._boxes:
                boxes = PaperBoxes(self.parts.means, code, self.parts.sitting.today)
                boxes.expiry.told.connect(self._expiry_told)
                boxes.last4.told.connect(self._last4_told)
                self._boxes[code] = boxes
                self.list.set_extra(code, boxes)
            if code in self._boxes:
                self._boxes[code].show_line(line, self.parts.means.say(line.title))

    def _expiry_told(self, code: str, day: object, unlimited: bool) -> None:
        line = self._line(code)
        if line is None or not self.parts.case.is_open:
            return
        known = self._run().results.get(code)
        if known is None or (known.valid_until, known.no_expiry) == (day, unlimited):
            return
        focus = self.focusWidget()
        leaving = focus is not None and self._boxes[code].isAncestorOf(focus)
        self._change(model.with_expiry(line, self._run(), day, unlimited=unlimited))  # type: ignore[arg-type]
        if leaving:
            self._on_from(code)

    def _last4_told(self, code: str, signs: str) -> None:
        line = self._line(code)
        if line is None or not self.parts.case.is_open or line.last4 == signs:
            return
        focus = self.focusWidget()
        leaving = focus is not None and self._boxes[code].isAncestorOf(focus)
        self._change(model.with_last4(line, self._run(), signs))
        if leaving:
            self._on_from(code)

    def _on_from(self, code: str) -> None:
        """Told: to what else the paper is asked for, else to the next line."""
        line = self._line(code)
        if line is not None and wanted(line):
            self._boxes[code].take_caret()
        else:
            self._to_next_line()

    def _tick_together(self) -> None:
        """Everything of low risk in one press; what must be looked at stays open."""
        _opened, run, runner = self.parts.case.at_hand()
        self._change(express.tick_together(runner, run))
        self._to_next_line()

    def _to_next_line(self) -> None:
        """The date is told and its box gone: on to the first line that is still to be looked at."""
        home = self.first_focus()
        if home is not None:
            home.setFocus(Qt.FocusReason.TabFocusReason)

    def _line(self, code: str) -> ChecklistLine | None:
        return next((line for line in self._asked() if line.id == code), None)

    def _run(self) -> RunState:
        _opened, run, _runner = self.parts.case.at_hand()
        return run

    def _change(self, run: RunState) -> None:
        self.parts.case.change(run)
