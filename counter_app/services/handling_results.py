"""What the use cases of a case answer: values for the desk, never exceptions."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from counter_app.domain.paper import PaperLanguage
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import Fault
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.presence import VisitView
from counter_app.services.lists import NO_LISTS, CaseLists
from counter_app.services.runs import Place


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works on a case, at which window, since when (an entry's time)."""

    staff: str
    name: str
    window: str
    since: str


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case as the desk shows it.

    `asks_booking`: after an interruption at the core step, ask "核心是否已记账?" first.
    `held_by` is another person who works on it: the desk shows it read-only then; `holders` says where
    and since when. Where it goes on at two windows, both are there, and it is read-only. `lists` are
    those beside the one it runs under: of a notice given before, and from a day to come.
    """

    case: CaseView
    visit: VisitView | None
    runner: ProcedureRunner
    run: RunState
    place: Place
    asks_booking: bool
    held_by: str | None
    lists: CaseLists = NO_LISTS
    holders: tuple[Holder, ...] = ()

    def at(self, run: RunState, place: Place) -> "OpenCase":
        """The same case with what the page holds now."""
        return replace(self, run=run, place=place)


@dataclass(frozen=True, slots=True)
class Stopped:
    """The step cannot be left: what is to be mended, in the order shown."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class OverrideNeeded:
    """A named thing needs an approver: `matter` and what it is about, with the evidence shown."""

    matter: Literal[
        "deferral",
        "continue_case",
        "late_reprint",
        "cancel_completed",
        "attempts",
        "against_advice",
    ]
    item: str | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperWish:
    """How the customer wants the papers: language, large print.

    `receipt`: the customer asked for one, also where the procedure prints none by itself.
    """

    language: PaperLanguage = "zh"
    large: bool = False
    receipt: bool = False


@dataclass(frozen=True, slots=True)
class NoticeWish:
    """The one-time notice: for which day, printed or only spoken (with a reason), how."""

    coming_on: dt.date | None
    manner: Literal["printed", "spoken"] = "printed"
    reason: str | None = None
    paper: PaperWish = PaperWish()
