"""On our notices: what a change of the rules means for this customer, with its date.

Pure rows and sentences from a difference of two lists. Both lists are told: the one above, and the one
from that day on; a corrected notice says which paper it replaces, and what is new in it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.dates import date_text, plain_date
from counter_app.domain.paper import Remark, Row, Sentence
from counter_app.forms.list_changes import ListAhead, ListChanges, lines_under, moved_run
from counter_app.forms.run_views import ChecklistLine, Need
from counter_app.i18n import Text
from counter_app.services import paper_words as words
from counter_app.services.paper_sheet import Sheet
from counter_app.services.wording import fill, listed

JOINTS = ("；", "; ")


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a corrected notice corrects: the day of the former one, its number, and the difference."""

    given_on: dt.date
    number: str
    since: dt.date
    changes: ListChanges


def both_lists(sheet: Sheet, ahead: ListAhead, changes: ListChanges) -> tuple[Row, ...]:
    """The list from the day of the change on, whole, and what of it is other than above."""
    day = date_text(ahead.since)
    run = moved_run(sheet.run, ahead.runner)
    lines = lines_under(ahead.runner, run, ahead.since)
    told = [Sentence(one) for one in changed_words(changes)]
    whole = listed(_asked(one) for one in lines if one.need is Need.REQUIRED)
    keep = words.STILL_HONOURED if ahead.honours else words.NEW_LIST_THEN
    lead = fill(words.LIST_FROM, day=day)
    stands = (Sentence(fill(words.WHOLE_LIST, titles=whole)), Sentence(fill(keep, day=day)))
    return (Remark(lead, (*stands, *told)),)


def corrected_rows(corrected: Corrected) -> tuple[Row, ...]:
    """What the former notice said otherwise."""
    told = tuple(Sentence(one) for one in changed_words(corrected.changes))
    return (Remark(fill(words.CHANGED_SINCE, day=date_text(corrected.since)), told),)


def replaces_words(corrected: Corrected) -> Text:
    """`更正：替代 2026年11月23日的告知单 03A-0338W-M1`."""
    day = plain_date(corrected.given_on)
    if not corrected.number:
        return fill(words.REPLACES_SPOKEN, day=day)
    number = Text(corrected.number, corrected.number)
    return fill(words.REPLACES, day=day, number=number)


def changed_words(changes: ListChanges) -> tuple[Text, ...]:
    """New, fallen away, changed, newly asked: a sentence each, where there is anything."""
    told = [
        (words.ADDED, listed(_asked(one) for one in changes.added)),
        (words.DROPPED, listed(one.title for one in changes.dropped)),
        (words.ASKED, listed(changes.asked)),
    ]
    said = [fill(lead, what=what) for lead, what in told if what.zh]
    said += [_changed(one.line.title, one.what) for one in changes.changed]
    return (*said, changes.refused) if changes.refused is not None else tuple(said)


def _changed(title: Text, what: Sequence[Text]) -> Text:
    return fill(words.CHANGED, title=title, what=listed(what, *JOINTS))


def _asked(line: ChecklistLine) -> Text:
    forms = {"original": words.ORIGINAL_OF, "copy": words.COPY_OF, "filled_here": words.FILLED_OF}
    form, marks = (
        forms.get(line.form),
        {"original": "原件", "copy": "复印件", "filled_here": "当场"},
    )
    if form is None or marks[line.form] in line.title.zh:
        return line.title
    return Text(f"{line.title.zh}{form.zh}", f"{line.title.en}{form.en}")
