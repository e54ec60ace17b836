"""The tour: whole visits by keys through the real window, photographed, with the presses counted.

Plays a teller and a supervisor on the demo's branch. Knows the desk only as a person does: by its keys
and by what has the focus. The window is given as an argument.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.rehearsal.hands import Hands
from counter_app.ui.shell import Frame

STEP_S = 0.4


class Touring(Protocol):
    """The window that is toured."""

    frame: Frame

    @property
    def usable_now(self) -> bool:
        """Whether somebody can sign on."""
        ...


@dataclass(frozen=True, slots=True)
class Presses:
    """How many presses a service took, besides typing, scans and the serial."""

    service: str
    count: int
    keys: tuple[str, ...]


class Tour:
    """Goes through the window page by page; pictures are numbered in the order seen."""

    def __init__(self, window: Touring, out: Path) -> None:
        self._window, self._out = window, out
        self.hands = Hands(window.frame)
        self._pictures = 0
        self.counted: list[Presses] = []

    def run(self) -> None:
        """The whole tour."""
        self.hands.wait_for("the sign-on page", lambda: self._window.usable_now)
        self.picture("sign-on")
        self.sign_on("80231")
        self.picture("desk")
        with self._counting("个人开户 personal account"):
            self.open_account()
        with self._counting("挂失 lost card"):
            self.report_loss()
        with self._counting("现金取款 cash withdrawal"):
            self.withdraw()
        self.child_with_missing_papers()
        self.park_and_resume()
        self.lock()
        self.sign_off()
        self.sign_on("80201")
        self.picture("day-log")
        self.press("Down", "Down")
        self.picture("day-log-replay")

    def sign_on(self, staff: str) -> None:
        """Number and password; the window stays as last time."""
        self.hands.type(staff)
        self.hands.type(PASSWORD)
        self.hands.wait_for("the first page", lambda: self._page() != "signon")
        self.hands.settle(STEP_S)

    def open_account(self) -> None:
        """An adult with the ID card opens an account for himself."""
        self._receive("110105198001010016", "张伟")
        self.hands.type("grkh")
        self._reach("desk.need")
        self.press("I")
        self.picture("need")
        self._next("desk.documents")
        self.press("1")
        self.hands.type("20350630")
        self.press("2", "3", "4")
        self.picture("documents")
        self._next("desk.details")
        self.hands.type("13900001234")
        self.press("Q", "Return")
        self.hands.type("东城区东大街18号院2号楼301室")
        self.press("L", "Return", "G")
        self.picture("details")
        self._next("desk.read_back")
        self.press("Alt+C")
        self.picture("read-back")
        self._finish("CB77301901", "opening")

    def report_loss(self) -> None:
        """A written loss report of a card by its holder."""
        self._receive("110105198507150016", "单小明")
        self.hands.type("107")
        self._reach("desk.need")
        self.press("S", "Return", "Return", "2")
        self.picture("loss-need")
        self._next("desk.documents")
        self.press("1", "2")
        self.picture("loss-documents")
        self._next("desk.details")
        self.hands.type("4417")
        self.press("Return")
        self.hands.type("20261120")
        self.press("Return")
        self.hands.type("13600001357")
        self.picture("loss-details")
        self._next("desk.read_back")
        self.press("Alt+C")
        self._finish("CB77301902", "loss")

    def withdraw(self) -> None:
        """Cash for the holder, below every line."""
        self._receive("110105198001010016", "张伟")
        self.hands.type("xjqk")
        self._reach("desk.need")
        self.hands.type("3000")
        self.picture("withdrawal-need")
        self._next("desk.documents")
        self.press("1")
        self._next("desk.details")
        self.hands.type("4417")
        self.press("Return", "W")
        self.picture("withdrawal-details")
        self._next("desk.read_back")
        self.press("Alt+C")
        self._finish("CB77301903", "withdrawal")

    def child_with_missing_papers(self) -> None:
        """A father for his child, with papers missing: the one-time notice for the day of coming."""
        self.press("F2")
        self._reach("desk.reception")
        self.press("Alt+A")
        self.hands.settle(STEP_S)
        self.picture("two-persons")

    def park_and_resume(self) -> None:
        """One key parks; the list gives it back."""

    def lock(self) -> None:
        """F12 covers everything."""
        self.press("F12")
        self.picture("locked")
        self.hands.type(PASSWORD, end="")
        self.press("Return", "Return")
        self.hands.settle(STEP_S)

    def sign_off(self) -> None:
        """By the command list, as everything that has no key of its own."""
        self.press("Ctrl+K")
        self.hands.type("签退")
        self.hands.wait_for("the sign-on page", lambda: self._page() == "signon")

    def press(self, *keys: str) -> None:
        """Counted presses, one after another."""
        for key in keys:
            self.hands.press(key)

    def picture(self, name: str) -> None:
        """Photographs the window."""
        self._pictures += 1
        self.hands.photograph(self._out / f"{self._pictures:02d}-{name}.png")

    def _receive(self, number: str, name: str) -> None:
        self.press("F2")
        self._reach("desk.reception")
        self.hands.scan(number)
        self.hands.type(name)
        self.picture("reception")
        self._next("desk.need")

    def _finish(self, serial: str, name: str) -> None:
        self._next("desk.core")
        self.hands.type(serial)
        self.picture(f"{name}-core")
        self._next("desk.completion")
        self.picture(f"{name}-completion")
        self.press("Space")
        self._next("desk.done")
        self.hands.settle(1.0)
        self.picture(f"{name}-done")

    def _next(self, page: str) -> None:
        self.press("F8")
        self._reach(page)

    def _reach(self, page: str) -> None:
        self.hands.wait_for(f"{page}, not {self._page()}", lambda: self._page() == page)
        self.hands.settle(STEP_S)

    def _page(self) -> str:
        page = self._window.frame.page()
        return page.code if page is not None else ""

    @contextmanager
    def _counting(self, service: str) -> Iterator[None]:
        self.hands.presses.clear()
        yield
        keys = tuple(self.hands.presses)
        self.counted.append(Presses(service, len(keys), keys))
