"""A sum of amounts already asked, against a figure of a rule pack: what counts, what does not and why.

Owns the reckoning alone. Which amounts, which limit and which way follows is the procedure's; a sum is
never typed, so that it always agrees with its parts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from counter_app.domain.amounts import Money, capitals, english_words, format_amount
from counter_app.domain.refusal import Refusal
from counter_app.forms.conditions import Value
from counter_app.forms.field_values import Entered
from counter_app.forms.rules import Figure
from counter_app.forms.run_views import SourceView, SumPart, SumView
from counter_app.forms.spec import FieldSpec
from counter_app.forms.spec_parts import SumPartSpec, SumSpec
from counter_app.i18n import Text, same

_SIGNS = {"adds": 1, "taken_off": -1}


@dataclass(frozen=True, slots=True)
class SumPartState:
    """One amount as it stands: its label, and its value where it is known.

    `open_` is an amount that must still be filled or mended: the sum is not known before.
    """

    label: Text
    amount: Decimal | None
    open_: bool


_NOT_ASKED = SumPartState(same(""), None, open_=False)


def total_of(spec: FieldSpec, parts: Mapping[str, SumPartState]) -> Entered | Refusal | None:
    """The sum in the field's currency; None while a part is open. No sum is below nothing."""
    assert spec.sum is not None
    total = Decimal(0)
    for one in spec.sum.parts:
        part = parts.get(one.of, _NOT_ASKED)
        if part.open_:
            return None
        total += _SIGNS[one.counts] * (part.amount or Decimal(0))
    if total < 0:
        return Refusal("sum_below_nothing")
    money = Money(total, spec.currency)
    capital = Text(capitals(money), english_words(money))
    return Entered(str(money.amount), money.amount, same(format_amount(money)), capital)


def is_above(spec: FieldSpec, values: Mapping[str, Value | None]) -> bool:
    """Whether the sum passes its limit; the limit itself does not."""
    limit = values.get(spec.sum.limit) if spec.sum is not None else None
    total = values.get(spec.id)
    return isinstance(limit, Decimal) and isinstance(total, Decimal) and total > limit


def sum_view(
    spec: FieldSpec,
    parts: Mapping[str, SumPartState],
    total: Entered | None,
    limit: Figure,
    say: Callable[[Text], Text],
) -> SumView:
    """How the sum is made up, for people; `say` fills the procedure's words."""
    assert spec.sum is not None
    above = total is not None and isinstance(total.value, Decimal) and total.value > limit.value
    return SumView(
        parts=tuple(
            _part(spec, one, parts[one.of], say) for one in spec.sum.parts if one.of in parts
        ),
        total=None if total is None else total.words,
        limit=same(format_amount(Money(limit.value, spec.currency))),
        limit_source=SourceView(limit.source, limit.mark, limit.read),
        above=above,
        follows=None if total is None else say(_follows(spec.sum, above=above)),
    )


def _follows(spec: SumSpec, *, above: bool) -> Text:
    return spec.above if above else spec.within


def _part(
    spec: FieldSpec, one: SumPartSpec, part: SumPartState, say: Callable[[Text], Text]
) -> SumPart:
    money = None if part.amount is None else Money(part.amount, spec.currency)
    return SumPart(
        label=say(part.label),
        amount=None if money is None else same(format_amount(money)),
        counts=one.counts,
        why=None if one.why is None else say(one.why),
    )
