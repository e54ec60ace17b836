"""An identity paper that a reader gave, laid over the persons told and over a checklist. Pure.

Owns whose paper it is and what is left as it was typed. What a person typed is never replaced: the
fields in which the paper says otherwise are named instead.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.domain.identity import IdentityKind, check_number
from counter_app.domain.mrz import is_mrz_line, lines_wanted, read_mrz
from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import ItemResult, Outcome, RunState
from counter_app.forms.run_views import ChecklistLine
from counter_app.services.visiting import PersonTold
from counter_app.ui.desk import checklist_model
from counter_app.ui.desk.people import MOST, People
from counter_app.ui.words.marks import listed

LINES_TOGETHER = dt.timedelta(seconds=3)
"""The lines of one machine-readable zone come within this."""

_NAMES: dict[str, object] = {
    "name": QT_TRANSLATE_NOOP("paper_reads", "姓名"),
    "paper": QT_TRANSLATE_NOOP("paper_reads", "证件种类"),
    "number": QT_TRANSLATE_NOOP("paper_reads", "证件号码"),
    "birth": QT_TRANSLATE_NOOP("paper_reads", "出生日期"),
    "valid_until": QT_TRANSLATE_NOOP("paper_reads", "有效期"),
}


@dataclass(frozen=True, slots=True)
class Laid:
    """The persons with the paper, whose it is, and the fields that say otherwise and stayed."""

    people: People
    ref: str
    differing: tuple[str, ...] = ()


def laid_on(people: People, read: PaperRead, today: dt.date, focused: str = "") -> Laid | Refusal:
    """The paper over the person it belongs to.

    That is who has its number already, else the focused person or the first one without a whole
    number, else one more person.
    """
    ref = _whose(people, read, today, focused)
    if not ref:
        if len(people.persons) >= MOST:
            return Refusal("paper_read_nobody")
        people = people.added()
        ref = people.persons[-1].ref
    told = people.person(ref)
    changes = {name: value for name, value in _said(read) if not getattr(told, name)}
    differing = tuple(_differing(told, read))
    if "valid_until" in differing:
        changes.pop("valid_until", None)
        changes.pop("no_expiry", None)
    if not differing:
        changes["by_reader"] = True
    return Laid(people.changed(ref, **changes), ref, differing)


def differs(fields: Sequence[str]) -> Refusal:
    """That the paper says otherwise in these fields, in one sentence."""
    words = listed(QCoreApplication.translate("paper_reads", str(_NAMES[one])) for one in fields)
    return Refusal("paper_read_differs", {"fields": words})


def expiry_noted(
    lines: Sequence[ChecklistLine], run: RunState, people: People, read: PaperRead
) -> RunState | Refusal:
    """A running case with the last day of that person's paper; or why it is not noted."""
    ref = next((one.ref for one in people.persons if one.number == read.number), "")
    if not ref:
        return Refusal("paper_read_stranger")
    line = next(
        (
            one
            for one in lines
            if one.paper_class == "identity" and one.person == ref and one.needs_expiry
        ),
        None,
    )
    if line is None or (read.valid_until is None and not read.no_expiry):
        return Refusal("paper_read_no_date")
    result = run.results.get(line.id)
    if result is None:
        return Refusal("paper_read_untouched")
    noted = result.valid_until or line.valid_until
    if (noted, result.no_expiry) == (read.valid_until, read.no_expiry):
        return run
    if noted is not None or result.no_expiry:
        return differs(("valid_until",))
    return checklist_model.with_expiry(line, run, read.valid_until, unlimited=read.no_expiry)


def looked_at(
    lines: Sequence[ChecklistLine], run: RunState, people: People, read: PaperRead
) -> RunState | Refusal:
    """The same where one screen holds everything: a paper that was read has been looked at."""
    noted = expiry_noted(lines, run, people, read)
    if not isinstance(noted, Refusal) or noted.code != "paper_read_untouched":
        return noted
    refs = {one.ref for one in people.persons if one.number == read.number}
    for line in lines:
        if line.paper_class == "identity" and line.person in refs and line.needs_expiry:
            seen = ItemResult(Outcome.COPIED if line.copy else Outcome.SEEN)
            run = run.with_result(line.id, seen)
    return expiry_noted(lines, run, people, read)


@dataclass(slots=True)
class ZoneLines:
    """Collects the lines of a machine-readable zone that a reader types one by one."""

    _lines: tuple[str, ...] = field(default=(), repr=False)
    _last: dt.datetime | None = None

    def take(self, text: str, now: dt.datetime, today: dt.date) -> PaperRead | Refusal | bool:
        """The paper once its zone is whole; True while lines are wanting, False for no line."""
        if not is_mrz_line(text):
            self._lines = ()
            return False
        late = self._last is None or now - self._last > LINES_TOGETHER
        if late or (self._lines and len(text) != len(self._lines[0])):
            self._lines = ()
        self._lines, self._last = (*self._lines, text), now
        if len(self._lines) < lines_wanted(self._lines[0]):
            return True
        whole, self._lines = self._lines, ()
        return read_mrz(whole, today)


def _whose(people: People, read: PaperRead, today: dt.date, focused: str) -> str:
    same = [one.ref for one in people.persons if one.number == read.number]
    bare = [one for one in people.persons if not _is_whole(one, today)]
    free = [one.ref for one in sorted(bare, key=lambda one: one.ref != focused)]
    return next(iter((*same, *free)), "")


def _is_whole(told: PersonTold, today: dt.date) -> bool:
    if told.paper not in set(IdentityKind) or not told.number:
        return False
    return not isinstance(check_number(IdentityKind(told.paper), told.number, today), Refusal)


def _said(read: PaperRead) -> Iterator[tuple[str, object]]:
    yield "name", read.name
    yield "paper", read.kind.value
    yield "number", read.number
    if read.birth is not None:
        yield "birth", read.birth.isoformat()
    if read.sex is not None:
        yield "sex", read.sex.value
    if read.valid_until is not None:
        yield "valid_until", read.valid_until.isoformat()
    elif read.no_expiry:
        yield "no_expiry", True


def _differing(told: PersonTold, read: PaperRead) -> Iterator[str]:
    for name, value in _said(read):
        if name in _NAMES and getattr(told, name) not in ("", value):
            yield name
    if (told.valid_until and read.no_expiry) or (told.no_expiry and read.valid_until is not None):
        yield "valid_until"
