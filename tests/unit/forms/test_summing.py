"""What is wrong with a sum in a bank's own file, told where it stands."""

import pytest

from counter_app.forms.loading import load_files
from tests.unit.forms.cases import shipped_rules
from tests.unit.forms.test_loading import SMALL

SUM = """\
  - id: total
    label: {zh: 合计, en: Total}
    type: sum
    sum:
      parts:
        - {of: amount}
        - {of: apart, counts: taken_off, why: {zh: 不计入, en: does not count}}
      limit: rule.deceased_limit_cny
      within: {zh: 可以办, en: it can be done}
      above: {zh: 走别的路, en: another way}
    why: {zh: 要比一比, en: It is compared}
    source: house
"""
FIELD = SMALL[SMALL.index("  - id: amount") : SMALL.index("checklist:")]
APART = FIELD.replace("id: amount", "id: apart")
SOUND = SMALL.replace("checklist:", f"{APART}{SUM}checklist:")


def told(text: str) -> list[tuple[str, str]]:
    """Code and line of each problem."""
    problems = load_files({"a.yaml": text.encode()}, shipped_rules()).problems
    return [(one.code, text.splitlines()[one.line - 1].strip()) for one in problems]


def test_a_sum_is_sound() -> None:
    assert told(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("of: apart, counts", "of: aprat, counts", "sum_of_amounts", "- {of: aprat, counts"),
        ("of: apart, counts", "of: amount, counts", "id_twice", "- {of: amount, counts"),
        (
            ", why: {zh: 不计入, en: does not count}",
            "",
            "sum_why",
            "- {of: apart, counts: taken_off}",
        ),
        ("type: sum\n", "type: amount\n", "parts_without_sum", "sum:"),
        ("limit: rule.deceased_limit_cny", "limit: 50000", "not_text", "limit: 50000"),
        ("limit: rule.deceased_limit_cny", "limit: fifty", "figure_named", "limit: fifty"),
        ("rule.deceased_limit_cny", "rule.full_age", "figure_unit", "limit: rule.full_age"),
        ("rule.deceased_limit_cny", "rule.no_limit", "unknown_figure", "limit: rule.no_limit"),
    ],
)
def test_a_mistake_in_a_sum_is_told_once(old: str, new: str, code: str, line: str) -> None:
    assert SOUND.count(old) == 1
    ((found, at),) = told(SOUND.replace(old, new))
    assert found == code
    assert at.startswith(line)


def test_a_sum_says_of_what() -> None:
    first, end = SOUND.index("    sum:\n"), SOUND.index("    why: {zh: 要比一比")
    assert [code for code, _ in told(SOUND[:first] + SOUND[end:])] == ["sum_without_parts"]


def test_a_sum_adds_one_currency() -> None:
    text = SOUND.replace("  - id: apart\n", "  - id: apart\n    currency: USD\n")
    assert [code for code, _ in told(text)] == ["sum_of_amounts"]
