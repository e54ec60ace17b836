"""Looks over the assembled window and its strip: the tour and beyond, in all sizes, languages, looks.

`python -m tests.journeys.looks` sees each page in all ways; with `--sampled` in two ways of one dress:
English on the small screen, where words have least room, and one of the others in turn; the dress goes
round too, for to dress the whole window anew takes over a second. Prints what is not in order and ends
with 1. The checks themselves are those of `tests/ui/audit.py`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from traceback import format_exception

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.bootstrap.demo import demo_home
from counter_app.bootstrap.settings import MOST_REST_S, read_settings, write_settings
from counter_app.bootstrap.window import TerminalWindow
from counter_app.i18n import Language
from counter_app.rehearsal.plain_cases import PLAIN_CASES
from counter_app.rehearsal.tour import Tour
from counter_app.ui.strip.edge import Side
from counter_app.ui.strip.strip import Strip
from counter_app.ui.theme import Look
from tests.ui.audit import Finding, audit

SIZES = ((1366, 768), (1920, 1080))
SCALES = (100, 150)
LOOKS: tuple[Look, ...] = ("light", "dark")
SETTLE_S, PATIENCE_S = 0.06, 5.0
PAGES_A_DRESS = 3
LOBBY, TELLER, ADMINISTRATOR = "80210", "80231", "80001"
SAMPLED = ("xjck", "bhk", "sjyh")
"""On one screen; step by step with the signs of a paper; with questions against fraud."""
ROOMS = (
    ("due", "Ctrl+Alt+3"),
    ("home", "Ctrl+Alt+4"),
    ("staff", "Ctrl+Alt+5"),
    ("content", "Ctrl+Alt+6"),
    ("day", "Ctrl+Alt+7"),
    ("help", "Ctrl+Alt+8"),
    ("approvals", "Ctrl+Alt+9"),
    ("branch", "Ctrl+Alt+0"),
)


@dataclass(frozen=True, slots=True)
class Dress:
    """Look and scale: what the whole window is dressed in."""

    look: Look
    scale: int


@dataclass(frozen=True, slots=True)
class Way:
    """One way to see a page."""

    dress: Dress
    language: Language
    size: tuple[int, int]
    edge: Side | None = None

    def __str__(self) -> str:
        width, height = self.size
        whole = f"{width}x{height} {self.dress.scale}% {self.language} {self.dress.look}"
        return f"{whole} strip {self.edge}" if self.edge else whole


ROOMS_FOR_WORDS: Sequence[tuple[Language, tuple[int, int]]] = (
    ("en", SIZES[0]),
    ("zh", SIZES[0]),
    ("zh", SIZES[1]),
    ("en", SIZES[1]),
)
"""The closest first."""
DRESSES = tuple(Dress(*one) for one in product(LOOKS, SCALES))


class LookingTour(Tour):
    """The tour, looking instead of photographing; then the pages that the tour does not reach."""

    def __init__(self, window: TerminalWindow, out: Path, *, sampled: bool) -> None:
        cases = [one for one in PLAIN_CASES if one.code in SAMPLED] if sampled else PLAIN_CASES
        super().__init__(window, out, cases)
        self._terminal, self._sampled = window, sampled
        self.pages: list[str] = []
        self.found: dict[tuple[str, Finding], list[Way]] = {}

    def picture(self, name: str) -> None:
        """Look at the page in this page's ways. The tour goes on in the dress that it is in."""
        for dress in self._dresses():
            self._terminal.theme.choose(dress.look, dress.scale)
            for language, size in self._rooms_for():
                for edge in self._edges():
                    self._turn(language, size, edge)
                    for finding in self._findings():
                        self._note(name, finding, Way(dress, language, size, edge))
        self._turn("zh", SIZES[0], self._edges()[0])
        self.pages.append(name)
        sys.stderr.write(f"{len(self.pages):3d}  {name}\n")

    def _note(self, page: str, finding: Finding, way: Way) -> None:
        """Told at once when it is new: each one costs its patience, and a whole look is long."""
        ways = self.found.setdefault((page, finding), [])
        ways.append(way)
        if len(ways) == 1:
            sys.stderr.write(f"{page}: {finding.code}: {finding.what}  ({way})\n")

    def run(self) -> None:
        """The tour, and who was not on it."""
        super().run()
        self.beyond_the_log()
        everybody = ((LOBBY, "lobby"), (ADMINISTRATOR, "administrator"), (TELLER, "teller"))
        for staff, pages in everybody:
            self.sign_off()
            self.sign_on(staff)
            if staff == LOBBY:
                self._find("单小明")
                self.press("Down")
                self._take("home")
            self.picture(f"{pages}-first")
            self.rooms(pages)
        self.press("Ctrl+Alt+1")
        self.hands.wait_for("the desk", lambda: self._page().startswith("desk."))

    def beyond_the_log(self) -> None:
        """What a supervisor reaches besides the log: promises, a customer, the panels, the own page."""
        self.press("Alt+U")
        self.picture("day-log-promises")
        self.rooms("supervisor")
        self._find("张伟")
        self.picture("found")
        self._take("customers.customer")
        self.picture("customer")
        self._find("张伟")
        self.press("Down")
        self._take("supervision.log")
        self.picture("found-case")
        self.press("F1")
        self.picture("keys")
        self.press("Esc", "Ctrl+K")
        self.picture("commands")
        self.press("Esc")

    def rooms(self, who: str) -> None:
        """The pages beside the work that this person has."""
        offers = self._terminal.frame.offers
        for code, key in ROOMS:
            if offers.action(f"room.{code}") is not None:
                self.press(key)
                self.hands.settle(0.3)
                self.picture(f"{who}-{code}")

    def _find(self, words: str) -> None:
        self.press("F4")
        self.hands.type(words, end="")
        self.hands.settle(0.6)

    def _take(self, page: str) -> None:
        self.press("Return")
        self._reach(page)

    def _dresses(self) -> Sequence[Dress]:
        if not self._sampled:
            return DRESSES
        return [DRESSES[len(self.pages) // PAGES_A_DRESS % len(DRESSES)]]

    def _rooms_for(self) -> Sequence[tuple[Language, tuple[int, int]]]:
        closest, *others = ROOMS_FOR_WORDS
        return [closest, others[len(self.pages) % 3]] if self._sampled else ROOMS_FOR_WORDS

    def _edges(self) -> Sequence[Side | None]:
        """Both edges for the strip; the window has none."""
        if not isinstance(self._terminal.frame.front, Strip):
            return [None]
        return [list(Side)[len(self.pages) % 2]] if self._sampled else list(Side)

    def _turn(self, language: Language, size: tuple[int, int], edge: Side | None) -> None:
        self._terminal.frame.resize(*size)
        strip = self._terminal.frame.front
        if isinstance(strip, Strip) and edge is not None:
            strip.room, strip.side = lambda: QRect(QPoint(), QSize(*size)), lambda: edge
            strip.stand()
        if self._terminal.language.language != language:
            self._terminal.language.choose(language)
        self.hands.settle(SETTLE_S)

    def _findings(self) -> list[Finding]:
        """What is still not in order when the layout has had its time."""
        until = monotonic() + PATIENCE_S
        found = self._seen()
        while found and monotonic() < until:
            self.hands.settle(SETTLE_S)
            found = self._seen()
        return found

    def _seen(self) -> list[Finding]:
        shown: list[QWidget] = [self._terminal.frame.front]
        modal = QApplication.activeModalWidget()
        if modal is not None and modal not in shown:
            shown.append(modal)
        found = [finding for window in shown for finding in audit(window)]
        if QApplication.focusWidget() is None:
            found.append(Finding("no-focus", type(QApplication.activeWindow()).__name__))
        strays = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        return found + [
            Finding("stray-window", type(one).__name__) for one in strays if one not in shown
        ]


def look_over(*, sampled: bool) -> LookingTour:
    """Plays the tour on a demo's home of its own."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    with demo_home(None, "zh") as home, TemporaryDirectory() as out:
        # A page is looked at for half a minute, and keys given to a widget are no input to the window.
        write_settings(home, replace(read_settings(home), lock_seconds=MOST_REST_S))
        window = TerminalWindow(app, home, "zh")
        window.open()
        played = LookingTour(window, Path(out), sampled=sampled)
        try:
            played.run()
        finally:
            window.stop()
    return played


def told(played: LookingTour) -> list[str]:
    """Each finding once, with the ways it was met in."""
    lines = []
    for (page, finding), ways in sorted(played.found.items(), key=lambda one: one[0][0]):
        more = f" and {len(ways) - 1} more" if len(ways) > 1 else ""
        lines.append(f"{page}: {finding.code}: {finding.what}  ({ways[0]}{more})")
    return lines


def main(args: Sequence[str]) -> int:
    """Look, tell, and end with 1 when something is not in order."""
    parser = argparse.ArgumentParser(prog="looks", description=__doc__)
    parser.add_argument("--sampled", action="store_true", help="each page in two ways")
    words = parser.parse_args(args)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    broken: list[str] = []
    # What breaks inside Qt's loop ends nothing there; it counts here, and is told when the tour stops.
    sys.excepthook = lambda kind, error, at: broken.extend(format_exception(kind, error, at))
    try:
        played = look_over(sampled=words.sampled)
    finally:
        sys.excepthook = sys.__excepthook__
        sys.stderr.write("".join(broken))
    lines = told(played)
    lines.append(f"{len(played.pages)} pages, {len(played.found)} findings")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if broken or played.found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
