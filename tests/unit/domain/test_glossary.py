"""The glossary holds the words that domain shows: same Chinese, same identifier."""

import re
from pathlib import Path

from counter_app.domain.identity import IdentityKind
from counter_app.domain.paper import PaperKind
from counter_app.domain.roles import Role
from counter_app.domain.work_state import WorkState

GLOSSARY = (Path(__file__).parents[3] / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in GLOSSARY.splitlines()
    if line.startswith("|") and not line.startswith("|---")
]


def test_every_row_is_complete() -> None:
    assert len(ROWS) > 100
    for row in ROWS:
        assert len(row) == 4, row
        assert all(row), row


def test_no_word_and_no_identifier_stands_for_two_things() -> None:
    words = [row[0] for row in ROWS if row[0] != "中文"]
    assert len(words) == len(set(words))


def test_the_words_of_the_window_stand_in_it() -> None:
    by_identifier = {row[2]: row for row in ROWS}
    for member in (*IdentityKind, *Role, *WorkState):
        assert by_identifier[f"`{member.value}`"][0] == member.label.zh


def test_every_kind_of_paper_stands_in_it() -> None:
    for kind in PaperKind:
        assert re.search(rf"`{kind.name.lower()}`, {kind.value} ", GLOSSARY), kind
