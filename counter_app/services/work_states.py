"""Why a PC rests while its teller works: durable, one at a time for each terminal.

Keeps the idle lock away for a limited time; how long is `domain.work_state`'s to say. Turning to the
core and back from it is written with the step that does so.
"""

import datetime as dt
from dataclasses import dataclass, replace

from counter_app.domain.refusal import Refusal
from counter_app.domain.work_state import LockSettings, WorkState, lock_due
from counter_app.journal.facts.people import WorkStateEnded, WorkStateSet
from counter_app.journal.folds.people import SpellView
from counter_app.journal.views import View
from counter_app.services.accounts import still_here
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import NewFact


@dataclass(frozen=True, slots=True)
class Turn:
    """What turning away or back writes, and the Views it was decided on: part of any commit."""

    facts: tuple[NewFact, ...] = ()
    views: tuple[View, ...] = ()


NOT_TURNED = Turn()


def turn_to(counter: Counter, state: WorkState, case: str | None = None) -> Turn:
    """The person turns away from the keyboard, for one case or for none; ends what was set."""
    back = turn_back(counter)
    fact = WorkStateSet(terminal=counter.terminal.number, state=state.value, case=case)
    return replace(back, facts=(*back.facts, NewFact(counter.fresh("work"), fact)))


def turn_back(counter: Counter) -> Turn:
    """The person is back; nothing when nothing was set."""
    before = tuple(_set_here(counter))
    return Turn(tuple(NewFact(one.subject, WorkStateEnded()) for one in before), before)


def set_work_state(
    counter: Counter, acting: Acting, state: WorkState, case: str | None = None
) -> SpellView | Refusal:
    """The person turns away from the keyboard and says why."""
    refusal = still_here(counter, acting)
    if refusal:
        return refusal
    turn = turn_to(counter, state, case)
    written = write(counter, acting.actor, turn.facts, turn.views)
    return written if isinstance(written, Refusal) else _view(counter, turn.facts[-1].subject)


def be_at_core(counter: Counter, acting: Acting, case: str) -> SpellView | Refusal:
    """The core step of a case is on show again; writes nothing when that stands already."""
    spell = own_work_state(counter, acting)
    if spell is not None and (spell.what, spell.case) == (WorkState.AT_CORE.value, case):
        return spell
    return set_work_state(counter, acting, WorkState.AT_CORE, case)


def end_work_state(counter: Counter, acting: Acting) -> SpellView | Refusal | None:
    """The person is back. None when nothing was set."""
    turn = turn_back(counter)
    if not turn.facts:
        return None
    written = write(counter, acting.actor, turn.facts, turn.views)
    return written if isinstance(written, Refusal) else _view(counter, turn.facts[0].subject)


def own_work_state(counter: Counter, acting: Acting) -> SpellView | None:
    """What this person set here; a predecessor's state holds nobody's lock."""
    spell = current_work_state(counter)
    return spell if spell is not None and spell.by == acting.actor else None


def current_work_state(counter: Counter) -> SpellView | None:
    """What is set at this terminal, also after a restart."""
    return next(iter(_set_here(counter)), None)


def lock_is_due(
    pc_idle: dt.timedelta, spell: SpellView | None, now: dt.datetime, settings: LockSettings
) -> bool:
    """Whether to lock now; `pc_idle` is the idle time of the whole PC."""
    if spell is None or spell.since is None or spell.until is not None:
        return lock_due(pc_idle, None, None, now, settings)
    state = WorkState(spell.what) if spell.what in set(WorkState) else None
    return lock_due(pc_idle, state, dt.datetime.fromisoformat(spell.since), now, settings)


def _set_here(counter: Counter) -> list[SpellView]:
    return [
        _view(counter, one) for one in counter.store.open_spells("work", counter.terminal.number)
    ]


def _view(counter: Counter, subject: str) -> SpellView:
    view = counter.store.view(subject)
    assert isinstance(view, SpellView)
    return view
