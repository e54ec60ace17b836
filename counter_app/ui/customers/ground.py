"""What the pages beside the desk are given from outside, and how they read without falling silent.

Owns no behaviour of the business.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from counter_app.domain.cameras import Camera
from counter_app.domain.refusal import Refusal
from counter_app.i18n import Language, Text
from counter_app.services.counter import Acting
from counter_app.services.ports import StoreTrouble
from counter_app.services.snapshot_ports import ALL_HERE, Arriving
from counter_app.ui.exports import Exports
from counter_app.ui.theme import Theme
from counter_app.ui.words.sentences import refusal_sentence
from counter_app.ui.work import AskBranch, Work, ask_nobody

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ground:
    """Look, work, who acts, language, the business date and the clock; `terminal` is this PC's.

    `longest_parked` is how long a parked business may wait by the rules in force; None before they were
    read, and where they say nothing. `arriving` is how much of the branch's past is on this PC,
    `hears_calls` whether other windows' silent calls come to it, `reach` asks the branch.
    """

    theme: Theme
    work: Work
    acting: Acting
    terminal: str
    language: Callable[[], Language]
    today: Callable[[], dt.date]
    now: Callable[[], dt.datetime]
    initials: Callable[[str], str] = str
    exports: Exports | None = None
    cameras: tuple[Camera, ...] = ()
    longest_parked: Callable[[], dt.timedelta | None] = lambda: None
    arriving: Callable[[], Arriving] = lambda: ALL_HERE
    hears_calls: Callable[[], bool] = lambda: True
    reach: AskBranch = ask_nobody

    def say(self, text: Text) -> str:
        """A text of data in the language of the window."""
        return text.into(self.language())

    def tell(self, refusal: Refusal) -> str:
        """Why not, as a sentence."""
        return refusal_sentence(refusal, self.language())


def told(job: Callable[[S], T]) -> Callable[[S], T | Refusal]:
    """The job, with the store's trouble as a value: the page says it where the answer would stand."""

    def run(source: S) -> T | Refusal:
        try:
            return job(source)
        except StoreTrouble as trouble:
            return Refusal(trouble.code)

    return run
