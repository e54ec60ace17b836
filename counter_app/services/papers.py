"""The papers of a case: what each says, and their issue with number, content and order to print.

Builders are pure: from a `Sheet` to `domain.paper.Paper`. Issuing gives facts, contents and orders
that the use case writes in its own commit, so a paper is in the journal before anything prints.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counter_app.domain.paper import (
    Paper,
    PaperKind,
    PaperMark,
    Sentence,
)
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import PlannedPaper, PlannedStep, RowState
from counter_app.i18n import Text, same
from counter_app.journal.facts.case import PaperIssued
from counter_app.journal.folds.case import CaseView
from counter_app.services import paper_words as words
from counter_app.services.counter import Acting, Counter, branch_minute, instant_text
from counter_app.services.handling_results import NoticeWish, OpenCase, PaperWish
from counter_app.services.notice_paper import blocks_of, corrected_notice, one_time_notice
from counter_app.services.paper_content import mark_text, paper_content
from counter_app.services.paper_lists import Corrected
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
)
from counter_app.services.ports import Content, PrintOrder
from counter_app.services.wording import ended, fill, run_on

MOST_ITEMS = 7
"""Items on one sheet of the next-step notice."""


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
    paper = one_time_notice(sheet, wish.coming_on, opened.lists.ahead)
    if isinstance(paper, Refusal):
        return paper
    return issue(counter, opened.case, (paper,) if wish.manner == "printed" else ())


def for_corrected(
    counter: Counter, acting: Acting, opened: OpenCase, wish: NoticeWish, corrected: Corrected
) -> Issued | Refusal:
    """The notice under the list in force, in place of the one given before."""
    sheet = sheet_at(counter, acting, opened, opened.run, wish.paper)
    if isinstance(sheet, Refusal):
        return sheet
    paper = one_time_notice(sheet, wish.coming_on, opened.lists.ahead)
    if isinstance(paper, Refusal):
        return paper
    made = corrected_notice(paper, corrected)
    return issue(counter, opened.case, (made,) if wish.manner == "printed" else ())


def receipt(
    sheet: Sheet, planned: PlannedPaper, *, noticed: bool, not_done: Text | None = None
) -> Paper:
    """业务受理回执: what happened, what comes next, what we noted.

    `noticed`: a next-step notice is given too. `not_done` is the reason why the service could not be
    carried out; the receipt then says so instead of the procedure's own sentences.
    """
    closing = sheet.runner.closing(sheet.run)
    steps = receipt_steps(sheet, sheet.runner.next_steps(sheet.run), noticed=noticed)
    blocks = blocks_of(() if not_done else steps, tuple(particulars(sheet, closing)))
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
        blocks=blocks_of(tuple(confirmed), declarations(sheet.runner.closing(sheet.run))),
    )


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


def _notice_sheet(
    sheet: Sheet, planned: PlannedPaper, parts: list[tuple[PlannedStep, ...]], place: int
) -> Paper:
    verdict = fill(words.STILL_TO_DO, service=sheet.service, count=sum(map(len, parts)))
    if len(parts) > 1:
        which = fill(words.SHEET_OF, sheet=place + 1, sheets=len(parts))
        verdict = Text(verdict.zh + which.zh, verdict.en + which.en)
    last = place == len(parts) - 1
    items = tuple(agenda_item(sheet, step) for step in parts[place])
    blocks = blocks_of(items, remember(sheet.runner.closing(sheet.run)) if last else ())
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
