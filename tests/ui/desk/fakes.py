"""Work that runs at once on a real store, and a desk on it, for the tests of the desk's pages.

Owns no assertion. Jobs can be held back, as when the disk is slow.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from counter_app.db.queries import open_reader
from counter_app.db.store import SqliteStore, StoreFiles
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.forms.run_state import RunState
from counter_app.i18n import Language
from counter_app.services.counter import Counter
from counter_app.services.handling_results import NoticeWish, OpenCase
from counter_app.services.pinyin import initials
from counter_app.services.read_models import Reader
from counter_app.ui.approvals.dialog import ApprovalMeans
from counter_app.ui.desk.desk import Desk
from counter_app.ui.desk.means import Means, NotHere, PagesDone
from counter_app.ui.shell import Frame
from counter_app.ui.theme import Theme
from tests.unit.services.standing import KEY, Standing, copied, new_standing, offer

T = TypeVar("T")
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass
class FakeWork:
    """`ui.work.Work` on this thread. `holding` keeps jobs back until `let_go`."""

    counter: Counter
    reader: Reader
    holding: bool = False
    held: list[Callable[[], None]] = field(default_factory=list)
    jobs: int = 0

    def do(self, receiver: QObject, job: Callable[[Counter], T], done: Callable[[T], None]) -> None:
        self.jobs += 1
        self._run(lambda: self._answer(receiver, job(self.counter), done))

    def read(
        self, receiver: QObject, key: str, job: Callable[[Reader], T], done: Callable[[T], None]
    ) -> None:
        self._run(lambda: self._answer(receiver, job(self.reader), done))

    def aside(self, receiver: QObject, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self._run(lambda: self._answer(receiver, job(), done))

    def let_go(self) -> None:
        """Run what was held back, in order."""
        self.holding = False
        while self.held:
            self.held.pop(0)()

    def _run(self, act: Callable[[], None]) -> None:
        if self.holding:
            self.held.append(act)
        else:
            act()

    def _answer(self, receiver: QObject, value: T, done: Callable[[T], None]) -> None:
        if shiboken6.isValid(receiver):
            done(value)


@dataclass
class FakePreviews:
    """Blank pages, and what was asked for."""

    notices: list[NoticeWish] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    away: Refusal | None = None

    def notice(
        self, receiver: QObject, opened: OpenCase, run: RunState, wish: NoticeWish, done: PagesDone
    ) -> None:
        self.notices.append(wish)
        done(((_blank(), "一次性告知单"),))

    def paper(
        self, receiver: QObject, content_hash: str, done: PagesDone, missing: NotHere
    ) -> None:
        self.papers.append(content_hash)
        if self.away is not None:
            missing(self.away)
            return
        done(((_blank(), "业务受理回执"),))


@dataclass
class FakeSpooler:
    """`printed.Spooler` over the store alone: no thread, and no paper."""

    store: SqliteStore

    def came_out(self, paper: str, copy_number: int) -> bool:
        return self._moved(paper, copy_number, ("unknown",), "sent")

    def release(self, paper: str, copy_number: int) -> bool:
        return self._moved(paper, copy_number, ("failed", "held", "unknown"), "queued")

    def cancel(self, paper: str, copy_number: int) -> bool:
        return self._moved(paper, copy_number, ("failed", "held", "unknown"), "given_up")

    def _moved(self, paper: str, copy_number: int, allowed: tuple[str, ...], state: str) -> bool:
        known = {(o.paper, o.copy_number): old for o, old in self.store.pending_orders()}
        if known.get((paper, copy_number)) not in allowed:
            return False
        self.store.set_order_state(paper, copy_number, state, "")
        return True


@dataclass
class Counterside:
    """A founded branch with two tellers and a supervisor, and the desk of the first."""

    standing: Standing
    work: FakeWork
    theme: Theme
    previews: FakePreviews = field(default_factory=FakePreviews)
    language: Language = "zh"
    pace: float = 1.0
    pressed_at: float = 0.0
    serial_pattern: str = ""
    frame: Frame = field(init=False)
    desk: Desk = field(init=False)

    def open(self, staff: str = "80231") -> Desk:
        """A window of its own with the desk of one person, as after sign-on."""
        acting = self.standing.acting(staff)
        means = Means(
            self.theme,
            self.work,
            acting,
            "03",
            lambda: self.language,
            self.standing.clock.now,
            self.previews,
            initials,
            FakeSpooler(self.standing.store),
            serial_pattern=self.serial_pattern,
        )
        approvals = ApprovalMeans(
            self.theme,
            self.work,
            lambda: self.language,
            self.standing.verifiers,
            lambda verifier, password: verifier == password,
        )
        self.frame = Frame(self.theme, initials, self.press_time)
        self.frame.bar.set_branch("示例银行 城东支行")
        self.desk = Desk(self.frame, means, approvals)
        return self.desk

    def press_time(self) -> float:
        """The clock of key presses: each comes `pace` seconds after the one before."""
        self.pressed_at += self.pace
        return self.pressed_at


def make_counterside(home: Path, theme: Theme) -> Counterside:
    """A founded branch under the shipped procedures."""
    standing = copied(_staffed, home)
    reader = open_reader(StoreFiles.in_home(home).database, KEY)
    return Counterside(standing, FakeWork(standing.counter, reader), theme)


def _staffed(home: Path) -> Standing:
    standing = new_standing(home)
    offer(standing)
    standing.hire("80231", Role.TELLER, name="王敏")
    standing.hire("80232", Role.TELLER, name="陈亮")
    standing.hire("80201", Role.SUPERVISOR, name="周岚")
    return standing


def type_keys(text: str) -> None:
    """Type a text into whatever has the focus, as a person would."""
    QCoreApplication.processEvents()
    for sign in text:
        widget = QApplication.focusWidget()
        assert widget is not None
        if sign.isascii():
            QTest.keyClick(widget, ord(sign))
        else:
            _type_sign(widget, sign)


def press(key: Qt.Key, held: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    """Press one key where the focus is, and let posted events run."""
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    QCoreApplication.processEvents()


def words(widget: QWidget | None) -> str:
    """All words that stand on a widget and what is in it, one a line."""
    assert widget is not None
    for _round in range(3):
        QCoreApplication.processEvents()
    parts = []
    for one in (widget, *widget.findChildren(QWidget)):
        if one.isVisible() and isinstance(one, QLabel | QAbstractButton) and one.text():
            parts.append(one.text())
    return "\n".join(parts)


def minutes_later(standing: Standing, minutes: float) -> dt.datetime:
    """The clock moves on."""
    standing.clock.go(minutes=minutes)
    return standing.clock.now()


def _type_sign(widget: QWidget, sign: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, NO_MODIFIER, sign))


def _blank() -> QImage:
    page = QImage(210, 297, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    return page
