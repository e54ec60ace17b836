"""The pages one person has, by the rights of the roles held: desk, day's log, home."""

from PySide6.QtCore import QObject

from counter_app.domain.roles import Right
from counter_app.i18n import Language
from counter_app.services.counter import Acting
from counter_app.ui.approvals.dialog import ApprovalMeans
from counter_app.ui.customers.customer_page import CustomerPage
from counter_app.ui.customers.finder import Finder
from counter_app.ui.customers.ground import Ground
from counter_app.ui.desk.desk import Desk
from counter_app.ui.desk.means import Means
from counter_app.ui.profile.appearance import Appearance, AppearancePort
from counter_app.ui.profile.pages import HomePage
from counter_app.ui.profile.password_dialog import PasswordPort
from counter_app.ui.shell import Frame, Page
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.window.means import Look, WindowMeans

DESK, LOG, HOME = "desk", "log", "home"


class Rooms(QObject):
    """Made at sign-on, gone at sign-off."""

    def __init__(self, frame: Frame, means: WindowMeans, acting: Acting, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._means = frame, means
        self._ground = self._made_ground(acting)
        self.desk = self._made_desk(acting) if acting.may(Right.SERVE) else None
        self._pages: dict[str, Page] = {}
        if acting.may(Right.SEE_DAY_LOG):
            log = DayLogPage(self._ground)
            log.said.connect(frame.say)
            self._pages[LOG] = log
        self._pages[HOME] = self._made_home()
        self._customer = CustomerPage(self._ground)
        self._finder = Finder(self._ground, frame.panels)
        self._desk_started = False
        self.codes = ((DESK,) if self.desk else ()) + tuple(self._pages)
        self.current = self.first = self.codes[0]
        self._connect()

    def show(self, code: str) -> None:
        """Goes to one of the pages."""
        self.current = code
        if code != DESK or self.desk is None:
            self._frame.set_groups([])
            self._frame.show_page(self._pages[code])
        elif self._desk_started:
            self.desk.show()
            self.desk.refresh()
        else:
            self._desk_started = True
            self.desk.start()

    def clear(self) -> None:
        """Nothing of this person stays in the window."""
        self._frame.set_groups([])
        self._frame.bar.set_tabs([], "")
        if self.desk is not None:
            self.desk.dispose()
        self._finder.setParent(None)
        self._finder.deleteLater()
        for page in (*self._pages.values(), self._customer):
            page.hide()

    def _connect(self) -> None:
        self._finder.case_wanted.connect(self._open_case)
        self._finder.customer_wanted.connect(self._open_customer)
        self._customer.case_wanted.connect(self._open_case)
        self._customer.left.connect(lambda: self.show(self.current))

    def _open_case(self, subject: str) -> None:
        if self.desk is not None:
            self.show(DESK)
            self.desk.picked(subject)

    def _open_customer(self, subject: str) -> None:
        if self.desk is not None and self.current == DESK:
            self.desk.picked(subject)
            return
        self._customer.show_customer(subject)
        self._frame.show_page(self._customer)

    def _made_ground(self, acting: Acting) -> Ground:
        means = self._means
        return Ground(
            means.theme,
            means.work,
            acting,
            means.terminal,
            self._language,
            means.today,
            means.now,
            means.initials,
        )

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
        )
        approvals = ApprovalMeans(
            means.theme, means.work, self._language, means.verifiers, means.judge
        )
        return Desk(self._frame, desk, approvals)

    def _made_home(self) -> HomePage:
        means = self._means
        appearance = AppearancePort(self._language, means.language.choose, self._keep)
        passwords = PasswordPort(means.verifiers, means.judge, means.verifier_of)
        home = HomePage(self._ground, appearance, passwords)
        home.said.connect(self._frame.say)
        home.customer_wanted.connect(self._open_customer)
        return home

    def _keep(self, chosen: Appearance) -> None:
        self._means.keep_look(Look(chosen.language, chosen.look, chosen.scale))

    def _language(self) -> Language:
        return self._means.language.language
