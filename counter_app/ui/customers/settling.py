"""Settling from a customer's page: which value stands, which of two registrations stays.

Owns the questions, by keys. What settles, and who may, is decided by services.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.folds.presence import CustomerView
from counter_app.services import one_customer
from counter_app.services.counter import Counter
from counter_app.services.read_models import CustomerLine
from counter_app.ui.customers.customer_facts import Conflict
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.pick_list import Pick, PickList
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.label import Label

SETTLE_KEY, JOIN_KEY = "Alt+D", "Alt+J"


class OneOfDialog(Dialog):
    """One of a few rows, by arrows and Enter."""

    def __init__(
        self, theme: Theme, owner: QWidget, heads: tuple[str, str], picks: Sequence[Pick]
    ) -> None:
        super().__init__(theme, owner, heads[0])
        self.rows = PickList(theme, heads[0])
        self.rows.set_picks(picks)
        self.body.addWidget(Label(theme, heads[1], "body", "ink2", wrap=True))
        self.body.addWidget(self.rows)
        self.rows.picked.connect(lambda _code: self.accept())
        self.focus_first(self.rows)
        self.rows.setFixedHeight(max(self.rows.height_for(len(picks)), theme.px(52)))


class Settling(QObject):
    """The actions of a customer's page. `settled` when an entry was written; `refused` with why not."""

    settled = Signal()
    refused = Signal(object)

    def __init__(self, ground: Ground, owner: QWidget) -> None:
        super().__init__(owner)
        self.ground, self._owner = ground, owner

    def actions(
        self, customer: str, conflicts: Sequence[Conflict], doubles: Sequence[CustomerLine]
    ) -> list[Action]:
        """What there is to settle, for who serves."""
        if not self.ground.acting.may(Right.SERVE):
            return []
        found = []
        if conflicts:
            words = self.tr("定下一份")
            ask = partial(self._ask_which, customer, conflicts)
            found.append(Action("customer.settle", words, ask, SETTLE_KEY))
        if doubles:
            words = self.tr("并成一位")
            ask = partial(self._ask_double, customer, doubles)
            found.append(Action("customer.join", words, ask, JOIN_KEY))
        return found

    def _ask_which(self, customer: str, conflicts: Sequence[Conflict]) -> None:
        picks = [
            Pick(f"{one.group} {version.entry}", _facts(version.facts), version.by, one.title)
            for one in conflicts
            for version in one.versions
        ]
        heads = (self.tr("以哪一份为准"), self.tr("请看原件。另一份留在记录里"))
        dialog = OneOfDialog(self.ground.theme, self._owner.window(), heads, picks)
        dialog.rows.picked.connect(lambda code: self._settle(customer, code))
        dialog.open()

    def _ask_double(self, customer: str, doubles: Sequence[CustomerLine]) -> None:
        picks = [
            Pick(one.subject, one.name, f"{one.masked_number or ''}  {one.masked_phone or ''}")
            for one in doubles
        ]
        heads = (
            self.tr("把哪一份并进来"),
            self.tr("证件号相同，是同一位客户。并进来以后，两份的业务都列在这一份"),
        )
        dialog = OneOfDialog(self.ground.theme, self._owner.window(), heads, picks)
        dialog.rows.picked.connect(lambda code: self._join(customer, code))
        dialog.open()

    def _settle(self, customer: str, code: str) -> None:
        group, _space, entry = code.partition(" ")
        acting = self.ground.acting

        def job(counter: Counter) -> CustomerView | Refusal:
            return one_customer.settle(counter, acting, customer, group, entry)

        self.ground.work.do(self, told(job), self._answered)

    def _join(self, customer: str, double: str) -> None:
        acting = self.ground.acting

        def job(counter: Counter) -> CustomerView | Refusal:
            return one_customer.join(counter, acting, customer, double)

        self.ground.work.do(self, told(job), self._answered)

    def _answered(self, answer: CustomerView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
        else:
            self.settled.emit()


def _facts(facts: Sequence[Fact]) -> str:
    return "  ".join(f"{one.label} {one.words}" for one in facts)
