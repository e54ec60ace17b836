"""静默求助 as the supervisor sees it: quiet, named by window and person, answered by key."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.services import silent_help
from counter_app.services.counter import Acting
from counter_app.ui.care.help_page import HelpPage
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day
from tests.ui.supervision.seen import rows_of, words_on


def page_for(day: Day, acting: Acting, theme: Theme, shown: Shown) -> HelpPage:
    page = HelpPage(day.office.ground(theme, acting))
    shown(page)
    return page


def test_nobody_waits(day: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(day, day.supervisor, theme, shown)
    assert "没有求助" in words_on(page)
    assert page.tab() == "求助"


def test_a_pc_to_which_no_call_comes_does_not_say_that_nobody_waits(
    day: Day, theme: Theme, shown: Shown
) -> None:
    ground = replace(day.office.ground(theme, day.supervisor), hears_calls=lambda: False)
    page = HelpPage(ground)
    shown(page)
    assert "没有求助" not in words_on(page)
    assert "别的窗口的求助到不了这台电脑" in words_on(page)


def test_a_call_stands_with_window_person_and_time(day: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(day, day.supervisor, theme, shown)
    silent_help.call_help(day.standing.counter, day.wang)
    page.refresh()
    (row,) = rows_of(page.table)
    assert "王敏 80231" in row
    assert page.tab() == "求助 1"


def test_one_key_says_that_somebody_goes(day: Day, theme: Theme, shown: Shown) -> None:
    silent_help.call_help(day.standing.counter, day.wang)
    page = page_for(day, day.supervisor, theme, shown)
    QTest.keyClick(page.table, Qt.Key.Key_F8)
    assert page.lines() == ()
    assert day.office.reader.help_calls() == ()


def test_who_called_is_not_shown_the_own_call(day: Day, theme: Theme, shown: Shown) -> None:
    silent_help.call_help(day.standing.counter, day.supervisor)
    page = page_for(day, day.supervisor, theme, shown)
    assert page.lines() == ()
    assert page.tab() == "求助"
