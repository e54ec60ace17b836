"""What is half told at reception comes back after a cut: page, field, text; also beside a business."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.need_page import NeedPage
from counter_app.ui.desk.reception_page import ReceptionPage
from tests.ui.desk.fakes import Counterside, press, type_keys
from tests.ui.desk.playing import ALT, SHIFT, Key, open_account, opened, receive


def kept(here: Counterside) -> object:
    return here.standing.store.draft(f"{here.desk.parts.sitting.subject} 80231")


def to_reception(here: Counterside) -> None:
    """A business is open at the checklist; its reception is on show again."""
    open_account(here)
    press(Key.Key_1, ALT)
    assert isinstance(here.frame.page(), ReceptionPage)


def told_phone(here: Counterside) -> str:
    return here.desk.parts.sitting.people.persons[0].phone


def test_reception_beside_a_business_comes_back_as_it_was(
    desk: Counterside, restart: Callable[[], None], qtbot: QtBot
) -> None:
    to_reception(desk)
    page = desk.frame.page()
    assert isinstance(page, ReceptionPage)
    phone = page.people.blocks["p1"].boxes["phone"]
    phone.setFocus()
    phone.selectAll()  # type: ignore[union-attr]
    type_keys("13900001111")
    with qtbot.waitSignal(desk.desk.saved):
        pass
    case = opened(desk).case.subject
    restart()
    qtbot.waitUntil(lambda: isinstance(desk.frame.page(), ReceptionPage))
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    assert box.accessibleName() == "手机"
    assert told_phone(desk) == "13900001111"
    assert opened(desk).case.subject == case


def test_what_was_confirmed_leaves_nothing_half_told(desk: Counterside, qtbot: QtBot) -> None:
    to_reception(desk)
    desk.desk.parts.sitting.keep()
    assert kept(desk) is not None
    press(Key.Key_F8)
    assert not isinstance(desk.frame.page(), ReceptionPage)
    qtbot.waitUntil(lambda: kept(desk) is None)


def test_looking_at_another_step_keeps_the_text_and_that_step(
    desk: Counterside, restart: Callable[[], None], qtbot: QtBot
) -> None:
    to_reception(desk)
    sitting = desk.desk.parts.sitting
    sitting.change(sitting.people.changed("p1", phone="13900001111"))
    press(Key.Key_3, ALT)
    assert isinstance(desk.frame.page(), DocumentsPage)
    with qtbot.waitSignal(desk.desk.saved):
        pass
    restart()
    qtbot.waitUntil(lambda: isinstance(desk.frame.page(), DocumentsPage))
    assert told_phone(desk) == "13900001111"


def test_a_visit_received_without_a_business_returns_to_the_choice_of_services(
    desk: Counterside, restart: Callable[[], None], qtbot: QtBot
) -> None:
    receive(desk)
    assert isinstance(desk.frame.page(), NeedPage)
    with qtbot.waitSignal(desk.desk.saved):
        pass
    restart()
    qtbot.waitUntil(lambda: isinstance(desk.frame.page(), NeedPage))
    parties = desk.desk.parts.sitting.parties
    assert [(one.name, one.phone) for one in parties] == [("李桂兰", "13812345678")]


def test_nothing_is_lost_between_the_last_key_and_another_visit(desk: Counterside) -> None:
    press(Key.Key_F2)
    type_keys("李桂兰")
    first = desk.desk.parts.sitting.subject
    desk.desk.open_line(first)
    assert desk.desk.parts.sitting.people.persons[0].name == "李桂兰"
    assert isinstance(desk.frame.page(), ReceptionPage)


def test_going_back_to_the_step_before_the_first_keeps_the_business(desk: Counterside) -> None:
    receive(desk)
    press(Key.Key_F8, SHIFT)
    assert isinstance(desk.frame.page(), ReceptionPage)
    assert told_phone(desk) == "13812345678"
