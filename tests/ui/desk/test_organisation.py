"""An organisation at the window: its licence, who comes for it, and the services that are its own."""

from counter_app.domain.credit_code import credit_code_check_sign
from counter_app.ui.desk.need_page import NeedPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import NUMBER, Key, receive, tell

CODE = "91420100MA4K2X7Q1" + credit_code_check_sign("91420100MA4K2X7Q1")
FIRM = "江城𠮷野贸易有限公司"


def receive_firm(here: Counterside) -> None:
    """F2, the licence scanned, its name typed; the handler's card scanned and name told; F8."""
    press(Key.Key_F2)
    here.desk.scanned(CODE)
    type_keys(FIRM)
    here.desk.scanned(NUMBER)
    agent = here.desk.parts.sitting.people.persons[1].ref
    tell(here, agent, name="李桂兰", no_expiry=True, phone="13812345678")
    press(Key.Key_F8)


def test_a_scanned_licence_makes_the_holder_a_firm_and_asks_who_comes(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.scanned(CODE)
    firm, agent = desk.desk.parts.sitting.people.persons
    assert (firm.paper, firm.part, firm.present) == ("business_licence", "self", False)
    assert (agent.part, agent.number) == ("agent", "")
    block = desk.desk.reception.people.blocks[firm.ref]
    assert block.rows["name"].label() == "单位名称"
    assert block.rows["number"].label() == "统一社会信用代码"


def test_a_firm_opens_its_account_through_its_handler(desk: Counterside) -> None:
    receive_firm(desk)
    type_keys("dgjbh")
    press(Key.Key_Return)
    assert isinstance(desk.frame.page(), NeedPage)
    opened, _run, _runner = desk.desk.parts.case.at_hand()
    assert [party.name for party in opened.case.parties] == [FIRM, "李桂兰"]


def test_a_person_is_not_served_as_a_firm(desk: Counterside) -> None:
    receive(desk)
    type_keys("dgjbh")
    press(Key.Key_Return)
    press(Key.Key_F8)
    page = desk.frame.page()
    assert page is not None
    assert "请登记单位的营业执照" in words(page)
