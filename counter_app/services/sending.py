"""送核心: the next value of a case for the core's window, in full, written down before it is given.

Owns the right and the record; what becomes of the value on the clipboard is the window's.
"""

import re
from dataclasses import dataclass

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import SentValue
from counter_app.journal.facts.beside_core import CoreAuthorisationNoted, ValueSentToCore
from counter_app.journal.facts.case import PartyTaken
from counter_app.services import handling
from counter_app.services.counter import Acting, Counter, branch_minute, still_may, write
from counter_app.services.handling_results import OpenCase
from counter_app.services.ports import NewFact

_PARTS = {"holder": ("ward", "self"), "agent": ("agent",), "guardian": ("guardian",)}
_KEPT = {
    "name": "name",
    "id_number": "number",
    "phone": "phone",
    "birth_date": "birth",
    "valid_until": "valid_until",
}

_TIME = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class SentNow:
    """A value in full, for the clipboard alone, and what it was."""

    value: str
    what: SentValue

    def __repr__(self) -> str:
        return f"SentNow({self.what.name})"


def send_value(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, name: str
) -> SentNow | Refusal:
    """Gives the value of that name in full, once it is in the journal that it was asked for."""
    refusal = still_may(counter, acting, Right.SERVE) or handling.not_mine(opened, acting)
    if refusal:
        return refusal
    what = next((one for one in opened.runner.beside(run).sent_values if one.name == name), None)
    value = full_value(opened.case.parties, run, name) if what else ""
    if what is None or not value:
        return Refusal("nothing_to_send")
    fact = NewFact(opened.case.subject, ValueSentToCore(field=name))
    # The desk may hold an older View: what it says of the value does not depend on what came since.
    now = handling.case_view(counter, opened.case.subject)
    written = write(counter, acting.actor, [fact], [now])
    return written if isinstance(written, Refusal) else SentNow(value, what)


def full_value(parties: tuple[PartyTaken, ...], run: RunState, name: str) -> str:
    """A value in full: a person's as it was received, a field's as it stands on the page."""
    person, dot, what = name.partition(".")
    if not dot:
        return run.values.get(name, "").strip()
    for part in _PARTS[person]:
        for party in parties:
            if party.part == part:
                return str(getattr(party, _KEPT[what]) or "")
    return ""


@dataclass(frozen=True, slots=True)
class Authorisation:
    """Who authorised a business in the core, the core's reference, and when (`HH:MM` of the day)."""

    authoriser: str
    reference: str
    at: str


def authorisation_fault(told: Authorisation, now: str) -> Refusal | None:
    """What is lacking or wrong; `now` is the branch's time as `HH:MM`."""
    if not told.authoriser.strip() or not told.reference.strip():
        return Refusal("authorisation_incomplete")
    if not _TIME.fullmatch(told.at.strip()) or told.at.strip() > now:
        return Refusal("authorisation_time")
    return None


def note_authorisation(
    counter: Counter, acting: Acting, opened: OpenCase, told: Authorisation
) -> OpenCase | Refusal:
    """Records who authorised this business in the core, and its reference; asks nothing again."""
    refusal = still_may(counter, acting, Right.SERVE) or handling.not_mine(opened, acting)
    refusal = refusal or authorisation_fault(told, branch_minute(counter)[-5:])
    if refusal:
        return refusal
    fact = CoreAuthorisationNoted(
        authoriser=told.authoriser.strip(), reference=told.reference.strip(), at=told.at.strip()
    )
    subject = opened.case.subject
    # As with a value sent: what is noted does not depend on what was written since.
    now = handling.case_view(counter, subject)
    written = write(counter, acting.actor, [NewFact(subject, fact)], [now])
    return written if isinstance(written, Refusal) else handling.open_case(counter, acting, subject)
