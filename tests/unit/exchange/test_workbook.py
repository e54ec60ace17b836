"""The workbook of a day, read again without the library that wrote it."""

import datetime as dt
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from counter_app.domain.paper import Contact
from counter_app.exchange.workbook import day_workbook
from counter_app.i18n import Text
from counter_app.journal.folds.day import DayView, Remark
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer
from counter_app.services.day_closing import of_branch
from counter_app.services.day_sheet import DaySheet, paper_of_day
from counter_app.services.read_models import CaseLine
from tests.unit.printing.reading import squeezed, text_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FONTS = Path(__file__).parents[3] / "resources" / "fonts"


def line(number: int, **more: object) -> CaseLine:
    """A case of the log."""
    told = {
        "subject": f"case/{number}",
        "number": f"03A-000{number}",
        "service": "GS",
        "state": "completed",
        "step": "completion",
        "staff": "80231",
        "staff_name": "王敏",
        "window": "3",
        "visit": "visit/1",
        "holder_name": "李桂兰",
        "business_date": "2026-11-23",
        "started_at": f"2026-11-23T02:0{number}:00.000Z",
        "ended_at": f"2026-11-23T02:1{number}:00.000Z",
        "last_at": f"2026-11-23T02:1{number}:00.000Z",
        "waiting_reason": None,
        "handed_to": None,
        "reached_core": None,
        "serial": f"00{number}",
        "booking": None,
        "notice_on": None,
        "due_on": None,
        "exceptions": (),
    }
    return CaseLine(**{**told, **more})  # type: ignore[arg-type]


@pytest.fixture
def sheet() -> DaySheet:
    """Three cases, one parked and one unclear, and a remark that looks like a formula."""
    lines = (
        line(1),
        line(2, state="parked", ended_at=None, waiting_reason="去取卡", on_paper="E-GS-0007"),
        line(3, exceptions=("booking_unclear",)),
    )
    remark = Remark("=1+1 上午停电", "2026-11-23T03:00:00.000Z", "staff/80201")
    day = replace(DayView("day/2026-11-23"), remarks=(remark,))
    contact = Contact("010", Text("东大街", "East"), Text("9-17", "9-17"), "011")
    named = {"GS": Text("挂失", "Report of loss")}
    branch = Text("安澜银行", "Anlan Bank"), Text("城东支行", "East Branch")
    date = dt.date(2026, 11, 23)
    return DaySheet(date, *branch, contact, lines, of_branch(lines), day, named)


def pages(book: bytes) -> dict[str, list[list[str]]]:
    """Every page's cells as text, from the parts of the file alone."""
    with zipfile.ZipFile(BytesIO(book)) as parts:
        strings = [
            "".join(one.itertext())
            for one in ElementTree.fromstring(parts.read("xl/sharedStrings.xml")).iter(f"{MAIN}si")
        ]
        listed = ElementTree.fromstring(parts.read("xl/workbook.xml"))
        names = [one.attrib["name"] for one in listed.iter(f"{MAIN}sheet")]
        found = {}
        for number, name in enumerate(names, start=1):
            root = ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
            assert root.find(f".//{MAIN}f") is None, "a formula"
            found[name] = [
                [_cell(one, strings) for one in row.iter(f"{MAIN}c")]
                for row in root.iter(f"{MAIN}row")
            ]
        return found


def _cell(cell: ElementTree.Element, strings: list[str]) -> str:
    value = cell.findtext(f"{MAIN}v") or ""
    return strings[int(value)] if cell.get("t") == "s" else value


def test_every_case_open_item_and_remark_is_read_again(sheet: DaySheet) -> None:
    read = pages(day_workbook(sheet, "zh"))
    assert list(read) == ["汇总", "业务", "未了", "备注", "用时", "到店", "工作状态", "批准"]
    assert [row[1] for row in read["业务"][1:]] == ["03A-0001", "03A-0002", "03A-0003"]
    assert ["受理", "3"] in read["汇总"]
    assert ["挂起", "1"] in read["汇总"]
    assert ["补录", "1"] in read["汇总"]
    assert {row[0] for row in read["未了"][1:]} == {"记账不明", "挂起"}
    assert read["备注"][1][2] == "=1+1 上午停电"
    assert read["业务"][2][9] == "E-GS-0007"
    assert read["业务"][1][7] == "001"


def test_in_english(sheet: DaySheet) -> None:
    read = pages(day_workbook(sheet, "en"))
    assert list(read) == [
        "Figures",
        "Cases",
        "Open",
        "Remarks",
        "Times",
        "Visits",
        "Work states",
        "Approvals",
    ]
    assert read["Cases"][1][4] == "Report of loss"


def test_the_hash_follows_what_the_day_says(sheet: DaySheet) -> None:
    same_day = replace(sheet, services={})
    later = replace(sheet, lines=(line(1, last_at="2026-11-23T09:00:00.000Z"), *sheet.lines[1:]))
    assert same_day.hash == sheet.hash
    assert later.hash != sheet.hash
    assert re.fullmatch("[0-9a-f]{64}", sheet.hash)


def test_the_sheet_on_paper_has_the_line_to_sign(sheet: DaySheet) -> None:
    paper = paper_of_day(sheet, dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC), "80201")
    pdf = PaperRenderer(PaperFonts(FONTS)).render_pdf(paper, sheet.hash)
    words = squeezed(text_of(pdf))
    for said in (
        "日终业务汇总",
        "记账不明",
        "去取卡",
        "运营主管签名",
        "已在核心系统及登记簿核对相符",
    ):
        assert said in words, said
