"""Silent help 静默求助: called from a window without a sign there, answered where it is shown.

Owns who may see and answer a call. A call asks for no right and is never refused for the state of the
day's date: who needs help must not be stopped by a question.
"""

from typing import Literal

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.care import HelpAnswered, HelpAskedSilently
from counter_app.journal.folds.care import SilentHelpView
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import NewFact

HelpAnswer = Literal["going", "was_there", "by_mistake"]

SEEN_BY = (Right.APPROVE, Right.ADMIT_ARRIVALS)
"""Who is shown calls: supervisor and lobby."""


def may_see(acting: Acting) -> bool:
    """Whether calls are shown to this person."""
    return any(acting.may(one) for one in SEEN_BY)


def call_help(counter: Counter, acting: Acting, case: str | None = None) -> Refusal | None:
    """Writes the call; gives nothing to show."""
    fact = HelpAskedSilently(
        terminal=counter.terminal.number, window=acting.window, staff=acting.staff, case=case
    )
    written = write(counter, acting.actor, [NewFact(counter.fresh("silenthelp"), fact)], [])
    return written if isinstance(written, Refusal) else None


def answer_help(
    counter: Counter, acting: Acting, call: str, answer: HelpAnswer, note: str = ""
) -> SilentHelpView | Refusal:
    """Somebody goes there, has been there, or it was found to be nothing."""
    if not may_see(acting):
        return Refusal("not_allowed", {"right": SEEN_BY[0].value})
    view = counter.store.view(call)
    if not isinstance(view, SilentHelpView) or view.call is None:
        return Refusal("unknown_call")
    fact = HelpAnswered(answer=answer, note=note.strip())
    written = write(counter, acting.actor, [NewFact(call, fact)], [view])
    if isinstance(written, Refusal):
        return written
    answered = counter.store.view(call)
    assert isinstance(answered, SilentHelpView)
    return answered
