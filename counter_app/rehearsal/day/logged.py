"""The day as the program shows it: the supervisor's log, its replays and lists, the sheet, the files.

Reads what the pages read, by the same calls, and tells it as items. The other side of `reading`.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from counter_app.journal.folds.day import WindowDayView
from counter_app.rehearsal.day.items import Item, item
from counter_app.rehearsal.day.reading import TOLD
from counter_app.services.counter import Acting
from counter_app.services.day_closing import EVERY_CASE, window_day
from counter_app.services.day_sheet import DaySheet
from counter_app.services.read_models import CaseLine, DayBeside, LogFilter, Reader
from counter_app.services.replaying import Replay, ReplayEvent
from counter_app.services.sight import sight_of
from counter_app.ui.supervision.replay_source import read_replay

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NUMBER_COLUMN, SERIAL_COLUMN, PAPER_COLUMN = 1, 7, 9
"""Of the workbook's page of cases."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the day is read from: the reader, who looks, at which terminal, the sheet, the files."""

    reader: Reader
    supervisor: Acting
    terminal: str
    sheet: DaySheet
    exports: Path


def shown_items(shown: Shown) -> list[Item]:
    """Every item that the pages, the sheet and the files show of the day."""
    day, sight = shown.sheet.date.isoformat(), sight_of(shown.supervisor)
    wanted = LogFilter(day, limit=EVERY_CASE, sight=sight)
    lines = shown.reader.day_log(wanted).lines
    beside = shown.reader.beside_cases(day, sight)
    replays = {one.subject: _replay(shown, one) for one in lines}
    return [
        *_beside(beside),
        *map(_line, lines),
        *(item("exception", f"{one.subject} {code}") for one in lines for code in one.exceptions),
        *(_event(case, one) for case, told in replays.items() for one in told.events),
        *_late_entries(replays),
        *_sheet(shown),
        *_window_day(shown),
        *_files(shown.exports),
    ]


def _replay(shown: Shown, line: CaseLine) -> Replay:
    found = read_replay(shown.reader, line.subject, shown.supervisor)
    assert isinstance(found, Replay), found
    return found


def _line(one: CaseLine) -> Item:
    return item(
        "case",
        one.subject,
        number=one.number,
        service=one.service,
        state=one.state,
        window=one.window,
        staff=one.staff,
        holder=one.holder_name,
        begun=one.started_at,
        ended=one.ended_at,
        waiting=one.waiting_reason,
        handed_to=one.handed_to,
        serial=one.serial,
        serial_late=one.serial_late_at,
        notice_on=one.notice_on,
        valid_until=one.due_on,
        on_paper=one.on_paper,
        restricted=one.restricted,
    )


def _event(case: str, one: ReplayEvent) -> Item:
    told = {name: one.params.get(name, "") for name in TOLD.get(one.code, ())}
    key = f"{case} {one.entry}"
    return item("event", key, code=one.code, moment=one.at, who=one.who, **told)


def _late_entries(replays: dict[str, Replay]) -> Iterator[Item]:
    for case, told in replays.items():
        for one in told.events:
            if one.params.get("happened"):
                yield item(
                    "late_entry",
                    one.params["paper"],
                    case=case,
                    happened=one.params["happened"],
                    by=one.params["staff"],
                )


def _beside(beside: DayBeside) -> Iterator[Item]:
    for visit in beside.visits:
        yield item(
            "visit",
            visit.subject,
            window=visit.window,
            staff=visit.staff,
            since=visit.started_at,
            until=visit.ended_at,
            outcome=visit.outcome,
        )
    for asked in beside.approvals:
        yield item(
            "approval",
            asked.subject,
            matter=asked.matter,
            about=asked.about,
            state=asked.state,
            requester=asked.requester,
            approver=asked.approver,
        )
    for spell in beside.spells:
        yield item(
            "work_state",
            spell.subject,
            state=spell.what,
            staff=spell.staff,
            since=spell.since,
            until=spell.until,
        )
    yield from _restricted(beside)


def _restricted(beside: DayBeside) -> Iterator[Item]:
    for call in beside.calls:
        yield item(
            "call",
            call.subject,
            window=call.window,
            staff=call.staff,
            moment=call.called_at,
            answer=call.answer,
        )
    for matter in beside.matters:
        yield item(
            "matter",
            matter.subject,
            to=matter.to_post,
            staff=matter.staff,
            badge=matter.badge,
            authority=matter.authority,
            officers=matter.officers,
        )


def _sheet(shown: Shown) -> Iterator[Item]:
    """The sheet as it was signed, and as it stands."""
    sheet = shown.sheet
    yield from (item("open", f"{one.kind} {one.about}") for one in sheet.open)
    yield from (item("remark", f"{one.at} {one.by}", text=one.text) for one in sheet.day.remarks)
    signed = sheet.day.signed
    if signed is not None:
        told = {"cases": signed.cases, "exceptions": signed.exceptions}
        still = len(signed.left_open)
        by, at = sheet.day.signed_by, sheet.day.signed_at
        yield item("signature", "day", moment=at, who=by, open=still, **told)


def _window_day(shown: Shown) -> Iterator[Item]:
    view = shown.reader.view(window_day(shown.terminal, shown.sheet.date))
    assert isinstance(view, WindowDayView)
    if view.exists:
        closed = view.closed
        yield item(
            "window_day",
            view.subject,
            at=view.closed_at if closed else "",
            cases=closed.cases if closed else 0,
            reason=closed.reason if closed else "",
        )


def _files(folder: Path) -> Iterator[Item]:
    for file in sorted(folder.glob("*")):
        yield item("file", str(file), digest=hashlib.sha256(file.read_bytes()).hexdigest())
        if file.suffix == ".xlsx":
            yield from map(_sheet_row, workbook_rows(file, 2))


def _sheet_row(cells: dict[int, str]) -> Item:
    serial, paper = cells.get(SERIAL_COLUMN, ""), cells.get(PAPER_COLUMN, "")
    return item("sheet_row", cells.get(NUMBER_COLUMN, ""), serial=serial, paper=paper)


def workbook_rows(file: Path, page: int) -> list[dict[int, str]]:
    """The rows under the heads of a workbook's page, text by column, without the writer's library."""
    with zipfile.ZipFile(file) as packed:
        strings = [
            "".join(part.itertext())
            for part in ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(packed.read(f"xl/worksheets/sheet{page}.xml"))
    rows = []
    for row in list(sheet.iter(f"{_MAIN}row"))[1:]:
        rows.append({_column(cell): _text(cell, strings) for cell in row.iter(f"{_MAIN}c")})
    return rows


def _column(cell: ElementTree.Element) -> int:
    letters = re.sub(r"\d", "", cell.get("r", ""))
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _text(cell: ElementTree.Element, strings: list[str]) -> str:
    value = cell.findtext(f"{_MAIN}v") or ""
    return strings[int(value)] if cell.get("t") == "s" else value
