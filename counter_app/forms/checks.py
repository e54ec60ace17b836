"""Whether a procedure that has the right shape also makes sense.

Owns the checks that span lines: references, ids, conditions, terms, deferral. Texts are checked in
`text_checks`. Gives findings with the path of the line; reads nothing itself.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from counter_app.forms.compiled import conditions_in, leaves
from counter_app.forms.conditions import ConditionError, facts_in, parse
from counter_app.forms.due_dates import BASES
from counter_app.forms.facts_table import COMMON_FACTS, OUTCOME_FACTS, Fact, days_since, facts_for
from counter_app.forms.field_values import CURRENCY_CODES
from counter_app.forms.rules import Figure, RuleBook
from counter_app.forms.shape import Finding, Path, closest
from counter_app.forms.spec import DueSpec, FieldSpec, ItemSpec, ProcedureSpec
from counter_app.forms.spec_base import FigureOrNumber
from counter_app.forms.spec_parts import CareSpec, PersonValue
from counter_app.forms.text_checks import check_texts

_BEFORE_DOCUMENTS = frozenset({"who", "needs", "checklist"})
_NEVER_DEFERRED = frozenset({"identity", "agency", "guardian"})
_NUMBER_FIELDS = frozenset({"amount", "integer"})
_UNITS = {
    "days": ("days", "working_days"),
    "working_days": ("days", "working_days"),
    "months": ("months",),
    "years": ("years",),
    "CNY": ("CNY",),
    "USD": ("USD",),
}


def check_procedure(spec: ProcedureSpec, rules: RuleBook) -> list[Finding]:
    """Everything that is wrong with a procedure under these rules."""
    checks: tuple[Callable[[ProcedureSpec, RuleBook], Iterable[Finding]], ...] = (
        _ids,
        _sources,
        _fields,
        _conditions,
        _items,
        _terms,
        _named_parts,
        check_texts,
    )
    return [finding for check in checks for finding in check(spec, rules)]


def _ids(spec: ProcedureSpec, _: RuleBook) -> Iterator[Finding]:
    reserved = {fact.name for fact in COMMON_FACTS + OUTCOME_FACTS} | {"always", "never"}
    fields = [("needs", i, one.id) for i, one in enumerate(spec.needs)]
    fields += [("details", i, one.id) for i, one in enumerate(spec.details)]
    for part, index, field_id in fields:
        if field_id in reserved:
            yield Finding((part, index, "id"), "id_reserved", (("id", field_id),))
    yield from _twice(fields, "id")
    for part in ("checklist", "read_back", "next_steps", "forms"):
        yield from _twice([(part, i, one.id) for i, one in enumerate(getattr(spec, part))], "id")
    yield from _twice([("who", i, one.way) for i, one in enumerate(spec.who)], "way")
    yield from _twice([("papers", i, one.kind) for i, one in enumerate(spec.papers)], "kind")
    for index, item in enumerate(spec.checklist):
        for inner in ("alternatives", "refusals"):
            ids = [(inner, i, one.id) for i, one in enumerate(getattr(item, inner))]
            yield from _twice(ids, "id", ("checklist", index))


def _twice(ids: Iterable[tuple[str, int, str]], key: str, before: Path = ()) -> Iterator[Finding]:
    seen: set[str] = set()
    for part, index, found in ids:
        if found in seen:
            yield Finding((*before, part, index, key), "id_twice", (("id", found),))
        seen.add(found)


def _sources(spec: ProcedureSpec, _: RuleBook) -> Iterator[Finding]:
    for path, value in leaves(spec):
        if path[-1] == "source" and value not in spec.sources:
            close = closest(value, spec.sources)
            yield Finding(path, "unknown_source", (("name", value),), close)


def _fields(spec: ProcedureSpec, rules: RuleBook) -> Iterator[Finding]:
    earlier: dict[str, FieldSpec] = {}
    for part in ("needs", "details"):
        for index, field in enumerate(getattr(spec, part)):
            yield from _field(field, (part, index), earlier)
            for key in ("minimum", "maximum"):
                yield from _figure(getattr(field, key), (part, index, key), spec, rules)
            yield from _sum(field, (part, index), earlier)
            if field.sum is not None:
                limit = (part, index, "sum", "limit")
                yield from _figure(field.sum.limit, limit, spec, rules, field.currency)
            earlier[field.id] = field


def _field(field: FieldSpec, path: Path, earlier: dict[str, FieldSpec]) -> Iterator[Finding]:
    if field.type == "choice" and not field.options:
        yield Finding(path, "choice_without_options", (("name", field.id),))
    if field.default is not None and field.default not in _answers(field):
        close = closest(field.default, _answers(field))
        params = (("name", field.id), ("value", field.default))
        yield Finding((*path, "default"), "unknown_option", params, close)
    if field.type != "choice" and field.options:
        yield Finding((*path, "options"), "options_without_choice")
    yield from _twice([("options", i, one.id) for i, one in enumerate(field.options)], "id", path)
    bounded = field.minimum is not None or field.maximum is not None
    if bounded and field.type not in _NUMBER_FIELDS:
        yield Finding((*path, "type"), "bounds_without_number")
    for key in ("carried_from", "currency_from"):
        name = getattr(field, key)
        if name is not None and name not in earlier:
            close = closest(name, earlier)
            yield Finding((*path, key), "unknown_field", (("name", name),), close)
    yield from _currency(field, path, earlier)


def _sum(field: FieldSpec, path: Path, earlier: dict[str, FieldSpec]) -> Iterator[Finding]:
    """A sum adds earlier amounts of its own currency, and says why something does not count."""
    if field.sum is None:
        if field.type == "sum":
            yield Finding(path, "sum_without_parts")
        return
    if field.type != "sum":
        yield Finding((*path, "sum"), "parts_without_sum", of_key=True)
    amounts = {
        name: one
        for name, one in earlier.items()
        if one.type == "amount" and (one.currency, one.currency_from) == (field.currency, None)
    }
    for index, part in enumerate(field.sum.parts):
        where = (*path, "sum", "parts", index)
        if part.of not in amounts:
            close = closest(part.of, amounts)
            yield Finding((*where, "of"), "sum_of_amounts", (("name", part.of),), close)
        if part.counts != "adds" and part.why is None:
            yield Finding(where, "sum_why")
    yield from _twice(
        [("parts", i, one.of) for i, one in enumerate(field.sum.parts)], "of", (*path, "sum")
    )


def _currency(field: FieldSpec, path: Path, earlier: dict[str, FieldSpec]) -> Iterator[Finding]:
    if field.currency not in CURRENCY_CODES:
        close = closest(field.currency, CURRENCY_CODES)
        yield Finding((*path, "currency"), "bad_currency", (("value", field.currency),), close)
    named = earlier.get(field.currency_from or "")
    if named is not None and named.type != "choice":
        yield Finding((*path, "currency_from"), "field_no_choice", (("name", named.id),))


def _answers(field: FieldSpec) -> list[str]:
    if field.type == "yes_no":
        return ["yes", "no"]
    return [option.id for option in field.options]


def _conditions(spec: ProcedureSpec, rules: RuleBook) -> Iterator[Finding]:
    facts = facts_for(spec, {figure.key: figure for figure in rules.figures}.values())
    order = {field.id: index for index, field in enumerate(spec.fields)}
    for path, source in conditions_in(spec):
        try:
            used = facts_in(parse(source, facts))
        except ConditionError as error:
            yield Finding(path, error.code, error.params, error.suggestion, error.column - 1)
            continue
        for fact in used:
            yield from _timely(fact, path, order, spec)
            if fact.name.startswith("rule."):
                yield from _in_force(fact.name, path, spec, rules)


def _timely(
    fact: Fact, path: Path, order: dict[str, int], spec: ProcedureSpec
) -> Iterator[Finding]:
    named = (("name", fact.name),)
    if fact.late and path[0] in _BEFORE_DOCUMENTS:
        yield Finding(path, "asked_too_late", named)
        return
    field = fact.name.removesuffix(days_since(""))
    if path[0] in ("needs", "details") and field in order and isinstance(path[1], int):
        own = path[1] + (len(spec.needs) if path[0] == "details" else 0)
        if order[field] >= own:
            yield Finding(path, "asked_later", named)


def _items(spec: ProcedureSpec, rules: RuleBook) -> Iterator[Finding]:
    for index, item in enumerate(spec.checklist):
        path = ("checklist", index, "deferrable")
        if item.deferrable is not None:
            if item.paper_class in _NEVER_DEFERRED:
                yield Finding(path, "deferrable_identity", of_key=True)
            term = (*path, "working_days")
            yield from _figure(item.deferrable.working_days, term, spec, rules, "working_days")
        yield from _own_paper(item, ("checklist", index))


def _own_paper(item: ItemSpec, path: Path) -> Iterator[Finding]:
    """An identity paper shown in the original has a validity that must be looked at."""
    shown = item.paper_class == "identity" and item.form == "original"
    if shown and not item.needs_expiry:
        yield Finding(path, "missing", (("name", "needs_expiry: true"),))


def _terms(spec: ProcedureSpec, rules: RuleBook) -> Iterator[Finding]:
    for index, step in enumerate(spec.next_steps):
        if step.date is not None:
            path: Path = ("next_steps", index, "date")
            yield from _base(step.date, path, spec)
            yield from _figure(step.date.plus, (*path, "plus"), spec, rules, step.date.unit)
            if step.date.last_day == "legal" and isinstance(step.date.plus, int) and step.date.plus:
                yield Finding((*path, "plus"), "legal_needs_figure")


def _named_parts(spec: ProcedureSpec, _: RuleBook) -> Iterator[Finding]:
    """Fields sent to the core or carried on, and the form that care hands over, are there."""
    needs = [field.id for field in spec.needs]
    sendable = [*get_args(PersonValue), *(field.id for field in spec.fields)]
    for index, name in enumerate(spec.core.sends):
        yield from _named(name, sendable, ("core", "sends", index))
    carried = needs + [item.id for item in spec.checklist]
    for index, name in enumerate(spec.carries):
        yield from _named(name, carried, ("carries", index))
    if spec.count_in is not None:
        counts = [field.id for field in spec.fields if field.type == "integer"]
        yield from _named(spec.count_in, counts, ("count_in",))
    if spec.care is not None:
        yield from _care(spec.care, [one.id for one in spec.forms])


def _care(care: CareSpec, forms: list[str]) -> Iterator[Finding]:
    """The notice is a form, and whoever goes on against advice has one to sign."""
    if care.notice is not None:
        yield from _named(care.notice, forms, ("care", "notice"))
    elif "against_advice" in care.outcomes and care.against_advice_when != "never":
        at = care.outcomes.index("against_advice")
        yield Finding(("care", "outcomes", at), "advice_without_notice")
    ids = [("questions", i, one.id) for i, one in enumerate(care.questions)]
    yield from _twice(ids, "id", ("care",))


def _named(name: str, choices: list[str], path: Path) -> Iterator[Finding]:
    if name not in choices:
        yield Finding(path, "not_there", (("name", name),), closest(name, choices))


def _base(due: DueSpec, path: Path, spec: ProcedureSpec) -> Iterator[Finding]:
    dates = [field.id for field in spec.fields if field.type == "date"]
    if due.base not in BASES and due.base not in dates:
        close = closest(due.base, [*BASES, *dates])
        yield Finding((*path, "base"), "unknown_base", (("name", due.base),), close)


def _figure(
    value: FigureOrNumber | None,
    path: Path,
    spec: ProcedureSpec,
    rules: RuleBook,
    unit: str | None = None,
) -> Iterator[Finding]:
    if not isinstance(value, str):
        return
    figure = _last(value, rules)
    if figure is not None and unit is not None and figure.unit not in _UNITS.get(unit, ()):
        yield Finding(path, "figure_unit", (("name", value),))
    yield from _in_force(value, path, spec, rules)


def _last(name: str, rules: RuleBook) -> Figure | None:
    key = name.removeprefix("rule.")
    return next((one for one in reversed(rules.figures) if one.key == key), None)


def _in_force(name: str, path: Path, spec: ProcedureSpec, rules: RuleBook) -> Iterator[Finding]:
    key = name.removeprefix("rule.")
    if _last(name, rules) is None:
        close = closest(name, [f"rule.{one}" for one in sorted(rules.keys())])
        yield Finding(path, "unknown_figure", (("name", name),), close)
    elif rules.at(key, spec.from_date) is None:
        params = (("name", name), ("date", spec.from_date.isoformat()))
        yield Finding(path, "figure_not_in_force", params)
