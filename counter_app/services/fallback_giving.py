"""Giving out emergency forms: which sheets leave the printer, as facts, before they do.

Owns the numbers: a sheet's count runs on from what was given out that day, so no number comes twice.
What a sheet says is `fallback_pack`'s; how it is entered afterwards is `late_entry`'s.
"""

from dataclasses import dataclass, replace

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.forms.spec import ProcedureSpec
from counter_app.journal.entry import MAX_COMMIT
from counter_app.journal.facts.day import FallbackFormGiven
from counter_app.journal.folds.day import LateEntryView
from counter_app.services.accounts import may_with
from counter_app.services.counter import Acting, Counter, instant_text, write
from counter_app.services.fallback_pack import COPIES, Pack, Series, papers_of, sheet_number
from counter_app.services.paper_content import pack_content
from counter_app.services.ports import NOTHING_BESIDE, Beside, NewFact, PrintOrder

MOST_COPIES = 20
MAY_GIVE = (Right.SERVE, Right.SIGN_OFF_DAY)


@dataclass(frozen=True, slots=True)
class FormsWanted:
    """Which forms: of one service, or with an empty `service` the whole pack; `copies` of each."""

    service: str = ""
    copies: int = COPIES


def may_give(acting: Acting) -> bool:
    """Whether a page offers it; judged again when it is done."""
    return any(map(acting.may, MAY_GIVE))


def give_out(counter: Counter, acting: Acting, wanted: FormsWanted) -> Pack | Refusal:
    """Numbers the sheets and records that they were given out; what comes back may be printed."""
    pack = _numbered(counter, acting, wanted)
    if isinstance(pack, Refusal):
        return pack
    return _record(counter, acting, pack, NOTHING_BESIDE) or pack


def order_forms(counter: Counter, acting: Acting, wanted: FormsWanted) -> Pack | Refusal:
    """Gives the sheets out by the printer of this PC: one order for all, in the commit of the facts."""
    pack = _numbered(counter, acting, wanted)
    if isinstance(pack, Refusal):
        return pack
    content = pack_content(papers_of(pack))
    order = PrintOrder(
        pack.label,
        f"lateentry/{pack.series[0].name}",
        1,
        content.hash,
        counter.terminal.printer,
        None,
        instant_text(pack.at),
    )
    return _record(counter, acting, pack, Beside(contents=(content,), orders=(order,))) or pack


def series_view(counter: Counter, name: str) -> LateEntryView:
    """What was given out of a series."""
    view = counter.store.view(f"lateentry/{name}")
    assert isinstance(view, LateEntryView)
    return view


def count_given(view: LateEntryView) -> int:
    """How many sheets of a series were given out; 0 before the first."""
    sheet = sheet_number(view.given.last) if view.given is not None else None
    return sheet.count if sheet is not None else 0


def _numbered(counter: Counter, acting: Acting, wanted: FormsWanted) -> Pack | Refusal:
    """The pack with its running numbers, for who may give it out."""
    granted = [may_with(counter, acting, right) for right in MAY_GIVE]
    refusals = [one for one in granted if isinstance(one, Refusal)]
    if len(refusals) == len(granted):
        return refusals[0]
    if not 1 <= wanted.copies <= MOST_COPIES:
        return Refusal("copies_out_of_range", {"most": MOST_COPIES})
    founded = counter.branch.founded
    if founded is None:
        return Refusal("branch_not_founded")
    specs = _specs(counter, wanted.service)
    if not specs:
        return Refusal("service_not_offered", {"service": wanted.service})
    place = counter.terminal.number
    pack = Pack(founded, specs, counter.instant(), counter.today(), place, wanted.copies)
    pack = replace(pack, extras=not wanted.service)
    given = {one.name: count_given(series_view(counter, one.name)) for one in pack.series}
    return replace(pack, given=given)


def _record(counter: Counter, acting: Acting, pack: Pack, beside: Beside) -> Refusal | None:
    """One fact a series; what is printed goes with the last commit, when all is written."""
    editions = {one.code: one.edition for one in pack.specs}
    series = pack.series
    for at in range(0, len(series), MAX_COMMIT):
        part = series[at : at + MAX_COMMIT]
        views = [series_view(counter, one.name) for one in part]
        facts = [
            NewFact(view.subject, _given(one, editions.get(one.code, "")))
            for one, view in zip(part, views, strict=True)
        ]
        ends = at + MAX_COMMIT >= len(series)
        written = write(counter, acting.actor, facts, views, beside if ends else NOTHING_BESIDE)
        if isinstance(written, Refusal):
            return written
    return None


def _specs(counter: Counter, service: str) -> tuple[ProcedureSpec, ...]:
    today = counter.today()
    offered = counter.shelf.in_force(today).catalogue.in_force(today)
    return tuple(one for one in offered if service in ("", one.code))


def _given(series: Series, edition: str) -> FallbackFormGiven:
    numbers = series.numbers
    return FallbackFormGiven(form=series.code, first=numbers[0], last=numbers[-1], edition=edition)
