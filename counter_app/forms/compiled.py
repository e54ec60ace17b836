"""A procedure ready to run: the spec with its conditions read, and its canonical bytes.

Owns the compiled form that the run time uses, so that YAML is never parsed at start. The bytes are
RFC 8785 JSON: the same procedure has the same bytes and hash everywhere.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any

import rfc8785
from pydantic import BaseModel

from counter_app.forms.conditions import Node, Values, days_in, holds, parse
from counter_app.forms.facts_table import Fact, facts_for
from counter_app.forms.rules import RuleBook, RulePack
from counter_app.forms.spec import ProcedureSpec

KEPT = 256
"""Procedures, and packs, that stay read: content never changes, and a catalogue has some fifty."""

_FIGURE = re.compile(rb"\brule\.([a-z0-9_]+)")

_CONDITION_KEYS = frozenset(
    {
        "when",
        "required_when",
        "shown_when",
        "optional_when",
        "copy_when",
        "allowed_when",
        "raised_when",
        "against_advice_when",
    }
)


@dataclass(frozen=True, slots=True)
class Procedure:
    """A checked procedure with its conditions, by their source text, and the figures it names."""

    spec: ProcedureSpec
    facts: Mapping[str, Fact] = field(repr=False, compare=False)
    nodes: Mapping[str, Node] = field(repr=False, compare=False)
    figures: frozenset[str] = field(repr=False, compare=False)

    @property
    def dates(self) -> frozenset[dt.date]:
        """Every day named in a condition, and the next: on them an answer may change."""
        named = {day for node in self.nodes.values() for day in days_in(node)}
        return frozenset(named | {day + dt.timedelta(days=1) for day in named})

    def holds(self, condition: str, values: Values) -> bool | None:
        """Whether one of this procedure's conditions holds."""
        return holds(self.nodes[condition], values)


def compile_procedure(spec: ProcedureSpec, rules: RuleBook) -> Procedure:
    """The procedure ready to run. Raises ConditionError where a condition cannot be read.

    Only content that `loading` has checked against these rules is free of that.
    """
    latest = {figure.key: figure for figure in rules.figures}
    facts = facts_for(spec, latest.values())
    nodes = {source: parse(source, facts) for _, source in conditions_in(spec)}
    return Procedure(spec, MappingProxyType(facts), MappingProxyType(nodes), figures_used(spec))


def figures_used(spec: ProcedureSpec) -> frozenset[str]:
    """The keys of the figures that a procedure names, in conditions, texts and terms."""
    return frozenset(key.decode() for key in _FIGURE.findall(to_bytes(spec)))


Path = tuple[str | int, ...]


def conditions_in(part: BaseModel) -> Iterator[tuple[Path, str]]:
    """Every condition written in a spec, with the path to it."""
    for path, value in leaves(part):
        if path[-1] in _CONDITION_KEYS and isinstance(value, str):
            yield path, value


def leaves(part: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that is neither a model, a list nor a table, with the path to it."""
    if isinstance(part, BaseModel):
        for name, info in type(part).model_fields.items():
            yield from leaves(getattr(part, name), (*path, info.alias or name))
    elif isinstance(part, tuple):
        for index, one in enumerate(part):
            yield from leaves(one, (*path, index))
    elif isinstance(part, Mapping):
        for key, one in part.items():
            yield from leaves(one, (*path, key))
    elif part is not None:
        yield path, part


def to_bytes(part: ProcedureSpec | RulePack) -> bytes:
    """The canonical bytes of a procedure or a rule pack."""
    return rfc8785.dumps(part.model_dump(mode="json", by_alias=True, exclude_defaults=True))


@lru_cache(maxsize=KEPT)
def procedure_from_bytes(body: bytes) -> ProcedureSpec:
    """The procedure of its canonical bytes. Raises pydantic.ValidationError on anything else."""
    return ProcedureSpec.model_validate_json(body)


@lru_cache(maxsize=KEPT)
def rule_pack_from_bytes(body: bytes) -> RulePack:
    """The rule pack of its canonical bytes. Raises pydantic.ValidationError on anything else."""
    return RulePack.model_validate_json(body)


def content_hash(body: bytes) -> str:
    """SHA-256 of canonical bytes, lower-case hex: how a case names the procedure it runs."""
    return sha256(body).hexdigest()
