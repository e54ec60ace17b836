"""补录: what was taken in on an emergency form is entered afterwards, and says so for ever.

A late entry is a case like any other, with the same checks and steps; it names the paper, when it
happened and who served. The entry's own time stays when it was typed.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.domain.typed import half_width
from counter_app.journal.facts.case import OnPaper
from counter_app.journal.facts.day import FallbackFormEntered
from counter_app.journal.folds.day import LateEntryView
from counter_app.services import handling, visiting
from counter_app.services.accounts import may_with, open_account
from counter_app.services.counter import Acting, Counter
from counter_app.services.fallback_giving import count_given, series_view
from counter_app.services.fallback_pack import sheet_number
from counter_app.services.handling_results import OpenCase
from counter_app.services.ports import NewFact

Cause = Literal["power", "program", "printer", "other"]
CAUSES: tuple[Cause, ...] = ("power", "program", "printer", "other")


@dataclass(frozen=True, slots=True)
class FormTold:
    """What an emergency form says: its number, the service, branch time, who served, and why."""

    paper: str
    service: str
    happened_at: dt.datetime
    served_by: str
    cause: Cause


def enter(counter: Counter, acting: Acting, told: FormTold) -> OpenCase | Refusal:
    """Begins the case of an emergency form; each form once. The desk goes on with it as usual."""
    refused = _refused(counter, acting, told)
    if refused is not None:
        return refused
    visit = visiting.start_visit(counter, acting)
    if isinstance(visit, Refusal):
        return visit
    happened = told.happened_at.strftime("%Y-%m-%d %H:%M")
    paper = paper_of_form(told.paper)
    subject, view = counter.fresh("case"), late_entry(counter, paper)
    entered = FallbackFormEntered(
        paper=paper,
        case=subject,
        happened_at=happened,
        served_by=told.served_by,
        cause=told.cause,
    )
    # In one commit with the case: a form whose case is here counts as entered, whatever happens.
    beginning = handling.Beginning(
        visit.subject,
        told.service,
        on_paper=OnPaper(paper=paper, happened_at=happened, served_by=told.served_by),
        subject=subject,
        also=(NewFact(view.subject, entered),),
        views=(view,),
    )
    opened = handling.begin_case(counter, acting, beginning)
    if isinstance(opened, Refusal):
        visiting.end_visit(counter, acting, visit.subject, "left")
    return opened


def late_entry(counter: Counter, paper: str) -> LateEntryView:
    """What is known of a form by its number."""
    view = counter.store.view(f"lateentry/{paper_of_form(paper)}")
    assert isinstance(view, LateEntryView)
    return view


def paper_of_form(typed: str) -> str:
    """A form's number as it is kept: no blanks, half-width, upper case."""
    return "".join(half_width(typed).split()).upper()


def service_of_form(typed: str) -> str:
    """The service that a form of ours was printed for, by its number; empty for any other number."""
    sheet = sheet_number(paper_of_form(typed))
    return sheet.code if sheet is not None else ""


def _refused(counter: Counter, acting: Acting, told: FormTold) -> Refusal | None:
    granted = may_with(counter, acting, Right.SERVE)
    if isinstance(granted, Refusal):
        return granted
    if not paper_of_form(told.paper):
        return Refusal("paper_needed_for_late")
    now = branch_time(counter.instant()).replace(tzinfo=None)
    if told.happened_at > now:
        return Refusal("happened_later")
    served = open_account(counter, told.served_by)
    if isinstance(served, Refusal):
        return served
    if told.service not in counter.shelf.in_force(counter.today()).procedure_hashes:
        return Refusal("service_not_offered", {"service": told.service})
    return _paper_refused(counter, told)


def _paper_refused(counter: Counter, told: FormTold) -> Refusal | None:
    """Each form once, for the service it was printed for, and only a number that was given out.

    A series that nobody gave out here is another PC's, or a form of the bank's own: that is taken.
    """
    paper = paper_of_form(told.paper)
    if late_entry(counter, paper).entered is not None:
        return Refusal("paper_entered", {"paper": paper})
    sheet = sheet_number(paper)
    if sheet is None:
        return None
    given = count_given(series_view(counter, sheet.series))
    if given and sheet.count > given:
        return Refusal("paper_not_given", {"paper": paper, "last": given})
    offered = counter.shelf.in_force(counter.today()).procedure_hashes
    if sheet.code in offered and sheet.code != told.service:
        return Refusal("paper_of_other_service", {"paper": paper})
    return None
