"""Restricted business at a window: whoever works on it sees it, the next person at the PC nothing."""

from collections.abc import Callable

from counter_app.journal.folds.case import CaseView
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import Key, opened, read_pane, run_of

WORD = "鲸落"


def to_details(here: Counterside) -> None:
    """The officers are here: the authority is to be recorded."""
    press(Key.Key_F2)
    type_keys(f"{WORD}警官")
    press(Key.Key_F8)
    type_keys("sfyj")
    press(Key.Key_Return)
    case = here.desk.parts.case
    case.change(run_of(here).with_value("matter", "freeze"))
    press(Key.Key_F8)


def test_parked_it_is_the_tellers_own_and_no_other_persons(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    to_details(desk)
    number = opened(desk).case.number
    press(Key.Key_F7)
    read_pane(desk)
    assert number in words(desk.frame)
    restart("80232")
    read_pane(desk)
    shown = words(desk.frame)
    assert number not in shown
    assert WORD not in shown


def test_open_it_leaves_no_visit_for_the_next_person_at_the_pc(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    to_details(desk)
    assert opened(desk).case.is_restricted
    restart("80232")
    read_pane(desk)
    assert WORD not in words(desk.frame)
    restart("80231")
    read_pane(desk)
    assert opened(desk).case.is_restricted
    assert WORD in words(desk.frame)


def test_a_scanned_or_typed_number_opens_it_to_nobody_else(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    to_details(desk)
    subject, number = opened(desk).case.subject, opened(desk).case.number
    press(Key.Key_F7)
    restart("80232")
    desk.desk.scanned(number)
    assert desk.desk.parts.case.opened is None
    desk.desk.open_line(subject)
    assert desk.desk.parts.case.opened is None
    assert "没有" in words(desk.frame)
    assert isinstance(desk.standing.store.view(subject), CaseView)
