"""A service for which the core gives no serial goes on from the core step all the same."""

from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, Key, receive


def to_core_of_a_statement(here: Counterside) -> None:
    """A statement for its holder, step by step and read back: the core step is open."""
    receive(here)
    type_keys("zhls")
    press(Key.Key_Return)
    press(Key.Key_W, ALT)
    press(Key.Key_F8)
    press(Key.Key_1)
    press(Key.Key_F8)
    type_keys("4417")
    press(Key.Key_F8)
    press(Key.Key_C, ALT)
    press(Key.Key_F8)


def test_f8_ends_the_core_step_and_no_serial_is_missed(desk: Counterside) -> None:
    to_core_of_a_statement(desk)
    page = desk.frame.page()
    assert page is not None
    assert page.code == "desk.core"
    assert "流水号稍后补" not in words(page)
    press(Key.Key_F8)
    page = desk.frame.page()
    assert page is not None
    assert page.code == "desk.completion"
    case = desk.desk.parts.case.opened
    assert case is not None
    assert (case.case.booking, case.case.awaits_serial) == ("booked", False)
