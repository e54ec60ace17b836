"""Keys that act whichever window has the keyboard: held with the system, on Windows and X11.

Owns holding them, letting them go, and telling which was pressed. Takes nobody's focus. A key that
another program holds already stays that program's. What a key does is not known here.
"""

import ctypes
import ctypes.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QCoreApplication,
    QObject,
    QSocketNotifier,
    Signal,
)
from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True, slots=True)
class Chord:
    """A capital letter or digit with what is held beside it, of words as `Ctrl+Alt+J`."""

    sign: str
    ctrl: bool
    alt: bool
    shift: bool

    @classmethod
    def of(cls, keys: str) -> "Chord":
        """Raises ValueError for a key that is no letter or digit, or has neither Ctrl nor Alt."""
        *beside, sign = keys.split("+")
        if len(sign) != 1 or not sign.isascii() or not sign.isalnum():
            raise ValueError(f"{keys}: no letter or digit")
        if not {"Ctrl", "Alt"} & set(beside):
            raise ValueError(f"{keys}: would take a sign from every program")
        return cls(sign.upper(), "Ctrl" in beside, "Alt" in beside, "Shift" in beside)


class WideKeys(QObject):
    """The port: `pressed` carries the key as it was given to `hold`."""

    pressed = Signal(str)

    def hold(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Hold these and no others; those that could be had."""
        raise NotImplementedError


class _KeyEvent(ctypes.Structure):
    """Xlib's XKeyEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("root", ctypes.c_ulong),
        ("subwindow", ctypes.c_ulong),
        ("time", ctypes.c_ulong),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("x_root", ctypes.c_int),
        ("y_root", ctypes.c_int),
        ("state", ctypes.c_uint),
        ("keycode", ctypes.c_uint),
        ("same_screen", ctypes.c_int),
    )


class _Event(ctypes.Union):
    """Xlib's XEvent: 24 longs, whatever the kind."""

    _fields_ = (("key", _KeyEvent), ("pad", ctypes.c_long * 24))


_ON_ERROR = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class X11WideKeys(WideKeys):
    """XGrabKey on a connection of its own. Raises OSError where there is no X display."""

    SHIFT, CTRL, ALT = 1, 4, 8
    LOCKS: ClassVar[tuple[int, ...]] = (0, 2, 16, 18)
    """Caps Lock and Num Lock are states like Shift to X: a key is held with and without them."""
    KEY_PRESS, ASYNC = 2, 1

    def __init__(self) -> None:
        super().__init__()
        self._x11 = _x11()
        self._display = self._x11.XOpenDisplay(None)
        if not self._display:
            raise OSError("no X display")
        self._root = self._x11.XDefaultRootWindow(self._display)
        self._held: dict[tuple[int, int], str] = {}
        self._refused = False
        self._hear_error = _ON_ERROR(self._error_heard)
        number = self._x11.XConnectionNumber(self._display)
        self._notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def hold(self, keys: Sequence[str]) -> tuple[str, ...]:
        for code, state in self._held:
            for locks in self.LOCKS:
                self._x11.XUngrabKey(self._display, code, state | locks, self._root)
        wanted = {self._place(Chord.of(one)): one for one in keys}
        self._held = {place: one for place, one in wanted.items() if self._grab(*place)}
        return tuple(self._held.values())

    def _place(self, chord: Chord) -> tuple[int, int]:
        code = self._x11.XKeysymToKeycode(self._display, ord(chord.sign.lower()))
        state = self.CTRL * chord.ctrl | self.ALT * chord.alt | self.SHIFT * chord.shift
        return code, state

    def _grab(self, code: int, state: int) -> bool:
        """Whether the key is ours now. A refusal would end the program if nobody heard it."""
        x11, self._refused = self._x11, code == 0
        before = x11.XSetErrorHandler(self._hear_error)
        for locks in self.LOCKS if code else ():
            x11.XGrabKey(self._display, code, state | locks, self._root, 0, self.ASYNC, self.ASYNC)
        x11.XSync(self._display, 0)
        x11.XSetErrorHandler(before)
        return not self._refused

    def _error_heard(self, _display: object, _error: object) -> int:
        self._refused = True
        return 0

    def _read(self) -> None:
        event = _Event()
        while self._x11.XPending(self._display):
            self._x11.XNextEvent(self._display, ctypes.byref(event))
            if event.key.type == self.KEY_PRESS:
                state = event.key.state & (self.SHIFT | self.CTRL | self.ALT)
                key = self._held.get((event.key.keycode, state))
                if key is not None:
                    self.pressed.emit(key)


class WindowsWideKeys(WideKeys):
    """RegisterHotKey. Raises OSError elsewhere. Not tried on Windows yet."""

    ALT, CTRL, SHIFT, NO_REPEAT = 1, 2, 4, 0x4000

    def __init__(self) -> None:
        super().__init__()
        loader = getattr(ctypes, "windll", None)
        app = QCoreApplication.instance()
        if loader is None or app is None:
            raise OSError("not on Windows")
        self._user = loader.user32
        self._held: dict[int, str] = {}
        self._filter = _HotKeyFilter(self._number_pressed)
        app.installNativeEventFilter(self._filter)

    def hold(self, keys: Sequence[str]) -> tuple[str, ...]:
        for number in self._held:
            self._user.UnregisterHotKey(None, number)
        self._held = {
            number: key
            for number, key in enumerate(keys, start=1)
            if self._register(number, Chord.of(key))
        }
        return tuple(self._held.values())

    def _register(self, number: int, chord: Chord) -> bool:
        beside = self.CTRL * chord.ctrl | self.ALT * chord.alt | self.SHIFT * chord.shift
        sign = ord(chord.sign)
        return bool(self._user.RegisterHotKey(None, number, beside | self.NO_REPEAT, sign))

    def _number_pressed(self, number: int) -> None:
        key = self._held.get(number)
        if key is not None:
            self.pressed.emit(key)


class _Message(ctypes.Structure):
    """The part of Windows' MSG that is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("number", ctypes.c_size_t),
    )


class _HotKeyFilter(QAbstractNativeEventFilter):
    """Takes WM_HOTKEY out of the program's messages."""

    HOT_KEY = 0x0312

    def __init__(self, pressed: Any) -> None:
        super().__init__()
        self._pressed = pressed

    def nativeEventFilter(self, _kind: Any, message: Any) -> tuple[bool, int]:
        told = _Message.from_address(int(message))
        if told.message != self.HOT_KEY:
            return False, 0
        self._pressed(told.number)
        return True, 0


def wide_keys() -> WideKeys | None:
    """What this system offers; None where keys act only while a window of ours has them."""
    try:
        if sys.platform == "win32":
            return WindowsWideKeys()
        if QGuiApplication.platformName() == "xcb":
            return X11WideKeys()
    except OSError:
        return None
    return None


def _x11() -> Any:
    """Xlib with the signatures used here. Raises OSError where it is not installed."""
    name = ctypes.util.find_library("X11")
    if name is None:
        raise OSError("libX11 is not installed")
    x11 = ctypes.CDLL(name)
    pointer, number = ctypes.c_void_p, ctypes.c_int
    mask, window = ctypes.c_uint, ctypes.c_ulong
    x11.XOpenDisplay.restype = pointer
    x11.XDefaultRootWindow.argtypes, x11.XDefaultRootWindow.restype = (pointer,), window
    x11.XConnectionNumber.argtypes = (pointer,)
    x11.XKeysymToKeycode.argtypes = (pointer, ctypes.c_ulong)
    x11.XKeysymToKeycode.restype = ctypes.c_ubyte
    x11.XGrabKey.argtypes = (pointer, number, mask, window, number, number, number)
    x11.XUngrabKey.argtypes = (pointer, number, mask, window)
    x11.XSync.argtypes = (pointer, number)
    x11.XPending.argtypes = (pointer,)
    x11.XNextEvent.argtypes = (pointer, pointer)
    x11.XSetErrorHandler.argtypes, x11.XSetErrorHandler.restype = (pointer,), pointer
    return x11
