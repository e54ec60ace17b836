"""The plain home of staff without pages of their own, and the profile as a page for everybody."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.staff_naming import named
from counter_app.services.read_models import CaseLine
from counter_app.ui.customers.case_words import case_state, day_and_time, time_used
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.customers.search_pane import SearchPane
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.profile.appearance import AppearancePort
from counter_app.ui.profile.password_dialog import PasswordPort
from counter_app.ui.profile.profile_panel import PASSWORD_KEY, ProfilePanel
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.page import Page
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import FactList


class CaseCard(QFrame):
    """A found case in a few facts; hidden while none is chosen."""

    def __init__(self, ground: Ground, service_words: Callable[[str], str]) -> None:
        super().__init__()
        self.ground, self._service_words = ground, service_words
        self.setProperty("card", True)
        self._number = Label(ground.theme, "", "head")
        self._facts = FactList(ground.theme)
        self._column = column(self)
        self._column.addWidget(self._number)
        self._column.addWidget(self._facts)
        self._column.addStretch(1)
        self.hide()
        ground.theme.follow(self._restyle)

    def show_case(self, line: CaseLine | None) -> None:
        """Tell this case, or nothing."""
        self.setVisible(line is not None)
        if line is not None:
            self._number.setText(line.number)
            self._facts.set_facts(self._told(line))

    def _told(self, line: CaseLine) -> Sequence[Fact]:
        now, today = self.ground.now(), self.ground.today()
        facts = (
            Fact(self.tr("业务"), self._service_words(line.service)),
            Fact(self.tr("客户"), line.holder_name),
            Fact(self.tr("状态"), case_state(line, now, self.ground.longest_parked()).words),
            Fact(self.tr("经办"), named(line.staff_name, line.staff)),
            Fact(self.tr("窗口"), line.window),
            Fact(self.tr("开始"), day_and_time(line.started_at, today)),
            Fact(self.tr("用时"), time_used(line, now, self.ground.language())),
            Fact(self.tr("拟来日期"), line.notice_on or ""),
        )
        return [fact for fact in facts if fact.words]

    def _restyle(self) -> None:
        px = self.ground.theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(8))
        self.setMinimumWidth(px(304))


class ProfilePage(Page):
    """One's own profile. `said` with what just happened."""

    said = Signal(str)

    def __init__(
        self,
        ground: Ground,
        appearance: AppearancePort,
        passwords: PasswordPort,
        code: str = "profile",
    ) -> None:
        super().__init__(ground.theme, code)
        self.ground = ground
        self.panel = ProfilePanel(ground, appearance, passwords)
        self.panel.said.connect(self.said)
        self.body.addWidget(self.panel)
        self.body.addStretch(1)

    def title(self) -> str:
        return self.tr("我的资料")

    def entered(self) -> None:
        self.panel.refresh()

    def refresh(self) -> None:
        self.panel.refresh()

    def offers(self) -> Sequence[Action]:
        ask = self.panel.ask_password
        return [Action("profile.password", self.tr("改密码"), ask, PASSWORD_KEY, "hidden")]

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.panel.set_compact(compact)

    def retranslate(self) -> None:
        self.panel.retranslate()


class HomePage(ProfilePage):
    """Search above, the profile below it; the profile gives way to results.

    `customer_wanted` when a customer was opened. A case is told beside the results.
    """

    customer_wanted = Signal(str)
    wide = True

    def __init__(self, ground: Ground, appearance: AppearancePort, passwords: PasswordPort) -> None:
        super().__init__(ground, appearance, passwords, "home")
        self.search = SearchPane(ground)
        self.case = CaseCard(ground, self.search.service_words)
        self._found = row()
        self._found.addWidget(self.search, 1)
        self._found.addWidget(self.case)
        self.body.insertLayout(0, self._found)
        self.search.searching.connect(self._searching)
        self.search.chosen.connect(self._chosen)
        self.search.opened.connect(self._opened)
        ground.theme.follow(self._space)

    def title(self) -> str:
        return self.tr("首页")

    def first_focus(self) -> QWidget | None:
        return self.search.field

    def entered(self) -> None:
        super().entered()
        self.search.load()

    def help_rows(self) -> Sequence[HelpRow]:
        return [HelpRow("Enter", self.tr("到查找结果"))]

    def offers(self) -> Sequence[Action]:
        actions = list(super().offers())
        if self.search.table.current_code().startswith("customer/"):
            words, run = self.tr("打开客户"), self._open_current
            actions.append(Action("home.open", words, run, Key.NEXT, "primary"))
        return actions

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._found.setDirection(under if compact else beside)
        self._space()

    def open_case(self, subject: str) -> None:
        """Find a case again by its number: it is told beside the results."""
        self.ground.work.read(
            self, "home.case", told(lambda reader: reader.number_of(subject)), self._look_for
        )

    def forget(self) -> None:
        """Nothing that was looked for stays in the window."""
        self.search.clear()

    def retranslate(self) -> None:
        super().retranslate()
        self.search.retranslate()
        self.case.show_case(self.search.current_case())

    def _look_for(self, answer: str | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.said.emit(self.ground.tell(answer))
        elif answer:
            self.search.look_for(answer)

    def _searching(self, searching: bool) -> None:
        self.panel.setVisible(not searching)
        self.body.setStretch(0, int(searching))
        self.body.setStretch(self.body.count() - 1, int(not searching))

    def _chosen(self, case: CaseLine | None) -> None:
        self.case.show_case(case)
        self.offers_changed.emit()

    def _opened(self, subject: str) -> None:
        if subject.startswith("customer/"):
            self.customer_wanted.emit(subject)

    def _open_current(self) -> None:
        self._opened(self.search.table.current_code())

    def _space(self) -> None:
        px = self.theme.px
        side = px(16 if self.compact else 24)
        self.body.setContentsMargins(side, px(8 if self.compact else 16), side, px(8))
        self.body.setSpacing(px(8))
        self._found.setSpacing(px(16))
