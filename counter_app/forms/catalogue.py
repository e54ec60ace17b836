"""The services a branch offers on a day, and the search for one.

Owns which edition is in force and the ranking of a type-ahead. Takes specs already checked; reads no
file.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from counter_app.domain.typed import half_width
from counter_app.forms.compiled import Procedure, compile_procedure
from counter_app.forms.rules import RuleBook
from counter_app.forms.spec import ProcedureSpec

_NO_MATCH = 99


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All editions of all procedures, and the figures they use."""

    procedures: tuple[ProcedureSpec, ...]
    rules: RuleBook

    def in_force(self, on: dt.date) -> tuple[ProcedureSpec, ...]:
        """The edition of every service in force on a day, by number."""
        latest: dict[str, ProcedureSpec] = {}
        for spec in sorted(self.procedures, key=lambda one: one.from_date):
            if spec.from_date <= on:
                latest[spec.code] = spec
        return tuple(sorted(latest.values(), key=lambda one: one.number))

    def open(self, code: str, on: dt.date) -> Procedure | None:
        """The service of that code ready to run; None when the branch does not offer it then."""
        spec = next((one for one in self.in_force(on) if one.code == code), None)
        return None if spec is None else compile_procedure(spec, self.rules)

    def find(self, query: str, on: dt.date, limit: int = 8) -> tuple[ProcedureSpec, ...]:
        """Services by number, pinyin initials or words of either language, the likeliest first.

        Every word of the query must fit; an empty query finds all.
        """
        words = half_width(query).casefold().split()
        ranked = [(_rank(spec, words), spec.number, spec) for spec in self.in_force(on)]
        fitting = sorted((one for one in ranked if one[0] < _NO_MATCH), key=lambda one: one[:2])
        return tuple(spec for _, _, spec in fitting[:limit])


def _rank(spec: ProcedureSpec, words: list[str]) -> int:
    """How well a service fits all the words: 0 is best."""
    return max((min(_ranks(spec, word)) for word in words), default=0)


def _ranks(spec: ProcedureSpec, word: str) -> Iterator[int]:
    yield _NO_MATCH
    for rank, text, partly in _places(spec):
        if word == text:
            yield rank
        elif text.startswith(word):
            yield rank + 1
        elif partly and word in text:
            yield rank + 2


def _places(spec: ProcedureSpec) -> Iterator[tuple[int, str, bool]]:
    """Where to look: rank of an exact match, the text, and whether a part of it counts."""
    yield 0, spec.number, False
    yield 1, spec.code.casefold(), False
    for code in spec.also_codes:
        yield 3, code.casefold(), False
    yield 5, spec.title.zh.casefold(), True
    for one in spec.words.zh:
        yield 6, one.casefold(), True
    for one in (spec.title.en, *spec.words.en):
        yield 7, one.casefold(), False
        for part in one.casefold().split():
            yield 8, part, False
