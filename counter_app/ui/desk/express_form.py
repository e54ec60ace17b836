"""An express business on one screen: what is wanted, the papers, the sentence, the serial.

A view of the case at the desk, for the page and for the strip; decides nothing that services do.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from counter_app.domain.typed_short import SIGN, expiry_typed, serial_start, whole_serial
from counter_app.forms.run_state import ItemResult, Outcome, RunState, StepId
from counter_app.forms.run_views import ChecklistLine, FieldLine, Need, RowState
from counter_app.services import express
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.express_rows import ExpressRow, KeyLine
from counter_app.ui.desk.field_boxes import Box
from counter_app.ui.desk.fields_form import FieldsForm
from counter_app.ui.keys import Key
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_box import FieldBox
from counter_app.ui.widgets.focus import go_on
from counter_app.ui.widgets.label import Label
from counter_app.ui.words.marks import listed

SERIAL = "core_serial"
EXPIRY_SIGNS, LAST_SIGNS = 8, 4


class LookBox(QWidget):
    """What stands only on a paper: the month its validity ends, the last four signs."""

    edited = Signal()
    left = Signal()

    def __init__(self, parts: Parts, line: ChecklistLine) -> None:
        super().__init__()
        self._theme = theme = parts.means.theme
        self.item, self._today = line.id, parts.sitting.today
        self.expiry, self.last4 = CodeField(theme, EXPIRY_SIGNS), CodeField(theme, LAST_SIGNS)
        self._note = Label(theme, "", "small", "warn", wrap=True)
        self._across = across = row(self)
        for box, asked in ((self.expiry, line.needs_expiry), (self.last4, line.needs_last4)):
            # Never shown before it has a parent: a window of its own would take the keyboard.
            if not asked:
                box.hide()
            box.edited.connect(self.edited)
            box.left.connect(self.left)
            across.addWidget(box)
        across.addWidget(self._note, 1)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        for box in (self.expiry, self.last4):
            box.setFixedWidth(self._theme.px(112))
        self._across.setSpacing(self._theme.px(8))

    def first(self) -> CodeField:
        """The first box asked."""
        return self.expiry if self.expiry.isVisibleTo(self) else self.last4

    def show_line(self, line: ChecklistLine, title: str) -> None:
        """Names, and what is noted already."""
        self.expiry.setAccessibleName(self.tr("{title} 到期月年").format(title=title))
        self.last4.setAccessibleName(self.tr("{title} 末四位").format(title=title))
        self.expiry.setPlaceholderText(self.tr("月年四位"))
        self.last4.setPlaceholderText(self.tr("末四位"))
        if line.last4 and not self.last4.value():
            self.last4.set_value(line.last4)
        if line.valid_until and not self.expiry.value():
            self.expiry.set_value(f"{line.valid_until:%Y%m%d}")

    def result(self, line: ChecklistLine) -> ItemResult | None:
        """The line as answered; None while something is lacking. In the month itself: the day too."""
        until = expiry_typed(self.expiry.value(), self._today)
        asked = until == "day_needed"
        self._note.setText(self.tr("这个月到期，请写全：年月日八位") if asked else "")
        day = until if until != "day_needed" else None
        if (line.needs_expiry and day is None) or (
            line.needs_last4 and len(self.last4.value()) != LAST_SIGNS
        ):
            return None
        outcome = Outcome.COPIED if line.copy else Outcome.SEEN
        return ItemResult(outcome, valid_until=day, last4=self.last4.value() or None)


class ExpressForm(QFrame):
    """`settled` when a field was left: what was typed may make the business heavier."""

    settled = Signal()

    def __init__(self, parts: Parts, *, narrow: bool = False) -> None:
        super().__init__()
        self.parts, self._narrow, self._of = parts, narrow, ""
        theme = parts.means.theme
        self.form = FieldsForm(parts.means, "narrow" if narrow else "tight")
        self.originals = KeyLine(theme, (Qt.Key.Key_Space,))
        self.sentence = KeyLine(theme, (Qt.Key.Key_Return, Qt.Key.Key_Enter))
        self.serial = CodeField(theme)
        self.count = parts.count
        self.looks: dict[str, LookBox] = {}
        self._look_rows: dict[str, ExpressRow] = {}
        self._lines, self._proof, self._look_column = column(self), column(), column()
        self._wanted, self._papers = self._row(self.form), self._row(self.originals)
        self._said, self.core = self._row(self.sentence), self._row(self.serial)
        self._fields = column()
        self._fields.addWidget(self._wanted)
        self._fields.addStretch(1)
        self._lines.addLayout(self._fields)
        self._lines.addLayout(self._proof)
        self._lines.addWidget(self.core)
        self._proof.addWidget(self._papers)
        self._proof.addLayout(self._look_column)
        self._proof.addWidget(self._said)
        self._proof.addStretch(1)
        self._connect()

    def set_flat(self, flat: bool) -> None:
        """What is wanted beside what proves it, where width is there and height is not."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(across if flat else down)
        self._lines.setSpacing(self.parts.means.theme.px(8) if flat else 0)
        self._lines.setStretchFactor(self._fields, 3 if flat else 0)
        self._lines.setStretchFactor(self._proof, 2 if flat else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that a field let through: it goes on to the next one, and counts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.count.moved_on()
        super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        self.count.moved_on()
        return super().focusNextPrevChild(following)

    def render_case(self) -> None:
        """Everything as the case stands."""
        case = self.parts.case
        if not case.is_open:
            return
        opened, run, runner = case.at_hand()
        if opened.case.subject != self._of:
            self._of = opened.case.subject
            self.form.clear()
            self.count.start(self._of)
            self.serial.set_value(run.core_serial or "")
            self._drop_looks(())
        fields = self.fields()
        self.form.show_lines(fields, self.parts.sitting.today, locked=case.read_only)
        self._wanted.setVisible(bool(fields))
        self._wanted.show_words("")
        self._wanted.state.hide()
        lines = runner.checklist(run)
        self._show_papers(lines)
        self._show_looks(lines)
        self._show_sentence(run)
        self._show_serial(run)
        self._chain()

    def render_serial(self) -> bool:
        """The serial alone, as at the core step of the standard way; whether one is expected."""
        _opened, run, _runner = self.parts.case.at_hand()
        self._show_serial(run)
        return not self.core.isHidden()

    def fields(self) -> tuple[FieldLine, ...]:
        """The fields of need and details together."""
        _opened, run, runner = self.parts.case.at_hand()
        return (*runner.fields(run, StepId.NEED), *runner.fields(run, StepId.DETAILS))

    def first_focus(self) -> QWidget | None:
        """The first thing that waits."""
        empty = self.form.first_open()
        if empty is not None and not empty.value():
            return empty
        waiting = [box.first() for box in self.looks.values() if not box.first().value()]
        if self._open_papers():
            return self.originals
        if waiting:
            return waiting[0]
        return self.sentence if self._unread() else self.serial

    def spot(self, where: str, step: StepId) -> QWidget | None:
        """What is focused for a fault or a place."""
        if step is StepId.READ_BACK or where == "sentence":
            return self.sentence
        if where == SERIAL or step is StepId.CORE:
            return self.serial
        if where in self.looks:
            return self.looks[where].first()
        return self.form.box(where) or self.originals

    def place_code(self) -> str:
        """The code of what has the focus."""
        if self.serial.hasFocus():
            return SERIAL
        if self.sentence.hasFocus():
            return "sentence"
        looked = [code for code, box in self.looks.items() if box.isAncestorOf(self.focusWidget())]
        return looked[0] if looked else self.form.focused_field()

    def take_serial(self, text: str) -> None:
        """A serial scanned or pasted whole."""
        self.serial.set_value(text)
        self._serial_edited(self.serial.value())
        self.parts.case.keep()

    def not_confirmed(self) -> None:
        """The customer did not answer the sentence: so recorded, and on."""
        self._change(express.read_back_unanswered)
        self.serial.setFocus()

    def _row(self, content: QWidget) -> ExpressRow:
        made = ExpressRow(self.parts.means.theme, content, narrow=self._narrow)
        if self._narrow and content is not self.serial:
            made.set_brief()
        return made

    def _connect(self) -> None:
        self.form.edited.connect(self._field_edited)
        self.form.left.connect(lambda _field: self._left())
        self.serial.edited.connect(self._serial_edited)
        self.serial.left.connect(self._left)
        self.originals.answered.connect(self._tick_together)
        self.sentence.answered.connect(self._answered)
        self.parts.case.changed.connect(self._run_changed)

    def _run_changed(self) -> None:
        if self.isVisible():
            self.render_case()

    def _left(self) -> None:
        if self.parts.case.is_open:
            self.parts.case.keep()
            self.settled.emit()

    def _change(self, move: Callable[[RunState], RunState], key: str = "") -> None:
        _opened, run, _runner = self.parts.case.at_hand()
        self.parts.case.change(move(run), key)

    def _field_edited(self, field: str, raw: str) -> None:
        box: Box | None = self.form.box(field)
        if isinstance(box, FieldBox):
            self.count.typed()
        else:
            self.count.pressed()
        self._change(lambda run: run.with_value(field, raw), f"express.{field}")

    def _serial_edited(self, raw: str) -> None:
        self.count.typed()
        today, pattern = self.parts.sitting.today, self.parts.means.serial_pattern
        serial = whole_serial(pattern, today, raw) or None
        self._change(lambda run: replace(run, core_serial=serial, serial_later=False), SERIAL)

    def _tick_together(self) -> None:
        self.count.pressed()
        _opened, _run, runner = self.parts.case.at_hand()
        self._change(lambda run: express.tick_together(runner, run))
        self.parts.case.keep()
        go_on(self)

    def _answered(self) -> None:
        self.count.pressed()
        _opened, _run, runner = self.parts.case.at_hand()
        self._change(lambda run: express.read_back_answered(runner, run))
        self.parts.case.keep()
        self.serial.setFocus(Qt.FocusReason.TabFocusReason)

    def _looked(self, code: str) -> None:
        _opened, run, runner = self.parts.case.at_hand()
        line = next((one for one in runner.checklist(run) if one.id == code), None)
        self.count.typed()
        if line is None:
            return
        result = self.looks[code].result(line)
        if result is not None:
            self.parts.case.change(run.with_result(code, result), f"look.{code}")
        elif code in run.results:
            self.parts.case.change(run.without_result(code), f"look.{code}")

    def _open_papers(self) -> bool:
        _opened, run, runner = self.parts.case.at_hand()
        return express.tick_together(runner, run) != run

    def _unread(self) -> bool:
        _opened, run, runner = self.parts.case.at_hand()
        return any(
            line.state in (RowState.UNSEEN, RowState.CHANGED) for line in runner.read_back(run)
        )

    def _show_papers(self, lines: tuple[ChecklistLine, ...]) -> None:
        _opened, run, runner = self.parts.case.at_hand()
        looks = {one.id for one in express.look_lines(runner, run)}
        plain = [one for one in lines if one.need is Need.REQUIRED and one.id not in looks]
        titles = listed([self.parts.means.say(one.title) for one in plain])
        words = self.tr("{titles}，{count} 件").format(titles=titles, count=len(plain))
        self.originals.set_words(words)
        done = all(one.settled for one in plain)
        self._papers.show_words(
            self.tr("原件均已验"), self.tr("低风险的项一键勾齐；“必看”的不在其内")
        )
        said = self.tr("已验 {count} 件").format(count=len(plain)) if done else self.tr("未验")
        self._papers.show_state(done, said, "Space")
        self._papers.setVisible(bool(plain))

    def _show_looks(self, lines: tuple[ChecklistLine, ...]) -> None:
        _opened, run, runner = self.parts.case.at_hand()
        kept = {one.id for one in express.look_lines(runner, run)}
        self._drop_looks(kept)
        for line in lines:
            if line.id not in kept:
                continue
            if line.id not in self.looks:
                self._add_look(line)
            title = self.parts.means.say(line.title)
            self.looks[line.id].show_line(line, title)
            self._look_rows[line.id].show_words(title, self.tr("必看：照证件上写的键入"))
            words = self.tr("已看") if line.settled else self.tr("待看")
            self._look_rows[line.id].show_state(line.settled, words)

    def _add_look(self, line: ChecklistLine) -> None:
        box = LookBox(self.parts, line)
        box.edited.connect(lambda code=line.id: self._looked(code))
        box.left.connect(self._left)
        self.looks[line.id] = box
        made = self._row(box)
        self._look_rows[line.id] = made
        self._look_column.addWidget(made)
        made.show()

    def _drop_looks(self, kept: object) -> None:
        names = set(kept)  # type: ignore[call-overload]
        for code in [code for code in self.looks if code not in names]:
            self.looks.pop(code)
            gone = self._look_rows.pop(code)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()

    def _show_sentence(self, run: RunState) -> None:
        _opened, _run, runner = self.parts.case.at_hand()
        say, rows = self.parts.means.say, runner.read_back(run)
        told = listed(
            [f"{say(one.label)} {say(one.lines[0]) if one.lines else ''}" for one in rows]
        )
        quoted = self.tr("“{told}，对吗？”").format(told=told)
        self.sentence.set_words(quoted)
        done = bool(rows) and not self._unread()
        words = self.tr("客户已应") if done else self.tr("待答")
        self._said.show_words(
            self.tr("一句核对"), self.tr("没应答记“未确认”：{key}").format(key="Alt+X")
        )
        self._said.show_state(done, words, "Enter")
        self._said.setVisible(bool(rows))

    def _show_serial(self, run: RunState) -> None:
        _opened, _run, runner = self.parts.case.at_hand()
        wanted = runner.procedure.spec.core.serial == "expected"
        pattern, today = self.parts.means.serial_pattern, self.parts.sitting.today
        hint = self.tr("扫凭证、粘贴或键入")
        if pattern:
            hint = self.tr("{start} 扫凭证、粘贴或末 {count} 位").format(
                start=serial_start(pattern, today), count=pattern.count(SIGN)
            )
        self.serial.setAccessibleName(self.tr("核心流水号"))
        if not self.serial.hasFocus() and self.serial.value() != (run.core_serial or ""):
            self.serial.set_value(run.core_serial or "")
        self.core.show_words(self.tr("核心流水号"), hint)
        done = bool(run.core_serial) or run.serial_later
        words = self.tr("稍后补") if run.serial_later else (run.core_serial or self.tr("待填"))
        self.core.show_state(done, words, "" if done else Key.SERIAL_LATER.value)
        self.core.setVisible(wanted)

    def _chain(self) -> None:
        """Tab and Enter go from top to bottom, also past what came later."""
        looks = [box for look in self.looks.values() for box in (look.expiry, look.last4)]
        boxes = [self.form.box(one.id) for one in self.fields()]
        order = [*boxes, self.originals, *looks, self.sentence, self.serial]
        shown = [one for one in order if one is not None]
        for before, after in pairwise(shown):
            QWidget.setTabOrder(before, after)
