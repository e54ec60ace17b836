"""At the window: a home that does not open. A page for it, and what its keys do.

Owns which page, the thread that looks and mends, and letting somebody in to look. What is done to a
store is in `mending`.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from counter_app.bootstrap.looking import Looking
from counter_app.bootstrap.mending import (
    DAMAGE,
    Damaged,
    Findings,
    Looked,
    Mended,
    examine,
    keep_report,
    look,
    mend,
    take_damaged,
)
from counter_app.bootstrap.mending_words import mended_told, now_words
from counter_app.config import Home
from counter_app.db.store_files import StoreFiles
from counter_app.domain.refusal import Refusal
from counter_app.services.ports import StoreTrouble
from counter_app.ui.damaged.damaged_page import DamagedPage
from counter_app.ui.damaged.hindered_page import HinderedPage
from counter_app.ui.damaged.mended_page import MendedPage
from counter_app.ui.damaged.sentences import report_text, step_words
from counter_app.ui.damaged.told import DamageTold, Finding
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.theme import Theme
from counter_app.ui.words.sentences import refusal_sentence

T = TypeVar("T")

ATTEMPTS = 5
"""Wrong passwords for a look; they cannot be written down and are counted while the program runs."""


class DamagedHome(QObject):
    """From a refusal on until the home may be opened again: `open_again`. One for all refusals."""

    open_again = Signal()
    _answered = Signal(object)

    def __init__(self, frame: Frame, theme: Theme, language: WindowLanguage, home: Home) -> None:
        super().__init__(frame)
        self._frame, self._theme, self._language, self._home = frame, theme, language, home
        self._side: ThreadPoolExecutor | None = None
        self._mistyped = 0
        self._damaged: Damaged | None = None
        self._page: DamagedPage | None = None
        self._looking: Looking | None = None
        self._answered.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)

    def show(self, refusal: Refusal) -> None:
        """The page for what keeps the home from opening."""
        taken = _told_trouble(lambda: take_damaged(self._home)) if _is_damage(refusal) else refusal
        if isinstance(taken, Refusal):
            self._hindered(taken)
            return
        self._damaged = taken
        self._side = ThreadPoolExecutor(1, "mending")
        database = StoreFiles.in_home(self._home.folder).database
        self._page = page = DamagedPage(
            self._theme, DamageTold(refusal.code, str(database.absolute()))
        )
        page.look_asked.connect(self._look)
        page.going_on.connect(self._go_on)
        page.again_asked.connect(self._open_again)
        self._frame.show_page(page)
        self._aside(lambda: examine(taken), self._examined)

    def stop(self) -> None:
        """Ends looking and mending, and gives the home up."""
        if self._side is not None:
            self._side.shutdown(wait=True, cancel_futures=True)
            self._side = None
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        if self._damaged is not None:
            self._damaged.hold.release()
            self._damaged = None

    def _hindered(self, refusal: Refusal) -> None:
        page = HinderedPage(
            self._theme,
            lambda: refusal_sentence(refusal, self._language.language),
            lambda: step_words(refusal, str(self._home.folder.absolute())),
        )
        page.again_asked.connect(self._open_again)
        self._frame.show_page(page)

    def _open_again(self) -> None:
        self.stop()
        self.open_again.emit()

    def _examined(self, answer: Findings | Refusal) -> None:
        page = self._shown()
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        first = answer.faults[0] if answer.faults else None
        copy_day = answer.copy.database.stem if answer.copy else None
        page.set_told(
            replace(
                page.told,
                first=Finding(first.code, first.place) if first else Finding("nothing", ""),
                count=len(answer.faults),
                copy_day=copy_day,
                may_go_on=answer.source is not None,
            )
        )

    def _go_on(self) -> None:
        damaged = self._held()
        self._shown().set_busy(self.tr("正在存好坏文件并接上数据，请不要关机"))
        self._aside(lambda: mend(damaged), self._mended)

    def _mended(self, answer: Mended | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        told = mended_told(answer)
        text = report_text(told, now_words(answer.at))
        try:
            told = replace(told, report=str(keep_report(answer, text)))
        except OSError as error:
            self._frame.say(self.tr("清单没有存成文件：{why}").format(why=error.strerror))
        page = MendedPage(self._theme, told)
        page.sign_on_asked.connect(self._open_again)
        self._frame.show_page(page)

    def _look(self) -> None:
        damaged = self._held()
        if self._mistyped >= ATTEMPTS:
            self._refuse(Refusal("look_closed"))
            return
        self._shown().set_busy(self.tr("正在打开"))
        self._aside(lambda: look(damaged), self._looked)

    def _looked(self, answer: Looked | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        self._shown().set_busy("")
        self._looking = Looking(
            self._frame, self._theme, self._language, answer, ATTEMPTS - self._mistyped
        )
        self._looking.left.connect(self._look_ended)
        self._looking.mistyped.connect(self._count_mistyped)
        self._looking.begin()

    def _count_mistyped(self) -> None:
        self._mistyped += 1
        if self._mistyped >= ATTEMPTS:
            self._look_ended()
            self._refuse(Refusal("look_closed"))

    def _look_ended(self) -> None:
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        self._frame.show_page(self._shown())

    def _refuse(self, refusal: Refusal) -> None:
        sentence = refusal_sentence(refusal, self._language.language)
        self._shown().refuse(sentence)

    def _shown(self) -> DamagedPage:
        assert self._page is not None
        return self._page

    def _held(self) -> Damaged:
        assert self._damaged is not None
        return self._damaged

    def _aside(self, job: Callable[[], T], done: Callable[[T | Refusal], None]) -> None:
        def post(future: "Future[T | Refusal]") -> None:
            if not future.cancelled():
                self._answered.emit(lambda: done(future.result()))

        assert self._side is not None
        self._side.submit(_told_trouble, job).add_done_callback(post)


def _is_damage(refusal: Refusal) -> bool:
    return refusal.code in DAMAGE


def _told_trouble(job: Callable[[], T]) -> Any:
    """The store's trouble as a value."""
    try:
        return job()
    except StoreTrouble as trouble:
        return Refusal(trouble.code, {"detail": trouble.detail})
