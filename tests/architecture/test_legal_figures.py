"""No legal figure stands in code: amounts, ages and periods of a rule are data with their source.

What counts: an amount that a rule draws a line at; an age or a period of more than one unit given
to something named after one; and a number with its unit in a text that is shown or printed, in
digits or words of either language. Documentation may quote a figure. Played customers (`rehearsal`)
have amounts and ages of their own. An allowance names its reason and goes when it is not needed.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import Module, docstrings, modules_under

AMOUNTS = {5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000}
PERIOD = re.compile(
    r"(?:^|_)(?:years|months|weeks|days|ages?|aged|amounts?|quota|threshold)(?:$|_)", re.I
)
COUNTED = r"(?:元|万|美元|周?岁|个?工作日|日内|天内?|个月|年内)"
SPELLED = (
    "two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|sixteen|eighteen|twenty"
    "|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
IN_WORDS = re.compile(
    rf"\d[\d,，.]*\s*{COUNTED}"
    rf"|[〇零一二两三四五六七八九十][〇零一二两三四五六七八九十百千]*\s*{COUNTED}"
    rf"|\b(?:\d[\d,.]*|{SPELLED})[\s-]+"
    r"(?:yuan|cny|rmb|usd|dollars|years?|months?|weeks?|(?:working[ -]|calendar[ -])?days?)\b"
    rf"|\b(?:{SPELLED})[\s-]+thousand\b|\b\d{{1,3}}(?:,\d{{3}})+\b",
    re.I,
)
LIST_OF_NUMERALS = re.compile("一二三|十百千")
"""Signs enumerated to be recognised, which say no number."""

ALLOWED: dict[tuple[str, str], str] = {
    ("counter_app/domain/amounts.py", "10000"): "万, the unit in which Chinese counts",
    ("counter_app/forms/field_values.py", "10000"): "万, the unit in which Chinese counts",
    ("counter_app/domain/calendar.py", "_FIRST_DAY_OF_NEW_YEARS_NOTICE 29"): "a day in December",
    ("counter_app/forms/procedure_runner.py", "days 366"): "how far ahead a list is looked at",
    ("counter_app/bootstrap/demo.py", "days 60"): "how long ago the demo's month begins",
    ("counter_app/services/day_closing.py", "5000"): "more cases than a day of one branch has",
    ("counter_app/domain/identity.py", "LONGEST_LIFE_YEARS 150"): "a birth date that is a slip",
    ("counter_app/bootstrap/rehearsals.py", "10000"): "how many entries a measure accepts",
    ("counter_app/bootstrap/rehearsals.py", "200000"): "how many customers a measure searches",
    ("counter_app/bootstrap/rehearsals.py", "5000"): "how many visits a measure lists",
    ("counter_app/ui/desk/notice_model.py", "days 7"): "a week, to find the next Friday",
    ("counter_app/ui/desk/reveal.py", "10000"): "milliseconds that a held number is shown",
    ("counter_app/ui/profile/own_account.py", "DAYS_BACK 7"): "how far back sign-ons are listed",
    ("counter_app/ui/profile/profile_panel.py", "七天内"): "how far back sign-ons are listed",
    ("counter_app/ui/supervision/day_log_page.py", "一天"): "one day, at a time",
    ("counter_app/ui/supervision/event_list.py", "10000"): "a width in pixels",
    ("counter_app/ui/widgets/gallery_fields.py", "5000"): "an amount to look at",
    ("counter_app/ui/widgets/gallery_states.py", "1,111"): "figures to look at",
    ("counter_app/ui/widgets/gallery_states.py", "1,240"): "figures to look at",
    ("counter_app/ui/widgets/gallery_states.py", "4,000"): "figures to look at",
    ("counter_app/ui/widgets/gallery_states.py", "8,888"): "figures to look at",
    ("counter_app/ui/window/locking.py", "5000"): "milliseconds between two looks at the idle time",
    ("counter_app/db/snapshot_choice.py", "7 days"): "how far back days go along with a snapshot",
    ("counter_app/ui/words/table.py", "一天"): "one day, as the clock jumped",
}
"""(path, what was found) to the reason why it is no figure of a rule."""


def figures(module: Module) -> Iterator[str]:
    """What in a module looks like the figure of a rule."""
    tree = module.tree()
    documentation = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in documentation:
            yield from in_constant(node)
        yield from beside_a_name(node)


def in_constant(node: ast.Constant) -> Iterator[str]:
    """An amount as a number or a numeral, or a figure with its unit in a text."""
    value = node.value
    if isinstance(value, str):
        if value.replace(".", "", 1).isdecimal():
            value = float(value) if value.isascii() else value
        else:
            found = (match.group() for match in IN_WORDS.finditer(value))
            yield from (words for words in found if not LIST_OF_NUMERALS.search(words))
    if isinstance(value, int | float) and value in AMOUNTS:
        yield str(int(value))


def beside_a_name(node: ast.AST) -> Iterator[str]:
    """A number above one compared with, given to or kept as something named after a period or age.

    `timedelta(days=5)`, `age >= 16`, `REPORT_DAYS = 5`; a zero or a one says "none" or "the next".
    """
    pairs: list[tuple[str, ast.expr | None]] = []
    if isinstance(node, ast.keyword):
        pairs.append((node.arg or "", node.value))
    elif isinstance(node, ast.Assign):
        pairs += [(name(target), node.value) for target in node.targets]
    elif isinstance(node, ast.AnnAssign):
        pairs.append((name(node.target), node.value))
    elif isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        pairs += [(name(one), other) for one in sides for other in sides if one is not other]
    for said, value in pairs:
        number = value.value if isinstance(value, ast.Constant) else None
        if PERIOD.search(said) and type(number) is int and number > 1:
            yield f"{said} {number}"


def name(node: ast.expr) -> str:
    """The last name an expression is called by: `age` of `person.age` and of `age(person)`."""
    if isinstance(node, ast.Call):
        return name(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def found_in_product() -> set[tuple[str, str]]:
    """All that was found, by module."""
    judged = (m for m in modules_under("counter_app") if m.room != "rehearsal")
    return {(module.path, figure) for module in judged for figure in figures(module)}


def test_no_legal_figure_stands_in_code() -> None:
    found = found_in_product()
    assert sorted(found - set(ALLOWED)) == []
    assert sorted(set(ALLOWED) - found) == [], "no longer needed"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("if amount >= 50_000: ...", "50000"),
        ("limit = Decimal('200000')", "200000"),
        ("due = start + timedelta(days=5)", "days 5"),
        ("if person.age >= 16: ...", "age 16"),
        ("if 18 > age_on(day): ...", "age_on 18"),
        ("REPORT_DAYS = 5", "REPORT_DAYS 5"),
        ("text = '金额满5万元须核实'", "5万"),
        ("text = '五日内补办书面挂失'", "五日内"),
        ("text = '未满十六周岁'", "十六周岁"),
        ("text = 'within five days'", "five days"),
        ("text = f'after {n} or 6 months'", "6 months"),
        ("text = 'fifty thousand yuan'", "fifty thousand"),
        ("text = 'from 50,000 on'", "50,000"),
    ],
)
def test_a_planted_figure_is_found(text: str, figure: str) -> None:
    assert figure in set(figures(Module("counter_app/a.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "next_day = day + timedelta(days=1)",
        '"""From 50,000 yuan on, see the rule pack."""',
        "x = 18",
        "text = f'{days} days'",
        "text = '第 2 页，共 3 页'",
        "text = '2026年11月23日'",
        "width = 40 * 10",
        "numerals = re.compile('[一二三四五六七八九十百千万]+')",
    ],
)
def test_what_is_no_figure_of_a_rule_passes(text: str) -> None:
    assert list(figures(Module("counter_app/a.py", text))) == []
