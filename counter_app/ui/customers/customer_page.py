"""The page of a customer: masked facts, the history of cases, and conflicts that nobody has settled.

Renders what the reader gives; changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.staff_naming import named
from counter_app.journal.codec import Happened
from counter_app.journal.folds.presence import CustomerView
from counter_app.services.read_models import CaseLine, CustomerLine, Reader, StaffLine
from counter_app.ui.customers.case_words import case_state, day_and_time, time_used
from counter_app.ui.customers.customer_facts import (
    Conflict,
    Version,
    conflicts_of,
    customer_facts,
)
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.customers.service_names import ServiceNames
from counter_app.ui.customers.settling import Settling
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.widgets.badge import Mark
from counter_app.ui.widgets.base import clear, column, reveal
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import FactList, PaneHead, SectionFrame
from counter_app.ui.widgets.states import Banner, EmptyState
from counter_app.ui.widgets.table import Column, Table, TableRow
from counter_app.ui.widgets.visit_head import VisitHead
from counter_app.ui.words.marks import listed

HISTORY = 50


@dataclass(frozen=True, slots=True)
class CustomerRead:
    """All that the page shows, read in one go."""

    view: CustomerView
    history: tuple[Happened, ...]
    cases: tuple[CaseLine, ...]
    staff: tuple[StaffLine, ...]
    doubles: tuple[CustomerLine, ...] = ()


class CustomerPage(Page):
    """`case_wanted` when a case was opened, `left` on the key that leads back."""

    case_wanted = Signal(str)
    left = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground.theme, "customers.customer")
        self.ground = ground
        self._subject = ""
        self.settling = Settling(ground, self)
        self._shown_conflicts: Sequence[Conflict] = ()
        self._read: CustomerRead | None = None
        self._names = ServiceNames(ground, self)
        self.table = Table(ground.theme, "", self._columns())
        self.none = EmptyState(ground.theme, "inbox", "")
        self.trouble = EmptyState(ground.theme, "triangle-alert", "")
        self.conflict = Banner(ground.theme)
        self._top = VisitHead(ground.theme)
        self._stack = QStackedWidget()
        self._aside = QWidget()
        self._facts_head = PaneHead(ground.theme, "user", "")
        self._facts_frame = SectionFrame(ground.theme)
        self._facts = FactList(ground.theme)
        self._conflicts = SectionFrame(ground.theme)
        self._build()
        self.retranslate()
        ground.theme.follow(self._restyle_own)

    def title(self) -> str:
        return self.tr("客户")

    def first_focus(self) -> QWidget | None:
        return self.table if self._stack.currentWidget() is self.table else None

    def offers(self) -> Sequence[Action]:
        return [
            Action("customer.back", self.tr("返回"), self.left.emit, Key.BACK, "back"),
            *self.settling.actions(self._subject, self._shown_conflicts, self._doubles()),
            Action("customer.open", self.tr("打开业务"), self._open_current, Key.NEXT, "primary"),
            Action("customer.again", self.tr("重新读入"), self.refresh, "Ctrl+R", "hidden"),
        ]

    def help_rows(self) -> Sequence[HelpRow]:
        return [HelpRow("↑ ↓ Enter", self.tr("选一笔业务，打开"))]

    def context(self) -> Sequence[QWidget]:
        if self._read is None:
            return ()
        return (self._aside,)

    def show_customer(self, subject: str) -> None:
        """Show this customer; nothing of another one stays meanwhile."""
        if subject != self._subject:
            self._read = None
            self._show()
        self._subject = subject
        self._names.load()
        self.refresh()

    def forget(self) -> None:
        """Nothing of the customer stays in the window."""
        self._subject, self._read = "", None
        self._show()

    def refresh(self) -> None:
        """Read the customer again."""
        subject = self._subject
        if not subject:
            return

        def job(reader: Reader) -> CustomerRead | None:
            return read_customer(reader, subject)

        self.ground.work.read(
            self, "customer", told(job), lambda answer: self._took(subject, answer)
        )

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("办过的业务"))
        self.table.rows.columns = self._columns()
        self.none.set_words(self.tr("还没有办过业务"))
        self._facts_head.set_title(self.tr("客户资料"))
        self._show()

    def _build(self) -> None:
        self._facts_frame.body.addWidget(self._facts)
        aside = column(self._aside)
        for part in (self._facts_head, self._facts_frame, self._conflicts):
            aside.addWidget(part)
        for page in (self.table, self.none, self.trouble):
            self._stack.addWidget(page)
        self.put_head(self._top)
        self.body.addWidget(self.conflict)
        self.body.addWidget(self._stack, 1)
        self.table.opened.connect(self.case_wanted)
        self._names.changed.connect(self._show)
        self.settling.settled.connect(self.refresh)
        self.settling.refused.connect(
            lambda refusal: self.conflict.set_words(self.ground.tell(refusal), "circle-x", "bad")
        )

    def _doubles(self) -> Sequence[CustomerLine]:
        return self._read.doubles if self._read is not None else ()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("时间"), 120),
            Column(self.tr("业务")),
            Column(self.tr("受理编号"), 112),
            Column(self.tr("经办"), 96),
            Column(self.tr("用时"), 104, figures=True),
            Column(self.tr("结果"), 176),
        )

    def _took(self, subject: str, answer: CustomerRead | Refusal | None) -> None:
        if subject != self._subject:
            return
        self._read = answer if isinstance(answer, CustomerRead) else None
        if self._read is not None and self._read.view.into:
            self.show_customer(self._read.view.into)
            return
        self._show()
        if answer is None:
            self._say_trouble(self.tr("本机没有这位客户的资料"))
        elif isinstance(answer, Refusal):
            self._say_trouble(self.ground.tell(answer))

    def _say_trouble(self, sentence: str) -> None:
        self.trouble.set_words(sentence, ("Ctrl+R", self.tr("重新读入")))
        self._stack.setCurrentWidget(self.trouble)

    def _show(self) -> None:
        read = self._read
        name = (read.view.value("identity", "name") or "") if read else ""
        self._top.set_case("", name, self._marks(read))
        self.table.rows.set_rows([self._row(line) for line in read.cases] if read else [])
        self._stack.setCurrentWidget(self.table if not read or read.cases else self.none)
        self._show_facts(read)
        self.offers_changed.emit()

    def _show_facts(self, read: CustomerRead | None) -> None:
        language, today = self.ground.language(), self.ground.today()
        self._facts.set_facts(customer_facts(read.view, language, today) if read else ())
        clear(self._conflicts.body)
        conflicts: Sequence[Conflict] = ()
        if read is not None:
            conflicts = conflicts_of(read.view, read.history, self._staff_words, language, today)
        self._conflicts.set_title(self.tr("两处写得不一样") if conflicts else "")
        reveal(self._conflicts, bool(conflicts))
        for conflict in conflicts:
            self._conflicts.body.addWidget(Label(self.theme, conflict.title, "strong"))
            for version in conflict.versions:
                self._conflicts.body.addWidget(_VersionBox(self.ground, version))
        self._shown_conflicts = conflicts
        titles = listed(one.title for one in conflicts)
        told_words = []
        if conflicts:
            words = self.tr("{titles}在两个窗口改得不一样，请找原件核对，按 Alt+D 定下一份")
            told_words.append(words.format(titles=titles))
        if self._doubles():
            words = self.tr("可能重复：同一证件号还登记过 {count} 次，按 Alt+J 并成一位")
            told_words.append(words.format(count=len(self._doubles())))
        self.conflict.set_words("\n".join(told_words), "triangle-alert", "bad")

    def _marks(self, read: CustomerRead | None) -> list[Mark]:
        if read is None:
            return []
        marks = [Mark(self.tr("办过 {count} 笔").format(count=len(read.cases)), "plain", "history")]
        if read.doubles:
            marks.append(Mark(self.tr("可能重复"), "warn", "users"))
        if read.view.conflicts:
            marks.append(Mark(self.tr("资料不一致"), "bad", "triangle-alert"))
        return marks

    def _row(self, line: CaseLine) -> TableRow:
        now = self.ground.now()
        cells = (
            day_and_time(line.started_at, self.ground.today()),
            self._names.words(line.service),
            line.number,
            line.staff_name or line.staff,
            time_used(line, now, self.ground.language()),
            case_state(line, now, self.ground.longest_parked()),
        )
        return TableRow(line.subject, cells)

    def _open_current(self) -> None:
        if self.table.current_code():
            self.case_wanted.emit(self.table.current_code())

    def _staff_words(self, number: str) -> str:
        staff = self._read.staff if self._read else ()
        name = next((one.name for one in staff if one.number == number), "")
        return named(name, number)

    def _restyle_own(self) -> None:
        px = self.theme.px
        self._stack.setMinimumHeight(px(160))
        self._conflicts.body.setSpacing(px(8))


class _VersionBox(QWidget):
    """One of the values in conflict, and who wrote it."""

    def __init__(self, ground: Ground, version: Version) -> None:
        super().__init__()
        lines = column(self)
        lines.addWidget(FactList(ground.theme, version.facts))
        lines.addWidget(Label(ground.theme, version.by, "small", "ink2"))


def read_customer(reader: Reader, subject: str) -> CustomerRead | None:
    """A customer with history and cases; None when nobody is known under the subject."""
    view = reader.view(subject)
    if not isinstance(view, CustomerView) or not view.registered:
        return None
    cases = reader.cases_of_customer(subject, HISTORY)
    doubles = reader.doubles(subject)
    return CustomerRead(view, reader.history(subject), cases, reader.staff(), doubles)
