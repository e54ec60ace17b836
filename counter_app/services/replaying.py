"""A case shown again as it went: one timeline of its facts and its visits', and the page as it was.

Pure: from histories to values. Numbers are masked; half-typed drafts and hashes are left out. What
happened between two facts nobody wrote down, and it is not made up here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from types import MappingProxyType
from typing import Any

from counter_app.domain.masks import mask_number, mask_phone, scrub
from counter_app.forms.run_state import STEPS, StepId
from counter_app.journal.codec import Happened
from counter_app.journal.facts import beside_core, care, copies, lists, owning, presence
from counter_app.journal.facts import case as facts
from counter_app.journal.facts.base import Fact
from counter_app.journal.folding import Folding
from counter_app.journal.folds import FOLDING
from counter_app.journal.folds.case import CaseView

Params = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReplayEvent:
    """One thing that happened: when (UTC, as written), who, what, and on which step's page.

    `code` is the fact's kind. `absence` says why a fact cannot be read here.
    """

    at: str
    who: str
    code: str
    params: Params
    step: StepId
    subject: str
    entry: str
    absence: str | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """Where the timeline comes to a step; a step come back to has a tick for each time."""

    step: StepId
    at: str
    index: int


@dataclass(frozen=True, slots=True)
class Replay:
    """The timeline of a case, and the case as it stood at any place in it."""

    case: str
    events: tuple[ReplayEvent, ...]
    ticks: tuple[Tick, ...]
    history: tuple[Happened, ...]
    folding: Folding = FOLDING

    def case_at(self, index: int) -> CaseView:
        """The case as its page showed it right after the event at `index`; empty before the first."""
        past = {one.entry for one in self.events[: index + 1]}
        entries = [one.entry for one in self.history if one.entry.hash in past]
        view = self.folding.fold(self.case, entries)
        assert isinstance(view, CaseView)
        return view

    def index_at(self, instant: str) -> int:
        """The last event at or before an instant; -1 before the first."""
        return sum(1 for one in self.events if one.at <= instant) - 1


def replay(
    case: str, history: Sequence[Happened], others: Iterable[Sequence[Happened]] = ()
) -> Replay:
    """The timeline of a case with the histories beside it: visits, approvals, what was asked for care.

    Each history keeps the order of its fold, so that no effect stands before its cause; between
    histories time decides.
    """
    lanes = [_timed(one, lane) for lane, one in enumerate((*others, history))]
    merged = [happened for _at, _lane, _number, happened in merge(*lanes, key=_place)]
    events: list[ReplayEvent] = []
    ticks: list[Tick] = []
    step, ended = STEPS[0], False
    for happened in merged:
        step = _STEP_OF.get(happened.entry.kind, step)
        if not ticks or ticks[-1].step is not step:
            ticks.append(Tick(step, happened.entry.occurred_at, len(events)))
        events.append(_event(happened, step, ended=ended))
        ended = ended or happened.entry.kind == facts.CaseCompleted.KIND
    return Replay(case, tuple(events), tuple(ticks), tuple(history))


def told_alone(happened: Happened) -> ReplayEvent:
    """One entry told by itself, without the timeline that it belongs to."""
    return _event(happened, _STEP_OF.get(happened.entry.kind, STEPS[0]), ended=False)


_Placed = tuple[str, int, int, Happened]


def _timed(history: Sequence[Happened], lane: int) -> list[_Placed]:
    """A history with times that never fall: a wrong clock does not move an effect forward."""
    timed: list[_Placed] = []
    latest = ""
    for number, happened in enumerate(history):
        latest = max(latest, happened.entry.occurred_at)
        timed.append((latest, lane, number, happened))
    return timed


def _place(placed: _Placed) -> tuple[str, int, int]:
    return placed[:3]


def _event(happened: Happened, step: StepId, *, ended: bool) -> ReplayEvent:
    """`ended` marks what came after the end; a serial is told as one that followed then."""
    entry = happened.entry
    params = _params(happened.fact)
    if ended and isinstance(happened.fact, facts.CoreSerialRecorded):
        params["late"] = "yes"
    return ReplayEvent(
        entry.occurred_at,
        entry.actor,
        entry.kind,
        MappingProxyType(params),
        step,
        entry.subject,
        entry.hash,
        happened.absence,
    )


def _params(fact: Fact | None) -> dict[str, str]:
    if fact is None:
        return {}
    pick = _PARAMS.get(type(fact), _nothing)
    return {name: text for name, value in pick(fact).items() if (text := _text(value))}


def _text(value: object) -> str:
    if value is None or value is False:
        return ""
    return "yes" if value is True else scrub(str(value))


def _nothing(_fact: Any) -> dict[str, object]:
    return {}


def _fields(*names: str) -> Callable[[Any], dict[str, object]]:
    return lambda fact: {name: getattr(fact, name) for name in names}


def _names(names: Iterable[str]) -> str:
    return "、".join(names)


def _started(fact: facts.CaseStarted) -> dict[str, object]:
    """A late entry says on which form it was taken in, when, and by whom."""
    told = _fields("number", "service", "terminal", "window", "provisional")(fact)
    if fact.on_paper is None:
        return told
    late = {"late": "yes", "paper": fact.on_paper.paper, "happened": fact.on_paper.happened_at}
    return {**told, **late, "staff": fact.on_paper.served_by}


def _parties(fact: facts.PartiesTaken) -> dict[str, object]:
    return {"persons": _names(f"{one.part} {one.name or ''}".strip() for one in fact.parties)}


def _present(fact: presence.PersonPresent) -> dict[str, object]:
    return {"person": fact.person, "name": fact.name}


def _identity(fact: presence.IdentitySeen) -> dict[str, object]:
    return {
        "person": fact.person,
        "paper": fact.paper,
        "name": fact.name,
        "number": mask_number(fact.number),
        "valid_until": fact.valid_until,
    }


def _values(fact: facts.NeedRecorded | facts.DetailsRecorded) -> dict[str, object]:
    return {"fields": _names(sorted(fact.values))}


def _corrected(fact: facts.DetailCorrected) -> dict[str, object]:
    mask = _mask_of(fact.field)
    return {
        "field": fact.field,
        "old": mask(fact.old),
        "new": mask(fact.new),
        "cause": fact.cause,
    }


def _mask_of(field: str) -> Callable[[str], str]:
    if "phone" in field or "mobile" in field:
        return mask_phone
    if any(word in field for word in ("number", "card", "account", "passport")):
        return mask_number
    return str


def _checklist(fact: facts.ChecklistDecided) -> dict[str, object]:
    needed = [one for one in fact.lines if one.need == "required"]
    missing = [one for one in needed if one.outcome in ("open", "missing", "refused")]
    return {"for_date": fact.for_date, "required": len(needed), "missing": len(missing)}


def _notice(fact: facts.NoticeGiven) -> dict[str, object]:
    return {
        "coming_on": fact.coming_on,
        "valid_until": fact.valid_until,
        "missing": len(fact.missing),
        "manner": fact.manner,
        "reason": fact.reason,
        "replaces": fact.replaces,
    }


def _read_back(fact: facts.ReadBackDone) -> dict[str, object]:
    counts: dict[str, object] = {"manner": fact.manner, "person": fact.person}
    for row in fact.rows:
        counts[row.outcome] = int(str(counts.get(row.outcome, 0))) + 1
    return counts


def _asked(fact: care.FraudAsked) -> dict[str, object]:
    """How many questions, and how many answers gave reason to stop; never what was said."""
    return {"asked": len(fact.answers), "alarms": len(fact.alarms)}


def _completed(fact: facts.CaseCompleted) -> dict[str, object]:
    return {"outcome": fact.outcome, "next_steps": len(fact.next_steps), "reason": fact.reason}


_PARAMS: Mapping[type[Fact], Callable[[Any], dict[str, object]]] = MappingProxyType(
    {
        presence.VisitStarted: _fields("terminal", "window", "ticket"),
        presence.PersonPresent: _present,
        presence.IdentitySeen: _identity,
        presence.VisitEnded: _fields("outcome"),
        facts.CaseStarted: _started,
        facts.PartiesTaken: _parties,
        facts.NeedRecorded: _values,
        facts.DocumentChecked: _fields(
            *("item", "person", "outcome", "alternative", "valid_until", "reason", "note")
        ),
        facts.ChecklistDecided: _checklist,
        facts.NoticeGiven: _notice,
        facts.DetailsRecorded: _values,
        facts.DetailCorrected: _corrected,
        facts.ReadBackDone: _read_back,
        facts.CoreSerialRecorded: _fields("serial", "manner"),
        facts.CoreBookingAnswered: _fields("answer"),
        beside_core.CoreAuthorisationNoted: _fields("authoriser", "reference", "at"),
        beside_core.IdentityVerified: _fields("check", "result", "way_on"),
        lists.ListReplaced: _fields("edition", "given_on"),
        care.FraudAsked: _asked,
        care.WarningSigned: _fields("paper", "signed"),
        care.FraudOutcomeSet: _fields("outcome", "note"),
        facts.OriginalsReturned: _fields("count"),
        facts.CaseCompleted: _completed,
        facts.PaperIssued: _fields("paper", "paper_kind"),
        facts.PaperSent: _fields("paper", "copy_number", "printer"),
        facts.PaperFailed: _fields("paper", "copy_number", "printer", "reason"),
        facts.PaperReprinted: _fields("paper", "copy_number", "reason"),
        copies.CopyAnswered: _fields("paper", "copy_number", "answer"),
        facts.CaseParked: _fields("step", "reason"),
        facts.CaseResumed: _fields("terminal", "window", "staff"),
        facts.CaseHandedOver: _fields("to_staff", "step", "note"),
        owning.CaseTakenOver: _fields("from_staff", "to_staff", "reason"),
        facts.CaseCancelled: _fields("reason"),
        facts.CaseNoted: _fields("text"),
        facts.ApprovalQuoted: _fields("matter", "item", "requester", "approver", "comment"),
    }
)
"""What of a fact is told in the timeline; the rest is seen on the page as it was."""

_STEP_OF: Mapping[str, StepId] = MappingProxyType(
    {
        presence.VisitStarted.KIND: StepId.RECEPTION,
        presence.PersonPresent.KIND: StepId.RECEPTION,
        presence.IdentitySeen.KIND: StepId.RECEPTION,
        facts.CaseStarted.KIND: StepId.NEED,
        facts.NeedRecorded.KIND: StepId.NEED,
        facts.DocumentChecked.KIND: StepId.DOCUMENTS,
        facts.ChecklistDecided.KIND: StepId.DOCUMENTS,
        facts.NoticeGiven.KIND: StepId.DOCUMENTS,
        lists.ListReplaced.KIND: StepId.DOCUMENTS,
        facts.DetailsRecorded.KIND: StepId.DETAILS,
        facts.ReadBackDone.KIND: StepId.READ_BACK,
        facts.CoreStepReached.KIND: StepId.CORE,
        facts.CoreSerialRecorded.KIND: StepId.CORE,
        facts.CoreSerialPutOff.KIND: StepId.CORE,
        facts.CoreBookingAnswered.KIND: StepId.CORE,
        beside_core.CoreAuthorisationNoted.KIND: StepId.CORE,
        facts.OriginalsReturned.KIND: StepId.COMPLETION,
        facts.CaseCompleted.KIND: StepId.COMPLETION,
    }
)
"""The page that a fact was written on; any other kind is written on the page that stands."""
