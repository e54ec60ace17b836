"""The day's log by keys: exceptions first, filters, pages, and trouble told as a sentence."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.domain.masks import find_unmasked
from counter_app.domain.roles import Role
from counter_app.services.read_models import LogFilter, LogPage
from counter_app.ui.supervision.day_log_page import PAGE, DayLogPage
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, booking_unclear, card_lost, loss_reported, promised
from tests.ui.supervision.seen import rows_of, words_on

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def busy(day: Day) -> Day:
    """A day with two exceptions and two plain cases."""
    booking_unclear(day, "unclear", day.wang, 5)
    loss_reported(day, "early", day.wang, 20)
    card_lost(day, "lost", day.chen, 31)
    loss_reported(day, "late", day.chen, 60)
    day.office.at(240)
    return day


@pytest.fixture
def page(busy: Day, theme: Theme, shown: Shown) -> DayLogPage:
    """The log in the window."""
    made = DayLogPage(busy.office.ground(theme, busy.supervisor))
    shown(made)
    return made


def number_of(day: Day, name: str) -> str:
    """A case's number."""
    found = day.office.reader.view(day.cases[name])
    return str(found.number)  # type: ignore[attr-defined]


def test_exceptions_stand_first_in_words(page: DayLogPage) -> None:
    rows = rows_of(page.table)
    assert rows[0] == "[异常，先看 2]"
    assert "核心是否记账不明" in rows[1]
    assert "挂起，更正过" in rows[2]
    assert rows[3] == "[正常 2]"
    assert [row.split()[0] for row in rows[4:]] == ["10:01", "09:21"]
    assert all("现金取款" in row and "办结" in row for row in rows[4:])
    assert "4 笔" in words_on(page)
    assert "异常 2" in words_on(page)


def test_the_first_case_is_chosen_and_replayed(busy: Day, page: DayLogPage) -> None:
    assert page.table.hasFocus()
    assert page.table.selectionModel().isRowSelected(1)
    assert page.replay.case == busy.cases["unclear"]
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.replay.case == busy.cases["lost"]
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.replay.case == busy.cases["late"]


def test_keys_move_through_the_log_from_anywhere(busy: Day, page: DayLogPage, shown: Shown) -> None:
    page.replay.note.setFocus()
    QTest.keyClick(page.replay.note, Qt.Key.Key_Down, ALT)
    assert page.replay.case == busy.cases["lost"]
    assert page.replay.note.hasFocus()
    QTest.keyClick(page.replay.note, Qt.Key.Key_Up, ALT)
    assert page.replay.case == busy.cases["unclear"]


def test_words_filter_the_rows(busy: Day, page: DayLogPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_F, ALT)
    assert page.filters.words.hasFocus()
    QTest.keyClicks(page.filters.words, number_of(busy, "lost"))
    assert len(rows_of(page.table)) == 2
    assert number_of(busy, "lost") in rows_of(page.table)[1]
    QTest.keyClick(page.filters.words, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    assert page.replay.case == busy.cases["lost"]


def test_nothing_found_says_so_and_how_to_go_on(page: DayLogPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_F, ALT)
    QTest.keyClicks(page.filters.words, "zzzz")
    assert "没有符合条件的业务" in words_on(page.none)
    assert "Alt+Q" in words_on(page.none)
    QTest.keyClick(page.filters.words, Qt.Key.Key_Q, ALT)
    assert page.filters.words.value() == ""
    assert len(rows_of(page.table)) == 6
    assert page.table.hasFocus()


def test_teller_service_and_state_are_chosen_by_keys(busy: Day, page: DayLogPage) -> None:
    page.filters.staff.setFocus()
    QTest.keyClick(page.filters.staff, Qt.Key.Key_Down)
    assert page.filters.staff.value() == busy.chen.staff
    assert all("陈亮" in row for row in rows_of(page.table) if not row.startswith("["))
    QTest.keyClick(page.filters.staff, Qt.Key.Key_Up)
    page.filters.service.setFocus()
    while page.filters.service.currentText() != "挂失":
        QTest.keyClick(page.filters.service, Qt.Key.Key_Down)
    assert len(rows_of(page.table)) == 2
    page.filters.service.set_value("")
    page.filters.state.setFocus()
    QTest.keyClick(page.filters.state, Qt.Key.Key_Down)
    assert page.filters.state.currentText() == "只看异常"
    assert [row for row in rows_of(page.table) if row.startswith("[")] == ["[异常，先看 2]"]


def test_another_day_is_typed(page: DayLogPage) -> None:
    page.filters.date.setFocus()
    page.filters.date.selectAll()
    QTest.keyClicks(page.filters.date, "20261120")
    QTest.keyClick(page.filters.date, Qt.Key.Key_Return)
    assert page.filters.day == dt.date(2026, 11, 20)
    assert "这一天没有业务" in words_on(page)
    assert "11-20" in page.filters.title.text()


def test_trouble_is_told_and_never_an_empty_list(busy: Day, theme: Theme, shown: Shown) -> None:
    busy.office.work.trouble = "damaged"
    page = DayLogPage(busy.office.ground(theme, busy.supervisor))
    frame = shown(page)
    assert "本机数据文件读不出来" in words_on(page.trouble)
    assert not page.table.isVisible()
    assert QApplication.focusWidget() is not None
    busy.office.work.trouble = ""
    QTest.keyClick(frame, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.table.isVisible()
    assert len(rows_of(page.table)) == 6


def test_a_late_answer_to_an_older_question_is_dropped(busy: Day, page: DayLogPage) -> None:
    work = busy.office.work
    work.holding = True
    page.filters.words.set_value(number_of(busy, "lost"))
    page.filters.changed.emit()
    page.filters.words.set_value("")
    page.filters.changed.emit()
    first, second = work.held[0], work.held[1]
    work.holding = False
    work.held = []
    second()
    first()
    assert len(rows_of(page.table)) == 6


def test_rows_come_page_by_page(busy: Day, theme: Theme, shown: Shown) -> None:
    office = busy.office
    line = office.reader.day_log(LogFilter(office.standing.counter.today().isoformat()))
    every = [line.lines[-1]] * 5000
    asked: list[tuple[int, int]] = []

    class Long:
        """A reader with a long day."""

        def day_log(self, wanted: object) -> LogPage:
            offset, limit = wanted.offset, wanted.limit  # type: ignore[attr-defined]
            asked.append((offset, limit))
            return LogPage(tuple(every[offset : offset + limit]), len(every), 0)

        def __getattr__(self, name: str) -> object:
            return getattr(office.reader, name)

    office.work.reader = Long()  # type: ignore[assignment]
    page = DayLogPage(office.ground(theme, busy.supervisor))
    shown(page)
    assert asked == [(0, PAGE)]
    assert page.table.rows.rowCount() == PAGE + 1
    QTest.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert asked[1] == (PAGE, PAGE)
    assert page.table.rows.rowCount() >= 2 * PAGE + 1
    assert "5000 笔" in words_on(page)


def test_no_number_stands_open_anywhere(busy: Day, page: DayLogPage) -> None:
    for name in ("unclear", "lost", "late"):
        page.show_case(busy.cases[name])
        for moment in range(page.replay.track.maximum() + 1):
            page.replay.track.setValue(moment)
            told = words_on(page) + "\n".join(one.spoken() for one in page.replay.events.events())
            assert find_unmasked(told) == ()


def test_there_is_no_printing_yet(page: DayLogPage) -> None:
    assert "F9" not in {action.key for action in page.offers()}


def test_follow_ups_of_everybody_stand_beside_the_log(busy: Day, page: DayLogPage) -> None:
    promised(busy, "a", "电话提醒领卡", "2026-11-20", busy.wang)
    promised(busy, "b", "补寄告知单", "2026-11-23", busy.chen)
    promised(busy, "c", "下月再看", "2026-12-23", busy.chen)
    page.refresh()
    QTest.keyClick(page.table, Qt.Key.Key_U, ALT)
    assert page.due.table.hasFocus()
    rows = rows_of(page.due.table)
    assert [rows[0], rows[2]] == ["[已过期 1]", "[今天到期 1]"]
    assert "王敏" in rows[1]
    assert "过期 3 天" in rows[1]
    assert "陈亮" in rows[3]
    QTest.keyClick(page.due.table, Qt.Key.Key_U, ALT)
    assert page.replay.isVisible()


def test_an_auditor_reads_the_log_and_is_offered_nothing_to_write(
    busy: Day, theme: Theme, shown: Shown
) -> None:
    auditor = busy.standing.hire("80002", Role.AUDITOR, name="郑毅")
    page = DayLogPage(busy.office.ground(theme, auditor))
    shown(page)
    assert len(rows_of(page.table)) >= 4
    assert not page.replay.note.isVisible()
    assert not {"log.note", "log.due", "due.keep"} & {one.code for one in page.offers()}
