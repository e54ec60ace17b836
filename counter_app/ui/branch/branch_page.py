"""网点: every terminal with how far it is, its version, clock, signatures, quarantine; how old it is.

Renders what the branch answers and says why there is no answer: rows stay with their time, and never an
empty list. Below them stands what is in quarantine, while something is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.domain.staff_naming import named
from counter_app.journal.chain import ChainHead
from counter_app.services.accounts import staff_names
from counter_app.services.branch_health import Health
from counter_app.services.branch_ports import BranchHead, TerminalState
from counter_app.services.counter import Counter
from counter_app.services.reaching import Reached
from counter_app.services.vouching import JournalKey, journal_keys, vouch
from counter_app.ui.branch.quarantine_pane import QuarantinePane
from counter_app.ui.branch.terminal_rows import (
    Holding,
    exchange_words,
    forked_words,
    key_words,
    terminal_columns,
    terminal_row,
)
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.keys import HelpRow
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.states import Banner, EmptyState
from counter_app.ui.widgets.table import Table
from counter_app.ui.work import AskBranch

AGAIN, VOUCH = "Ctrl+R", "Alt+K"
EVERY_MS = 4000
"""While the page is on show: as often as terminals meet their branch."""


@dataclass(frozen=True, slots=True)
class BranchMeans:
    """How the branch is asked, and how it stands; None on a PC that stands alone."""

    ask: AskBranch
    health: Callable[[], Health | None]


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of the journals held here, and the names of those who vouched."""

    keys: Mapping[str, JournalKey] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def who(self, actor: str) -> str:
        """Name and number."""
        number = actor.partition("/")[2]
        return named(self.names.get(number, ""), number)


@dataclass(frozen=True, slots=True)
class _Answer:
    terminals: tuple[TerminalState, ...]
    heads: Mapping[str, BranchHead]


class BranchPage(Page):
    """`said` with what was settled, or vouched for."""

    said = Signal(str)

    def __init__(self, ground: Ground, means: BranchMeans) -> None:
        super().__init__(ground.theme, "branch")
        self.ground, self._means = ground, means
        self._answer: _Answer | None = None
        self._mine: Mapping[str, ChainHead] = {}
        self._keys = _Keys()
        self._at = ""
        self._asking = False
        self.fill_whole()
        self.line = Label(self.theme, "", "body", wrap=True)
        self.forked = Banner(self.theme)
        self.banner = Banner(self.theme)
        self.refused = Banner(self.theme)
        self.table = Table(self.theme, "", terminal_columns())
        self.none = EmptyState(self.theme, "database", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.none)
        self.table.moved.connect(lambda _code: self._show_key())
        self.key = Label(self.theme, "", "body", "ink2", wrap=True)
        self.quarantine = QuarantinePane(ground)
        self.quarantine.said.connect(self.said)
        self.quarantine.changed.connect(self.offers_changed)
        self._top = column()
        self._top.addWidget(self.line)
        self._top.addWidget(self.forked)
        self._top.addWidget(self.banner)
        self.body.addLayout(self._top)
        self.body.addWidget(self._stack, 1)
        self._under = column()
        self._under.addWidget(self.refused)
        self._under.addWidget(self.key)
        self.body.addLayout(self._under)
        self.body.addWidget(self.quarantine, 1)
        self._again = QTimer(self)
        self._again.setInterval(EVERY_MS)
        self._again.timeout.connect(self._ask_branch)
        self.retranslate()
        self.theme.follow(self._space)

    def title(self) -> str:
        return self.tr("网点")

    def first_focus(self) -> QWidget | None:
        if self.quarantine.waits:
            return self.quarantine.table
        return self.table if self._answer is not None else None

    def entered(self) -> None:
        self.refused.set_words("")
        self.refresh()

    def offers(self) -> Sequence[Action]:
        again = Action("branch.again", self.tr("重新读入"), self.refresh, AGAIN)
        return [again, *self._key_offers(), *self.quarantine.offers()]

    def help_rows(self) -> Sequence[HelpRow]:
        return [HelpRow("↑ ↓", self.tr("看各终端，下面是它的签名钥匙"))]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()

    def refresh(self) -> None:
        """Read what is here and ask the branch again; what is on show stays until it has answered."""
        self.quarantine.refresh()
        self.ground.work.do(self, told(_read_keys), self._keys_read)
        self._ask_branch()

    def _ask_branch(self) -> None:
        self._show_line()
        if self._asking:
            return
        self._asking = True
        self.ground.work.do(self, told(_heads), self._own_read)

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("各终端"))
        self.table.rows.columns = terminal_columns()
        self.quarantine.retranslate()
        self._show_line()
        self._show()

    def _space(self) -> None:
        px = self.theme.px
        self._top.setContentsMargins(px(16), px(8), px(16), px(8))
        self._top.setSpacing(px(8))
        self._under.setContentsMargins(px(16), 0, px(16), px(8))

    def _own_read(self, answer: Mapping[str, ChainHead] | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._took(answer)
            return
        self._mine = answer
        self._means.ask(self, _ask, self._took)

    def _took(self, answer: _Answer | Refusal) -> None:
        self._asking = False
        if isinstance(answer, Refusal):
            self._say_fault(answer)
            return
        self._answer = answer
        self._at = branch_time(self.ground.now()).strftime("%H:%M:%S")
        self.banner.set_words("")
        self._show()
        self._show_line()

    def _say_fault(self, refusal: Refusal) -> None:
        sentence = self.ground.tell(refusal)
        if self._answer is None:
            self.none.set_words(sentence, (AGAIN, self.tr("重新读入")))
            self._stack.setCurrentWidget(self.none)
            return
        kept = self.tr("{why}。下面是 {at} 时的").format(why=sentence, at=self._at)
        self.banner.set_words(kept, "wifi-off", "warn")

    def _show_line(self) -> None:
        health = self._means.health()
        self.line.setText(exchange_words(health, self.ground.now()))
        forked = health is not None and health.state == "forked"
        self.forked.set_words(forked_words() if forked else "", "triangle-alert", "warn")

    def _show(self) -> None:
        answer = self._answer
        if answer is None:
            if self._stack.currentWidget() is not self.none:
                self.none.set_words(self.tr("正在问网点库"))
                self._stack.setCurrentWidget(self.none)
            return
        rows = [terminal_row(one, self._holding(answer)) for one in answer.terminals]
        self.table.rows.set_rows(rows)
        self._stack.setCurrentWidget(self.table)
        self._show_key()

    def _holding(self, answer: _Answer) -> Holding:
        health = self._means.health()
        unsound = health.unsound if health is not None else ()
        own = int(self.ground.terminal)
        return Holding(answer.heads, self._mine, unsound, own, self._keys.keys)

    def _chosen(self) -> TerminalState | None:
        code = self.table.current_code()
        terminals = self._answer.terminals if self._answer else ()
        return next((one for one in terminals if f"{one.terminal:02d}" == code), None)

    def _show_key(self) -> None:
        """The key of the chosen terminal: an administrator compares it at that PC."""
        chosen, answer = self._chosen(), self._answer
        words = ""
        if chosen is not None and answer is not None:
            words = key_words(chosen, self._holding(answer), self._keys.who)
        if words != self.key.text():
            self.offers_changed.emit()
        self.key.setText(words)
        self.key.setVisible(bool(words))

    def _key_offers(self) -> Sequence[Action]:
        chosen = self._chosen()
        if chosen is None or not self.ground.acting.may(Right.MANAGE_TERMINALS):
            return []
        keys = [self._keys.keys[one] for one in chosen.journals if one in self._keys.keys]
        if all(one.standing != "pinned" for one in keys):
            return []
        return [Action("branch.vouch", self.tr("钥匙对过，作保"), self._vouch, VOUCH)]

    def _vouch(self) -> None:
        chosen, acting = self._chosen(), self.ground.acting
        if chosen is None:
            return
        journals = tuple(chosen.journals)

        def took(answer: Mapping[str, JournalKey] | Refusal) -> None:
            if isinstance(answer, Refusal):
                self.refused.set_words(self.ground.tell(answer), "circle-x", "bad")
                return
            self.refused.set_words("")
            self.said.emit(self.tr("已为终端 {0:02d} 的签名作保").format(chosen.terminal))
            self.refresh()

        self.ground.work.do(self, told(lambda one: vouch(one, acting, journals)), took)

    def _keys_read(self, answer: _Keys | Refusal) -> None:
        if not isinstance(answer, Refusal):
            self._keys = answer
            self._show()


def _heads(counter: Counter) -> Mapping[str, ChainHead]:
    return dict(counter.store.heads())


def _read_keys(counter: Counter) -> _Keys:
    return _Keys(journal_keys(counter), staff_names(counter))


def _ask(reached: Reached) -> _Answer:
    return _Answer(tuple(reached.office.terminals()), dict(reached.shelf.heads()))
