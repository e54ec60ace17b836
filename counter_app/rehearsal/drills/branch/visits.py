"""Visits as they were once written through the use cases, and written again under other names.

Owns the renaming: what names one visit (subjects, numbers, the hashes of entries and papers it quotes)
is another's in every copy, and nothing else changes. So a drill writes the facts, the commits and the
papers of a real visit without the desk's own work between them.
"""

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol
from uuid import UUID

from counter_app.domain.numbers import CaseNumber
from counter_app.journal.entry import Entry
from counter_app.journal.facts import FACT_BY_KIND
from counter_app.services.ports import Beside, Content, NewFact

WEIGHTS = {"XJQK": 70, "GS": 7, "GRKH": 11}
OTHERWISE = 12
"""As many of a hundred visits are only advised: the shares of the demo's month."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One visit as it was written: its entries commit by commit, and the papers they name.

    `service` is empty where nothing was begun. `number` is that of its case.
    """

    service: str
    commits: tuple[tuple[Entry, ...], ...]
    papers: tuple[Content, ...]
    number: str = ""


class Journals(Protocol):
    """What a recording looks into."""

    def entries_after(self, journal_id: str, seq: int, limit: int) -> list[Entry]:
        """A journal's entries beyond seq."""
        ...

    def content(self, digest: str) -> Content | None:
        """Content by its hash."""
        ...


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes a visit again."""

    terminal: int
    letters: str
    staff: str


def recorded(service: str, entries: Sequence[Entry], store: Journals) -> Recorded:
    """A visit from the entries it left, and its papers from where they are kept."""
    bodies = [FACT_BY_KIND[one.kind].model_validate_json(one.body or "{}") for one in entries]
    papers = [store.content(one.content_hash) for one in bodies if hasattr(one, "content_hash")]
    numbers = [str(one.number) for one in bodies if one.KIND == "case_started"]  # type: ignore[attr-defined]
    commits = groupby(entries, key=lambda one: one.commit_seq)
    return Recorded(
        service,
        tuple(tuple(commit) for _seq, commit in commits),
        tuple(one for one in papers if one is not None),
        numbers[0] if numbers else "",
    )


def choose(visits: Sequence[Recorded], chance: random.Random) -> Recorded:
    """One of the recorded visits, as often as its like comes to a counter."""
    weights = [WEIGHTS.get(one.service, OTHERWISE) for one in visits]
    return chance.choices(visits, weights)[0]


@dataclass
class Again:
    """One recorded visit under new names. For each commit: `facts`, then `learn` what was written."""

    visit: Recorded
    writer: Writer
    counter: int
    fresh: Callable[[], str]
    _names: dict[str, str] = field(default_factory=dict)
    _papers: tuple[Content, ...] = ()

    def __post_init__(self) -> None:
        for commit in self.visit.commits:
            for entry in commit:
                self._names.setdefault(entry.subject.partition("/")[2], self.fresh())
        if self.visit.number:
            number = CaseNumber(self.writer.terminal, self.writer.letters, self.counter)
            self._names[self.visit.number] = str(number)
        first = self.visit.commits[0][0]
        self._names[f'"{first.actor.removeprefix("staff/")}"'] = f'"{self.writer.staff}"'
        self._names[f'"terminal":"{_terminal_of(first)}"'] = (
            f'"terminal":"{self.writer.terminal:02d}"'
        )
        papers = [self._paper(one) for one in self.visit.papers]
        self._names |= {
            old.hash: new.hash for old, new in zip(self.visit.papers, papers, strict=True)
        }
        self._papers = tuple(papers)

    def commits(self) -> Iterator[tuple[tuple[Entry, ...], list[NewFact], Beside]]:
        """Commit by commit: what was written then, what is to be written now, what goes beside it."""
        for commit in self.visit.commits:
            facts = [self._fact(one) for one in commit]
            named = {self._names[one.hash] for one in self.visit.papers if _names(commit, one.hash)}
            papers = tuple(one for one in self._papers if one.hash in named)
            begins = any(one.kind == "case_started" for one in commit)
            yield (
                commit,
                facts,
                Beside(contents=papers, case_counter=self.counter if begins else None),
            )

    def learn(self, before: Sequence[Entry], written: Sequence[Entry]) -> None:
        """What later commits quote of this one."""
        self._names |= {old.hash: new.hash for old, new in zip(before, written, strict=True)}

    def _fact(self, entry: Entry) -> NewFact:
        fact = FACT_BY_KIND[entry.kind].model_validate_json(self._renamed(entry.body or "{}"))
        return NewFact(self._renamed(entry.subject), fact, entry.audience)  # type: ignore[arg-type]

    def _paper(self, paper: Content) -> Content:
        data = self._renamed(paper.data.decode()).encode()
        subject = self._renamed(paper.subject) if paper.subject else None
        return Content(hashlib.sha256(data).hexdigest(), paper.media, data, subject)

    def _renamed(self, text: str) -> str:
        for old, new in self._names.items():
            text = text.replace(old, new)
        return text


def fresh_id(chance: random.Random) -> str:
    """An id in the form of those that the program gives."""
    return str(UUID(int=chance.getrandbits(128), version=4))


def _terminal_of(entry: Entry) -> str:
    fact = FACT_BY_KIND[entry.kind].model_validate_json(entry.body or "{}")
    return str(getattr(fact, "terminal", ""))


def _names(commit: Sequence[Entry], digest: str) -> bool:
    return any(digest in (one.body or "") for one in commit)
