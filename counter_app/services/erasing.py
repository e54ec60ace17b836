"""Erasing personal data by a written order: who may, what is named, and when the law allows it.

Owns finding what concerns a customer and naming it by hash; every holder then obeys by itself. Reads
subjects whole, which takes a while: it is done rarely, with the order at hand. What was written about a
customer into free text of another matter is not found here.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.entry import Entry, subject_kind
from counter_app.journal.facts import FACT_BY_KIND
from counter_app.journal.facts.upkeep import BodyErased
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.presence import VisitView
from counter_app.journal.folds.upkeep import ErasureView
from counter_app.services.accounts import may_with
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import NewFact

Basis = Literal["period_ended", "purpose_ended", "consent_withdrawn", "unlawful", "ordered"]
BEFORE_THE_PERIOD: tuple[Basis, ...] = ("unlawful", "ordered")
"""What was taken without ground, and what an authority orders, does not wait for the period."""
RECORD_YEARS = "record_years"
"""The rule of how long the law wants records kept."""
NAMED_AT_ONCE = 500
"""Names in one fact, so that its body stays far below what a branch holds."""
ABOUT_A_CUSTOMER = ("case", "visit", "lookup", "override")
ABOUT_A_CASE = ("followup", "dissuasion", "restricted", "override", "lookup")


class Holdings(Protocol):
    """What erasing asks of the store beyond Views."""

    def entries_of(self, subject: str) -> list[Entry]:
        """All entries of a subject held here."""
        ...

    def subjects_naming(self, words: str) -> list[str]:
        """Subjects with a body that holds these words."""
        ...

    def contents_of(self, subject: str) -> list[str]:
        """The hashes of content that names a subject."""
        ...


@dataclass(frozen=True, slots=True)
class OrderTold:
    """A written order: its number, who gave it, and on what ground."""

    basis: Basis
    order: str
    ordered_by: str


@dataclass(frozen=True, slots=True)
class Concerned:
    """What would go: entries and content by hash, of which subjects; the date of the latest entry."""

    subjects: tuple[str, ...]
    entries: tuple[str, ...]
    contents: tuple[str, ...]
    latest: dt.date | None


def subjects_of(holdings: Holdings, customer: str) -> tuple[str, ...]:
    """The customer, the matters that name the customer, and what hangs on those."""
    found = {customer: None}
    for one in _naming(holdings, customer, ABOUT_A_CUSTOMER):
        found[one] = None
    for case in [one for one in found if subject_kind(one) == "case"]:
        for one in _naming(holdings, case, ABOUT_A_CASE):
            found[one] = None
    return tuple(found)


def concerned(holdings: Holdings, subjects: Sequence[str]) -> Concerned:
    """All entries of these subjects whose kind holds personal data, and content that names them.

    A kind that this program does not know may hold some: it is named too.
    """
    entries = [one for subject in subjects for one in holdings.entries_of(subject)]
    gone = [one for one in entries if _is_personal(one) and one.body_state != "erased"]
    contents = [digest for subject in subjects for digest in holdings.contents_of(subject)]
    dates = [dt.date.fromisoformat(one.business_date) for one in entries]
    return Concerned(
        tuple(subjects),
        tuple(sorted(one.hash for one in gone)),
        tuple(sorted(set(contents))),
        max(dates, default=None),
    )


def erase(
    counter: Counter, acting: Acting, holdings: Holdings, customer: str, told: OrderTold
) -> tuple[ErasureView, ...] | Refusal:
    """Orders that everything of a customer is erased; one View for each fact it took.

    Refuses `not_allowed`, `order_needed`, `nothing_to_erase`, `still_open`, and `period_not_ended` with
    the first day on which it may be, or `period_unknown` where no rule says it.
    """
    granted = may_with(counter, acting, Right.ERASE)
    if isinstance(granted, Refusal):
        return granted
    if not told.order.strip() or not told.ordered_by.strip():
        return Refusal("order_needed")
    found = concerned(holdings, subjects_of(holdings, customer))
    refusal = _may_not_yet(counter, found, told.basis)
    if refusal:
        return refusal
    views: list[ErasureView] = []
    for fact in _facts(found, told, granted[1]):
        subject = counter.fresh("erasure")
        written = write(counter, acting.actor, [NewFact(subject, fact)], [])
        if isinstance(written, Refusal):
            return written
        view = counter.store.view(subject)
        assert isinstance(view, ErasureView)
        views.append(view)
    return tuple(views)


def _may_not_yet(counter: Counter, found: Concerned, basis: Basis) -> Refusal | None:
    if not found.entries and not found.contents:
        return Refusal("nothing_to_erase")
    if any(_is_open(counter, one) for one in found.subjects):
        return Refusal("still_open")
    if basis in BEFORE_THE_PERIOD or found.latest is None:
        return None
    today = counter.today()
    years = counter.shelf.in_force(today).catalogue.rules.at(RECORD_YEARS, today)
    if years is None:
        return Refusal("period_unknown")
    ends = _years_on(found.latest, int(years.value))
    return Refusal("period_not_ended", {"from": ends.isoformat()}) if today < ends else None


def _is_open(counter: Counter, subject: str) -> bool:
    view = counter.store.view(subject)
    if isinstance(view, CaseView):
        return view.started is not None and view.state not in ("completed", "cancelled")
    return isinstance(view, VisitView) and view.started is not None and view.ended is None


def _facts(found: Concerned, told: OrderTold, right_entry: str) -> Iterator[BodyErased]:
    """The subjects stand in the first: what is local about them goes at once."""
    for at in range(0, max(len(found.entries), 1), NAMED_AT_ONCE):
        yield BodyErased(
            entries=found.entries[at : at + NAMED_AT_ONCE],
            contents=found.contents if at == 0 else (),
            subjects=found.subjects if at == 0 else (),
            basis=told.basis,
            order=told.order.strip(),
            ordered_by=told.ordered_by.strip(),
            right_entry=right_entry,
        )


def _naming(holdings: Holdings, words: str, kinds: Iterable[str]) -> list[str]:
    wanted = set(kinds)
    return [one for one in holdings.subjects_naming(words) if subject_kind(one) in wanted]


def _is_personal(entry: Entry) -> bool:
    known = FACT_BY_KIND.get(entry.kind)
    return known is None or bool(known.PERSONAL)


def _years_on(day: dt.date, years: int) -> dt.date:
    """The same day so many years on; the last of February for a day that is not there then."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)
