"""A case goes on from its notice's code where the case itself is not held: another window is offline.

The case begins provisionally under its own subject, so it meets the original when that arrives and is
one with it. The code holds no personal data: who is here is asked again. What has been shown and given
back must be shown again; only what stayed with the branch counts as the notice says.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from counter_app.domain.numbers import CaseNumber
from counter_app.domain.qr import CaseSkeleton, ItemState
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.compiled import procedure_from_bytes
from counter_app.forms.run_state import ItemResult, Outcome, RunState, StepId
from counter_app.forms.spec import ItemSpec
from counter_app.journal.facts.case import CaseStarted, PartiesTaken, PartyTaken
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.handling import case_view, keep_draft, next_number, open_case
from counter_app.services.handling_results import OpenCase
from counter_app.services.ports import Beside, NewFact
from counter_app.services.runs import Place
from counter_app.services.versions import InForce
from counter_app.services.visiting import start_visit

_STAYED: Mapping[ItemState, Outcome] = MappingProxyType(
    {
        ItemState.SEEN: Outcome.SEEN,
        ItemState.FILLED: Outcome.SEEN,
        ItemState.COPIED: Outcome.COPIED,
    }
)


def is_held(counter: Counter, code: CaseSkeleton) -> bool:
    """Whether the code's case is in this store, itself or already begun from a code."""
    subject = subject_of(code)
    return case_view(counter, subject).started is not None or counter.store.is_let_go(subject)


def start_from_code(
    counter: Counter,
    acting: Acting,
    code: CaseSkeleton,
    visit: str = "",
    parties: Sequence[PartyTaken] = (),
) -> OpenCase | Refusal | None:
    """Begins the case provisionally, in a new visit when none is named; None where it is held.

    The procedure is the notice's own version where its content is held here. Otherwise it is the one
    in force today, and every paper is asked anew.
    """
    subject = subject_of(code)
    if is_held(counter, code):
        return None
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    in_force = counter.shelf.in_force(counter.today())
    procedure_hash = _version(counter, code) or in_force.procedure_hashes.get(code.service)
    if procedure_hash is None:
        return Refusal("service_not_offered", {"service": code.service})
    begun = visit or _new_visit(counter, acting)
    if isinstance(begun, Refusal):
        return begun
    number = next_number(counter)
    started = _started(counter, acting, code, begun, (procedure_hash, in_force, number))
    facts = [NewFact(subject, started)]
    if parties:
        facts.append(NewFact(subject, PartiesTaken(visit=begun, parties=tuple(parties))))
    # First what the notice says, as half-typed input: cut here, the code is simply read once more.
    _keep_states(counter, acting, code, started)
    beside = Beside(contents=(in_force.rule_book,), case_counter=number.counter)
    written = write(counter, acting.actor, facts, [case_view(counter, subject)], beside)
    return written if isinstance(written, Refusal) else open_case(counter, acting, subject)


def subject_of(code: CaseSkeleton) -> str:
    """The case's subject."""
    return f"case/{code.case_id}"


def _new_visit(counter: Counter, acting: Acting) -> str | Refusal:
    started = start_visit(counter, acting)
    return started if isinstance(started, Refusal) else started.subject


def _version(counter: Counter, code: CaseSkeleton) -> str | None:
    """The notice's version of the procedure, by the beginning of its hash; None if not held here."""
    for subject in counter.store.subjects("version"):
        digest = subject.partition("/")[2]
        if digest.startswith(code.procedure_hash) and counter.store.content(digest):
            return digest
    return None


def _started(
    counter: Counter,
    acting: Acting,
    code: CaseSkeleton,
    visit: str,
    under: tuple[str, InForce, CaseNumber],
) -> CaseStarted:
    procedure_hash, in_force, number = under
    return CaseStarted(
        number=str(number),
        visit=visit,
        service=code.service,
        procedure_hash=procedure_hash,
        rules_hash=in_force.rule_book.hash,
        terminal=counter.terminal.number,
        window=acting.window,
        staff=acting.staff,
        provisional=True,
    )


def _keep_states(
    counter: Counter, acting: Acting, code: CaseSkeleton, started: CaseStarted
) -> None:
    """Keeps what the notice says of papers that stayed here, to be confirmed on the list."""
    if not started.procedure_hash.startswith(code.procedure_hash):
        return
    content = counter.store.content(started.procedure_hash)
    items = procedure_from_bytes(content.data).checklist if content else ()
    if len(items) != len(code.items):
        return
    note = f"告知单 {code.issued.isoformat()}"
    results = {
        item.id: ItemResult(_STAYED[state], note=note)
        for item, state in zip(items, code.items, strict=True)
        if state in _STAYED and not _given_back(item)
    }
    run = RunState(counter.today(), step=StepId.NEED, results=MappingProxyType(results))
    keep_draft(counter, acting, subject_of(code), run, Place())


def _given_back(item: ItemSpec) -> bool:
    return item.returned and item.form in ("original", "shown")
