"""The whole window on a home, opened and put away so that the next test finds no trace of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from counter_app.bootstrap.window import TerminalWindow
from counter_app.config import Home


@contextmanager
def opened_window(app: QApplication, home: Home) -> Iterator[TerminalWindow]:
    """The window in Chinese, as somebody opens it in the morning."""
    made = TerminalWindow(app, home, "zh")
    made.open()
    try:
        yield made
    finally:
        made.stop()
        made.frame.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del made
        gc.collect()
        app.setStyleSheet("")
