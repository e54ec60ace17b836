"""A code reader that types like a keyboard: tells it from a person and takes its signs away.

A burst of 6 or more signs, less than 30 ms apart by the events' own times, closed by Enter or Tab, is
a scan. Its signs do not stay in the field that had the focus and its Enter presses nothing. What a
person types is untouched. The events' times decide, so a window that hung takes nobody for a reader.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """How this PC's reader types. Gap in milliseconds of the events' clock."""

    max_gap_ms: int = 30
    min_signs: int = 6
    prefix: str = ""
    suffix: str = ""
    ends: tuple[Qt.Key, ...] = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


@dataclass(frozen=True, slots=True)
class KeySeen:
    """One sign as it came, for the set-up page: the sign and the gap before it."""

    sign: str
    gap_ms: int


@dataclass(slots=True)
class _Burst:
    """Signs that came in a row, and what the focused field held before the first of them."""

    last_ms: int
    signs: list[KeySeen] = field(default_factory=list)
    put_back: Callable[[], None] | None = None
    held: list[tuple[QObject, QKeyEvent]] = field(default_factory=list)

    def text(self) -> str:
        return "".join(seen.sign for seen in self.signs)


class WedgeReader(QObject):
    """Watches the key presses of the windows given to `watch`. `scanned` carries the text.

    Where no text field has the focus, a sign waits for the gap before it acts as a key, so that a
    scan ticks no checklist; in text fields nothing waits, and a scan is taken out again.
    """

    scanned = Signal(str)
    burst_seen = Signal(object, bool)

    def __init__(self, settings: ReaderSettings | None = None) -> None:
        super().__init__()
        self._settings = settings or ReaderSettings()
        self._burst: _Burst | None = None
        self._replaying = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(2 * self._settings.max_gap_ms)
        self._wait.timeout.connect(self._let_go)

    def watch(self, window: QWidget) -> None:
        """Watch a top-level window; call it again for each dialog."""
        window.winId()
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return False
        if event.type() != QEvent.Type.KeyPress:
            return bool(self._burst and self._burst.held)
        return self._pressed(_watched, event)

    def _pressed(self, window: QObject, event: QKeyEvent) -> bool:
        if self._is_end(event):
            return self._ended(event)
        if not _is_sign(event):
            if not _is_modifier(event):
                self._let_go()
            return False
        self._take_sign(event)
        burst = self._burst
        if burst is None or burst.put_back is not None:
            return False
        burst.held.append((window, event.clone()))
        self._wait.start()
        return True

    def _take_sign(self, event: QKeyEvent) -> None:
        now = event.timestamp()
        gap = now - self._burst.last_ms if self._burst else 0
        if self._burst is None or not self._quick(gap):
            self._let_go()
            self._burst = _Burst(now, put_back=_snapshot(QApplication.focusWidget()))
            gap = 0
        self._burst.last_ms = now
        self._burst.signs.append(KeySeen(event.text(), gap))

    def _ended(self, event: QKeyEvent) -> bool:
        burst = self._burst
        if burst is None:
            return False
        quick = self._quick(event.timestamp() - burst.last_ms)
        text = self._inner_text(burst.text()) if quick else None
        if burst.signs:
            self.burst_seen.emit(tuple(burst.signs), text is not None)
        if text is None:
            self._let_go()
            return False
        self._wait.stop()
        self._burst = None
        if burst.put_back is not None:
            burst.put_back()
        self.scanned.emit(text)
        return True

    def _quick(self, gap_ms: int) -> bool:
        """Whether a gap is a reader's. A clock of events that began anew is not quick."""
        return 0 <= gap_ms < self._settings.max_gap_ms

    def _inner_text(self, text: str) -> str | None:
        """The code between prefix and suffix; None if this is no scan."""
        settings = self._settings
        if not (text.startswith(settings.prefix) and text.endswith(settings.suffix)):
            return None
        inner = text[len(settings.prefix) : len(text) - len(settings.suffix)]
        return inner if len(inner) >= settings.min_signs else None

    def _is_end(self, event: QKeyEvent) -> bool:
        return event.key() in self._settings.ends and not event.isAutoRepeat()

    def _let_go(self) -> None:
        """It was a person after all: let the keys act that waited."""
        self._wait.stop()
        burst, self._burst = self._burst, None
        if burst is None:
            return
        self._replaying = True
        for window, event in burst.held:
            if shiboken6.isValid(window):
                QCoreApplication.sendEvent(window, event)
        self._replaying = False


def _is_sign(event: QKeyEvent) -> bool:
    text = event.text()
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return (
        len(text) == 1
        and text.isprintable()
        and not event.isAutoRepeat()
        and not event.modifiers() & control
        and event.timestamp() > 0
    )


def _is_modifier(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock)


def _snapshot(widget: QWidget | None) -> Callable[[], None] | None:
    """How to put a text field back as it is now; None for anything else."""
    if isinstance(widget, QLineEdit) and not widget.isReadOnly():
        return _line_snapshot(widget)
    if isinstance(widget, QPlainTextEdit) and not widget.isReadOnly():
        return _text_snapshot(widget)
    return None


def _line_snapshot(edit: QLineEdit) -> Callable[[], None]:
    text, caret = edit.text(), edit.cursorPosition()
    start, length = edit.selectionStart(), edit.selectionLength()

    def put_back() -> None:
        if edit.text() != text:
            edit.selectAll()
            edit.insert(text)
        edit.setCursorPosition(caret)
        if start >= 0:
            edit.setSelection(start, length)

    return put_back


def _text_snapshot(edit: QPlainTextEdit) -> Callable[[], None]:
    text, cursor = edit.toPlainText(), edit.textCursor()
    anchor, caret = cursor.anchor(), cursor.position()

    def put_back() -> None:
        now = edit.textCursor()
        now.select(now.SelectionType.Document)
        now.insertText(text)
        now.setPosition(anchor)
        now.setPosition(caret, now.MoveMode.KeepAnchor)
        edit.setTextCursor(now)

    return put_back
