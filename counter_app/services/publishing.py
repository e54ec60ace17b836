"""Procedures and rule packs: loaded files are proposed, an administrator puts them in force.

Says what changed. A version that already holds on the day is left alone. What would leave a service
without rules, or two figures for one day, is refused whole: nothing of it is written.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, Role
from counter_app.forms.checks import check_procedure
from counter_app.forms.compiled import procedure_from_bytes, rule_pack_from_bytes
from counter_app.forms.loading import Loaded
from counter_app.forms.rules import RuleBook, RulePack
from counter_app.forms.spec import ProcedureSpec
from counter_app.journal.entry import MAX_COMMIT
from counter_app.journal.folds.ground import VersionView
from counter_app.services.accounts import may_with, still_here
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.day_duties import day_refusal
from counter_app.services.ports import Beside, NewFact
from counter_app.services.versions import (
    PROCEDURE,
    RULE_PACK,
    OfferedVersion,
    offered,
    proposal,
    publication,
)

VERSIONS_A_COMMIT = MAX_COMMIT // 2
"""A version takes at most two facts, and both stand in one commit."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one offered version. `instead_of` is the edition that held before it."""

    name: str
    edition: str
    hash: str
    outcome: Literal["published", "proposed", "known", "in_force"]
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A version that is offered and not in force. `instead_of` is the edition published last."""

    version: OfferedVersion
    instead_of: str | None


@dataclass(frozen=True, slots=True)
class Publisher:
    """In whose name, by which right, and from which day."""

    actor: str
    right_entry: str
    from_date: dt.date


def parts_of(loaded: Loaded) -> tuple[OfferedVersion, ...]:
    """What a directory offers: packs first, for procedures stand on them."""
    return offered((*loaded.packs, *loaded.procedures))


def waiting(counter: Counter, versions: Sequence[OfferedVersion]) -> tuple[Waiting, ...]:
    """Which of the offered versions an administrator has yet to put in force; writes nothing.

    What was published last of a name counts, be it for a later day.
    """
    last = holding_on(counter, dt.date.max)
    found = ((one, last.get(one.name)) for one in versions)
    return tuple(
        Waiting(one, held.edition if held is not None else None)
        for one, held in found
        if held is None or held.subject != one.subject
    )


def propose(
    counter: Counter, acting: Acting, versions: Sequence[OfferedVersion]
) -> tuple[Change, ...] | Refusal:
    """Stores versions for an administrator to publish. Without effect until then."""
    refusal = still_here(counter, acting)
    return refusal or propose_as(counter, acting.actor, versions)


def propose_as(
    counter: Counter, actor: str, versions: Sequence[OfferedVersion]
) -> tuple[Change, ...] | Refusal:
    """Proposes in the name of an actor whose right to is already judged."""
    fresh = [one for one in versions if not version_view(counter, one.subject).exists]
    for some in _portions(fresh):
        views = [version_view(counter, one.subject) for one in some]
        beside = Beside(contents=tuple(one.content for one in some))
        written = write(counter, actor, [proposal(one) for one in some], views, beside)
        if isinstance(written, Refusal):
            return written
    return tuple(
        Change(one.name, one.edition, one.content.hash, "proposed" if one in fresh else "known")
        for one in versions
    )


def publish(
    counter: Counter, acting: Acting, versions: Sequence[OfferedVersion], from_date: dt.date
) -> tuple[Change, ...] | Refusal:
    """Puts versions in force from a day on, today or later; says what changed."""
    granted = may_with(counter, acting, Right.PUBLISH_CONTENT)
    if isinstance(granted, Refusal):
        return granted
    account, right_entry = granted
    refusal = day_refusal(counter, account.person, Role.ADMINISTRATOR)
    if refusal:
        return refusal
    if from_date < counter.today():
        return Refusal("from_date_past", {"from": from_date.isoformat()})
    refusal = _gap(counter, versions, from_date) or _misfit(counter, versions, from_date)
    if refusal:
        return refusal
    return publish_as(counter, Publisher(acting.actor, right_entry, from_date), versions)


def publish_as(
    counter: Counter, publisher: Publisher, versions: Sequence[OfferedVersion]
) -> tuple[Change, ...] | Refusal:
    """Publishes for somebody whose right to is already judged."""
    holding = holding_on(counter, publisher.from_date)
    changes = tuple(_change(one, holding.get(one.name)) for one in versions)
    news = [
        version
        for version, change in zip(versions, changes, strict=True)
        if change.outcome == "published"
    ]
    for some in _portions(news):
        refusal = _write(counter, publisher, some)
        if refusal:
            return refusal
    return changes


def holding_on(counter: Counter, day: dt.date) -> dict[str, VersionView]:
    """By name, the version that holds on a day."""
    views = [version_view(counter, one) for one in counter.store.subjects("version")]
    dated = [view for view in views if view.from_date and view.from_date <= day.isoformat()]
    dated.sort(key=lambda one: (one.from_date or "", one.last_at or ""))
    return {view.name: view for view in dated}


def version_view(counter: Counter, subject: str) -> VersionView:
    """The View of a version."""
    view = counter.store.view(subject)
    assert isinstance(view, VersionView)
    return view


def _change(version: OfferedVersion, held: VersionView | None) -> Change:
    same = held is not None and held.subject == version.subject
    return Change(
        version.name,
        version.edition,
        version.content.hash,
        "in_force" if same else "published",
        held.edition if held is not None and not same else None,
    )


def _write(
    counter: Counter, publisher: Publisher, versions: Sequence[OfferedVersion]
) -> Refusal | None:
    views = {one.subject: version_view(counter, one.subject) for one in versions}
    facts: list[NewFact] = []
    for one in versions:
        if not views[one.subject].exists:
            facts.append(proposal(one))
        facts.append(publication(one, publisher.from_date, publisher.right_entry))
    beside = Beside(contents=tuple(one.content for one in versions))
    written = write(counter, publisher.actor, facts, list(views.values()), beside)
    return written if isinstance(written, Refusal) else None


def _gap(
    counter: Counter, versions: Sequence[OfferedVersion], from_date: dt.date
) -> Refusal | None:
    """A version that holds today cannot be put off: until the new day nothing would hold."""
    today = {view.subject for view in holding_on(counter, counter.today()).values()}
    then = {view.subject for view in holding_on(counter, from_date).values()}
    for one in versions:
        if one.subject in today and one.subject not in then:
            return Refusal("version_holds_before", {"name": one.name})
    return None


def _misfit(
    counter: Counter, versions: Sequence[OfferedVersion], from_date: dt.date
) -> Refusal | None:
    """Whether all that would hold on the day fits together."""
    data = {
        view.name: (view.media, _bytes(counter, view))
        for view in holding_on(counter, from_date).values()
    }
    data |= {one.name: (one.content.media, one.content.data) for one in versions}
    packs = [rule_pack_from_bytes(body) for media, body in data.values() if media == RULE_PACK]
    overlap = next(_overlaps(packs), None)
    if overlap:
        return Refusal("figures_overlap", {"figure": overlap})
    procedures = [procedure_from_bytes(body) for media, body in data.values() if media == PROCEDURE]
    return _unfit(procedures, RuleBook.of(packs))


def _unfit(procedures: Sequence[ProcedureSpec], rules: RuleBook) -> Refusal | None:
    for spec in procedures:
        found = check_procedure(spec, rules)
        if found:
            return Refusal("procedure_does_not_fit", {"code": spec.code, "finding": found[0].code})
    for one, other in combinations(procedures, 2):
        if one.number == other.number:
            return Refusal("same_number", {"code": one.code, "other": other.code})
    return None


def _overlaps(packs: Sequence[RulePack]) -> Iterator[str]:
    for one, other in combinations(packs, 2):
        for figure in one.figures:
            if any(figure.overlaps(theirs) for theirs in other.figures):
                yield figure.key


def _bytes(counter: Counter, view: VersionView) -> bytes:
    digest = view.subject.partition("/")[2]
    content = counter.store.content(digest)
    if content is None:
        raise LookupError(f"published content {digest[:12]} is not held here")
    return content.data


def _portions(versions: Sequence[OfferedVersion]) -> Iterator[Sequence[OfferedVersion]]:
    for start in range(0, len(versions), VERSIONS_A_COMMIT):
        yield versions[start : start + VERSIONS_A_COMMIT]
