"""Who is signed on at this window, and the pages that person has.

Owns sign-on to sign-off: the sign-on page, the desk for those who serve, the day's log for those who
see it, a home page for everybody else. Decides nothing about rights: it asks them.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.domain.work_state import LockSettings
from counter_app.services import signing_on
from counter_app.services.counter import Acting
from counter_app.services.read_models import Desk as DeskLines
from counter_app.ui.approvals.dialog import ApprovalMeans
from counter_app.ui.customers.ground import Ground
from counter_app.ui.desk.desk import Desk
from counter_app.ui.desk.means import Means
from counter_app.ui.shell import Frame, Page
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.wedge_reader import WedgeReader
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.widgets.top_bar import Tab
from counter_app.ui.window.locking import LockKeeper
from counter_app.ui.window.means import WindowMeans
from counter_app.ui.window.searching import SearchKeeper
from counter_app.ui.window.statuses import StatusKeeper

DESK, LOG, HOME = "desk", "log", "home"


@dataclass(frozen=True, slots=True)
class SignedOn:
    """Who is on, since which sign-on."""

    acting: Acting
    sign_on: str


class Session(QObject):
    """One person after another at one window. `ended` when somebody has signed off."""

    ended = Signal()

    def __init__(self, frame: Frame, means: WindowMeans, reader: WedgeReader) -> None:
        super().__init__(frame)
        self._frame, self._means = frame, means
        self.status = StatusKeeper(frame, means)
        self.locking = LockKeeper(frame, means, LockSettings())
        self.searching = SearchKeeper(frame, means)
        self._on: SignedOn | None = None
        self.desk: Desk | None = None
        self._pages: dict[str, Page] = {}
        self._desk_started = False
        reader.scanned.connect(self._scanned)
        self.searching.picked.connect(self._picked)
        frame.bar.tab_chosen.connect(self._show_tab)
        means.language.changed.connect(self._retranslate)

    @property
    def acting(self) -> Acting | None:
        """The person signed on."""
        return self._on.acting if self._on else None

    def begin(self, signed_on: SignedOn) -> None:
        """Somebody signed on: their pages, and back to where the work was."""
        self._on = signed_on
        acting = signed_on.acting
        self._frame.bar.set_branch(self._means.branch())
        self._frame.bar.set_person(self._person())
        self._frame.set_signed_on(True)
        self._frame.set_program_actions([self._sign_off_action()])
        self._build_pages(acting)
        self._frame.bar.set_tabs(self._tabs(), self._first())
        self.locking.watch(acting)
        self._show_tab(self._first())
        self.status.show()

    def refresh(self) -> None:
        """Something changed in the store: what is on show reads again."""
        if self.desk is not None:
            self.desk.refresh()
        self._read_papers()

    def end(self) -> None:
        """Signs off; the desk keeps what is half typed."""
        if self._on is None:
            return
        on, acting = self._on, self._on.acting
        if self.desk is not None:
            self.desk.put_away()
        self._means.work.do(
            self, lambda counter: signing_on.sign_off(counter, acting, on.sign_on), self._ended
        )

    def _ended(self, answer: object) -> None:
        if isinstance(answer, Refusal):
            self._frame.say(answer.code, "info")
            return
        self._on = None
        self.locking.rest()
        self._pages = {}
        self.desk, self._desk_started = None, False
        self._frame.set_groups([])
        self._frame.bar.set_tabs([], "")
        self._frame.set_program_actions([])
        self._frame.set_signed_on(False)
        self.ended.emit()

    def _build_pages(self, acting: Acting) -> None:
        means = self._means
        ground = Ground(
            means.theme,
            means.work,
            acting,
            means.terminal,
            lambda: means.language.language,
            means.today,
            means.now,
            means.initials,
        )
        if acting.may(Right.SERVE):
            self.desk = self._made_desk(acting)
        if acting.may(Right.SEE_DAY_LOG):
            log = DayLogPage(ground)
            log.said.connect(self._frame.say)
            self._pages[LOG] = log

    def _made_desk(self, acting: Acting) -> Desk:
        means = self._means
        desk_means = Means(
            means.theme,
            means.work,
            acting,
            means.terminal,
            lambda: means.language.language,
            means.now,
            means.previews,
            means.initials,
        )
        approvals = ApprovalMeans(
            means.theme, means.work, desk_means.language, means.verifiers, means.judge
        )
        desk = Desk(self._frame, desk_means, approvals)
        desk.saved.connect(self.status.saved)
        return desk

    def _tabs(self) -> list[Tab]:
        tabs = [Tab(DESK, self.tr("柜面"))] if self.desk is not None else []
        if LOG in self._pages:
            tabs.append(Tab(LOG, self.tr("日志")))
        return tabs

    def _first(self) -> str:
        return DESK if self.desk is not None else next(iter(self._pages), HOME)

    def _show_tab(self, code: str) -> None:
        if code == DESK and self.desk is not None:
            self._open_desk(self.desk)
        elif code in self._pages:
            self._frame.show_page(self._pages[code])

    def _open_desk(self, desk: Desk) -> None:
        if not self._desk_started:
            self._desk_started = True
            desk.start()
        else:
            desk.show()

    def _picked(self, subject: str) -> None:
        if self.desk is not None:
            self._show_tab(DESK)
            self.desk.picked(subject)

    def _scanned(self, text: str) -> None:
        if self.desk is not None and not self._frame.locker.locked:
            self.desk.scanned(text)

    def _read_papers(self) -> None:
        on = self._on
        if on is None:
            return
        staff, terminal, today = on.acting.staff, self._means.terminal, self._today()
        self._means.work.read(
            self, "papers", lambda reader: reader.desk(staff, terminal, today), self._papers_read
        )

    def _papers_read(self, lines: DeskLines) -> None:
        self.status.papers(lines.papers)

    def _today(self) -> str:
        return self._means.today().isoformat()

    def _person(self) -> str:
        acting = self.acting
        if acting is None:
            return ""
        return self.tr("{0} 号窗口  {1} {2}").format(acting.window, acting.name, acting.staff)

    def _sign_off_action(self) -> Action:
        return Action("session.sign_off", self.tr("签退"), self.end, "", "hidden", "log-out")

    def _retranslate(self) -> None:
        if self._on is None:
            return
        self._frame.bar.set_person(self._person())
        self._frame.bar.set_branch(self._means.branch())
        self._frame.bar.set_tabs(self._tabs(), self._first())
        self._frame.set_program_actions([self._sign_off_action()])
        self.status.show()
