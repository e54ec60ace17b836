"""What the whole window is given from outside. Owns no behaviour."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from counter_app.domain.cameras import Camera
from counter_app.domain.work_state import LockSettings
from counter_app.forms.loading import Loaded
from counter_app.journal.facts.care import HelpAskedSilently
from counter_app.services.branch_health import Health
from counter_app.services.ports import Verifiers
from counter_app.services.printed import Spooler
from counter_app.services.snapshot_ports import ALL_HERE, Arriving
from counter_app.ui.approvals.dialog import PasswordJudge
from counter_app.ui.branch.branch_page import BranchMeans
from counter_app.ui.desk.means import Previews
from counter_app.ui.exports import Exports
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell.idle import IdleTime
from counter_app.ui.strip.wide import WideKeysPort
from counter_app.ui.theme import Theme
from counter_app.ui.work import AskBranch, Work, ask_nobody

ReaderState = Literal["", "ready", "down"]
"""Of the readers of identity papers: none is set, all can be used, one cannot."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a person wants the window: language, scheme, size, the strip's edge. Kept for this PC."""

    language: str
    scheme: str
    scale: int
    strip: str


@dataclass(frozen=True, slots=True)
class BesideCore:
    """What the bank wishes beside its core: values by the clipboard, and a serial's pattern.

    In the pattern `{YYYY}`, `{YY}`, `{MM}`, `{DD}` stand for the day, each `#` for a running digit.
    """

    sends: bool = True
    serial_pattern: str = ""


@dataclass(frozen=True, slots=True)
class WindowMeans:
    """The ground of the window. `verifiers` is used on the store's thread only.

    `lay_on` lays an invented paper on the reader of the demo; elsewhere there is none. `reach` asks the
    branch and `health` tells how it stands; a PC that stands alone has neither.
    """

    theme: Theme
    language: WindowLanguage
    work: Work
    verifiers: Verifiers
    judge: PasswordJudge
    verifier_of: Callable[[str], str]
    idle: IdleTime
    terminal: str
    branch: Callable[[], str]
    now: Callable[[], dt.datetime]
    today: Callable[[], dt.date]
    initials: Callable[[str], str]
    previews: Previews | None = None
    spooler: Spooler | None = None
    lock: LockSettings = field(default_factory=LockSettings)
    shipped: Callable[[], Loaded] | None = None
    keep_look: Callable[[Look], None] = lambda _look: None
    strip_edge: Callable[[], str] = lambda: "right"
    wide_keys: WideKeysPort | None = None
    exports: Exports | None = None
    cameras: tuple[Camera, ...] = ()
    reader_state: Callable[[], ReaderState] = lambda: ""
    lay_on: Callable[[], None] | None = None
    beside_core: BesideCore = field(default_factory=BesideCore)
    reach: AskBranch | None = None
    health: Callable[[], Health | None] = lambda: None

    def arriving(self) -> Arriving:
        """How much of the branch's past is on this PC."""
        health = self.health()
        return health.arriving if health is not None else ALL_HERE

    def hears_calls(self) -> bool:
        """Whether the branch lets this PC have what silent calls say: they are restricted."""
        health = self.health()
        greeting = health.branch if health is not None else None
        return greeting is None or HelpAskedSilently.AUDIENCE in greeting.audiences

    @property
    def branch_page(self) -> BranchMeans:
        """What the page of the branch works with."""
        return BranchMeans(self.reach or ask_nobody, self.health)
