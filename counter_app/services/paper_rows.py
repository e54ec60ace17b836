"""The rows of receipts, next-step notices and confirmation sheets, from what the runner says.

Pure. A row without anything to say is left out, never printed empty.
"""

from collections.abc import Iterator, Sequence

from counter_app.domain.dates import (
    branch_time,
    by_day,
    date_text,
    plain_date,
    short_date,
    under_day,
)
from counter_app.domain.masks import mask_address, scrub
from counter_app.domain.paper import (
    AgendaItem,
    DatedStep,
    LabelledRow,
    ReadBackRow,
    Remark,
    Sentence,
)
from counter_app.domain.refusal import Refusal
from counter_app.forms.field_values import Entered
from counter_app.forms.run_views import Closing, PlannedStep, ReadBackLine, RowState
from counter_app.forms.spec import FieldSpec
from counter_app.i18n import Text, same
from counter_app.services import paper_words as words
from counter_app.services.paper_documents import document_lines
from counter_app.services.paper_sheet import Sheet, moment_text, window_text
from counter_app.services.wording import ended, fill, listed, run_on

AMOUNT = "amount"
"""The field of this name holds the amount that changes hands."""
ADDRESS = "address"
"""A field of this name, or that ends in it, holds an address: free text to the runner."""
MOST_STEPS = 3
"""Rows of "what comes next" on a receipt; beyond, the next-step notice has them all."""


def receipt_steps(
    sheet: Sheet, steps: Sequence[PlannedStep], *, noticed: bool
) -> tuple[DatedStep, ...]:
    """The steps on the receipt: at most three, else two and where the others stand.

    `noticed`: a next-step notice is given too. Without one, nothing may be left out here.
    """
    shown = [dated_step(sheet, one) for one in steps if one.on_receipt]
    if not noticed or len(shown) == len(steps) <= MOST_STEPS:
        return tuple(shown)
    further = DatedStep(words.FURTHER, same(""), words.SEE_NEXT_STEPS)
    return (*shown[: MOST_STEPS - 1], further)


def dated_step(sheet: Sheet, step: PlannedStep) -> DatedStep:
    """A step with its day in large type, what happens and what if not."""
    day, under = _day(sheet, step)
    parts = [step.action, *_asides(step)]
    what = run_on(parts)
    large = ended(step.action_large) if step.action_large else None
    if step.actor == "branch":
        what, large = _by_us(what), _by_us(large) if large else None
    return DatedStep(day, under, Sentence(what, large))


def agenda_item(sheet: Sheet, step: PlannedStep) -> AgendaItem:
    """A step of the next-step notice, with who has to act."""
    day, under = _day(sheet, step)
    who = words.WE if step.actor == "branch" else words.YOU
    action = _said_by(who, ended(step.action))
    large = _said_by(who, ended(step.action_large)) if step.action_large else None
    asides = _asides(step)
    hint = Sentence(run_on(asides)) if asides else None
    return AgendaItem(day, under, step.actor, Sentence(action, large), hint)


def particulars(sheet: Sheet, closing: Closing) -> Iterator[LabelledRow]:
    """Who, what, which papers, what it cost, who took it in."""
    yield from _row(words.NAME, sheet.person("holder"))
    if sheet.way == "agent":
        yield from _row(words.AGENT, sheet.related("agent"))
    if sheet.way == "guardian":
        yield from _row(words.GUARDIAN, sheet.related("guardian"))
    yield from _row(words.IDENTITY, _identity(sheet))
    yield from _row(words.MOBILE, _mobile(sheet))
    yield from _row(words.ACCOUNT, _entered(sheet, "last4"))
    yield from _amount(sheet)
    documents = document_lines(sheet)
    if documents:
        yield LabelledRow(words.DOCUMENTS, documents)
    yield from _row(words.FEE, closing.fee or words.NO_FEE)
    approvers = dict.fromkeys(one.approver for one in sheet.case.approvals)
    yield from _row(words.APPROVED_BY, listed((same(one) for one in approvers), "、", ", "))
    yield from _row(words.CORE_REFERENCE, same(sheet.run.core_serial or ""))
    yield _accepted(sheet)


def remember(closing: Closing) -> tuple[Remark, ...]:
    """The lines under 请记住."""
    if not closing.remember:
        return ()
    lines = tuple(Sentence(one.text, one.large) for one in closing.remember)
    return (Remark(words.REMEMBER, lines),)


def declarations(closing: Closing) -> tuple[Remark, ...]:
    """What the customer declares by signing."""
    if not closing.declarations:
        return ()
    return (Remark(words.DECLARE, tuple(Sentence(one) for one in closing.declarations)),)


def read_back_row(sheet: Sheet, line: ReadBackLine) -> ReadBackRow | Refusal:
    """A confirmed value; refused while the customer has not confirmed it as it reads now."""
    if line.state not in (RowState.SCREEN, RowState.ORAL):
        return Refusal("row_not_confirmed", {"row": line.number})
    made, old, correction = line.correction, None, None
    if made is not None and line.old:
        old = listed((_printable(sheet, line, one) for one in line.old), "，", ", ")
        correction = fill(words.CORRECTED, at=made.at, staff=made.by)
    return ReadBackRow(
        number=line.number,
        label=line.label,
        lines=tuple(Sentence(_printable(sheet, line, one)) for one in line.lines),
        mark="screen" if line.state is RowState.SCREEN else "oral",
        old_value=old,
        correction=correction,
    )


def _day(sheet: Sheet, step: PlannedStep) -> tuple[Text, Text]:
    """The large line and the small one under it."""
    day = step.day
    if day is None:
        return words.ANY_TIME, same("")
    if day == sheet.run.business_date:
        return words.TODAY, Text(plain_date(day).zh, date_text(day).en)
    if step.reads == "by":
        large = by_day(day)
    else:
        large = short_date(day)
        large = fill(words.FROM_DAY, day=large) if step.reads == "from" else large
    return large, under_day(day)


def _asides(step: PlannedStep) -> list[Text]:
    asides = [step.hint] if step.hint else []
    return [*asides, words.PROVISIONAL] if step.provisional else asides


def _by_us(what: Text) -> Text:
    return Text(f"{words.WE.zh}：{what.zh}", f"{words.WE.en}: {what.en}")


def _said_by(who: Text, what: Text) -> Text:
    return Text(f"[[{who.zh}]]：{what.zh}", f"[[{who.en}]]: {what.en}")


def _row(label: Text, *lines: Text | None) -> Iterator[LabelledRow]:
    said = tuple(Sentence(one) for one in lines if one is not None and one.zh)
    if said:
        yield LabelledRow(label, said)


def _accepted(sheet: Sheet) -> LabelledRow:
    """When, at which window, by whom; in large print the year stands in the footer alone."""
    window, staff = window_text(sheet), sheet.made.staff
    at = moment_text(sheet)
    local = branch_time(sheet.made.at)
    short = short_date(local.date())
    brief = Text(f"{short.zh} {local:%H:%M}", f"{short.en} {local:%H:%M}")
    full = fill(words.ACCEPTED_VALUE, at=at, window=window, staff=staff)
    large = fill(words.ACCEPTED_LARGE, at=brief, window=window, staff=staff)
    return LabelledRow(words.ACCEPTED, (Sentence(full, large),))


def _identity(sheet: Sheet) -> Text | None:
    kind, number = sheet.word("holder.identity"), sheet.word("holder.number")
    return listed([kind, number], " ", " ") if kind and number else kind or number


def _mobile(sheet: Sheet) -> Text | None:
    """The number left with the bank: the holder's, or the guardian's for a child."""
    for spec, entered in _filled(sheet, "phone"):
        owner = (spec.prefill or "").partition(".")[0]
        if owner == "guardian":
            guardian = Text(words.GUARDIAN.zh, words.GUARDIAN.en.lower())
            return fill(words.RELATED, name=entered.words, relation=guardian)
        if owner != "agent":
            return entered.words
    return sheet.word("holder.phone")


def _amount(sheet: Sheet) -> Iterator[LabelledRow]:
    """The amount of the business, with the form that binds. A limit or an equivalent is none."""
    for spec, entered in _filled(sheet, "amount"):
        if spec.id == AMOUNT:
            yield from _row(words.AMOUNT, entered.words, entered.capital)


def _entered(sheet: Sheet, kind: str) -> Text | None:
    return next((entered.words for _, entered in _filled(sheet, kind)), None)


def _filled(sheet: Sheet, kind: str) -> Iterator[tuple[FieldSpec, Entered]]:
    for field in sheet.situation.fields.values():
        if field.spec.type == kind and field.shown and isinstance(field.entered, Entered):
            yield field.spec, field.entered


def _printable(sheet: Sheet, line: ReadBackLine, said: Text) -> Text:
    """A line with its addresses masked, and any number that somebody typed out in free text."""
    for name in line.fields:
        if name == ADDRESS or name.endswith(f"_{ADDRESS}"):
            former = line.correction.old if line.correction else ""
            for value in filter(None, (sheet.run.values.get(name, ""), former)):
                masked = mask_address(value)
                said = Text(said.zh.replace(value, masked), said.en.replace(value, masked))
    return Text(scrub(said.zh), scrub(said.en))
