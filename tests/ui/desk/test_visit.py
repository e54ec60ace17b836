"""Reception and need: who is here and what is wanted, by keys."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from counter_app.journal.folds.presence import VisitView
from counter_app.ui.desk.need_page import NeedPage
from counter_app.ui.desk.people import People
from counter_app.ui.desk.reception_page import ReceptionPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    CTRL,
    NUMBER,
    SECOND_NUMBER,
    SHIFT,
    Key,
    end_visit,
    opened,
    receive,
    tell,
)


def focus_name() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def test_f2_starts_a_visit_and_waits_for_the_name(desk: Counterside) -> None:
    press(Key.Key_F2)
    assert isinstance(desk.frame.page(), ReceptionPage)
    assert focus_name() == "姓名"
    assert len(desk.work.reader.desk("80231", "03", "2026-11-23").visits) == 1


def test_a_held_f2_starts_one_visit(desk: Counterside) -> None:
    desk.pace = 0.02
    for _press in range(5):
        press(Key.Key_F2)
    assert len(desk.work.reader.desk("80231", "03", "2026-11-23").visits) == 1


def test_presses_while_the_first_is_under_way_do_nothing(desk: Counterside) -> None:
    desk.work.holding = True
    for _press in range(3):
        press(Key.Key_F2)
    desk.work.let_go()
    assert len(desk.work.reader.desk("80231", "03", "2026-11-23").visits) == 1


def test_a_scanned_card_fills_kind_and_number_and_leaves_the_caret(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    person = desk.desk.parts.sitting.people.persons[0]
    assert (person.paper, person.number, person.by_reader) == ("resident_id", NUMBER, True)
    assert focus_name() == "姓名"
    assert "110***********002X" in desk.desk.reception.people.blocks["p1"].boxes["number"].text()  # type: ignore[union-attr]


def test_what_is_no_number_is_named_masked_and_nothing_is_lost(desk: Counterside) -> None:
    press(Key.Key_F2)
    type_keys("李桂兰")
    desk.desk.scanned("110105194912310021")
    shown = words(desk.frame.page())
    assert "110***********0021" in shown
    assert "不是证件号码" in shown
    assert desk.desk.parts.sitting.people.persons[0].name == "李桂兰"


def test_a_customer_may_stay_without_a_name(desk: Counterside) -> None:
    press(Key.Key_F2)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), NeedPage)
    assert focus_name() == "要办什么"


def test_a_number_without_a_name_is_said_at_the_field(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    press(Key.Key_F8)
    shown = words(desk.frame.page())
    assert "有 1 处需要修改" in shown
    assert shown.count("有了证件号码，请输入姓名") == 2
    assert focus_name() == "姓名"


def test_a_second_card_is_the_agents(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    desk.desk.scanned(SECOND_NUMBER)
    first, second = desk.desk.parts.sitting.people.persons
    assert (first.part, first.present) == ("self", False)
    assert (second.part, second.number) == ("agent", SECOND_NUMBER)
    press(Key.Key_Z, CTRL)


def test_ctrl_z_takes_a_person_back(desk: Counterside) -> None:
    press(Key.Key_F2)
    press(Key.Key_A, ALT)
    assert len(desk.desk.parts.sitting.people.persons) == 2
    desk.frame.body.queue.setFocus()
    desk.frame.setFocus()
    desk.desk.parts.sitting.undo()
    assert len(desk.desk.parts.sitting.people.persons) == 1


def test_enter_goes_through_the_fields_to_the_button(desk: Counterside) -> None:
    press(Key.Key_F2)
    seen = [focus_name()]
    for _step in range(6):
        press(Key.Key_Return)
        seen.append(focus_name() or QApplication.focusWidget().text())  # type: ignore[union-attr]
    assert seen[:4] == ["姓名", "证件种类", "证件号码", "证件有效期至"]
    assert seen[-1] == "下一步：需求"
    assert isinstance(desk.frame.page(), ReceptionPage)


def test_services_are_found_by_number_initials_and_words(desk: Counterside) -> None:
    receive(desk)
    picker = desk.desk.need.picker
    for typed, code in (("101", "GRKH"), ("gs", "GS"), ("取现", "XJQK")):
        picker.clear()
        type_keys(typed)
        assert picker.rows.current() == code, typed


def test_enter_begins_the_service_and_asks_what_it_needs(desk: Counterside) -> None:
    receive(desk)
    type_keys("grkh")
    press(Key.Key_Return)
    assert opened(desk).case.service == "GRKH"
    assert focus_name() == "账户类别"
    assert "03A-0001C" in words(desk.frame.page())


def test_shift_f8_leads_back_to_the_persons(desk: Counterside) -> None:
    receive(desk)
    press(Key.Key_F8, SHIFT)
    assert isinstance(desk.frame.page(), ReceptionPage)
    assert desk.desk.parts.sitting.people.persons[0].name == "李桂兰"


def test_half_typed_persons_come_back_after_a_restart(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    press(Key.Key_F2)
    type_keys("欧阳娜娜")
    press(Key.Key_Left)
    desk.desk.parts.sitting.keep()
    restart()
    assert isinstance(desk.frame.page(), ReceptionPage)
    box = desk.desk.reception.people.blocks["p1"].boxes["name"]
    assert box.value() == "欧阳娜娜"
    assert focus_name() == "姓名"


def test_a_registered_customer_is_found_and_filled_in(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    type_keys("李桂兰")
    tell(desk, phone="13812345678")
    press(Key.Key_R, ALT)
    customer = desk.desk.parts.sitting.people.persons[0].customer
    assert customer
    assert "已登记客户" in words(desk.frame.page())
    end_visit(desk, "left")
    press(Key.Key_F2)
    desk.desk.picked(customer)
    person = desk.desk.parts.sitting.people.persons[0]
    assert (person.name, person.number, person.phone) == ("李桂兰", NUMBER, "13812345678")


def known(desk: Counterside) -> str:
    """李桂兰 becomes a customer, and leaves."""
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    type_keys("李桂兰")
    tell(desk, valid_until="2030-01-31", phone="13812345678")
    press(Key.Key_R, ALT)
    customer = desk.desk.parts.sitting.people.persons[0].customer
    end_visit(desk, "left")
    assert customer
    return customer


def test_whose_card_is_scanned_is_recognised_and_its_last_day_asked_again(
    desk: Counterside,
) -> None:
    customer = known(desk)
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER.lower())
    person = desk.desk.parts.sitting.people.persons[0]
    assert (person.customer, person.name, person.valid_until) == (customer, "李桂兰", "")
    assert desk.desk.reception.people.blocks["p1"].boxes["name"].value() == "李桂兰"
    assert focus_name() != "姓名"
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), NeedPage)
    assert desk.desk.parts.sitting.parties[0].customer == customer


def test_another_name_that_was_told_stands_and_nobody_is_recognised(desk: Counterside) -> None:
    known(desk)
    press(Key.Key_F2)
    type_keys("李桂芳")
    desk.desk.scanned(NUMBER)
    person = desk.desk.parts.sitting.people.persons[0]
    assert (person.customer, person.name, person.number) == (None, "李桂芳", NUMBER)
    assert focus_name() == "姓名"


def test_who_typed_the_name_before_the_answer_came_keeps_the_caret(desk: Counterside) -> None:
    customer = known(desk)
    press(Key.Key_F2)
    desk.work.holding = True
    desk.desk.scanned(NUMBER)
    type_keys("李桂兰")
    press(Key.Key_Return)
    where = focus_name()
    desk.work.let_go()
    assert desk.desk.parts.sitting.people.persons[0].customer == customer
    assert focus_name() == where != "手机"


def test_who_left_before_the_answer_came_is_not_told_to_the_next(desk: Counterside) -> None:
    known(desk)
    press(Key.Key_F2)
    desk.work.holding = True
    desk.desk.scanned(NUMBER)
    desk.desk.parts.sitting.change(People())
    desk.work.let_go()
    assert desk.desk.parts.sitting.people.persons[0].name == ""


def test_who_is_a_customer_already_is_not_registered_again(desk: Counterside) -> None:
    customer = known(desk)
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    press(Key.Key_R, ALT)
    assert desk.desk.parts.sitting.people.persons[0].customer == customer
    assert len(desk.work.reader.search("李桂兰").customers) == 1


def test_another_number_is_another_person(desk: Counterside) -> None:
    known(desk)
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    desk.desk.reception.people.blocks["p1"].boxes["number"].setFocus()
    press(Key.Key_A, CTRL)
    type_keys(SECOND_NUMBER)
    person = desk.desk.parts.sitting.people.persons[0]
    assert (person.customer, person.number) == (None, SECOND_NUMBER)


def test_a_number_put_right_after_it_was_received_is_registered_anew(desk: Counterside) -> None:
    former = known(desk)
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    press(Key.Key_F8)
    assert desk.desk.parts.sitting.parties[0].customer == former
    press(Key.Key_F8, SHIFT)
    desk.desk.reception.people.blocks["p1"].boxes["number"].setFocus()
    press(Key.Key_A, CTRL)
    type_keys(SECOND_NUMBER)
    press(Key.Key_F8)
    assert desk.desk.parts.sitting.parties[0].customer is None
    press(Key.Key_F8, SHIFT)
    press(Key.Key_R, ALT)
    assert desk.desk.parts.sitting.people.persons[0].customer not in (None, former)


def test_of_two_customers_with_one_number_nobody_is_chosen(desk: Counterside) -> None:
    known(desk)
    press(Key.Key_F2)
    type_keys("李桂芳")
    desk.desk.scanned(NUMBER)
    press(Key.Key_R, ALT)
    end_visit(desk, "left")
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    person = desk.desk.parts.sitting.people.persons[0]
    assert (person.customer, person.name) == (None, "")


def test_the_visit_can_end_with_advice_alone(desk: Counterside) -> None:
    press(Key.Key_F2)
    visit = desk.desk.parts.sitting.subject
    end_visit(desk, "advised")
    view = desk.standing.store.view(visit)
    assert isinstance(view, VisitView)
    assert view.outcome == "advised"
    assert desk.frame.page() is desk.desk.home


def test_nothing_of_the_last_customer_stays(desk: Counterside) -> None:
    receive(desk)
    end_visit(desk, "left")
    press(Key.Key_F2)
    page = desk.frame.page()
    assert page is not None
    assert "李桂兰" not in words(desk.frame)
    assert desk.desk.reception.people.blocks["p1"].boxes["name"].value() == ""
    assert focus_name() == "姓名"
