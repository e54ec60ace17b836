"""One person after another at one window: who has which pages, what stays, and what goes."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from counter_app.domain.roles import Role
from counter_app.journal.folds.care import SilentHelpView
from counter_app.services import staffing
from counter_app.ui.keys import Key as Keys
from counter_app.ui.profile.first_password import FirstPasswordPage
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.widgets.table import TableRow
from counter_app.ui.window.session import Session
from tests.ui.desk.fakes import Counterside, press, words
from tests.ui.desk.playing import ALT, CTRL, SHIFT, Key, open_account, opened, to_core
from tests.ui.window.conftest import sign_on

PAGES = {
    Role.TELLER: ["柜面", "后续事项", "日终", "我的"],
    Role.SUPERVISOR: ["日志", "待批准", "后续事项", "求助", "网点", "我的"],
    Role.LOBBY_MANAGER: ["我的", "后续事项", "求助"],
    Role.AUDITOR: ["日志", "我的"],
}


def at_desk(branch: Counterside, session: Session) -> Counterside:
    """The counterside with the desk of the person signed on."""
    assert session.desk is not None
    branch.desk = session.desk
    return branch


def buttons(branch: Counterside) -> list[QAbstractButton]:
    """The tabs, from the left."""
    found = branch.frame.bar.findChildren(QAbstractButton)
    shown = [one for one in found if one.isCheckable() and one.isVisible()]
    return sorted(shown, key=lambda one: one.x())


def tabs(branch: Counterside) -> list[str]:
    return [one.accessibleName() or one.text() for one in buttons(branch)]


def current(branch: Counterside) -> list[str]:
    return [one.accessibleName() or one.text() for one in buttons(branch) if one.isChecked()]


def states(branch: Counterside) -> str:
    return words(branch.frame.status)


@pytest.mark.parametrize("role", sorted(PAGES))
def test_a_role_has_the_pages_of_its_rights(
    branch: Counterside, session: Session, role: Role
) -> None:
    branch.standing.hire("80300", role)
    sign_on(branch, session, "80300")
    assert tabs(branch) == PAGES[role]
    assert (session.desk is not None) is (role is Role.TELLER)


def test_who_signs_off_leaves_nothing_in_the_window(branch: Counterside, session: Session) -> None:
    sign_on(branch, session, "80231")
    open_account(at_desk(branch, session))
    assert "李桂兰" in words(branch.frame)
    ended: list[bool] = []
    session.ended.connect(lambda: ended.append(True))
    session.end()
    assert ended == [True]
    assert session.acting is None
    assert session.desk is None
    assert tabs(branch) == []
    assert branch.frame.body.queue.groups() == ()
    sign_on(branch, session, "80201")
    assert "李桂兰" not in words(branch.frame.body.context)
    assert branch.frame.body.queue.isHidden()


def test_who_comes_back_is_where_the_work_was(branch: Counterside, session: Session) -> None:
    sign_on(branch, session, "80231")
    open_account(at_desk(branch, session))
    press(Key.Key_1)
    case = opened(branch).case.subject
    session.end()
    sign_on(branch, session, "80231")
    back = at_desk(branch, session)
    assert opened(back).case.subject == case
    assert back.desk.parts.case.run is not None
    assert len(back.desk.parts.case.run.results) == 1


def test_a_given_password_shows_nothing_but_its_change(
    branch: Counterside, session: Session
) -> None:
    staffing.reset_password(
        branch.standing.counter, branch.standing.admin, "80231", "verifier of 80231"
    )
    sign_on(branch, session, "80231")
    assert isinstance(branch.frame.page(), FirstPasswordPage)
    assert tabs(branch) == []
    assert session.desk is None
    press(Key.Key_1, CTRL | ALT)
    assert isinstance(branch.frame.page(), FirstPasswordPage)


def test_a_key_leads_to_each_page_and_the_tab_follows(
    branch: Counterside, session: Session
) -> None:
    sign_on(branch, session, "80231")
    press(Key.Key_7, CTRL | ALT)
    assert current(branch) == ["日终"]
    assert branch.frame.body.queue.isHidden()
    press(Key.Key_1, CTRL | ALT)
    assert current(branch) == ["柜面"]
    assert not branch.frame.body.queue.isHidden()


def test_silent_help_is_called_on_every_page_and_shows_nothing(
    branch: Counterside, session: Session
) -> None:
    sign_on(branch, session, "80231")
    open_account(at_desk(branch, session))
    case = opened(branch).case.subject
    before = words(branch.frame)
    press(Key.Key_H, CTRL | SHIFT)
    assert words(branch.frame) == before
    press(Key.Key_7, CTRL | ALT)
    press(Key.Key_H, CTRL | SHIFT)
    store = branch.standing.store
    calls = [store.view(one) for one in sorted(store.subjects("silenthelp"))]
    told = [one.call for one in calls if isinstance(one, SilentHelpView) and one.call]
    assert [(one.window, one.staff, one.case) for one in told] == [("3", "80231", case)] * 2
    assert Keys.SILENT_HELP.value == "Ctrl+Shift+H"


def test_copies_that_wait_lead_only_where_there_is_a_left_pane(
    branch: Counterside, session: Session
) -> None:
    sign_on(branch, session, "80231")
    to_core(at_desk(branch, session))
    store = branch.standing.store
    order, _state = store.pending_orders()[0]
    store.set_order_state(order.paper, order.copy_number, "unknown", "restart")
    session.refresh()
    assert "1 份未打出，见左栏" in states(branch)
    session.end()
    sign_on(branch, session, "80201")
    assert "1 份未打出，请本窗口柜员处理" in states(branch)
    assert "左栏" not in states(branch)


def test_what_is_long_parked_is_the_rules_to_say(branch: Counterside, session: Session) -> None:
    """The window's lists and the desk's pane go by the one figure in force."""
    in_force = branch.standing.counter.shelf.in_force(branch.standing.counter.today())
    assert in_force.longest_parked is not None
    minutes = int(in_force.longest_parked.total_seconds()) // 60
    sign_on(branch, session, "80231")
    open_account(at_desk(branch, session))
    press(Key.Key_F7)
    session.end()
    for waited, state in ((minutes, "挂起"), (1, f"挂起 {minutes + 1} 分")):
        branch.standing.clock.go(minutes=waited)
        sign_on(branch, session, "80201")
        assert shown_states(branch) == [state]
        session.end()


def shown_states(branch: Counterside) -> list[str]:
    """The states in the log on show, in words."""
    page = branch.frame.page()
    assert isinstance(page, DayLogPage)
    rows = [page.table.rows.row_at(number) for number in range(page.table.rows.rowCount())]
    cells = [row.cells[-1] for row in rows if isinstance(row, TableRow)]
    return [one.words for one in cells if isinstance(one, State)]
