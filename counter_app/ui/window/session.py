"""Who is signed on at this window, and what that person has in it.

Owns sign-on to sign-off: the desk for those who serve, the day's log for those who see it, a home page
for everybody. Decides nothing about rights: it asks them.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal
from counter_app.services import signing_on, silent_help
from counter_app.services.counter import Acting, Counter
from counter_app.services.read_models import Desk as DeskLines
from counter_app.ui.customers.ground import told
from counter_app.ui.desk.desk import Desk
from counter_app.ui.keys import Key, meaning
from counter_app.ui.profile.first_password import FirstPasswordPage
from counter_app.ui.shell import Frame
from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.wedge_reader import WedgeReader
from counter_app.ui.signon.port import SignOnDoor
from counter_app.ui.signon.take_over_dialog import TakeOverDialog
from counter_app.ui.window.dates import DateKeeper
from counter_app.ui.window.locking import LockKeeper
from counter_app.ui.window.means import WindowMeans
from counter_app.ui.window.rooms import Rooms, made_ground, password_port
from counter_app.ui.window.statuses import StatusKeeper
from counter_app.ui.words.sentences import refusal_sentence


@dataclass(frozen=True, slots=True)
class SignedOn:
    """Who is on, since which sign-on; `password_given`: a password of the own comes first."""

    acting: Acting
    sign_on: str
    password_given: bool = False


class Session(QObject):
    """One person after another at one window. `ended` when somebody has signed off."""

    ended = Signal()

    def __init__(self, frame: Frame, means: WindowMeans, reader: WedgeReader) -> None:
        super().__init__(frame)
        self._frame, self._means, self._reader = frame, means, reader
        self.status = StatusKeeper(frame, means)
        self.locking = LockKeeper(frame, means, means.lock)
        self.dates = DateKeeper(frame, means)
        self._on: SignedOn | None = None
        self._rooms: Rooms | None = None
        self._first: FirstPasswordPage | None = None
        reader.scanned.connect(self._scanned)
        frame.bar.tab_chosen.connect(self._show_tab)
        self.locking.handed_over.connect(self._take_over)
        means.language.changed.connect(self._language_changed)

    @property
    def acting(self) -> Acting | None:
        """The person signed on."""
        return self._on.acting if self._on else None

    @property
    def desk(self) -> Desk | None:
        """The desk of the person signed on, when that person serves."""
        return self._rooms.desk if self._rooms else None

    def begin(self, signed_on: SignedOn) -> None:
        """Somebody signed on: their pages, and back to where the work was."""
        self._on = signed_on
        self._frame.set_signed_on(True)
        self.locking.watch(signed_on.acting)
        self.dates.watch(signed_on.acting)
        if signed_on.password_given:
            self._ask_own_password(signed_on.acting)
        else:
            self._open_rooms(signed_on.acting)

    def _ask_own_password(self, acting: Acting) -> None:
        """Nothing else is on show until the password is the person's own."""
        means = self._means
        self._first = FirstPasswordPage(made_ground(means, acting), password_port(means))
        self._first.changed.connect(lambda: self._open_rooms(acting))
        self._retranslate()
        self._frame.set_left(False)
        self._frame.show_page(self._first)

    def _drop_first_page(self) -> None:
        if self._first is not None:
            self._first.forget()
            self._frame.body.pages.removeWidget(self._first)
            self._first.deleteLater()
            self._first = None

    def _open_rooms(self, acting: Acting) -> None:
        self._drop_first_page()
        self._rooms = Rooms(self._frame, self._means, acting, self._reader.watch, self)
        self._rooms.changed.connect(self._show_tabs)
        if self._rooms.desk is not None:
            self._rooms.desk.saved.connect(self.status.saved)
        self._retranslate()
        self._rooms.show(self._rooms.current)
        self.refresh()

    def refresh(self) -> None:
        """Something changed in the store: what is on show reads again."""
        on = self._on
        if on is None or self._rooms is None:
            return
        self._rooms.refresh()
        staff, terminal = on.acting.staff, self._means.terminal
        today = self._means.today().isoformat()
        self._means.work.read(
            self, "papers", lambda reader: reader.desk(staff, terminal, today), self._papers_read
        )

    def call_help(self) -> None:
        """静默求助: written in the background; nothing here shows or sounds, whatever came of it."""
        acting, desk = self.acting, self.desk
        if acting is None:
            return
        opened = desk.parts.case.opened if desk is not None else None
        case = opened.case.subject if opened else None

        def job(counter: Counter) -> Refusal | None:
            return silent_help.call_help(counter, acting, case)

        # Trouble of the store is said at the next thing kept: a sentence here would tell of the call.
        self._means.work.do(self, told(job), lambda _answer: None)

    def end(self) -> None:
        """Signs off; the desk keeps what is half typed."""
        on = self._on
        if on is None:
            return
        if self.desk is not None:
            self.desk.put_away()
        self._means.work.do(
            self, lambda counter: signing_on.sign_off(counter, on.acting, on.sign_on), self._ended
        )

    def _take_over(self) -> None:
        """Somebody is away: a supervisor ends that work here, by number and password."""
        on, means = self._on, self._means
        if on is None:
            return
        dialog = TakeOverDialog(means.theme, self._frame.locker.screen, on.acting.name)
        door = SignOnDoor(means.work, means.verifiers, means.judge)
        dialog.asked.connect(
            lambda number, password: door.hand_over(
                dialog, number, password, on.sign_on, dialog.answer
            )
        )
        dialog.done_by.connect(lambda _by: self._ended(None))
        dialog.open()

    def _ended(self, answer: object) -> None:
        if isinstance(answer, Refusal):
            self._frame.say(refusal_sentence(answer, self._means.language.language))
            return
        self._on = None
        self.locking.rest()
        self.dates.rest()
        self._drop_first_page()
        if self._rooms is not None:
            self._rooms.clear()
            self._rooms = None
        self._frame.set_program_actions([])
        self._frame.bar.set_person("")
        self._frame.set_signed_on(False)
        self.ended.emit()

    def _show_tab(self, code: str) -> None:
        if self._rooms is not None:
            self._rooms.show(code)

    def _show_tabs(self) -> None:
        if self._rooms is not None:
            self._frame.bar.set_tabs(self._rooms.tabs(), self._rooms.current)

    def _scanned(self, text: str) -> None:
        if self.desk is not None and not self._frame.locker.locked:
            self.desk.scanned(text)

    def paper_read(self, read: PaperRead | Refusal) -> None:
        """A reader gave a paper; a locked window and one without a desk take nothing."""
        if self.desk is not None and not self._frame.locker.locked:
            self.desk.paper_read(read)

    def _papers_read(self, lines: DeskLines) -> None:
        self.status.papers(lines.papers, serves=self.desk is not None)

    def _language_changed(self) -> None:
        """What was worded from the store is read and worded again."""
        self._retranslate()
        self.refresh()

    def _demo_actions(self) -> tuple[Action, ...]:
        lay_on = self._means.lay_on
        if lay_on is None or self.desk is None:
            return ()
        return (Action("demo.reader", self.tr("模拟读证"), lay_on, "", "hidden", "id-card"),)

    def _retranslate(self) -> None:
        acting = self.acting
        if acting is None:
            return
        words = self.tr("{0} 号窗口  {1} {2}")
        self._frame.bar.set_branch(self._means.branch())
        self._frame.bar.set_person(words.format(acting.window, acting.name, acting.staff))
        self._show_tabs()
        quiet = meaning(Key.SILENT_HELP)
        call = Action("session.help", quiet, self.call_help, Key.SILENT_HELP, "hidden")
        off = Action("session.sign_off", self.tr("签退"), self.end, "", "hidden", "log-out")
        self._frame.set_program_actions(
            [*(self._rooms.actions() if self._rooms else ()), *self._demo_actions(), call, off]
        )
        self.status.show()
