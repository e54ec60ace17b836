"""The model of scripted staff time: every act has its seconds, and the document says the same."""

from pathlib import Path

import pytest

from counter_app.rehearsal.bench.staff_time import (
    LIMITS,
    SECONDS,
    Act,
    StaffTime,
    seconds_of,
)

MEASURES = (Path(__file__).parents[3] / "docs" / "measures.md").read_text("utf-8")


def test_the_seconds_of_acts_add_up() -> None:
    assert seconds_of({"press": 10, "decision": 2, "scan": 1}) == pytest.approx(7.0)
    assert seconds_of({}) == 0
    assert StaffTime("xjck", "express", {"page": 2}).seconds == pytest.approx(2.7)


@pytest.mark.parametrize("act", list(SECONDS))
def test_the_document_says_what_an_act_takes(act: Act) -> None:
    assert f"| {act} | {SECONDS[act]:g} s |" in MEASURES


def test_the_document_says_what_is_held() -> None:
    for weight, most in LIMITS.items():
        assert f"{weight} at most {most:g} s" in MEASURES
