"""How long nobody has touched this PC: from the system where it says so, else from our window.

Only asks; what follows from it (the lock) is decided elsewhere.
"""

import ctypes
import ctypes.util
import sys
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleTime(Protocol):
    """The port: `whole_pc` tells whether other programs' input counts too."""

    whole_pc: bool

    def idle_seconds(self) -> float:
        """Seconds since the last input."""


class _ScreenSaverInfo(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("mask", ctypes.c_ulong),
    )


class X11Idle:
    """The X server's own count, through libXss. Raises OSError where it cannot be had."""

    whole_pc = True

    def __init__(self) -> None:
        self._x11 = ctypes.CDLL(_library("X11"))
        self._xss = ctypes.CDLL(_library("Xss"))
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._xss.XScreenSaverQueryInfo.argtypes = (
            ctypes.c_void_p,
            ctypes.c_ulong,
            ctypes.POINTER(_ScreenSaverInfo),
        )
        self._display = self._x11.XOpenDisplay(None)
        if not self._display:
            raise OSError("no X display")
        self._root = self._x11.XDefaultRootWindow(self._display)
        self.idle_seconds()

    def idle_seconds(self) -> float:
        """Seconds since the last input to any program on this display."""
        info = _ScreenSaverInfo()
        if not self._xss.XScreenSaverQueryInfo(self._display, self._root, ctypes.byref(info)):
            raise OSError("the X server does not tell idle time")
        return float(info.idle) / 1000


class _LastInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("time", ctypes.c_uint))


class WindowsIdle:
    """GetLastInputInfo. Raises OSError elsewhere. Not tried on Windows yet."""

    whole_pc = True

    def __init__(self) -> None:
        loader = getattr(ctypes, "windll", None)
        if loader is None:
            raise OSError("not on Windows")
        self._user, self._kernel = loader.user32, loader.kernel32

    def idle_seconds(self) -> float:
        """Seconds since the last input to any program of this session."""
        info = _LastInput()
        info.size = ctypes.sizeof(info)
        if not self._user.GetLastInputInfo(ctypes.byref(info)):
            raise OSError("GetLastInputInfo failed")
        # Both counts are 32 bits of milliseconds and wrap round together after 49 days.
        return float((self._kernel.GetTickCount() - info.time) & 0xFFFFFFFF) / 1000


class WindowIdle(QObject):
    """Input to our own windows only: the fallback. Work in the core's window counts as idle."""

    whole_pc = False

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._last = clock()

    def watch(self, application: QGuiApplication) -> None:
        """Count what every window of the program is given: the desk, its strip, a dialog."""
        application.focusWindowChanged.connect(self._watch_too)
        self._watch_too(application.focusWindow())

    def _watch_too(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def idle_seconds(self) -> float:
        """Seconds since the last input to a window of ours."""
        return self._clock() - self._last

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last = self._clock()
        return False


def idle_time() -> IdleTime:
    """The best this PC offers; `whole_pc` False means: watch our windows, and say so."""
    try:
        if sys.platform == "win32":
            return WindowsIdle()
        if QGuiApplication.platformName() == "xcb":
            return X11Idle()
    except OSError:
        return WindowIdle()
    return WindowIdle()


def _library(name: str) -> str:
    found = ctypes.util.find_library(name)
    if found is None:
        raise OSError(f"lib{name} is not installed")
    return found
