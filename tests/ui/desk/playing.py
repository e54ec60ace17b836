"""A teller's presses on a desk, as pieces that tests put together. Owns no assertion."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from counter_app.forms.run_state import RunState
from counter_app.services.handling_results import OpenCase
from tests.ui.desk.fakes import Counterside, press, type_keys

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NUMBER = "11010519491231002X"
SECOND_NUMBER = "320106197805122241"


def tell(here: Counterside, ref: str = "p1", **changes: object) -> None:
    """Tell something of a person without typing it."""
    sitting = here.desk.parts.sitting
    sitting.change(sitting.people.changed(ref, **changes))


def receive(here: Counterside, name: str = "李桂兰") -> None:
    """F2, a scanned card, a typed name, F8: the picker of services is open."""
    press(Key.Key_F2)
    here.desk.scanned(NUMBER)
    type_keys(name)
    tell(here, no_expiry=True, phone="13812345678")
    press(Key.Key_F8)


def open_account(here: Counterside) -> None:
    """A personal account, class two: the checklist is open."""
    receive(here)
    type_keys("grkh")
    press(Key.Key_Return)
    type_keys("ii")
    press(Key.Key_F8)


def tick_all(here: Counterside) -> None:
    """Every paper of the plain account opening: the card's copy goes with it."""
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4):
        press(key)


def to_details(here: Counterside) -> None:
    """Papers complete: the details are open."""
    open_account(here)
    tick_all(here)
    press(Key.Key_F8)


def fill_details(here: Counterside) -> None:
    """What the account opening asks, told without typing."""
    told = {"occupation": "retired", "address": "东大街18号3单元502室", "purpose": "pension"}
    for name, value in told.items():
        here.desk.parts.case.change(run_of(here).with_value(name, value))


def to_read_back(here: Counterside) -> None:
    """The read-back is open."""
    to_details(here)
    fill_details(here)
    press(Key.Key_F8)


def to_core(here: Counterside) -> None:
    """Confirmed aloud: the work in the core is next."""
    to_read_back(here)
    press(Key.Key_C, ALT)
    press(Key.Key_F8)


def to_completion(here: Counterside) -> None:
    """The serial is typed: the end is open."""
    to_core(here)
    type_keys("cb77301846")
    press(Key.Key_F8)


def to_done(here: Counterside) -> None:
    """Originals given back, completed."""
    to_completion(here)
    press(Key.Key_Space)
    press(Key.Key_F8)


def read_pane(here: Counterside) -> None:
    """The left pane reads again; it does so a moment later, once for all that asked for it."""
    here.desk.refresh()
    QTest.qWait(80)


def run_of(here: Counterside) -> RunState:
    """The run at the desk."""
    run = here.desk.parts.case.run
    assert run is not None
    return run


def opened(here: Counterside) -> OpenCase:
    """The case at the desk."""
    found = here.desk.parts.case.opened
    assert found is not None
    return found


def end_visit(here: Counterside, outcome: str) -> None:
    """The visit ends without a case: `advised` or `left`."""
    here.frame.offers.run("desk.end")
    QCoreApplication.processEvents()
    if outcome == "left":
        press(Key.Key_Right)
    press(Key.Key_F8)
