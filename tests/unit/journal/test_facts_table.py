"""`docs/facts.md` and the code say the same: no kind without its line, no line without its kind."""

import re
from pathlib import Path

import pytest

from counter_app.domain.roles import Right
from counter_app.journal.entry import MAX_COMMIT
from counter_app.journal.facts import FACT_BY_KIND, FACTS
from counter_app.journal.facts.base import Fact
from counter_app.journal.folds import FOLDS

TEXT = (Path(__file__).parents[3] / "docs" / "facts.md").read_text(encoding="utf-8")
NONE = "–"
WRITERS = {"staff", "terminal", "customer"}
CLASSES = {"identity", "business", "staff", "system"}
AUDIENCES = {"all", "complaint", "quality", "restricted"}


def table(heading: str) -> list[tuple[str, ...]]:
    """The rows of the table under a heading, without its head."""
    section = TEXT.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


def names(cell: str) -> list[str]:
    """What stands in a cell between accents."""
    return re.findall(r"`([^`]+)`", cell)


SUBJECTS = {names(row[0])[0]: row for row in table("Subjects")}
KINDS = {names(row[0])[0]: row for row in table("Kinds")}
FORESEEN = {names(row[0])[0]: row for row in table("Foreseen")}


def test_every_kind_has_one_line_in_the_order_of_the_code() -> None:
    assert len(table("Kinds")) == len(KINDS)
    assert list(KINDS) == [fact.KIND for fact in FACTS]
    assert len(FACT_BY_KIND) == len(FACTS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.KIND)
def test_a_line_says_what_the_code_says(fact: type[Fact]) -> None:
    kind, version, subject, writer, right, personal, retention, audience, meaning = KINDS[fact.KIND]
    assert names(kind) == [fact.KIND]
    assert version == str(fact.VERSION)
    assert names(subject) == [fact.SUBJECT]
    assert writer == fact.WRITER
    assert set(names(right)) <= set(Right) or right == NONE
    assert names(personal) == sorted(fact.PERSONAL)
    assert personal == NONE or fact.PERSONAL
    assert retention == fact.RETENTION
    assert audience == fact.AUDIENCE
    assert meaning.endswith(".")


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.KIND)
def test_a_fact_is_past_and_its_personal_fields_exist(fact: type[Fact]) -> None:
    assert set(fact.model_fields) >= fact.PERSONAL
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", fact.KIND)
    assert fact.__doc__


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.KIND)
def test_a_kind_is_folded_by_its_subjects_fold_and_by_no_other(fact: type[Fact]) -> None:
    folding = [subject for subject, fold in FOLDS.items() if fact in fold.steps]
    assert folding == [fact.SUBJECT]


def test_every_subject_has_a_line_a_fold_and_a_kind() -> None:
    assert len(table("Subjects")) == len(SUBJECTS)
    assert set(SUBJECTS) == set(FOLDS) == {fact.SUBJECT for fact in FACTS}
    for row in SUBJECTS.values():
        assert len(row) == 4
        assert all(row)


def test_no_bound_is_beyond_the_limit() -> None:
    for row in (*SUBJECTS.values(), *FORESEEN.values()):
        figures = [int(one) for one in re.findall(r"\d+", row[2])]
        assert all(one <= MAX_COMMIT for one in figures), row


def test_what_is_foreseen_is_not_here_yet_and_is_named_once() -> None:
    assert len(table("Foreseen")) == len(FORESEEN)
    assert not set(FORESEEN) & set(SUBJECTS)
    kinds = [kind for row in FORESEEN.values() for kind in names(row[3].partition(":")[0])]
    later = names(TEXT.split("Later kinds of today's subjects:", 1)[1])
    kinds += [one for one in later if one not in SUBJECTS]
    assert len(kinds) == len(set(kinds))
    assert not set(kinds) & set(KINDS)
    for _subject, _ident, _bound, _kinds, writer, retention, audience in FORESEEN.values():
        assert set(writer.split(", ")) <= WRITERS
        assert retention in CLASSES | {"as the subject"}
        assert audience in AUDIENCES | {"as the subject"}


def test_every_class_of_retention_has_its_period_source_and_mark() -> None:
    periods = {names(row[0])[0]: row for row in table("Retention")}
    assert set(periods) == CLASSES
    for _name, kept, source, mark in periods.values():
        assert kept
        assert source
        assert mark in {"V", "S", "R"}
