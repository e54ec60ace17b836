"""The own day by keys: open lines lead to their place, the end takes a reason, 补录 begins."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.journal.folds.day import WindowDayView
from counter_app.services import late_entry
from counter_app.ui.day.day_page import DayPage
from counter_app.ui.day.forms_dialog import FormsDialog
from counter_app.ui.day.late_entry_dialog import LateEntryDialog
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, booking_unclear, card_lost, loss_reported, promised
from tests.ui.supervision.seen import rows_of, words_on

ALT = Qt.KeyboardModifier.AltModifier


def page_of(day: Day, theme: Theme, shown: Shown) -> DayPage:
    """王敏's own day."""
    page = DayPage(day.office.ground(theme, day.wang))
    shown(page)
    return page


def busy(day: Day) -> None:
    """One done, one parked, one unclear; a colleague's; a promise due."""
    loss_reported(day, "done", day.wang, 10)
    card_lost(day, "parked", day.wang, 30)
    booking_unclear(day, "unclear", day.wang, 50)
    loss_reported(day, "other", day.chen, 60)
    promised(day, "due", "电话提醒领卡", "2026-11-23", day.wang)
    day.office.at(90)


def closing(day: Day) -> WindowDayView:
    """How the window's day stands."""
    view = day.office.reader.view("windowday/03-2026-11-23")
    assert isinstance(view, WindowDayView)
    return view


def test_the_own_log_totals_and_what_is_open(day: Day, theme: Theme, shown: Shown) -> None:
    busy(day)
    page = page_of(day, theme, shown)
    rows = rows_of(page.open)
    assert [row.split()[1] for row in rows][:2] == ["记账不明", "挂起"]
    assert {row.split()[1] for row in rows} >= {"记账不明", "挂起", "后续到期"}
    assert "受理 3，办结 1" in words_on(page)
    headings = [row for row in rows_of(page.log) if row.startswith("[")]
    assert len(headings) == 2
    assert "受理 2，办结 1" in headings[0]


def test_a_line_leads_there_by_its_key(day: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    busy(day)
    page = page_of(day, theme, shown)
    with qtbot.waitSignal(page.case_wanted) as wanted:
        QTest.keyClick(page.open, Qt.Key.Key_1, ALT)
    assert wanted.args == [day.cases["unclear"]]
    last = len(rows_of(page.open))
    with qtbot.waitSignal(page.due_wanted):
        QTest.keyClick(page.open, Qt.Key(Qt.Key.Key_0 + last), ALT)


def test_the_end_takes_a_reason_and_is_taken_back(
    day: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    busy(day)
    page = page_of(day, theme, shown)
    QTest.keyClick(page.open, Qt.Key.Key_F8)
    assert "写明原因" in page.reason_row.error()
    assert page.reason.hasFocus()
    page.reason.insert("客户明早再来")
    QTest.qWait(260)
    with qtbot.waitSignal(page.said):
        QTest.keyClick(page.reason, Qt.Key.Key_F8)
    closed = closing(day).closed
    assert closed is not None
    assert closed.reason == "客户明早再来"
    assert {one.kind for one in closed.left_open} >= {"booking", "parked", "follow_up"}
    assert "已日终" in words_on(page)
    with qtbot.waitSignal(page.said):
        QTest.keyClick(page.log, Qt.Key.Key_R, ALT)
    assert closing(day).closed is None


def test_a_clean_day_ends_by_one_key(day: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    loss_reported(day, "done", day.wang, 10)
    page = page_of(day, theme, shown)
    assert "没有未了事项" in words_on(page)
    with qtbot.waitSignal(page.said):
        QTest.keyClick(page.log, Qt.Key.Key_F8)
    assert closing(day).closed is not None


def test_a_form_is_entered_afterwards(day: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    day.office.at(90)
    page = page_of(day, theme, shown)
    QTest.keyClick(page.log, Qt.Key.Key_N, ALT)
    dialog = page.window().findChild(LateEntryDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert "请选业务" in words_on(dialog)
    dialog.paper.insert("E-GS-0007")
    dialog.service.set_value("GS")
    dialog.cause.set_value("power")
    dialog.at.set_value("2026-11-23 09:40")
    with qtbot.waitSignal(page.case_wanted) as wanted:
        QTest.keyClick(dialog, Qt.Key.Key_F8)
    entered = late_entry.late_entry(day.standing.counter, "E-GS-0007").entered
    assert entered is not None
    assert [entered.case] == wanted.args
    page.refresh()
    assert any("补录" in row for row in rows_of(page.log))


def test_forms_are_printed_and_entered_by_their_number(
    day: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    day.office.at(90)
    page = page_of(day, theme, shown)
    QTest.keyClick(page.log, Qt.Key.Key_E, ALT)
    forms = page.window().findChild(FormsDialog)
    assert forms is not None
    forms.activateWindow()
    qtbot.waitUntil(forms.isActiveWindow)
    with qtbot.waitSignal(page.said):
        QTest.keyClick(forms, Qt.Key.Key_F9)
    page.refresh()
    qtbot.waitUntil(page.window().isActiveWindow)
    waiting = [row for row in rows_of(page.open) if "E03-261123-E01" in row]
    assert len(waiting) == 1
    with qtbot.waitSignal(page.copies_wanted):
        QTest.keyClick(page.open, Qt.Key.Key_1, ALT)
    QTest.keyClick(page.log, Qt.Key.Key_N, ALT)
    dialog = page.window().findChild(LateEntryDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.paper, "E03-GS-261123-02")
    QTest.keyClick(dialog.paper, Qt.Key.Key_Return)
    assert dialog.service.value() == "GS"
    dialog.paper.set_value("E03-GS-261123-07")
    dialog.cause.set_value("power")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert "没有发出过" in words_on(dialog)


def test_trouble_is_told(day: Day, theme: Theme, shown: Shown) -> None:
    day.office.work.trouble = "damaged"
    assert "本机数据文件读不出来" in words_on(page_of(day, theme, shown))
