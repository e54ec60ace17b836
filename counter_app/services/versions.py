"""Versions of procedures, rule packs and calendars: proposed, published, and found again by hash.

A running case and last year's replay name their version by its hash and always find it. Owns the
shelf of compiled procedures; publishing is an administrator's.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counter_app.domain.calendar import BranchCalendar
from counter_app.forms.catalogue import Catalogue
from counter_app.forms.compiled import (
    Procedure,
    compile_procedure,
    content_hash,
    procedure_from_bytes,
    rule_pack_from_bytes,
    to_bytes,
)
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.rules import RuleBook, RulePack
from counter_app.forms.spec import ProcedureSpec
from counter_app.journal.facts.ground import VersionProposed, VersionPublished
from counter_app.journal.folds.ground import VersionView
from counter_app.services.ports import Content, NewFact, Store

PROCEDURE = "procedure"
RULE_PACK = "rule_pack"
RULE_BOOK = "rule_book"
PARKED_WAIT = "parked_wait_minutes"
"""The house's own figure."""


@dataclass(frozen=True, slots=True)
class OfferedVersion:
    """Content as it would be proposed, with its name."""

    name: str
    edition: str
    content: Content

    @property
    def subject(self) -> str:
        """The version's subject: its content's hash."""
        return f"version/{self.content.hash}"


@dataclass(frozen=True, slots=True)
class InForce:
    """What holds on a day: the catalogue, and the hashes to quote for its parts."""

    on: dt.date
    catalogue: Catalogue
    procedure_hashes: Mapping[str, str]
    rule_book: Content

    @property
    def longest_parked(self) -> dt.timedelta | None:
        """How long a parked business may wait before it stands out; None where no rule says it."""
        figure = self.catalogue.rules.at(PARKED_WAIT, self.on)
        return None if figure is None else dt.timedelta(minutes=int(figure.value))


@dataclass(frozen=True, slots=True)
class ListInForce:
    """The versions of a service's procedure and rules that hold on a day, ready to run."""

    procedure_hash: str
    rules_hash: str
    runner: ProcedureRunner

    @property
    def honours_notices(self) -> bool:
        """Whether a notice given under the edition before still counts."""
        return self.runner.procedure.spec.earlier_notices == "honoured"


@dataclass
class Shelf:
    """Compiled versions, kept for as long as the program runs; refreshed when a version changes."""

    store: Store
    calendar: BranchCalendar
    _runners: dict[tuple[str, str], ProcedureRunner] = field(default_factory=dict)
    _in_force: dict[dt.date, tuple[tuple[str, ...], InForce]] = field(default_factory=dict)

    def in_force(self, on: dt.date) -> InForce:
        """The procedures and rules in force on a day."""
        published = self._published(on)
        key = tuple(view.heads[0] for view in published)
        kept = self._in_force.get(on)
        if kept is None or kept[0] != key:
            kept = (key, self._gather(on, published))
            self._in_force[on] = kept
        return kept[1]

    def under(self, service: str, on: dt.date) -> "ListInForce | None":
        """The versions in force on a day for a service, ready to run; None when it is not offered."""
        in_force = self.in_force(on)
        procedure_hash = in_force.procedure_hashes.get(service)
        if procedure_hash is None:
            return None
        rules_hash = in_force.rule_book.hash
        key = (procedure_hash, rules_hash)
        if key not in self._runners:
            spec = self._spec(procedure_hash)
            rules = in_force.catalogue.rules
            self._runners[key] = self._run(compile_procedure(spec, rules), rules)
        return ListInForce(procedure_hash, rules_hash, self._runners[key])

    def days_ahead(self, service: str, after: dt.date, until: dt.date) -> tuple[dt.date, ...]:
        """The days behind one, up to another, from which another version is published to hold."""
        days = {
            dt.date.fromisoformat(view.from_date or "")
            for view in self._published(until)
            if view.media == RULE_PACK or view.name == f"procedure/{service}"
        }
        return tuple(sorted(day for day in days if after < day))

    def runner(self, procedure_hash: str, rules_hash: str) -> ProcedureRunner | None:
        """The runner of exactly these versions; None when their content is not held here."""
        key = (procedure_hash, rules_hash)
        if key not in self._runners:
            procedure = self.store.content(procedure_hash)
            rules = self._rules(rules_hash)
            if procedure is None or rules is None:
                return None
            spec = procedure_from_bytes(procedure.data)
            self._runners[key] = self._run(compile_procedure(spec, rules), rules)
        return self._runners[key]

    def _run(self, procedure: Procedure, rules: RuleBook) -> ProcedureRunner:
        return ProcedureRunner(procedure, rules, self.calendar)

    def _published(self, on: dt.date) -> list[VersionView]:
        views = [self.store.view(one) for one in self.store.subjects("version")]
        return [
            view
            for view in views
            if isinstance(view, VersionView)
            and view.from_date is not None
            and view.from_date <= on.isoformat()
        ]

    def _gather(self, on: dt.date, published: Sequence[VersionView]) -> InForce:
        latest: dict[str, VersionView] = {}
        for view in sorted(published, key=lambda one: (one.from_date or "", one.last_at or "")):
            latest[view.name] = view
        hashes = {name: view.subject.partition("/")[2] for name, view in latest.items()}
        specs = {
            name: self._spec(hashes[name])
            for name, view in latest.items()
            if view.media == PROCEDURE
        }
        packs = sorted(hashes[name] for name, view in latest.items() if view.media == RULE_PACK)
        book = rule_book_content(packs)
        rules = self._book(packs)
        return InForce(
            on,
            Catalogue(tuple(specs.values()), rules),
            {spec.code: hashes[name] for name, spec in specs.items()},
            book,
        )

    def _rules(self, rules_hash: str) -> RuleBook | None:
        content = self.store.content(rules_hash)
        return self._book(content.data.decode().split()) if content else None

    def _book(self, packs: Iterable[str]) -> RuleBook:
        return RuleBook.of(map(self._pack, packs))

    def _spec(self, digest: str) -> ProcedureSpec:
        return procedure_from_bytes(self._bytes(digest))

    def _pack(self, digest: str) -> RulePack:
        return rule_pack_from_bytes(self._bytes(digest))

    def _bytes(self, digest: str) -> bytes:
        content = self.store.content(digest)
        if content is None:
            raise LookupError(f"published content {digest[:12]} is not held here")
        return content.data


def rule_book_content(packs: Sequence[str]) -> Content:
    """The list of packs that a case's rules consist of, as content: one hash a line, sorted."""
    data = "\n".join(sorted(packs)).encode()
    return Content(content_hash(data), RULE_BOOK, data)


def offered(parts: Iterable[ProcedureSpec | RulePack]) -> tuple[OfferedVersion, ...]:
    """Loaded files as versions that could be proposed."""
    return tuple(_offered(part) for part in parts)


def proposal(version: OfferedVersion) -> NewFact:
    """The fact that proposes a version."""
    fact = VersionProposed(name=version.name, media=version.content.media, edition=version.edition)
    return NewFact(version.subject, fact)


def publication(version: OfferedVersion, from_date: dt.date, right_entry: str) -> NewFact:
    """The fact that puts a version in force."""
    fact = VersionPublished(from_date=from_date.isoformat(), right_entry=right_entry)
    return NewFact(version.subject, fact)


def _offered(part: ProcedureSpec | RulePack) -> OfferedVersion:
    data = to_bytes(part)
    if isinstance(part, ProcedureSpec):
        name, media = f"procedure/{part.code}", PROCEDURE
    else:
        name, media = f"rules/{part.pack}", RULE_PACK
    return OfferedVersion(name, part.edition, Content(content_hash(data), media, data))
