"""The tour: whole visits by keys through the real window, photographed, with the presses counted.

Plays a teller and a supervisor on the demo's branch. Knows the desk only as a person does: by its keys
and by what has the focus. The window is given as an argument.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counter_app.rehearsal.at_strip import AtStrip
from counter_app.rehearsal.at_window import EXPRESS, Touring
from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.rehearsal.plain_cases import PLAIN_CASES, PlainCase
from counter_app.rehearsal.serving import LAST_DAY, Serving
from counter_app.ui.desk.reception_page import WARD

CUSTOMER = ("110105198001010016", "张伟")
IN_RIGHT_STRIP = 3
"""So many are served in the strip at the right; then it stands along the lower edge."""
MOST_EXPRESS, MOST_STANDARD = 8, 25
"""Presses a service may take."""


@dataclass(frozen=True, slots=True)
class Presses:
    """The presses a service took, besides typing, scans and the serial, and how many it may take.

    An express one is counted on its one screen, any other from the greeting on.
    """

    service: str
    keys: tuple[str, ...]
    most: int


class Tour(AtStrip):
    """Goes through the window page by page; pictures are numbered in the order seen."""

    def __init__(
        self, window: Touring, out: Path, cases: Sequence[PlainCase] = PLAIN_CASES
    ) -> None:
        super().__init__(window)
        self._out, self._cases = out, cases
        self._pictures = 0
        self.counted: list[Presses] = []

    def run(self) -> None:
        """The whole tour."""
        self.hands.wait_for("the sign-on page", lambda: self._window.usable_now)
        self.picture("sign-on")
        self.sign_on("80231")
        self.picture("desk")
        for number, case in enumerate(self._cases):
            if number == IN_RIGHT_STRIP:
                self.stay(folded=False)
                self.stand_below()
            self.serve(case, number)
        self.stay(folded=False)
        self.missing_papers()
        self.park_and_resume()
        self.lock()
        self.sign_off()
        self.sign_on("80201")
        self.picture("day-log")
        self.press("Down", "Down")
        self.picture("day-log-replay")

    def serve(self, case: PlainCase, number: int) -> None:
        """One plain case from the greeting to the papers; its presses are counted."""
        serial = f"CB773019{number:02d}"
        self.stay(folded=case.express)
        self.hands.presses.clear()
        if case.express:
            self._serve_in_strip(case, serial)
        else:
            self._serve_at_desk(case, serial)
        keys = tuple(self.hands.presses)
        most = MOST_EXPRESS if case.express else MOST_STANDARD
        self.counted.append(Presses(f"{case.title.zh} {case.title.en}", keys, most))

    def _serve_at_desk(self, case: PlainCase, serial: str) -> None:
        if case.ward is None:
            self._receive(*CUSTOMER)
        else:
            self._receive_guardian(case.ward)
        self._choose(case.code)
        self.serve_on(case, serial)
        self.hands.settle(1.0)
        self.picture(f"{case.code}-done")

    def _serve_in_strip(self, case: PlainCase, serial: str) -> None:
        """Folded from the greeting on; only what the one screen takes is counted."""
        edge = self.strip().standing
        if case.firm is None:
            self._receive(*CUSTOMER)
        else:
            self._receive_for(case.firm)
        self._choose(case.code)
        self._reach(EXPRESS)
        self.hands.presses.clear()
        self.fill_strip(case, serial)
        self.picture(f"{case.code}-strip-{edge}")
        self.look_at_desk(case)
        self._next("desk.done")
        self.hands.settle(1.0)
        self.picture(f"{case.code}-strip-{edge}-done")

    def look_at_desk(self, case: PlainCase) -> None:
        """The same business at the whole desk, for a picture: no press of the service."""
        taken = list(self.hands.presses)
        self.stay(folded=False)
        self.picture(f"{case.code}-express")
        self.stay(folded=True)
        self.hands.presses[:] = taken

    def _receive_for(self, firm: tuple[str, str]) -> None:
        """In the strip the customer comes for a firm: its licence, its name, then who is here."""
        number, name = firm
        self.press("F2")
        self._reach("desk.reception")
        self.hands.scan_paper(number, name)
        number, name = CUSTOMER
        self.hands.scan(number)
        people = self.strip().parts.work.people
        self.hands.settle(0.3)
        if not people.blocks["p2"].boxes["name"].value():
            self.hands.reach(lambda: people.place_code() == "p2.name")
            self.hands.type(name)
        self.picture("reception-firm")
        self._next("desk.need")

    def _receive_guardian(self, ward: tuple[str, str]) -> None:
        """The customer comes as guardian: one key, then the child's paper and name."""
        self.press("F2")
        self._reach("desk.reception")
        for number, name in (CUSTOMER, ward):
            self.hands.scan_paper(number, name)
            if (number, name) == CUSTOMER:
                self.press(WARD)
        self.picture("reception-guardian")
        self._next("desk.need")

    def missing_papers(self) -> None:
        """A paper is missing: the one-time notice for the day of coming."""
        self._receive("110105198507150016", "单小明")
        self.hands.type("grkh")
        self._reach("desk.need")
        Serving(self.frame, self.hands, {"account_class": "class_one"}).fill_in()
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
        self._rest()
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
        self._rest()

    def picture(self, name: str) -> None:
        """Photographs the window."""
        self._pictures += 1
        self.hands.photograph(self._out / f"{self._pictures:02d}-{name}.png")
