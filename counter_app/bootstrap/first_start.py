"""The first start of a real home: the set-up page, the making, the recovery sheet to keep.

Owns the order. The sheet's groups are shown once and kept nowhere.
"""

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

from counter_app.bootstrap.ground import FirstStart, Ground, SetUp, set_up
from counter_app.bootstrap.joining import Joined, join
from counter_app.bootstrap.settings import Settings
from counter_app.bootstrap.shipped import shipped_content
from counter_app.config import Home
from counter_app.domain.refusal import Refusal
from counter_app.services.founding import BranchTold
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.signon.join_page import JoinPage, JoinTold
from counter_app.ui.signon.recovery_page import RecoveryPage
from counter_app.ui.signon.set_up_model import SetUpTold
from counter_app.ui.signon.set_up_page import SetUpPage
from counter_app.ui.signon.state_lines import FOLDER
from counter_app.ui.theme import Theme
from counter_app.ui.words.sentences import refusal_sentence
from counter_app.vault.recovery import RecoverySheet

ADMINISTRATOR_POST = "管理员"
FIRST_LETTERS = "A"
GROUP_ASKED = 2
"""Which group of the recovery sheet is typed back as proof that it was written down."""


class FirstStartPages(QObject):
    """Leads through the set-up, or through joining a branch.

    `opened` with the home's ground, or `joined`, when the sheet is in safe hands.
    """

    opened = Signal(object)
    joined = Signal()
    _made = Signal(object)
    _came = Signal(object)
    _progress = Signal(int, int)
    _printed = Signal(bool)

    def __init__(self, frame: Frame, theme: Theme, language: WindowLanguage, home: Home) -> None:
        super().__init__(frame)
        self._frame, self._theme, self._language, self._home = frame, theme, language, home
        queues = printer_queues()
        self._page = SetUpPage(theme, queues)
        self._join_page = JoinPage(theme, queues)
        self._side = ThreadPoolExecutor(1, "first-start")
        self._ground: Ground | None = None
        self._page.set_up_asked.connect(self._set_up)
        self._page.join_wanted.connect(lambda: frame.show_page(self._join_page))
        self._join_page.back_wanted.connect(self.show)
        self._join_page.join_asked.connect(self._join)
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self._take_joined, Qt.ConnectionType.QueuedConnection)
        self._progress.connect(self._join_page.say_progress, Qt.ConnectionType.QueuedConnection)

    def show(self) -> None:
        """The set-up page."""
        self._frame.show_page(self._page)

    def _set_up(self, told: SetUpTold) -> None:
        settings = Settings(
            terminal=told.terminal,
            letters=FIRST_LETTERS,
            window=told.window,
            printer=told.printer,
            language=self._language.language,
        )
        first = FirstStart(
            _branch(told), told.number, told.name, ADMINISTRATOR_POST, told.password, settings
        )
        self._side.submit(self._make, first)

    def _make(self, first: FirstStart) -> None:
        """On the side thread: keys, store, founding and a dear password take a second."""
        try:
            made: SetUp | Refusal = set_up(self._home, first, shipped_content())
        except OSError as error:
            made = Refusal("disk", {"detail": error.strerror or ""})
        self._made.emit(made)

    def _take(self, made: SetUp | Refusal) -> None:
        if isinstance(made, Refusal):
            self._page.refuse(refusal_sentence(made, self._language.language))
            return
        self._ground = made.ground
        self._show_sheet(made.sheet, made.ground.settings.printer)

    def _join(self, told: JoinTold) -> None:
        wished = Settings(
            window=told.window, printer=told.printer, language=self._language.language
        )
        self._side.submit(self._come, told, wished)

    def _come(self, told: JoinTold, wished: Settings) -> None:
        """On the side thread: the branch may be slow, and holds much."""
        came = join(
            self._home, told.code, wished, lambda one: self._progress.emit(one.done, one.of)
        )
        self._came.emit((came, told.printer))

    def _take_joined(self, answer: tuple[Joined | Refusal, str]) -> None:
        """Why not all of the branch is here yet is said when the home is opened, and mended there."""
        came, printer = answer
        if isinstance(came, Refusal):
            self._join_page.refuse(refusal_sentence(came, self._language.language))
        elif came.sheet is not None:
            self._show_sheet(came.sheet, printer)
        else:
            self._proved()

    def _show_sheet(self, told: RecoverySheet, printer: str) -> None:
        queue = "" if printer == FOLDER else printer
        sheet = RecoveryPage(self._theme, told.home_mark, told.groups, GROUP_ASKED)
        sheet.set_printable(bool(queue))
        sheet.print_asked.connect(
            lambda: self._side.submit(lambda: self._printed.emit(print_sheet(told, queue)))
        )
        self._printed.connect(
            lambda gone: sheet.say_printed(self._printed_words(gone), failed=not gone),
            Qt.ConnectionType.QueuedConnection,
        )
        sheet.proved.connect(self._proved)
        self._frame.show_page(sheet)

    def _printed_words(self, gone: bool) -> str:
        if gone:
            return self.tr("恢复单已送打印机，请看一眼出纸")
        return self.tr("打印机没有收下恢复单，请照着抄")

    def _proved(self) -> None:
        self._side.shutdown()
        if self._ground is None:
            self.joined.emit()
        else:
            self.opened.emit(self._ground)


def printer_queues(
    run: Callable[..., "subprocess.CompletedProcess[str]"] = subprocess.run,
) -> list[str]:
    """The printer queues of the system, where it names them."""
    try:
        told = run(["lpstat", "-e"], capture_output=True, text=True, timeout=3, check=False)
    except (OSError, subprocess.SubprocessError):
        return []
    return told.stdout.split()


def print_sheet(
    sheet: RecoverySheet,
    queue: str,
    run: Callable[..., "subprocess.CompletedProcess[str]"] = subprocess.run,
) -> bool:
    """Gives the sheet to a printer, past every file of ours; whether the printer took it."""
    lines = [f"Recovery sheet {sheet.home_mark}", ""]
    lines += [f"{number:2d}   {group}" for number, group in enumerate(sheet.groups, start=1)]
    command = ["lp", "-d", queue, "-t", "recovery"]
    words = "\n".join(lines) + "\n"
    try:
        done = run(command, input=words, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _branch(told: SetUpTold) -> BranchTold:
    return BranchTold(
        bank=told.bank,
        outlet=told.outlet,
        address=told.address,
        hours=told.hours,
        phone=told.phone,
        complaint_phone=told.complaint_phone,
    )
