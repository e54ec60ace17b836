"""静默求助 in a real session: called by keys in desk and strip, shown to supervisor and lobby alone."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from counter_app.bootstrap.window import TerminalWindow
from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.rehearsal.hands import Hands
from counter_app.ui.care.help_page import HelpPage
from counter_app.ui.keys import Key
from counter_app.ui.strip.strip import Strip


def sign_on(hands: Hands, window: TerminalWindow, number: str) -> None:
    """Number, password, Enter."""
    hands.type(number)
    hands.type(PASSWORD)
    hands.wait_for("a first page", lambda: page_of(window) != "signon")


def sign_off(hands: Hands, window: TerminalWindow) -> None:
    window.frame.offers.run("session.sign_off")
    hands.wait_for("the sign-on page", lambda: page_of(window) == "signon")
    hands.settle()


def page_of(window: TerminalWindow) -> str:
    page = window.frame.page()
    return page.code if page is not None else ""


def seen(window: TerminalWindow) -> tuple[object, ...]:
    """All that could be seen, heard or felt here: windows, words, title, focus, clipboard, tones."""
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    focus = QApplication.focusWidget()
    return (
        len(tops),
        [words_on(one) for one in tops],
        window.frame.windowTitle(),
        type(focus),
        focus.accessibleName() if focus is not None else "",
        QGuiApplication.clipboard().text(),
    )


def at_rest(hands: Hands, window: TerminalWindow) -> tuple[object, ...]:
    """What is seen once everything that was being read is on show."""
    kept = [seen(window)]

    def stands() -> bool:
        hands.settle(0.5)
        kept.append(seen(window))
        return kept[-1] == kept[-2]

    hands.wait_for("a window at rest", stands)
    return kept[-1]


def words_on(top: QWidget) -> list[str]:
    """The words on show; the seconds of a running clock are none of them."""
    shown = [one for one in top.findChildren(QWidget) if one.isVisible()]
    words = [one.text() for one in shown if isinstance(one, QLabel | QAbstractButton)]
    return [one for one in words if one and ":" not in one]


def call_help(hands: Hands, window: TerminalWindow, tones: list[str]) -> None:
    """The chord; nothing here is otherwise than before, now or when the store has answered."""
    before = at_rest(hands, window)
    hands.press(Key.SILENT_HELP.value)
    assert seen(window) == before
    hands.settle(0.6)
    assert seen(window) == before
    assert tones == []


def go_to_calls(hands: Hands, window: TerminalWindow, number: str) -> None:
    """Signed on, told in the tab that two wait, and gone there."""
    sign_on(hands, window, number)
    hands.wait_for("the calls in the tab", lambda: "求助 2" in words_on(window.frame.bar))
    hands.press(Key.ROOM_HELP.value)
    hands.wait_for("the calls", lambda: page_of(window) == "care.help")


def calls(window: TerminalWindow) -> tuple[HelpPage, list[tuple[str, str]]]:
    """The page of calls and who waits there."""
    page = window.frame.page()
    assert isinstance(page, HelpPage)
    return page, [(one.window, one.staff) for one in page.lines()]


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_a_call_is_seen_by_supervisor_and_lobby_and_by_nobody_at_the_window(
    window: TerminalWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    tones: list[str] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: tones.append("beep")))
    hands = Hands(window.frame)
    hands.wait_for("the sign-on page", lambda: window.usable_now)
    sign_on(hands, window, "80231")
    assert window.workplace is not None
    at = window.workplace.session.acting
    assert at is not None
    call_help(hands, window, tones)
    hands.press(Key.STRIP.value)
    tops = QApplication.topLevelWidgets()
    strip = next(one for one in tops if isinstance(one, Strip) and one.isVisible())
    strip.activateWindow()
    hands.wait_for("the strip", strip.isActiveWindow)
    in_strip = Hands(strip)
    call_help(in_strip, window, tones)
    in_strip.press(Key.STRIP.value)
    window.frame.activateWindow()
    hands.wait_for("the desk", window.frame.isActiveWindow)
    assert "求助" not in " ".join(words_on(window.frame.bar))
    sign_off(hands, window)
    for number in ("80201", "80210"):
        go_to_calls(hands, window, number)
        assert calls(window)[1] == [(at.window, "80231")] * 2
        sign_off(hands, window)
    go_to_calls(hands, window, "80201")
    hands.press(Key.NEXT.value)
    hands.wait_for("one call less", lambda: len(calls(window)[1]) == 1)
    sign_off(hands, window)
