"""Taking a business in: start, confirm step by step, give the notice, complete.

Owns the right to serve, the order of facts, and that completion and its papers are one commit. What a
step needs before it may be left is the runner's to say.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from counter_app.domain.numbers import CaseNumber
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.domain.work_state import WorkState
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import Part, RunState, StepId
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.case import (
    CaseStarted,
    CoreBookingAnswered,
    CoreSerialPutOff,
    CoreSerialRecorded,
    CoreStepReached,
    DocumentChecked,
    OnPaper,
    PartiesTaken,
    PartyTaken,
    UnderHeader,
)
from counter_app.journal.folds.case import CaseView
from counter_app.journal.views import View
from counter_app.services import papers
from counter_app.services.accounts import account_view
from counter_app.services.care_gate import care_fault
from counter_app.services.completing import completion, deferrals_to_approve
from counter_app.services.counter import (
    Acting,
    Counter,
    branch_minute,
    instant_text,
    still_may,
    write,
)
from counter_app.services.handling_results import (
    Holder,
    OpenCase,
    OverrideNeeded,
    PaperWish,
    Stopped,
)
from counter_app.services.handling_steps import (
    details_facts,
    document_facts,
    need_facts,
    read_back_facts,
)
from counter_app.services.lists import lists_of
from counter_app.services.owning import held_elsewhere
from counter_app.services.ports import NOTHING_BESIDE, Beside, Draft, NewFact
from counter_app.services.runs import Place, moment_of, run_of, to_draft, with_draft
from counter_app.services.scope import kept_at_branch
from counter_app.services.sight import may_see
from counter_app.services.versions import InForce
from counter_app.services.visiting import visit_view
from counter_app.services.work_states import NOT_TURNED, Turn, turn_back, turn_to

ENDED = ("completed", "cancelled")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Along:
    """What is written with the facts of the case: what stands beside, and the turn of the person."""

    beside: Beside = NOTHING_BESIDE
    turn: Turn = NOT_TURNED


NOTHING_ALONG = Along()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a case begins with. `on_paper` marks what was taken in on paper and is entered now.

    `subject` is named where `also`, written in the same commit on `views`, speaks of the case.
    """

    visit: str
    service: str
    parties: tuple[PartyTaken, ...] = ()
    on_paper: OnPaper | None = None
    under: UnderHeader | None = None
    subject: str = ""
    also: tuple[NewFact, ...] = ()
    views: tuple[View, ...] = ()


def start_case(
    counter: Counter, acting: Acting, visit: str, service_code: str, parties: Sequence[PartyTaken]
) -> OpenCase | Refusal:
    """Begins a service for the visit under the versions in force today; gives its number."""
    return begin_case(counter, acting, Beginning(visit, service_code, tuple(parties)))


def begin_case(counter: Counter, acting: Acting, told: Beginning) -> OpenCase | Refusal:
    """Begins a case, also one that was taken in on paper."""
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    in_force = counter.shelf.in_force(counter.today())
    procedure_hash = in_force.procedure_hashes.get(told.service)
    if procedure_hash is None:
        return Refusal("service_not_offered", {"service": told.service})
    subject, number = told.subject or counter.fresh("case"), next_number(counter)
    started = CaseStarted(
        number=str(number),
        visit=told.visit,
        service=told.service,
        procedure_hash=procedure_hash,
        rules_hash=in_force.rule_book.hash,
        terminal=counter.terminal.number,
        window=acting.window,
        staff=acting.staff,
        on_paper=told.on_paper,
        restricted=is_restricted(in_force, told.service),
        under=told.under,
    )
    facts = [NewFact(subject, started)]
    if told.parties:
        taken = PartiesTaken(visit=told.visit, parties=told.parties)
        facts.append(NewFact(subject, taken))
    beside = Beside(contents=(in_force.rule_book,), case_counter=number.counter)
    written = write(counter, acting.actor, [*facts, *told.also], told.views, beside)
    return written if isinstance(written, Refusal) else open_case(counter, acting, subject)


def take_parties(
    counter: Counter, acting: Acting, opened: OpenCase, visit: str, parties: Sequence[PartyTaken]
) -> OpenCase | Refusal:
    """The persons' parts changed at reception after the case had begun."""
    if tuple(parties) == opened.case.parties:
        return opened
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting)
    if refusal:
        return refusal
    fact = PartiesTaken(visit=visit, parties=tuple(parties))
    return _written(counter, acting, opened, [fact])


def open_case(counter: Counter, acting: Acting, subject: str) -> OpenCase | Refusal:
    """The case as the desk shows it, back at the same page, field and caret."""
    case = case_view(counter, subject)
    away = kept_at_branch(counter.store, (subject, *case.visits[-1:]))
    if away is not None:
        return away
    if case.started is None or not may_see(case, acting):
        return Refusal("unknown_case")
    if case.needs_newer_program:
        return Refusal("newer_program")
    runner = counter.shelf.runner(case.procedure_hash, case.rules_hash)
    if runner is None:
        return Refusal("version_not_here", {"service": case.service})
    run = run_of(case, moment_of(counter.instant(), counter.today()))
    draft = counter.store.draft(draft_key(acting, subject))
    text = draft.data if draft else case.draft
    run, place = with_draft(run, text) if text and case.state not in ENDED else (run, Place())
    holders = _holders(counter, case, acting)
    held_by = next((one.staff for one in holders if one.staff != acting.staff), None)
    visit = visit_view(counter, case.visits[-1]) if case.visits else None
    lists = lists_of(counter, case, runner, run)
    return OpenCase(case, visit, runner, run, place, case.core_unanswered, held_by, lists, holders)


def keep_draft(counter: Counter, acting: Acting, subject: str, run: RunState, place: Place) -> str:
    """Keeps what is half typed, durably. Gives the time it was kept."""
    now = instant_text(counter.instant())
    data = to_draft(run, place)
    counter.store.save_draft(Draft(draft_key(acting, subject), acting.actor, data, now))
    return now


def confirm(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: PaperWish
) -> OpenCase | Stopped | OverrideNeeded | Refusal:
    """Confirms the step that `run` shows and goes on to the next; completes the case at the last."""
    return decided_again(
        counter, acting, opened, lambda now: _confirm(counter, acting, now, run, wish)
    )


def decided_again(
    counter: Counter, acting: Acting, opened: OpenCase, decide: Callable[[OpenCase], T]
) -> T | Refusal:
    """Decides on the case as given; when somebody wrote meanwhile, as the printer does, once again."""
    answer = decide(opened)
    if not isinstance(answer, Refusal) or answer.code != "moved":
        return answer
    fresh = open_case(counter, acting, opened.case.subject)
    if isinstance(fresh, Refusal):
        return fresh
    return decide(fresh.at(opened.run, opened.place))


def _confirm(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: PaperWish
) -> OpenCase | Stopped | OverrideNeeded | Refusal:
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting)
    if refusal:
        return refusal
    if opened.case.completed is not None:
        return opened
    next_run = opened.runner.leave(run, branch_minute(counter)[-5:], acting.staff)
    if isinstance(next_run, tuple):
        return Stopped(next_run)
    asked_first = care_fault(counter, opened.case.subject, opened.runner, run)
    if asked_first:
        return Stopped((asked_first,))
    if run.step is StepId.DOCUMENTS:
        needed = deferrals_to_approve(opened, run)
        if needed:
            return needed
    if run.step is StepId.COMPLETION:
        return _complete(counter, acting, opened, next_run, wish)
    facts, beside = _step_facts(opened, next_run, run.step), NOTHING_BESIDE
    if run.step is StepId.READ_BACK:
        issued = papers.for_read_back(counter, acting, opened, next_run, wish)
        if isinstance(issued, Refusal):
            return issued
        facts = [*facts, *issued.facts, CoreStepReached()]
        beside = Beside(contents=issued.contents, orders=issued.orders)
    along = Along(_without_draft(acting, opened, beside), _turn_at(counter, opened, run.step))
    return _written(counter, acting, opened, facts, along)


def answer_booking(
    counter: Counter, acting: Acting, opened: OpenCase, answer: str
) -> OpenCase | Refusal:
    """After an interruption at the core: did it book? An unclear answer heads the exceptions."""
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting)
    if refusal:
        return refusal
    fact = CoreBookingAnswered.model_validate({"answer": answer})
    if answer != "not_booked":
        return _written(counter, acting, opened, [fact], Along(turn=turn_back(counter)))
    turn = turn_to(counter, WorkState.AT_CORE, opened.case.subject)
    return _written(counter, acting, opened, [fact, CoreStepReached()], Along(turn=turn))


def originals_out(opened: OpenCase, run: RunState) -> int:
    """How many originals were taken in hand and must go back to the customer."""
    changed = {
        fact.item: fact
        for fact in document_facts(opened.case, opened.runner, run, "")
        if isinstance(fact, DocumentChecked)
    }
    return sum(1 for fact in {**opened.case.documents, **changed}.values() if fact.original)


def next_number(counter: Counter) -> CaseNumber:
    """The next 受理编号 of this journal."""
    place = counter.terminal
    return CaseNumber(int(place.number), place.letters, counter.store.last_case_counter() + 1)


def case_view(counter: Counter, subject: str) -> CaseView:
    """The View of a case."""
    view = counter.store.view(subject)
    assert isinstance(view, CaseView)
    return view


def is_restricted(in_force: InForce, service: str) -> bool | None:
    """Whether a service is restricted business; None, which leaves no trace, where it is not."""
    specs = in_force.catalogue.in_force(in_force.on)
    return any(one.code == service and one.restricted for one in specs) or None


def draft_key(acting: Acting, subject: str) -> str:
    """A colleague's half-typed input never replaces mine."""
    return f"{subject} {acting.staff}"


def not_mine(opened: OpenCase, acting: Acting) -> Refusal | None:
    """Whether another person works on the case."""
    case, owner = opened.case, opened.case.owner.value
    if case.apart:
        return Refusal("in_two_windows", {"windows": windows_of(case)})
    if owner is not None and owner.staff != acting.staff:
        return Refusal("held_by_another", {"staff": owner.staff, "window": owner.window})
    if case.state == "handed_over" and case.handed_to not in (None, acting.staff):
        return Refusal("given_away", {"staff": case.handed_to or ""})
    if opened.case.state == "cancelled":
        return Refusal("case_ended")
    return None


def _holders(counter: Counter, case: CaseView, acting: Acting) -> tuple[Holder, ...]:
    """Who works on it beside the person who looks; both, where it goes on at two windows."""
    owner = held_elsewhere(case, acting)
    found = case.apart or ((owner,) if owner else ())
    return tuple(
        Holder(one.staff, account_view(counter, one.staff).name, one.window, one.since)
        for one in found
    )


def windows_of(case: CaseView) -> str:
    """The windows at which a case goes on at the same time, `2、5`."""
    return "、".join(dict.fromkeys(one.window or one.staff for one in case.apart))


def _complete(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: PaperWish
) -> OpenCase | Refusal:
    issued = papers.for_completion(counter, acting, opened, run, wish)
    if isinstance(issued, Refusal):
        return issued
    done = completion(counter, acting, opened, run)
    facts = [
        *(NewFact(opened.case.subject, one) for one in (*done.facts, *issued.facts)),
        *done.follow_ups,
    ]
    beside = _without_draft(acting, opened, Beside(None, issued.contents, issued.orders))
    written = write(counter, acting.actor, facts, [opened.case], beside)
    if isinstance(written, Refusal):
        return written
    return open_case(counter, acting, opened.case.subject)


def _step_facts(opened: OpenCase, run: RunState, step: StepId) -> list[Fact]:
    case, runner = opened.case, opened.runner
    assert case.started is not None
    if step is StepId.NEED:
        return need_facts(case, runner, run)
    if step is StepId.DOCUMENTS:
        return document_facts(case, runner, run, case.procedure_hash)
    if step is StepId.DETAILS:
        return details_facts(case, runner, run)
    if step is StepId.READ_BACK:
        return read_back_facts(runner, run, speaker(run))
    if step is StepId.CORE:
        return _core_facts(runner, run)
    return []


def _core_facts(runner: ProcedureRunner, run: RunState) -> list[Fact]:
    if run.core_serial:
        return [CoreSerialRecorded(serial=run.core_serial)]
    if runner.procedure.spec.core.serial == "none":
        return [CoreBookingAnswered(answer="booked", ends_step=True)]
    return [CoreSerialPutOff()]


def speaker(run: RunState) -> str:
    """Who answers the read-back: the person who acts, else the holder."""
    for part in (Part.GUARDIAN, Part.AGENT, Part.SELF):
        for party in run.parties:
            if party.part is part and party.present:
                return party.ref
    return run.parties[0].ref if run.parties else ""


def _turn_at(counter: Counter, opened: OpenCase, step: StepId) -> Turn:
    """Who has read back turns to the core, before the desk gives way; who confirms that is back."""
    if step is StepId.READ_BACK:
        return turn_to(counter, WorkState.AT_CORE, opened.case.subject)
    return turn_back(counter) if step is StepId.CORE else NOT_TURNED


def _written(
    counter: Counter,
    acting: Acting,
    opened: OpenCase,
    facts: Sequence[Fact],
    along: Along = NOTHING_ALONG,
) -> OpenCase | Refusal:
    subject = opened.case.subject
    new = [*(NewFact(subject, one) for one in facts), *along.turn.facts]
    views = [opened.case, *along.turn.views]
    written = write(counter, acting.actor, new, views, along.beside)
    return written if isinstance(written, Refusal) else open_case(counter, acting, subject)


def _without_draft(acting: Acting, opened: OpenCase, beside: Beside = NOTHING_BESIDE) -> Beside:
    """The draft goes in the same commit as the facts that replace it."""
    return replace(beside, drop_draft=draft_key(acting, opened.case.subject))
