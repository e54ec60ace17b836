"""隔离的记录: who wrote what in a losing end, and settling each by key.

Renders what waits and forwards; who may settle is decided by services. Hidden while nothing waits.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.staff_naming import named
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.journal.folds.upkeep import QuarantineView
from counter_app.services import in_quarantine, settling
from counter_app.services.accounts import staff_names
from counter_app.services.counter import Acting, Counter
from counter_app.services.in_quarantine import Waiting
from counter_app.ui.branch.quarantine_words import business_words, said_words
from counter_app.ui.customers.case_words import day_and_time
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.supervision.event_words import Wording, who_words
from counter_app.ui.supervision.then_rows import item_titles
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner
from counter_app.ui.widgets.table import Column, Table, TableRow

DROP = "Alt+R"


@dataclass(frozen=True, slots=True)
class Read:
    """What waits, with what its codes are called: the staff, the services, the procedures' lines."""

    lines: tuple[Waiting, ...] = ()
    staff: Mapping[str, str] = field(default_factory=dict)
    runners: Mapping[tuple[str, str], ProcedureRunner] = field(default_factory=dict)


class QuarantinePane(QWidget):
    """`said` with what just happened; `changed` when there is more or less to settle."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        self._read = Read()
        theme = ground.theme
        self._heading = Label(theme, "", "strong")
        self.banner = Banner(theme)
        self.table = Table(theme, "", self._columns())
        self.table.moved.connect(lambda _code: self._show_chosen())
        self._detail = Label(theme, "", "body", "ink2", wrap=True)
        self._column = column(self)
        for one in (self._heading, self.banner):
            self._column.addWidget(one)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._detail)
        self.setVisible(False)
        theme.follow(self._space)

    @property
    def waits(self) -> int:
        """How many entries wait to be settled."""
        return len(self._read.lines)

    def refresh(self) -> None:
        """Read again what waits, for who may look."""
        acting = self.ground.acting
        if in_quarantine.may_look(acting):
            self.ground.work.do(self, told(lambda counter: _read(counter, acting)), self._took)

    def retranslate(self) -> None:
        """The words again, in the language of the window."""
        self.table.setAccessibleName(self.tr("隔离的记录"))
        self.table.rows.columns = self._columns()
        self._show()

    def offers(self) -> Sequence[Action]:
        """Settling the chosen entry."""
        if not self.waits:
            return []
        return [
            Action("quarantine.drop", self.tr("不算，写原因"), self._ask_why, DROP),
            Action("quarantine.again", self.tr("照样记"), self._enter, Key.NEXT, "primary"),
        ]

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("时间"), 112),
            Column(self.tr("谁"), 128),
            Column(self.tr("业务"), 128),
            Column(self.tr("写了什么")),
        )

    def _took(self, answer: Read | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.banner.set_words(self.ground.tell(answer), "circle-x", "bad")
            self.setVisible(True)
            return
        before = self.waits
        self._read = answer
        if answer.lines or before:
            self._show()
        if before != self.waits:
            self.changed.emit()

    def _show(self) -> None:
        self._heading.setText(self.tr("隔离的记录：{n} 条待定").format(n=self.waits))
        self.table.rows.set_rows([self._row(one) for one in self._read.lines])
        self.setVisible(bool(self.waits))
        if self.waits and self._current() is None:
            self.table.select(self._read.lines[0].losing.hash)
        self._show_chosen()

    def _row(self, waiting: Waiting) -> TableRow:
        losing = waiting.losing
        at = day_and_time(losing.occurred_at, self.ground.today())
        who = who_words(losing.actor, self._wording(waiting))
        what = said_words(waiting, self._wording(waiting)).what
        return TableRow(losing.hash, (at, who, business_words(waiting), what))

    def _show_chosen(self) -> None:
        waiting = self._current()
        if waiting is None:
            self._detail.setText("")
            return
        said = said_words(waiting, self._wording(waiting))
        self._detail.setText("  ".join(one for one in (said.what, said.evidence) if one))

    def _wording(self, waiting: Waiting) -> Wording:
        """`teller` is who wrote it: the name stands in its own column."""
        language = self.ground.language()
        runner = self._read.runners.get(waiting.version) if waiting.version else None
        titles = item_titles(runner, language) if runner else {}
        names = self._read.staff
        service = runner.procedure.spec.title if runner else None
        return Wording(
            language,
            lambda code: titles.get(code.partition("@")[0], code),
            lambda code: service.into(language) if service else code,
            lambda number: named(names.get(number, ""), number),
            waiting.losing.actor.partition("/")[2],
        )

    def _current(self) -> Waiting | None:
        code = self.table.current_code()
        return next((one for one in self._read.lines if one.losing.hash == code), None)

    def _enter(self) -> None:
        acting = self.ground.acting
        self._settle(
            lambda counter, one: settling.enter_again(
                counter, acting, one.quarantine, one.losing.hash
            ),
            self.tr("已照样记下"),
        )

    def _ask_why(self) -> None:
        if self._current() is not None:
            DropDialog(self.ground, self.window(), self._drop).open()

    def _drop(self, reason: str) -> None:
        acting = self.ground.acting
        self._settle(
            lambda counter, one: settling.drop_by_name(
                counter, acting, one.quarantine, one.losing.hash, reason
            ),
            self.tr("已记为不算"),
        )

    def _settle(
        self, way: Callable[[Counter, Waiting], QuarantineView | Refusal], words: str
    ) -> None:
        one = self._current()
        if one is None:
            return

        def took(answer: QuarantineView | Refusal) -> None:
            if isinstance(answer, Refusal):
                self.banner.set_words(self.ground.tell(answer), "circle-x", "bad")
            else:
                self.banner.set_words("")
                self.said.emit(words)
            self.refresh()

        self.ground.work.do(self, told(lambda counter: way(counter, one)), took)

    def _space(self) -> None:
        px = self.ground.theme.px
        self._column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setSpacing(px(8))


class DropDialog(Dialog):
    """Why an entry does not count: one line of words, needed. Calls `done` with it."""

    def __init__(self, ground: Ground, owner: QWidget, done: Callable[[str], None]) -> None:
        super().__init__(ground.theme, owner, "")
        self._ground, self._done = ground, done
        self.retitle(self.tr("这一条不算"))
        self.reason = TextField(ground.theme)
        hint = self.tr("留在记录里，原来的内容不删")
        self._row = FieldRow(ground.theme, self.tr("原因"), self.reason, hint)
        self.body.addWidget(self._row)
        self.add_action(self.tr("不算"), self._accept, Key.NEXT, "primary")
        self.focus_first(self.reason)

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self._row.set_error(self._ground.tell(Refusal("reason_needed")))
            self.reason.setFocus()
            return
        self.accept()
        self._done(reason)


def _read(counter: Counter, acting: Acting) -> Read | Refusal:
    lines = in_quarantine.waiting(counter, acting)
    if isinstance(lines, Refusal) or not lines:
        return lines if isinstance(lines, Refusal) else Read()
    runners = {}
    for version in {one.version for one in lines if one.version}:
        runner = counter.shelf.runner(*version)
        if runner is not None:
            runners[version] = runner
    return Read(lines, staff_names(counter), runners)
