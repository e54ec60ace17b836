"""The page of a customer: masked facts, history, conflicts in sight, trouble told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.domain.masks import find_unmasked
from counter_app.journal.facts.presence import CustomerRegistered
from counter_app.services import one_customer
from counter_app.ui.customers.customer_page import CustomerPage
from counter_app.ui.customers.settling import OneOfDialog
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.customers.people import CUSTOMER, amended_apart, belongs, group, registered
from tests.ui.supervision.day import NUMBER, Day, card_lost, loss_reported
from tests.ui.supervision.seen import rows_of, words_on


@pytest.fixture
def known(day: Day) -> Day:
    """A customer with two cases."""
    registered(day)
    card_lost(day, "lost", day.chen, 31)
    belongs(day, "lost")
    loss_reported(day, "cash", day.wang, 60)
    belongs(day, "cash")
    day.office.at(80)
    return day


def page_of(known: Day, theme: Theme, shown: Shown) -> CustomerPage:
    """Her page in the window."""
    page = CustomerPage(known.office.ground(theme, known.wang))
    shown(page)
    page.show_customer(CUSTOMER)
    page.table.setFocus()
    return page


def test_facts_are_masked(known: Day, theme: Theme, shown: Shown) -> None:
    words = words_on(page_of(known, theme, shown).window())
    assert "李桂兰" in words
    assert "110***********002X" in words
    assert "138****5678" in words
    assert "北京市东城区东大街****" in words
    assert "302" not in words
    assert find_unmasked(words) == ()


def test_her_cases_stand_latest_first(known: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    page = page_of(known, theme, shown)
    rows = rows_of(page.table)
    assert "现金取款" in rows[0]
    assert "挂失" in rows[1]
    assert "挂起，更正过" in rows[1]
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.case_wanted) as wanted:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == [known.cases["lost"]]


def test_a_conflict_shows_both_values_and_their_writers(
    known: Day, theme: Theme, shown: Shown, tmp_path: Path
) -> None:
    amended_apart(known, tmp_path)
    page = page_of(known, theme, shown)
    words = words_on(page.window())
    assert "联系方式在两个窗口改得不一样" in words
    assert "139****1111" in words
    assert "137****2222" in words
    assert "王敏 80231" in words
    assert "陈亮 60418" in words


def test_the_next_customer_sees_nothing_of_the_last(known: Day, theme: Theme, shown: Shown) -> None:
    page = page_of(known, theme, shown)
    known.office.work.holding = True
    page.show_customer("customer/2")
    assert "李桂兰" not in words_on(page.window())
    known.office.work.let_go()
    assert "本机没有这位客户的资料" in words_on(page)


def test_trouble_is_told(known: Day, theme: Theme, shown: Shown) -> None:
    known.office.work.trouble = "damaged"
    page = page_of(known, theme, shown)
    assert "本机数据文件读不出来" in words_on(page)
    known.office.work.trouble = ""
    QTest.keyClick(page.window(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert len(rows_of(page.table)) == 2


def test_back_by_its_key(known: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    page = page_of(known, theme, shown)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.table, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)


def test_one_entry_settles_which_value_stands(
    known: Day, theme: Theme, shown: Shown, tmp_path: Path, qtbot: QtBot
) -> None:
    amended_apart(known, tmp_path)
    page = page_of(known, theme, shown)
    assert "按 Alt+D 定下一份" in words_on(page)
    QTest.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    dialog = page.window().findChild(OneOfDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    before = known.standing.fact_count()
    QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
    assert known.standing.fact_count() == before + 1
    view = one_customer.customer_view(known.standing.counter, CUSTOMER)
    assert view.conflicts == ()
    assert view.value("contact", "phone") in ("13900001111", "13700002222")
    assert "不一样" not in words_on(page)


def test_a_customer_registered_twice_is_shown_and_joined_by_a_key(
    known: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    identity = group("identity", name="李桂兰", paper="resident_id", number=NUMBER)
    twice = CustomerRegistered(groups=(identity, group("contact", phone="13900001111")))
    known.standing.write(known.wang.actor, ("customer/2", twice))
    found = known.office.reader.search("李桂兰").customers
    assert [one.twice for one in found] == [True, True]
    page = page_of(known, theme, shown)
    assert "可能重复" in words_on(page)
    QTest.keyClick(page.table, Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    dialog = page.window().findChild(OneOfDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
    assert "可能重复" not in words_on(page)
    (stays,) = known.office.reader.search("李桂兰").customers
    assert (stays.subject, stays.twice) == (CUSTOMER, False)
    page.show_customer("customer/2")
    assert len(rows_of(page.table)) == 2
