"""Why a PC rests while its teller works: durable, one at a time for each terminal.

Keeps the idle lock away for a limited time; how long is `domain.work_state`'s to say.
"""

import datetime as dt

from counter_app.domain.refusal import Refusal
from counter_app.domain.work_state import LockSettings, WorkState, lock_due
from counter_app.journal.facts.people import WorkStateEnded, WorkStateSet
from counter_app.journal.folds.people import SpellView
from counter_app.services.accounts import still_here
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import NewFact


def set_work_state(
    counter: Counter, acting: Acting, state: WorkState, case: str | None = None
) -> SpellView | Refusal:
    """The person turns away from the keyboard, for one case or for none; ends what was set."""
    refusal = still_here(counter, acting)
    if refusal:
        return refusal
    before = _set_here(counter)
    subject = counter.fresh("work")
    fact = WorkStateSet(terminal=counter.terminal.number, state=state.value, case=case)
    facts = [*(NewFact(one.subject, WorkStateEnded()) for one in before), NewFact(subject, fact)]
    written = write(counter, acting.actor, facts, before)
    return written if isinstance(written, Refusal) else _view(counter, subject)


def end_work_state(counter: Counter, acting: Acting) -> SpellView | Refusal | None:
    """The person is back. None when nothing was set."""
    before = _set_here(counter)
    if not before:
        return None
    facts = [NewFact(one.subject, WorkStateEnded()) for one in before]
    written = write(counter, acting.actor, facts, before)
    return written if isinstance(written, Refusal) else _view(counter, before[0].subject)


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
