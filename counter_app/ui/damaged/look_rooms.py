"""Looking at a store without writing, at the window: log, follow-ups, customers, search.

Owns these pages from the moment somebody was let in until that person leaves. Rights are the account's.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter_app.domain.roles import Right
from counter_app.ui.customers.finder import Finder
from counter_app.ui.customers.ground import Ground
from counter_app.ui.damaged.look_pages import LookCustomer, LookFollowUps, LookLog
from counter_app.ui.shell import Frame, Page
from counter_app.ui.shell.actions import Action
from counter_app.ui.widgets.top_bar import Tab

LOG, DUE = "log", "due"
LEAVE = "Ctrl+Q"


class LookRooms(QObject):
    """`left` when the looking ends. `words` says what is looked at, for the banner."""

    left = Signal()

    def __init__(self, frame: Frame, ground: Ground, words: Callable[[], str]) -> None:
        super().__init__(frame)
        self._frame, self._ground = frame, ground
        self._pages: dict[str, Page] = {}
        self._log: LookLog | None = None
        if ground.acting.may(Right.SEE_DAY_LOG):
            self._log = LookLog(ground, words)
            self._pages[LOG] = self._log
        due = LookFollowUps(ground, words)
        due.case_wanted.connect(self._open_case)
        self._pages[DUE] = due
        self._customer = LookCustomer(ground, words)
        self._finder = Finder(ground, frame.panels)
        self._current = next(iter(self._pages))
        self._connect()

    def open(self) -> None:
        """Shows the first page; the search box is there too."""
        self._frame.set_signed_on(True)
        acting = self._ground.acting
        self._frame.bar.set_person(f"{acting.name} {acting.staff}")
        words = self.tr("不看了")
        leave = Action("look.leave", words, self.left.emit, LEAVE, "back", "log-out")
        self._frame.set_program_actions([leave])
        self._show(self._current)

    def clear(self) -> None:
        """Nothing that was looked at stays in the window."""
        self._frame.bar.tab_chosen.disconnect(self._show)
        self._frame.lock_asked.disconnect(self.left)
        self._frame.set_program_actions([])
        self._frame.bar.set_tabs([], "")
        self._frame.bar.set_person("")
        self._frame.set_signed_on(False)
        self._finder.setParent(None)
        self._finder.deleteLater()
        for page in (*self._pages.values(), self._customer):
            page.hide()

    def _connect(self) -> None:
        self._frame.bar.tab_chosen.connect(self._show)
        # Nobody is signed on who could unlock: locking ends the look.
        self._frame.lock_asked.connect(self.left)
        self._finder.case_wanted.connect(self._open_case)
        self._finder.customer_wanted.connect(self._open_customer)
        self._customer.case_wanted.connect(self._open_case)
        self._customer.left.connect(lambda: self._show(self._current))

    def _show(self, code: str) -> None:
        self._current = code
        names = {LOG: self.tr("日志"), DUE: self.tr("后续事项")}
        self._frame.show_page(self._pages[code])
        self._frame.bar.set_tabs([Tab(one, names[one]) for one in self._pages], code)

    def _open_case(self, case: str) -> None:
        if self._log is None:
            self._frame.say(self.tr("一笔业务的经过，请运营主管登录来看"))
            return
        self._show(LOG)
        self._log.show_case(case)

    def _open_customer(self, customer: str) -> None:
        self._customer.show_customer(customer)
        self._frame.show_page(self._customer)
