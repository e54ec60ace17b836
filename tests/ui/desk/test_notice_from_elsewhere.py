"""The notice of a window that is offline: the case goes on here, and says that it is provisional."""

import datetime as dt

from pytestqt.qtbot import QtBot

from counter_app.domain.qr import CaseSkeleton, encode_skeleton
from counter_app.ui.desk.need_page import NeedPage
from counter_app.ui.desk.reception_page import ReceptionPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import NUMBER, Key, opened, receive
from tests.ui.desk.test_other_hands import Reach, join

CASE = "01979f3e-7a10-7c02-8e11-0b5d6a7c8f90"


def code(here: Counterside, service: str = "GRKH") -> str:
    """The code of a notice of another window, whose case is not in this store."""
    in_force = here.standing.counter.shelf.in_force(here.standing.counter.today())
    digest = in_force.procedure_hashes.get(service, "0" * 64)
    made = encode_skeleton(CaseSkeleton(CASE, service, digest[:12], (), dt.date(2026, 11, 20)))
    assert isinstance(made, str)
    return made


def shown(here: Counterside) -> str:
    return words(here.frame)


def test_a_scanned_code_begins_the_case_and_asks_who_is_here(
    desk: Counterside, qtbot: QtBot
) -> None:
    desk.desk.scanned(code(desk))
    qtbot.waitUntil(lambda: isinstance(desk.frame.page(), ReceptionPage))
    assert opened(desk).case.subject == f"case/{CASE}"
    assert "临时接办" in shown(desk)
    assert "先按告知单接办" in shown(desk)
    type_keys("李桂兰")
    desk.desk.scanned(NUMBER)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), NeedPage)
    assert opened(desk).case.parties[0].name == "李桂兰"
    assert "临时接办" in shown(desk)


def test_who_is_here_already_need_not_be_asked_again(desk: Counterside) -> None:
    receive(desk)
    visit = desk.desk.parts.sitting.subject
    desk.desk.scanned(code(desk))
    assert opened(desk).case.visits == (visit,)
    assert opened(desk).case.parties[0].name == "李桂兰"
    assert isinstance(desk.frame.page(), NeedPage)


def test_the_code_again_opens_the_same_case(desk: Counterside) -> None:
    receive(desk)
    desk.desk.scanned(code(desk))
    before = desk.standing.fact_count()
    desk.desk.scanned(code(desk).lower())
    assert opened(desk).case.subject == f"case/{CASE}"
    assert desk.standing.fact_count() == before


def test_when_the_original_has_come_the_page_says_so_and_goes_on_under_its_number(
    desk: Counterside,
) -> None:
    receive(desk)
    desk.desk.scanned(code(desk))
    join(desk, Reach())
    started, own = opened(desk).case.started, opened(desk).case.number
    assert started is not None
    there = {"number": "05C-0007T", "terminal": "05", "window": "5", "provisional": False}
    original = started.model_copy(update=there)
    desk.standing.write("staff/80232", (f"case/{CASE}", original))
    desk.desk.refresh()
    assert "临时接办" not in shown(desk)
    assert "先按告知单接办" not in shown(desk)
    assert (opened(desk).case.number, opened(desk).case.also_numbered) == ("05C-0007T", (own,))
    assert not desk.desk.parts.case.read_only


def test_a_code_typed_into_the_search_does_the_same(desk: Counterside) -> None:
    desk.desk.picked(code(desk))
    assert opened(desk).case.subject == f"case/{CASE}"


def test_a_damaged_code_is_one_plain_sentence_and_changes_nothing(desk: Counterside) -> None:
    receive(desk)
    before = desk.standing.fact_count()
    desk.desk.scanned(code(desk)[:-3] + "000")
    assert "二维码没有读全，请再扫一次或报受理编号" in shown(desk)
    assert desk.standing.fact_count() == before


def test_a_service_that_is_not_offered_is_said(desk: Counterside) -> None:
    receive(desk)
    before = desk.standing.fact_count()
    desk.desk.scanned(code(desk, "ZZZZ"))
    assert "今天不办理这项业务" in shown(desk)
    assert desk.standing.fact_count() == before
