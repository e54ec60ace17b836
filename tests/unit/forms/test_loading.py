"""Mistakes in a bank's own files: told with file, line, column, a sentence and a suggestion."""

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.forms.loading import check_directory, load_directory, load_files, report_lines
from counter_app.forms.problems import SENTENCES, Problem
from counter_app.forms.rules import RuleBook
from counter_app.forms.yaml_tree import Tree, read_yaml
from tests.unit.forms.cases import RESOURCES, shipped_rules

SMALL = """\
code: XX
number: "900"
title: {zh: 小业务, en: A small service}
edition: "2026-11"
from: 2026-11-01
weight: express
standard_minutes: 3
tone: warm
sources:
  house:
    title: {zh: 本行规定, en: House rule}
    mark: R
    read: 2026-11-20
who:
  - way: self
    title: {zh: 本人, en: In person}
    why: {zh: 本人办, en: In person}
    source: house
needs:
  - id: amount
    label: {zh: 金额, en: Amount}
    type: amount
    why: {zh: 要知道金额, en: To know it}
    source: house
checklist:
  - id: holder_id
    title: {zh: 身份证, en: ID card}
    form: original
    whose: holder
    paper_class: identity
    required_when: amount >= rule.cash_cdd_cny
    needs_expiry: true
    who_brings: {zh: 本人, en: The holder}
    why: {zh: 要核对, en: It is checked}
    source: house
read_back:
  - id: amount
    label: {zh: 金额, en: Amount}
    lines: [{zh: "{amount}", en: "{amount}"}]
core:
  work: {zh: 做业务, en: Do it}
  serial: expected
next_steps:
  - id: come
    date: {base: business_date, plus: rule.loss_oral_days, unit: days, last_day: legal}
    actor: customer
    action: {zh: "{rule.loss_oral_days} 天内来", en: "come within {rule.loss_oral_days} days"}
    why: {zh: 要来, en: To come}
    source: house
fees:
  - text: {zh: 免收, en: No fee}
    source: house
papers:
  - kind: R
    seal: true
    verdict: {zh: 已办, en: Done}
"""


def told(old: str, new: str) -> Problem:
    """The one problem of the small procedure with a piece exchanged."""
    assert SMALL.count(old) == 1
    return only(SMALL.replace(old, new))


def only(text: str) -> Problem:
    problems = load_files({"小业务.yaml": text.encode()}, shipped_rules()).problems
    assert len(problems) == 1, [(one.code, one.line, one.column) for one in problems]
    assert problems[0].file == "小业务.yaml"
    return problems[0]


def line_of(piece: str, text: str = SMALL) -> int:
    return text[: text.index(piece)].count("\n") + 1


def test_the_small_procedure_is_sound() -> None:
    loaded = load_files({"a.yaml": SMALL.encode()}, shipped_rules())
    assert loaded.problems == ()
    assert [spec.code for spec in loaded.procedures] == ["XX"]


class Damage(NamedTuple):
    """A piece exchanged, and where and how that is told. `meant` is what is suggested."""

    old: str
    new: str
    where: str
    column: int
    code: str
    meant: str = ""


DAMAGES = (
    Damage("weight: express", "wieght: express", "weight:", 1, "unknown_key", "weight"),
    Damage("weight: express", "weight: expres", "weight:", 9, "not_one_of", "express"),
    Damage('number: "900"', "number: 900", "number:", 9, "not_text"),
    Damage('number: "900"', "number: 0900", "number:", 9, "leading_zero"),
    Damage("standard_minutes: 3", "standard_minutes: drei", "standard_minutes", 19, "not_number"),
    Damage("from: 2026-11-01", "from: 2026-11-31", "from:", 7, "not_day"),
    Damage("    mark: R", "    mark: R\n    mark: V", "    read:", 5, "key_twice"),
    Damage(
        "title: {zh: 小业务, en: A small service}", "title: {zh: 小业务}", "title:", 8, "text_empty"
    ),
    Damage("    needs_expiry: true\n", "", "id: holder_id", 5, "missing"),
    Damage(
        "amount >= rule.cash_cdd_cny",
        "amuont >= rule.cash_cdd_cny",
        "required_when",
        20,
        "unknown_fact",
        "amount",
    ),
    Damage(
        "amount >= rule.cash_cdd_cny",
        "amount >= rule.cash_cdd_cn",
        "required_when",
        30,
        "unknown_fact",
        "rule.cash_cdd_cny",
    ),
    Damage("amount >= rule.cash_cdd_cny", "'amount >= 50000'", "required_when", 31, "bare_figure"),
    Damage(
        'zh: "{amount}", en: "{amount}"',
        'zh: "{amuont}", en: "{amuont}"',
        "lines:",
        20,
        "unknown_name",
        "amount",
    ),
    Damage(
        "come within {rule.loss_oral_days} days", "come within days", "action:", 13, "texts_differ"
    ),
    Damage(
        "zh: 要来, en: To come", "zh: 要在 5 天内来, en: To come", "zh: 要来", 18, "figure_in_text"
    ),
    Damage("plus: rule.loss_oral_days", "plus: 5", "date: {base", 39, "legal_needs_figure"),
    Damage(
        "plus: rule.loss_oral_days", "plus: rule.cash_cdd_cny", "date: {base", 39, "figure_unit"
    ),
    Damage(
        "base: business_date",
        "base: busines_date",
        "date: {base",
        18,
        "unknown_base",
        "business_date",
    ),
    Damage(
        "paper_class: identity",
        "paper_class: identity\n    deferrable: {working_days: 5, why: {zh: 可, en: ok}}",
        "required_when",
        5,
        "deferrable_identity",
    ),
    Damage(
        "    label: {zh: 金额, en: Amount}\n    type: amount",
        "    label: {zh: 金额, en: Amount}\n    type: choice",
        "id: amount\n    label",
        5,
        "choice_without_options",
    ),
    Damage('action: {zh: "{rule', 'action: {zh: "}{rule', "action:", 18, "stray_brace"),
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.code)
def test_a_mistake_is_told_where_it_stands(damage: Damage) -> None:
    old, new, where, column, code, meant = damage
    text = SMALL.replace(old, new)
    assert SMALL.count(old) == 1
    problems = load_files({"小业务.yaml": text.encode()}, shipped_rules()).problems
    first = next(one for one in problems if one.code == code)
    assert (first.line, first.column) == (line_of(where), column)
    assert all(one.code == code for one in problems if one.line == first.line)
    if meant:
        assert first.suggestion is not None
        assert meant in first.suggestion.zh
        assert meant in first.suggestion.en


def test_an_unknown_source_names_the_one_that_was_meant() -> None:
    text = SMALL.replace("    source: house\ncore:", "core:")
    last = text.rindex("source: house")
    problem = only(text[:last] + "source: hause" + text[last + len("source: house") :])
    assert problem.code == "unknown_source"
    assert problem.message.zh == "没有名为“hause”的依据，请写进 sources"
    assert problem.suggestion is not None
    assert problem.suggestion.zh == "是不是想写“house”？"
    assert problem.suggestion.en == "Did you mean “house”?"


def test_a_detail_cannot_decide_what_papers_are_needed() -> None:
    field = SMALL[SMALL.index("  - id: amount") : SMALL.index("checklist:")]
    late = SMALL.replace("needs:\n" + field, "").replace(
        "read_back:", "details:\n" + field + "read_back:"
    )
    problem = only(late)
    assert problem.code == "asked_too_late"
    assert problem.line == line_of("required_when", late)


def test_a_field_cannot_depend_on_a_later_one() -> None:
    problem = told("    type: amount\n", "    type: amount\n    shown_when: amount > 0\n")
    assert problem.code == "asked_later"


@pytest.mark.parametrize(
    ("body", "line", "column", "code"),
    [
        (b"code: XX\n\ttitle: x\n", 2, 1, "yaml_tab"),
        (b"code: [XX\nnumber: 1\n", 2, 7, "yaml_syntax"),
        (b"code: XX\nnumber: &a 1\n", 2, 9, "yaml_anchor"),
        (b"code: !!python/object:os.system x\n", 1, 7, "yaml_tag"),
        (b"- a\n- b\n", 1, 1, "not_a_table"),
        (b"", 1, 1, "not_a_table"),
        ("code: 开户".encode("gbk"), 1, 1, "not_utf8"),
    ],
)
def test_a_file_that_is_no_yaml_of_ours(body: bytes, line: int, column: int, code: str) -> None:
    problems = load_files({"x.yaml": body}).problems
    assert [(one.line, one.column, one.code) for one in problems] == [(line, column, code)]


PACK = """\
pack: own
edition: "2026-11"
title: {zh: 本行, en: Own}
figures:
  - key: cash_booking_cny
    value: 100000
    unit: CNY
    from: 2026-01-01
    label: {zh: 预约线, en: the booking line}
    source: {zh: 本行文件, en: House paper}
    mark: R
    read: 2026-11-20
    scope: bank
"""


def test_a_bank_sets_its_own_figure_before_the_national_one() -> None:
    loaded = load_files({"own.yaml": PACK.encode()}, shipped_rules())
    assert loaded.problems == ()
    figure = loaded.rules.at("cash_booking_cny", loaded.packs[0].figures[0].from_date)
    assert figure is not None
    assert figure.value == 100_000


@pytest.mark.parametrize(
    "line",
    [
        "    source: {zh: 本行文件, en: House paper}\n",
        "    read: 2026-11-20\n",
        "    from: 2026-01-01\n",
    ],
)
def test_no_figure_without_source_or_date(line: str) -> None:
    loaded = load_files({"own.yaml": PACK.replace(line, "").encode()}, shipped_rules())
    assert [(one.code, one.line) for one in loaded.problems] == [("missing", 5)]
    assert loaded.packs == ()


def test_two_figures_of_one_time_contradict_each_other() -> None:
    figure = PACK[PACK.index("  - key") :]
    problems = load_files({"own.yaml": (PACK + figure).encode()}, shipped_rules()).problems
    assert [(one.code, one.line, one.column) for one in problems] == [
        ("overlapping_figures", 14, 10)
    ]


def test_a_figure_that_has_ended_is_told_to_those_who_use_it() -> None:
    ended = tuple(
        one.model_copy(update={"until": one.from_date}) if one.key == "loss_oral_days" else one
        for one in shipped_rules().figures
    )
    problems = load_files({"a.yaml": SMALL.encode()}, RuleBook(ended)).problems
    assert {one.code for one in problems} == {"figure_not_in_force"}
    assert "2026-11-01" in problems[0].message.zh


def test_two_files_cannot_claim_one_code_or_number() -> None:
    other = SMALL.replace("code: XX", "code: YY")
    same = load_files({"a.yaml": SMALL.encode(), "b.yaml": SMALL.encode()}, shipped_rules())
    number = load_files({"a.yaml": SMALL.encode(), "b.yaml": other.encode()}, shipped_rules())
    assert [(one.file, one.line, one.code) for one in same.problems] == [("b.yaml", 1, "same_code")]
    assert [(one.file, one.line, one.code) for one in number.problems] == [
        ("b.yaml", 2, "same_number")
    ]


def test_one_bad_file_does_not_keep_the_others_away(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("code: [", encoding="utf-8")
    loaded = load_directory(tmp_path, shipped_rules())
    assert [spec.code for spec in loaded.procedures] == ["XX"]
    assert {one.file for one in loaded.problems} == {"bad.yaml"}


def test_the_report_lists_what_is_not_verified_and_counts(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL.replace("tone: warm", "tone: warn"), encoding="utf-8")
    report = check_directory(tmp_path, shipped_rules())
    assert not report.clean
    assert [figure.key for figure in report.unverified] == ["cash_booking_cny"]
    zh, en = report_lines(report, "zh"), report_lines(report, "en")
    assert zh[0] == "a.yaml:8:7: “warn”不在可选之列。是不是想写“warm”？"
    assert en[0] == "a.yaml:8:7: “warn” is not one of the choices. Did you mean “warm”?"
    assert "[R] cash_booking_cny = 100,000 元 (预约线; 本行文件; 2026-11-20)" in zh[2]
    assert len(zh) == len(en)


def test_a_directory_without_faults_is_clean() -> None:
    report = check_directory(RESOURCES / "procedures", shipped_rules())
    assert report.clean
    assert report.problems == ()
    assert report.procedures == len(list((RESOURCES / "procedures").glob("*.yaml")))


def test_every_sentence_can_be_filled_in_both_languages() -> None:
    for code, sentence in SENTENCES.items():
        assert sentence.zh, code
        assert sentence.en, code


@settings(max_examples=150)
@given(st.data())
def test_no_damage_to_a_file_raises(data: st.DataObject) -> None:
    """Any cut or exchanged piece gives a procedure or problems with a place in the file."""
    body = SMALL.encode()
    start = data.draw(st.integers(0, len(body) - 1))
    length = data.draw(st.integers(0, 40))
    piece = data.draw(st.binary(max_size=12) | st.sampled_from([b"{", b"- ", b": ", b'"', b"\n"]))
    damaged = body[:start] + piece + body[start + length :]
    loaded = load_files({"a.yaml": damaged}, shipped_rules())
    assert loaded.procedures or loaded.packs or loaded.problems
    lines = damaged.count(b"\n") + damaged.count(b"\r") + 2
    assert all(1 <= one.line <= lines and one.column >= 1 for one in loaded.problems)


def test_a_place_inside_a_quoted_text_counts_the_quote() -> None:
    tree = read_yaml(b'a: "x"\nb: y\n')
    assert isinstance(tree, Tree)
    assert (tree.place(("a",)).inside, tree.place(("b",)).inside) == (1, 0)
    assert tree.place(("b",), of_key=True).column == 1
    assert tree.place(("b", "none", 3)).line == 2


def test_a_field_cannot_depend_on_the_days_since_itself() -> None:
    day = """needs:
  - id: begun
    label: {zh: 起始日, en: First day}
    type: date
    shown_when: begun.days_since > rule.cash_booking_days
    why: {zh: 算期限, en: The term is reckoned}
    source: house
"""
    assert told("needs:\n", day).code == "asked_later"
