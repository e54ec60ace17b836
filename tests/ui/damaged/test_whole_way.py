"""The whole way at the window: broken bytes, the page, a look, going on, signing on again."""

import gc
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap.ground import open_home
from counter_app.bootstrap.window import TerminalWindow
from counter_app.config import Home
from counter_app.db.verify import verify
from counter_app.domain.refusal import Refusal
from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.ui.damaged.damaged_page import DamagedPage
from counter_app.ui.damaged.hindered_page import HinderedPage
from counter_app.ui.damaged.look_dialog import LookDialog
from counter_app.ui.damaged.look_pages import LookFollowUps, LookLog
from counter_app.ui.damaged.mended_page import MendedPage
from counter_app.ui.shell import Page
from counter_app.ui.widgets.dialog import Dialog
from tests.ui.desk.fakes import press, type_keys
from tests.ui.desk.fakes import words as words_of
from tests.unit.bootstrap.homes import (
    SUPERVISOR,
    break_pages,
    change,
    entry_page,
    files_of,
    key_of,
    last_entry,
    morning_home,
    numbers_of,
)

PATIENCE_MS = 10_000
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The home that tests copy."""
    return morning_home(tmp_path_factory.mktemp("morning") / "home")


@pytest.fixture
def home(morning: Home, tmp_path: Path) -> Home:
    """A home to be broken."""
    shutil.copytree(morning.folder, tmp_path / "home")
    return Home(tmp_path / "home")


class Hands:
    """A person at the window."""

    def __init__(self, qtbot: QtBot, window: TerminalWindow) -> None:
        self.qtbot, self.window = qtbot, window

    def wait_for(self, kind: type[Page]) -> Page:
        """Until a page of the kind is on show."""
        self.qtbot.waitUntil(lambda: isinstance(self.page(), kind), timeout=PATIENCE_MS)
        return self.page()

    def page(self) -> Page:
        page = self.window.frame.page()
        assert page is not None
        return page

    def words(self) -> str:
        QApplication.processEvents()
        return words_of(self.window.frame)

    def dialog(self, kind: type[Dialog] = Dialog) -> Dialog:
        """The dialog that is open, active."""

        def found() -> list[Dialog]:
            return [one for one in self.window.frame.findChildren(kind) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
        dialog = found()[0]
        QTest.qWait(300)
        return dialog

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key in the window, longer after the last than a nervous finger's."""
        QTest.qWait(300)
        self.window.frame.activateWindow()
        QTest.qWaitForWindowActive(self.window.frame)
        QTest.keyClick(self.window.frame, key, held)

    def looked_through(self) -> DamagedPage:
        """The page of the damage, once the place is found."""
        page = self.wait_for(DamagedPage)
        assert isinstance(page, DamagedPage)
        self.qtbot.waitUntil(lambda: page.told.first is not None, timeout=PATIENCE_MS)
        return page


@pytest.fixture
def hands(home: Home, qtbot: QtBot, qapp: QApplication) -> Iterator[Hands]:
    """The window on the home; the test opens it."""
    made = Hands(qtbot, TerminalWindow(qapp, home, "zh"))
    yield made
    made.window.stop()
    QCoreApplication.processEvents()  # answers that were on their way
    made.window.frame.deleteLater()
    made.window.theme.deleteLater()
    qapp.setStyleSheet("")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Now and here: a worker of the next window would otherwise collect widgets on its own thread.
    del made.window
    gc.collect()


def test_broken_pages_are_said_and_the_sound_part_is_gone_on_with(
    home: Home, hands: Hands, expected_warnings: list[str]
) -> None:
    """Nothing of the sound part is lost, what is missing is named, and work goes on."""
    before = numbers_of(home)
    page = entry_page(home, last_entry(home) - 30)
    break_pages(home, page)
    broken = files_of(home).database.read_bytes()
    hands.window.open()
    hands.looked_through()
    assert f"第 {page} 页" in hands.words()
    assert str(files_of(home).database) in hands.words()
    hands.key(Qt.Key.Key_F8)
    QTest.keyClick(hands.dialog(), Qt.Key.Key_F8)
    done = hands.wait_for(MendedPage)
    assert isinstance(done, MendedPage)
    held = numbers_of(home)
    assert held
    assert held < before
    for number in before - held:
        assert number in hands.words()
    (kept,) = home.damaged.iterdir()
    assert (kept / "journal.db").read_bytes() == broken
    assert all(line in (kept / "list.txt").read_text("utf-8") for line in done.lines())
    hands.key(Qt.Key.Key_F8)
    hands.qtbot.waitUntil(lambda: hands.window.workplace is not None, timeout=PATIENCE_MS)
    assert hands.page() is hands.window.sign_on
    assert hands.window.exit_code == 0
    assert hands.window.settings.letters == "B"
    assert hands.window.workplace is not None
    assert hands.window.workplace.store.submit(lambda store: store.heads()).result()
    # Orders to print a paper whose own record is among the missing are told and dropped.
    assert all("unknown_paper" in one for one in expected_warnings)


def test_the_sound_part_is_looked_at_by_password_and_nothing_is_written(
    home: Home, hands: Hands
) -> None:
    break_pages(home, entry_page(home, last_entry(home) - 3))
    broken = files_of(home).database.read_bytes()
    hands.window.open()
    hands.looked_through()
    hands.key(Qt.Key.Key_V, ALT)
    sign_in(hands, "not it")
    dialog = hands.dialog(LookDialog)
    hands.qtbot.waitUntil(lambda: "还可再试 4 次" in words_of(dialog), timeout=PATIENCE_MS)
    type_keys(PASSWORD)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    log = hands.wait_for(LookLog)
    assert "只看不写" in hands.words()
    assert not {"log.note", "due.keep", "due.reassign"} & {one.code for one in log.offers()}
    hands.window.frame.bar.tab_chosen.emit("due")
    hands.wait_for(LookFollowUps)
    assert "只看不写" in hands.words()
    hands.key(Qt.Key.Key_Q, CONTROL)
    hands.wait_for(DamagedPage)
    assert files_of(home).database.read_bytes() == broken
    assert not list(home.folder.glob("looking-*"))


def test_five_wrong_passwords_end_the_looking(home: Home, hands: Hands) -> None:
    break_pages(home, entry_page(home, last_entry(home) - 3))
    hands.window.open()
    hands.looked_through()
    hands.key(Qt.Key.Key_V, ALT)
    for left in (4, 3, 2, 1):
        sign_in(hands, "not it")
        dialog = hands.dialog(LookDialog)
        hands.qtbot.waitUntil(partial(says, dialog, f"还可再试 {left} 次"), timeout=PATIENCE_MS)
    sign_in(hands, "not it")
    hands.qtbot.waitUntil(lambda: "密码连错多次" in hands.words(), timeout=PATIENCE_MS)
    hands.key(Qt.Key.Key_V, ALT)
    assert not [one for one in hands.window.frame.findChildren(LookDialog) if one.isVisible()]


def test_a_file_put_back_opens_again(home: Home, hands: Hands) -> None:
    database = files_of(home).database
    whole = database.read_bytes()
    break_pages(home, 1)
    hands.window.open()
    hands.looked_through()
    assert hands.window.exit_code == 1
    database.write_bytes(whole)
    hands.key(Qt.Key.Key_R, ALT)
    hands.qtbot.waitUntil(lambda: hands.window.workplace is not None, timeout=PATIENCE_MS)
    assert hands.window.exit_code == 0


def test_a_key_that_is_gone_is_a_sentence_with_the_way_by_the_recovery_sheet(
    home: Home, hands: Hands
) -> None:
    key = home.folder / "keys" / "machine.key"
    kept = key.read_bytes()
    key.unlink()
    hands.window.open()
    hands.wait_for(HinderedPage)
    assert f"main.py recover --home {home.folder}" in hands.words()
    key.write_bytes(kept)
    hands.key(Qt.Key.Key_F8)
    hands.qtbot.waitUntil(lambda: hands.window.workplace is not None, timeout=PATIENCE_MS)


def test_an_unsound_copy_is_said_and_the_next_start_leads_to_the_page(
    home: Home, hands: Hands, expected_warnings: list[str]
) -> None:
    """Damage of another kind than bytes shows in the day's copy."""
    change(home, "UPDATE case_row SET staff = '80299'")
    hands.window.open()
    hands.qtbot.waitUntil(home.suspect.exists, timeout=PATIENCE_MS)
    hands.qtbot.waitUntil(lambda: "签退后关闭程序" in hands.words(), timeout=PATIENCE_MS)
    assert isinstance(open_home(home), Refusal)
    assert not verify(files_of(home), key_of(home)).clean
    assert any("not sound" in one for one in expected_warnings)


def says(dialog: Dialog, part: str) -> bool:
    """Whether the words stand in a dialog."""
    return part in words_of(dialog)


def sign_in(hands: Hands, password: str) -> None:
    """Number and password into the dialog of the look."""
    dialog = hands.dialog(LookDialog)
    assert isinstance(dialog, LookDialog)
    hands.qtbot.waitUntil(lambda: not dialog._go.busy, timeout=PATIENCE_MS)
    if not dialog.number.value():
        type_keys(SUPERVISOR)
        press(Qt.Key.Key_Return)
    type_keys(password)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
