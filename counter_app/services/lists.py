"""Which list a case runs under when rules change: notices given before, and changes known ahead.

A notice of an earlier edition is honoured or not, as the edition in force says. Not honoured, the case
goes on under the list in force: what differs is shown, the notice is corrected, and answers stand where
the line is the same. Decides and writes; the words of a difference are `forms.list_changes`'s.
"""

import datetime as dt
from dataclasses import dataclass

from counter_app.forms.list_changes import (
    ListAhead,
    ListChanges,
    changes_on,
)
from counter_app.forms.procedure_runner import FURTHEST_LOOK, ProcedureRunner
from counter_app.forms.run_state import RunState
from counter_app.journal.folds.case import CaseView
from counter_app.services.counter import Counter
from counter_app.services.versions import ListInForce

NOTICE_LIMIT = "notice_valid_days"
"""The branch's own figure: how long a notice is kept open."""


@dataclass(frozen=True, slots=True)
class NoticeUnder:
    """A notice of an earlier edition: when it was given, its number, what differs, and what counts.

    `honoured`: the case goes on under the list that the notice named.
    """

    given_on: dt.date
    number: str
    edition: str
    present: ListInForce
    changes: ListChanges
    honoured: bool


@dataclass(frozen=True, slots=True)
class CaseLists:
    """What is known of lists beside the one the case runs under."""

    notice: NoticeUnder | None = None
    ahead: tuple[ListAhead, ...] = ()


NO_LISTS = CaseLists()


def lists_of(counter: Counter, case: CaseView, runner: ProcedureRunner, run: RunState) -> CaseLists:
    """The lists beside a running case; none for one that has ended."""
    if case.state in ("completed", "cancelled"):
        return NO_LISTS
    return CaseLists(_notice_under(counter, case, runner, run), lists_ahead(counter, case, runner))


def lists_ahead(counter: Counter, case: CaseView, runner: ProcedureRunner) -> tuple[ListAhead, ...]:
    """Every day on which another list may begin, as far as a notice of today is kept open."""
    today = counter.today()
    until = today + look_ahead(runner, today)
    known = [
        ListAhead(day, later.runner, later.honours_notices)
        for day in counter.shelf.days_ahead(case.service, today, until)
        if (later := counter.shelf.under(case.service, day)) is not None
        and later.runner is not runner
    ]
    own = [ListAhead(day, runner) for day in _figure_days(runner) if today < day <= until]
    return tuple(sorted((*known, *own), key=lambda one: one.since))


def look_ahead(runner: ProcedureRunner, today: dt.date) -> dt.timedelta:
    """How long a notice given today is kept open; a year where the branch has no limit."""
    figure = runner.rules.at(NOTICE_LIMIT, today)
    return FURTHEST_LOOK if figure is None else dt.timedelta(days=int(figure.value))


def _notice_under(
    counter: Counter, case: CaseView, runner: ProcedureRunner, run: RunState
) -> NoticeUnder | None:
    """The notice of a case whose list is not the one in force; None where nothing differs."""
    if case.notice is None or case.notice_given_on is None:
        return None
    present = counter.shelf.under(case.service, counter.today())
    own = (case.procedure_hash, case.rules_hash)
    if present is None or own == (present.procedure_hash, present.rules_hash):
        return None
    changes = changes_on(runner, present.runner, run, run.business_date)
    if not changes:
        return None
    lasts = counter.today().isoformat() <= case.notice.valid_until
    issued = [one.paper for one in case.papers if one.paper_kind == "M"]
    return NoticeUnder(
        dt.date.fromisoformat(case.notice_given_on),
        issued[-1] if issued else "",
        runner.procedure.spec.edition,
        present,
        changes,
        present.honours_notices and lasts,
    )


def _figure_days(runner: ProcedureRunner) -> set[dt.date]:
    """The days on which a figure that the procedure uses begins or has ended, or a condition turns."""
    days = set(runner.procedure.dates)
    for figure in runner.rules.figures:
        if figure.key in runner.procedure.figures:
            days.add(figure.from_date)
            if figure.until is not None and figure.until < dt.date.max:
                days.add(figure.until + dt.timedelta(days=1))
    return days
