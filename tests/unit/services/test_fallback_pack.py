"""The pack of emergency forms: a blank form for every service, with its number and edition."""

import datetime as dt
from pathlib import Path

from counter_app.bootstrap.fallback import write_pack
from counter_app.journal.facts.base import Words
from counter_app.journal.facts.ground import BranchFounded
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer
from counter_app.services.fallback_pack import NOTICES, Pack, papers_of
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
    return Pack(founded, specs, NOW, dt.date(2026, 11, 24))


def test_every_service_has_its_forms_and_no_number_comes_twice() -> None:
    every = pack()
    papers = papers_of(every)
    numbers = [one.number for one in papers]
    assert len(numbers) == len(set(numbers))
    assert len(papers) == every.copies * len(every.specs) + NOTICES + 1
    for spec in every.specs:
        form = next(one for one in papers if one.number == f"E-{spec.code}-1124-01")
        labels = [
            row.label.zh for block in form.blocks for row in block.rows if hasattr(row, "label")
        ]
        assert {one.title.zh for one in spec.checklist} <= set(labels)
        assert spec.edition in form.rule_reference.zh


def test_the_pack_is_one_file_that_can_be_read(tmp_path: Path) -> None:
    file = write_pack(pack("GS", "XJQK"), PaperRenderer(PaperFonts(RESOURCES / "fonts")), tmp_path)
    words = squeezed(text_of(file.read_bytes()))
    for said in ("E-GS-1124-01", "E-XJQK-1124-02", "E-GZ-1124-04", "E020", "应急业务单", "补录"):
        assert said in words, said
