"""Follow-ups due, by keys: marked as kept with a result, given to a colleague, and refused in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.journal.facts.people import SignedOn
from counter_app.journal.facts.presence import FollowUpDone
from counter_app.services.counter import Acting
from counter_app.services.following import follow_up_view
from counter_app.ui.supervision.follow_ups_page import FollowUpsPage
from counter_app.ui.supervision.reassign_dialog import ReassignDialog
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, promised
from tests.ui.supervision.seen import rows_of, words_on

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def owed(day: Day) -> Day:
    """王敏 owes two, 陈亮 one."""
    promised(day, "old", "电话提醒领卡", "2026-11-20", day.wang)
    promised(day, "today", "补寄告知单", "2026-11-23", day.wang)
    promised(day, "other", "回复客户", "2026-11-23", day.chen)
    day.office.at(60)
    return day


def page_for(owed: Day, acting: Acting, theme: Theme, shown: Shown) -> FollowUpsPage:
    """The page of somebody, in the window."""
    page = FollowUpsPage(owed.office.ground(theme, acting))
    shown(page)
    return page


def test_a_teller_sees_what_she_owes(owed: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(owed, owed.wang, theme, shown)
    rows = rows_of(page.due.table)
    assert [row for row in rows if row.startswith("[")] == ["[已过期 1]", "[今天到期 1]"]
    assert not any("回复客户" in row for row in rows)


def test_kept_with_a_result(owed: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    page = page_for(owed, owed.wang, theme, shown)
    assert page.due.table.current_code() == "followup/old"
    QTest.keyClick(page.due.table, Qt.Key.Key_F8)
    assert "请写结果" in page.due.result_row.error()
    assert page.due.result.hasFocus()
    page.due.result.insert("已电话告知")
    QTest.qWait(260)
    with qtbot.waitSignal(page.said):
        QTest.keyClick(page.due.result, Qt.Key.Key_F8)
    view = follow_up_view(owed.standing.counter, "followup/old")
    assert view.result == "已电话告知"
    assert len(rows_of(page.due.table)) == 2
    assert page.due.result.value() == ""


def test_what_is_typed_stays_when_it_is_refused(owed: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(owed, owed.wang, theme, shown)
    page.due.result.insert("已办")
    owed.standing.write("staff/80231", ("followup/old", FollowUpDone(result="别处办了")))
    page.due.keep()
    assert page.due.result_row.error()
    assert page.due.result.value() == "已办"


def test_given_to_a_colleague(owed: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    page = page_for(owed, owed.supervisor, theme, shown)
    page.due.table.setFocus()
    QTest.keyClick(page.due.table, Qt.Key.Key_R, ALT)
    dialog = page.window().findChild(ReassignDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert "请选同事" in words_on(dialog)
    assert dialog.to.hasFocus()
    dialog.to.set_value(owed.chen.staff)
    dialog.reason.insert("王敏今天休息")
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert said.args == ["已转交 陈亮"]
    assert follow_up_view(owed.standing.counter, "followup/old").staff.value == owed.chen.staff
    assert "陈亮" in rows_of(page.due.table)[1]


def test_nothing_due_says_so(owed: Day, theme: Theme, shown: Shown) -> None:
    third = owed.standing.hire("80299")
    page = page_for(owed, third, theme, shown)
    assert "没有到期的后续事项" in words_on(page)
    assert page.offers() == []


def test_trouble_is_told(owed: Day, theme: Theme, shown: Shown) -> None:
    owed.office.work.trouble = "damaged"
    page = page_for(owed, owed.wang, theme, shown)
    assert "本机数据文件读不出来" in words_on(page)
    assert "没有到期" not in words_on(page)
    assert QApplication.activeWindow() is page.window()


def test_the_case_of_a_promise_opens(owed: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    page = page_for(owed, owed.wang, theme, shown)
    page.due.table.setFocus()
    with qtbot.waitSignal(page.case_wanted) as wanted:
        QTest.keyClick(page.due.table, Qt.Key.Key_Return)
    assert wanted.args == ["case/x"]


def test_what_an_absent_colleague_owes_goes_to_who_is_here_by_one_key(
    owed: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    on = SignedOn(staff=owed.chen.staff, terminal="03", window="2", roles=("teller",))
    owed.standing.write(owed.chen.actor, ("signon/chen", on))
    page = page_for(owed, owed.supervisor, theme, shown)
    for name in ("old", "today"):
        with qtbot.waitSignal(page.said) as said:
            QTest.keyClick(page.due.table, Qt.Key.Key_A, ALT)
        assert said.args == ["已转交 陈亮"]
        view = follow_up_view(owed.standing.counter, f"followup/{name}")
        assert view.staff.value == owed.chen.staff
    assert "due.stand_in" not in [one.code for one in page.offers()]
