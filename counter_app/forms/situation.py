"""What is known of a case on a day, by name: for conditions, and in words for texts.

Owns the way from persons, fields and rule figures to those names. Pure; the day is an argument, so
that the same case can be looked at as of the day on which the customer will come.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from counter_app.domain.ages import age_on
from counter_app.domain.amounts import CNY
from counter_app.domain.dates import date_text, plain_date
from counter_app.domain.identity import IdentityKind
from counter_app.domain.refusal import Refusal
from counter_app.forms.compiled import Procedure
from counter_app.forms.conditions import Value
from counter_app.forms.facts_table import days_since
from counter_app.forms.field_values import CURRENCY_CODES, Asking, Entered, read_field
from counter_app.forms.rules import Figure, RuleBook, number_words
from counter_app.forms.run_state import Part, Party, RunState
from counter_app.forms.spec import FieldSpec
from counter_app.forms.spec_base import WayName
from counter_app.forms.summing import SumPartState, total_of
from counter_app.i18n import Text, same

_KINDS: Mapping[str | None, IdentityKind] = MappingProxyType(
    {one.value: one for one in IdentityKind}
)


@dataclass(frozen=True, slots=True)
class FieldState:
    """One field as it stands. `shown` and `required` None: what decides it is not known yet."""

    spec: FieldSpec
    shown: bool | None
    required: bool | None
    raw: str
    prefilled: bool
    entered: Entered | Refusal | None
    options: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything known on a day. `values` feed conditions, `words` fill templates."""

    on: dt.date
    values: Mapping[str, Value | None]
    words: Mapping[str, Text]
    figures: Mapping[str, Figure]
    people: Mapping[str, Party]
    fields: Mapping[str, FieldState]


def people_of(parties: tuple[Party, ...]) -> dict[str, Party]:
    """Holder, agent, guardian, companion and visitor among the persons."""
    by_part = {party.part: party for party in reversed(parties)}
    roles = {
        "holder": by_part.get(Part.WARD) or by_part.get(Part.SELF),
        "agent": by_part.get(Part.AGENT),
        "guardian": by_part.get(Part.GUARDIAN),
        "companion": by_part.get(Part.COMPANION),
    }
    roles["visitor"] = roles["guardian"] or roles["agent"] or roles["holder"]
    return {name: party for name, party in roles.items() if party is not None}


def way_of(parties: tuple[Party, ...]) -> WayName | None:
    """`self`, `agent` or `guardian`; None when nobody is named yet."""
    parts = {party.part for party in parties}
    if Part.GUARDIAN in parts or Part.WARD in parts:
        return "guardian"
    if Part.AGENT in parts:
        return "agent"
    return "self" if Part.SELF in parts else None


def situation_on(
    procedure: Procedure,
    rules: RuleBook,
    state: RunState,
    on: dt.date,
    rules_on: dt.date | None = None,
) -> Situation:
    """The situation on a day; `rules_on` looks at the same day under another day's rules."""
    people = people_of(state.parties)
    figures = rules.all_at(rules_on or on, procedure.figures)
    values: dict[str, Value | None] = {f"rule.{key}": one.value for key, one in figures.items()}
    kinds = procedure.spec.customer_kinds
    values |= {"date": on, "customer_kind": kinds[0] if len(kinds) == 1 else None}
    values["hour"] = state.hour if on == state.business_date else None
    values |= _people_values(state.parties, people, on)
    words = {f"rule.{key}": same(number_words(one.value)) for key, one in figures.items()}
    words |= {"date.today": date_text(state.business_date), "service": procedure.spec.title}
    words |= _people_words(people)
    fields: dict[str, FieldState] = {}
    for spec in procedure.spec.fields:
        field = _field_state(procedure, spec, state, values, people)
        if spec.sum is not None:
            field = _summed(field, fields)
        fields[spec.id] = field
        if isinstance(field.entered, Entered) and field.shown:
            values[spec.id] = field.entered.value
            if isinstance(field.entered.value, dt.date):
                values[days_since(spec.id)] = (on - field.entered.value).days
            words[spec.id] = field.entered.words
            if field.entered.capital is not None:
                words[f"{spec.id}_capital"] = field.entered.capital
    return Situation(on, values, words, figures, people, fields)


def _people_values(
    parties: tuple[Party, ...], people: Mapping[str, Party], on: dt.date
) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {"way": way_of(parties)}
    for name in ("holder", "agent", "guardian", "companion"):
        party = people.get(name)
        if parties:
            values[f"{name}.present"] = party is not None and party.present
        if party is not None:
            values[f"{name}.identity"] = party.identity_kind
            values[f"{name}.age"] = _age(party.birth_date, on)
            if party.valid_until is not None:
                values[f"{name}.valid_days"] = (party.valid_until - on).days
    return values


def _age(birth: dt.date | None, on: dt.date) -> int | None:
    return None if birth is None or on < birth else age_on(birth, on)


def _people_words(people: Mapping[str, Party]) -> dict[str, Text]:
    words: dict[str, Text] = {}
    for name, party in people.items():
        if party.name:
            words[f"{name}.name"] = same(party.name)
        if party.number_masked:
            words[f"{name}.number"] = same(party.number_masked)
        if party.phone_masked:
            words[f"{name}.phone"] = same(party.phone_masked)
        kind = _identity_kind(party)
        if kind is not None:
            words[f"{name}.identity"] = kind.label
        if party.no_expiry:
            words[f"{name}.valid_until"] = Text("长期有效", "valid without limit")
        elif party.valid_until is not None:
            until = plain_date(party.valid_until)
            words[f"{name}.valid_until"] = Text(f"有效期至{until.zh}", f"valid until {until.en}")
    return words


def _identity_kind(party: Party | None) -> IdentityKind | None:
    return None if party is None else _KINDS.get(party.identity_kind)


def _field_state(
    procedure: Procedure,
    spec: FieldSpec,
    state: RunState,
    values: Mapping[str, Value | None],
    people: Mapping[str, Party],
) -> FieldState:
    shown = procedure.holds(spec.shown_when, values)
    required = procedure.holds(spec.required_when, values) if shown else shown
    options = tuple(
        (one.id, one.label)
        for one in spec.options
        if procedure.holds(one.when, values) is not False
    )
    offered = _prefill(spec, people) or spec.default
    raw = state.values.get(spec.carried_from or spec.id, "")
    prefilled = not raw.strip() and offered is not None and spec.id not in state.values
    text = offered if prefilled and offered is not None else raw
    asking = _asking(spec, state, values, people, options)
    typed = text.strip() and spec.sum is None
    entered = read_field(spec, text, asking) if typed else None
    return FieldState(spec, shown, required, text, prefilled, entered, options)


def _summed(field: FieldState, earlier: Mapping[str, FieldState]) -> FieldState:
    """The field with its sum; whatever stands typed in it is not looked at."""
    entered = total_of(field.spec, parts_of(field.spec, earlier))
    raw = entered.text if isinstance(entered, Entered) else ""
    return replace(field, raw=raw, entered=entered, prefilled=False)


def parts_of(spec: FieldSpec, fields: Mapping[str, FieldState]) -> dict[str, SumPartState]:
    """The amounts on show that a sum is made of, as they stand."""
    assert spec.sum is not None
    parts = {}
    for one in spec.sum.parts:
        field = fields[one.of]
        if field.shown:
            known = field.entered if isinstance(field.entered, Entered) else None
            amount = known.value if known and isinstance(known.value, Decimal) else None
            open_ = known is None and (field.entered is not None or field.required is not False)
            parts[one.of] = SumPartState(field.spec.label, amount, open_)
    return parts


def _asking(
    spec: FieldSpec,
    state: RunState,
    values: Mapping[str, Value | None],
    people: Mapping[str, Party],
    options: tuple[tuple[str, Text], ...],
) -> Asking:
    person = (spec.prefill or "").partition(".")[0]
    currency = values.get(spec.currency_from) if spec.currency_from else spec.currency
    masked = spec.type in ("id_number", "phone")
    return Asking(
        on=state.business_date,
        identity_kind=_identity_kind(people.get(person)) or IdentityKind.RESIDENT_ID,
        currency=str(currency) if currency in CURRENCY_CODES else CNY,
        minimum=_bound(spec.minimum, values),
        maximum=_bound(spec.maximum, values),
        options=options,
        known=_prefill(spec, people) if masked else None,
    )


def _bound(limit: int | str | None, values: Mapping[str, Value | None]) -> Decimal | None:
    found = values.get(limit) if isinstance(limit, str) else limit
    return Decimal(found) if isinstance(found, int | Decimal) else None


def _prefill(spec: FieldSpec, people: Mapping[str, Party]) -> str | None:
    if spec.prefill is None:
        return None
    person, _, wanted = spec.prefill.partition(".")
    party = people.get(person)
    if party is None:
        return None
    dates = {"birth_date": party.birth_date, "valid_until": party.valid_until}
    day = dates.get(wanted)
    if day is not None:
        return day.isoformat()
    texts = {
        "name": party.name,
        "id_number": party.number_masked,
        "phone": party.phone_masked,
    }
    return texts.get(wanted)
