"""Every fact that a replay can show, and every code inside it, is told in words."""

import re
from collections.abc import Iterator
from typing import Literal, get_args, get_origin

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.forms.run_state import StepId
from counter_app.journal.facts import FACTS
from counter_app.journal.facts import case as facts
from counter_app.journal.facts.base import Fact
from counter_app.services.replaying import ReplayEvent
from counter_app.ui.supervision.event_words import Wording, event_told
from counter_app.ui.words.table import PAPER_REASONS

KINDS = tuple(one for one in FACTS if one.SUBJECT in ("case", "visit", "override", "dissuasion"))
WORDING = Wording(
    "zh", item=lambda code: {"id_card.photo_only": "复印件、照片不收"}.get(code, code)
)


def event(code: str, **params: str) -> ReplayEvent:
    return ReplayEvent(
        "2026-11-23T01:00:00.000Z", "staff/80231", code, params, StepId.CORE, "s", "e"
    )


def words_of(told: ReplayEvent) -> str:
    shown = event_told(told, WORDING)
    return f"{shown.what} {shown.evidence}"


def codes_in(fact: type[Fact]) -> Iterator[tuple[str, str]]:
    """The fields of a fact that hold one of a few codes, with each code."""
    for name, field in fact.model_fields.items():
        if get_origin(field.annotation) is Literal:
            for code in get_args(field.annotation):
                yield name, code


@pytest.mark.parametrize("fact", KINDS, ids=lambda fact: fact.KIND)
def test_every_kind_and_every_code_in_it_is_told_in_words(
    fact: type[Fact], qapp: QApplication
) -> None:
    assert "叫不出名字" not in words_of(event(fact.KIND))
    assert not re.search("[a-z_]{3,}", words_of(event(fact.KIND)).removesuffix("staff/80231"))
    for name, code in codes_in(fact):
        assert code not in words_of(event(fact.KIND, **{name: code})), (name, code)


def test_why_a_copy_did_not_go_out_is_told_in_words(qapp: QApplication) -> None:
    for code in PAPER_REASONS:
        told = words_of(event("paper_failed", paper="03A-0001C-R1", reason=code))
        assert code not in told
        assert "原因：" in told
    assert "printer_melted" not in words_of(event("paper_failed", reason="printer_melted"))


def test_why_a_paper_was_not_taken_is_told_by_its_line(qapp: QApplication) -> None:
    refused = {"outcome": "refused", "item": "id_card@p1", "reason": "photo_only"}
    assert "复印件、照片不收" in words_of(event("document_checked", **refused))
    unknown = words_of(event("document_checked", **{**refused, "reason": "never_heard_of"}))
    assert "never_heard_of" not in unknown


def test_a_serial_that_followed_says_so_and_by_whom(qapp: QApplication) -> None:
    told = event(facts.CoreSerialRecorded.KIND, serial="CB1", late="yes")
    assert words_of(told).startswith("补核心流水号 CB1")
    assert words_of(event(facts.CoreSerialRecorded.KIND, serial="CB1")).startswith("核心流水号 CB1")


def test_a_kind_never_heard_of_is_no_code_on_the_screen(qapp: QApplication) -> None:
    assert "moon_phase" not in words_of(event("moon_phase"))
