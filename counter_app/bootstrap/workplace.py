"""What stands behind the window once its home is open: workers, paper, the session.

Owns their start and stop. Knows the store only as long as it takes to hand it to its worker.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from counter_app.bootstrap.branching import branching_of
from counter_app.bootstrap.bridge import Bridge
from counter_app.bootstrap.content_watch import ContentWatch
from counter_app.bootstrap.exporting import HomeExports
from counter_app.bootstrap.ground import Ground, doubt
from counter_app.bootstrap.reaching import FetchContent, Reaching
from counter_app.bootstrap.readers import Readers
from counter_app.bootstrap.shipped import shipped_content
from counter_app.bootstrap.spooling import PagePictures, Paperwork
from counter_app.bootstrap.warming import Warming, names_read
from counter_app.db.copies import CopyUnsound, daily_copy
from counter_app.db.encrypted import READER_SETTINGS, open_engine
from counter_app.db.queries import SqliteReader
from counter_app.db.store_files import StoreFiles
from counter_app.db.worker import ReaderWorker, StoreWorker
from counter_app.devices.wide_keys import wide_keys
from counter_app.domain.refusal import Refusal
from counter_app.rehearsal.demo_branch import demo_words
from counter_app.services.branch_health import Health
from counter_app.services.counter import Acting
from counter_app.services.pinyin import initials
from counter_app.services.ports import StoreTrouble
from counter_app.services.read_models import LastWork
from counter_app.ui.content.words import problem_sentence
from counter_app.ui.customers.case_words import day_and_time
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.shell.idle import IdleTime
from counter_app.ui.shell.wedge_reader import WedgeReader
from counter_app.ui.signon import state_lines
from counter_app.ui.signon.asked import SignedIn, StateLine
from counter_app.ui.signon.port import SignOnDoor, fetch_nothing
from counter_app.ui.signon.sign_on_page import SignOnPage
from counter_app.ui.theme import Theme
from counter_app.ui.window.means import BesideCore, Look, WindowMeans
from counter_app.ui.window.session import Session, SignedOn
from counter_app.ui.words.sentences import refusal_sentence
from counter_app.ui.work import ask_nobody
from counter_app.vault.passwords import Verdict

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stage:
    """What of the window a workplace plays on."""

    frame: Frame
    theme: Theme
    language: WindowLanguage
    reader: WedgeReader
    sign_on: SignOnPage
    idle: IdleTime
    keep_look: Callable[[Look], None]
    strip_edge: Callable[[], str]


class Workplace(QObject):
    """The living parts of one open home."""

    _paper_moved = Signal()

    def __init__(self, window: Stage, ground: Ground) -> None:
        super().__init__()
        self._window, self._ground = window, ground
        self._last: LastWork | None = None
        self._forked = ground.store.fork_noted() is not None
        self.store = StoreWorker(ground.store)
        files = StoreFiles.in_home(ground.home.folder)
        engine = open_engine(files.database, ground.key.value, READER_SETTINGS)
        self.reader = ReaderWorker(SqliteReader(engine))
        self.bridge = Bridge(ground.counter, self.store, self.reader)
        self.paperwork = Paperwork(
            ground.counter, self.store, ground.home, lambda _job: self._paper_moved.emit()
        )
        self.branching = branching_of(ground, self.store, self)
        self._reach = (
            Reaching(self.branching, self.branching.reached, self) if self.branching else None
        )
        fetch_content = FetchContent(self._reach or ask_nobody, self.store)
        papers = self.paperwork.papers
        pictures = PagePictures(self.bridge, papers, self._acting, fetch_content)
        self.readers = Readers(ground.settings, ground.counter.calendar_day)
        means = self._means(pictures)
        self.session = Session(window.frame, means, window.reader)
        self._content = ContentWatch(self.bridge, shipped_content)
        warm = (("readings", names_read), ("paper fonts", lambda: self.paperwork.papers.renderer))
        self._warming = Warming(self.bridge, warm)
        fetch = self.branching.fetch_verifier if self.branching else fetch_nothing
        self.sign_on = SignOnDoor(self.bridge, ground.verifiers, means.judge, fetch)
        self._connect()

    def open(self) -> None:
        """Starts the threads and lets people sign on."""
        self.store.start()
        self.reader.start()
        self.paperwork.start()
        self.store.submit_slices(lambda store: store.refold())
        self.bridge.aside(self, self._daily_copy, self._copied)
        self.readers.start(simulate=self._is_demo())
        self._window.frame.bar.set_branch(self._branch())
        self.session.status.show()
        self._read_last_work()
        self._window.sign_on.set_ready(self.sign_on)
        self._content.start()
        self._warming.start(self._window.frame.windowHandle())
        if self.branching is not None:
            self.branching.start()

    def stop(self) -> None:
        """What is half typed is kept; then printers, then readings, then the store."""
        if self.session.desk is not None:
            self.session.desk.put_away()
        self._warming.stop()
        if self.branching is not None:
            self.branching.stop()
        self.paperwork.stop()
        self._content.stop()
        self.bridge.stop()
        self._ground.release()

    def last_lines(self) -> tuple[StateLine, ...]:
        """How the work ended here last, for the sign-on page; nothing while it is being read."""
        last, today = self._last, self._ground.counter.calendar_day()
        if last is None:
            return ()
        at = day_and_time(last.signed_off_at or "", today)
        return state_lines.signed_off_line(at, last.window), state_lines.parked_line(last.parked)

    def content_lines(self) -> tuple[StateLine, ...]:
        """How the procedure files are, for the sign-on page; nothing until they were looked at."""
        watch = self._content
        if not watch.done:
            return ()
        sentence = problem_sentence(watch.problems, self._window.language.language)
        return (state_lines.content_line(sentence, watch.waiting),)

    def branch_lines(self) -> tuple[StateLine, ...]:
        """That this PC has to go on in a new journal, for the sign-on page."""
        return (state_lines.forked_line(),) if self._forked else ()

    def _read_last_work(self) -> None:
        terminal = self._ground.counter.terminal.number
        self.bridge.read(
            self, "last_work", lambda reader: reader.last_work(terminal), self._last_work_read
        )

    def _last_work_read(self, last: LastWork) -> None:
        self._last = last
        self._window.sign_on.refresh()

    def _daily_copy(self) -> bool:
        """The first start of a day copies the store and verifies the copy; whether that is sound."""
        ground = self._ground
        files = StoreFiles.in_home(ground.home.folder)
        day = ground.counter.calendar_day().isoformat()
        copied = daily_copy(files, ground.key.value, ground.home.copies, day)
        if isinstance(copied, CopyUnsound):
            _log.warning("the copy of %s is not sound", day)
            doubt(ground.home)
            return False
        return True

    def _copied(self, sound: bool) -> None:
        if not sound:
            self._tell_trouble(Refusal("doubted"))

    def _connect(self) -> None:
        self._window.sign_on.signed_in.connect(self._signed_in)
        self.session.ended.connect(self._signed_off)
        self._content.reviewed.connect(self._window.sign_on.refresh)
        self._window.reader.scanned.connect(self._scanned)
        self.readers.read.connect(self.session.paper_read)
        self.bridge.done_something.connect(self._something_done)
        self.bridge.trouble.connect(self._trouble)
        self._paper_moved.connect(self.session.refresh, Qt.ConnectionType.QueuedConnection)
        if self.branching is not None:
            self.branching.grown.connect(self.session.refresh)
            # What became of a copy is written beside the bridge, which tells nobody of it.
            self._paper_moved.connect(self.branching.nudge, Qt.ConnectionType.QueuedConnection)
            self.branching.health_changed.connect(self.session.status.branch)
            self.branching.health_changed.connect(self._branch_told)

    def _branch_told(self, health: Health) -> None:
        if health.state == "forked" and not self._forked:
            self._forked = True
            self._window.sign_on.refresh()

    def _signed_in(self, answer: SignedIn) -> None:
        self.session.begin(SignedOn(answer.acting, answer.sign_on, answer.password_given))

    def _signed_off(self) -> None:
        self._read_last_work()
        self._window.frame.show_page(self._window.sign_on)

    def _scanned(self, text: str) -> None:
        """A staff card, while nobody is signed on."""
        if self.session.acting is None:
            self._window.sign_on.take_scan(text)

    def _something_done(self) -> None:
        self.bridge.aside(self, self.paperwork.take_up, lambda _none: None)
        if self.branching is not None:
            self.branching.nudge()
        self.session.refresh()

    def _trouble(self, error: BaseException) -> None:
        """The store's trouble is said where it was asked; a mistake of the program is not hidden."""
        if not isinstance(error, StoreTrouble):
            raise error
        if error.code == "damaged":
            doubt(self._ground.home)
        self._tell_trouble(Refusal(error.code))

    def _tell_trouble(self, refusal: Refusal) -> None:
        language = self._window.language
        self.session.status.trouble(lambda: refusal_sentence(refusal, language.language))
        if self.session.acting is None:
            self._window.sign_on.work_failed(refusal_sentence(refusal, language.language))
        if self.session.desk is not None:
            self.session.desk.work_failed()

    def _means(self, pictures: PagePictures) -> WindowMeans:
        ground, window = self._ground, self._window
        return WindowMeans(
            theme=window.theme,
            language=window.language,
            work=self.bridge,
            verifiers=ground.verifiers,
            judge=self._judge,
            verifier_of=ground.passwords.verifier,
            idle=window.idle,
            terminal=ground.counter.terminal.number,
            branch=self._branch,
            now=ground.counter.clock.now,
            today=ground.counter.calendar_day,
            initials=initials,
            previews=pictures,
            spooler=self.paperwork.spool,
            lock=ground.settings.lock,
            reach=self._reach,
            health=lambda: self.branching.health if self.branching else None,
            beside_core=BesideCore(ground.settings.send_to_core, ground.settings.serial_pattern),
            shipped=shipped_content,
            keep_look=window.keep_look,
            strip_edge=window.strip_edge,
            wide_keys=wide_keys(),
            exports=HomeExports(
                self.bridge,
                self.paperwork.papers,
                ground.home,
                ground.counter.clock,
                self._acting,
            ),
            cameras=ground.settings.cameras,
            reader_state=lambda: self.readers.state,
            lay_on=self.readers.lay_on if self._is_demo() else None,
        )

    def _is_demo(self) -> bool:
        return bool(demo_words(self._ground.counter.branch.founded))

    def _judge(self, verifier: str, password: str) -> bool | None:
        verdict = self._ground.passwords.judge(verifier, password)
        return None if verdict is Verdict.DAMAGED else verdict.is_match

    def _branch(self) -> str:
        founded = self._ground.counter.branch.founded
        if founded is None:
            return ""
        english = self._window.language.language == "en"
        bank, outlet = founded.bank, founded.outlet
        return f"{bank.en} {outlet.en}" if english else f"{bank.zh} {outlet.zh}"

    def _acting(self) -> Acting:
        acting = self.session.acting
        if acting is None:
            raise LookupError("nobody is signed on")
        return acting
