"""The tour: whole visits by keys through the real window, photographed, with the presses counted.

Plays a teller and a supervisor on the demo's branch. Knows the desk only as a person does: by its keys
and by what has the focus. The window is given as an argument.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.rehearsal.hands import Hands, HandsError
from counter_app.rehearsal.plain_cases import PLAIN_CASES, PlainCase
from counter_app.rehearsal.serving import LAST_DAY, Serving
from counter_app.ui.shell import Frame

STEP_S = 0.4
EXPRESS = "desk.express"
MOST_EXPRESS, MOST_STANDARD = 8, 25
"""Presses a service may take."""


class Touring(Protocol):
    """The window that is toured."""

    frame: Frame

    @property
    def usable_now(self) -> bool:
        """Whether somebody can sign on."""
        ...


@dataclass(frozen=True, slots=True)
class Presses:
    """The presses a service took, besides typing, scans and the serial, and how many it may take.

    An express one is counted on its one screen, any other from the greeting on.
    """

    service: str
    keys: tuple[str, ...]
    most: int


class Tour:
    """Goes through the window page by page; pictures are numbered in the order seen."""

    def __init__(
        self, window: Touring, out: Path, cases: Sequence[PlainCase] = PLAIN_CASES
    ) -> None:
        self._window, self._out, self._cases = window, out, cases
        self.hands = Hands(window.frame)
        self._pictures = 0
        self.counted: list[Presses] = []

    def run(self) -> None:
        """The whole tour."""
        self.hands.wait_for("the sign-on page", lambda: self._window.usable_now)
        self.picture("sign-on")
        self.sign_on("80231")
        self.picture("desk")
        for number, case in enumerate(self._cases):
            self.serve(case, number)
        self.missing_papers()
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

    def serve(self, case: PlainCase, number: int) -> None:
        """One plain case from the greeting to the papers; its presses are counted."""
        self.hands.presses.clear()
        self._receive("110105198001010016", "张伟")
        self.hands.type(case.code)
        self.hands.wait_for("the service", lambda: self._page() in ("desk.need", EXPRESS))
        self.hands.settle(STEP_S)
        express = self._page() == EXPRESS
        if express:
            self.hands.presses.clear()
        serving = Serving(self._window.frame, self.hands, case.answers)
        serial = f"CB773019{number:02d}"
        while (page := self._page()) != "desk.done":
            self._work_on(page, serving, serial)
            self.picture(f"{case.code}-{page.removeprefix('desk.')}")
            self.press("F8")
            self._leave(page)
            self.hands.settle(STEP_S)
        self.hands.settle(1.0)
        self.picture(f"{case.code}-done")
        keys = tuple(self.hands.presses)
        most = MOST_EXPRESS if express else MOST_STANDARD
        self.counted.append(Presses(f"{case.title.zh} {case.title.en}", keys, most))

    def _work_on(self, page: str, serving: Serving, serial: str) -> None:
        """What a step asks, before F8."""
        work = {
            "desk.need": serving.fill_in,
            "desk.documents": serving.look_at_papers,
            "desk.details": serving.fill_in,
            "desk.care": serving.ask_calmly,
            "desk.read_back": serving.confirm,
            "desk.completion": serving.hand_back,
        }
        if page in work:
            work[page]()
        elif page == EXPRESS:
            serving.all_on_one_screen(serial)
        elif page == "desk.core" and serving.gives_serial:
            self.hands.type(serial)

    def missing_papers(self) -> None:
        """A paper is missing: the one-time notice for the day of coming."""
        self._receive("110105198507150016", "单小明")
        self.hands.type("grkh")
        self._reach("desk.need")
        Serving(self._window.frame, self.hands, {"account_class": "class_one"}).fill_in()
        self._next("desk.documents")
        self.press("1")
        self.hands.type(LAST_DAY)
        self.press("-")
        self.picture("missing-papers")
        self.press("F9")
        self.hands.settle(1.0)
        self.picture("notice")
        self.press("F8")
        self.hands.wait_for("the end of the notice", lambda: self._page() != "desk.notice")
        self.hands.settle(1.0)
        self.picture("notice-given")

    def park_and_resume(self) -> None:
        """One key parks; the list gives it back."""
        self._receive("110105198001010016", "张伟")
        self.hands.type("mmcz")
        self._reach("desk.need")
        self.press("F7")
        self.hands.settle(1.0)
        self.press("F7")
        self.hands.settle(STEP_S)
        self.picture("parked")
        self.press("Return")
        self.hands.settle(1.0)
        self.picture("resumed")

    def lock(self) -> None:
        """F12 covers everything."""
        self.press("F12")
        self.picture("locked")
        self.hands.type(PASSWORD, end="")
        self.press("Return", "Return")
        self.hands.settle(STEP_S)

    def sign_off(self) -> None:
        """By the command list, as everything that has no key of its own, in the window's language."""
        off = self._window.frame.offers.action("session.sign_off")
        if off is None:
            raise HandsError("no command to sign off")
        self.press("Ctrl+K")
        self.hands.type(off.words)
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

    def _leave(self, page: str) -> None:
        self.hands.wait_for(f"more than {page}", lambda: self._page() != page)

    def _next(self, page: str) -> None:
        self.press("F8")
        self._reach(page)

    def _reach(self, page: str) -> None:
        self.hands.wait_for(f"{page}, not {self._page()}", lambda: self._page() == page)
        self.hands.settle(STEP_S)

    def _page(self) -> str:
        page = self._window.frame.page()
        return page.code if page is not None else ""
