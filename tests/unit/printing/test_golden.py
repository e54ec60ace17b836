"""The layouts stand as they were: a change is a decision, and shows in the golden papers."""

import pytest

from counter_app.printing.fonts import PaperFonts
from tests.unit.printing.golden import FOLDER, described, golden_papers


@pytest.mark.parametrize("name", golden_papers())
def test_the_layout_is_the_golden_one(name: str, fonts: PaperFonts) -> None:
    paper, mark = golden_papers()[name]
    kept = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert described(paper, mark, fonts) == kept


def test_no_golden_paper_is_left_over() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(golden_papers())
