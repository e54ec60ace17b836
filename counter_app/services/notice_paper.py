"""一次性告知单: what is missing, told once, and with it what is known to change.

Pure, from a `Sheet`. Owns for how long a notice holds. Issuing it is `papers`'.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from counter_app.domain.dates import by_date, date_text
from counter_app.domain.paper import Block, LabelledRow, Paper, PaperKind, Row, Sentence
from counter_app.domain.refusal import Refusal
from counter_app.forms.list_changes import ListAhead, change_ahead, moved_run
from counter_app.forms.procedure_runner import FURTHEST_LOOK, ProcedureRunner
from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import PlannedPaper
from counter_app.i18n import Text
from counter_app.services import paper_words as words
from counter_app.services.handling_results import OpenCase
from counter_app.services.lists import NOTICE_LIMIT
from counter_app.services.paper_documents import (
    NoticeLines,
    missing_items,
    notice_lines,
    rule_reference,
    seen_row,
    skeleton,
)
from counter_app.services.paper_lists import (
    Corrected,
    both_lists,
    corrected_rows,
    replaces_words,
)
from counter_app.services.paper_sheet import Sheet, frame, moment_text, window_text
from counter_app.services.wording import fill, run_on


def one_time_notice(
    sheet: Sheet, coming_on: dt.date | None, ahead: Iterable[ListAhead] = ()
) -> Paper | Refusal:
    """一次性告知单: all that is missing on the day of coming (today, when it is not known).

    A change known to come within its time is told with its day: both lists stand on it. Refused while
    a checklist line is undecided, when nothing is missing, and for a day on which it would not hold.
    """
    planned = sheet.planned(PaperKind.ONE_TIME_NOTICE)
    if planned is None:
        return Refusal("paper_not_planned", {"kind": PaperKind.ONE_TIME_NOTICE.value})
    told = change_ahead(sheet.runner, sheet.run, ahead)
    coming = under_this_list(coming_on or sheet.run.business_date, told and told[0])
    lines = notice_lines(sheet, coming)
    if isinstance(lines, Refusal):
        return lines
    until = valid_until(sheet.runner, sheet.run, coming, told and told[0])
    if until < coming:
        return Refusal("coming_too_late", {"latest": until.isoformat()})
    count = len(lines.missing)
    paper = frame(sheet, planned)
    if paper.stub is not None:
        counted = fill(words.COUNT_MISSING, count=count)
        said = paper.stub.sentence
        sentence = Text(f"{counted.zh}{said.zh}", f"{counted.en}{said.en}")
        paper = replace(paper, stub=replace(paper.stub, sentence=sentence))
    blocks = _notice_blocks(sheet, lines)
    if told is not None:
        blocks = (*blocks, *blocks_of(both_lists(sheet, *told)))
    return replace(
        paper,
        verdict=_missing_verdict(sheet, count, until),
        explanation=_notice_explanation(sheet, planned, coming_on, coming),
        blocks=blocks,
        particulars_from=len(blocks),
        code_notes=(words.NOTICE_NOTE, Sentence(_noticed_by(sheet))),
        rule_reference=rule_reference(sheet, lines.missing),
        skeleton=skeleton(sheet),
    )


def corrected_notice(paper: Paper, corrected: Corrected) -> Paper:
    """The same notice, saying which one it replaces and what is other in it."""
    says = Sentence(replaces_words(corrected))
    blocks = (*blocks_of(corrected_rows(corrected)), *paper.blocks)
    explanation = (says, *paper.explanation)
    return replace(paper, explanation=explanation, blocks=blocks, particulars_from=len(blocks))


def under_this_list(coming: dt.date, ahead: ListAhead | None) -> dt.date:
    """The day for which the list of now is told: before another counts, whoever comes later."""
    if ahead is None or ahead.honours:
        return coming
    return min(coming, ahead.since - dt.timedelta(days=1))


def notice_valid_until(opened: OpenCase, run: RunState, coming: dt.date) -> dt.date:
    """The last day of a notice for a day of coming; of its later list, when that is the day's."""
    told = change_ahead(opened.runner, run, opened.lists.ahead)
    ahead = told[0] if told else None
    if ahead is not None and under_this_list(coming, ahead) < coming:
        return valid_until(ahead.runner, moved_run(run, ahead.runner), coming)
    return valid_until(opened.runner, run, coming, ahead)


def valid_until(
    runner: ProcedureRunner, run: RunState, coming: dt.date, ahead: ListAhead | None = None
) -> dt.date:
    """The earliest of: the list's end by rule, age or a document's expiry; the branch's limit.

    `ahead` is a list that counts from a later day on, and ends this one unless notices are honoured.

    The branch's limit counts from today and moves earlier from a rest day; where it has none, a
    list is followed for a year.
    """
    figure = runner.rules.at(NOTICE_LIMIT, run.business_date)
    limit = coming + FURTHEST_LOOK
    if figure is not None:
        chosen = run.business_date + dt.timedelta(days=int(figure.value))
        limit = runner.calendar.working_day_on_or_before(chosen).day
    if ahead is not None and not ahead.honours:
        limit = min(limit, ahead.since - dt.timedelta(days=1))
    holds = runner.holds_until(run, coming)
    return limit if holds is None else min(limit, holds)


def _missing_verdict(sheet: Sheet, count: int, until: dt.date) -> Sentence:
    by = by_date(until)
    return Sentence(
        fill(words.STILL_MISSING, service=sheet.service, count=count, by=by),
        fill(words.STILL_MISSING_LARGE, count=count, by=by),
    )


def _notice_explanation(
    sheet: Sheet, planned: PlannedPaper, coming_on: dt.date | None, listed_for: dt.date
) -> tuple[Sentence, ...]:
    """Who acts for whom and for which day; then the procedure's own sentences."""
    told = [*_who(sheet)]
    if coming_on is not None:
        listed = words.LISTED_FOR if listed_for == coming_on else words.LATER_LIST
        told.append(fill(listed, day=date_text(coming_on)))
    own = Sentence(run_on([planned.verdict, *planned.explanation]))
    return (Sentence(run_on(told)), own) if told else (own,)


def _who(sheet: Sheet) -> tuple[Text, ...]:
    """`李雷（父亲）替李小禾（7 岁）办`, or the customer's own name."""
    holder = sheet.person("holder")
    if sheet.way == "self" or not holder.zh:
        return (fill(words.GREETING, name=holder),) if holder.zh else ()
    age = sheet.situation.values.get("holder.age")
    if sheet.way == "guardian" and isinstance(age, int):
        holder = fill(words.OF_AGE, name=holder, age=age)
    return (fill(words.ACTS_FOR, actor=sheet.related(sheet.way), holder=holder),)


def _notice_blocks(sheet: Sheet, lines: NoticeLines) -> tuple[Block, ...]:
    on_return = LabelledRow(words.WHEN_YOU_RETURN, (words.ON_RETURN,))
    return blocks_of(seen_row(sheet, lines.seen), missing_items(lines.missing), (on_return,))


def _noticed_by(sheet: Sheet) -> Text:
    at, window = moment_text(sheet), window_text(sheet)
    return fill(words.NOTICE_BY, at=at, window=window, staff=sheet.made.staff)


def blocks_of(*rows: tuple[Row, ...]) -> tuple[Block, ...]:
    """A block for each of the rows that there are."""
    return tuple(Block(some) for some in rows if some)
