"""Care that nobody is deceived: the questions answered, the notice given, and how it ended.

Owns what is recorded and in which order, and that going on against advice has the customer's signature
on the notice and, second, an approver's at this PC. Which questions are asked, and which ways are
offered, is the procedure's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from counter_app.domain.masks import scrub
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import CareView
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.care import (
    CareOutcome,
    FraudAsked,
    FraudOutcomeSet,
    PoliceContacted,
    WarningSigned,
)
from counter_app.services import overriding, parking
from counter_app.services.care_gate import care_open, dissuasion_of, dissuasion_view
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.handling import not_mine, open_case
from counter_app.services.handling_results import OpenCase, OverrideNeeded
from counter_app.services.ports import NewFact

CareAnswer = Literal["yes", "no", "unsure"]

WENT_ON = frozenset({"proceed", "against_advice"})
"""Outcomes by which nobody was dissuaded of anything."""
NOT_TODAY = "客户今天不办"
WAITS: Mapping[str, str] = {"family": "等家人到场", "police": "等候处理"}
"""Why the case waits; said so that whoever reads over the teller's shoulder learns nothing."""


@dataclass(frozen=True, slots=True)
class CareTold:
    """What the teller heard and what came of it.

    `paper` is the number of the notice, `signed` whether the customer signed it, `copy_taken` the
    number of the customer's own sheet once it was handed over. The police need time (`HH:MM`) and
    badge; going on against advice needs all three of the notice, and `override`, which is the second
    signature.
    """

    answers: Mapping[str, CareAnswer]
    outcome: CareOutcome
    note: str = ""
    police_at: str = ""
    badge: str = ""
    paper: str = ""
    signed: bool = False
    copy_taken: str = ""
    override: str | None = None


def alarms_of(care: CareView, answers: Mapping[str, CareAnswer]) -> tuple[str, ...]:
    """The questions whose answer gives reason to stop; who cannot say is heeded as well."""
    return tuple(one.id for one in care.questions if answers.get(one.id) in (one.alarm, "unsure"))


def ways_of(care: CareView, answers: Mapping[str, CareAnswer]) -> tuple[CareOutcome, ...]:
    """How it may end: without an alarm there is only going on."""
    return care.outcomes if alarms_of(care, answers) else ("proceed",)


def settle(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, told: CareTold
) -> OpenCase | OverrideNeeded | Refusal:
    """Records answers, notice and outcome; the case goes on, waits, or ends by that."""
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting)
    if refusal:
        return refusal
    care = care_open(counter, opened.case.subject, opened.runner, run)
    if care is None:
        return open_case(counter, acting, opened.case.subject)
    wrong = _wrong(opened, care, told)
    if wrong:
        return wrong
    if told.outcome == "against_advice":
        evidence = _evidence(opened, care, told)
        told = replace(told, override=told.override or _granted(counter, opened, evidence))
        if not _approved(counter, opened, told):
            return OverrideNeeded("against_advice", None, evidence)
    subject = opened.case.subject
    facts = [NewFact(dissuasion_of(subject), one) for one in _facts(opened, care, told)]
    if told.outcome == "police":
        facts.append(NewFact(counter.fresh("restricted"), _police(subject, told)))
    written = write(counter, acting.actor, facts, [dissuasion_view(counter, subject)])
    if isinstance(written, Refusal):
        return written
    # How it ended is a fact now; the answers go along with a case that waits.
    held = opened.at(run.with_care(replace(run.care, way="")), opened.place)
    return _gone_on(counter, acting, held, told.outcome)


def _gone_on(
    counter: Counter, acting: Acting, opened: OpenCase, outcome: CareOutcome
) -> OpenCase | OverrideNeeded | Refusal:
    if outcome == "not_today":
        return parking.cancel(counter, acting, opened, NOT_TODAY)
    if outcome in WAITS:
        return parking.park(counter, acting, opened, WAITS[outcome])
    return open_case(counter, acting, opened.case.subject)


def _granted(counter: Counter, opened: OpenCase, evidence: tuple[str, ...]) -> str | None:
    """An unused approval of the case that was given on just this evidence, as at another PC."""
    used = dissuasion_view(counter, opened.case.subject).overrides
    for quoted in opened.case.approvals:
        if quoted.matter == "against_advice" and quoted.override not in used:
            asked = overriding.override_view(counter, quoted.override).requested
            if asked is not None and asked.evidence == tuple(map(scrub, evidence)):
                return quoted.override
    return None


def _approved(counter: Counter, opened: OpenCase, told: CareTold) -> bool:
    """Whether the case quotes an approval of this that was not used before."""
    used = dissuasion_view(counter, opened.case.subject).overrides
    quoted = parking.is_approved(opened.case, "against_advice", told.override)
    return quoted and told.override not in used


def _wrong(opened: OpenCase, care: CareView, told: CareTold) -> Refusal | None:
    unanswered = [one.id for one in care.questions if one.id not in told.answers]
    if unanswered:
        return Refusal("care_unanswered", {"count": str(len(unanswered))})
    if told.outcome not in ways_of(care, told.answers):
        return Refusal("care_way_not_offered")
    if told.outcome == "police" and not (told.police_at.strip() and told.badge.strip()):
        return Refusal("police_told_needed")
    forms = {one.paper for one in opened.case.papers if one.form == care.notice}
    if not {told.paper, told.copy_taken} - {""} <= forms:
        return Refusal("unknown_paper", {"paper": told.paper})
    given = told.paper and told.signed and told.copy_taken
    if told.outcome == "against_advice" and not given:
        return Refusal("signed_notice_needed")
    return None


def _evidence(opened: OpenCase, care: CareView, told: CareTold) -> tuple[str, ...]:
    alarmed = alarms_of(care, told.answers)
    asked = "；".join(one.text.zh for one in care.questions if one.id in alarmed)
    return (opened.case.number, asked, told.paper)


def _police(case: str, told: CareTold) -> PoliceContacted:
    """Who came from the police is restricted: it stands in a matter of its own."""
    return PoliceContacted(at=told.police_at.strip(), badge=told.badge.strip(), case=case)


def _facts(opened: OpenCase, care: CareView, told: CareTold) -> list[Fact]:
    case = opened.case
    alarms = alarms_of(care, told.answers)
    facts: list[Fact] = [
        FraudAsked(
            case=case.subject,
            case_number=case.number,
            visit=case.visits[-1] if case.visits else "",
            answers=dict(told.answers),
            alarms=alarms,
        )
    ]
    if told.paper:
        taken = told.copy_taken or None
        facts.append(WarningSigned(paper=told.paper, signed=told.signed, copy_taken=taken))
    facts.append(
        FraudOutcomeSet(
            outcome=told.outcome,
            dissuaded=bool(alarms) and told.outcome not in WENT_ON,
            note=told.note.strip(),
            override=told.override if told.outcome == "against_advice" else None,
            second_signature=told.outcome == "against_advice",
        )
    )
    return facts
