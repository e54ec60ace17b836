"""A reader's paper at reception and at the checklist: filled, never over what was typed."""

import datetime as dt
from dataclasses import replace

import pytest

from counter_app.devices.simulator import INVENTED
from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import Outcome
from counter_app.journal.folds.presence import VisitView
from counter_app.services.visiting import PersonTold
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.desk.paper_reads import Laid, ZoneLines, laid_on
from counter_app.ui.desk.people import People
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import Key, opened, run_of, tell

CARD, _LONG_TERM, PASSPORT = INVENTED
TODAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
ZONE = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


def people_of(here: Counterside) -> tuple[PersonTold, ...]:
    return here.desk.parts.sitting.people.persons


def laid(people: People, read: PaperRead, focused: str = "") -> Laid:
    found = laid_on(people, read, TODAY, focused)
    assert isinstance(found, Laid)
    return found


def test_a_paper_fills_the_waiting_person_in_focus_and_is_recorded_as_read(
    desk: Counterside,
) -> None:
    press(Key.Key_F2)
    desk.desk.paper_read(CARD)
    block = desk.desk.reception.people.blocks["p1"]
    assert block.boxes["name"].value() == "李桂兰"
    assert block.boxes["number"].value() == "110101198405060022"
    assert block.boxes["valid_until"].value() == "2031-09-30"
    press(Key.Key_F8)
    visit = desk.standing.store.view(desk.desk.parts.sitting.subject)
    assert isinstance(visit, VisitView)
    seen = visit.persons[0].identity
    assert seen is not None
    assert (seen.manner, seen.birth, seen.sex) == ("reader", "1984-05-06", "female")


def test_what_was_read_is_taken_back_whole(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.paper_read(CARD)
    desk.desk.parts.sitting.undo()
    block = desk.desk.reception.people.blocks["p1"]
    assert people_of(desk) == (PersonTold("p1"),)
    assert [box.value() for name, box in block.boxes.items() if name != "paper"] == [""] * 5


def test_a_passport_tells_birth_and_sex_that_its_number_does_not(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.paper_read(PASSPORT)
    press(Key.Key_F8)
    visit = desk.standing.store.view(desk.desk.parts.sitting.subject)
    assert isinstance(visit, VisitView)
    seen = visit.persons[0].identity
    assert seen is not None
    assert (seen.paper, seen.birth, seen.sex) == ("foreign_passport", "1974-08-12", "female")


def test_what_was_typed_stays_and_the_difference_is_said(desk: Counterside) -> None:
    press(Key.Key_F2)
    type_keys("李桂芳")
    desk.desk.paper_read(CARD)
    (person,) = people_of(desk)
    assert (person.name, person.number, person.by_reader) == ("李桂芳", CARD.number, False)
    assert "读到的姓名与已填的不同" in words(desk.frame.page())
    assert "李桂兰" not in words(desk.frame.page())


def test_a_number_half_typed_stays(desk: Counterside) -> None:
    half = People((PersonTold("p1", paper="resident_id", number="1101011984"),))
    found = laid(half, CARD)
    assert found.people.persons[0].number == "1101011984"
    assert found.differing == ("number",)


def test_a_second_paper_is_one_more_persons(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.paper_read(CARD)
    desk.desk.paper_read(PASSPORT)
    assert [one.number for one in people_of(desk)] == [CARD.number, PASSPORT.number]


def test_the_same_paper_again_changes_nothing(desk: Counterside) -> None:
    once = laid(People(), CARD)
    assert laid(once.people, CARD) == once


def test_the_paper_is_for_the_person_in_focus() -> None:
    two = People((PersonTold("p1"), PersonTold("p2", part="agent")))
    assert laid(two, CARD, "p2").ref == "p2"
    assert laid(two, CARD).ref == "p1"


@pytest.mark.parametrize(
    ("told", "read"),
    [
        (PersonTold("p1", valid_until="2030-01-01"), CARD),
        (PersonTold("p1", no_expiry=True), CARD),
        (
            PersonTold("p1", valid_until="2030-01-01"),
            replace(CARD, valid_until=None, no_expiry=True),
        ),
    ],
)
def test_an_expiry_told_by_hand_stays(told: PersonTold, read: PaperRead) -> None:
    found = laid(People((told,)), read)
    kept = found.people.persons[0]
    assert found.differing == ("valid_until",)
    assert (kept.valid_until, kept.no_expiry) == (told.valid_until, told.no_expiry)


def test_on_a_page_without_use_for_it_a_sentence_says_where(desk: Counterside) -> None:
    desk.desk.paper_read(CARD)
    assert "请到接待页或材料页再读" in words(desk.frame.page())


def test_a_readers_refusal_is_said_on_the_page(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.paper_read(Refusal("reader_message_unreadable"))
    assert "读不出" in words(desk.frame.page())
    assert people_of(desk) == (PersonTold("p1"),)


def test_the_checklist_takes_the_expiry_of_a_line_whose_original_was_seen(
    desk: Counterside,
) -> None:
    press(Key.Key_F2)
    desk.desk.paper_read(replace(CARD, valid_until=None))
    press(Key.Key_F8)
    type_keys("grkh")
    press(Key.Key_Return)
    type_keys("ii")
    press(Key.Key_F8)
    desk.desk.paper_read(CARD)
    assert "请先看原件" in words(desk.frame.page())
    press(Key.Key_1)
    desk.desk.paper_read(CARD)
    run = desk.desk.parts.case.run
    assert run is not None
    assert [one.valid_until for one in run.results.values()] == [CARD.valid_until]
    assert opened(desk) is not None
    desk.desk.paper_read(PASSPORT)
    assert "不是这笔业务里的人" in words(desk.frame.page())


def test_two_scanned_lines_are_one_passport(desk: Counterside) -> None:
    press(Key.Key_F2)
    for line in ZONE:
        desk.desk.scanned(line)
    (person,) = people_of(desk)
    assert (person.name, person.number) == ("ERIKSSON ANNA MARIA", "L898902C3")
    assert person.valid_until == "2012-04-15"


def test_lines_too_far_apart_are_none() -> None:
    zone = ZoneLines()
    assert zone.take(ZONE[0], NOW, TODAY) is True
    assert zone.take(ZONE[1], NOW + dt.timedelta(seconds=4), TODAY) is True
    assert zone.take(CARD.number, NOW, TODAY) is False


def test_a_damaged_zone_is_said_and_fills_nothing(desk: Counterside) -> None:
    press(Key.Key_F2)
    for line in (ZONE[0], ZONE[1].replace("L898902C36", "L898902C46")):
        desk.desk.scanned(line)
    assert "校验不对" in words(desk.frame.page())
    assert people_of(desk) == (PersonTold("p1"),)


def to_express(here: Counterside) -> ExpressPage:
    """A statement for somebody whose card says nothing yet of its last day."""
    press(Key.Key_F2)
    here.desk.scanned(CARD.number)
    type_keys(CARD.name)
    tell(here, phone="13812345678")
    press(Key.Key_F8)
    type_keys("zhls")
    press(Key.Key_Return)
    page = here.frame.page()
    assert isinstance(page, ExpressPage), words(page)
    return page


def test_a_paper_read_at_the_express_page_answers_what_only_the_paper_tells(
    desk: Counterside,
) -> None:
    page = to_express(desk)
    (line,) = page.form.looks
    assert line not in run_of(desk).results
    desk.desk.paper_read(CARD)
    result = run_of(desk).results[line]
    assert (result.valid_until, result.outcome) == (CARD.valid_until, Outcome.SEEN)
    assert page.form.looks[line].expiry.value() == f"{CARD.valid_until:%Y%m%d}"
    assert "已看" in words(page)


def test_a_strangers_paper_at_the_express_page_is_said_and_changes_nothing(
    desk: Counterside,
) -> None:
    page = to_express(desk)
    before = run_of(desk).results
    desk.desk.paper_read(PASSPORT)
    assert run_of(desk).results == before
    assert "读到的证件不是" in words(page)
