"""待批准 at the supervisor's PC: what waits with its evidence, one key, one's own refused."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.roles import Role
from counter_app.journal.folds.people import OverrideView
from counter_app.services import overriding
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OverrideNeeded
from counter_app.ui.approvals.refusing import RefuseDialog
from counter_app.ui.approvals.waiting_page import ApprovalsPage
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day
from tests.ui.supervision.seen import rows_of, words_on

NEEDED = OverrideNeeded("cancel_completed", None, ("03A-0001C", "客户改主意"))


def asked(day: Day, acting: Acting) -> OverrideView:
    case = day.standing.begin_case(day.wang, f"asked{day.standing.fact_count()}")
    answer = overriding.request(day.standing.counter, acting, case, NEEDED)
    assert isinstance(answer, OverrideView), answer
    return answer


def state(day: Day, override: OverrideView) -> str:
    return overriding.override_view(day.standing.counter, override.subject).state


def page_for(day: Day, acting: Acting, theme: Theme, shown: Shown) -> ApprovalsPage:
    page = ApprovalsPage(day.office.ground(theme, acting))
    shown(page)
    return page


def test_nothing_waits_and_says_so(day: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(day, day.supervisor, theme, shown)
    assert "没有等着批准的" in words_on(page)
    assert page.tab() == "待批准"


def test_what_waits_stands_with_its_evidence_and_is_granted_by_one_key(
    day: Day, theme: Theme, shown: Shown
) -> None:
    request = asked(day, day.wang)
    page = page_for(day, day.supervisor, theme, shown)
    assert page.tab() == "待批准 1"
    (row,) = rows_of(page.table)
    assert "王敏 80231" in row
    assert "取消已办结的业务" in words_on(page)
    assert "客户改主意" in words_on(page)
    QTest.keyClick(page.table, Qt.Key.Key_F8)
    assert state(day, request) == "granted"
    assert page.tab() == "待批准"


def refusing(page: ApprovalsPage, qtbot: QtBot) -> RefuseDialog:
    """Alt+R: the dialog that asks why."""
    QTest.keyClick(page.table, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, RefuseDialog)]
    dialog = next(one for one in shown if one.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_it_is_not_sent_back_without_a_reason(
    day: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    request = asked(day, day.wang)
    dialog = refusing(page_for(day, day.supervisor, theme, shown), qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert state(day, request) == "asked"
    assert dialog.isVisible()
    assert dialog.reason.hasFocus()
    dialog.reject()


def test_it_is_sent_back_with_a_reason(day: Day, theme: Theme, shown: Shown, qtbot: QtBot) -> None:
    request = asked(day, day.wang)
    dialog = refusing(page_for(day, day.supervisor, theme, shown), qtbot)
    QTest.keyClicks(dialog.reason, "check first")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    refused = overriding.override_view(day.standing.counter, request.subject).refused
    assert refused is not None
    assert refused.comment == "check first"


def test_nobody_approves_the_own_request_under_another_account(
    day: Day, theme: Theme, shown: Shown
) -> None:
    day.standing.hire("80299", Role.TELLER, name="周岚", person=day.supervisor.person)
    request = asked(day, day.standing.acting("80299"))
    page = page_for(day, day.supervisor, theme, shown)
    QTest.keyClick(page.table, Qt.Key.Key_F8)
    assert state(day, request) == "asked"
    assert "不能批准自己的申请" in words_on(page)


def test_what_was_taken_back_waits_no_more(day: Day, theme: Theme, shown: Shown) -> None:
    request = asked(day, day.wang)
    page = page_for(day, day.supervisor, theme, shown)
    overriding.withdraw(day.standing.counter, day.wang, request.subject)
    page.refresh()
    assert page.tab() == "待批准"
    assert state(day, request) == "withdrawn"


def test_a_disk_that_cannot_be_read_is_said(day: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(day, day.supervisor, theme, shown)
    day.office.work.trouble = "damaged"
    page.refresh()
    assert "本机数据文件读不出来" in words_on(page)
