"""Theme, language and a window for the tests of a home that does not open."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame, Page
from counter_app.ui.theme import Theme
from counter_app.ui.theme.fonts import load_fonts

RESOURCES = Path(__file__).resolve().parents[3] / "resources"

Open = Callable[[Page], Frame]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of each thing that it cannot do with a window."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support"))


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The shipped fonts, once."""
    assert load_fonts(RESOURCES / "fonts") == ()


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """What a test left of widgets goes on this thread, while the application still lives."""
    yield
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


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
def open_page(theme: Theme, qtbot: QtBot) -> Open:
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
