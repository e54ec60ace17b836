"""The pages one person has, by the rights of the roles held: desk, staff, log, follow-ups, own page.

Owns which of them is on show and where a hit of the search leads. Reads nothing itself.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.i18n import Language
from counter_app.services import silent_help
from counter_app.services.counter import Acting, Counter
from counter_app.ui.approvals.dialog import ApprovalMeans
from counter_app.ui.approvals.waiting_page import ApprovalsPage
from counter_app.ui.branch.branch_page import BranchPage
from counter_app.ui.care.help_page import HelpPage
from counter_app.ui.content.content_page import ContentPage
from counter_app.ui.customers.customer_page import CustomerPage
from counter_app.ui.customers.finder import Finder
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.day.day_page import DayPage
from counter_app.ui.desk.desk import Desk
from counter_app.ui.desk.means import Means
from counter_app.ui.keys import Key, meaning
from counter_app.ui.profile.appearance import Appearance, AppearancePort
from counter_app.ui.profile.pages import HomePage, ProfilePage
from counter_app.ui.profile.password_dialog import PasswordPort
from counter_app.ui.shell import Frame, Page
from counter_app.ui.shell.actions import Action
from counter_app.ui.staff.staff_page import StaffPage
from counter_app.ui.strip.edge import Side, side_of
from counter_app.ui.strip.strip import Strip
from counter_app.ui.strip.wide import StripWideKeys
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.supervision.follow_ups_page import FollowUpsPage
from counter_app.ui.widgets.top_bar import Tab
from counter_app.ui.window.means import Look, WindowMeans
from counter_app.ui.work import ask_nobody

DESK, STAFF, CONTENT, LOG, DUE, HOME = "desk", "staff", "content", "log", "due", "home"
DAY, HELP = "day", "help"
APPROVALS, BRANCH = "approvals", "branch"
_KEYS = {
    DESK: Key.ROOM_DESK,
    STAFF: Key.ROOM_STAFF,
    CONTENT: Key.ROOM_CONTENT,
    LOG: Key.ROOM_LOG,
    DUE: Key.ROOM_DUE,
    HOME: Key.ROOM_HOME,
    DAY: Key.ROOM_DAY,
    HELP: Key.ROOM_HELP,
    APPROVALS: Key.ROOM_APPROVALS,
    BRANCH: Key.ROOM_BRANCH,
}


class Rooms(QObject):
    """Made at sign-on, gone at sign-off. `changed` when another of them is on show."""

    changed = Signal()

    def __init__(
        self,
        frame: Frame,
        means: WindowMeans,
        acting: Acting,
        watch: Callable[[QWidget], None],
        parent: QObject,
    ) -> None:
        """`watch` lets the code reader be heard in one more window."""
        super().__init__(parent)
        self._frame, self._means, self._watch = frame, means, watch
        self._longest_parked: dt.timedelta | None = None
        self._ground = replace(
            made_ground(means, acting), longest_parked=lambda: self._longest_parked
        )
        self.desk = self._made_desk(acting) if acting.may(Right.SERVE) else None
        self._wide: StripWideKeys | None = None
        self.strip = self._made_strip()
        self._log = DayLogPage(self._ground) if acting.may(Right.SEE_DAY_LOG) else None
        manages = acting.may(Right.MANAGE_STAFF)
        self._staff = StaffPage(self._ground, means.verifier_of) if manages else None
        publishes = acting.may(Right.PUBLISH_CONTENT)
        files = means.shipped
        self._content = ContentPage(self._ground, files) if publishes and files else None
        only_reads = acting.may(Right.READ_EVERYTHING)
        self._due = None if only_reads else FollowUpsPage(self._ground)
        self._day = DayPage(self._ground) if acting.may(Right.SERVE) else None
        self._help = HelpPage(self._ground) if silent_help.may_see(acting) else None
        self._approvals = ApprovalsPage(self._ground) if acting.may(Right.APPROVE) else None
        self._branch = BranchPage(self._ground, means.branch_page) if sees_branch(acting) else None
        self._home = self._made_home()
        self._pages = self._made_pages()
        self._customer = CustomerPage(self._ground)
        self._finder = Finder(self._ground, frame.panels)
        self._desk_started = False
        self.codes = ((DESK,) if self.desk else ()) + tuple(self._pages)
        self.current = self.codes[0]
        self._connect()
        means.work.do(self, told(_longest_parked), self._parked_read)

    def show(self, code: str) -> None:
        """Goes to one of the pages."""
        if code != DESK or self.desk is None:
            self._frame.show_page(self._pages[code])
        elif self._desk_started:
            self.desk.show()
            self.desk.refresh()
        else:
            self._desk_started = True
            self.desk.start()

    def refresh(self) -> None:
        """Something changed in the store: what is on show reads again."""
        page = self._frame.page()
        for counted in (self._help, self._approvals):
            if counted is not None and page is not counted:
                counted.refresh()
        if self._is_desk(page) and self.desk is not None:
            self.desk.refresh()
        elif page is not None:
            page.refresh()

    def tabs(self) -> list[Tab]:
        """The pages by name, in the language of the window."""
        names = {
            DESK: self.tr("柜面"),
            STAFF: self.tr("人员"),
            CONTENT: self.tr("规程"),
            LOG: self.tr("日志"),
            DUE: self.tr("后续事项"),
            DAY: self.tr("日终"),
            HELP: self._help.tab() if self._help else "",
            APPROVALS: self._approvals.tab() if self._approvals else "",
            BRANCH: self.tr("网点"),
            HOME: self.tr("我的"),
        }
        return [Tab(code, names[code]) for code in self.codes]

    def actions(self) -> list[Action]:
        """The strip of who serves; a key and a line of the menu for each page, if more than one."""
        strip = self.strip
        fold = [] if strip is None else [_hidden("desk.strip", Key.STRIP, strip.fold)]
        if len(self.codes) == 1:
            return fold
        return [*fold, *map(self._way, self.codes)]

    def clear(self) -> None:
        """Nothing of this person stays in the window."""
        frame = self._frame
        frame.set_groups([])
        frame.bar.set_tabs([], "")
        frame.page_shown.disconnect(self._page_shown)
        if self._wide is not None:
            self._wide.rest()
        if self.strip is not None:
            self.strip.dismiss()
        if self.desk is not None:
            self.desk.dispose()
        frame.body.context.show_sections(())
        for page in (*self._pages.values(), self._customer):
            if page.head is not None:
                page.head.set_aside(None)
            frame.body.pages.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._finder.setParent(self)
        self.deleteLater()

    def _parked_read(self, answer: dt.timedelta | Refusal | None) -> None:
        """What is on show says it again by the rule's figure."""
        if isinstance(answer, Refusal) or answer == self._longest_parked:
            return
        self._longest_parked = answer
        page = self._frame.page()
        if page is not None and not self._is_desk(page):
            page.refresh()

    def _way(self, code: str) -> Action:
        return _hidden(f"room.{code}", _KEYS[code], lambda: self.show(code))

    def _connect(self) -> None:
        for page in (
            self._staff,
            self._content,
            self._log,
            self._due,
            self._day,
            self._help,
            self._approvals,
            self._branch,
            self._home,
        ):
            if page is not None:
                page.said.connect(self._frame.say)
        if isinstance(self._home, HomePage):
            self._home.customer_wanted.connect(self._open_customer)
        if self._due is not None:
            self._due.case_wanted.connect(self._open_case)
        if self._help is not None:
            self._help.counted.connect(lambda _count: self.changed.emit())
        if self._approvals is not None:
            self._approvals.counted.connect(lambda _count: self.changed.emit())
            self._approvals.case_wanted.connect(self._open_case)
        if self._day is not None:
            self._day.case_wanted.connect(self._open_case)
            self._day.due_wanted.connect(lambda: self.show(DUE))
            self._day.copies_wanted.connect(self._ask_copies)
        self._finder.case_wanted.connect(self._open_case)
        self._finder.code_wanted.connect(self._open_case)
        self._finder.begins_cases = self.desk is not None
        self._finder.customer_wanted.connect(self._open_customer)
        self._customer.case_wanted.connect(self._open_case)
        self._customer.left.connect(lambda: self.show(self.current))
        self._frame.page_shown.connect(self._page_shown)

    def _page_shown(self, page: Page) -> None:
        """The tab follows the page: the desk may come to the front by itself, as after a scan."""
        named = next((code for code, one in self._pages.items() if one is page), "")
        if not named and self._is_desk(page):
            named = DESK
        self._frame.set_left(named == DESK)
        self.current = named or self.current
        self.changed.emit()

    def _is_desk(self, page: Page | None) -> bool:
        own = (*self._pages.values(), self._customer)
        return self.desk is not None and page is not None and page not in own

    def _open_case(self, subject: str) -> None:
        """At the desk, else in the log, else beside the search of the own page."""
        if self.desk is not None:
            self.show(DESK)
            self.desk.picked(subject)
        elif self._log is not None:
            self.show(LOG)
            self._log.open_case(subject)
        elif isinstance(self._home, HomePage):
            self.show(HOME)
            self._home.open_case(subject)

    def _ask_copies(self) -> None:
        """What waits for a person and is no case's: at the desk, where copies are asked about."""
        if self.desk is not None:
            self.show(DESK)
            self.desk.parts.wishes.copies.emit()

    def _open_customer(self, subject: str) -> None:
        if self.desk is not None and self.current == DESK:
            self.desk.picked(subject)
            return
        self._customer.show_customer(subject)
        self._frame.show_page(self._customer)

    def _made_pages(self) -> dict[str, Page]:
        """In the order of the tabs. Who has no page of work begins with the search."""
        held: dict[str, Page | None] = {STAFF: self._staff, CONTENT: self._content, LOG: self._log}
        if isinstance(self._home, HomePage):
            held[HOME] = self._home
        held |= {APPROVALS: self._approvals, DUE: self._due, DAY: self._day, HELP: self._help}
        held |= {BRANCH: self._branch, HOME: self._home}
        return {code: page for code, page in held.items() if page is not None}

    def _made_desk(self, acting: Acting) -> Desk:
        means = self._means
        desk = Means(
            means.theme,
            means.work,
            acting,
            means.terminal,
            self._language,
            means.now,
            means.previews,
            means.initials,
            means.spooler,
            means.beside_core.sends,
            means.beside_core.serial_pattern,
            means.reach,
        )
        approvals = ApprovalMeans(
            means.theme, means.work, self._language, means.verifiers, means.judge
        )
        return Desk(self._frame, desk, approvals)

    def _made_strip(self) -> Strip | None:
        if self.desk is None:
            return None
        made = Strip(self._frame, self.desk)
        made.side = self._side
        self._watch(made)
        port = self._means.wide_keys
        self._wide = StripWideKeys(port, self._frame, made) if port is not None else None
        return made

    def _made_home(self) -> ProfilePage:
        """Who has pages of work finds by F4 there; for the others the search is the page."""
        means = self._means
        appearance = AppearancePort(
            self._language,
            means.language.choose,
            self._keep,
            self._side if self.strip is not None else None,
        )
        passwords = password_port(means)
        made = HomePage if self.desk is None and self._log is None else ProfilePage
        return made(self._ground, appearance, passwords)

    def _keep(self, chosen: Appearance) -> None:
        strip = (chosen.strip or self._side()).value
        self._means.keep_look(Look(chosen.language, chosen.look, chosen.scale, strip))

    def _side(self) -> Side:
        return side_of(self._means.strip_edge())

    def _language(self) -> Language:
        return self._means.language.language


def made_ground(means: WindowMeans, acting: Acting) -> Ground:
    """What the pages of a person are given."""
    return Ground(
        means.theme,
        means.work,
        acting,
        means.terminal,
        lambda: means.language.language,
        means.today,
        means.now,
        means.initials,
        means.exports,
        means.cameras,
        arriving=means.arriving,
        hears_calls=means.hears_calls,
        reach=means.reach or ask_nobody,
    )


def sees_branch(acting: Acting) -> bool:
    """Administrator and supervisor look at the branch's terminals."""
    return acting.may(Right.MANAGE_TERMINALS) or acting.may(Right.SETTLE_QUARANTINE)


def _longest_parked(counter: Counter) -> dt.timedelta | None:
    return counter.shelf.in_force(counter.today()).longest_parked


def password_port(means: WindowMeans) -> PasswordPort:
    """Where passwords are judged and made into verifiers."""
    return PasswordPort(means.verifiers, means.judge, means.verifier_of)


def _hidden(code: str, key: Key, run: Callable[[], None]) -> Action:
    return Action(code, meaning(key), run, key.value, "hidden")
