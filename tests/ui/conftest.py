"""What every test of the window stands on: fonts, theme, language, a window, a day at a branch.

A folder overrides what is otherwise there, and adds what is its own.
"""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.db.store import StoreFiles
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame, Page
from counter_app.ui.theme import Theme
from counter_app.ui.theme.fonts import load_fonts
from tests.ui.supervision.day import Day, open_branch
from tests.ui.supervision.work import Office, new_office
from tests.unit.services.standing import RESOURCES, new_standing

Shown = Callable[[Page], Frame]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of each thing that it cannot do with a window."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support"))


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The shipped fonts, once."""
    assert load_fonts(RESOURCES / "fonts") == ()


@pytest.fixture
def theme(qapp: QApplication, fonts: None) -> Iterator[Theme]:
    """Light at 100 %, and nothing left of it afterwards."""
    made = Theme(RESOURCES, "light", 100)
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def language(qapp: QApplication) -> Iterator[WindowLanguage]:
    """The language of the window, Chinese at the start; no words of it stay installed."""
    made = WindowLanguage(RESOURCES / "i18n")
    made.choose("zh")
    yield made
    made.choose("zh")
    shiboken6.delete(made)


@pytest.fixture
def open_page(theme: Theme, qtbot: QtBot) -> Shown:
    """Show a page in the window as before sign-on, active and laid out."""
    kept: list[Frame] = []

    def opened(page: Page) -> Frame:
        frame = Frame(theme)
        kept.append(frame)
        frame.bar.set_branch("安澜银行 城东支行")
        frame.set_signed_on(False)
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        with qtbot.waitActive(frame):
            frame.show()
            frame.activateWindow()
        frame.show_page(page)
        QApplication.processEvents()
        return frame

    return opened


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A store with its reader."""
    standing = new_standing(tmp_path / "home")
    made = new_office(standing, StoreFiles.in_home(tmp_path / "home"))
    yield made
    made.reader.close()
    standing.store.close()


@pytest.fixture
def day(office: Office) -> Day:
    """A branch founded with the shipped procedures."""
    return open_branch(office)


@pytest.fixture
def frame(theme: Theme) -> Iterator[Frame]:
    """The window, signed on, at 1366 x 768; nothing of it outlives its theme."""
    made = Frame(theme)
    made.bar.set_branch("示例银行 城东支行")
    made.bar.set_person("主管 周岚 80201")
    made.resize(1366, 768)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)


@pytest.fixture
def shown(qtbot: QtBot, frame: Frame) -> Shown:
    """Show a page in the window, active."""

    def show(page: Page) -> Frame:
        with qtbot.waitActive(frame):
            frame.show()
            frame.activateWindow()
        frame.show_page(page)
        return frame

    return show
