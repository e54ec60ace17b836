"""The papers of a case: what each says, and their issue with number, content and order to print.

Builders are pure: from a `Sheet` to `domain.paper.Paper`. Issuing gives facts, contents and orders
that the use case writes in its own commit, so a paper is in the journal before anything prints.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counter_app.domain.dates import by_date, date_text
from counter_app.domain.paper import (
    Block,
    LabelledRow,
    Paper,
    PaperKind,
    PaperMark,
    Row,
    Sentence,
)
from counter_app.domain.refusal import Refusal
from counter_app.forms.procedure_runner import FURTHEST_LOOK, ProcedureRunner
from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import PlannedPaper, PlannedStep, RowState
from counter_app.i18n import Text, same
from counter_app.journal.facts.case import PaperIssued
from counter_app.journal.folds.case import CaseView
from counter_app.services import paper_words as words
from counter_app.services.counter import Acting, Counter, branch_minute, instant_text
from counter_app.services.handling_results import NoticeWish, OpenCase, PaperWish
from counter_app.services.paper_content import mark_text, paper_content
from counter_app.services.paper_documents import (
    NoticeLines,
    missing_items,
    notice_lines,
    rule_reference,
    seen_row,
    skeleton,
)
from counter_app.services.paper_rows import (
    agenda_item,
    declarations,
    particulars,
    read_back_row,
    receipt_steps,
    remember,
)
from counter_app.services.paper_sheet import (
    MadeAt,
    Sheet,
    frame,
    moment_text,
    sheet_of,
    window_text,
)
from counter_app.services.ports import Content, PrintOrder
from counter_app.services.wording import ended, fill, run_on

MOST_ITEMS = 7
"""Items on one sheet of the next-step notice."""
NOTICE_LIMIT = "notice_valid_days"
"""The branch's own figure: how long a notice is kept open."""


@dataclass(frozen=True, slots=True)
class Issued:
    """What issuing papers writes: facts of the case, contents, and orders for the spool."""

    facts: tuple[PaperIssued, ...] = ()
    contents: tuple[Content, ...] = ()
    orders: tuple[PrintOrder, ...] = ()


def for_completion(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: PaperWish
) -> Issued | Refusal:
    """The receipt and the next-step notice of a case being completed, as its procedure gives them.

    A receipt that the customer asked for is given also where the procedure gives none.
    """
    sheet = sheet_at(counter, acting, opened, run, wish)
    if isinstance(sheet, Refusal):
        return sheet
    notices = next_step_notices(sheet)
    planned = sheet.planned(PaperKind.RECEIPT) or (on_demand(sheet) if wish.receipt else None)
    receipts = (receipt(sheet, planned, noticed=bool(notices)),) if planned else ()
    return issue(counter, opened.case, (*receipts, *notices))


def for_receipt(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: PaperWish
) -> Issued | Refusal:
    """The receipt alone, asked for after the end."""
    sheet = sheet_at(counter, acting, opened, run, wish)
    if isinstance(sheet, Refusal):
        return sheet
    planned = sheet.planned(PaperKind.RECEIPT) or on_demand(sheet)
    if planned is None:
        return Refusal("paper_not_planned", {"kind": PaperKind.RECEIPT.value})
    noticed = any(one.paper_kind == PaperKind.NEXT_STEPS.value for one in opened.case.papers)
    return issue(counter, opened.case, (receipt(sheet, planned, noticed=noticed),))


def on_demand(sheet: Sheet) -> PlannedPaper | None:
    """A receipt that only says what was taken in; none for restricted business."""
    if sheet.case.is_restricted:
        return None
    verdict = fill(words.TAKEN_IN, service=sheet.service)
    return PlannedPaper("R", seal=True, signature=False, verdict=verdict, explanation=(), stub=None)


def for_read_back(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: PaperWish
) -> Issued | Refusal:
    """The confirmation sheet of what was just read back, where the procedure gives one."""
    sheet = sheet_at(counter, acting, opened, run, wish)
    if isinstance(sheet, Refusal):
        return sheet
    planned = sheet.planned(PaperKind.CONFIRMATION)
    if planned is None:
        return Issued()
    paper = confirmation_sheet(sheet, planned)
    return paper if isinstance(paper, Refusal) else issue(counter, opened.case, (paper,))


def for_notice(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: NoticeWish
) -> Issued | Refusal:
    """The one-time notice. One that is only spoken is judged alike, and nothing is issued."""
    sheet = sheet_at(counter, acting, opened, run, wish.paper)
    if isinstance(sheet, Refusal):
        return sheet
    paper = one_time_notice(sheet, wish.coming_on)
    if isinstance(paper, Refusal):
        return paper
    return issue(counter, opened.case, (paper,) if wish.manner == "printed" else ())


def receipt(
    sheet: Sheet, planned: PlannedPaper, *, noticed: bool, not_done: Text | None = None
) -> Paper:
    """业务受理回执: what happened, what comes next, what we noted.

    `noticed`: a next-step notice is given too. `not_done` is the reason why the service could not be
    carried out; the receipt then says so instead of the procedure's own sentences.
    """
    closing = sheet.runner.closing(sheet.run)
    steps = receipt_steps(sheet, sheet.runner.next_steps(sheet.run), noticed=noticed)
    blocks = _blocks(() if not_done else steps, tuple(particulars(sheet, closing)))
    paper = replace(
        frame(sheet, planned),
        blocks=blocks,
        particulars_from=len(blocks) - 1,
        code_notes=(words.RECEIPT_NOTE,),
    )
    if not_done is None:
        return paper
    verdict = Sentence(fill(words.NOT_DONE, service=sheet.service))
    return replace(paper, verdict=verdict, explanation=(Sentence(ended(not_done)),))


def next_step_notices(sheet: Sheet) -> tuple[Paper, ...]:
    """后续事项告知单: everything still to be done, by day; as many sheets as it needs."""
    planned = sheet.planned(PaperKind.NEXT_STEPS)
    steps = sheet.runner.next_steps(sheet.run)
    if planned is None:
        return ()
    parts = [steps[first : first + MOST_ITEMS] for first in range(0, len(steps), MOST_ITEMS)]
    return tuple(_notice_sheet(sheet, planned, parts, place) for place in range(len(parts)))


def one_time_notice(sheet: Sheet, coming_on: dt.date | None) -> Paper | Refusal:
    """一次性告知单: all that is missing on the day of coming (today, when it is not known).

    Refused while a checklist line is undecided, when nothing is missing, and for a day on which the
    notice would not hold any more.
    """
    planned = sheet.planned(PaperKind.ONE_TIME_NOTICE)
    if planned is None:
        return Refusal("paper_not_planned", {"kind": PaperKind.ONE_TIME_NOTICE.value})
    coming = coming_on or sheet.run.business_date
    lines = notice_lines(sheet, coming)
    if isinstance(lines, Refusal):
        return lines
    until = valid_until(sheet.runner, sheet.run, coming)
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
    return replace(
        paper,
        verdict=_missing_verdict(sheet, count, until),
        explanation=_notice_explanation(sheet, planned, coming_on),
        blocks=blocks,
        particulars_from=len(blocks),
        code_notes=(words.NOTICE_NOTE, Sentence(_noticed_by(sheet))),
        rule_reference=rule_reference(sheet, lines.missing),
        skeleton=skeleton(sheet),
    )


def confirmation_sheet(sheet: Sheet, planned: PlannedPaper) -> Paper | Refusal:
    """核对确认单: the values as confirmed, old ones visible; refused while a row is unconfirmed."""
    rows = [read_back_row(sheet, line) for line in sheet.runner.read_back(sheet.run)]
    confirmed = [row for row in rows if not isinstance(row, Refusal)]
    refusal = next((row for row in rows if isinstance(row, Refusal)), None)
    if refusal is not None:
        return refusal
    on_screen = any(row.mark == RowState.SCREEN.value for row in confirmed)
    how = words.CONFIRMED_ON_SCREEN if on_screen else words.CONFIRMED_ALOUD
    return replace(
        frame(sheet, planned),
        explanation=(
            Sentence(fill(how, at=moment_text(sheet))),
            *(Sentence(one) for one in planned.explanation),
        ),
        blocks=_blocks(tuple(confirmed), declarations(sheet.runner.closing(sheet.run))),
    )


def notice_valid_until(opened: OpenCase, run: RunState, coming: dt.date) -> dt.date:
    """The last day of a notice for a day of coming."""
    return valid_until(opened.runner, run, coming)


def valid_until(runner: ProcedureRunner, run: RunState, coming: dt.date) -> dt.date:
    """The earliest of: the list's end by rule, age or a document's expiry; the branch's limit.

    The branch's limit counts from today and moves earlier from a rest day; where it has none, a
    list is followed for a year.
    """
    figure = runner.rules.at(NOTICE_LIMIT, run.business_date)
    limit = coming + FURTHEST_LOOK
    if figure is not None:
        chosen = run.business_date + dt.timedelta(days=int(figure.value))
        limit = runner.calendar.working_day_on_or_before(chosen).day
    holds = runner.holds_until(run, coming)
    return limit if holds is None else min(limit, holds)


def issue(counter: Counter, case: CaseView, papers: Sequence[Paper]) -> Issued:
    """The facts, contents and first copies of finished papers, to be written in one commit."""
    contents = tuple(paper_content(one, case.subject) for one in papers)
    return Issued(
        facts=tuple(
            PaperIssued(
                paper=paper.number,
                paper_kind=paper.kind.value,
                content_hash=content.hash,
                layout=paper.layout,
            )
            for paper, content in zip(papers, contents, strict=True)
        ),
        contents=contents,
        orders=tuple(
            _order(counter, case, paper, content)
            for paper, content in zip(papers, contents, strict=True)
        ),
    )


def practice_mark(counter: Counter, staff: str, copy_number: int) -> PaperMark | None:
    """The mark of everything that a practice home prints."""
    founded = counter.branch.founded
    if founded is None or founded.purpose != "practice":
        return None
    return PaperMark("practice", copy_number, branch_minute(counter), staff, same(""))


def _order(counter: Counter, case: CaseView, paper: Paper, content: Content) -> PrintOrder:
    mark = practice_mark(counter, paper.handler.zh, 1)
    return PrintOrder(
        paper=paper.number,
        case=case.subject,
        copy_number=1,
        content_hash=content.hash,
        printer=counter.terminal.printer,
        mark=mark_text(mark) if mark else None,
        ordered_at=instant_text(counter.instant()),
    )


def sheet_at(
    counter: Counter, acting: Acting, opened: OpenCase, run: RunState, wish: PaperWish
) -> Sheet | Refusal:
    """The sheet that a paper of the case is made from, here and now."""
    founded = counter.branch.founded
    if founded is None:
        return Refusal("branch_not_founded")
    made = MadeAt(counter.instant(), acting.staff, acting.window)
    sheet = sheet_of(opened.case, opened.runner, run, branch=founded, made=made)
    return replace(sheet, wish=wish)


def _blocks(*rows: tuple[Row, ...]) -> tuple[Block, ...]:
    return tuple(Block(some) for some in rows if some)


def _notice_sheet(
    sheet: Sheet, planned: PlannedPaper, parts: list[tuple[PlannedStep, ...]], place: int
) -> Paper:
    verdict = fill(words.STILL_TO_DO, service=sheet.service, count=sum(map(len, parts)))
    if len(parts) > 1:
        which = fill(words.SHEET_OF, sheet=place + 1, sheets=len(parts))
        verdict = Text(verdict.zh + which.zh, verdict.en + which.en)
    last = place == len(parts) - 1
    items = tuple(agenda_item(sheet, step) for step in parts[place])
    blocks = _blocks(items, remember(sheet.runner.closing(sheet.run)) if last else ())
    ours = any(step.actor == "branch" for part in parts for step in part)
    how = words.HOW_TO_READ if ours else words.HOW_TO_READ_YOURS
    explained = fill(words.EXPLAINED, at=moment_text(sheet), staff=sheet.made.staff)
    return replace(
        frame(sheet, planned, ahead=place),
        verdict=Sentence(verdict),
        explanation=_explained(sheet, how, planned),
        blocks=blocks,
        particulars_from=len(blocks),
        code_notes=(words.NEXT_STEPS_NOTE, Sentence(explained)),
        stub=None,
    )


def _explained(sheet: Sheet, how: Text, planned: PlannedPaper) -> tuple[Sentence, ...]:
    """Greeting and how to read it; then what the procedure explains of its own."""
    name = sheet.person("visitor")
    greeting = (fill(words.GREETING, name=name),) if name.zh else ()
    return tuple(Sentence(one) for one in (run_on([*greeting, how]), *planned.explanation))


def _missing_verdict(sheet: Sheet, count: int, until: dt.date) -> Sentence:
    by = by_date(until)
    return Sentence(
        fill(words.STILL_MISSING, service=sheet.service, count=count, by=by),
        fill(words.STILL_MISSING_LARGE, count=count, by=by),
    )


def _notice_explanation(
    sheet: Sheet, planned: PlannedPaper, coming_on: dt.date | None
) -> tuple[Sentence, ...]:
    """Who acts for whom and for which day; then the procedure's own sentences."""
    told = [*_who(sheet)]
    if coming_on is not None:
        told.append(fill(words.LISTED_FOR, day=date_text(coming_on)))
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
    return _blocks(seen_row(sheet, lines.seen), missing_items(lines.missing), (on_return,))


def _noticed_by(sheet: Sheet) -> Text:
    at, window = moment_text(sheet), window_text(sheet)
    return fill(words.NOTICE_BY, at=at, window=window, staff=sheet.made.staff)
