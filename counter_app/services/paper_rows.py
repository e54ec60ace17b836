"""The rows of receipts, next-step notices and confirmation sheets, from what the runner says.

Pure. A row without anything to say is left out, never printed empty.
"""

from collections.abc import Iterator, Sequence

from counter_app.domain.dates import by_day, short_date, under_day
from counter_app.domain.masks import scrub
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
    accepted = fill(
        words.ACCEPTED_VALUE,
        at=moment_text(sheet),
        window=window_text(sheet),
        staff=sheet.made.staff,
    )
    yield from _row(words.ACCEPTED, accepted)


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


def read_back_row(line: ReadBackLine) -> ReadBackRow | Refusal:
    """A confirmed value; refused while the customer has not confirmed it as it reads now."""
    if line.state not in (RowState.SCREEN, RowState.ORAL):
        return Refusal("row_not_confirmed", {"row": line.number})
    old = listed((_scrubbed(one) for one in line.old), "，", ", ") if line.old else None
    made = line.correction
    correction = fill(words.CORRECTED, at=made.at, staff=made.by) if old and made else None
    return ReadBackRow(
        number=line.number,
        label=line.label,
        lines=tuple(Sentence(_scrubbed(one)) for one in line.lines),
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
        large = words.TODAY
    elif step.reads == "by":
        large = by_day(day)
    else:
        large = short_date(day)
        large = fill(words.FROM_DAY, day=large) if step.reads == "from" else large
    small = under_day(day)
    if sheet.wish.language != "both" or step.day_words is None:
        return large, small
    # In both languages the small line is the only English one: it gives the whole date.
    return large, Text(small.zh, step.day_words.en)


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
    """The first amount that the service asks, with the form that binds."""
    for spec, entered in _filled(sheet, "amount"):
        label = words.AMOUNT if spec.id == "amount" else spec.label
        yield from _row(label, entered.words, entered.capital)
        return


def _entered(sheet: Sheet, kind: str) -> Text | None:
    return next((entered.words for _, entered in _filled(sheet, kind)), None)


def _filled(sheet: Sheet, kind: str) -> Iterator[tuple[FieldSpec, Entered]]:
    for field in sheet.situation.fields.values():
        if field.spec.type == kind and field.shown and isinstance(field.entered, Entered):
            yield field.spec, field.entered


def _scrubbed(text: Text) -> Text:
    """Free text may hold a number that somebody typed out in full."""
    return Text(scrub(text.zh), scrub(text.en))
