"""Common parts: laid in by name, overridden beside the name, mistakes told where they stand."""

from counter_app.config import RESOURCES
from counter_app.forms.loading import Loaded, load_directory, load_files
from tests.unit.forms.cases import shipped_rules
from tests.unit.forms.test_loading import SMALL

PARTS = """\
parts: own
sources:
  law:
    title: {zh: 某法 第一条, en: "Some law, art. 1"}
    mark: V
    read: 2026-11-20
checklist:
  paper:
    id: paper
    title: {zh: 户口簿, en: Household register}
    form: shown
    whose: holder
    paper_class: other
    required_when: always
    who_brings: {zh: 本人, en: The holder}
    why: {zh: 要看, en: It is looked at}
    source: law
"""
WITH_PART = SMALL.replace("read_back:\n", "  - use: paper\nread_back:\n", 1)


def load(procedure: str, parts: str = PARTS) -> Loaded:
    files = {"parts.yaml": parts.encode(), "small.yaml": procedure.encode()}
    return load_files(files, shipped_rules())


def test_a_part_stands_in_the_procedure_with_its_source() -> None:
    (spec,) = load(WITH_PART).procedures
    item = spec.item("paper")
    assert item is not None
    assert item.title.zh == "户口簿"
    assert spec.sources["law"].mark == "V"


def test_a_source_that_no_line_names_is_not_taken_along() -> None:
    (spec,) = load(SMALL).procedures
    assert "law" not in spec.sources


def test_what_stands_beside_the_name_goes_before_the_part() -> None:
    (spec,) = load(
        WITH_PART.replace("- use: paper", "- use: paper\n    required_when: never")
    ).procedures
    item = spec.item("paper")
    assert item is not None
    assert item.required_when == "never"


def test_a_part_nobody_wrote_is_told_with_the_likely_name() -> None:
    (problem,) = load(WITH_PART.replace("use: paper", "use: papper")).problems
    assert (problem.file, problem.code) == ("small.yaml", "unknown_part")
    assert problem.suggestion is not None
    assert "paper" in problem.suggestion.zh


def test_a_mistake_in_a_part_is_told_in_the_file_of_parts() -> None:
    wrong = PARTS.replace("required_when: always", "required_when: amuont >= rule.cash_cdd_cny")
    (problem,) = load(WITH_PART, wrong).problems
    assert problem.file == "parts.yaml"
    assert problem.line == wrong[: wrong.index("required_when")].count("\n") + 1


def test_a_mistake_beside_the_name_is_told_in_the_procedure() -> None:
    wrong = WITH_PART.replace("- use: paper", "- use: paper\n    form: orignal")
    (problem,) = load(wrong).problems
    assert (problem.file, problem.code) == ("small.yaml", "not_one_of")
    assert problem.line == wrong[: wrong.index("form: orignal")].count("\n") + 1


def test_a_bank_builds_on_parts_it_did_not_write() -> None:
    shipped = load_directory(RESOURCES / "procedures", shipped_rules())
    own = SMALL.replace("read_back:\n", "  - use: agent_id\nread_back:\n", 1)
    loaded = load_files({"own.yaml": own.encode()}, shipped_rules(), shipped.parts)
    assert loaded.problems == ()
    assert loaded.procedures[0].item("agent_id") is not None
