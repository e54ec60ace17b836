"""Forms of the bank's own that somebody signs: from a procedure's form to papers of kind F.

One sheet for each copy: the first stays here, the others are the customer's. What is not known yet is a
line to write on, and nothing is invented for it.
"""

from dataclasses import replace

from counter_app.domain.paper import Block, LabelledRow, Paper, Remark, Row, Sentence
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.run_views import PlannedForm, PlannedPaper
from counter_app.i18n import Text
from counter_app.journal.folds.case import CaseView
from counter_app.services import paper_words as words
from counter_app.services import papers
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.handling import decided_again, open_case
from counter_app.services.handling_results import OpenCase, PaperWish
from counter_app.services.paper_sheet import Sheet, frame
from counter_app.services.ports import Beside, NewFact


def print_form(
    counter: Counter, acting: Acting, opened: OpenCase, form: str, wish: PaperWish
) -> OpenCase | Refusal:
    """Issues a form of the case as it stands in `opened.run`, and orders its copies."""
    return decided_again(
        counter, acting, opened, lambda now: _print(counter, acting, now, form, wish)
    )


def _print(
    counter: Counter, acting: Acting, opened: OpenCase, form: str, wish: PaperWish
) -> OpenCase | Refusal:
    refusal = still_may(counter, acting, Right.PRINT)
    if refusal:
        return refusal
    run = opened.run
    planned = next((one for one in opened.runner.beside(run).forms if one.id == form), None)
    if planned is None or opened.case.is_restricted:
        return Refusal("form_not_planned", {"form": form})
    issued = for_form(counter, acting, opened, planned, wish)
    if isinstance(issued, Refusal):
        return issued
    facts = [NewFact(opened.case.subject, one) for one in issued.facts]
    beside = Beside(contents=issued.contents, orders=issued.orders)
    written = write(counter, acting.actor, facts, [opened.case], beside)
    if isinstance(written, Refusal):
        return written
    return open_case(counter, acting, opened.case.subject)


def for_form(
    counter: Counter, acting: Acting, opened: OpenCase, planned: PlannedForm, wish: PaperWish
) -> papers.Issued | Refusal:
    """What issuing a form writes, a sheet for each copy."""
    sheet = papers.sheet_at(counter, acting, opened, opened.run, wish)
    if isinstance(sheet, Refusal):
        return sheet
    sheets = [form_sheet(sheet, planned, copy) for copy in range(planned.copies)]
    issued = papers.issue(counter, opened.case, sheets)
    named = tuple(one.model_copy(update={"form": planned.id}) for one in issued.facts)
    return replace(issued, facts=named)


def last_form(case: CaseView, form: PlannedForm) -> str:
    """The number of the sheet issued last that stays here; empty before the first."""
    return next(iter(_last_sheets(case, form)), "")


def customers_copy(case: CaseView, form: PlannedForm) -> str:
    """The number of the customer's own sheet issued last; empty where there is none."""
    return next(iter(_last_sheets(case, form)[1:]), "")


def _last_sheets(case: CaseView, form: PlannedForm) -> list[str]:
    """The sheets that were issued together last, the one that stays here first."""
    return [one.paper for one in case.papers if one.form == form.id][-form.copies :]


def form_sheet(sheet: Sheet, form: PlannedForm, copy: int = 0) -> Paper:
    """One sheet: rows, statements, who signs. `copy` 0 stays here, others are the customer's."""
    rows: tuple[Row, ...] = tuple(_row(label, value) for label, value in form.rows)
    said = Remark(words.DECLARE, tuple(Sentence(one) for one in form.statements))
    beside: tuple[Row, ...] = ()
    if form.second != "none":
        beside = (LabelledRow(words.SECONDS[form.second], (Sentence(words.BLANK),)),)
    planned = PlannedPaper(
        kind="F", seal=False, signature=True, verdict=sheet.service, explanation=(), stub=None
    )
    blocks = tuple(Block(part) for part in (rows, (said,), beside) if part)
    made = frame(sheet, planned, ahead=copy)
    return replace(
        made,
        copy=words.BANK_COPY if copy == 0 else words.CUSTOMER_COPY,
        title=form.title,
        blocks=blocks,
        particulars_from=len(blocks),
        signer=_signer(sheet, form),
    )


def _row(label: Text, value: Text | None) -> LabelledRow:
    return LabelledRow(label, (Sentence(value if value is not None else words.BLANK),))


def _signer(sheet: Sheet, form: PlannedForm) -> Text:
    if form.signed_by == "visitor":
        return words.SIGNATURES[sheet.way]
    return words.SIGNERS[form.signed_by]
