"""The pack of emergency forms: a blank form for every service, with its number and edition."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.bootstrap.fallback import write_pack
from counter_app.journal.facts.base import Words
from counter_app.journal.facts.ground import BranchFounded
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer
from counter_app.services.fallback_pack import (
    NOTICES,
    Pack,
    SheetNumber,
    papers_of,
    sheet_number,
)
from counter_app.services.paper_content import pack_content, papers_of_pack
from tests.unit.printing.reading import squeezed, text_of
from tests.unit.services.standing import BRANCH_TOLD, RESOURCES, shipped

NOW = dt.datetime(2026, 11, 24, 2, 0, tzinfo=dt.UTC)


def pack(*codes: str) -> Pack:
    """A pack of these services, of all without any."""
    told = BRANCH_TOLD
    founded = BranchFounded(
        bank=Words(zh=told.bank.zh, en=told.bank.en),
        outlet=Words(zh=told.outlet.zh, en=told.outlet.en),
        address=Words(zh=told.address.zh, en=told.address.en),
        hours=Words(zh=told.hours.zh, en=told.hours.en),
        phone=told.phone,
        complaint_phone=told.complaint_phone,
        cut_off_hour=3,
        purpose="demo",
        first_administrator="80001",
        zone="Asia/Shanghai",
    )
    specs = tuple(one for one in shipped().procedures if not codes or one.code in codes)
    return Pack(founded, specs, NOW, dt.date(2026, 11, 24), "03")


def test_every_service_has_its_forms_and_no_number_comes_twice() -> None:
    every = pack()
    papers = papers_of(every)
    numbers = [one.number for one in papers]
    assert len(numbers) == len(set(numbers))
    assert len(papers) == every.copies * len(every.specs) + NOTICES + 1
    for spec in every.specs:
        form = next(one for one in papers if one.number == f"E03-{spec.code}-261124-01")
        labels = [
            row.label.zh for block in form.blocks for row in block.rows if hasattr(row, "label")
        ]
        assert {one.title.zh for one in spec.checklist} <= set(labels)
        assert spec.edition in form.rule_reference.zh


def test_the_pack_is_one_file_that_can_be_read(tmp_path: Path) -> None:
    file = write_pack(pack("GS", "XJQK"), PaperRenderer(PaperFonts(RESOURCES / "fonts")), tmp_path)
    words = squeezed(text_of(file.read_bytes()))
    for said in (
        "E03-GS-261124-01",
        "E03-XJQK-261124-02",
        "E03-GZ-261124-04",
        "E020",
        "应急业务单",
        "补录",
    ):
        assert said in words, said


def test_a_second_pack_runs_on_from_the_first() -> None:
    first = pack("GS", "XJQK")
    given = {one.name: one.count for one in first.series}
    second = papers_of(replace(first, given=given))
    numbers = {one.number for one in papers_of(first)}
    assert not numbers & {one.number for one in second}
    assert {"E03-GS-261124-03", "E03-GZ-261124-05", "E03-PH-261124-02"} <= {
        one.number for one in second
    }
    strips = next(one for one in second if one.number == "E03-PH-261124-02")
    labels = [row.label.zh for block in strips.blocks for row in block.rows]  # type: ignore[union-attr]
    assert (labels[0], labels[-1]) == ("E021", "E040")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("E03-GS-261124-01", SheetNumber("E03-GS-261124", "GS", 1)),
        ("E03-GRKH-261124-112", SheetNumber("E03-GRKH-261124", "GRKH", 112)),
        ("E-CK-0001", None),
        ("E03-GS-261124-1", None),
    ],
)
def test_a_number_says_what_it_is_for(number: str, said: SheetNumber | None) -> None:
    assert sheet_number(number) == said


def test_the_bytes_of_a_pack_give_its_papers_back() -> None:
    papers = papers_of(pack("GS"))
    content = pack_content(papers)
    assert content.subject is None
    assert papers_of_pack(content.data) == papers
