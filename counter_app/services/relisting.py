"""A notice that is not honoured any more: its case goes on under the list in force, with a new one.

One commit: the list replaced, the corrected notice, its paper. Answers of lines that are the same in
both lists stand; what was half typed stays as far as the new list asks it.
"""

from dataclasses import replace

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.list_changes import moved_run, same_lines
from counter_app.forms.run_state import RunState
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.case import NoticeGiven
from counter_app.journal.facts.lists import ListReplaced
from counter_app.services import papers
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.handling import (
    decided_again,
    draft_key,
    keep_draft,
    not_mine,
    open_case,
)
from counter_app.services.handling_results import NoticeWish, OpenCase
from counter_app.services.lists import NoticeUnder
from counter_app.services.notice_paper import notice_valid_until
from counter_app.services.paper_documents import SHOWN
from counter_app.services.paper_lists import Corrected
from counter_app.services.ports import Beside, NewFact
from counter_app.services.runs import Place


def follow_present_list(
    counter: Counter, acting: Acting, opened: OpenCase, wish: NoticeWish
) -> OpenCase | Refusal:
    """Goes on under the list in force, and gives the corrected notice."""
    return decided_again(counter, acting, opened, lambda now: _follow(counter, acting, now, wish))


def _follow(
    counter: Counter, acting: Acting, opened: OpenCase, wish: NoticeWish
) -> OpenCase | Refusal:
    refusal = still_may(counter, acting, Right.SERVE) or not_mine(opened, acting)
    if refusal:
        return refusal
    under = opened.lists.notice
    if under is None or under.honoured:
        return Refusal("list_is_present")
    replaced, relisted = _relisted(opened, under)
    missing = _missing(relisted, relisted.run)
    facts: list[Fact] = [replaced]
    beside = Beside(draft_key(acting, opened.case.subject))
    if missing:
        corrected = _corrected(under)
        issued = papers.for_corrected(counter, acting, relisted, wish, corrected)
        if isinstance(issued, Refusal):
            return issued
        facts += [_notice(relisted, wish, missing, under.number), *issued.facts]
        beside = replace(beside, contents=issued.contents, orders=issued.orders)
    new = [NewFact(opened.case.subject, one) for one in facts]
    written = write(counter, acting.actor, new, [opened.case], beside)
    if isinstance(written, Refusal):
        return written
    keep_draft(counter, acting, opened.case.subject, relisted.run, Place())
    return open_case(counter, acting, opened.case.subject)


def _relisted(opened: OpenCase, under: NoticeUnder) -> tuple[ListReplaced, OpenCase]:
    present = under.present
    kept = same_lines(opened.runner, present.runner, opened.run)
    fact = ListReplaced(
        procedure_hash=present.procedure_hash,
        rules_hash=present.rules_hash,
        edition=present.runner.procedure.spec.edition,
        given_on=under.given_on.isoformat(),
        kept=kept,
    )
    run = moved_run(opened.run, present.runner, kept)
    case = replace(opened.case, relisted=fact)
    return fact, replace(opened, case=case, runner=present.runner, run=run)


def _corrected(under: NoticeUnder) -> Corrected:
    since = under.present.runner.procedure.spec.from_date
    return Corrected(under.given_on, under.number, since, under.changes)


def _missing(opened: OpenCase, run: RunState) -> tuple[str, ...]:
    lines = opened.runner.missing(run)
    return tuple(one.id for one in lines if one.standing not in SHOWN)


def _notice(
    opened: OpenCase, wish: NoticeWish, missing: tuple[str, ...], number: str
) -> NoticeGiven:
    until = notice_valid_until(opened, opened.run, opened.run.business_date)
    return NoticeGiven(
        valid_until=until.isoformat(),
        missing=missing,
        manner=wish.manner,
        reason=wish.reason,
        replaces=number or None,
    )
