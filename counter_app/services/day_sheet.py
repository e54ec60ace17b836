"""The day's sheet: counts, exceptions, open items and remarks of the branch, as one value.

Pure. The same sheet makes the paper that is signed by hand and the workbook; its hash is of what it
says of the day, so a sheet signed once is found changed when anything came after.
"""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import rfc8785

from counter_app.domain.dates import branch_time, plain_date, stamp
from counter_app.domain.paper import Block, Contact, LabelledRow, Paper, PaperKind, Remark, Sentence
from counter_app.domain.staff_naming import named
from counter_app.i18n import Language, Text, same
from counter_app.journal.facts.ground import BranchFounded
from counter_app.journal.folds.day import DayView
from counter_app.services import day_sheet_times as times
from counter_app.services import day_sheet_words as words
from counter_app.services.day_beside import (
    approval_cells,
    figures_beside,
    spell_cells,
    visit_cells,
)
from counter_app.services.day_closing import (
    EVERY_CASE,
    OpenLine,
    Signature,
    after_signature,
    day_of,
    of_branch,
)
from counter_app.services.following import due_in_branch
from counter_app.services.paper_sheet import NOTHING, text_of
from counter_app.services.read_models import (
    NOTHING_BESIDE_CASES,
    CaseLine,
    DayBeside,
    LogFilter,
    Reader,
)
from counter_app.services.wording import fill, listed
from counter_app.services.work_times import WorkTimes, late_visits, times_of


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A branch's day as it is signed; `later` went on after the last signature.

    `beside` is what the day holds beside its cases, nothing restricted among it.
    """

    date: dt.date
    bank: Text
    outlet: Text
    contact: Contact
    lines: tuple[CaseLine, ...]
    open: tuple[OpenLine, ...]
    day: DayView
    services: Mapping[str, Text]
    later: tuple[CaseLine, ...] = ()
    beside: DayBeside = NOTHING_BESIDE_CASES

    @property
    def exceptions(self) -> int:
        """Cases that a supervisor looks at first."""
        return sum(bool(one.exceptions) for one in self.lines)

    @property
    def hash(self) -> str:
        """SHA-256 of what the sheet says of the day, in hex."""
        told = {
            "date": self.date.isoformat(),
            "cases": [_told(one) for one in sorted(self.lines, key=lambda one: one.subject)],
            "remarks": [[one.at, one.by, one.text] for one in self.day.remarks],
        }
        return hashlib.sha256(rfc8785.dumps(told)).hexdigest()

    @property
    def signature(self) -> Signature:
        """What signing it writes."""
        items = tuple(one.item for one in self.open)
        return Signature(self.date, self.hash, len(self.lines), self.exceptions, items)

    def service(self, code: str) -> Text:
        """What a service is called; its code when it is no longer offered."""
        return self.services.get(code, same(code))

    @property
    def times(self) -> tuple[WorkTimes, ...]:
        """Everybody's time by work state, late entries left out; no part of what is signed."""
        return times_of(self.beside, late_visits(self.lines))

    def states(self) -> dict[str, int]:
        """How many cases stand how; every state is told, also of none."""
        return {code: sum(one.state == code for one in self.lines) for code in words.STATES}


@dataclass(frozen=True, slots=True)
class Table:
    """One page of a workbook: its name, its heads, and rows of text and whole numbers."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def read_sheet(
    reader: Reader, branch: BranchFounded, services: Mapping[str, Text], date: dt.date
) -> DaySheet:
    """The sheet of a day, read on the reader's thread."""
    lines = reader.day_log(LogFilter(date.isoformat(), limit=EVERY_CASE)).lines
    day = reader.view(day_of(date))
    assert isinstance(day, DayView)
    contact = Contact(
        branch.phone, text_of(branch.address), text_of(branch.hours), branch.complaint_phone
    )
    return DaySheet(
        date,
        text_of(branch.bank),
        text_of(branch.outlet),
        contact,
        lines,
        of_branch(lines, due_in_branch(reader, date)),
        day,
        services,
        after_signature(lines, day),
        reader.beside_cases(date.isoformat()),
    )


def tables_of(sheet: DaySheet, language: Language) -> tuple[Table, ...]:
    """Figures, cases, open items, remarks, and what the day holds beside its cases."""

    def say(text: Text) -> str:
        return text.into(language)

    figures = [(say(name), count) for name, count in _figures(sheet)]
    cases = [_case_cells(sheet, one, language) for one in sheet.lines]
    still = [
        (
            say(words.KINDS[one.kind]),
            one.number,
            say(sheet.service(one.service)),
            say(_said(one)),
        )
        for one in sheet.open
    ]
    remarks = [(_clock(one.at), one.by.rpartition("/")[2], one.text) for one in sheet.day.remarks]
    return (
        Table(say(words.FIGURES), _heads(words.FIGURE_HEADS, language), tuple(figures)),
        Table(say(words.CASES), _heads(words.CASE_HEADS, language), tuple(cases)),
        Table(say(words.OPEN), _heads(words.OPEN_HEADS, language), tuple(still)),
        Table(say(words.REMARKS), _heads(words.REMARK_HEADS, language), tuple(remarks)),
        _times_table(sheet, language),
        *_tables_beside(sheet.beside, language),
    )


def _times_table(sheet: DaySheet, language: Language) -> Table:
    told = tuple(map(times.cells, sheet.times))
    return Table(times.TIMES.into(language), times.heads(language), told)


def _tables_beside(beside: DayBeside, language: Language) -> tuple[Table, ...]:
    made = (
        (words.VISITS, words.VISIT_HEADS, [visit_cells(one, language) for one in beside.visits]),
        (
            words.WORK_STATES,
            words.SPELL_HEADS,
            [spell_cells(one, language) for one in beside.spells],
        ),
        (
            words.APPROVALS,
            words.APPROVAL_HEADS,
            [approval_cells(one, language) for one in beside.approvals],
        ),
    )
    return tuple(
        Table(name.into(language), _heads(heads, language), tuple(rows))
        for name, heads, rows in made
    )


def paper_of_day(sheet: DaySheet, made_at: dt.datetime, staff: str) -> Paper:
    """The sheet on paper, with the line that cash and vouchers were balanced in the core."""
    said = words.SIGNED_BY_HAND if not sheet.later else words.CHANGED_SINCE
    return Paper(
        kind=PaperKind.DAY_SHEET,
        number=f"{sheet.date.isoformat()}-D",
        case_number=sheet.date.isoformat(),
        bank=sheet.bank,
        outlet=sheet.outlet,
        copy=words.BRANCH_COPY,
        title=words.TITLE,
        verdict=Sentence(fill(words.VERDICT, day=plain_date(sheet.date))),
        explanation=(Sentence(said),),
        blocks=tuple(_blocks(sheet)),
        particulars_from=0,
        contact=sheet.contact,
        code_notes=(),
        handler=same(staff),
        stub=None,
        seal_caption=None,
        signature=True,
        skeleton=None,
        disclaimer=words.DISCLAIMER,
        rule_reference=NOTHING,
        layout="D1",
        issued_at=stamp(made_at),
        signer=words.SIGNER,
    )


def _blocks(sheet: DaySheet) -> list[Block]:
    counts = tuple(LabelledRow(name, (_number(count),)) for name, count in _figures(sheet))
    unusual = tuple(_unusual_row(sheet, one) for one in sheet.lines if one.exceptions)
    late = tuple(_late_row(sheet, one) for one in sheet.lines if one.on_paper)
    still = tuple(
        LabelledRow(words.KINDS[one.kind], (Sentence(_open_words(sheet, one)),))
        for one in sheet.open
    )
    remarks = tuple(Sentence(same(one.text)) for one in sheet.day.remarks)
    reconciled = Remark(words.BALANCED_LEAD, (Sentence(words.BALANCED),))
    return [
        Block(counts),
        Block(unusual),
        Block(late),
        Block(still),
        Block(times.rows(sheet.times)),
        Block((Remark(words.REMARKS, remarks),) if remarks else ()),
        Block((reconciled,)),
    ]


def _figures(sheet: DaySheet) -> list[tuple[Text, int]]:
    figures = [(words.TAKEN, len(sheet.lines))]
    figures += [(words.STATES[code], count) for code, count in sheet.states().items()]
    figures.append((words.EXCEPTIONS, sheet.exceptions))
    figures.append((words.LATE, sum(bool(one.on_paper) for one in sheet.lines)))
    figures.append((words.AFTER, len(sheet.later)))
    return [*figures, *figures_beside(sheet.beside)]


def _number(count: int) -> Sentence:
    return Sentence(same(str(count)))


def _unusual_row(sheet: DaySheet, line: CaseLine) -> LabelledRow:
    what = words.exceptions_told(line.exceptions)
    name = sheet.service(line.service)
    said = Text(f"{name.zh}：{what.zh}", f"{name.en}: {what.en}")
    return LabelledRow(same(line.number), (Sentence(said),))


def _late_row(sheet: DaySheet, line: CaseLine) -> LabelledRow:
    name, form = sheet.service(line.service), fill(words.LATE_OF, paper=line.on_paper)
    said = Text(f"{name.zh}：{form.zh}", f"{name.en}: {form.en}")
    return LabelledRow(same(line.number), (Sentence(said),))


def _open_words(sheet: DaySheet, line: OpenLine) -> Text:
    name, said = sheet.service(line.service), _said(line)
    return Text(
        f"{line.number} {name.zh} {said.zh}".strip(),
        f"{line.number} {name.en} {said.en}".strip(),
    )


def _said(line: OpenLine) -> Text:
    """What a line says; a promise with its owner and post, how late it is, and who is not here."""
    if line.promise is None:
        return same(line.words)
    late = line.promise.overdue_days
    parts = [same(line.owner), same(line.promise.line.post)]
    parts.append(fill(words.OVERDUE, days=late) if late else words.DUE_TODAY)
    parts += [words.NOT_HERE] if line.absent else []
    known = [one for one in parts if one.zh]
    whose = listed(known, "，", ", ")
    return Text(f"{line.words}（{whose.zh}）", f"{line.words} ({whose.en})")


def _case_cells(sheet: DaySheet, line: CaseLine, language: Language) -> tuple[str | int, ...]:
    return (
        _clock(line.started_at),
        line.number,
        line.window,
        named(line.staff_name, line.staff),
        sheet.service(line.service).into(language),
        words.STATES[line.state].into(language) if line.state in words.STATES else line.state,
        words.exceptions_told(line.exceptions).into(language),
        line.serial or "",
        _clock(line.ended_at or ""),
        line.on_paper,
    )


def _clock(at: str) -> str:
    return branch_time(dt.datetime.fromisoformat(at)).strftime("%Y-%m-%d %H:%M") if at else ""


def _heads(heads: Sequence[Text], language: Language) -> tuple[str, ...]:
    return tuple(one.into(language) for one in heads)


def _told(line: CaseLine) -> list[str]:
    return [line.subject, line.state, ",".join(line.exceptions), line.last_at, line.serial or ""]
