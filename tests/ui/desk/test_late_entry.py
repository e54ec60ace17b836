"""What was taken in on paper is entered at the desk as any other case: nobody is known at first."""

import datetime as dt

from pytestqt.qtbot import QtBot

from counter_app.services import late_entry
from counter_app.services.handling_results import OpenCase
from counter_app.services.late_entry import FormTold
from counter_app.ui.desk.need_page import NeedPage
from counter_app.ui.desk.reception_page import ReceptionPage
from tests.ui.desk.fakes import Counterside, press, type_keys
from tests.ui.desk.playing import NUMBER, Key, opened


def entered(here: Counterside, service: str) -> OpenCase:
    """An emergency form, entered in the day's dialog."""
    now = here.standing.clock.now().astimezone(dt.timezone(dt.timedelta(hours=8)))
    told = FormTold("E-0007", service, now.replace(tzinfo=None), "80231", "power")
    answer = late_entry.enter(here.standing.counter, here.desk.means.acting, told)
    assert isinstance(answer, OpenCase), answer
    return answer


def test_who_came_is_told_and_the_case_goes_on(desk: Counterside, qtbot: QtBot) -> None:
    desk.desk.open_line(entered(desk, "GRKH").case.subject)
    qtbot.waitUntil(lambda: isinstance(desk.frame.page(), NeedPage))
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), ReceptionPage)
    type_keys("李桂兰")
    desk.desk.scanned(NUMBER)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), NeedPage), "not at reception for ever"
    assert opened(desk).case.parties[0].name == "李桂兰"
