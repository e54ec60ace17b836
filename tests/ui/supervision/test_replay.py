"""The replay of a case: its events in words, the page as it was, playing, and a remark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.journal.facts.people import RoleEnded
from counter_app.ui.supervision import replay_pane
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, card_lost
from tests.ui.supervision.seen import words_on

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(day: Day, theme: Theme, shown: Shown) -> DayLogPage:
    """A log with one case, chosen."""
    card_lost(day, "lost", day.chen, 31)
    day.office.at(60)
    made = DayLogPage(day.office.ground(theme, day.supervisor))
    shown(made)
    return made


def told(page: DayLogPage) -> list[str]:
    """What happened, without the evidence."""
    return [one.what for one in page.replay.events.events()]


def go_to(page: DayLogPage, words: str) -> None:
    """Show the moment of an event."""
    number = next(n for n, one in enumerate(page.replay.events.events()) if words in one.what)
    page.replay.track.setValue(number)


def test_events_are_told_in_words(page: DayLogPage) -> None:
    assert told(page) == [
        "客户到 3 号窗口",
        "看过 李桂兰 的居民身份证原件",
        "开始办理 挂失",
        "来办的人：本人 李桂兰",
        "问清需求：挂失的介质、挂失方式、是被偷、被抢，或者账户里的钱少了吗",
        "户主有效身份证件：原件已见",
        "挂失申请书（当场填写并签名）：缺",
        "材料清单 2 项，缺 1 项",
        "填好：账号后四位、联系电话",
        "联系电话 由 138****5678 改为 139****4321",
        "挂起",
    ]


def test_evidence_stands_under_the_event(page: DayLogPage) -> None:
    events = {one.what: one.evidence for one in page.replay.events.events()}
    assert "110***********002X" in events["看过 李桂兰 的居民身份证原件"]
    assert "客户稍后填" in events["挂失申请书（当场填写并签名）：缺"]
    assert events["挂起"] == "原因：户口簿在老家，等家人送来"
    assert events["联系电话 由 138****5678 改为 139****4321"] == "核对时客户更正"


def test_the_page_is_as_it_was(page: DayLogPage) -> None:
    go_to(page, "材料清单")
    shown = words_on(page.replay.then)
    assert "只读，已脱敏" in shown
    assert "材料" in shown
    assert "已见" in shown
    assert "缺" in shown
    go_to(page, "填好")
    shown = words_on(page.replay.then)
    assert "138****5678" in shown
    assert "139****4321" not in shown
    go_to(page, "联系电话 由")
    assert "139****4321" in words_on(page.replay.then)
    go_to(page, "挂起")
    assert "等家人送来" in words_on(page.replay.then)


def test_ticks_stand_where_steps_begin(page: DayLogPage) -> None:
    ticks = [(one.words, one.index) for one in page.replay.track.ticks()]
    assert ticks == [("接待", 0), ("需求", 2), ("材料", 5), ("受理", 8)]
    page.replay.track.setFocus()
    QTest.keyClick(page.replay.track, Qt.Key.Key_Home)
    assert page.replay.track.value() == 0
    QTest.keyClick(page.replay.track, Qt.Key.Key_PageDown)
    assert page.replay.track.value() == 2
    QTest.keyClick(page.replay.track, Qt.Key.Key_Right)
    assert page.replay.track.value() == 3
    QTest.keyClick(page.replay.track, Qt.Key.Key_PageUp)
    assert page.replay.track.value() == 2


def test_keys_step_from_anywhere_and_the_list_follows(page: DayLogPage) -> None:
    last = page.replay.track.maximum()
    assert page.replay.track.value() == last
    QTest.keyClick(page.table, Qt.Key.Key_Left, ALT)
    assert page.replay.track.value() == last - 1
    assert page.replay.events.currentIndex().row() == last - 1
    QTest.keyClick(page.table, Qt.Key.Key_Home, ALT)
    assert page.replay.events.currentIndex().row() == 0
    page.replay.events.setFocus()
    QTest.keyClick(page.replay.events, Qt.Key.Key_Down)
    assert page.replay.track.value() == 1


def test_it_plays_to_the_end_and_stops(
    page: DayLogPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay_pane, "SECOND_MS", 8)
    QTest.keyClick(page.table, Qt.Key.Key_P, ALT)
    assert page.replay.track.value() == 0
    assert page.replay.controls.play.text() == "暂停"
    qtbot.waitUntil(lambda: page.replay.track.value() == page.replay.track.maximum())
    qtbot.waitUntil(lambda: page.replay.controls.play.text() == "播放")


def test_play_is_paused_by_the_same_key(page: DayLogPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_P, ALT)
    QTest.keyClick(page.table, Qt.Key.Key_P, ALT)
    assert page.replay.controls.play.text() == "播放"


def test_a_remark_is_written_into_the_case(day: Day, page: DayLogPage, qtbot: QtBot) -> None:
    page.replay.note.setFocus()
    page.replay.note.insert("户口簿可由社区证明替代，电话 13812345678")
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(page.replay.note, Qt.Key.Key_F8)
    assert "备注已记入" in said.args[0]
    assert page.replay.note.value() == ""
    assert told(page)[-1] == "备注：户口簿可由社区证明替代，电话 138****5678"
    assert "周岚 80201" in page.replay.events.events()[-1].evidence


def test_an_empty_remark_says_what_is_missing(page: DayLogPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_F8)
    assert page.replay.note_row.error() == "请先写备注"
    assert page.replay.note.hasFocus()


def test_a_refused_remark_stays_in_the_field(day: Day, theme: Theme, page: DayLogPage) -> None:
    day.standing.write("staff/80001", ("staff/80201", RoleEnded(role="supervisor")))
    page.replay.note.setFocus()
    page.replay.note.insert("看过")
    QTest.keyClick(page.replay.note, Qt.Key.Key_F8)
    assert "不能做这件事" in page.replay.note_row.error()
    assert page.replay.note.value() == "看过"


def test_another_case_begins_with_an_empty_remark(day: Day, page: DayLogPage) -> None:
    page.replay.note.insert("还没写完")
    card_lost(day, "next", day.wang, 70)
    page.refresh()
    QTest.keyClick(page.table, Qt.Key.Key_Down, ALT)
    QTest.keyClick(page.table, Qt.Key.Key_Up, ALT)
    assert page.replay.note.value() == ""


def test_without_its_version_the_events_are_still_told(day: Day, page: DayLogPage) -> None:
    day.office.at(80)
    case = day.standing.begin_case(day.wang, "9")
    page.refresh()
    page.show_case(case)
    assert "规程版本不在本机" in words_on(page.replay.then)
    assert "开始办理" in words_on(page.replay.then)


def test_an_unreadable_store_is_told(day: Day, page: DayLogPage) -> None:
    day.office.work.trouble = "damaged"
    page.show_case(day.cases["lost"])
    assert "本机数据文件读不出来" in words_on(page.replay)
    assert not page.replay.events.isVisible()


def test_narrow_windows_show_one_at_a_time(page: DayLogPage, shown: Shown) -> None:
    frame = page.window()
    frame.resize(911, 512)
    QApplication.processEvents()
    assert page.table.isVisible()
    assert not page.replay.isVisible()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.replay.events.hasFocus()
    assert not page.table.isVisible()
    QTest.keyClick(page.replay.events, Qt.Key.Key_T, ALT)
    assert page.table.hasFocus()
