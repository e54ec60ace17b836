"""Documents on our papers: what was seen, given back or kept; what is still to be brought.

Pure. Whether a line is needed and how it stands at a date is the runner's; the notice's count is of
what the customer has to bring, so a paper seen whose copy is lacking is "seen", not "missing".
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counter_app.domain.dates import by_date, plain_date
from counter_app.domain.paper import LabelledRow, MissingItem, Sentence
from counter_app.domain.qr import CaseSkeleton, ItemState, encode_skeleton
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import Outcome
from counter_app.forms.run_views import ChecklistLine, Need, Standing
from counter_app.i18n import Text
from counter_app.services import paper_words as words
from counter_app.services.paper_sheet import Sheet
from counter_app.services.wording import fill, listed, run_on

_HERE = re.compile(r"（当场[^（）]*）$|\s*\([^()]*\bhere\)$")
"""A title's ending that tells to fill the paper in at the counter: done, when it was seen."""
SHOWN = (Standing.IN_HAND, Standing.NOT_COPIED, Standing.NO_EXPIRY)
"""The paper was shown; the last two lack something that the teller does when it comes again."""


@dataclass(frozen=True, slots=True)
class NoticeLines:
    """The checklist on the day of coming, as the customer is told of it."""

    seen: tuple[ChecklistLine, ...]
    missing: tuple[ChecklistLine, ...]


def notice_lines(sheet: Sheet, coming: dt.date) -> NoticeLines | Refusal:
    """What was seen and what is missing on a day; refused while a line is undecided."""
    lines = sheet.runner.checklist(sheet.run, coming)
    undecided = next((one for one in lines if one.need is Need.UNDECIDED), None)
    if undecided is not None:
        return Refusal("line_undecided", {"line": undecided.id})
    wanted = [one for one in lines if one.need is not Need.NOT_NEEDED]
    seen = tuple(one for one in wanted if one.standing in SHOWN)
    missing = tuple(one for one in wanted if not one.settled and one not in seen)
    return NoticeLines(seen, missing) if missing else Refusal("nothing_missing")


def document_lines(sheet: Sheet) -> tuple[Sentence, ...]:
    """The papers of the receipt by what was done with them, and what is owed.

    What is only shown and has no paper form, a telephone in the hand, is no document.
    """
    lines = sheet.runner.checklist(sheet.run)
    done: dict[Text, list[Text]] = {}
    for line in lines:
        if line.standing is Standing.IN_HAND and line.form != "shown":
            done.setdefault(_treatment(sheet, line), []).append(_title(sheet, line))
        elif line.standing is Standing.DEFERRED and line.deferral is not None:
            owed = fill(words.OWED, by=by_date(line.deferral.due))
            done.setdefault(owed, []).append(line.title)
    return tuple(_of_titles(titles, what) for what, titles in done.items())


def seen_row(sheet: Sheet, seen: Sequence[ChecklistLine]) -> tuple[LabelledRow, ...]:
    """What was seen today, what of it must be shown again, and how much is filled in already."""
    filled = sum(1 for one in seen if one.form == "filled_here")
    shown = [one for one in seen if one.form != "filled_here"]
    again = [one for one in shown if _given_back(sheet, one)]
    said = [listed(_title(sheet, one) for one in shown)] if shown else []
    if again and len(again) == len(shown):
        said.append(words.BRING_ALL_AGAIN)
    elif again:
        said.append(fill(words.BRING_AGAIN, titles=listed(_title(sheet, one) for one in again)))
    if filled:
        said.append(fill(words.FILLED, count=filled))
    return (LabelledRow(words.SEEN, (Sentence(run_on(said)),)),) if said else ()


def missing_items(lines: Iterable[ChecklistLine]) -> tuple[MissingItem, ...]:
    """What is to be brought, numbered; by whom, why, and what else will do."""
    return tuple(_missing(number, line) for number, line in enumerate(lines, start=1))


def rule_reference(sheet: Sheet, lines: Iterable[ChecklistLine]) -> Text:
    """The checklist's version and the numbers of its lines, for the footer."""
    spec = sheet.runner.procedure.spec
    places = {item.id: str(place) for place, item in enumerate(spec.checklist, start=1)}
    numbers = [places[line.id] for line in lines]
    items = Text("、".join(numbers), ", ".join(numbers))
    return fill(words.CHECKLIST_RULES, edition=spec.edition, items=items)


def skeleton(sheet: Sheet) -> str | None:
    """The notice's QR text. None, so that the QR names the paper alone, where it would not fit."""
    started = sheet.case.started
    if started is None:
        return None
    text = encode_skeleton(
        CaseSkeleton(
            case_id=sheet.case.subject.partition("/")[2],
            service=started.service,
            procedure_hash=sheet.case.procedure_hash[:12],
            items=tuple(_state(one) for one in sheet.runner.checklist(sheet.run)),
            issued=sheet.run.business_date,
        )
    )
    return None if isinstance(text, Refusal) else text


def _treatment(sheet: Sheet, line: ChecklistLine) -> Text:
    if not _given_back(sheet, line):
        return words.KEPT
    if not line.returned:
        return words.CHECKED
    return words.COPIED_RETURNED if line.outcome is Outcome.COPIED else words.CHECKED_RETURNED


def _given_back(sheet: Sheet, line: ChecklistLine) -> bool:
    """Whether the customer takes the thing home again."""
    item = sheet.runner.procedure.spec.item(line.id)
    return item is not None and item.returned and line.form in ("original", "shown")


def _of_titles(titles: Sequence[Text], what: Text) -> Sentence:
    short = words.RETURNED if what in (words.CHECKED_RETURNED, words.COPIED_RETURNED) else None
    return Sentence(_told_of(titles, what), _told_of(titles, short) if short else None)


def _told_of(titles: Sequence[Text], what: Text) -> Text:
    several = listed(titles)
    return Text(f"{several.zh}：{what.zh}", f"{several.en}: {what.en}")


def _title(sheet: Sheet, line: ChecklistLine) -> Text:
    """What was shown: the paper itself, or what was accepted in its place."""
    result = sheet.run.results.get(line.id)
    chosen = result.alternative if result is not None else None
    title = next((one.title for one in line.alternatives if one.id == chosen), line.title)
    return Text(_HERE.sub("", title.zh), _HERE.sub("", title.en))


def _missing(number: int, line: ChecklistLine) -> MissingItem:
    also = listed(one.title for one in line.alternatives)
    return MissingItem(
        number=number,
        title=Sentence(_with_form(line)),
        who_brings=line.who_brings,
        why=Sentence(run_on([*_objection(line), line.why])),
        also_accepted=Sentence(run_on([also])) if also.zh else None,
    )


def _with_form(line: ChecklistLine) -> Text:
    """The title with the form that is asked for, unless the procedure's title says it already."""
    title = line.title
    forms = {"original": words.ORIGINAL, "copy": words.COPY, "filled_here": words.FILLED_HERE}
    form = forms.get(line.form)
    marks = {"original": "原件", "copy": "复印件", "filled_here": "当场"}
    if form is None or marks[line.form] in title.zh:
        return title
    return Text(f"{title.zh}{form.zh}", f"{title.en}{form.en}")


def _objection(line: ChecklistLine) -> tuple[Text, ...]:
    """Why what was brought does not do."""
    if line.refused_because is not None:
        return (line.refused_because,)
    if line.standing is Standing.EXPIRED and line.valid_until is not None:
        return (fill(words.RAN_OUT, until=plain_date(line.valid_until)),)
    return ()


def _state(line: ChecklistLine) -> ItemState:
    if line.need is Need.NOT_NEEDED:
        return ItemState.NOT_NEEDED
    if line.outcome is None:
        return ItemState.OPEN
    if line.outcome is Outcome.SEEN and line.form == "filled_here":
        return ItemState.FILLED
    return ItemState(line.outcome.value)
