"""A condition as a sentence that staff can read, in Chinese and English.

Owns the wording alone. The value of a rule's figure stands in the sentence as it is on the day
asked for ("金额达到 50,000 元"), its name when it is not in force that day.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from counter_app.forms.conditions import (
    Always,
    Among,
    Both,
    Compare,
    Either,
    Flag,
    Node,
    Not,
    Value,
)
from counter_app.forms.facts_table import Fact, FactType
from counter_app.forms.rules import Figure, figure_words, number_words
from counter_app.i18n import Text, same

_PLAIN: dict[str, tuple[str, str]] = {
    "==": ("{0}是{1}", "{0} is {1}"),
    "!=": ("{0}不是{1}", "{0} is not {1}"),
    "<": ("{0}小于{1}", "{0} is less than {1}"),
    "<=": ("{0}不大于{1}", "{0} is at most {1}"),
    ">": ("{0}大于{1}", "{0} is more than {1}"),
    ">=": ("{0}不小于{1}", "{0} is at least {1}"),
}
_MONEY: dict[str, tuple[str, str]] = {
    **_PLAIN,
    "<": ("{0}不到 {1}", "{0} is less than {1}"),
    "<=": ("{0}不超过 {1}", "{0} is at most {1}"),
    ">": ("{0}超过 {1}", "{0} is more than {1}"),
    ">=": ("{0}达到 {1}", "{0} is {1} or more"),
}
_AGE: dict[str, tuple[str, str]] = {
    **_PLAIN,
    "<": ("{0}不满 {1}", "{0} is under {1}"),
    "<=": ("{0}不超过 {1}", "{0} is at most {1}"),
    ">": ("{0}超过 {1}", "{0} is over {1}"),
    ">=": ("{0}已满 {1}", "{0} is {1} or more"),
}
_DAY: dict[str, tuple[str, str]] = {
    **_PLAIN,
    "<": ("{0}早于 {1}", "{0} is before {1}"),
    "<=": ("{0}不晚于 {1}", "{0} is not after {1}"),
    ">": ("{0}晚于 {1}", "{0} is after {1}"),
    ">=": ("{0}在 {1} 当天或以后", "{0} is on or after {1}"),
}
_CONTRARY = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def _phrases(kind: FactType) -> dict[str, tuple[str, str]]:
    if kind is FactType.YEARS:
        return _AGE
    if kind is FactType.DATE:
        return _DAY
    return _PLAIN if kind in (FactType.CHOICE, FactType.WORDS) else _MONEY


def sentence(node: Node, figures: Mapping[str, Figure]) -> Text:
    """The condition in words. `figures` are those in force on the day, by key."""
    match node:
        case Always(value):
            return Text("总是", "always") if value else Text("从不", "never")
        case Flag(fact):
            return fact.yes or fact.label
        case Not(part):
            return _denied(part, figures)
        case Both(parts):
            return _joined(parts, figures, Text("，并且", " and "))
        case Either(parts):
            return _joined(parts, figures, Text("，或者", " or "))
        case Among(left, options, inside):
            return _among(left, options, inside)
        case Compare(left, operator, right):
            return _compared(left, operator, right, figures)


def _denied(node: Node, figures: Mapping[str, Figure]) -> Text:
    match node:
        case Always(value):
            return sentence(Always(not value), figures)
        case Flag(fact):
            return fact.no or Text(f"不是{fact.label.zh}", f"not {fact.label.en}")
        case Not(part):
            return sentence(part, figures)
        case Among(left, options, inside):
            return sentence(Among(left, options, not inside), figures)
        case Compare(left, operator, right):
            return sentence(Compare(left, _CONTRARY[operator], right), figures)
        case Both(parts):
            return _joined(tuple(Not(part) for part in parts), figures, Text("，或者", " or "))
        case Either(parts):
            return _joined(tuple(Not(part) for part in parts), figures, Text("，并且", " and "))


def _joined(parts: tuple[Node, ...], figures: Mapping[str, Figure], joint: Text) -> Text:
    texts = [(part, sentence(part, figures)) for part in parts]
    return Text(
        joint.zh.join(_bracketed(part, text.zh, "（", "）") for part, text in texts),
        joint.en.join(_bracketed(part, text.en, "(", ")") for part, text in texts),
    )


def _bracketed(part: Node, words: str, opening: str, closing: str) -> str:
    inner = part.part if isinstance(part, Not) else part
    return f"{opening}{words}{closing}" if isinstance(inner, Both | Either) else words


def _among(left: Fact, options: tuple[Value, ...], inside: bool) -> Text:
    texts = [_value(left, one) for one in options]
    zh, en = "、".join(text.zh for text in texts), ", ".join(text.en for text in texts)
    if inside:
        return Text(f"{left.label.zh}是{zh}之一", f"{left.label.en} is one of: {en}")
    return Text(f"{left.label.zh}不是{zh}", f"{left.label.en} is none of: {en}")


def _compared(
    left: Fact, operator: str, right: Fact | Value, figures: Mapping[str, Figure]
) -> Text:
    other = _other(right, figures) if isinstance(right, Fact) else _value(left, right)
    zh, en = _phrases(left.type)[operator]
    return Text(zh.format(left.label.zh, other.zh), en.format(left.label.en, other.en))


def _other(fact: Fact, figures: Mapping[str, Figure]) -> Text:
    figure = figures.get(fact.name.removeprefix("rule."))
    return fact.label if figure is None else figure_words(figure.value, figure.unit)


def _value(fact: Fact, value: Value) -> Text:
    if isinstance(value, dt.date):
        return Text(f"{value.year}年{value.month}月{value.day}日", value.isoformat())
    if isinstance(value, str):
        return fact.option(value) or same(value)
    if fact.type is FactType.HOUR:
        return figure_words(Decimal(value), "hour")
    return same(number_words(Decimal(value)))
