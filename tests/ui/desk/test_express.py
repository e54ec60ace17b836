"""An express business on one screen, by keys; the presses besides typing and the serial are counted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter_app.ui.desk.express_page import ExpressPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import Key, opened, receive

SERIAL = "CB77301846"


class Hand:
    """Counts presses that are neither typing nor a scan."""

    def __init__(self) -> None:
        self.presses = 0

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.presses += 1
        press(key, held)


def choose(here: Counterside, initials: str) -> ExpressPage:
    """The service is chosen: the count begins."""
    receive(here)
    type_keys(initials)
    press(Key.Key_Return)
    page = here.frame.page()
    assert isinstance(page, ExpressPage), page
    return page


def serve(here: Counterside, hand: Hand, told: dict[str, str]) -> None:
    """From the first field to the end: Enter from field to field, Space, Enter, serial, F8."""
    page = here.frame.page()
    assert isinstance(page, ExpressPage)
    for _round in range(20):
        focus = QApplication.focusWidget()
        code = page.form.form.focused_field()
        if code:
            if code in told and not page.form.form.box(code).value():
                type_keys(told[code])
            hand.press(Key.Key_Return)
        elif focus is page.form.originals:
            hand.press(Key.Key_Space)
        elif focus is page.form.sentence:
            hand.press(Key.Key_Return)
        elif focus is page.form.serial:
            type_keys(SERIAL)
            break
        else:
            type_keys("0931")
            hand.press(Key.Key_Return)
    hand.press(Key.Key_F8)


def test_a_cash_deposit_in_at_most_eight_presses(desk: Counterside) -> None:
    choose(desk, "xjck")
    hand = Hand()
    serve(desk, hand, {"amount": "3000", "account_last4": "4417"})
    assert opened(desk).case.completed is not None, words(desk.frame.page())
    assert opened(desk).case.serial == SERIAL
    assert hand.presses <= 8
