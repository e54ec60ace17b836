"""A payroll at the desk by keys: the next person in one press, the count, the list, the day after."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from counter_app.forms.run_state import StepId
from counter_app.journal.folds.case import CaseView
from counter_app.services.handling_results import OpenCase
from counter_app.ui.desk.dialogs import PickDialog
from counter_app.ui.desk.done_page import DonePage
from tests.ui.desk.fakes import Counterside, press, words
from tests.ui.desk.playing import ALT, Key, opened, run_of
from tests.unit.services.served import AGENT, FIRM, begun, served
from tests.unit.services.test_grouping import FIRST, employee


def with_header(here: Counterside) -> OpenCase:
    """The agreement is done and stands on show."""
    teller = here.standing.acting("80231")
    first = begun(here.standing, teller, "DFGZ", FIRM, AGENT)
    done = served(here.standing, teller, first, FIRST)
    assert isinstance(done, OpenCase), done
    here.desk.open_line(done.case.subject)
    return done


def opened_number(here: Counterside, subject: str) -> str:
    view = here.standing.store.view(subject)
    assert isinstance(view, CaseView)
    return view.number


def shown(here: Counterside) -> str:
    return words(here.frame.page())


def test_f8_begins_the_next_person_with_the_batch_filled_in(desk: Counterside) -> None:
    header = with_header(desk)
    assert isinstance(desk.frame.page(), DonePage)
    press(Key.Key_F8)
    case = opened(desk).case
    assert case.header == header.case.subject
    assert run_of(desk).step is StepId.NEED
    assert run_of(desk).values["batch"] == FIRST["batch"]
    assert "第 1 人 / 3" in words(desk.frame)


def test_the_count_and_the_list_tell_who_is_done_and_who_is_open(desk: Counterside) -> None:
    with_header(desk)
    teller = desk.standing.acting("80231")
    press(Key.Key_F8)
    one = served(desk.standing, teller, opened(desk), employee("王一", "0001"))
    assert isinstance(one, OpenCase), one
    desk.desk.open_line(one.case.subject)
    press(Key.Key_F8)
    second = opened(desk).case.subject
    assert "第 2 人 / 3" in words(desk.frame)
    press(Key.Key_F7)
    desk.desk.open_line(one.case.subject)
    assert "办完 1，没办完 1，共 3 人" in shown(desk)
    press(Key.Key_G, ALT)
    QCoreApplication.processEvents()
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, PickDialog)
    lines = [one.words for one in dialog.rows.picks()]
    assert lines == [
        f"{opened_number(desk, second)}  还没填姓名",
        f"{one.case.number}  王一",
    ]
    press(Key.Key_Return)
    assert opened(desk).case.subject == second, "the open one stands first in the list"


def test_the_next_day_it_goes_on_from_the_header(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    header = with_header(desk)
    press(Key.Key_F8)
    press(Key.Key_F7)
    restart()
    desk.desk.open_line(header.case.subject)
    assert "没办完 1" in shown(desk)
    press(Key.Key_F8)
    assert opened(desk).case.header == header.case.subject


def test_a_case_cancelled_is_no_step_to_the_next_person(desk: Counterside) -> None:
    with_header(desk)
    press(Key.Key_F8)
    desk.desk.errands._cancel("员工没来")
    QCoreApplication.processEvents()
    press(Key.Key_F8)
    assert opened(desk).case.state == "cancelled"
