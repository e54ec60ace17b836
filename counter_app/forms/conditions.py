"""Conditions as written in procedure files: read, typed, evaluated.

Owns a small language: `amount >= rule.cash_cdd_cny and currency == "CNY"`. Comparisons, and/or/not,
in/not in, constants, dotted names, `always` and `never`; nothing else of Python gets through. Names
and types are checked when loaded. Evaluation is three-valued: None means "not yet known".
Sentences for staff are made by `condition_words`.
"""

import ast
import datetime as dt
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from counter_app.forms.facts_table import NUMBERS, Fact, FactsTable, FactType

Value = bool | int | Decimal | str | dt.date
Values = Mapping[str, Value | None]
"""What is known, by fact name; absent or None is not yet known."""

MAX_LENGTH = 300
MAX_DEPTH = 8

_OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
}
_CONSTANTS = {"always": True, "never": False}


@dataclass(frozen=True, slots=True)
class ConditionError(Exception):
    """What is wrong with a condition. `column` counts from 1 within the condition."""

    column: int
    code: str
    params: tuple[tuple[str, str], ...] = ()
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Always:
    """Known without asking: `always` or `never`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """A yes/no fact standing by itself."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Compare:
    """A fact against a constant or another fact."""

    left: Fact
    operator: str
    right: "Fact | Value"


@dataclass(frozen=True, slots=True)
class Among:
    """A fact within, or not within, a list of constants."""

    left: Fact
    options: tuple[Value, ...]
    inside: bool


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts."""

    parts: tuple["Node", ...]


Node = Always | Flag | Compare | Among | Not | Both | Either


def parse(source: str, facts: FactsTable) -> Node:
    """The condition, names and types checked. Raises ConditionError, with the column."""
    if len(source) > MAX_LENGTH:
        raise ConditionError(MAX_LENGTH, "too_long", (("limit", str(MAX_LENGTH)),))
    try:
        tree = _tree(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _unreadable(source, error) from None
    return _Reader(source, facts).read(tree.body, 1)


@lru_cache(maxsize=4096)
def _tree(source: str) -> ast.Expression:
    """Only read from: services share many conditions, and each is read when checked and when run."""
    return ast.parse(source, mode="eval")


_HINTS = (
    ("≥", ">="), ("≤", "<="), ("≠", "!="), ("&&", "and"), ("||", "or"), ("，", ","),
    ("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("（", "("), ("）", ")"), ("＝", "=="),
)  # fmt: skip


def _unreadable(source: str, error: Exception) -> ConditionError:
    for wrong, right in _HINTS:
        if wrong in source:
            return ConditionError(source.index(wrong) + 1, "wrong_sign", (("sign", wrong),), right)
    lone = source.replace("==", "  ").replace("!=", "  ").replace("<=", "  ").replace(">=", "  ")
    if "=" in lone:
        return ConditionError(lone.index("=") + 1, "wrong_sign", (("sign", "="),), "==")
    end = len(source) + 1
    offset = getattr(error, "offset", None) or end  # 0 is Python's word for "at the end"
    return ConditionError(min(offset, end), "unreadable")


class _Reader:
    """Turns Python's tree into ours, refusing everything that is not in the language."""

    def __init__(self, source: str, facts: FactsTable) -> None:
        self._bytes = source.encode("utf-8")
        self._facts = facts

    def read(self, node: ast.expr, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self._error(node, "too_deep", limit=str(MAX_DEPTH))
        if isinstance(node, ast.BoolOp):
            parts = tuple(self.read(part, depth + 1) for part in node.values)
            return Both(parts) if isinstance(node.op, ast.And) else Either(parts)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return Not(self.read(node.operand, depth + 1))
        if isinstance(node, ast.Compare):
            return self._comparison(node)
        if isinstance(node, ast.Name) and node.id in _CONSTANTS:
            return Always(_CONSTANTS[node.id])
        if isinstance(node, ast.Name | ast.Attribute):
            fact = self._fact(node)
            if fact.type is not FactType.FLAG:
                raise self._error(node, "not_a_flag", name=fact.name)
            return Flag(fact)
        raise self._error(node, "not_allowed")

    def _comparison(self, node: ast.Compare) -> Node:
        left, parts = node.left, []
        for operator, right in zip(node.ops, node.comparators, strict=True):
            sign = _OPERATORS.get(type(operator))
            if sign is None:
                raise self._error(node, "not_allowed")
            if sign in ("in", "not in"):
                parts.append(self._membership(left, right, inside=sign == "in"))
            else:
                parts.append(self._compare(left, sign, right))
            left = right
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _membership(self, left: ast.expr, right: ast.expr, inside: bool) -> Node:
        fact = self._fact(left)
        if not isinstance(right, ast.Tuple | ast.List) or not right.elts:
            raise self._error(right, "not_a_list")
        return Among(fact, tuple(self._constant(one, fact) for one in right.elts), inside)

    def _compare(self, left: ast.expr, sign: str, right: ast.expr) -> Node:
        if isinstance(left, ast.Constant):
            raise self._error(left, "fact_first")
        fact = self._fact(left)
        if fact.type is FactType.FLAG:
            raise self._error(left, "flag_compared", name=fact.name)
        ordered = sign in ("<", "<=", ">", ">=")
        if ordered and fact.type in (FactType.CHOICE, FactType.WORDS):
            raise self._error(left, "not_ordered", name=fact.name)
        if isinstance(right, ast.Constant):
            return Compare(fact, sign, self._constant(right, fact))
        other = self._fact(right)
        if other.type is not fact.type:
            raise self._error(right, "types_differ", left=fact.name, right=other.name)
        return Compare(fact, sign, other)

    def _fact(self, node: ast.expr) -> Fact:
        name = _dotted(node)
        if name is None:
            raise self._error(node, "not_allowed")
        fact = self._facts.get(name)
        if fact is None:
            close = difflib.get_close_matches(name, list(self._facts), n=1, cutoff=0.6)
            raise self._error(node, "unknown_fact", close[0] if close else None, name=name)
        return fact

    def _constant(self, node: ast.expr, fact: Fact) -> Value:
        if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
            raise self._error(node, "not_a_constant")
        value = node.value
        if isinstance(value, str):
            return self._words(node, value, fact)
        if isinstance(value, int) and fact.type in NUMBERS:
            self._refuse_bare_figure(node, value, fact)
            return value
        raise self._error(node, "wrong_type", name=fact.name)

    def _refuse_bare_figure(self, node: ast.expr, value: int, fact: Fact) -> None:
        """Money, ages and lengths of time come from rule packs, with source and date."""
        if value != 0 and fact.type not in (FactType.HOUR, FactType.COUNT):
            raise self._error(node, "bare_figure", figure=str(value))

    def _words(self, node: ast.expr, value: str, fact: Fact) -> Value:
        if fact.type is FactType.CHOICE:
            known = [option for option, _ in fact.options]
            if value not in known:
                close = difflib.get_close_matches(value, known, n=1, cutoff=0.4)
                suggestion = close[0] if close else "、".join(known[:8]) or None
                raise self._error(node, "unknown_option", suggestion, name=fact.name, value=value)
            return value
        if fact.type is FactType.DATE:
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                raise self._error(node, "not_a_date", value=value) from None
        if fact.type is FactType.WORDS:
            return value
        raise self._error(node, "wrong_type", name=fact.name)

    def _error(
        self, node: ast.expr, code: str, suggestion: str | None = None, /, **params: str
    ) -> ConditionError:
        before = self._bytes[: node.col_offset].decode("utf-8", "replace")
        return ConditionError(len(before) + 1, code, tuple(params.items()), suggestion)


def _dotted(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    return None


def holds(node: Node, values: Values) -> bool | None:
    """Whether the condition holds; None while what decides it is not known. Never raises."""
    match node:
        case Always(value):
            return value
        case Flag(fact):
            known = values.get(fact.name)
            return known if isinstance(known, bool) else None
        case Not(part):
            answer = holds(part, values)
            return None if answer is None else not answer
        case Both(parts):
            return _both([holds(part, values) for part in parts])
        case Either(parts):
            answers = [holds(part, values) for part in parts]
            turned = _both([None if one is None else not one for one in answers])
            return None if turned is None else not turned
        case Among(left, options, inside):
            known = values.get(left.name)
            return None if known is None else (known in options) is inside
        case Compare(left, operator, right):
            other = values.get(right.name) if isinstance(right, Fact) else right
            return _compared(values.get(left.name), operator, other)


def holding_part(node: Node, values: Values) -> Node | None:
    """The part for whose sake the condition holds: of alternatives the first one that does."""
    if holds(node, values) is not True:
        return None
    if isinstance(node, Either):
        return next(part for part in (holding_part(one, values) for one in node.parts) if part)
    return node


def alternatives(node: Node) -> tuple[Node, ...]:
    """The parts of which one is enough; a condition without such parts is its own only one."""
    if isinstance(node, Either):
        return tuple(inner for part in node.parts for inner in alternatives(part))
    return (node,)


def _both(answers: list[bool | None]) -> bool | None:
    if False in answers:
        return False
    return None if None in answers else True


def _compared(left: Value | None, operator: str, right: Value | None) -> bool | None:
    if left is None or right is None:
        return None
    if operator == "==":
        return left == right
    if operator == "!=":
        return left != right
    first, second = _ordered(left), _ordered(right)
    if first is None or second is None:
        return None
    if operator == "<":
        return first < second
    if operator == "<=":
        return first <= second
    if operator == ">":
        return first > second
    return first >= second


def _ordered(value: Value) -> Decimal | None:
    """Numbers and days on one scale; the types were compared when the condition was loaded."""
    if isinstance(value, dt.date):
        return Decimal(value.toordinal())
    if isinstance(value, int | Decimal):
        return Decimal(value)
    return None


def facts_in(node: Node) -> tuple[Fact, ...]:
    """The facts a condition looks at, each once, in order."""
    found: dict[str, Fact] = {}
    _collect(node, found)
    return tuple(found.values())


def _collect(node: Node, found: dict[str, Fact]) -> None:
    match node:
        case Always():
            return
        case Flag(fact) | Among(fact):
            found.setdefault(fact.name, fact)
        case Compare(left, _, right):
            found.setdefault(left.name, left)
            if isinstance(right, Fact):
                found.setdefault(right.name, right)
        case Not(part):
            _collect(part, found)
        case Both(parts) | Either(parts):
            for part in parts:
                _collect(part, found)


def days_in(node: Node) -> tuple[dt.date, ...]:
    """The days that a condition names."""
    match node:
        case Compare(_, _, right):
            return (right,) if isinstance(right, dt.date) else ()
        case Among(_, options):
            return tuple(one for one in options if isinstance(one, dt.date))
        case Not(part):
            return days_in(part)
        case Both(parts) | Either(parts):
            return tuple(day for part in parts for day in days_in(part))
        case _:
            return ()


def unknown_facts(node: Node, values: Values) -> tuple[Fact, ...]:
    """The facts of an undecided condition that are not known yet; figures are never among them."""
    if holds(node, values) is not None:
        return ()
    return tuple(
        fact
        for fact in facts_in(node)
        if values.get(fact.name) is None and not fact.name.startswith("rule.")
    )
