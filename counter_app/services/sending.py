"""送核心: the next value of a case for the core's window, in full, written down before it is given.

Owns the right and the record; what becomes of the value on the clipboard is the window's.
"""

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


def note_authorisation(
    counter: Counter, acting: Acting, opened: OpenCase, authoriser: str, reference: str
) -> OpenCase | Refusal:
    """Records who authorised this business in the core, and its reference; asks nothing again."""
    refusal = still_may(counter, acting, Right.SERVE) or handling.not_mine(opened, acting)
    if refusal:
        return refusal
    if not authoriser.strip() or not reference.strip():
        return Refusal("authorisation_incomplete")
    fact = CoreAuthorisationNoted(
        authoriser=authoriser.strip(), reference=reference.strip(), at=branch_minute(counter)[-5:]
    )
    subject = opened.case.subject
    written = write(counter, acting.actor, [NewFact(subject, fact)], [opened.case])
    return written if isinstance(written, Refusal) else handling.open_case(counter, acting, subject)
