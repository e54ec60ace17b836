"""The pack of emergency forms: blank papers from the procedures in force, for when nothing works.

Pure: from procedures to papers. Each sheet has a number of its own, to be entered by afterwards, and
names the edition it was made from, so that an outdated pack is found by looking at it. The number is
unique without asking anybody: terminal, what it is for, day, and a count that runs on.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counter_app.domain.dates import stamp
from counter_app.domain.paper import Block, LabelledRow, Paper, PaperKind, Remark, Sentence
from counter_app.forms.spec import ItemSpec, ProcedureSpec
from counter_app.i18n import Text, same
from counter_app.journal.facts.ground import BranchFounded
from counter_app.services.paper_sheet import NOTHING, contact_of, text_of
from counter_app.services.wording import fill

COPIES = 2
STRIPS = 20
NOTICES = 4
NOTICE, TICKETS = "GZ", "PH"
"""The kinds of sheet that belong to no service."""

_NUMBER = re.compile(r"(E\d{2}-([0-9A-Z]+)-\d{6})-(\d{2,4})")

LINE, SHORT = "＿＿＿＿＿＿＿＿＿＿＿＿", "＿＿＿＿＿＿"
TITLE = Text("应急业务单", "Emergency Form")
NOTICE_TITLE = Text("一次性告知单（应急）", "One-time Notice (Emergency)")
STRIPS_TITLE = Text("应急排队号", "Emergency Tickets")
BRANCH_COPY = Text("网点留存，恢复后补录", "Branch copy, to be entered afterwards")
CUSTOMER_COPY = Text("客户联", "Customer's copy")
ENTER = Text(
    "系统恢复后由本窗口补录：填发生时间、经办工号、停用原因。",
    "Enter it at this window once the system is back: time, teller and cause.",
)
TAKE = Text("仅在系统不能使用时填写。", "Only while the system cannot be used.")
BRING = Text("您还须带来：", "Still to be brought:")
WAIT = Text("沿线裁开，一人一张。", "Cut along the lines; one each.")
TIME_AND_TELLER = Text("发生时间、窗口、工号", "Time, window, teller")
CUSTOMER = Text("客户姓名", "Name")
IDENTITY = Text("证件种类、号码后四位", "Paper, last four")
PHONE = Text("联系电话", "Telephone")
SERIAL = Text("核心流水号", "Core serial")
SEEN = Text("□ 已见  □ 缺  有效期至＿＿＿＿＿＿", "□ seen  □ missing  valid until ______")
THING = Text("材料 {number}", "Paper {number}")
BY_DAY = Text("请于何日前来", "Come by")
REMEMBER = Text("说明", "Note")
DISCLAIMER = Text(
    "应急记录，不是核心系统账务凭证。", "An emergency record; no voucher of the core system."
)
EDITION = Text("规程 {edition}，{day} 印", "Procedure {edition}, printed {day}")


@dataclass(frozen=True, slots=True)
class Series:
    """The sheets of one kind in a pack: what they are for, how many, and the first one's count."""

    code: str
    name: str
    count: int
    first: int = 1

    @property
    def numbers(self) -> tuple[str, ...]:
        """The paper numbers, in order: `E03-GS-261124-01`."""
        return tuple(f"{self.name}-{self.first + one:02d}" for one in range(self.count))


@dataclass(frozen=True, slots=True)
class SheetNumber:
    """What an emergency sheet's number says: its series, what it is for, and its count."""

    series: str
    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack is made for: the branch, the services in force on a day, the moment and the PC.

    `given` are the counts already given out of a series on that day; the sheets run on from there.
    Without `extras` it holds forms alone, no notices and tickets.
    """

    branch: BranchFounded
    specs: tuple[ProcedureSpec, ...]
    at: dt.datetime
    on: dt.date
    terminal: str
    copies: int = COPIES
    given: Mapping[str, int] = field(default_factory=dict)
    extras: bool = True

    @property
    def number(self) -> str:
        """What the pack is called: `E03-261124`."""
        return f"E{self.terminal}-{self.on:%y%m%d}"

    @property
    def label(self) -> str:
        """What the print job is called, never twice: `E03-261124-E01`."""
        last = self.series[-1]
        return f"{self.number if self.extras else last.name}-E{last.first:02d}"

    def name(self, code: str) -> str:
        """What a series is called: `E03-GS-261124`."""
        return f"E{self.terminal}-{code}-{self.on:%y%m%d}"

    @property
    def series(self) -> tuple[Series, ...]:
        """All series of the pack: the services by number, then notices and tickets."""
        ordered = sorted(self.specs, key=lambda one: one.number)
        counts = [(spec.code, self.copies) for spec in ordered]
        counts += [(NOTICE, NOTICES), (TICKETS, 1)] if self.extras else []
        return tuple(self._series(code, count) for code, count in counts)

    def _series(self, code: str, count: int) -> Series:
        name = self.name(code)
        return Series(code, name, count, self.given.get(name, 0) + 1)


def papers_of(pack: Pack) -> tuple[Paper, ...]:
    """Blank checklists for each service, one-time notices, ticket strips, in that order."""
    specs = {one.code: one for one in pack.specs}
    return tuple(_sheet(pack, one, number, specs) for one in pack.series for number in one.numbers)


def sheet_number(number: str) -> SheetNumber | None:
    """What a sheet's number says; None for a number that is none of ours."""
    found = _NUMBER.fullmatch(number)
    return SheetNumber(found[1], found[2], int(found[3])) if found else None


def _sheet(pack: Pack, series: Series, number: str, specs: Mapping[str, ProcedureSpec]) -> Paper:
    if series.code in specs:
        return _form(pack, specs[series.code], number)
    return _notice(pack, number) if series.code == NOTICE else _strips(pack, number)


def _form(pack: Pack, spec: ProcedureSpec, number: str) -> Paper:
    title = _text(spec.title)
    reference = fill(EDITION, edition=spec.edition, day=pack.on.isoformat())
    blocks = (
        Block(tuple(_blanks((TIME_AND_TELLER, CUSTOMER, IDENTITY, PHONE)))),
        Block(tuple(_item(one) for one in spec.checklist)),
        Block(tuple(_blanks(_text(one.label) for one in spec.fields))),
        Block((LabelledRow(SERIAL, (Sentence(same(LINE)),)), Remark(REMEMBER, (Sentence(ENTER),)))),
    )
    base = _paper(pack, number, TITLE, Sentence(title))
    return _with(base, blocks, reference, signature=True)


def _notice(pack: Pack, number: str) -> Paper:
    base = _paper(pack, number, NOTICE_TITLE, Sentence(BRING))
    things = [fill(THING, number=one) for one in range(1, 8)]
    blocks = (Block(tuple(_blanks((CUSTOMER, *things, BY_DAY)))),)
    return _with(base, blocks, NOTHING, signature=False)


def _strips(pack: Pack, number: str) -> Paper:
    """A sheet of tickets; the second sheet of a day goes on where the first ended."""
    base = _paper(pack, number, STRIPS_TITLE, Sentence(WAIT))
    sheet = sheet_number(number)
    before = (sheet.count - 1) * STRIPS if sheet else 0
    rows = tuple(
        LabelledRow(same(f"E{one:03d}"), (Sentence(same(f"{pack.on.isoformat()}  {SHORT}")),))
        for one in range(before + 1, before + STRIPS + 1)
    )
    return _with(base, tuple(Block((one,)) for one in rows), NOTHING, signature=False)


def _paper(pack: Pack, number: str, title: Text, verdict: Sentence) -> Paper:
    return Paper(
        kind=PaperKind.EMERGENCY_FORM,
        number=number,
        case_number=pack.number,
        bank=text_of(pack.branch.bank),
        outlet=text_of(pack.branch.outlet),
        copy=BRANCH_COPY if title is TITLE else CUSTOMER_COPY,
        title=title,
        verdict=verdict,
        explanation=(Sentence(TAKE),),
        blocks=(),
        particulars_from=0,
        contact=contact_of(pack.branch),
        code_notes=(),
        handler=same(""),
        stub=None,
        seal_caption=None,
        signature=False,
        skeleton=None,
        disclaimer=DISCLAIMER,
        rule_reference=NOTHING,
        layout="E1",
        issued_at=stamp(pack.at),
    )


def _with(paper: Paper, blocks: Sequence[Block], reference: Text, *, signature: bool) -> Paper:
    return replace(paper, blocks=tuple(blocks), rule_reference=reference, signature=signature)


def _blanks(labels: Iterable[Text]) -> Iterator[LabelledRow]:
    yield from (LabelledRow(label, (Sentence(same(LINE)),)) for label in labels)


def _item(item: ItemSpec) -> LabelledRow:
    return LabelledRow(_text(item.title), (Sentence(SEEN),))


def _text(words: Text) -> Text:
    return Text(words.zh, words.en)
