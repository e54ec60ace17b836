"""受限 in the day's log: for who has the right, a row that says so, and what was passed on by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.journal.folds.case import CaseView
from counter_app.services import referring
from counter_app.services.counter import Acting
from counter_app.services.referring import EnquiryTold, Referred
from counter_app.ui.customers.search_pane import SearchPane
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.supervision.restricted import RestrictedDialog
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, loss_reported
from tests.ui.supervision.seen import rows_of, words_on

ALT = Qt.KeyboardModifier.AltModifier
WORD = "鲸落"


@pytest.fixture
def enquiry(day: Day) -> str:
    """An authority came to the window; a plain case beside it; all three matters passed on."""
    loss_reported(day, "done", day.wang, 10)
    case = day.begin("enquiry", "SFYJ", day.wang, 30)
    counter, teller = day.standing.counter, day.wang
    post = Referred(f"{WORD}岗", "80250")
    referring.refer_observation(counter, teller, post)
    referring.refer_police(counter, teller, post, "14:05", f"{WORD}-77")
    told = EnquiryTold(f"{WORD}法院", ("甲证", "乙证"), f"{WORD}令", "14:10")
    referring.refer_enquiry(counter, teller, post, told)
    day.office.at(90)
    return case


def log_of(day: Day, acting: Acting, theme: Theme, shown: Shown) -> DayLogPage:
    made = DayLogPage(day.office.ground(theme, acting))
    shown(made)
    return made


def test_the_log_says_of_a_row_that_it_is_restricted(
    day: Day, enquiry: str, theme: Theme, shown: Shown
) -> None:
    rows = rows_of(log_of(day, day.supervisor, theme, shown).table)
    assert sum("（受限）" in one for one in rows) == 1
    assert any("有权机关来人接待移交（受限）" in one for one in rows)


def test_alt_j_lists_what_was_passed_on_and_to_whom(
    day: Day, enquiry: str, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    page = log_of(day, day.supervisor, theme, shown)
    assert WORD not in words_on(page)
    QTest.keyClick(page.table, Qt.Key.Key_J, ALT)
    dialog = page.window().findChildren(RestrictedDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    assert "11-23 受限事项 3" in words_on(dialog)
    first, police, authority = rows_of(dialog.table)
    assert first == f"09:31 观察到的情况 {WORD}岗 80250 王敏 80231"
    assert f"警号 {WORD}-77  14:05 到" in police
    assert f"{WORD}法院  {WORD}令  来人 2 名  14:10 到" in authority
    assert "甲证" not in "".join(rows_of(dialog.table))
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog.table, Qt.Key.Key_Escape)


def test_without_the_right_there_is_neither_row_nor_key(
    day: Day, enquiry: str, theme: Theme, shown: Shown
) -> None:
    page = log_of(day, day.chen, theme, shown)
    rows = rows_of(page.table)
    assert len([one for one in rows if one.startswith("0")]) == 1
    assert "受限" not in "".join(rows) + words_on(page)
    assert "log.restricted" not in {one.code for one in page.offers()}
    page.show_case(enquiry)
    assert "SFYJ" not in words_on(page)
    assert "有权机关" not in words_on(page)


def test_the_search_of_others_finds_none_of_it(
    day: Day, enquiry: str, theme: Theme, qtbot: QtBot
) -> None:
    view = day.standing.store.view(enquiry)
    assert isinstance(view, CaseView)
    number = view.number
    for acting, hits in ((day.wang, 1), (day.supervisor, 1), (day.chen, 0)):
        pane = SearchPane(day.office.ground(theme, acting))
        qtbot.addWidget(pane)
        pane.show()
        pane.look_for(number)
        rows = [one for one in rows_of(pane.table) if not one.startswith("[")]
        assert len(rows) == hits, acting.staff
