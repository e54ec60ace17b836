"""Dated figures of law and house rule, each with its source.

Owns the shape of a rule pack and the look-up at a date. A figure without source, date of reading
or first day in force cannot exist. Which sentence uses a figure is the procedures' affair.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from counter_app.forms.spec_base import EDITION, Id, Mark, Spec, Words
from counter_app.i18n import Text

Unit = Literal["CNY", "USD", "years", "months", "days", "working_days", "minutes", "hour", "count"]
Scope = Literal["national", "bank", "branch"]

_NEARER = {"branch": 0, "bank": 1, "national": 2}


class Figure(Spec):
    """One value, in force from a day until (including) another.

    `source` names text and article, `read` is the day somebody read it, `mark` how: V in the text
    itself, S in a secondary source, R this bank's own rule. `national` figures bind all; a bank's
    or a branch's figure of the same key stands before it.
    """

    key: Id
    value: Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
    unit: Unit
    from_date: dt.date = Field(alias="from")
    until: dt.date | None = None
    label: Words
    source: Words
    mark: Mark
    read: dt.date
    scope: Scope = "national"
    note: Words | None = None

    def in_force(self, on: dt.date) -> bool:
        """Whether the figure holds on that day."""
        return self.from_date <= on and (self.until is None or on <= self.until)

    def overlaps(self, other: "Figure") -> bool:
        """Whether both are in force on one day in one scope: which is right is unclear."""
        if (self.key, self.scope) != (other.key, other.scope):
            return False
        last = dt.date.max
        starts_before = self.from_date <= (other.until or last)
        return starts_before and other.from_date <= (self.until or last)


class RulePack(Spec):
    """One file of figures that belong together."""

    pack: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
    edition: Annotated[str, StringConstraints(pattern=EDITION)]
    title: Words
    figures: tuple[Figure, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All figures of all packs."""

    figures: tuple[Figure, ...] = ()

    @classmethod
    def of(cls, packs: Iterable[RulePack]) -> "RuleBook":
        """The book of these packs."""
        return cls(tuple(figure for pack in packs for figure in pack.figures))

    def keys(self) -> frozenset[str]:
        """Every key that exists, in force or not."""
        return frozenset(figure.key for figure in self.figures)

    def at(self, key: str, on: dt.date) -> Figure | None:
        """The figure in force on that day, the branch's before the bank's before the nation's."""
        holding = [one for one in self.figures if one.key == key and one.in_force(on)]
        return min(holding, key=lambda one: _NEARER[one.scope], default=None)

    def all_at(self, on: dt.date, keys: Collection[str]) -> dict[str, Figure]:
        """The figure in force on that day of each of these keys."""
        found: dict[str, Figure] = {}
        for one in self.figures:
            if one.key not in keys:
                continue
            other = found.get(one.key)
            if one.in_force(on) and (other is None or _NEARER[one.scope] < _NEARER[other.scope]):
                found[one.key] = one
        return found

    def unverified(self) -> tuple[Figure, ...]:
        """Figures not verified in the law's own text (marks S and R), by key."""
        return tuple(
            sorted((one for one in self.figures if one.mark != "V"), key=lambda one: one.key)
        )


_UNIT_WORDS: dict[str, tuple[str, str, str]] = {
    "CNY": ("{} 元", "CNY {}", "CNY {}"),
    "USD": ("{} 美元", "USD {}", "USD {}"),
    "years": ("{} 周岁", "{} year", "{} years"),
    "months": ("{} 个月", "{} month", "{} months"),
    "days": ("{} 天", "{} day", "{} days"),
    "working_days": ("{} 个工作日", "{} working day", "{} working days"),
    "minutes": ("{} 分钟", "{} minute", "{} minutes"),
    "hour": ("{} 点", "{}:00", "{}:00"),
    "count": ("{}", "{}", "{}"),
}


def number_words(value: Decimal | int) -> str:
    """Digits with thousands separated, without needless decimals: 50,000."""
    whole = Decimal(value)
    return f"{whole:,.0f}" if whole == whole.to_integral_value() else f"{whole:,.2f}"


def figure_words(value: Decimal | int, unit: str) -> Text:
    """The value with its unit: 50,000 元, CNY 50,000."""
    digits = number_words(value)
    zh, one, many = _UNIT_WORDS[unit]
    return Text(zh.format(digits), (one if Decimal(value) == 1 else many).format(digits))
