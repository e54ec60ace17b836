"""Finding a service, which edition is in force, and figures at a date."""

import datetime as dt
from decimal import Decimal

import pytest

from counter_app.forms.catalogue import Catalogue
from counter_app.forms.rules import Figure, RuleBook, figure_words
from counter_app.i18n import Text
from tests.unit.forms.cases import TODAY, shipped_catalogue, shipped_rules


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("101", "GRKH"),
        ("10", "GRKH"),
        ("grkh", "GRKH"),
        ("ＧＲ", "GRKH"),
        ("gs", "GS"),
        ("ktgs", "GS"),
        ("wcnkh", "GRKH"),
        ("xjq", "XJQK"),
        ("取现", "XJQK"),
        ("卡丢了", "GS"),
        ("被偷", "GS"),
        ("孩子", "GRKH"),
        ("stolen", "GS"),
        ("withdraw", "XJQK"),
        ("lost card", "GS"),
        ("card for child", "GRKH"),
        ("account child", "GRKH"),
        ("zzz", None),
    ],
)
def test_a_service_is_found_by_number_initials_or_words(query: str, first: str | None) -> None:
    found = shipped_catalogue().find(query, TODAY)
    assert (found[0].code if found else None) == first


def test_an_exact_number_stands_before_everything() -> None:
    found = [spec.number for spec in shipped_catalogue().find("1", TODAY)]
    assert found == sorted(found)
    assert all(number.startswith("1") for number in found)
    assert [spec.code for spec in shipped_catalogue().find("107", TODAY)] == ["GS"]


def test_an_empty_query_shows_all_up_to_the_limit() -> None:
    every = len(shipped_catalogue().in_force(TODAY))
    assert len(shipped_catalogue().find("", TODAY, limit=every + 1)) == every
    assert len(shipped_catalogue().find("  ", TODAY, limit=2)) == 2


def test_the_edition_in_force_on_the_day_is_offered() -> None:
    catalogue = shipped_catalogue()
    old = next(spec for spec in catalogue.procedures if spec.code == "GS")
    new = old.edited(edition="2026-12", **{"from": dt.date(2026, 12, 1)})
    both = Catalogue((*catalogue.procedures, new), catalogue.rules)
    before, after = both.open("GS", TODAY), both.open("GS", dt.date(2026, 12, 1))
    assert before is not None
    assert after is not None
    assert (before.spec.edition, after.spec.edition) == ("2026-11", "2026-12")
    assert both.open("GS", dt.date(2026, 10, 31)) is None
    assert both.open("NONE", TODAY) is None


def figure(value: int, scope: str, first: str, until: str | None = None) -> Figure:
    text = {"zh": "线", "en": "line"}
    return Figure.model_validate(
        {
            "key": "line",
            "value": value,
            "unit": "CNY",
            "from": first,
            "until": until,
            "label": text,
            "source": text,
            "mark": "R",
            "read": "2026-11-20",
            "scope": scope,
        }
    )


def test_the_nearer_figure_in_force_stands() -> None:
    book = RuleBook(
        (
            figure(200, "national", "1998-01-01"),
            figure(100, "bank", "2026-01-01", "2026-06-30"),
            figure(50, "branch", "2026-03-01", "2026-03-31"),
        )
    )
    on = {
        "2025-12-31": 200,
        "2026-01-01": 100,
        "2026-03-15": 50,
        "2026-04-01": 100,
        "2026-06-30": 100,
        "2026-07-01": 200,
    }
    for day, value in on.items():
        found = book.at("line", dt.date.fromisoformat(day))
        assert found is not None
        assert found.value == value
        assert book.all_at(dt.date.fromisoformat(day), {"line"})["line"] == found
    assert book.at("line", dt.date(1997, 12, 31)) is None
    assert book.at("other", TODAY) is None


def test_figures_of_second_hand_and_house_are_listed() -> None:
    unverified = {one.key: one.mark for one in shipped_rules().unverified()}
    assert unverified["cash_cdd_cny"] == "S"
    assert unverified["deferral_days"] == "R"
    assert "loss_oral_days" not in unverified


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (50_000, "CNY", "50,000 元", "CNY 50,000"),
        (1, "days", "1 天", "1 day"),
        (5, "working_days", "5 个工作日", "5 working days"),
        (16, "years", "16 周岁", "16 years"),
        (16, "hour", "16 点", "16:00"),
    ],
)
def test_a_figure_is_said_with_its_unit(value: int, unit: str, zh: str, en: str) -> None:
    assert figure_words(Decimal(value), unit) == Text(zh, en)
