"""The first start of a real home: the set-up page, the making, the recovery sheet to keep.

Owns the order. The sheet's groups are shown once and kept nowhere.
"""

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

from counter_app.bootstrap.ground import FirstStart, Ground, SetUp, set_up
from counter_app.bootstrap.settings import Settings
from counter_app.bootstrap.shipped import shipped_content
from counter_app.config import Home
from counter_app.domain.refusal import Refusal
from counter_app.services.founding import BranchTold
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.signon.recovery_page import RecoveryPage
from counter_app.ui.signon.set_up_model import SetUpTold
from counter_app.ui.signon.set_up_page import SetUpPage
from counter_app.ui.theme import Theme
from counter_app.ui.words.sentences import refusal_sentence

ADMINISTRATOR_POST = "管理员"
FIRST_LETTERS = "A"
GROUP_ASKED = 2
"""Which group of the recovery sheet is typed back as proof that it was written down."""


class FirstStartPages(QObject):
    """Leads through the set-up; `opened` with the home's ground when the sheet is in safe hands."""

    opened = Signal(object)
    _made = Signal(object)

    def __init__(self, frame: Frame, theme: Theme, language: WindowLanguage, home: Home) -> None:
        super().__init__(frame)
        self._frame, self._theme, self._language, self._home = frame, theme, language, home
        self._page = SetUpPage(theme, printer_queues())
        self._side = ThreadPoolExecutor(1, "first-start")
        self._ground: Ground | None = None
        self._page.set_up_asked.connect(self._set_up)
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)

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
        sheet = RecoveryPage(self._theme, made.sheet.home_mark, made.sheet.groups, GROUP_ASKED)
        sheet.proved.connect(self._proved)
        self._frame.show_page(sheet)

    def _proved(self) -> None:
        self._side.shutdown()
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


def _branch(told: SetUpTold) -> BranchTold:
    return BranchTold(
        bank=told.bank,
        outlet=told.outlet,
        address=told.address,
        hours=told.hours,
        phone=told.phone,
        complaint_phone=told.complaint_phone,
    )
