"""Scripted staff time: how long the hands and eyes of a practised teller are with this program.

Owns the model, whose seconds stand in `docs/measures.md`, and the hands that note each act. Reading
papers, speaking to the customer and the core's own work are the business itself and not counted.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from PySide6.QtWidgets import QWidget

from counter_app.forms.gates import Weight
from counter_app.rehearsal.at_window import Touring
from counter_app.rehearsal.bench.lines import Figure, Line
from counter_app.rehearsal.hands import Hands
from counter_app.rehearsal.plain_cases import PLAIN_CASES, PlainCase
from counter_app.rehearsal.tour import MOST_EXPRESS, Tour
from counter_app.ui.desk.case_page import CasePage

Act = Literal["press", "decision", "sign", "hanzi", "scan", "page"]

SECONDS: Mapping[Act, float] = MappingProxyType(
    {"press": 0.28, "decision": 1.35, "sign": 0.28, "hanzi": 1.0, "scan": 1.5, "page": 1.35}
)
"""The keystroke-level model's figures for an average typist: a key 0.28 s, making up one's mind 1.35 s.

House figures: a Chinese sign 1.0 s (about three keys and a look), laying a card or serial on the reader
1.5 s. A new page is looked at once, as long as one makes up one's mind."""

GO_ON = frozenset({"Return", "F8", "F2", "Down", "Up", "Tab"})
"""Keys that go on without a choice; every other press answers something, which is made up first."""

LIMITS: Mapping[Weight, float] = MappingProxyType({"express": 20.0, "standard": 60.0})
"""Seconds by weight; a full business has its own time and no limit."""


class NotingHands(Hands):
    """Hands that note every act; the key that ends a typed value is a press that goes on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.acts: Counter[Act] = Counter()

    def press(self, keys: str) -> None:
        self.acts["press"] += 1
        if keys not in GO_ON:
            self.acts["decision"] += 1
        super().press(keys)

    def type(self, text: str, end: str = "Return") -> None:
        for sign in text:
            self.acts["sign" if sign.isascii() else "hanzi"] += 1
        if end:
            self.acts["press"] += 1
        super().type(text, end)

    def scan(self, text: str) -> None:
        self.acts["scan"] += 1
        super().scan(text)


@dataclass(frozen=True, slots=True)
class StaffTime:
    """One service: its acts, and whether it is done on one screen."""

    code: str
    weight: Weight
    acts: Mapping[Act, int]

    @property
    def seconds(self) -> float:
        """What all acts take."""
        return seconds_of(self.acts)


def seconds_of(acts: Mapping[Act, int]) -> float:
    """What acts take by the model."""
    return round(sum(SECONDS[act] * count for act, count in acts.items()), 1)


class TimedTour(Tour):
    """Serves the plain cases as the tour does, without pictures, noting acts and pages."""

    def __init__(self, window: Touring, cases: Sequence[PlainCase]) -> None:
        super().__init__(window, Path(), cases)
        self.noting = NotingHands(window.frame)
        self.hands = self.noting
        self._served = cases

    def picture(self, name: str) -> None:
        """A page to be looked at, instead of photographed; the last one of a case is none of ours."""
        if not name.endswith("-done"):
            self.noting.acts["page"] += 1

    def look_at_desk(self, case: PlainCase) -> None:
        """Nobody looks back at the desk in the middle of a business."""

    def times(self) -> list[StaffTime]:
        """Each service once, from the greeting to its papers; somebody is signed on."""
        found = []
        for number, case in enumerate(self._served):
            self.noting.acts.clear()
            self.serve(case, number)
            found.append(StaffTime(case.code, self._weight(), dict(self.noting.acts)))
        return found

    def _weight(self) -> Weight:
        """Of the business just served; one that was express stayed so in the strip."""
        page = self.frame.page()
        if self.counted[-1].most == MOST_EXPRESS or not isinstance(page, CasePage):
            return "express"
        _opened, run, runner = page.parts.case.at_hand()
        return runner.beside(run).weight


def measure_staff_time(window: Touring, cases: Sequence[PlainCase] = PLAIN_CASES) -> Line:
    """The longest service of each weight, and each one's seconds; a full one has no limit."""
    times = TimedTour(window, cases).times()
    figures: dict[str, Figure] = {}
    limits: dict[str, float] = {}
    for one in times:
        name = f"{one.weight}_worst_s"
        figures[name] = max(one.seconds, figures.get(name, 0.0))
        if one.weight in LIMITS:
            limits[name] = LIMITS[one.weight]
    figures |= {f"{one.code}_s": one.seconds for one in times}
    return Line("staff", figures, limits, "scripted staff time from the greeting to the papers")
