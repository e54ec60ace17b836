"""联网核查 and 人证一致 as recorded steps: what was checked, with which result, and how one goes on.

A check helps to recognise a person and is never the only ground to refuse: what does not agree needs a
way on. Which ways a result offers is said here once; the paper itself is never kept back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.beside_core import IdentityVerified
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.handling import decided_again, not_mine, open_case
from counter_app.services.handling_results import OpenCase
from counter_app.services.ports import NewFact

Check = Literal["online", "face"]
Result = Literal["agrees", "differs", "no_photo", "not_found", "no_answer"]

RESULTS: Mapping[Check, tuple[Result, ...]] = MappingProxyType(
    {
        "online": ("agrees", "no_photo", "differs", "not_found", "no_answer"),
        "face": ("agrees", "differs", "no_answer"),
    }
)
WAYS_ON: Mapping[Result, tuple[str, ...]] = MappingProxyType(
    {
        "agrees": (),
        "no_photo": ("card_reader",),
        "differs": ("card_reader", "other_paper", "second_person", "proof_letter"),
        "not_found": ("card_reader", "other_paper", "proof_letter"),
        "no_answer": ("two_people", "check_later"),
    }
)
"""How one goes on after each result; none after a plain yes."""


@dataclass(frozen=True, slots=True)
class CheckTold:
    """One check of one person (the reference of a party), as the system or the eyes said."""

    person: str
    check: Check
    result: Result
    way_on: str = ""
    note: str = ""


def verify(
    counter: Counter, acting: Acting, opened: OpenCase, told: CheckTold
) -> OpenCase | Refusal:
    """Records a check in the case; a later one of the same kind replaces it in what is shown."""
    return decided_again(counter, acting, opened, lambda now: _verify(counter, acting, now, told))


def _verify(
    counter: Counter, acting: Acting, opened: OpenCase, told: CheckTold
) -> OpenCase | Refusal:
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting)
    if refusal:
        return refusal
    ways = WAYS_ON[told.result]
    if ways and told.way_on not in ways:
        return Refusal("way_on_needed")
    fact = IdentityVerified(
        person=told.person,
        check=told.check,
        result=told.result,
        way_on=told.way_on or None,
        note=told.note.strip(),
    )
    case = opened.case
    written = write(counter, acting.actor, [NewFact(case.subject, fact)], [case])
    if isinstance(written, Refusal):
        return written
    return open_case(counter, acting, case.subject)
