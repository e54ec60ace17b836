"""原件均已验 by one key; a month of expiry and the end of a serial typed short."""

import datetime as dt

from counter_app.domain.typed_short import expiry_typed, serial_start, whole_serial
from tests.ui.desk.fakes import Counterside, press
from tests.ui.desk.playing import SHIFT, Key, open_account, opened, run_of

TODAY = dt.date(2026, 11, 23)


def test_one_key_ticks_what_is_of_low_risk(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_Space, SHIFT)
    lines = opened(desk).runner.checklist(run_of(desk))
    assert [one.id for one in lines if one.need == "required" and not one.settled] == []


def test_a_month_lasts_to_its_end_and_in_the_month_itself_the_day_is_asked() -> None:
    assert expiry_typed("0931", TODAY) == dt.date(2031, 9, 30)
    assert expiry_typed("1126", TODAY) == "day_needed"
    assert expiry_typed("20261130", TODAY) == dt.date(2026, 11, 30)
    assert expiry_typed("1331", TODAY) is None
    assert expiry_typed("09", TODAY) is None


def test_the_last_digits_complete_the_serial_of_the_day() -> None:
    pattern = "CB{MM}{DD}######"
    assert serial_start(pattern, TODAY) == "CB1123"
    assert whole_serial(pattern, TODAY, "773018") == "CB1123773018"
    assert whole_serial(pattern, TODAY, "CB1122000001") == "CB1122000001"
    assert whole_serial("", TODAY, "773018") == "773018"
