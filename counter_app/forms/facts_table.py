"""What may stand in a condition: names, types, and how each is called in both languages.

Owns the facts every procedure has (persons, day, hour) and derives those of one procedure from its
fields and those of the rule packs from their figures. Holds no values: `situation` gives them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.identity import IdentityKind
from counter_app.forms.rules import Figure
from counter_app.forms.spec import FieldSpec, ProcedureSpec
from counter_app.i18n import Text


class FactType(StrEnum):
    """What kind of value a fact has. Numbers compare only with numbers of the same type."""

    FLAG = "flag"
    CHOICE = "choice"
    WORDS = "words"
    DATE = "date"
    MONEY = "money"
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    HOUR = "hour"
    COUNT = "count"


NUMBERS = frozenset(
    {
        FactType.MONEY,
        FactType.YEARS,
        FactType.MONTHS,
        FactType.DAYS,
        FactType.HOUR,
        FactType.COUNT,
    }
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A name that conditions may use.

    `label` is how it is called in a sentence; a FLAG has `yes` and `no`, whole sentences for both
    answers; a CHOICE its options. `late` marks what is asked only after the documents.
    """

    name: str
    type: FactType
    label: Text
    yes: Text | None = None
    no: Text | None = None
    options: tuple[tuple[str, Text], ...] = ()
    late: bool = False

    def option(self, option_id: str) -> Text | None:
        """The label of one of a choice's answers."""
        return dict(self.options).get(option_id)


FactsTable = Mapping[str, Fact]

WAYS: tuple[tuple[str, Text], ...] = (
    ("self", Text("本人办理", "in person")),
    ("agent", Text("代理人办理", "through an agent")),
    ("guardian", Text("监护人代办", "through a guardian")),
)

IDENTITY_KINDS: tuple[tuple[str, Text], ...] = tuple(
    (kind.value, kind.label) for kind in IdentityKind
)


def _flag(name: str, label: Text, yes: Text, no: Text) -> Fact:
    return Fact(name, FactType.FLAG, label, yes=yes, no=no)


def _person_facts(name: str, zh: str, en: str) -> tuple[Fact, ...]:
    return (
        Fact(f"{name}.age", FactType.YEARS, Text(f"{zh}年龄", f"the {en}'s age")),
        Fact(
            f"{name}.identity",
            FactType.CHOICE,
            Text(f"{zh}的证件", f"the {en}'s identity paper"),
            options=IDENTITY_KINDS,
        ),
        Fact(
            f"{name}.valid_days",
            FactType.DAYS,
            Text(f"{zh}证件剩余的有效期", f"what is left of the {en}'s paper"),
        ),
        _flag(
            f"{name}.present",
            Text(f"{zh}是否到场", f"whether the {en} is here"),
            Text(f"{zh}到场", f"the {en} is here"),
            Text(f"{zh}不在场", f"the {en} is not here"),
        ),
    )


COMMON_FACTS: tuple[Fact, ...] = (
    Fact(
        "customer_kind",
        FactType.CHOICE,
        Text("客户类型", "the kind of customer"),
        options=(
            ("individual", Text("个人", "a person")),
            ("organisation", Text("单位", "an organisation")),
        ),
    ),
    Fact("way", FactType.CHOICE, Text("办理方式", "the way of coming"), options=WAYS),
    *_person_facts("holder", "客户", "customer"),
    *_person_facts("agent", "代理人", "agent"),
    *_person_facts("guardian", "监护人", "guardian"),
    _flag(
        "companion.present",
        Text("是否有人陪同", "whether a companion is here"),
        Text("有人陪同", "a companion is here"),
        Text("没有人陪同", "no companion is here"),
    ),
    Fact("hour", FactType.HOUR, Text("现在时间", "the hour")),
    Fact("date", FactType.DATE, Text("办理日期", "the day of the visit")),
)

OUTCOME_FACTS: tuple[Fact, ...] = (
    Fact(
        "documents_complete",
        FactType.FLAG,
        Text("材料是否齐全", "whether the documents are complete"),
        yes=Text("材料已齐", "the documents are complete"),
        no=Text("材料不齐", "documents are missing"),
        late=True,
    ),
    Fact(
        "documents_deferred",
        FactType.FLAG,
        Text("是否有后补材料", "whether a document follows later"),
        yes=Text("有材料后补", "a document follows later"),
        no=Text("没有后补材料", "no document follows later"),
        late=True,
    ),
)
"""Known only once the checklist is gone through; no checklist condition may use them."""

_FIELD_TYPES = {
    "amount": FactType.MONEY,
    "sum": FactType.MONEY,
    "integer": FactType.COUNT,
    "date": FactType.DATE,
    "yes_no": FactType.FLAG,
    "choice": FactType.CHOICE,
}

_UNIT_TYPES = {
    "CNY": FactType.MONEY,
    "USD": FactType.MONEY,
    "years": FactType.YEARS,
    "months": FactType.MONTHS,
    "days": FactType.DAYS,
    "working_days": FactType.DAYS,
    "minutes": FactType.COUNT,
    "hour": FactType.HOUR,
    "count": FactType.COUNT,
}


def _field_fact(field: FieldSpec, late: bool) -> Fact:
    label = field.label
    kind = _FIELD_TYPES.get(field.type, FactType.WORDS)
    return Fact(
        field.id,
        kind,
        label,
        yes=Text(f"“{label.zh}”答“是”", f"“{label.en}” is answered yes"),
        no=Text(f"“{label.zh}”答“否”", f"“{label.en}” is answered no"),
        options=tuple((option.id, option.label) for option in field.options),
        late=late,
    )


def days_since(field_id: str) -> str:
    """The name under which the days from a date field to the day looked at are known."""
    return f"{field_id}.days_since"


def _field_facts(field: FieldSpec, late: bool) -> Iterator[Fact]:
    """A field's value, and of a date how many days have passed since: a term is full or it is not."""
    yield _field_fact(field, late)
    if field.type == "date":
        label = Text(f"{field.label.zh}起的天数", f"the days since: {field.label.en}")
        yield Fact(days_since(field.id), FactType.DAYS, label, late=late)


def figure_fact(figure: Figure) -> Fact:
    """The fact `rule.<key>` of a rule pack's figure."""
    return Fact(f"rule.{figure.key}", _UNIT_TYPES[figure.unit], figure.label)


def facts_for(spec: ProcedureSpec, figures: Iterable[Figure]) -> dict[str, Fact]:
    """All names that this procedure's conditions may use, by name."""
    facts = {fact.name: fact for fact in COMMON_FACTS + OUTCOME_FACTS}
    for figure in figures:
        fact = figure_fact(figure)
        facts[fact.name] = fact
    for fields, late in ((spec.needs, False), (spec.details, True)):
        for field in fields:
            facts.update((fact.name, fact) for fact in _field_facts(field, late))
    return facts
