"""The window from start to stop: first what can be seen, then what can be used.

Owns the order: fonts, frame and sign-on page come before store and use cases are even imported; these
are loaded on a plain thread. At the end the window is put away first, printers and store last.
"""

import logging
import sys
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from counter_app.bootstrap.collecting import CollectsHere
from counter_app.bootstrap.settings import (
    Settings,
    home_of,
    is_set_up,
    read_settings,
    write_settings,
)
from counter_app.config import RESOURCES, Home
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.shell.wedge_reader import WedgeReader
from counter_app.ui.signon.asked import SignedIn, SignOnMeans, StateLine
from counter_app.ui.signon.sign_on_page import SignOnPage
from counter_app.ui.signon.state_lines import FOLDER, StoreState, printer_line, store_line
from counter_app.ui.theme import Theme
from counter_app.ui.theme.fonts import load_fonts

if TYPE_CHECKING:
    from counter_app.bootstrap.damaged_home import DamagedHome
    from counter_app.bootstrap.ground import Ground
    from counter_app.bootstrap.workplace import Workplace
    from counter_app.domain.refusal import Refusal
    from counter_app.ui.shell.idle import IdleTime
    from counter_app.ui.window.means import Look

_log = logging.getLogger(__name__)

LEAST_WIDTH, LEAST_HEIGHT = 911, 512
FIRST_WIDTH, FIRST_HEIGHT = 1366, 768
PAINT_FIRST_MS = 30
"""So long the interpreter is the page's alone: what is loaded beside it would take it away."""


def run_window(folder: Path | None, language: str | None, *, smoke: bool = False) -> int:
    """Shows the window until it is closed; with `smoke` until it has painted and is usable."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    home = home_of(folder)
    window = TerminalWindow(app, home, language)
    window.open()
    if smoke:
        window.usable.connect(lambda: QTimer.singleShot(0, app.quit))
    try:
        return app.exec() or window.exit_code
    finally:
        window.stop()


class TerminalWindow(QObject):
    """The window of one home. `usable` once somebody can sign on."""

    usable = Signal()
    _loaded = Signal(object)

    def __init__(self, app: QApplication, home: Home, language: str | None) -> None:
        super().__init__()
        self._app, self.home, self.exit_code = app, home, 0
        self._demo_words = ""
        self.workplace: Workplace | None = None
        self._queues: tuple[str, ...] | None = None
        self.settings = read_settings(home)
        if language in ("zh", "en"):
            self.settings = replace(self.settings, language=language)
        load_fonts(RESOURCES / "fonts")
        self.language = WindowLanguage(RESOURCES / "i18n")
        self.language.choose("en" if self.settings.language == "en" else "zh")
        self.theme = _theme(self.settings)
        self.theme.apply(app)
        self.frame = Frame(self.theme, _initials)
        self.reader = WedgeReader()
        self.reader.watch(self.frame)
        self.sign_on = SignOnPage(self.theme, self._sign_on_means())
        self._collecting: CollectsHere | None = None
        self._loading: Thread | None = None
        self._damaged: DamagedHome | None = None
        self._connect()

    @property
    def usable_now(self) -> bool:
        """Whether somebody can sign on."""
        return self.workplace is not None

    def open(self) -> None:
        """Shows the sign-on page, then loads what stands behind it."""
        self._collecting = CollectsHere(self)
        self.frame.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.frame.resize(FIRST_WIDTH, FIRST_HEIGHT)
        self.frame.set_signed_on(False)
        self.frame.show_page(self.sign_on)
        self.frame.show()
        if not is_set_up(self.home):
            self._set_up_first()
        if is_set_up(self.home):
            QTimer.singleShot(PAINT_FIRST_MS, self._load)

    def stop(self) -> None:
        """Puts away what is half typed, then ends printers, workers and store, in this order."""
        if self._loading is not None:
            self._loading.join()
        if self._damaged is not None:
            self._damaged.stop()
        if self.workplace is not None:
            self.workplace.stop()
        self.frame.close()
        if self._collecting is not None:
            self._collecting.stop()

    def _set_up_first(self) -> None:
        from counter_app.bootstrap.first_start import FirstStartPages

        first = FirstStartPages(self.frame, self.theme, self.language, self.home)
        first.opened.connect(self._set_up_done)
        first.joined.connect(self._joined)
        first.show()

    def _set_up_done(self, ground: "Ground") -> None:
        """The home was made; it is opened as on every other day, and held."""
        self.settings = ground.settings
        ground.store.close()
        self.frame.show_page(self.sign_on)
        self._load()

    def _joined(self) -> None:
        self.settings = read_settings(self.home)
        self.frame.show_page(self.sign_on)
        self._load()

    def _load(self) -> None:
        self._loading = Thread(target=self._open_home, name="opening")
        self._loading.start()

    def _open_home(self) -> None:
        """On the loading thread: what is heavy to import is imported here."""
        from counter_app.bootstrap.first_start import printer_queues
        from counter_app.bootstrap.ground import open_home
        from counter_app.domain.refusal import Refusal

        if self.settings.printer != FOLDER and sys.platform != "win32":
            self._queues = tuple(printer_queues())

        answer = open_home(self.home)
        if isinstance(answer, Refusal) and answer.code == "not_founded":
            from counter_app.bootstrap.catching_up import finish_joining

            answer = finish_joining(self.home, lambda _progress: None) or open_home(self.home)
        self._loaded.emit(answer)

    def _home_opened(self, answer: "Ground | object") -> None:
        from counter_app.bootstrap.ground import Ground
        from counter_app.bootstrap.workplace import Stage, Workplace
        from counter_app.domain.refusal import Refusal
        from counter_app.rehearsal.demo_branch import demo_words

        if isinstance(answer, Refusal):
            self._hindered(answer)
            return
        assert isinstance(answer, Ground)
        self.settings = replace(self.settings, letters=answer.settings.letters)
        stage = Stage(
            self.frame,
            self.theme,
            self.language,
            self.reader,
            self.sign_on,
            self._idle(),
            self.keep_look,
            lambda: self.settings.strip,
        )
        self.workplace = Workplace(stage, answer)
        self._demo_words = demo_words(answer.counter.branch.founded)
        self.sign_on.refresh()
        self.workplace.open()
        self.usable.emit()

    def _idle(self) -> "IdleTime":
        from counter_app.ui.shell.idle import WindowIdle, idle_time

        idle = idle_time()
        if isinstance(idle, WindowIdle):
            idle.watch(self._app)
        return idle

    def _hindered(self, refusal: "Refusal") -> None:
        """The home does not open: its own page says why, and what can be done."""
        from counter_app.bootstrap.damaged_home import DamagedHome
        from counter_app.ui.words.sentences import refusal_sentence

        self.exit_code = 1
        self.sign_on.set_trouble(refusal_sentence(refusal, self.language.language))
        if self._damaged is None:
            self._damaged = DamagedHome(self.frame, self.theme, self.language, self.home)
            self._damaged.open_again.connect(self._open_again)
        self._damaged.show(refusal)
        self.usable.emit()

    def _open_again(self) -> None:
        """Something was done about what hindered; the letters of numbers may be others now."""
        self.exit_code = 0
        self.settings = replace(self.settings, letters=read_settings(self.home).letters)
        self.frame.show_page(self.sign_on)
        self._load()

    def _connect(self) -> None:
        self._loaded.connect(self._home_opened, Qt.ConnectionType.QueuedConnection)
        self.sign_on.signed_in.connect(self._window_used)
        self.sign_on.language_chosen.connect(self._choose_language)
        self.sign_on.look_chosen.connect(
            lambda look: self.keep(replace(self.settings, scheme=look))
        )
        self.sign_on.scale_chosen.connect(
            lambda size: self.keep(replace(self.settings, scale=size))
        )

    def _window_used(self, answer: SignedIn) -> None:
        """The next person finds this window's number already there."""
        if answer.acting.window != self.settings.window:
            self.keep(replace(self.settings, window=answer.acting.window))

    def _choose_language(self, language: str) -> None:
        self.language.choose("en" if language == "en" else "zh")
        self.keep(replace(self.settings, language=language))

    def keep_look(self, look: "Look") -> None:
        """Somebody chose another look on the own page."""
        self.keep(
            replace(
                self.settings,
                language=look.language,
                scheme=look.scheme,
                scale=look.scale,
                strip=look.strip,
            )
        )

    def keep(self, settings: Settings) -> None:
        """Keeps what was chosen for this PC; a disk that does not take it changes nothing now."""
        self.settings = settings
        if not is_set_up(self.home):
            return
        try:
            write_settings(self.home, settings)
        except OSError as error:
            _log.warning("the settings were not kept: %s", error.strerror)

    def _sign_on_means(self) -> SignOnMeans:
        return SignOnMeans(
            window=lambda: self.settings.window,
            terminal=self._terminal_lines,
            last=lambda: self.workplace.last_lines() if self.workplace else (),
            demo=lambda: self._demo_words,
            language=lambda: self.language.language,
        )

    def _terminal_lines(self) -> tuple[StateLine, ...]:
        store: StoreState = "good" if self.workplace is not None else "opening"
        return (
            printer_line(self.settings.printer, self._queues),
            store_line("trouble" if self.exit_code else store),
            *(self.workplace.content_lines() if self.workplace else ()),
            *(self.workplace.branch_lines() if self.workplace else ()),
            StateLine(self.tr("终端"), self.settings.terminal, "hard-drive"),
        )


def _theme(settings: Settings) -> Theme:
    look = (
        settings.scheme if settings.scheme in ("system", "light", "dark", "contrast") else "system"
    )
    return Theme(RESOURCES, look, settings.scale)  # type: ignore[arg-type]


def _initials(text: str) -> str:
    """Pinyin initials; the table is loaded with the first question."""
    from counter_app.services.pinyin import initials

    return initials(text)
