"""What the day holds beside its cases, in the log by key: no visit, state or approval is left out."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.domain.work_state import WorkState
from counter_app.journal.facts.care import PoliceContacted
from counter_app.journal.folds.people import OverrideView
from counter_app.journal.folds.presence import VisitView
from counter_app.services import overriding, silent_help, visiting, work_states
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OverrideNeeded
from counter_app.services.read_models import IN_PUBLIC, DayBeside, Sight
from counter_app.ui.supervision.beside import BesideDialog
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.supervision.restricted import RestrictedDialog
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, loss_reported
from tests.ui.supervision.seen import rows_of, words_on

ALT = Qt.KeyboardModifier.AltModifier
MONDAY = "2026-11-23"
NUMBER = "03A-0001C"


def lived(day: Day) -> str:
    """A case, somebody who only asked, a slow core, a refused approval, a call, and the police."""
    case = loss_reported(day, "done", day.wang, 10)
    counter, teller = day.standing.counter, day.wang
    day.office.at(30)
    visit = visiting.start_visit(counter, teller)
    assert isinstance(visit, VisitView)
    visiting.end_visit(counter, teller, visit.subject, "advised")
    work_states.set_work_state(counter, teller, WorkState.CORE_SLOW)
    day.office.at(40)
    work_states.end_work_state(counter, teller)
    asked = overriding.request(
        counter, teller, case, OverrideNeeded("cancel_completed", None, ("客户反悔",))
    )
    assert isinstance(asked, OverrideView)
    overriding.refuse_here(counter, day.supervisor, asked.subject, "已经记账")
    silent_help.call_help(counter, teller)
    call = day.office.reader.help_calls()[0].subject
    silent_help.answer_help(counter, day.supervisor, call, "going")
    day.office.at(50)
    police = PoliceContacted(at="10:20", badge="7717", case=case)
    day.standing.write(teller.actor, ("restricted/police", police))
    return case


def read(day: Day, sight: Sight = IN_PUBLIC) -> DayBeside:
    return day.office.reader.beside_cases(MONDAY, sight)


def test_every_visit_state_and_approval_of_the_day_is_read(day: Day) -> None:
    lived(day)
    found = read(day)
    assert [one.outcome for one in found.visits] == ["", "advised"]
    assert [(one.what, one.staff) for one in found.spells] == [("core_slow", "80231")]
    assert found.spells[0].until is not None
    assert found.spells[0].since < found.spells[0].until
    (asked,) = found.approvals
    assert (asked.matter, asked.state, asked.approver) == ("cancel_completed", "refused", "80201")
    assert asked.number == NUMBER


def test_calls_and_police_are_read_by_right_alone(day: Day) -> None:
    lived(day)
    assert (read(day).calls, read(day).matters) == ((), ())
    found = read(day, Sight(restricted=True))
    assert [(one.staff, one.answer) for one in found.calls] == [("80231", "going")]
    (police,) = found.matters
    assert (police.matter, police.badge, police.staff) == ("police", "7717", "80231")
    assert police.case_number == NUMBER
    assert police.referred_at


def test_another_day_holds_nothing_of_it(day: Day) -> None:
    lived(day)
    for other in ("2026-11-22", "2026-11-24"):
        assert day.office.reader.beside_cases(other, Sight(restricted=True)) == DayBeside()


def test_the_visit_of_a_restricted_case_is_for_who_may_see_it(day: Day) -> None:
    day.begin("enquiry", "SFYJ", day.wang, 10)
    assert read(day).visits == ()
    assert len(read(day, Sight(restricted=True)).visits) == 1


def log_of(day: Day, acting: Acting, theme: Theme, shown: Shown) -> DayLogPage:
    made = DayLogPage(day.office.ground(theme, acting))
    shown(made)
    return made


def test_alt_i_lists_them_in_order_of_time(
    day: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    lived(day)
    page = log_of(day, day.supervisor, theme, shown)
    QTest.keyClick(page.table, Qt.Key.Key_I, ALT)
    dialog = page.window().findChildren(BesideDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    assert "11-23 到店 2，状态 1，批准 1" in words_on(dialog)
    here, advised, slow, asked = rows_of(dialog.table)
    assert "到店 3 号窗口  还在窗口" in here
    assert "只咨询" in advised
    assert "工作状态 核心慢" in slow
    assert "拒绝  取消已办结的业务  03A-0001" in asked
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog.table, Qt.Key.Key_Escape)


def test_a_call_for_help_stays_in_the_list_of_what_is_restricted(
    day: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    lived(day)
    page = log_of(day, day.supervisor, theme, shown)
    QTest.keyClick(page.table, Qt.Key.Key_J, ALT)
    dialog = page.window().findChildren(RestrictedDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    call, police = rows_of(dialog.table)
    assert "静默求助 3 号窗口 已过去" in call
    assert "警号 7717" in police
