"""Whether a case may go on to the core while questions against fraud stand open.

Reads only. The questions are the procedure's; what was answered stands beside the case, under a subject
of its own that follows from the case's.
"""

from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import RunState, StepId
from counter_app.forms.run_views import CareView, Fault
from counter_app.journal.folds.care import DissuasionView
from counter_app.services.counter import Counter

GOES_ON = frozenset({"proceed", "delayed", "against_advice"})
"""Outcomes after which the business is done; the others end the case or let it wait."""
ASKED_BEFORE = frozenset({StepId.DETAILS, StepId.READ_BACK})
"""Steps that are not left while the questions stand open: behind them comes the core."""
CARE_OPEN = "care_open"


def dissuasion_of(case: str) -> str:
    """The subject that holds what was asked for a case."""
    return f"dissuasion/{case.partition('/')[2]}"


def dissuasion_view(counter: Counter, case: str) -> DissuasionView:
    """What was asked for a case, and how it ended."""
    view = counter.store.view(dissuasion_of(case))
    assert isinstance(view, DissuasionView)
    return view


def care_open(
    counter: Counter, case: str, runner: ProcedureRunner, run: RunState
) -> CareView | None:
    """The questions that have to be asked before the core; None where none are, or all is said."""
    care = runner.beside(run).care
    if care is None or is_settled(dissuasion_view(counter, case), care):
        return None
    return care


def is_settled(view: DissuasionView, care: CareView) -> bool:
    """Whether an outcome lets it go on, and each question asked now was answered by then."""
    if view.outcome is None or view.asked is None or view.outcome.outcome not in GOES_ON:
        return False
    return all(one.id in view.asked.answers for one in care.questions)


def care_fault(counter: Counter, case: str, runner: ProcedureRunner, run: RunState) -> Fault | None:
    """What stops the step on show, when the questions come before it is left."""
    if run.step not in ASKED_BEFORE or care_open(counter, case, runner, run) is None:
        return None
    return Fault(run.step, "care", CARE_OPEN)
