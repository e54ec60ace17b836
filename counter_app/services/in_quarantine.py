"""What waits in quarantine, for a person to see before settling it.

Owns who may look, and that nobody reads there what is not for that person elsewhere. Writes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.run_state import STEPS
from counter_app.journal.codec import read_entry
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.case import CaseStarted
from counter_app.journal.facts.upkeep import LosingEntry
from counter_app.journal.folds.case import CaseView
from counter_app.services.counter import Acting, Counter
from counter_app.services.replaying import ReplayEvent, told_alone
from counter_app.services.settling import quarantine_view, quarantined_entry
from counter_app.services.sight import may_see


@dataclass(frozen=True, slots=True)
class Waiting:
    """A quarantined entry that nobody has settled: where, what it said, of which business.

    `event` says why in place of what, where the bytes are not here or are not for this person.
    `version` are the hashes of the case's procedure and rules; None where it is of no case known here.
    """

    quarantine: str
    losing: LosingEntry
    event: ReplayEvent
    number: str = ""
    version: tuple[str, str] | None = None


def may_look(acting: Acting) -> bool:
    """Whether quarantined entries are shown to this person; settling them needs a right of its own."""
    return acting.may(Right.SETTLE_QUARANTINE) or acting.may(Right.MANAGE_TERMINALS)


def waiting(counter: Counter, acting: Acting) -> tuple[Waiting, ...] | Refusal:
    """Every entry that waits to be settled, in the order written. Refuses `not_allowed`."""
    if not may_look(acting):
        return Refusal("not_allowed", {"right": Right.SETTLE_QUARANTINE.value})
    found = [
        (subject, losing, *_told(counter, acting, losing))
        for subject in counter.store.subjects("quarantine")
        for losing in quarantine_view(counter, subject).open
    ]
    begun = {one.subject: fact for _, one, _, fact in found if isinstance(fact, CaseStarted)}
    return tuple(
        Waiting(subject, losing, event, *_business(counter, acting, losing.subject, begun))
        for subject, losing, event, _ in found
    )


def _told(counter: Counter, acting: Acting, losing: LosingEntry) -> tuple[ReplayEvent, Fact | None]:
    entry = quarantined_entry(counter.store.content(losing.content), losing)
    if entry is not None and (entry.audience == "all" or acting.may(Right.READ_RESTRICTED)):
        read = read_entry(entry)
        return told_alone(read), read.fact
    bare = ReplayEvent(
        losing.occurred_at,
        losing.actor,
        losing.kind,
        {},
        STEPS[0],
        losing.subject,
        losing.hash,
        "elsewhere",
    )
    return bare, None


def _business(
    counter: Counter, acting: Acting, subject: str, begun: Mapping[str, CaseStarted]
) -> tuple[str, tuple[str, str] | None]:
    """Number and versions of the case that an entry is of, held here or begun in the losing end."""
    if not subject.startswith("case/"):
        return "", None
    view = counter.store.view(subject)
    held = view.started if isinstance(view, CaseView) and may_see(view, acting) else None
    started = held or begun.get(subject)
    return (started.number, (started.procedure_hash, started.rules_hash)) if started else ("", None)
