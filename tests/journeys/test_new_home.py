"""A new home comes alive by its window alone: set up, staff registered, a customer served."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from counter_app.bootstrap.window import TerminalWindow
from counter_app.config import Home
from counter_app.rehearsal.hands import Hands
from counter_app.rehearsal.plain_cases import PLAIN_CASES
from counter_app.rehearsal.tour import Tour
from counter_app.ui.signon.recovery_page import RecoveryPage
from counter_app.ui.widgets.label import Label
from tests.journeys.windows import opened_window

ADMINISTRATOR, TELLER, SUPERVISOR = "80001", "80231", "80201"
OWN, GIVEN, CHOSEN = "a long pass phrase", "first password", "my own password"
BRANCH = (
    *("安澜银行", "Anlan Bank", "城东支行", "Chengdong Branch", "东大街 18 号", "18 Dongdajie"),
    *("工作日 9:00–17:00", "working days 9:00–17:00", "010-5555 0123", "010-5555 0110"),
    *("03", "5"),
)


class Newcomers:
    """The people of a new branch, at the keys of one window."""

    def __init__(self, window: TerminalWindow, out: Path) -> None:
        self.window, self.tour = window, Tour(window, out)
        self.hands: Hands = self.tour.hands

    def page(self) -> str:
        """The code of the page on show."""
        shown = self.window.frame.page()
        return shown.code if shown is not None else ""

    def reach(self, code: str) -> None:
        """Wait for a page."""
        self.hands.wait_for(code, lambda: self.page() == code)

    def set_up(self) -> None:
        """The first page of a new home, and the recovery sheet typed back."""
        self.hands.wait_for("the first field", lambda: self.focus_name() == "银行名称，中文")
        for words in BRANCH:
            self.hands.type(words)
        self.hands.press("Return")
        for words in (ADMINISTRATOR, "许建国", OWN, OWN):
            self.hands.type(words, "Tab")
        self.hands.press("F8")
        self.hands.wait_for("sheet", lambda: isinstance(self.window.frame.page(), RecoveryPage))
        written = [one.text() for one in self.window.frame.findChildren(Label) if one.isVisible()]
        groups = [one for one in written if re.fullmatch("[0-9A-Z]{5}", one)]
        self.hands.press("F8")
        asked = re.findall(r"\d+", self.focus_name())
        self.hands.type(groups[int(asked[0]) - 1], "")
        self.hands.press("F8")
        self.hands.wait_for("the sign-on page", lambda: self.window.usable_now)

    def sign_on(self, number: str, password: str) -> None:
        """Number and password at this window."""
        self.reach("signon")
        self.hands.type(number)
        self.hands.type(password)
        self.hands.wait_for("a first page", lambda: self.page() not in ("signon", ""))

    def sign_off(self) -> None:
        """By the command list."""
        self.window.frame.offers.run("session.sign_off")
        self.reach("signon")

    def register(self, number: str, name: str, post: str, role: str) -> None:
        """A new account with one role, from the list of the staff."""
        self.hands.press("Alt+N")
        for words in (number, name, post):
            self.hands.type(words)
        self.hands.press("Return")
        for one in ("teller", "lobby_manager", "supervisor"):
            if one == role:
                self.hands.press("Space")
                break
            self.hands.press("Tab")
        for _stop in range(8):
            if self.focus_name() != "首次密码":
                self.hands.press("Tab")
        self.hands.type(GIVEN, "Tab")
        self.hands.type(GIVEN, "")
        self.hands.press("F8")
        self.hands.wait_for("the new account in the list", lambda: number in self.rows())

    def choose_password(self) -> None:
        """The password of the own, before anything else."""
        self.reach("first_password")
        self.hands.type(CHOSEN)
        self.hands.type(CHOSEN, "")
        self.hands.press("F8")

    def rows(self) -> str:
        """All words of the table on show."""
        shown = [one for one in self.window.frame.findChildren(QTableView) if one.isVisible()]
        if not shown:
            return ""
        model = shown[0].model()
        cells = product(range(model.rowCount()), range(model.columnCount()))
        return "\n".join(str(model.index(*cell).data()) for cell in cells)

    def focus_name(self) -> str:
        """What a screen reader calls the focus."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""


@pytest.fixture
def newcomers(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Newcomers]:
    with opened_window(qapp, Home(tmp_path / "home")) as window:
        yield Newcomers(window, tmp_path / "pictures")


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_a_new_home_comes_alive_and_serves(newcomers: Newcomers) -> None:
    newcomers.set_up()
    newcomers.sign_on(ADMINISTRATOR, OWN)
    assert newcomers.page() == "staff"
    newcomers.register(TELLER, "王敏", "柜员", "teller")
    newcomers.register(SUPERVISOR, "周岚", "运营主管", "supervisor")
    newcomers.sign_off()
    assert newcomers.window.sign_on.form.window_field.value() == BRANCH[-1]
    newcomers.sign_on(TELLER, GIVEN)
    newcomers.choose_password()
    newcomers.hands.wait_for("the desk", lambda: newcomers.page().startswith("desk"))
    opening = next(one for one in PLAIN_CASES if one.code == "grkh")
    newcomers.tour.serve(opening, 1)
    assert newcomers.page() == "desk.done"
    newcomers.sign_off()
    newcomers.sign_on(SUPERVISOR, GIVEN)
    newcomers.choose_password()
    newcomers.reach("supervision.log")
    newcomers.hands.wait_for("the case in the log", lambda: "03A-0001C" in newcomers.rows())
