"""Everybody of the demo signs on to a page of work, with the pages of the own rights beside it."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from counter_app.bootstrap.window import TerminalWindow
from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.rehearsal.hands import Hands

PAGES = {
    "80001": ("staff", ["人员", "规程", "我的", "后续事项", "网点"]),
    "80002": ("supervision.log", ["日志", "我的"]),
    "80201": ("supervision.log", ["日志", "待批准", "后续事项", "求助", "网点", "我的"]),
    "80210": ("home", ["我的", "后续事项", "求助"]),
    "80220": ("home", ["我的", "后续事项"]),
    "80231": ("desk.home", ["柜面", "后续事项", "日终", "我的"]),
    "80240": ("home", ["我的", "后续事项"]),
}


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_nobody_signs_on_to_an_empty_desk(window: TerminalWindow) -> None:
    hands = Hands(window.frame)
    hands.wait_for("the sign-on page", lambda: window.usable_now)
    seen = {}
    for number in PAGES:
        hands.type(number)
        hands.type(PASSWORD)
        hands.wait_for("a first page", lambda: page_of(window) != "signon")
        seen[number] = (page_of(window), tabs_of(window))
        window.frame.offers.run("session.sign_off")
        hands.wait_for("the sign-on page", lambda: page_of(window) == "signon")
        hands.settle()
    in_any_order = {who: (page, sorted(tabs)) for who, (page, tabs) in seen.items()}
    assert in_any_order == {who: (page, sorted(tabs)) for who, (page, tabs) in PAGES.items()}


def tabs_of(window: TerminalWindow) -> list[str]:
    """The words of the tabs, from the left."""
    buttons = window.frame.bar.findChildren(QAbstractButton)
    tabs = [one for one in buttons if one.isCheckable() and one.isVisible()]
    return [one.accessibleName() or one.text() for one in sorted(tabs, key=lambda one: one.x())]


def page_of(window: TerminalWindow) -> str:
    """The code of the page on show."""
    page = window.frame.page()
    return page.code if page is not None else ""
