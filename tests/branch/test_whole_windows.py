"""Three whole windows of one real branch in one loop: what is done at one is seen at the others.

A teller at terminal 3, the lobby at terminal 2, the supervisor at terminal 1; each has its own home and
threads. Terminal 2 reaches the branch by a line that can be cut. How long it took to be seen is printed
(`-s` shows it) and never asserted.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp
from time import monotonic

import psycopg
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from counter_app.bootstrap.branch_demo import DemoSeat, joined_homes, let_in
from counter_app.bootstrap.window import TerminalWindow
from counter_app.config import Home
from counter_app.domain.join_code import JoinCode
from counter_app.journal.folds.case import CaseView
from counter_app.journal.views import View
from counter_app.rehearsal.at_window import AtWindow
from counter_app.rehearsal.drills.branch.proxy import Proxy, Weather
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.rehearsal.plain_cases import PLAIN_CASES
from counter_app.rehearsal.serving import LAST_DAY, Serving
from counter_app.services.handling_results import OpenCase
from counter_app.services.paper_content import paper_of
from counter_app.ui.approvals.dialog import ApprovalDialog
from counter_app.ui.approvals.waiting_page import ApprovalsPage
from counter_app.ui.care.help_page import HelpPage
from counter_app.ui.desk.case_page import CasePage
from counter_app.ui.desk.checklist_model import DEFER
from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.left_pane import APPROVALS, ASKED, HANDED
from counter_app.ui.keys import Key
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.widgets.table import TableRow
from tests.journeys.test_silent_help import words_on
from tests.journeys.windows import opened_window

DATABASE = "whole_windows"
AS_JOINED = f"{DATABASE}_as_joined"
TELLER, COLLEAGUE, LOBBY, SUPERVISOR = "80231", "80232", "80210", "80201"
ZHANG = ("110105198001010016", "张伟")
SHAN = ("110105198507150016", "单小明")
LI = ("11010519491231002X", "李桂兰")
"""Customers whom the demo's branch knows."""
CASES = {one.code: one for one in PLAIN_CASES}
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@dataclass(frozen=True, slots=True)
class JoinedBranch:
    """The homes of terminals 3, 2 and 1, and the line of terminal 2."""

    homes: tuple[Home, ...]
    line: Proxy


@pytest.fixture(scope="module")
def once_joined(cluster: LocalPostgres) -> Iterator[JoinedBranch]:
    """Three PCs that have joined, and nothing since; their database rests as `AS_JOINED`."""
    folder = Path(mkdtemp(prefix="counter-joined-"))
    line = Proxy(cluster.port)

    def by_its_line(url: str, seat: DemoSeat) -> JoinCode:
        code = let_in(url, seat)
        return replace(code, port=line.port) if seat.terminal == 2 else code

    homes = joined_homes(folder, cluster.create_database(DATABASE), "zh", by_its_line)
    assert isinstance(homes, list), homes
    as_owner(cluster, f"ALTER DATABASE {DATABASE} RENAME TO {AS_JOINED}")
    yield JoinedBranch(tuple(homes), line)
    line.close()
    cluster.drop_database(AS_JOINED)
    rmtree(folder)


@pytest.fixture
def joined(cluster: LocalPostgres, once_joined: JoinedBranch) -> Iterator[JoinedBranch]:
    """Copies of the three PCs and of their branch."""
    folder = Path(mkdtemp(prefix="counter-windows-"))
    as_owner(cluster, f"CREATE DATABASE {DATABASE} TEMPLATE {AS_JOINED}")
    copies = [Home(folder / one.folder.name) for one in once_joined.homes]
    for kept, copy in zip(once_joined.homes, copies, strict=True):
        copytree(kept.folder, copy.folder)
    once_joined.line.weather = Weather()
    yield JoinedBranch(tuple(copies), once_joined.line)
    once_joined.line.cut()
    cluster.drop_database(DATABASE)
    rmtree(folder)


def as_owner(cluster: LocalPostgres, statement: str) -> None:
    """One statement about whole databases, with nobody in them."""
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as owner:
        owner.execute(statement.encode())


class Person(AtWindow):
    """Somebody at one of the windows, who turns to it before touching a key."""

    def __init__(self, window: TerminalWindow, name: str) -> None:
        super().__init__(window, pause=0.1)
        self.window, self._name = window, name

    def comes(self, staff: str) -> "Person":
        """Turns to the window and signs on."""
        self.turns()
        self.sign_on(staff)
        return self

    def turns(self) -> "Person":
        """This window has the keys now."""
        self.hands.turn_to(self.frame)
        return self

    def sees(self, what: str, so: Callable[[], bool]) -> None:
        """Waits without a key until something stands here; prints how long that took."""
        begun = monotonic()
        self.hands.wait_for(f"{self._name}: {what}", so)
        sys.stdout.write(f"  {self._name} sees {what} after {monotonic() - begun:.2f} s\n")

    def receives(self, customer: tuple[str, str]) -> None:
        """The next customer, at the reception."""
        self._receive(*customer)

    def begins(self, code: str) -> CaseView:
        """A case of a service for whoever is at the window."""
        self._choose(code)
        return self.case

    def goes_to(self, page: str) -> None:
        """F8 to this page."""
        self._next(page)

    def puts_by(self) -> None:
        """F7: the case at the desk waits."""
        self.press("F7")
        self.hands.wait_for("the empty desk", lambda: self._page() == "desk.home")

    @property
    def page(self) -> str:
        """The code of the page on show."""
        return self._page()

    @property
    def opened(self) -> OpenCase:
        """The case at the desk, as it was loaded."""
        page = self.frame.page()
        assert isinstance(page, CasePage), self._page()
        opened, _run, _runner = page.parts.case.at_hand()
        return opened

    @property
    def case(self) -> CaseView:
        """Its View."""
        return self.opened.case

    @property
    def read_only(self) -> bool:
        """Whether the case at the desk may only be looked at."""
        page = self.frame.page()
        return isinstance(page, CasePage) and page.parts.case.read_only

    @property
    def banner(self) -> str:
        """What stands above the page of the step."""
        page = self.frame.page()
        return all_words(page.banner) if isinstance(page, CasePage) else ""

    def sees_what(self, other: "Person", subject: str) -> None:
        """The same as another sees of a subject now: a paper that is sent may still add to it."""
        self.sees(subject, lambda: self.view(subject) == other.view(subject))

    def view(self, subject: str) -> View:
        """A subject as this PC's store has it."""
        assert self.window.workplace is not None
        return self.window.workplace.store.submit(lambda store: store.view(subject)).result()

    def code_of_notice(self, case: CaseView) -> str:
        """What the code of the notice says that was printed last."""
        assert self.window.workplace is not None
        digest = case.papers[-1].content_hash
        content = self.window.workplace.store.submit(lambda store: store.content(digest)).result()
        assert content is not None
        text = paper_of(content.data).skeleton
        assert text is not None
        return text

    def status(self) -> str:
        """The words of the status line."""
        return all_words(self.frame.status)

    @property
    def dialog(self) -> QWidget | None:
        """What stands over the window."""
        return QApplication.activeModalWidget()

    def has_open(self, subject: str) -> bool:
        """Whether the case is at the desk."""
        page = self.frame.page()
        opened = page.parts.case.opened if isinstance(page, CasePage) else None
        return opened is not None and opened.case.subject == subject

    def clicks(self, group: str, words: str) -> None:
        """A row of the left pane."""
        self.turns()
        self.frame.body.queue.opened.emit(group, self.in_pane(group, words))
        self.hands.settle()

    def defers(self, item: str) -> None:
        """This paper follows later, by a click on its way; the others are looked at."""
        page = self.frame.page()
        assert isinstance(page, DocumentsPage), self._page()
        page.list.chosen.emit(item, DEFER)
        Serving(self.frame, self.hands, {}).look_at_papers()

    def gives_notice(self) -> CaseView:
        """The customer lacks a paper: the one-time notice, and he goes; the case as it is then."""
        begun = self.begins("grkh")
        Serving(self.frame, self.hands, {"account_class": "class_one"}).fill_in()
        self.goes_to("desk.documents")
        self.press("1")
        self.hands.type(LAST_DAY)
        self.press("-", "F9")
        self.hands.wait_for("the notice", lambda: self._page() == "desk.notice")
        self.press("F8")
        self.hands.wait_for("the end of the notice", lambda: self._page() != "desk.notice")
        noticed = self.view(begun.subject)
        assert isinstance(noticed, CaseView)
        assert noticed.notice is not None
        return noticed

    def log_row(self, number: str) -> tuple[str, ...]:
        """The row of a case in the day's log on show."""
        page = self.frame.page()
        assert isinstance(page, DayLogPage), self._page()
        rows = page.table.rows
        for at in range(rows.rowCount()):
            row = rows.row_at(at)
            if isinstance(row, TableRow) and row.cells[1] == number:
                return tuple(str(cell) for cell in row.cells)
        return ()

    def tab(self, words: str) -> bool:
        """Whether a tab of the bar has these words."""
        return words in words_on(self.frame.bar)

    def pane(self) -> str:
        """The words of the left pane."""
        groups = self.frame.body.queue.groups()
        return "\n".join(
            words for one in groups for words in (one.title, *(i.spoken() for i in one.items))
        )

    def in_pane(self, group: str, words: str) -> str:
        """The row of the left pane, of this group, that has these words; its code."""
        items = [
            item
            for one in self.frame.body.queue.groups()
            if one.code == group
            for item in one.items
        ]
        return next((item.code for item in items if words in item.spoken()), "")


@dataclass
class Windows:
    """The people at the three windows, and the line of the lobby's."""

    teller: Person
    lobby: Person
    supervisor: Person
    line: Proxy


@pytest.fixture
def windows(qapp: QApplication, joined: JoinedBranch) -> Iterator[Windows]:
    """The three windows, usable, nobody signed on."""
    with ExitStack() as open_now:
        teller, lobby, supervisor = (
            open_now.enter_context(opened_window(qapp, home)) for home in joined.homes
        )
        yield Windows(
            Person(teller, "teller"),
            Person(lobby, "lobby"),
            Person(supervisor, "supervisor"),
            joined.line,
        )


def test_what_the_teller_does_stands_in_the_supervisors_log_without_a_key(
    windows: Windows,
) -> None:
    boss = windows.supervisor.comes(SUPERVISOR)
    assert boss.page == "supervision.log"
    teller = windows.teller.comes(TELLER)
    teller.receives(ZHANG)
    number = teller.begins("mmcz").number
    boss.sees("the case that was begun", lambda: bool(boss.log_row(number)))
    begun = boss.log_row(number)
    teller.serve_on(CASES["mmcz"], "CB77301950", until="desk.read_back")
    boss.sees("a step that was confirmed", lambda: boss.log_row(number) != begun)
    teller.serve_on(CASES["mmcz"], "CB77301950")
    boss.sees("that it is done", lambda: "办结" in boss.log_row(number)[-1])


def test_a_silent_call_reaches_supervisor_and_lobby_at_their_own_windows(
    windows: Windows,
) -> None:
    boss, lobby = windows.supervisor.comes(SUPERVISOR), windows.lobby.comes(LOBBY)
    teller = windows.teller.comes(TELLER)
    teller.press(Key.SILENT_HELP.value)
    for who in (boss, lobby):
        who.sees("the call in the tab", lambda one=who: one.tab("求助 1"))  # type: ignore[misc]
    boss.turns().press(Key.ROOM_HELP.value)
    page = boss.frame.page()
    assert isinstance(page, HelpPage)
    boss.sees(
        "who calls", lambda: [(one.window, one.staff) for one in page.lines()] == [("3", TELLER)]
    )
    boss.press(Key.NEXT.value)
    lobby.sees("that somebody went there", lambda: lobby.tab("求助"))


def test_an_approval_is_asked_at_the_desk_and_given_elsewhere_while_others_are_served(
    windows: Windows,
) -> None:
    boss, teller = windows.supervisor.comes(SUPERVISOR), windows.teller.comes(TELLER)
    teller.receives(ZHANG)
    waiting = teller.begins("zhjx")
    Serving(teller.frame, teller.hands, {"limited_by": "our_review"}).fill_in()
    teller.goes_to("desk.documents")
    teller.defers("explanation")
    teller.press("F8")
    teller.hands.wait_for(
        "the approval asked for", lambda: isinstance(teller.dialog, ApprovalDialog)
    )
    teller.press("Alt+Y")
    boss.sees("the request in the tab", lambda: boss.tab("待批准 1"))
    teller.puts_by()
    teller.receives(LI)
    served = teller.begins("mmcz")
    boss.turns().press(Key.ROOM_APPROVALS.value)
    page = boss.frame.page()
    assert isinstance(page, ApprovalsPage)
    boss.sees("the request", lambda: page.first_focus() is page.table)
    boss.press(Key.NEXT.value)
    teller.sees("that it is granted", lambda: bool(teller.in_pane(APPROVALS, "批准了")))
    assert teller.case.subject == served.subject
    teller.turns().serve_on(CASES["mmcz"], "CB77301951")
    teller.clicks(APPROVALS, "批准了")
    teller.hands.wait_for("the case again", lambda: teller.has_open(waiting.subject))
    approval = teller.case.approvals[0]
    assert (approval.matter, approval.requester, approval.approver) == (
        "deferral",
        TELLER,
        SUPERVISOR,
    )
    teller.goes_to("desk.details")
    boss.sees("no request any more", lambda: boss.tab("待批准"))


def test_a_notice_is_taken_up_at_another_window_by_its_code(windows: Windows) -> None:
    teller, colleague = windows.teller.comes(TELLER), windows.lobby.comes(COLLEAGUE)
    teller.turns().receives(SHAN)
    noticed = teller.gives_notice()
    code = teller.code_of_notice(noticed)
    colleague.sees_what(teller, noticed.subject)
    colleague.turns().hands.scan(code)
    colleague.hands.wait_for("the case", lambda: colleague.has_open(noticed.subject))
    case = colleague.case
    assert (case.number, case.is_provisional, colleague.read_only) == (noticed.number, False, False)
    assert case.owner.value is not None
    assert (case.owner.value.staff, case.owner.value.window) == (COLLEAGUE, "2")
    teller.sees("who has it now", lambda: owner_of(teller.view(noticed.subject)) == COLLEAGUE)


def test_offline_a_notice_goes_on_provisionally_and_is_one_with_its_case_later(
    windows: Windows,
) -> None:
    teller, colleague = windows.teller.comes(TELLER), windows.lobby.comes(COLLEAGUE)
    windows.line.weather.refuses = True
    windows.line.cut()
    colleague.sees("that the branch is away", lambda: "网点连不上" in colleague.status())
    teller.turns().receives(SHAN)
    noticed = teller.gives_notice()
    colleague.turns().hands.scan(teller.code_of_notice(noticed))
    colleague.hands.wait_for("who is here", lambda: colleague.page == "desk.reception")
    assert "先按告知单接办" in colleague.banner
    colleague.hands.type(SHAN[1])
    colleague.hands.scan(SHAN[0])
    colleague.goes_to("desk.need")
    own = colleague.case
    assert (own.subject, own.is_provisional) == (noticed.subject, True)
    windows.line.weather.refuses = False
    colleague.sees("that both are one", lambda: is_joined(colleague.view(own.subject)))
    teller.sees("that both are one", lambda: is_joined(teller.view(own.subject)))
    colleague.sees("no banner any more", lambda: "先按告知单接办" not in colleague.banner)
    assert not colleague.read_only
    Serving(colleague.frame, colleague.hands, {"account_class": "class_one"}).fill_in()
    colleague.goes_to("desk.documents")
    assert (colleague.case.number, colleague.case.also_numbered) == (noticed.number, (own.number,))
    assert colleague.view(own.subject).faults == ()


def test_a_case_at_one_window_is_only_read_at_the_other_until_it_is_handed_over(
    windows: Windows,
) -> None:
    teller, colleague = windows.teller.comes(TELLER), windows.lobby.comes(COLLEAGUE)
    teller.turns().receives(ZHANG)
    case = teller.begins("mmcz")
    colleague.sees_what(teller, case.subject)
    colleague.turns().hands.scan(case.number)
    colleague.hands.wait_for("the case", lambda: colleague.has_open(case.subject))
    assert colleague.read_only
    assert re.search(r"王敏 80231 在 3 号窗口办，\d\d:\d\d 起，这里只能看", colleague.banner)
    colleague.press("Alt+A")
    teller.sees("who asks", lambda: bool(teller.in_pane(ASKED, "陈亮 在 2 号窗等")))
    teller.clicks(ASKED, "陈亮 在 2 号窗等")
    teller.press("F8")
    colleague.sees("that it is given", lambda: bool(colleague.in_pane(HANDED, case.number)))
    colleague.clicks(HANDED, case.number)
    colleague.sees("that it may be worked on", lambda: not colleague.read_only)
    assert colleague.case.subject == case.subject
    teller.sees("whose it is", lambda: owner_of(teller.view(case.subject)) == COLLEAGUE)
    teller.turns().hands.scan(case.number)
    teller.hands.wait_for("the case", lambda: teller.has_open(case.subject))
    assert teller.read_only
    assert "陈亮 80232 在 2 号窗口办" in teller.banner


def all_words(part: QWidget) -> str:
    """What is to be read there, times too."""
    return " ".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def owner_of(view: View) -> str:
    """Who works on a case."""
    assert isinstance(view, CaseView)
    return view.owner.value.staff if view.owner.value is not None else ""


def is_joined(view: View) -> bool:
    """Whether a case that began from a notice has met its original."""
    return isinstance(view, CaseView) and not view.is_provisional and bool(view.also_numbered)
