"""Conditions: what is let through, what they answer, and how they read."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.forms.condition_words import sentence
from counter_app.forms.conditions import (
    ConditionError,
    Values,
    facts_in,
    holds,
    parse,
    unknown_facts,
)
from counter_app.forms.facts_table import COMMON_FACTS, Fact, FactType
from counter_app.i18n import Text
from tests.unit.forms.cases import TODAY, shipped_rules

FACTS = {fact.name: fact for fact in COMMON_FACTS} | {
    "amount": Fact("amount", FactType.MONEY, Text("金额", "the amount")),
    "stolen": Fact(
        "stolen",
        FactType.FLAG,
        Text("被盗", "stolen"),
        yes=Text("卡被盗", "the card was stolen"),
        no=Text("卡没有被盗", "the card was not stolen"),
    ),
    "currency": Fact(
        "currency",
        FactType.CHOICE,
        Text("币种", "the currency"),
        options=(("CNY", Text("人民币", "Renminbi")), ("USD", Text("美元", "US dollars"))),
    ),
    "rule.cash_cdd_cny": Fact("rule.cash_cdd_cny", FactType.MONEY, Text("线", "the line")),
    "rule.real_name_age": Fact("rule.real_name_age", FactType.YEARS, Text("年龄线", "the age")),
}
LINE: Values = {"rule.cash_cdd_cny": Decimal(50_000), "rule.real_name_age": Decimal(16)}


def answer(source: str, **values: bool | int | Decimal | str | dt.date | None) -> bool | None:
    named = {name.replace("__", "."): value for name, value in values.items()}
    return holds(parse(source, FACTS), {**LINE, **named})


@pytest.mark.parametrize(
    ("source", "column", "code", "suggestion"),
    [
        ("amout >= rule.cash_cdd_cny", 1, "unknown_fact", "amount"),
        ("stolen and agent.presnt", 12, "unknown_fact", "agent.present"),
        ("amount >= rule.cash_cdd_cnny", 11, "unknown_fact", "rule.cash_cdd_cny"),
        ("amount >= 50000", 11, "bare_figure", None),
        ("holder.age < 16", 14, "bare_figure", None),
        ('amount == "CNY"', 11, "wrong_type", None),
        ('currency == "CNZ"', 13, "unknown_option", "CNY"),
        ("amount >= rule.real_name_age", 11, "types_differ", None),
        ("amount", 1, "not_a_flag", None),
        ("stolen == amount", 1, "flag_compared", None),
        ('currency > "CNY"', 1, "not_ordered", None),
        ("stolen = stolen", 8, "wrong_sign", "=="),
        ("amount ≥ rule.cash_cdd_cny", 8, "wrong_sign", ">="),
        ("stolen && stolen", 8, "wrong_sign", "and"),
        ("stolen and", 11, "unreadable", None),
        ("stolen.__class__", 1, "unknown_fact", None),
        ("print(amount)", 1, "not_allowed", None),
        ("amount + amount > amount", 1, "not_allowed", None),
        ("(lambda: stolen)()", 1, "not_allowed", None),
        ("[stolen for x in y]", 1, "not_allowed", None),
        ('"CNY" == currency', 1, "fact_first", None),
        ("currency in currency", 13, "not_a_list", None),
        ('date >= "2026-13-01"', 9, "not_a_date", None),
        ("not " * 9 + "stolen", 33, "too_deep", None),
        ("stolen or " * 30 + "stolen", 300, "too_long", None),
    ],
)
def test_what_is_not_in_the_language_is_told_by_column(
    source: str, column: int, code: str, suggestion: str | None
) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(source, FACTS)
    told = caught.value
    assert (told.column, told.code) == (column, code)
    if suggestion is not None:
        assert told.suggestion == suggestion


def test_the_column_counts_characters_not_bytes() -> None:
    facts = FACTS | {"金额大": Fact("金额大", FactType.FLAG, Text("金额大", "large"))}
    with pytest.raises(ConditionError) as caught:
        parse("金额大 and 币种错", facts)
    assert caught.value.column == 9


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(Decimal("49999.99"), False), (Decimal(50_000), True), (Decimal("50000.01"), True)],
)
def test_a_line_includes_its_number(amount: Decimal, expected: bool) -> None:
    assert answer("amount >= rule.cash_cdd_cny", amount=amount) is expected


def test_an_unknown_part_matters_only_where_it_can_decide() -> None:
    source = 'currency == "USD" and amount >= rule.cash_cdd_cny'
    assert answer(source, currency="CNY") is False
    assert answer(source, currency="USD") is None
    assert answer(source) is None
    either = 'currency == "USD" or amount >= rule.cash_cdd_cny'
    assert answer(either, currency="USD") is True
    assert answer(either, currency="CNY") is None
    assert answer("not stolen") is None


def test_a_figure_not_in_force_leaves_the_answer_open() -> None:
    node = parse("amount >= rule.cash_cdd_cny", FACTS)
    assert holds(node, {"amount": Decimal(1)}) is None
    assert unknown_facts(node, {"amount": Decimal(1)}) == ()


def test_what_an_open_answer_waits_for_is_named() -> None:
    node = parse("stolen and holder.age < rule.real_name_age", FACTS)
    assert [one.name for one in unknown_facts(node, {**LINE, "stolen": True})] == ["holder.age"]
    assert unknown_facts(node, {**LINE, "stolen": False}) == ()
    assert [one.name for one in facts_in(node)] == ["stolen", "holder.age", "rule.real_name_age"]


def test_a_chain_means_both_comparisons() -> None:
    assert answer("rule.cash_cdd_cny < amount < amount", amount=Decimal(60_000)) is False


def test_lists_and_days() -> None:
    assert answer('currency in ("CNY", "USD")', currency="USD") is True
    assert answer('currency not in ("CNY", "USD")', currency="EUR") is True
    assert answer('date >= "2026-12-01"', date=dt.date(2026, 12, 1)) is True
    assert answer('date >= "2026-12-01"', date=dt.date(2026, 11, 30)) is False
    assert answer("always") is True
    assert answer("never") is False


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        ("amount >= rule.cash_cdd_cny", "金额达到 50,000 元", "the amount is CNY 50,000 or more"),
        (
            "holder.age < rule.real_name_age",
            "客户年龄不满 16 周岁",
            "the customer's age is under 16 years",
        ),
        ("not stolen", "卡没有被盗", "the card was not stolen"),
        (
            "not (amount >= rule.cash_cdd_cny)",
            "金额不到 50,000 元",
            "the amount is less than CNY 50,000",
        ),
        ('currency == "USD"', "币种是美元", "the currency is US dollars"),
        (
            'currency not in ("CNY", "USD")',
            "币种不是人民币、美元",
            "the currency is none of: Renminbi, US dollars",
        ),
        (
            "stolen and (agent.present or amount > 0)",
            "卡被盗，并且（代理人到场，或者金额超过 0）",
            "the card was stolen and (the agent is here or the amount is more than 0)",
        ),
        (
            "not (stolen and agent.present)",
            "卡没有被盗，或者代理人不在场",
            "the card was not stolen or the agent is not here",
        ),
        ("hour >= 16", "现在时间达到 16 点", "the hour is 16:00 or more"),
        (
            'date >= "2026-12-01"',
            "办理日期在 2026年12月1日 当天或以后",
            "the day of the visit is on or after 2026-12-01",
        ),
        ("always", "总是", "always"),
    ],
)
def test_a_condition_reads_as_a_sentence(source: str, zh: str, en: str) -> None:
    assert sentence(
        parse(source, FACTS), shipped_rules().all_at(TODAY, shipped_rules().keys())
    ) == Text(zh, en)


TRUTH = st.sampled_from([True, False, None])


@given(TRUTH, TRUTH)
def test_a_known_answer_stays_whatever_becomes_known(
    first: bool | None, second: bool | None
) -> None:
    """What is decided with something unknown is decided the same way once it is known."""
    facts = {name: Fact(name, FactType.FLAG, Text(name, name)) for name in ("first", "second")}
    for source in ("first and second", "first or second", "not first and (second or first)"):
        node = parse(source, facts)
        now = holds(node, {"first": first, "second": second})
        if now is None:
            continue
        for one in [first] if first is not None else [True, False]:
            for two in [second] if second is not None else [True, False]:
                assert holds(node, {"first": one, "second": two}) is now


@given(st.text(max_size=80))
def test_no_text_does_anything_but_be_read_or_refused(source: str) -> None:
    column = 0
    try:
        answered = holds(parse(source, FACTS), LINE)
    except ConditionError as error:
        answered, column = None, error.column
    assert answered in (True, False, None)
    assert 0 <= column <= len(source) + 1
